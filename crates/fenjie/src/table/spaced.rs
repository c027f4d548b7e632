//! Tables whose cells stand between spaces.

use super::fit::{is_figure, is_section, number};
use super::layout;
use super::raw::{RawRow, RawTable, Text};
use super::spaced_head::Header;
use super::stacked_rows::is_end;
use super::tried::Tried;
use crate::model::Span;
use crate::text::chars::{is_blank, is_han, is_wide};

/// Words between blanks, and where on the line they begin and end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) column: usize,
    pub(super) end: usize,
}

/// What places on a line are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Metric {
    /// As on a screen: a wide character takes two places.
    Screen,
    /// Every character takes one, as some programs write pages out.
    Characters,
}

/// The table whose header begins on line `at`.
pub(super) fn read(text: Text<'_>, at: usize, tried: &mut Tried) -> Option<RawTable> {
    let header = Header::at(text, at)?;
    let figures = header.figures();
    if !header.follows && (figures == 0 || header.lines.len() > 1) {
        if let Some(table) = layout::read(text, &header, tried) {
            return Some(table);
        }
    }
    if at < tried.headings {
        return None;
    }
    let starts = header.places(text, Metric::Screen).iter().map(|place| place.0).collect();
    let lines = if header.follows { Vec::new() } else { header.lines.iter().map(|&line| line as u32).collect() };
    let below = header.lines.last().map_or(at, |&last| last) + 1;
    let mut reader = Reader { text, starts, header: &header, figures, last: 0, rows: Vec::new(), lines };
    let mut end = reader.run(below);
    let read = reader.lines.last().map_or(at, |&line| line as usize);
    // A heading belongs to the table where rows follow it.
    while reader.ends_in_section() {
        reader.rows.pop();
        reader.lines.pop();
        end = reader.lines.last().map_or(end, |&line| line as usize + 1);
    }
    if reader.rows.is_empty() {
        tried.headings = tried.headings.max(read);
        return None;
    }
    let rows = std::iter::once(header.row()).chain(reader.rows.into_iter().map(|(row, _)| row)).collect();
    let cut = header.follows.then(|| (at as u32, header.heads[0][0].1.start));
    Some(RawTable { rows, lines: reader.lines, end, cut, ..RawTable::default() })
}

/// The words of a line between runs of at least `least` blanks; a blank of full width counts for two.
pub(super) fn tokens(text: Text<'_>, at: usize, least: usize, metric: Metric) -> Vec<Token> {
    let raw = text.raw(at);
    let mut found: Vec<Token> = Vec::new();
    let (mut column, mut blanks) = (0, usize::MAX / 2);
    for (offset, c) in raw.char_indices() {
        let width = 1 + usize::from(metric == Metric::Screen && (is_wide(c) || c == '\u{3000}'));
        if is_blank(c) {
            blanks += width;
        } else {
            let end = text.lines[at].content.start + (offset + c.len_utf8()) as u32;
            if let Some(token) = found.last_mut().filter(|_| blanks < least) {
                (token.span.end, token.end) = (end, column + width);
            } else {
                let span = Span::new(end - c.len_utf8() as u32, end);
                found.push(Token { span, column, end: column + width });
            }
            blanks = 0;
        }
        column += width;
    }
    found
}

/// Short names are spread out: `肖　芳`.
pub(super) fn close_names(text: Text<'_>, tokens: &mut Vec<Token>) {
    let single = |token: &Token| text.words(token.span).chars().map(is_han).eq([true]);
    tokens.dedup_by(|token, before| {
        let spread = single(token) && single(before) && token.column <= before.end + 2;
        if spread {
            (before.span.end, before.end) = (token.span.end, token.end);
        }
        spread
    });
}

struct Reader<'a> {
    text: Text<'a>,
    /// Where the heads begin on the screen.
    starts: Vec<usize>,
    header: &'a Header,
    /// How many of the columns hold figures.
    figures: usize,
    last: u32,
    /// The rows, and where their cells begin on the screen.
    rows: Vec<(RawRow, Vec<usize>)>,
    lines: Vec<u32>,
}

impl Reader<'_> {
    /// Reads rows and returns the line behind the last one.
    fn run(&mut self, from: usize) -> usize {
        let mut end = from;
        for at in from..self.text.lines.len() {
            if self.text.is_gap(at) {
                continue;
            }
            let raw = self.text.raw(at);
            if raw.len() > 8000 || is_end(raw.trim_matches(is_blank)) || !self.take(at) {
                break;
            }
            self.lines.push(at as u32);
            end = at + 1;
        }
        end
    }

    fn take(&mut self, at: usize) -> bool {
        let tokens = self.cells(at);
        let Some(first) = tokens.first() else { return false };
        let words = |token: &Token| self.text.words(token.span);
        if self.repeats_header(at, &tokens) {
            return !self.rows.is_empty();
        }
        if tokens.len() == 1 && is_section(words(first)) {
            self.begin(&tokens, at as u32);
            return true;
        }
        let count = number(words(first));
        let next = count.is_some_and(|value| value == self.last + 1 || value == 1 || self.rows.is_empty());
        let starts =
            if self.header.numbered { next && tokens.len() > 1 } else { tokens.len() >= self.starts.len().max(3) - 1 };
        let below =
            self.starts.get(1).is_some_and(|&second| first.column + 2 >= second) || first.column > self.starts[0] + 4;
        let (full, open) = match self.rows.last() {
            Some((row, _)) => (row.cells.len() >= self.starts.len(), !row.cells.is_empty()),
            None => (true, false),
        };
        // A sub-row has no number, but all the figures.
        let is_sub_row =
            || self.figures > 2 && tokens.iter().filter(|token| is_figure(words(token))).count() >= self.figures;
        if starts && !(self.header.numbered && count.is_none()) || is_sub_row() {
            self.last = count.filter(|_| next).unwrap_or(self.last);
            self.begin(&tokens, at as u32);
            return true;
        }
        if !open || self.rows.is_empty() || self.ends_in_section() {
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

    /// Whether a line is one of the header once more, however wide its gaps are now.
    fn repeats_header(&self, at: usize, tokens: &[Token]) -> bool {
        let same =
            |(token, head): (&Token, &Vec<(usize, Span)>)| self.text.words(token.span) == self.text.words(head[0].1);
        let heads = &self.header.heads;
        self.header.is_repeated(self.text, at) || tokens.len() == heads.len() && tokens.iter().zip(heads).all(same)
    }

    fn ends_in_section(&self) -> bool {
        let last = self.rows.last().map_or(&[][..], |(row, _)| &row.cells);
        matches!(last, [only] if only.len() == 1 && is_section(self.text.words(only[0])))
    }

    /// A row with fewer words than there are columns has empty cells where its words stand right below other heads.
    fn begin(&mut self, tokens: &[Token], first_line: u32) {
        let mut columns = Vec::with_capacity(tokens.len());
        for token in tokens.iter().filter(|_| tokens.len() < self.starts.len()) {
            let behind = self.starts.partition_point(|&start| start < token.column).min(self.starts.len() - 1);
            let apart = |at: &usize| self.starts[*at].abs_diff(token.column);
            let around = behind.saturating_sub(2)..(behind + 2).min(self.starts.len());
            let at = around.clone().min_by_key(apart).unwrap_or(behind);
            // Where widths were guessed wrongly, cells drift from their heads; the nearest is still the nearest by far.
            let clear = around.filter(|other| *other != at).all(|other| apart(&at) * 2 < apart(&other));
            if clear && columns.last().is_none_or(|&last| last < at) {
                columns.push(at);
            }
        }
        let mut row = RawRow { cells: Vec::with_capacity(self.starts.len()), first_line };
        let mut starts = Vec::with_capacity(self.starts.len());
        let by_place = columns.len() == tokens.len();
        for (order, token) in tokens.iter().enumerate() {
            while by_place && row.cells.len() < columns[order] {
                let end = row.cells.last().and_then(|cell| cell.last()).map_or(token.span.start, |last| last.end);
                starts.push(self.starts[row.cells.len()]);
                row.cells.push(vec![Span::new(end, end)]);
            }
            row.cells.push(vec![token.span]);
            starts.push(token.column);
        }
        self.rows.push((row, starts));
    }

    /// The cells of a line: between wide gaps, or, where that gives too few, between all blanks.
    fn cells(&self, at: usize) -> Vec<Token> {
        let mut wide = tokens(self.text, at, 2, Metric::Screen);
        close_names(self.text, &mut wide);
        if wide.len() == self.starts.len() {
            return wide;
        }
        let all = tokens(self.text, at, 1, Metric::Screen);
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
