//! One numeral and its surroundings → one quantity.

use std::borrow::Cow;

use super::{
    Precision, Quantity, QuantityKind, cursor, date, lexicon,
    measure::Dimension,
    name,
    numeral::{self, Numeral, Shape},
    part::{self, Part},
};
use crate::{Comparator, Span, text::numeral::arabic};

/// The quantity whose numeral begins at `at`; where to go on looking if there is none.
///
/// Nothing before `floor` belongs to it.
pub(super) fn read(text: &str, at: usize, floor: usize) -> Result<Quantity, usize> {
    let first = cursor::after(text, at).ok_or(text.len())?;
    let past = at + first.len_utf8();
    if first == '翻' {
        return multiple(text, at).map(|quantity| with_comparator(text, quantity, floor)).ok_or(past);
    }
    if arabic(first).is_none() {
        if let Some(end) = lexicon::word_around(text, at, floor) {
            return Err(end);
        }
    }
    let numeral = numeral::read(text, at).ok_or(past)?;
    let end = numeral.end;
    special(text, &numeral, floor).or_else(|| amount(text, numeral, floor)).ok_or(end)
}

/// A quantity of `numeral` that ends at `end`, to be filled in.
fn plain(numeral: &Numeral, end: usize, kind: QuantityKind) -> Quantity {
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

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Numbers that measure nothing: dates, document numbers, names, numbering.
fn special(text: &str, numeral: &Numeral, floor: usize) -> Option<Quantity> {
    if let Some((start, serial, end)) = date::document_number(text, numeral).filter(|&(start, ..)| start >= floor) {
        let mut quantity = plain(&serial, end, QuantityKind::DocumentNumber);
        quantity.span.start = start as u32;
        return Some(quantity);
    }
    let named = name::follows_letters(text, numeral.start) && numeral.start > floor;
    let measured = part::word_at(text, cursor::skip_spaces(text, numeral.end));
    if named && !measured.is_some_and(|(measure, _)| measure.dimension == Dimension::Ratio) {
        let end = name::after(text, numeral).map_or(numeral.end, |(end, _)| end);
        return Some(plain(numeral, end, QuantityKind::Name));
    }
    if let Some(date) = date::read(text, numeral) {
        return Some(dated(text, numeral, &date, floor));
    }
    if enumerates(text, numeral) {
        return Some(plain(numeral, numeral.end, QuantityKind::Enumerator));
    }
    if measured.is_none() {
        if let Some((end, kind)) = name::after(text, numeral) {
            return Some(plain(numeral, end, kind));
        }
    }
    let glued = matches!(numeral.shape, Shape::Glued | Shape::Positional);
    (glued || quoted(text, numeral)).then(|| plain(numeral, numeral.end, QuantityKind::Name))
}

fn dated(text: &str, numeral: &Numeral, date: &date::Date, floor: usize) -> Quantity {
    let mut quantity = plain(numeral, date.end, QuantityKind::Date);
    quantity.measure = date.measure.map(Cow::Borrowed);
    if let Some(until) = date.until {
        quantity.value_max = Some(until.into());
        quantity.comparator = Comparator::Between;
    }
    if let Some('第' | '前') = cursor::before(text, numeral.start).filter(|_| numeral.start > floor) {
        quantity.span.start -= '第'.len_utf8() as u32;
    }
    quantity
}

/// Whether the numeral numbers an item at the beginning of a line, or a point of a list (一是).
fn enumerates(text: &str, numeral: &Numeral) -> bool {
    let head = text[..numeral.start].trim_end_matches(cursor::is_space);
    let (head, bracket) = match head.strip_suffix(['（', '(']) {
        Some(head) => (head.trim_end_matches(cursor::is_space), true),
        None => (head, false),
    };
    let opens = head.is_empty() || head.ends_with(['\n', '\r']);
    let small = match numeral.shape {
        Shape::Arabic { digits, fraction, .. } => digits <= 3 && !fraction,
        Shape::Lone => true,
        Shape::Composed => numeral.value < rust_decimal::Decimal::ONE_HUNDRED,
        _ => false,
    };
    let rest = &text[numeral.end..];
    if bracket {
        return small && rest.starts_with(['）', ')']) && (opens || head.ends_with(['。', '；', '：']));
    }
    let point = opens && rest.starts_with(['.', '．', '、', ')', '）']);
    let clause = head.is_empty() || head.ends_with(['。', '；', '：', '，', '\n', ';', ':', ',']);
    small && (point || (clause && rest.starts_with('是') && matches!(numeral.shape, Shape::Lone)))
}

/// Whether quotation marks enclose the numeral alone (“1168”).
fn quoted(text: &str, numeral: &Numeral) -> bool {
    let open = cursor::before(text, numeral.start).is_some_and(|c| "“\"「『‘《".contains(c));
    open && cursor::after(text, numeral.end).is_some_and(|c| "”\"」』’》".contains(c))
}

/// 翻番, 翻一番, 翻两番.
fn multiple(text: &str, at: usize) -> Option<Quantity> {
    let after = at + '翻'.len_utf8();
    let numeral = numeral::read(text, after);
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

/// Everything that is an amount, a share, a rank or a number in a row.
fn amount(text: &str, numeral: Numeral, floor: usize) -> Option<Quantity> {
    let numeral = match fraction(text, &numeral) {
        Some(quantity) => return Some(with_comparator(text, quantity, floor)),
        None => signed(text, numeral, floor),
    };
    let first = part::read(text, numeral);
    if let Some(quantity) = ranked(text, &first, floor) {
        return Some(quantity);
    }
    if let Some(quantity) = range(text, &first) {
        return Some(with_comparator(text, quantity, floor));
    }
    let quantity = with_comparator(text, counted(&first), floor);
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
        _ => QuantityKind::Cardinal,
    }
}

/// 百分之五, 千分之三, 三分之一, 1/3.
fn fraction(text: &str, below: &Numeral) -> Option<Quantity> {
    let rest = text[below.end..].trim_start_matches(cursor::is_space);
    let at = text.len() - rest.len();
    let (at, stroke) = match (rest.strip_prefix("分之"), rest.strip_prefix('/')) {
        (Some(_), _) => (at + "分之".len(), false),
        (None, Some(_)) if at == below.end => (at + 1, true),
        _ => return None,
    };
    let above = numeral::read(text, if stroke { at } else { cursor::skip_spaces(text, at) })?;
    let whole = |numeral: &Numeral| matches!(numeral.shape, Shape::Arabic { fraction: false, .. });
    if stroke && !(whole(below) && whole(&above) && !text[above.end..].starts_with('/')) {
        return None;
    }
    let (above, below) = if stroke { (below, &above) } else { (&above, below) };
    let end = above.end.max(below.end);
    let hundredths = [(100, "%"), (1000, "‰"), (10_000, "‱")];
    let measure = hundredths.iter().find(|(value, _)| below.value == (*value).into() && below.shape == Shape::Bare);
    let mut quantity = plain(above, end, QuantityKind::Ratio);
    quantity.span.start = above.start.min(below.start) as u32;
    match measure {
        Some((_, word)) => quantity.measure = Some(Cow::Borrowed(*word)),
        None => {
            quantity.value = above.value.checked_div(below.value)?;
            quantity.number = quantity.span;
            let exact = quantity.value.checked_mul(below.value) == Some(above.value);
            quantity.precision = if exact { above.precision } else { above.precision.max(Precision::Rounded) };
        }
    }
    if let Some((comparator, end)) = lexicon::comparator_after(text, end) {
        (quantity.comparator, quantity.span.end) = (comparator, end as u32);
    }
    Some(quantity)
}

/// The numeral with the minus before it.
fn signed(text: &str, mut numeral: Numeral, floor: usize) -> Numeral {
    let Some(sign) = cursor::before(text, numeral.start).filter(|c| "-−－负負".contains(*c)) else {
        return numeral;
    };
    let start = numeral.start - sign.len_utf8();
    let outside = cursor::before(text, start).filter(|_| start > floor);
    let minus = match sign {
        '负' | '負' => !outside.is_some_and(|c| "减抱胜欠背肩自辜正降".contains(c)),
        _ => !outside.is_some_and(|c| c.is_alphanumeric() && !cursor::is_han(c)),
    };
    if start >= floor && minus {
        numeral.start = start;
        numeral.value.set_sign_negative(true);
    }
    numeral
}

/// `10~50万元`, `八到九百亿`.
fn range(text: &str, first: &Part) -> Option<Quantity> {
    let numeral = numeral::read(text, part::connector(text, first.end)?)?;
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

/// 第4, 前三位.
fn ranked(text: &str, part: &Part, floor: usize) -> Option<Quantity> {
    let at = cursor::skip_spaces_back(text, part.numeral.start, floor);
    let mark = cursor::before(text, at).filter(|c| matches!(c, '第' | '前') && at > floor)?;
    let start = at - mark.len_utf8();
    let place = part.measure.as_ref().is_none_or(|(word, _)| matches!(word.as_ref(), "位" | "名"));
    let next = cursor::after(text, part.end);
    let mut quantity = counted(part);
    quantity.span.start = start as u32;
    if mark == '前' {
        let other =
            cursor::before(text, start).filter(|_| start > floor).is_some_and(|c| "目提之以年月日此当底末".contains(c));
        quantity.kind = QuantityKind::Rank;
        quantity.comparator = Comparator::Le;
        return (place && !other).then_some(quantity);
    }
    let ends = next.is_none_or(|c| !cursor::is_han(c) || "的并且和或以左".contains(c));
    let rank = place && (part.measure.is_some() || ends);
    quantity.kind = if rank { QuantityKind::Rank } else { QuantityKind::Ordinal };
    Some(quantity)
}

/// Takes in the comparator that stands before the quantity.
fn with_comparator(text: &str, mut quantity: Quantity, floor: usize) -> Quantity {
    let Some((comparator, start)) = leading(text, quantity.span.start as usize, floor) else { return quantity };
    quantity.span.start = start as u32;
    quantity.comparator = match (comparator, quantity.comparator) {
        (_, Comparator::Between) => Comparator::Between,
        (Comparator::Eq, after) => after,
        (Comparator::Approx, after) if after != Comparator::Eq => after,
        (before, _) => before,
    };
    quantity
}

/// The comparator before `at`, with a filler between (最多为, 超过了).
fn leading(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let at = cursor::skip_spaces_back(text, at, floor);
    let direct = lexicon::comparator_before(text, at, floor);
    direct.or_else(|| {
        let filler = cursor::before(text, at).filter(|c| "有为是在了达".contains(*c) && at > floor)?;
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
    head.is_none_or(|c| !cursor::is_han(c) || "是为得共".contains(c))
        && next.is_none_or(|c| !cursor::is_han(c) || "这那却而不是的和与".contains(c))
}

/// 万元 in the head of a table names its unit.
fn heading(text: &str, part: &Part) -> bool {
    cursor::before(text, part.numeral.start).is_some_and(|c| "（(：:/".contains(c))
        && cursor::after(text, part.end).is_none_or(|c| "）)\n\r\t".contains(c))
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
        below.dimension,
        Dimension::Length | Dimension::Area | Dimension::Volume | Dimension::Mass | Dimension::Energy
    );
    if physical {
        quantity.measure = Some(Cow::Owned(format!("{measure}/{}", below.word)));
        quantity.span.start = start as u32;
    }
    quantity
}
