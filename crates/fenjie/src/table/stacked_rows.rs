//! The lines below the heads of a table that prints one cell a line, cut where another row is sure to begin.

use super::ColumnKind;
use super::column::announced;
use super::fit::{Face, is_figure, is_longer, is_section, is_sum, is_whole_date, number};
use super::joint::ends_whole;
use super::raw::Text;
use super::stacked_head::Header;
use crate::calendar;
use crate::vocabulary::TITLE_WORDS;

/// Lines that follow each other in a table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'a> {
    /// A heading between rows.
    Section(usize),
    /// The lines of a numbered row.
    Row(&'a [usize]),
    /// The lines of rows without numbers, and perhaps of what follows the table.
    Rows(&'a [usize]),
    /// The cells of a row of figures.
    Figures(&'a [usize]),
}

/// What tells where a block begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    /// The next number, which stands alone on a line below this column.
    Number(usize),
    /// Every block has as many lines as there are heads.
    Period,
    /// A heading.
    Section,
}

impl Cut {
    fn of(header: &Header, kinds: &[ColumnKind]) -> Self {
        let numbered = kinds.iter().take(3).position(|&kind| kind == ColumnKind::Number);
        match numbered {
            // Where something stands before the number, the number alone does not tell where a row begins.
            Some(column) if column == 0 || header.allots() => Self::Number(column),
            _ if header.allots() => Self::Period,
            _ => Self::Section,
        }
    }
}

/// Cuts the lines below a header into blocks, so many lines at a time. More lines change none of the blocks but the last.
pub(super) struct Cutter<'a> {
    text: Text<'a>,
    header: &'a Header,
    kinds: &'a [ColumnKind],
    cut: Cut,
    /// The words of the first head.
    head: &'a str,
    /// Whether a body's name over a date ends the table.
    may_be_signed: bool,
    /// The line that is read next.
    at: usize,
    /// How many lines may still be read.
    left: usize,
    ended: bool,
    /// The lines of each block.
    blocks: Vec<Vec<usize>>,
    count: Count,
    /// The cells of a row of figures that is not full.
    chunk: Vec<usize>,
}

/// The count of the rows.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    expected: Option<u32>,
    /// The most lines of a row so far, the last one left aside.
    longest: usize,
    /// How many lines were no headings.
    seen: usize,
    /// The last of them.
    before: Option<usize>,
    /// Whether a heading or a sum was the last line, and figures that add rows up may follow it.
    summing: bool,
    /// How many lines only add up, since the last row.
    sums: usize,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: Text<'a>, header: &'a Header, kinds: &'a [ColumnKind]) -> Self {
        Self {
            text,
            header,
            kinds,
            cut: Cut::of(header, kinds),
            head: header.lines().next().map_or("", |line| text.core(line)),
            may_be_signed: !kinds.contains(&ColumnKind::Due),
            at: header.behind,
            left: 0,
            ended: false,
            blocks: Vec::new(),
            count: Count::default(),
            chunk: Vec::new(),
        }
    }

    /// Reads so many more lines, and says whether there are others behind them.
    pub(super) fn read_on(&mut self, lines: usize) -> bool {
        self.left = lines;
        while !self.ended {
            let Some(line) = self.next_line() else { break };
            match self.cut {
                Cut::Number(column) => self.by_number(line, column),
                Cut::Period => self.by_period(line),
                Cut::Section => self.by_section(line),
            }
        }
        self.left == 0
    }

    /// How many blocks there are.
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    pub(super) fn block(&self, at: usize) -> Block<'_> {
        let lines = &self.blocks[at][..];
        match self.cut {
            _ if self.is_heading(lines) => Block::Section(lines[0]),
            Cut::Number(_) if self.header.allots() => {
                // What follows the last row of figures is told from it by the length of the others.
                let usual = self.kinds.len().max(self.count.longest);
                let last = at + 1 == self.blocks.len();
                Block::Figures(if last { &lines[..lines.len().min(usual)] } else { lines })
            }
            Cut::Number(_) => Block::Row(lines),
            Cut::Period => Block::Figures(lines),
            Cut::Section => Block::Rows(lines),
        }
    }

    fn is_heading(&self, lines: &[usize]) -> bool {
        matches!(lines, [line] if is_section(self.text.core(*line)))
    }

    /// The next line that may belong to a row, up to an annex, a remark or a signature; repeated headers are left out.
    fn next_line(&mut self) -> Option<usize> {
        while self.at < self.text.lines.len() && self.left > 0 {
            let line = self.at;
            let words = self.text.core(line);
            if is_end(words) || self.may_be_signed && self.is_signature(line) {
                return None;
            }
            let behind = if words == self.head { self.repeated(line) } else { None };
            let printed = behind.is_none() && !self.text.is_gap(line);
            if printed && (self.begins_header(line) || self.titles_another(line)) {
                return None;
            }
            self.at = behind.unwrap_or(line + 1);
            if printed {
                self.left -= 1;
                return Some(line);
            }
        }
        None
    }

    /// Whether three heads of other columns follow each other: another table begins.
    fn begins_header(&self, at: usize) -> bool {
        let mut next = Some(at);
        // `年内完成` ends as a head does.
        let is_cell = |at| self.kinds.contains(&ColumnKind::Due) && calendar::is_deadline(self.text.core(at));
        (0..3).all(|_| {
            let line = next.and_then(|line| self.printed(line));
            next = line.map(|line| line + 1);
            line.is_some_and(|line| announced(self.text.core(line)).is_some())
        }) && !is_cell(at)
    }

    /// Whether a title stands above the same heads, and the count of the rows begins anew below them: another table begins.
    fn titles_another(&self, at: usize) -> bool {
        let heads = self.printed(at + 1).filter(|&line| self.text.core(line) == self.head);
        let first = heads.and_then(|line| self.repeated(line)).and_then(|behind| self.printed(behind));
        first.is_some_and(|line| number(self.text.core(line)) == Some(1))
            && TITLE_WORDS.at_end(self.text.core(at)).is_some()
    }

    /// The line behind the heads repeated at `at`.
    fn repeated(&self, at: usize) -> Option<usize> {
        let mut next = at;
        for head in self.header.lines() {
            next = self.printed(next)?;
            if self.text.core(next) != self.text.core(head) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// The first line from `at` on that is none of a gap.
    fn printed(&self, at: usize) -> Option<usize> {
        (at..self.text.lines.len()).take(16).find(|&line| !self.text.is_gap(line))
    }

    /// A body's name over a date signs, and so does a date alone.
    fn is_signature(&self, at: usize) -> bool {
        let own = self.text.core(at);
        let dated = || self.printed(at + 1).is_some_and(|line| is_whole_date(self.text.core(line)));
        is_whole_date(own) || !own.is_empty() && dated() && ends_whole(own) && !own.contains('、')
    }

    /// Rows begin where the next number stands alone on a line.
    fn by_number(&mut self, line: usize, column: usize) {
        let least = self.kinds.iter().filter(|kind| kind.is_prose() || kind.is_units()).count().clamp(2, 4);
        let words = self.text.core(line);
        let Count { expected, seen, before, summing, .. } = self.count;
        self.count.summing = is_sum(words) || summing && adds_up(words, expected);
        if self.count.summing {
            self.count.sums += 1;
            self.ended = self.count.sums > MOST_SUMS;
            return;
        }
        self.count.sums = 0;
        let long_enough = self.blocks.last().is_none_or(|row| row.len() >= least || self.is_heading(row));
        if is_section(words) && long_enough && self.counts_on(self.at, expected) {
            self.blocks.push(vec![line]);
            self.count.summing = true;
            return;
        }
        let value = number(words).filter(|_| !is_longer(words, 4));
        let begins = || long_enough && !self.ends_row_later(value);
        if value.is_some() && (expected.is_none() && seen <= column || expected == value && begins()) {
            self.count.expected = value.map(|value| value + 1);
            let heading = self.heading_before(before, column);
            self.count.longest = self.count.longest.max(self.blocks.last().map_or(0, Vec::len));
            self.blocks.push(heading.into_iter().chain([line]).collect());
        } else if expected.is_none() && seen >= column {
            self.blocks.clear();
            self.ended = true;
        } else if let Some(row) = self.blocks.last_mut() {
            row.push(line);
            // No row is that long: what follows belongs to no table, and must not be searched for the next number.
            self.ended = row.len() > self.kinds.len() * 8 + 64;
        }
        (self.count.before, self.count.seen) = (Some(line), seen + 1);
    }

    /// Whether the row lacks cells, and has them all where the same number comes again: this one is a cell, and that one begins
    /// the next row.
    fn ends_row_later(&self, value: Option<u32>) -> bool {
        let lacking = self.blocks.last().and_then(|row| self.kinds.len().checked_sub(row.len() + 1));
        let Some(lacking) = lacking.filter(|&lacking| lacking > 0) else { return false };
        let printed = |line: &usize| !self.text.is_gap(*line) && !is_section(self.text.core(*line));
        let next = (self.at..self.text.lines.len()).take(2 * MOST_LACKING).filter(printed).nth(lacking);
        lacking <= MOST_LACKING && next.is_some_and(|line| number(self.text.core(line)) == value)
    }

    /// Whether the next number stands at `at` or below it, behind nothing but gaps and sums.
    fn counts_on(&self, at: usize, expected: Option<u32>) -> bool {
        let mut printed = (at..self.text.lines.len()).take(24).filter(|&line| !self.text.is_gap(line));
        let next = printed.find(|&line| !adds_up(self.text.core(line), expected));
        let value = next.and_then(|line| number(self.text.core(line)));
        value.is_some() && (expected.is_none() || expected == value)
    }

    /// A category printed before the number of the row that it begins with.
    fn heading_before(&mut self, before: Option<usize>, column: usize) -> Option<usize> {
        let before = before.filter(|_| column > 0)?;
        let fits = Face::of(self.text.core(before)).fit(self.kinds[0]) > 0;
        let Some(row) = self.blocks.last_mut() else { return Some(before) };
        if fits && row.len() > 2 && row.last() == Some(&before) {
            row.pop();
            return Some(before);
        }
        None
    }

    /// Rows without numbers, between headings.
    fn by_section(&mut self, line: usize) {
        let anew = is_section(self.text.core(line)) || self.blocks.last().is_none_or(|last| self.is_heading(last));
        match self.blocks.last_mut().filter(|_| !anew) {
            Some(rows) => rows.push(line),
            None => self.blocks.push(vec![line]),
        }
    }

    /// Every row of figures has as many lines as there are heads; the table ends where the lines no longer fit them.
    fn by_period(&mut self, line: usize) {
        self.chunk.push(line);
        if self.chunk.len() < self.kinds.len() {
            return;
        }
        let fits = |(line, kind): (&usize, &ColumnKind)| Face::of(self.text.core(*line)).fit(*kind) >= 0;
        let good = self.chunk.iter().zip(self.kinds).filter(|&pair| fits(pair)).count();
        let named = self.chunk.iter().zip(self.kinds).filter(|(_, kind)| kind.is_units()).all(fits);
        self.ended = good * 4 < self.chunk.len() * 3 || !named;
        if !self.ended {
            self.blocks.push(std::mem::take(&mut self.chunk));
        }
    }
}

/// No more lines add up what stands between two rows.
const MOST_SUMS: usize = 64;

/// Whether words are a figure beside a heading or a sum, and not the number of the next row.
fn adds_up(words: &str, expected: Option<u32>) -> bool {
    is_figure(words) && number(words).is_none_or(|value| value != expected.unwrap_or(1))
}

/// No row lacks more cells behind a figure that could be the next row's number.
const MOST_LACKING: usize = 12;

/// Words that no cell begins with.
pub(super) fn is_end(words: &str) -> bool {
    const ENDS: [&str; 8] = ["#", "附件", "抄送", "抄报", "注：", "注:", "备注：", "说明："];
    let may_end = words.starts_with(['#', '附', '抄', '注', '备', '说']);
    may_end && ENDS.iter().any(|word| words.starts_with(word))
}
