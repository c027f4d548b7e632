//! Tables that print one cell a line: a run of heads, and after it the rows in the same order.

use super::column::{Announced, announced};
use super::fit::{Face, is_section, number};
use super::head::group_above;
use super::raw::{RawRow, RawTable, Text};
use super::{Cell, ColumnKind};
use crate::model::Span;
use crate::text::chars::{has, is_colon, trim};

/// The table whose run of heads begins at line `at`.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    let (heads, behind) = heads(text, at)?;
    let kinds: Vec<ColumnKind> =
        heads.iter().map(|&line| announced(core(text, line)).and_then(Announced::kind).unwrap_or_default()).collect();
    let mut reader = Reader { text, heads: &heads, rows: Vec::new(), kinds };
    let numbered = reader.kinds.iter().take(3).position(|&kind| kind == ColumnKind::Number);
    match numbered {
        Some(column) => reader.by_number(behind, column),
        None => reader.by_period(behind),
    }
    (!reader.rows.is_empty()).then(|| reader.finish())
}

fn core(text: Text<'_>, line: usize) -> &str {
    let content = text.lines[line].content;
    trim(&text.source[content.range()])
}

/// The lines of the heads, and the line behind them.
fn heads(text: Text<'_>, at: usize) -> Option<(Vec<usize>, usize)> {
    let is_head = |line: usize| {
        let words = core(text, line);
        words.len() <= 60 && !has(words, is_colon) && !words.contains('\t') && announced(words).is_some()
    };
    if !is_head(at) {
        return None;
    }
    let mut found = Vec::new();
    let mut next = at;
    while next < text.lines.len() && found.len() < 64 {
        if !text.is_gap(next) {
            if !is_head(next) {
                break;
            }
            found.push(next);
        }
        next += 1;
    }
    let kinds = || found.iter().filter_map(|&line| announced(core(text, line)).and_then(Announced::kind));
    let prose = kinds().any(ColumnKind::is_prose);
    let says = kinds()
        .any(|kind| kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Goal | ColumnKind::Total));
    (found.len() >= 3 && prose && says).then_some((found, next))
}

struct Reader<'a> {
    text: Text<'a>,
    heads: &'a [usize],
    kinds: Vec<ColumnKind>,
    rows: Vec<Vec<usize>>,
}

impl Reader<'_> {
    /// The next line that may belong to a row, up to an annex or a remark; repeated headers are left out.
    fn next_line(&self, at: &mut usize) -> Option<usize> {
        while *at < self.text.lines.len() {
            let line = *at;
            let words = core(self.text, line);
            if is_end(words) {
                return None;
            }
            let behind = if words == core(self.text, self.heads[0]) { self.repeated(line) } else { None };
            *at = behind.unwrap_or(line + 1);
            if behind.is_none() && !self.text.is_gap(line) {
                return Some(line);
            }
        }
        None
    }

    /// The line behind the heads repeated at `at`.
    fn repeated(&self, at: usize) -> Option<usize> {
        let mut next = at;
        for &head in self.heads {
            while next < self.text.lines.len() && self.text.is_gap(next) {
                next += 1;
            }
            if next >= self.text.lines.len() || core(self.text, next) != core(self.text, head) {
                return None;
            }
            next += 1;
        }
        Some(next)
    }

    /// Rows begin where the next number stands alone on a line.
    fn by_number(&mut self, from: usize, column: usize) {
        let least = self.kinds.iter().filter(|kind| kind.is_prose() || kind.is_units()).count().clamp(2, 4);
        // No row is that long: what follows belongs to no table, and must not be searched for the next number.
        let most = self.kinds.len() * 8 + 64;
        let (mut expected, mut longest, mut seen) = (None, 0, 0);
        let (mut at, mut before) = (from, None);
        while let Some(line) = self.next_line(&mut at) {
            let words = core(self.text, line);
            let value = number(words).filter(|_| words.chars().count() <= 4);
            let in_section = self.rows.last().is_some_and(|row| row.len() == 1 && is_section(core(self.text, row[0])));
            let long_enough = in_section || self.rows.last().is_none_or(|row| row.len() >= least);
            if is_section(words) && (long_enough || self.rows.is_empty()) && self.counts_on(at, expected) {
                self.rows.push(vec![line]);
                continue;
            }
            if value.is_some() && (expected.is_none() && seen <= column || expected == value && long_enough) {
                expected = value.map(|value| value + 1);
                let heading = self.heading_before(before, column);
                longest = longest.max(self.rows.last().map_or(0, Vec::len));
                self.rows.push(heading.into_iter().chain([line]).collect());
            } else if expected.is_none() && seen >= column {
                return;
            } else if let Some(row) = self.rows.last_mut() {
                row.push(line);
                if row.len() > most {
                    break;
                }
            }
            (before, seen) = (Some(line), seen + 1);
        }
        // What follows the last row is told from it by the length of the others.
        let usual = self.kinds.len().max(longest);
        if let Some(last) = self.rows.last_mut() {
            last.truncate(usual);
        }
    }

    /// Whether the line at `at`, or the next one that is none of a gap, is the number that is expected.
    fn counts_on(&self, at: usize, expected: Option<u32>) -> bool {
        let next = (at..self.text.lines.len()).take(4).find(|&line| !self.text.is_gap(line));
        let value = next.and_then(|line| number(core(self.text, line)));
        value.is_some() && (expected.is_none() || expected == value)
    }

    /// A category printed before the number of the row that it begins with.
    fn heading_before(&mut self, before: Option<usize>, column: usize) -> Option<usize> {
        let before = before.filter(|_| column > 0)?;
        let fits = Face::of(core(self.text, before)).fit(self.kinds[0]) > 0;
        let Some(row) = self.rows.last_mut() else { return Some(before) };
        if fits && row.len() > 2 && row.last() == Some(&before) {
            row.pop();
            return Some(before);
        }
        None
    }

    /// Every row has as many lines as there are heads; the table ends where the lines no longer fit them.
    fn by_period(&mut self, from: usize) {
        let period = self.kinds.len();
        let mut at = from;
        loop {
            let chunk: Vec<usize> = std::iter::from_fn(|| self.next_line(&mut at)).take(period).collect();
            let fits = |(line, kind): (&usize, &ColumnKind)| Face::of(core(self.text, *line)).fit(*kind) >= 0;
            let good = chunk.iter().zip(&self.kinds).filter(|&pair| fits(pair)).count();
            let named = chunk.iter().zip(&self.kinds).filter(|(_, kind)| kind.is_units()).all(fits);
            if chunk.len() < period || good * 4 < period * 3 || !named {
                break;
            }
            self.rows.push(chunk);
        }
    }

    fn finish(self) -> RawTable {
        let cell = |&line: &usize| vec![self.text.piece(line, 0, self.text.raw(line).len())];
        let raw = |lines: &[usize]| RawRow {
            cells: lines.iter().map(cell).collect(),
            first_line: lines.first().map_or(0, |&line| line as u32),
        };
        let mut table = RawTable { loose: true, ..RawTable::default() };
        let (first, second) = self.header_lines();
        table.rows.push(raw(first));
        if !second.is_empty() {
            table.rows.push(raw(second));
        }
        table.rows.extend(self.rows.iter().map(|row| raw(row)));
        table.end = self.rows.iter().flatten().max().map_or(0, |&line| line + 1);
        let start = self.heads[0];
        table.lines = (start..table.end).filter(|&line| !self.text.is_gap(line)).map(|line| line as u32).collect();
        table
    }

    /// Rows with a line fewer than there are heads tell that the header has two lines.
    fn header_lines(&self) -> (&[usize], &[usize]) {
        let heads = self.heads;
        let mut widths: Vec<usize> = self.rows.iter().take(40).map(Vec::len).collect();
        widths.sort_unstable();
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
        if usual + 1 != heads.len() {
            return (heads, &[]);
        }
        let cell = |&line: &usize| Cell::new(self.text.source, vec![span(self.text, line)]);
        for at in 2..heads.len().saturating_sub(1) {
            let (first, second): (Vec<Cell>, Vec<Cell>) =
                (heads[..at].iter().map(cell).collect(), heads[at..].iter().map(cell).collect());
            let groups = first.iter().filter(|cell| announced(&cell.text) == Some(Announced::Group)).count();
            let divides = second.iter().all(|cell| {
                announced(&cell.text)
                    .and_then(Announced::kind)
                    .is_some_and(|kind| kind.is_units() || kind == ColumnKind::Leader)
            });
            if divides && (groups > 0 || group_above(&first, &second).is_some()) {
                return heads.split_at(at);
            }
        }
        (heads, &[])
    }
}

fn span(text: Text<'_>, line: usize) -> Span {
    text.piece(line, 0, text.raw(line).len())
}

/// Words that no cell begins with.
pub(super) fn is_end(words: &str) -> bool {
    words.starts_with('#')
        || ["附件", "抄送", "抄报", "注：", "注:", "备注：", "说明："].iter().any(|word| words.starts_with(word))
}
