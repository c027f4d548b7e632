//! A quantity as it begins: its numeral and nothing known about it yet.

use super::{
    model::{Quantity, QuantityKind},
    numeral::Numeral,
};
use crate::model::{Comparator, Span};

/// A quantity of `numeral` that ends at `end`, to be filled in.
pub(super) fn plain(numeral: &Numeral, end: usize, kind: QuantityKind) -> Quantity {
    Quantity {
        span: span(numeral.start, end),
        number: span(numeral.start, numeral.end),
        value: numeral.value,
        value_max: numeral.max,
        comparator: if numeral.max.is_some() { Comparator::Between } else { Comparator::Eq },
        measure: None,
        kind,
        precision: numeral.precision,
    }
}

pub(super) fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}
