//! Digits inside names, formulas and versions.

use super::{
    QuantityKind, cursor,
    numeral::{Numeral, Shape},
};
use crate::text::numeral::arabic;

/// A word with digits in it: where it ends and what it is.
pub(super) type Name = (usize, QuantityKind);

/// The name that goes on after the Arabic digits of `numeral`: `8+4`, `5G`, `1.0.3`, `0571-…`.
pub(super) fn after(text: &str, numeral: &Numeral) -> Option<Name> {
    let Shape::Arabic { fraction, padded, .. } = numeral.shape else { return None };
    let end = chain(text, numeral.end, padded);
    if end > numeral.end {
        let dotted = fraction && text[numeral.end..].starts_with('.');
        return Some((end, if dotted { QuantityKind::Version } else { QuantityKind::Name }));
    }
    let edition = cursor::skip_spaces(text, end);
    if fraction && text[edition..].starts_with('版') {
        return Some((edition + "版".len(), QuantityKind::Version));
    }
    padded.then_some((end, QuantityKind::Name))
}

/// Everything that hangs on to digits without a space: `+4`, `G`, `.3`, `×24`; behind a code also `-8888`.
fn chain(text: &str, at: usize, code: bool) -> usize {
    let mut end = at;
    loop {
        let Some(c) = cursor::after(text, end) else { return end };
        let next = end + c.len_utf8();
        let sign = matches!(c, '+' | '＋' | '×' | '*' | '_' | '.' | '@' | '#' | '&') || (code && c == '-');
        let joins = sign && cursor::after(text, next).is_some_and(|c| c.is_ascii_alphabetic() || arabic(c).is_some());
        let digit = end > at && arabic(c).is_some();
        if !joins && !digit && !c.is_ascii_alphabetic() {
            return end;
        }
        end = next;
    }
}

/// Whether the digits at `at` go on with a word of Latin letters (`PM2.5`, `Y-12`).
pub(super) fn follows_letters(text: &str, at: usize) -> bool {
    let joint = |c: &char| matches!(c, '-' | '_' | '.');
    match cursor::before(text, at) {
        Some(c) if joint(&c) => cursor::before(text, at - 1).is_some_and(|c| c.is_ascii_alphabetic()),
        Some(c) => c.is_ascii_alphabetic() || matches!(c, '+' | '＋' | '×'),
        None => false,
    }
}
