//! The lines below the heads of a table that prints one cell a line, cut where another row is sure to begin.

use super::ColumnKind;
use super::column::announced;
use super::fit::{Face, is_section, is_whole_date, number};
use super::joint::ends_whole;
use super::raw::Text;
use super::stacked_head::Header;

/// Lines that follow each other in a table.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading between rows.
    Section(usize),
    /// The lines of a numbered row.
    Row(Vec<usize>),
    /// The lines of rows without numbers, and perhaps of what follows the table.
    Rows(Vec<usize>),
    /// The cells of a row of figures.
    Figures(Vec<usize>),
}

/// Cuts at most so many lines below a header, and says whether there are more.
pub(super) fn blocks(text: Text<'_>, header: &Header, kinds: &[ColumnKind], most: usize) -> (Vec<Block>, bool) {
    let mut reader = Reader { text, header, kinds, blocks: Vec::new(), left: most };
    let numbered = kinds.iter().take(3).position(|&kind| kind == ColumnKind::Number);
    match numbered {
        // Where something stands before the number, the number alone does not tell where a row begins.
        Some(column) if column == 0 || header.allots() => reader.by_number(column),
        _ if header.allots() => reader.by_period(),
        _ => reader.by_section(),
    }
    (reader.blocks, reader.left == 0)
}

struct Reader<'a> {
    text: Text<'a>,
    header: &'a Header,
    kinds: &'a [ColumnKind],
    blocks: Vec<Block>,
    /// How many lines may still be read.
    left: usize,
}

impl Reader<'_> {
    /// The next line that may belong to a row, up to an annex, a remark or a signature; repeated headers are left out.
    fn next_line(&mut self, at: &mut usize) -> Option<usize> {
        while *at < self.text.lines.len() && self.left > 0 {
            let line = *at;
            let words = self.text.core(line);
            if is_end(words) || self.is_signature(line) {
                return None;
            }
            let head = self.header.lines().next().is_some_and(|head| words == self.text.core(head));
            let behind = if head { self.repeated(line) } else { None };
            if behind.is_none() && !self.text.is_gap(line) && self.begins_header(line) {
                return None;
            }
            *at = behind.unwrap_or(line + 1);
            if behind.is_none() && !self.text.is_gap(line) {
                self.left -= 1;
                return Some(line);
            }
        }
        None
    }

    /// Whether three heads of other columns follow each other: another table begins.
    fn begins_header(&self, at: usize) -> bool {
        let mut next = Some(at);
        (0..3).all(|_| {
            let line = next.and_then(|line| self.printed(line));
            next = line.map(|line| line + 1);
            line.is_some_and(|line| announced(self.text.core(line)).is_some())
        })
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

    /// A body's name over a date signs, where the table has no dates.
    fn is_signature(&self, at: usize) -> bool {
        let dated = |at: usize| self.printed(at).is_some_and(|line| is_whole_date(self.text.core(line)));
        let own = self.text.core(at);
        !self.kinds.contains(&ColumnKind::Due)
            && (is_whole_date(own) || !own.is_empty() && ends_whole(own) && !own.contains('、') && dated(at + 1))
    }

    /// Rows begin where the next number stands alone on a line.
    fn by_number(&mut self, column: usize) {
        let least = self.kinds.iter().filter(|kind| kind.is_prose() || kind.is_units()).count().clamp(2, 4);
        // No row is that long: what follows belongs to no table, and must not be searched for the next number.
        let most = self.kinds.len() * 8 + 64;
        let (mut rows, mut expected, mut longest, mut seen): (Vec<Vec<usize>>, _, _, _) = (Vec::new(), None, 0, 0);
        let (mut at, mut before) = (self.header.behind, None);
        while let Some(line) = self.next_line(&mut at) {
            let words = self.text.core(line);
            let value = number(words).filter(|_| words.chars().count() <= 4);
            let in_section = rows.last().is_some_and(|row| row.len() == 1 && is_section(self.text.core(row[0])));
            let long_enough = in_section || rows.last().is_none_or(|row| row.len() >= least);
            if is_section(words) && (long_enough || rows.is_empty()) && self.counts_on(at, expected) {
                rows.push(vec![line]);
                continue;
            }
            if value.is_some() && (expected.is_none() && seen <= column || expected == value && long_enough) {
                expected = value.map(|value| value + 1);
                let heading = self.heading_before(&mut rows, before, column);
                longest = longest.max(rows.last().map_or(0, Vec::len));
                rows.push(heading.into_iter().chain([line]).collect());
            } else if expected.is_none() && seen >= column {
                return;
            } else if let Some(row) = rows.last_mut() {
                row.push(line);
                if row.len() > most {
                    break;
                }
            }
            (before, seen) = (Some(line), seen + 1);
        }
        let figures = self.header.allots();
        // What follows the last row of figures is told from it by the length of the others.
        let usual = self.kinds.len().max(longest);
        if let Some(last) = rows.last_mut().filter(|_| figures) {
            last.truncate(usual);
        }
        self.blocks.extend(rows.into_iter().map(|row| match row[..] {
            [line] if is_section(self.text.core(line)) => Block::Section(line),
            _ if figures => Block::Figures(row),
            _ => Block::Row(row),
        }));
    }

    /// Whether the line at `at`, or the next one that is none of a gap, is the number that is expected.
    fn counts_on(&self, at: usize, expected: Option<u32>) -> bool {
        let next = (at..self.text.lines.len()).take(4).find(|&line| !self.text.is_gap(line));
        let value = next.and_then(|line| number(self.text.core(line)));
        value.is_some() && (expected.is_none() || expected == value)
    }

    /// A category printed before the number of the row that it begins with.
    fn heading_before(&self, rows: &mut [Vec<usize>], before: Option<usize>, column: usize) -> Option<usize> {
        let before = before.filter(|_| column > 0)?;
        let fits = Face::of(self.text.core(before)).fit(self.kinds[0]) > 0;
        let Some(row) = rows.last_mut() else { return Some(before) };
        if fits && row.len() > 2 && row.last() == Some(&before) {
            row.pop();
            return Some(before);
        }
        None
    }

    /// Rows without numbers, between headings.
    fn by_section(&mut self) {
        let mut at = self.header.behind;
        let mut rows = Vec::new();
        while let Some(line) = self.next_line(&mut at) {
            if is_section(self.text.core(line)) {
                self.blocks.extend((!rows.is_empty()).then(|| Block::Rows(std::mem::take(&mut rows))));
                self.blocks.push(Block::Section(line));
            } else {
                rows.push(line);
            }
        }
        self.blocks.extend((!rows.is_empty()).then_some(Block::Rows(rows)));
    }

    /// Every row of figures has as many lines as there are heads; the table ends where the lines no longer fit them.
    fn by_period(&mut self) {
        let mut at = self.header.behind;
        loop {
            let mut chunk = Vec::with_capacity(self.kinds.len());
            while chunk.len() < self.kinds.len() {
                let Some(line) = self.next_line(&mut at) else { return };
                chunk.push(line);
            }
            let fits = |(line, kind): (&usize, &ColumnKind)| Face::of(self.text.core(*line)).fit(*kind) >= 0;
            let good = chunk.iter().zip(self.kinds).filter(|&pair| fits(pair)).count();
            let named = chunk.iter().zip(self.kinds).filter(|(_, kind)| kind.is_units()).all(fits);
            if good * 4 < chunk.len() * 3 || !named {
                return;
            }
            self.blocks.push(Block::Figures(chunk));
        }
    }
}

/// Words that no cell begins with.
pub(super) fn is_end(words: &str) -> bool {
    words.starts_with('#')
        || ["附件", "抄送", "抄报", "注：", "注:", "备注：", "说明："].iter().any(|word| words.starts_with(word))
}
