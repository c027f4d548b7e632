//! A list's text → its segments.

use std::ops::Range;

use super::brackets::{closes, opens};
use crate::text::chars::{is_comma, is_stop, marks, trim_range};

/// What stands between two segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// `、`: the list goes on.
    Pause,
    /// `，` `；`: another group of units begins.
    Comma,
}

/// A stretch between separators, outer blanks left out, with what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) range: Range<usize>,
    pub(super) before: Separator,
}

/// The segments of `text` at `range`; separators inside brackets do not count, and brackets that never close are marks like any
/// other.
pub(super) fn segments(text: &str, range: Range<usize>) -> Vec<Segment> {
    let mut closed = None;
    let mut found = Vec::new();
    let mut start = range.start;
    let mut before = Separator::Comma;
    let mut depth = 0usize;
    for (offset, c) in marks(&text[range.clone()]) {
        let at = range.start + offset;
        let is_bracket = opens(c) || closes(c);
        let mut is_closed =
            || closed.get_or_insert_with(|| closed_brackets(&text[range.clone()])).binary_search(&offset).is_ok();
        if is_bracket && is_closed() {
            depth = if opens(c) { depth + 1 } else { depth.saturating_sub(1) };
        } else if depth == 0 {
            let Some(separator) = separator(c) else { continue };
            push(&mut found, text, start..at, before);
            (start, before) = (at + c.len_utf8(), separator);
        }
    }
    push(&mut found, text, start..range.end, before);
    found
}

fn separator(c: char) -> Option<Separator> {
    match c {
        '、' | '/' | '／' | '\t' => Some(Separator::Pause),
        c if is_comma(c) || is_stop(c) => Some(Separator::Comma),
        _ => None,
    }
}

fn push(found: &mut Vec<Segment>, text: &str, range: Range<usize>, before: Separator) {
    let core = trim_range(&text[range.clone()]);
    if !core.is_empty() {
        found.push(Segment { range: range.start + core.start..range.start + core.end, before });
    }
}

/// The offsets of the brackets that have a partner, in order.
fn closed_brackets(text: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut closed = Vec::new();
    for (at, c) in marks(text) {
        if opens(c) {
            open.push(at);
        } else if closes(c) {
            if let Some(partner) = open.pop() {
                closed.extend([partner, at]);
            }
        }
    }
    closed.sort_unstable();
    closed
}
