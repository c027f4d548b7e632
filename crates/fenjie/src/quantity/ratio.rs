//! Fractions and multiples: numerals that say a share of something.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    cursor,
    draft::{plain, span},
    grammar, lexicon,
    model::{Precision, Quantity, QuantityKind},
    numeral::{Numeral, Shape, shift},
};
use crate::model::Comparator;

/// 翻番, 翻一番, 翻两番.
pub(super) fn multiple(text: &str, at: usize) -> Option<Quantity> {
    let after = at + '翻'.len_utf8();
    let numeral = grammar::read(text, after);
    let end = numeral.as_ref().map_or(after, |numeral| numeral.end);
    let rest = text[end..].strip_prefix(['番', '倍'])?;
    let doublings = numeral.map_or(Some(1), |numeral| u32::try_from(numeral.value.trunc().mantissa()).ok())?;
    let value = 2_u64.checked_pow(doublings)?;
    let whole = span(at, text.len() - rest.len());
    Some(Quantity {
        span: whole,
        number: whole,
        value: value.into(),
        value_max: None,
        comparator: Comparator::Eq,
        measure: Some(Cow::Borrowed("倍")),
        kind: QuantityKind::Ratio,
        precision: Precision::Exact,
    })
}

/// Characters that make another word of 成: 两成立, 三成员.
const NO_TENTHS: &str = "立为都功本果员人绩熟长分套形效年交就品色体";

/// 三成, 七八成: tenths, given in hundredths.
pub(super) fn tenths(text: &str, count: &Numeral) -> Option<Quantity> {
    let rest = text[count.end..].strip_prefix('成')?;
    let other = rest.chars().next().is_some_and(|c| cursor::one_of(c, NO_TENTHS));
    let whole = count.value > Decimal::ZERO && count.value <= Decimal::TEN;
    if other || !whole || matches!(count.shape, Shape::Bare | Shape::Glued | Shape::Positional) {
        return None;
    }
    let mut quantity = plain(count, text.len() - rest.len(), QuantityKind::Ratio);
    quantity.value = shift(count.value, 1)?;
    quantity.value_max = count.max.and_then(|max| shift(max, 1));
    quantity.measure = Some(Cow::Borrowed("%"));
    if let Some((comparator, end)) = lexicon::comparator_after(text, quantity.span.end as usize) {
        (quantity.comparator, quantity.span.end) = (comparator, end as u32);
    }
    Some(quantity)
}

/// 百分之五, 千分之三, 三分之一, 1/3, 1∶1.5.
pub(super) fn fraction(text: &str, below: &Numeral) -> Option<Quantity> {
    let rest = text[below.end..].trim_start_matches(cursor::is_space);
    let at = text.len() - rest.len();
    let parts = rest.strip_prefix('分').and_then(|rest| rest.trim_start_matches(cursor::is_space).strip_prefix('之'));
    let (at, stroke) = match parts {
        Some(rest) => (text.len() - rest.len(), false),
        None => (at + rest.chars().next().filter(|c| at == below.end && cursor::one_of(*c, "/:：∶"))?.len_utf8(), true),
    };
    let above = grammar::read(text, if stroke { at } else { cursor::skip_spaces(text, at) })?;
    let slash = text[..at].ends_with('/');
    let digits = |numeral: &Numeral| matches!(numeral.shape, Shape::Arabic { fraction, .. } if !fraction || !slash);
    if stroke && !(digits(below) && digits(&above) && !text[above.end..].starts_with(['/', ':', '：'])) {
        return None;
    }
    let (above, below) = if stroke { (below, &above) } else { (&above, below) };
    let end = above.end.max(below.end);
    let hundredths = [(100, "%"), (1000, "‰"), (10_000, "‱")];
    let measure = hundredths.iter().find(|(value, _)| below.value == (*value).into() && below.shape == Shape::Bare);
    let mut quantity = plain(above, end, QuantityKind::Ratio);
    quantity.span.start = above.start.min(below.start) as u32;
    if let Some((_, word)) = measure {
        quantity.measure = Some(Cow::Borrowed(*word));
    } else {
        quantity.value = above.value.checked_div(below.value)?;
        quantity.number = quantity.span;
        // A quotient that fills the type to the last place has no end, or none that fits.
        let places = quantity.value.scale() == Decimal::MAX_SCALE;
        let full = places || quantity.value.mantissa().unsigned_abs() >= 10_u128.pow(Decimal::MAX_SCALE - 1);
        quantity.precision = above.precision.max(if full { Precision::Rounded } else { Precision::Exact });
    }
    if let Some((comparator, end)) = lexicon::comparator_after(text, end) {
        (quantity.comparator, quantity.span.end) = (comparator, end as u32);
    }
    Some(quantity)
}
