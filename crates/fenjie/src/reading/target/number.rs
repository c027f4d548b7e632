//! Quantities as the grammar of targets sees them.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::aside::{Aside, Reason};
use super::indicator::Figure;
use super::reach::last_bytes;
use super::words::{self, Class};
use crate::model::Comparator;
use crate::quantity::{self, Dimension, Precision, Quantity, QuantityKind};
use crate::text::chars::one_of;
use crate::vocabulary::COMMITTING;

/// Whether a text holds anything that a target could be made of.
pub(super) fn may_hold_target(text: &str) -> bool {
    COMMITTING.find(text).is_some()
}

/// A quantity that may be the value of a target.
#[allow(clippy::struct_excessive_bools)] // each says whether one word was there
#[derive(Clone, Debug)]
pub(super) struct Num {
    /// The whole words, with comparator and measure.
    pub(super) range: Range<usize>,
    /// The digits alone.
    pub(super) digits: Range<usize>,
    pub(super) value: Decimal,
    pub(super) value_max: Option<Decimal>,
    pub(super) comparator: Comparator,
    pub(super) measure: Option<Cow<'static, str>>,
    pub(super) dimension: Option<Dimension>,
    pub(super) rank: bool,
    /// A share, a multiple or a difference of shares.
    pub(super) ratio: bool,
    /// The words before the digits say that the figure is reached (达到).
    pub(super) reached: bool,
    /// Written in Chinese numerals alone.
    pub(super) chinese: bool,
    /// Written as a power alone (`百公里`, `亿元`).
    pub(super) power: bool,
    /// Written with 万 or 亿.
    pub(super) great: bool,
}

/// The quantities of a text.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Those that may be values.
    pub(super) nums: Vec<Num>,
    /// The stretches of all of them.
    pub(super) held: Vec<Range<usize>>,
    /// Those that are no values, whatever stands around them.
    pub(super) asides: Vec<Aside>,
}

/// The quantities of a text.
pub(super) fn find(text: &str) -> Found {
    let Found { mut nums, mut held, mut asides } = Found::default();
    let mut quantities = quantity::find_iter(text).peekable();
    while let Some(quantity) = quantities.next() {
        held.push(quantity.span.range());
        if let Some(below) = quantities.next_if(|below| is_rate(text, &quantity, below)) {
            // `8/10万`: so many in so many.
            held.push(below.span.range());
            asides.extend([quantity, below].map(|part| Aside { range: part.span.range(), reason: Some(Reason::Per) }));
            continue;
        }
        // A third has no end as a decimal.
        let endless = quantity.kind == QuantityKind::Ratio && quantity.value.scale() >= ENDLESS;
        if quantity.precision == Precision::Overflow || endless {
            asides.push(Aside { range: quantity.span.range(), reason: Some(Reason::OutOfRange) });
            continue;
        }
        let rank = quantity.kind == QuantityKind::Rank;
        let counted =
            matches!(quantity.kind, QuantityKind::Cardinal | QuantityKind::Ratio) || counts_grades(&quantity, text);
        if !rank && !counted {
            asides.push(Aside { range: quantity.span.range(), reason: Some(Reason::of_kind(quantity.kind)) });
            continue;
        }
        let digits = quantity.number.range();
        let written = &text[digits.clone()];
        nums.push(Num {
            range: quantity.span.range(),
            value: quantity.value,
            value_max: quantity.value_max,
            comparator: quantity.comparator,
            dimension: quantity.unit().map(|unit| unit.dimension),
            ratio: quantity.kind == QuantityKind::Ratio
                || matches!(quantity.measure.as_deref(), Some("%" | "‰" | "倍")),
            measure: quantity.measure,
            rank,
            reached: text[quantity.span.start as usize..digits.start].contains('达'),
            chinese: !written.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)),
            power: written.chars().all(|c| one_of(c, "百千万亿")),
            great: written.contains(['万', '亿']),
            digits,
        });
    }
    Found { nums, held, asides }
}

/// The decimal places from which on a share is taken to have no end.
const ENDLESS: u32 = 20;

/// `管理层级控制在4级以内`: a bound of grades that are counted by name.
fn counts_grades(quantity: &Quantity, text: &str) -> bool {
    let before = last_bytes(text, 0..quantity.number.start as usize);
    quantity.kind == QuantityKind::Grade
        && quantity.comparator != Comparator::Eq
        && words::find(&text[before], Class::COUNTED).is_some()
}

/// Whether a stroke alone parts two bare numbers, of which the second is written with a power.
fn is_rate(text: &str, above: &Quantity, below: &Quantity) -> bool {
    let gap = text.get(above.span.end as usize..below.number.start as usize);
    let power = text[below.number.range()].contains(['万', '千']);
    above.measure.is_none() && below.measure.is_none() && power && matches!(gap, Some("/" | "／"))
}

impl Num {
    /// Whether it says a bound rather than a bare number.
    pub(super) fn bounded(&self) -> bool {
        !matches!(self.comparator, Comparator::Eq | Comparator::Between)
    }

    /// What sort of figure it is.
    pub(super) fn figure(&self) -> Figure {
        use Dimension as D;
        match self.dimension {
            _ if self.rank => Figure::Rank,
            _ if self.ratio => Figure::Ratio,
            None | Some(D::Count | D::Persons | D::Visits | D::Households | D::Events) => Figure::Amount,
            Some(_) => Figure::Sum,
        }
    }

    /// Whether it is of that dimension.
    pub(super) fn is(&self, dimension: Dimension) -> bool {
        self.dimension == Some(dimension)
    }
}
