//! One numeral and its surroundings → one quantity.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    cursor, date,
    draft::{plain, span},
    grammar, lexicon,
    measure::Dimension,
    model::{Quantity, QuantityKind},
    name,
    numeral::{Numeral, Shape},
    part::{self, Part},
    ratio,
};
use crate::model::{Comparator, Span};

/// The quantity whose numeral begins at `at`; where to go on looking if there is none.
///
/// Nothing before `floor` belongs to it.
pub(super) fn read(text: &str, at: usize, floor: usize) -> Result<Quantity, usize> {
    let first = cursor::after(text, at).ok_or(text.len())?;
    let past = at + first.len_utf8();
    if first == '翻' {
        return ratio::multiple(text, at).map(|quantity| with_comparator(text, quantity, floor)).ok_or(past);
    }
    if matches!(first, '数' | '數') && cursor::before(text, at).is_some_and(|c| cursor::one_of(c, COUNTED)) {
        return Err(past);
    }
    let numeral = grammar::read(text, at).ok_or(past)?;
    let end = numeral.end;
    special(text, &numeral, floor).or_else(|| amount(text, numeral, floor)).ok_or(end)
}

/// Characters that make a noun with 数 (户数百分之五), where it is no numeral (数百户).
const COUNTED: &str = "总人户个件次台套辆倍位指参系函分基岁天级点";

/// Numbers that measure nothing: dates, document numbers, names, numbering.
fn special(text: &str, numeral: &Numeral, floor: usize) -> Option<Quantity> {
    if let Some((start, serial, end)) = date::document_number(text, numeral).filter(|&(start, ..)| start >= floor) {
        let mut quantity = plain(&serial, end, QuantityKind::DocumentNumber);
        quantity.span.start = start as u32;
        return Some(quantity);
    }
    let named = name::follows_letters(text, numeral.start) && numeral.start > floor;
    let measured = part::word_at(text, cursor::skip_spaces(text, numeral.end));
    if named && !measured.is_some_and(|(measure, _)| measure.dimension() == Dimension::Ratio) {
        let end = name::after(text, numeral).map_or(numeral.end, |(end, _)| end);
        return Some(plain(numeral, end, QuantityKind::Name));
    }
    if let Some(date) = date::read(text, numeral) {
        return Some(dated(text, numeral, &date, floor));
    }
    if let Some(end) = name::enumerates(text, numeral, measured.is_some()) {
        let mut quantity = plain(numeral, end, QuantityKind::Enumerator);
        quantity.number.end = end as u32;
        quantity.value = if end < numeral.end { numeral.value.trunc() } else { numeral.value };
        return Some(quantity);
    }
    if measured.is_some() {
        return None;
    }
    if let Some((end, kind)) = name::after(text, numeral) {
        return Some(plain(numeral, end, kind));
    }
    let small = numeral.shape == Shape::Composed && numeral.value < Decimal::ONE_HUNDRED;
    let congress = small && text[numeral.end..].starts_with('大');
    let glued = congress || matches!(numeral.shape, Shape::Glued | Shape::Positional);
    (glued || name::quoted(text, numeral)).then(|| plain(numeral, numeral.end, QuantityKind::Name))
}

fn dated(text: &str, numeral: &Numeral, date: &date::Date, floor: usize) -> Quantity {
    let mut quantity = plain(numeral, date.end, QuantityKind::Date);
    quantity.measure = date.measure.map(Cow::Borrowed);
    quantity.value = quantity.value.trunc();
    if let Some(until) = date.until {
        quantity.value_max = Some(until.into());
        quantity.comparator = Comparator::Between;
    }
    if let Some('第' | '前') = cursor::before(text, numeral.start).filter(|_| numeral.start > floor) {
        quantity.span.start -= '第'.len_utf8() as u32;
    }
    quantity
}

/// Everything that is an amount, a share, a rank or a number in a row.
fn amount(text: &str, numeral: Numeral, floor: usize) -> Option<Quantity> {
    let numeral = signed(text, pointed(text, numeral, floor), floor);
    if let Some(quantity) = ratio::fraction(text, &numeral).or_else(|| ratio::tenths(text, &numeral)) {
        return Some(with_comparator(text, quantity, floor));
    }
    let start = numeral.start;
    let first = part::read(text, numeral);
    let han = cursor::after(text, start).is_some_and(cursor::is_han);
    if han && lexicon::in_word(text, start, first.numeral.end, first.end, floor) {
        return None;
    }
    if first.measure.is_none() && lexicon::names_number(text, first.numeral.end) && !ranks(text, start, floor) {
        return Some(plain(&first.numeral, first.numeral.end, QuantityKind::Name));
    }
    if let Some(quantity) = ranked(text, &first, floor) {
        return Some(quantity);
    }
    if let Some(quantity) = range(text, &first, floor) {
        return Some(with_comparator(text, quantity, floor));
    }
    let quantity = with_comparator(text, counted(&first), floor);
    if text[floor..quantity.span.start as usize].ends_with('每') {
        let start = quantity.span.start - '每'.len_utf8() as u32;
        return Some(Quantity { kind: QuantityKind::Per, span: Span::new(start, quantity.span.end), ..quantity });
    }
    let quantity = if first.numeral.shape == Shape::Bare { over_power(text, quantity, floor) } else { quantity };
    stands(text, &first, &quantity, floor).then(|| compound(text, quantity, floor))
}

fn counted(part: &Part) -> Quantity {
    let kind = part.measure.as_ref().map_or(QuantityKind::Cardinal, |(_, dimension)| kind_of(*dimension));
    let mut quantity = plain(&part.numeral, part.end, kind);
    quantity.measure = part.measure.as_ref().map(|(word, _)| word.clone());
    if quantity.value_max.is_none() {
        quantity.comparator = part.comparator.unwrap_or_default();
    }
    quantity
}

fn kind_of(dimension: Dimension) -> QuantityKind {
    match dimension {
        Dimension::Ratio | Dimension::Points => QuantityKind::Ratio,
        Dimension::Grade => QuantityKind::Grade,
        Dimension::Series => QuantityKind::Ordinal,
        _ => QuantityKind::Cardinal,
    }
}

/// The numeral with the decimal point that it begins with (.5).
fn pointed(text: &str, mut numeral: Numeral, floor: usize) -> Numeral {
    let Shape::Arabic { digits, fraction: false, .. } = numeral.shape else { return numeral };
    let point = numeral.start > floor && cursor::before(text, numeral.start) == Some('.');
    let free = || !cursor::before(text, numeral.start - 1).is_some_and(|c| c.is_alphanumeric() || c == '.');
    if point && free() && numeral.value.set_scale(digits as u32).is_ok() {
        numeral.start -= 1;
    }
    numeral
}

/// The numeral with the minus before it.
fn signed(text: &str, mut numeral: Numeral, floor: usize) -> Numeral {
    let Some(sign) = cursor::before(text, numeral.start).filter(|c| cursor::one_of(*c, "-−－负負")) else {
        return numeral;
    };
    let start = numeral.start - sign.len_utf8();
    let outside = cursor::before(text, start);
    let minus = match sign {
        '负' | '負' => !outside.is_some_and(|c| cursor::one_of(c, "减抱胜欠背肩自辜正降")),
        _ => !outside.is_some_and(|c| c.is_alphanumeric() && !cursor::is_han(c)),
    };
    if start >= floor && minus {
        numeral.start = start;
        numeral.value.set_sign_negative(true);
    }
    numeral
}

/// `10~50万元`, `八到九百亿`; `从5元到10元` is no range but a base and a target.
fn range(text: &str, first: &Part, floor: usize) -> Option<Quantity> {
    let head = &text[floor..cursor::skip_spaces_back(text, first.numeral.start, floor)];
    let numeral = grammar::read(text, part::connector(text, first.end)?)?;
    let worded = text[first.end..numeral.start].trim_start_matches(cursor::is_space).starts_with(['到', '至']);
    if worded && head.ends_with(['从', '由', '自']) {
        return None;
    }
    let end = numeral.end;
    let second = part::read(text, numeral);
    let (low, high) = part::join(first, &second)?;
    let mut quantity = counted(&second);
    quantity.span.start = first.numeral.start as u32;
    quantity.number = span(first.numeral.start, end);
    (quantity.value, quantity.value_max) = (low, Some(high));
    quantity.comparator = Comparator::Between;
    quantity.precision = first.numeral.precision.max(second.numeral.precision);
    Some(quantity)
}

/// Whether 第 or 前 stands before the numeral at `start`.
fn ranks(text: &str, start: usize, floor: usize) -> bool {
    text[floor..cursor::skip_spaces_back(text, start, floor)].ends_with(['第', '前'])
}

/// 第4, 前三位.
fn ranked(text: &str, part: &Part, floor: usize) -> Option<Quantity> {
    let at = cursor::skip_spaces_back(text, part.numeral.start, floor);
    let attachment = text[floor..at].ends_with("附件") || text[floor..at].ends_with("附表");
    if part.measure.is_none() && attachment {
        return Some(plain(&part.numeral, part.numeral.end, QuantityKind::Ordinal));
    }
    let mark = cursor::before(text, at).filter(|c| matches!(c, '第' | '前') && at > floor)?;
    let start = at - mark.len_utf8();
    let place = part.measure.as_ref().is_none_or(|(word, _)| matches!(word.as_ref(), "位" | "名"));
    let next = cursor::after(text, part.end);
    let mut quantity = counted(part);
    quantity.span.start = start as u32;
    if mark == '前' {
        let other = cursor::before(text, start)
            .filter(|_| start > floor)
            .is_some_and(|c| cursor::one_of(c, "目提之以年月日此当底末"));
        quantity.kind = QuantityKind::Rank;
        quantity.comparator = Comparator::Le;
        return (place && !other).then_some(quantity);
    }
    let ends = next.is_none_or(|c| !cursor::is_han(c) || cursor::one_of(c, "的并且和或以左"));
    let rank = place && (part.measure.is_some() || ends);
    quantity.kind = if rank { QuantityKind::Rank } else { QuantityKind::Ordinal };
    Some(quantity)
}

/// Takes in the comparator that stands before the quantity.
fn with_comparator(text: &str, mut quantity: Quantity, floor: usize) -> Quantity {
    let Some((comparator, start)) = leading(text, quantity.span.start as usize, floor) else { return quantity };
    let time = || quantity.unit().is_some_and(|unit| unit.dimension == Dimension::Time);
    if comparator == Comparator::Approx && text[start..].starts_with('近') && time() {
        // 近三年 is a period, not almost three years.
        return quantity;
    }
    quantity.span.start = start as u32;
    quantity.comparator = match (comparator, quantity.comparator) {
        (_, Comparator::Between) => Comparator::Between,
        (Comparator::Eq, after) => after,
        (Comparator::Approx, after) if after != Comparator::Eq => after,
        (before, _) => before,
    };
    quantity
}

/// Takes in the comparators that stand before powers alone (上百, 过亿).
fn over_power(text: &str, mut quantity: Quantity, floor: usize) -> Quantity {
    if let Some((comparator, start)) = lexicon::comparator_before_power(text, quantity.span.start as usize, floor) {
        (quantity.comparator, quantity.span.start) = (comparator, start as u32);
    }
    quantity
}

/// The comparator before `at`, with a filler between (最多为, 超过了).
fn leading(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let at = cursor::skip_spaces_back(text, at, floor);
    let direct = lexicon::comparator_before(text, at, floor);
    direct.or_else(|| {
        let filler = cursor::before(text, at).filter(|c| cursor::one_of(*c, "有为是在了达") && at > floor)?;
        lexicon::comparator_before(text, at - filler.len_utf8(), floor).filter(|(found, _)| *found != Comparator::Eq)
    })
}

/// Whether characters that are also parts of words stand for a number here.
fn stands(text: &str, part: &Part, quantity: &Quantity, floor: usize) -> bool {
    let compared = quantity.comparator != Comparator::Eq || quantity.span.start < part.numeral.start as u32;
    match part.numeral.shape {
        Shape::Lone if !compared && part.measure.is_none() => alone(text, part, floor),
        Shape::Bare if !compared => part.measure.is_some() && !heading(text, part),
        _ => true,
    }
}

/// A digit between punctuation or words that end one.
fn alone(text: &str, part: &Part, floor: usize) -> bool {
    let head = cursor::before(text, part.numeral.start).filter(|_| part.numeral.start > floor);
    let next = cursor::after(text, part.end);
    let many = matches!(next, Some('大'))
        && !cursor::after(text, part.end + '大'.len_utf8()).is_some_and(|c| cursor::one_of(c, "会量力"));
    many || head.is_none_or(|c| !cursor::is_han(c) || cursor::one_of(c, "是为得共"))
        && next.is_none_or(|c| !cursor::is_han(c) || cursor::one_of(c, "这那却而不是的和与"))
}

/// 万元 in the head of a table names its unit.
fn heading(text: &str, part: &Part) -> bool {
    cursor::before(text, part.numeral.start).is_some_and(|c| cursor::one_of(c, "（(：:/"))
        && cursor::after(text, part.end).is_none_or(|c| cursor::one_of(c, "）)\n\r\t"))
}

/// `每立方米25微克` has the measure `微克/立方米`.
fn compound(text: &str, mut quantity: Quantity, floor: usize) -> Quantity {
    let at = cursor::skip_spaces_back(text, quantity.span.start as usize, floor);
    let Some(measure) = quantity.measure.as_ref().filter(|word| !word.contains('/')) else { return quantity };
    let head = text[floor..at].char_indices().rev().take(6).find(|(_, c)| *c == '每');
    let Some(start) = head.map(|(offset, _)| floor + offset) else { return quantity };
    let Some((below, _)) = part::word_at(text, start + '每'.len_utf8()).filter(|&(_, end)| end == at) else {
        return quantity;
    };
    let physical = matches!(
        below.dimension(),
        Dimension::Length | Dimension::Area | Dimension::Volume | Dimension::Mass | Dimension::Energy
    );
    if physical {
        quantity.measure = Some(Cow::Owned(format!("{measure}/{}", below.word)));
        quantity.span.start = start as u32;
    }
    quantity
}
