//! The piece of a line that is shown with a diagnostic: however long the line, only what fits the terminal is looked at.

use std::ops::Range;

use fenjie::{LineIndex, Span};

use crate::screen::columns;

/// A piece of a line.
pub(crate) struct Piece {
    /// Its text, with an ellipsis where the line goes on.
    pub(crate) text: String,
    /// The bytes of it that are underlined.
    pub(crate) underlined: Range<usize>,
    /// The number of the line.
    pub(crate) line: u32,
    /// On how many further lines the span goes on.
    pub(crate) lines_after: u32,
}

/// The columns that line numbers and margins take.
const MARGIN: usize = 10;

/// Cuts the first line of `span` so that it fits into `width` columns: a third of them before the span, the rest from its start.
pub(crate) fn cut(lines: &LineIndex, span: Span, width: usize) -> Piece {
    let width = width.saturating_sub(MARGIN).max(30);
    let (first, last) = lines.positions(span);
    let line = lines.line_text(first.line);
    let line_start = lines.line_span(first.line).start;
    // A span may begin in the line's break, and end on a later line.
    let start = (span.start.saturating_sub(line_start) as usize).min(line.len());
    let end = (span.end.saturating_sub(line_start) as usize).clamp(start, line.len());

    let from = start - fitting(line[..start].chars().rev(), width / 3);
    let used: usize = line[from..start].chars().map(columns).sum();
    let to = start + fitting(line[start..].chars(), width - used);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < line.len() { "…" } else { "" };
    let shift = before.len();
    Piece {
        text: format!("{before}{}{after}", &line[from..to]),
        underlined: start - from + shift..end.min(to) - from + shift,
        line: first.line,
        lines_after: last.line.saturating_sub(first.line).saturating_sub(u32::from(last.column == 1)),
    }
}

/// How many bytes of the characters fit into `width` columns.
fn fitting(characters: impl Iterator<Item = char>, width: usize) -> usize {
    let mut left = width;
    let fit = characters.take_while(|&c| {
        let columns = columns(c);
        let fits = columns <= left;
        left = left.saturating_sub(columns);
        fits
    });
    // Characters without width would let a line go on for ever.
    fit.take(4 * width).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, start: usize, end: usize) -> Piece {
        cut(&LineIndex::new(text), Span::new(start as u32, end as u32), 40)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "一、\n责任单位：市财政局\n";
        let start = text.find('市').unwrap();
        let piece = piece(text, start, text.len());
        assert_eq!(piece.text, "责任单位：市财政局");
        assert_eq!(&piece.text[piece.underlined], "市财政局");
        assert_eq!((piece.line, piece.lines_after), (2, 0));
    }

    #[test]
    fn a_long_line_is_cut_around_the_span() {
        let text = format!("{}市财政局{}", "甲".repeat(1_000_000), "乙".repeat(1_000_000));
        let piece = piece(&text, 3_000_000, 3_000_012);
        assert_eq!(piece.text, "…甲甲甲甲甲市财政局乙乙乙乙乙乙…");
        assert_eq!(&piece.text[piece.underlined], "市财政局");
    }

    #[test]
    fn a_span_over_several_lines_is_underlined_to_the_end_of_its_first() {
        let text = "甲乙\r\n丙\r\n丁";
        let piece = piece(text, 3, text.len());
        assert_eq!((&piece.text[piece.underlined], piece.lines_after), ("乙", 2));
    }

    #[test]
    fn a_span_in_a_line_break_or_behind_the_text_is_shown_at_the_end() {
        assert_eq!(piece("甲\r\n乙", 4, 5).underlined, 3..3);
        assert_eq!(piece("甲", 3, 3).underlined, 3..3);
        assert_eq!(piece("甲", 30, 40).underlined, 3..3);
        assert_eq!(piece("", 0, 0).underlined, 0..0);
    }
}
