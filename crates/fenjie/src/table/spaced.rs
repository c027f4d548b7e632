//! Tables whose cells stand between spaces.

use super::ColumnKind;
use super::column::{Announced, announced};
use super::find::{RawRow, RawTable, Text};
use super::fit::number;
use super::stacked::is_end as stacked_end;
use crate::model::Span;
use crate::text::chars::{is_blank, is_colon, is_stop, is_wide};

/// Words between blanks, and the place on the screen where they begin.
#[derive(Clone, Copy, Debug)]
struct Token {
    span: Span,
    column: usize,
}

/// The table whose header is line `at`.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    let raw = text.raw(at);
    if raw.len() > 4000 || raw.contains('\t') || raw.contains(is_stop) {
        return None;
    }
    let core = raw.trim_matches(is_blank);
    // Few lines have a known head before their first blank: the others cost one look-up.
    announced(core.split(is_blank).next()?).filter(|_| core.contains(is_blank))?;
    let heads = tokens(text, at, 1);
    if heads.len() < 3 {
        return None;
    }
    let kinds: Vec<_> = heads.iter().map(|token| announced(text.words(token.span))).collect();
    let known = kinds.iter().filter(|kind| kind.is_some()).count();
    let has = |test: fn(ColumnKind) -> bool| kinds.iter().flatten().filter_map(|kind| kind.kind()).any(test);
    let says = has(|kind| {
        kind.is_units()
            || matches!(kind, ColumnKind::Leader | ColumnKind::Goal | ColumnKind::Total | ColumnKind::Region)
    });
    if known * 5 < heads.len() * 4 || !has(ColumnKind::is_prose) || !says || core.contains(is_colon) {
        return None;
    }
    let numbered = kinds[0] == Some(Announced::Kind(ColumnKind::Number));
    let mut reader = Reader {
        text,
        starts: heads.iter().map(|head| head.column).collect(),
        numbered,
        last: 0,
        rows: Vec::new(),
        lines: vec![at as u32],
    };
    let row = |tokens: &[Token], line: usize| RawRow {
        cells: tokens.iter().map(|token| vec![token.span]).collect(),
        first_line: line as u32,
    };
    let header = row(&heads, at);
    let end = reader.run(at + 1, &heads);
    if reader.rows.is_empty() {
        return None;
    }
    let mut table = RawTable { rows: vec![header], lines: reader.lines, end, loose: false };
    table.rows.extend(reader.rows.into_iter().map(|(row, _)| row));
    Some(table)
}

/// The words of a line between runs of at least `least` blanks; a blank of full width counts for two.
fn tokens(text: Text<'_>, at: usize, least: usize) -> Vec<Token> {
    let raw = text.raw(at);
    let mut found: Vec<Token> = Vec::new();
    let (mut column, mut blanks) = (0, usize::MAX / 2);
    for (offset, c) in raw.char_indices() {
        let width = 1 + usize::from(is_wide(c) || c == '\u{3000}');
        if is_blank(c) {
            blanks += width;
        } else {
            let end = text.lines[at].content.start + (offset + c.len_utf8()) as u32;
            match found.last_mut().filter(|_| blanks < least) {
                Some(token) => token.span.end = end,
                None => found.push(Token { span: Span::new(end - c.len_utf8() as u32, end), column }),
            }
            blanks = 0;
        }
        column += width;
    }
    found
}

struct Reader<'a> {
    text: Text<'a>,
    /// Where the heads begin on the screen.
    starts: Vec<usize>,
    numbered: bool,
    last: u32,
    /// The rows, and where their cells begin on the screen.
    rows: Vec<(RawRow, Vec<usize>)>,
    lines: Vec<u32>,
}

impl Reader<'_> {
    /// Reads rows and returns the line behind the last one.
    fn run(&mut self, from: usize, heads: &[Token]) -> usize {
        let mut end = from;
        for at in from..self.text.lines.len() {
            if self.text.is_gap(at) {
                continue;
            }
            let raw = self.text.raw(at);
            if raw.len() > 8000 || stacked_end(raw.trim_matches(is_blank)) || !self.take(at, heads) {
                break;
            }
            self.lines.push(at as u32);
            end = at + 1;
        }
        end
    }

    fn take(&mut self, at: usize, heads: &[Token]) -> bool {
        let tokens = self.cells(at);
        let Some(first) = tokens.first() else { return false };
        let words = |token: &Token| self.text.words(token.span);
        if tokens.len() == heads.len() && tokens.iter().zip(heads).all(|(a, b)| words(a) == words(b)) {
            return true;
        }
        let count = number(words(first));
        let next = count.is_some_and(|value| value == self.last + 1 || value == 1 || self.rows.is_empty());
        let starts =
            if self.numbered { next && tokens.len() > 1 } else { tokens.len() >= self.starts.len().max(3) - 1 };
        let below =
            self.starts.get(1).is_some_and(|&second| first.column + 2 >= second) || first.column > self.starts[0] + 4;
        let (full, open) = match self.rows.last() {
            Some((row, _)) => (row.cells.len() >= self.starts.len(), !row.cells.is_empty()),
            None => (true, false),
        };
        if starts && !(self.numbered && count.is_none()) {
            self.last = count.unwrap_or(self.last);
            let cells = tokens.iter().map(|token| vec![token.span]).collect();
            let row = RawRow { cells, first_line: at as u32 };
            self.rows.push((row, tokens.iter().map(|token| token.column).collect()));
            return true;
        }
        if !open || self.rows.is_empty() {
            return false;
        }
        if below {
            self.carry_on(&tokens);
            return true;
        }
        if full || tokens.len() == 1 && words(first).len() > 240 {
            return false;
        }
        self.join(&tokens);
        true
    }

    /// The cells of a line: between wide gaps, or, where that gives too few, between all blanks.
    fn cells(&self, at: usize) -> Vec<Token> {
        let wide = tokens(self.text, at, 2);
        if wide.len() == self.starts.len() {
            return wide;
        }
        let all = tokens(self.text, at, 1);
        if all.len() == self.starts.len() || wide.len() == 1 && all.len() <= self.starts.len() + 2 { all } else { wide }
    }

    /// Each word goes to the cell that begins nearest above it.
    fn carry_on(&mut self, tokens: &[Token]) {
        let Some((row, starts)) = self.rows.last_mut() else { return };
        let mut from = 0;
        for token in tokens {
            let near = (from..starts.len()).min_by_key(|&at| starts[at].abs_diff(token.column));
            let Some(at) = near else { break };
            row.cells[at].push(token.span);
            from = at;
        }
    }

    /// The row was wrapped at a width: its last cell goes on at the margin.
    fn join(&mut self, tokens: &[Token]) {
        let Some((row, starts)) = self.rows.last_mut() else { return };
        for (order, token) in tokens.iter().enumerate() {
            if let Some(last) = row.cells.last_mut().filter(|_| order == 0) {
                last.push(token.span);
            } else {
                row.cells.push(vec![token.span]);
                starts.push(token.column);
            }
        }
    }
}
