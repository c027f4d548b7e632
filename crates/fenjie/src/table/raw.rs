//! Rows and tables as the shapes of text give them, before columns are known.

use arcstr::ArcStr;

use super::Column;
use crate::model::Span;
use crate::phrase::around::is_foot;
use crate::text::chars::{is_blank, is_wide, trim_range};
use crate::text::{Flow, Kinds, Line, is_page_number};

/// A row as its shape gives it: for each cell the spans of its lines.
#[derive(Clone, Debug, Default)]
pub(super) struct RawRow {
    pub(super) cells: Vec<Vec<Span>>,
    pub(super) first_line: u32,
}

/// A table as its shape gives it.
#[derive(Clone, Debug, Default)]
pub(super) struct RawTable {
    pub(super) rows: Vec<RawRow>,
    /// Its lines, blank ones and page numbers left out.
    pub(super) lines: Vec<u32>,
    /// The line behind it.
    pub(super) end: usize,
    /// Its columns, where its shape tells them; the rows have a cell for each, or a heading alone.
    pub(super) columns: Vec<Column>,
    /// The first of its lines and where the table begins on it, where other words stand before it.
    pub(super) cut: Option<(u32, u32)>,
    /// Whether nothing stood between its cells.
    pub(super) glued: bool,
}

/// What is asked of a line over and over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Where its words stand, without the blanks around them.
    core: Span,
    /// Whether nothing of a table can stand in it.
    gap: bool,
}

/// The looks of lines.
pub(super) fn looks(source: &str, lines: &[Line]) -> Vec<Look> {
    let look = |line: &Line| {
        let core = core(source, line.content);
        let words = &source[core.range()];
        Look { core, gap: words.is_empty() || is_page_number(words) || is_rule(words) }
    };
    lines.iter().map(look).collect()
}

/// `---- ------ ----`: a line that is only drawn.
fn is_rule(words: &str) -> bool {
    words.len() > 3
        && words.starts_with(['-', '=', '─', '━'])
        && words.chars().all(|c| matches!(c, '-' | '=' | '─' | '━') || is_blank(c))
}

/// Words without the blanks between them.
pub(super) fn closed(words: &str) -> String {
    words.chars().filter(|&c| !is_blank(c)).collect()
}

/// How wide words are on a screen, in columns.
pub(super) fn width(words: &str) -> usize {
    words.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

/// A place without the blanks around its words.
fn core(source: &str, span: Span) -> Span {
    let core = trim_range(&source[span.range()]);
    Span::new(span.start + core.start as u32, span.start + core.end as u32)
}

/// A text and its lines.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) source: &'a ArcStr,
    pub(super) lines: &'a [Line],
    /// What the lines look like.
    pub(super) looks: &'a [Look],
}

impl<'a> Text<'a> {
    /// The words of a line, without its break.
    pub(super) fn raw(self, at: usize) -> &'a str {
        &self.source[self.lines[at].content.range()]
    }

    /// The words of a line, without the blanks around them.
    pub(super) fn core(self, at: usize) -> &'a str {
        &self.source[self.looks[at].core.range()]
    }

    /// Where they stand.
    pub(super) fn line(self, at: usize) -> Span {
        self.looks[at].core
    }

    /// Whether a line has marks of these kinds.
    pub(super) fn has(self, at: usize, kinds: Kinds) -> bool {
        self.lines[at].kinds.meets(kinds)
    }

    /// Whether nothing of a table can stand in a line.
    pub(super) fn is_gap(self, at: usize) -> bool {
        self.looks[at].gap
    }

    /// Whether a line is the foot of the document or the web site's own.
    pub(super) fn is_foot(self, at: usize) -> bool {
        is_foot(&Flow::of_line(self.source, self.lines[at]).text)
    }

    /// The part of a line at `from..to`, outer blanks left out.
    pub(super) fn piece(self, at: usize, from: usize, to: usize) -> Span {
        let start = self.lines[at].content.start;
        core(self.source, Span::new(start + from as u32, start + to as u32))
    }

    /// The words at a span.
    pub(super) fn words(self, span: Span) -> &'a str {
        &self.source[span.range()]
    }
}
