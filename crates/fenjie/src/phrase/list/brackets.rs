//! Brackets of a list: those of prose, and the angles that notices print for want of others.

use std::ops::Range;

use crate::text::chars::{is_close, is_open};

/// Whether `c` opens a bracket in a list: `（`, `〈`.
pub(super) fn opens(c: char) -> bool {
    is_open(c) || matches!(c, '〈' | '＜' | '《' | '<')
}

/// Whether `c` closes one.
pub(super) fn closes(c: char) -> bool {
    is_close(c) || matches!(c, '〉' | '＞' | '》' | '>')
}

/// The bracket at the end of the range, its marks included.
pub(super) fn last(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    part.chars().next_back().filter(|&c| closes(c))?;
    let mut depth = 0;
    for (at, c) in part.char_indices().rev() {
        depth += i32::from(closes(c)) - i32::from(opens(c));
        if depth == 0 {
            return Some(range.start + at..range.end);
        }
    }
    None
}

/// What stands inside a bracket.
pub(super) fn inner(text: &str, bracket: &Range<usize>) -> Range<usize> {
    let part = &text[bracket.clone()];
    let open = part.chars().next().map_or(0, char::len_utf8);
    let close = part.chars().next_back().map_or(0, char::len_utf8);
    bracket.start + open..(bracket.end - close).max(bracket.start + open)
}
