//! How far words may stand from the figure that they belong to.

use std::ops::Range;

/// How far, in bytes, words may stand from the quantity that they belong to: bounds the work for each quantity.
pub(super) const REACH: usize = 480;

/// The end of a stretch, as far as words reach.
pub(super) fn last_bytes(text: &str, range: Range<usize>) -> Range<usize> {
    let mut start = range.start.max(range.end.saturating_sub(REACH));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start..range.end
}

/// The beginning of a stretch, as far as words reach.
pub(super) fn first_bytes(text: &str, range: Range<usize>) -> Range<usize> {
    let mut end = range.end.min(range.start + REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    range.start..end
}
