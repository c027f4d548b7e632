//! What a numeral is, and the arithmetic and the runs of characters that all its readers share.

use rust_decimal::Decimal;

use super::{cursor, measure, model::Precision};
use crate::text::numeral::{Sign, sign};

/// A numeral as it stands in the text.
#[derive(Debug)]
pub(super) struct Numeral {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) precision: Precision,
    /// The upper end of two digits in a row (五六百).
    pub(super) max: Option<Decimal>,
    /// Said to be more than the value (十多万, 几百).
    pub(super) vague: bool,
    pub(super) shape: Shape,
    /// Powers of ten that end the numeral and hold for all of it, and those among them that are 万 or more.
    pub(super) tail: Tail,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Arabic digits alone.
    Arabic { digits: usize, fraction: bool, padded: bool },
    /// A single Chinese digit, or 十.
    Lone,
    /// Powers without a digit (百, 千亿).
    Bare,
    /// Chinese digits in a row (二〇二五).
    Positional,
    /// Digits and powers that do not make one number (十四五).
    Glued,
    /// Everything else.
    Composed,
}

/// The powers at the end of a numeral, as exponents of ten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    pub(super) all: u32,
    pub(super) big: u32,
}

impl Numeral {
    /// Whether it takes more than one number or power to write it.
    pub(super) fn is_composed(&self) -> bool {
        !matches!(self.shape, Shape::Arabic { .. } | Shape::Lone)
    }

    /// Whether it is digits alone, without any power.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.shape, Shape::Arabic { .. } | Shape::Lone) && self.tail.all == 0
    }
}

/// `value` times ten to the power of `power`, exactly.
pub(super) fn shift(value: Decimal, power: u32) -> Option<Decimal> {
    let mut whole = value;
    if value.scale() >= power {
        whole.set_scale(value.scale() - power).ok()?;
        return Some(whole);
    }
    let missing = power - value.scale();
    whole.set_scale(0).ok()?;
    let factor = 10_i128.checked_pow(missing)?;
    whole.checked_mul(Decimal::try_from_i128_with_scale(factor, 0).ok()?)
}

/// The end of the numeral characters at `at`.
pub(super) fn signs(text: &str, at: usize) -> usize {
    let run = text[at..].chars().take_while(|&c| sign(c).is_some());
    at + run.map(char::len_utf8).sum::<usize>()
}

/// Two digits in a row that stand for a range, before a power or a measure (五六百, 七八个, 三五年): how far the second
/// goes beyond the first, and where they end.
pub(super) fn pair_at(text: &str, at: usize) -> Option<(u8, usize)> {
    let mut chars = text[at..].chars();
    let (first, second) = (chars.next()?, chars.next()?);
    let (Some(Sign::Digit(low)), Some(Sign::Digit(high))) = (sign(first), sign(second)) else { return None };
    let end = at + first.len_utf8() + second.len_utf8();
    let next = cursor::after(text, end).and_then(sign);
    let follows = match next {
        Some(Sign::Small(_) | Sign::Big(_)) => true,
        Some(_) => false,
        None => measure::at(text, end).is_some(),
    };
    let ascending = low > 0 && (high == low + 1 || (low, high) == (3, 5));
    (ascending && follows).then(|| (high - low, end))
}
