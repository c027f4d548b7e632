//! The figure in a cell.

use rust_decimal::Decimal;

use crate::quantity::{self, Precision};
use crate::text::chars::digit;

/// Whether a cell says how much.
pub(super) fn has_figure(text: &str) -> bool {
    text.contains(|c| digit(c).is_some()) && text.chars().count() <= 24
}

/// The exact number of a cell: `1,200`, `14.2`, `100%`, `1.2万`.
pub(super) fn value(text: &str) -> Option<Decimal> {
    let plain: Option<String> = text
        .trim_end_matches(['%', '％'])
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' '))
        .map(|c| match digit(c) {
            Some(value) => char::from_digit(value, 10),
            None => matches!(c, '.' | '．').then_some('.').or((c == '-').then_some('-')),
        })
        .collect();
    let plain = plain.filter(|plain| plain.len() <= 28).and_then(|plain| Decimal::from_str_exact(&plain).ok());
    plain.or_else(|| {
        let mut all = quantity::find_iter(text);
        let only = all.next().filter(|_| all.next().is_none());
        only.filter(|quantity| quantity.precision != Precision::Overflow).map(|quantity| quantity.value)
    })
}
