//! Digits inside names, formulas and versions, and in front of items.

use rust_decimal::Decimal;

use super::{
    cursor,
    model::QuantityKind,
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

/// The end of a numeral that numbers an item at the beginning of a line, or a point of a list (一是).
pub(super) fn enumerates(text: &str, numeral: &Numeral, measured: bool) -> Option<usize> {
    let head = text[..numeral.start].trim_end_matches(cursor::is_space);
    let (head, bracket) = match head.strip_suffix(['（', '(']) {
        Some(head) => (head.trim_end_matches(cursor::is_space), true),
        None => (head, false),
    };
    let opens = head.is_empty() || head.ends_with(['\n', '\r']);
    let rest = &text[numeral.end..];
    if let Shape::Arabic { fraction: true, .. } = numeral.shape {
        // An item number glued to the year that its text begins with (1.2025年).
        let (item, year) = text[numeral.start..numeral.end].split_once('.')?;
        let glued = opens && item.len() <= 3 && year.len() == 4 && rest.starts_with('年');
        return glued.then_some(numeral.start + item.len());
    }
    let small = match numeral.shape {
        Shape::Arabic { digits, .. } => digits <= 3,
        Shape::Lone => true,
        Shape::Composed => numeral.tail.all <= 1 && numeral.value < Decimal::ONE_HUNDRED,
        _ => false,
    };
    let numbers = if bracket {
        rest.starts_with(['）', ')']) && (opens || head.ends_with(['。', '；', '：']))
    } else {
        let clause = head.is_empty() || head.ends_with(['。', '；', '：', '，', '\n', ';', ':', ',']);
        let point = opens && rest.starts_with(['.', '．', '、', ')', '）']);
        let spaced = opens && !measured && !numeral.is_composed() && han_after_space(rest);
        point || spaced || (clause && rest.starts_with('是') && numeral.shape == Shape::Lone)
    };
    (small && numbers).then_some(numeral.end)
}

/// Whether Chinese text follows after a space.
fn han_after_space(rest: &str) -> bool {
    let at = cursor::skip_spaces(rest, 0);
    at > 0 && cursor::after(rest, at).is_some_and(cursor::is_han)
}

/// Whether quotation marks enclose the numeral alone (“1168”).
pub(super) fn quoted(text: &str, numeral: &Numeral) -> bool {
    let open = cursor::before(text, numeral.start).is_some_and(|c| cursor::one_of(c, "“\"「『‘《"));
    open && cursor::after(text, numeral.end).is_some_and(|c| cursor::one_of(c, "”\"」』’》"))
}
