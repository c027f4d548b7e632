//! Numbers in Arabic digits of either width, with separators and a decimal point.

use rust_decimal::Decimal;

use super::{cursor, measure, model::Precision};
use crate::text::numeral::arabic;

/// Digits as they stand in the text.
pub(super) struct Literal {
    pub(super) end: usize,
    pub(super) value: Decimal,
    pub(super) precision: Precision,
    /// Digits before the point.
    pub(super) digits: usize,
    /// Whether there is a decimal point.
    pub(super) fraction: bool,
    /// Whether it is written with a zero in front (`007`).
    pub(super) padded: bool,
}

/// An exact number being written down digit by digit.
pub(super) struct Mantissa {
    value: u128,
    scale: u32,
    pub(super) precision: Precision,
}

/// The largest mantissa of [`Decimal`]: 96 bits.
const LIMIT: u128 = (1 << 96) - 1;

impl Mantissa {
    pub(super) const fn new() -> Self {
        Self { value: 0, scale: 0, precision: Precision::Exact }
    }

    /// Appends a digit before the point.
    pub(super) fn whole(&mut self, digit: u8) {
        match self.value * 10 + u128::from(digit) {
            value if value <= LIMIT => self.value = value,
            _ => self.precision = Precision::Overflow,
        }
    }

    /// Appends a digit after the point; what the decimal type has no room for is dropped and owned up to.
    pub(super) fn part(&mut self, digit: u8) {
        let value = self.value * 10 + u128::from(digit);
        if value <= LIMIT && self.scale < Decimal::MAX_SCALE && self.precision == Precision::Exact {
            (self.value, self.scale) = (value, self.scale + 1);
        } else if self.precision == Precision::Exact && digit > 0 {
            self.precision = Precision::Rounded;
        }
    }

    pub(super) fn decimal(&self) -> Decimal {
        match self.precision {
            Precision::Overflow => Decimal::MAX,
            _ => Decimal::from_i128_with_scale(i128::try_from(self.value).unwrap_or(i128::MAX), self.scale),
        }
    }
}

/// The number in Arabic digits at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Literal> {
    let padded = cursor::after(text, at).and_then(arabic)? == 0;
    let mut mantissa = Mantissa::new();
    let mut end = whole(text, at, &mut mantissa);
    let digits = text[at..end].chars().filter(|&c| arabic(c).is_some()).count();
    let point = end + point_length(text, end);
    let fraction = point > end && cursor::after(text, point).and_then(arabic).is_some();
    if fraction {
        end = point;
        while let Some((digit, length)) = digit_at(text, end) {
            mantissa.part(digit);
            end += length;
        }
    }
    let (value, precision) = (mantissa.decimal(), mantissa.precision);
    Some(Literal { end, value, precision, digits, fraction, padded: padded && digits > 1 })
}

/// The digits before the point, with groups of three behind separators of their own width.
fn whole(text: &str, at: usize, mantissa: &mut Mantissa) -> usize {
    let mut end = at;
    while let Some((digit, length)) = digit_at(text, end) {
        mantissa.whole(digit);
        end += length;
    }
    let width = if text.as_bytes()[at].is_ascii() { 1 } else { 3 };
    if end - at > 3 * width || text[at..].starts_with(['0', '０']) {
        return end;
    }
    let point = if width == 1 { ',' } else { '，' };
    while let Some((group, next)) = group_at(text, end, width, |c| c == point) {
        for digit in group {
            mantissa.whole(digit);
        }
        end = next;
    }
    if let Some(spaced) = spaced_groups(text, end, width) {
        while let Some((group, next)) = group_at(text, end, width, is_thin).filter(|&(_, next)| next <= spaced) {
            for digit in group {
                mantissa.whole(digit);
            }
            end = next;
        }
    }
    end
}

/// Spaces that group digits.
fn is_thin(c: char) -> bool {
    cursor::is_space(c) || c == '\u{202f}'
}

/// More groups than this no exact decimal holds.
const GROUPS: usize = 10;

/// Where groups of three behind spaces end (`10 000万元`), if what they count follows straight on: digits that stand
/// beside each other without it are several numbers.
fn spaced_groups(text: &str, at: usize, width: usize) -> Option<usize> {
    let groups =
        std::iter::successors(group_at(text, at, width, is_thin), |&(_, end)| group_at(text, end, width, is_thin));
    let (_, end) = groups.take(GROUPS).last()?;
    let counted =
        measure::at(text, end).is_some() || cursor::after(text, end).is_some_and(|c| measure::power(c).is_some());
    counted.then_some(end)
}

/// Exactly three digits behind a separator, and where they end.
fn group_at(text: &str, at: usize, width: usize, separates: impl Fn(char) -> bool) -> Option<([u8; 3], usize)> {
    let rest = text[at..].strip_prefix(separates)?;
    let start = text.len() - rest.len();
    let mut signs = rest.chars().map(|c| arabic(c).filter(|_| c.len_utf8() == width));
    let group = [signs.next()??, signs.next()??, signs.next()??];
    signs.next().flatten().is_none().then_some((group, start + 3 * width))
}

fn digit_at(text: &str, at: usize) -> Option<(u8, usize)> {
    let c = cursor::after(text, at)?;
    Some((arabic(c)?, c.len_utf8()))
}

fn point_length(text: &str, at: usize) -> usize {
    cursor::after(text, at).filter(|c| matches!(c, '.' | '．')).map_or(0, char::len_utf8)
}
