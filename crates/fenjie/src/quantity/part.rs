//! A numeral with what stands straight after it, and two of them joined to a range.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{
    cursor, grammar, lexicon,
    measure::{self, Dimension, Known},
    numeral::{Numeral, shift},
};
use crate::model::Comparator;
use crate::text::chars::one_of;
use crate::text::numeral::{Sign, sign};

/// A numeral, the comparators around its measure, and the measure.
pub(super) struct Part {
    pub(super) numeral: Numeral,
    pub(super) end: usize,
    pub(super) comparator: Option<Comparator>,
    pub(super) measure: Option<(Cow<'static, str>, Dimension)>,
}

/// Reads on after `numeral`.
pub(super) fn read(text: &str, mut numeral: Numeral) -> Part {
    let inner = inner_comparator(text, numeral.end);
    let after = inner.map_or(numeral.end, |(_, end)| end);
    let measured = measure_at(text, after);
    let (mut measure, mut end) = measured.map_or((None, after), |(measure, end)| (Some(measure), end));
    if let Some((word, _)) = measure.as_ref().filter(|_| inner.is_none()) {
        if let Some(rest) = remainder(text, word, end) {
            numeral.value = numeral.value.checked_add(rest.value).unwrap_or(numeral.value);
            (measure, end) = (rest.measure.or(measure), rest.end);
        }
    }
    let outer = lexicon::comparator_after(text, cursor::skip_spaces(text, end)).filter(|&(comparator, after)| {
        comparator != Comparator::Gt
            || (measure.is_some() && cursor::after(text, after).is_none_or(|c| !cursor::is_han(c)))
    });
    let within = outer.or_else(|| within(text, end, measure.as_ref()?.1));
    let strict = |found: Option<(Comparator, usize)>| found.map(|(comparator, _)| comparator);
    let vague = numeral.vague.then_some(Comparator::Gt);
    let comparator = strict(within).or(strict(inner)).or(vague);
    Part { numeral, end: within.map_or(end, |(_, end)| end), comparator, measure }
}

/// What goes on after the measure and belongs to the same amount.
struct Remainder {
    value: Decimal,
    measure: Option<(Cow<'static, str>, Dimension)>,
    end: usize,
}

/// 半 after a measure (三斤半, 两个半小时), or the small change of a sum (五元三角).
fn remainder(text: &str, word: &str, at: usize) -> Option<Remainder> {
    let Some(rest) = text[at..].strip_prefix('半') else { return change(text, word, at) };
    let end = text.len() - rest.len();
    let half = Decimal::new(5, 1);
    if word == "个" {
        let (measure, end) = measure_at(text, end).filter(|((_, dimension), _)| *dimension == Dimension::Time)?;
        return Some(Remainder { value: half, measure: Some(measure), end });
    }
    let ends = rest.chars().next().is_none_or(|c| !cursor::is_han(c) || one_of(c, "以之左内后前的"));
    ends.then_some(Remainder { value: half, measure: None, end })
}

/// What a sum in whole money is followed by: word, parts of one.
const CHANGE: [(&str, &[(&str, u32)]); 2] =
    [("元", &[("角", 1), ("毛", 1), ("分", 2)]), ("美元", &[("美分", 2), ("分", 2)])];

fn change(text: &str, word: &str, at: usize) -> Option<Remainder> {
    let (_, parts) = CHANGE.iter().find(|(whole, _)| *whole == word)?;
    let (mut sum, mut end, mut least) = (Decimal::ZERO, at, 0);
    loop {
        let start = end + text[end..].strip_prefix('又').map_or(0, |_| '又'.len_utf8());
        let Some(numeral) = grammar::read(text, start).filter(|numeral| numeral.value < Decimal::ONE_HUNDRED) else {
            break;
        };
        let next = cursor::skip_spaces(text, numeral.end);
        let part = parts.iter().find(|(part, scale)| *scale > least && text[next..].starts_with(part));
        let Some((part, scale)) = part else { break };
        sum += numeral.value / Decimal::from(10_u32.pow(*scale));
        (end, least) = (next + part.len(), *scale);
    }
    (end > at).then_some(Remainder { value: sum, measure: None, end })
}

/// A comparator between number and measure: `30枚以上` has none, `100多家` and `2000余 人` do.
fn inner_comparator(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let at = cursor::skip_spaces(text, at);
    // Behind a power 多元 is money: `1亿多元`.
    let more = text[at..].starts_with("多元") && cursor::before(text, at).and_then(sign).is_some_and(Sign::is_power);
    if more {
        return Some((Comparator::Gt, at + '多'.len_utf8()));
    }
    lexicon::comparator_after(text, at)
}

/// 内 after a time: `三年内`, `15个工作日内`.
fn within(text: &str, at: usize, dimension: Dimension) -> Option<(Comparator, usize)> {
    let rest = text[at..].strip_prefix('内').filter(|_| dimension == Dimension::Time)?;
    let word = rest.starts_with(['部', '容', '地', '外', '涵']);
    (!word).then(|| (Comparator::Le, text.len() - rest.len()))
}

/// The measure at `at`, with what stands below a stroke.
fn measure_at(text: &str, at: usize) -> Option<((Cow<'static, str>, Dimension), usize)> {
    let (found, end) = word_at(text, cursor::skip_spaces(text, at))?;
    let (word, dimension) = (Cow::Borrowed(found.word), found.dimension());
    if let Some(end) = times_at(text, end).filter(|_| counts(dimension)) {
        let start = cursor::skip_spaces(text, at);
        return Some(((Cow::Owned(text[start..end].to_owned()), dimension), end));
    }
    if let Some((other, end)) = other_at(text, end).filter(|_| counts(dimension)) {
        // Another word for the same (`头（只）`) says nothing; homes by their households (`套（户）`) are both.
        let word =
            if other == dimension { word } else { Cow::Owned(text[cursor::skip_spaces(text, at)..end].to_owned()) };
        return Some(((word, dimension), end));
    }
    match below_at(text, end) {
        Some((below, end)) => Some(((Cow::Owned(format!("{word}/{below}")), dimension), end)),
        None => Some(((word, dimension), end)),
    }
}

/// Whether things, people or households are counted by a measure of that dimension.
fn counts(dimension: Dimension) -> bool {
    matches!(dimension, Dimension::Count | Dimension::Persons | Dimension::Households)
}

/// Where a bracket at `at` ends that holds another measure word and nothing else: `头（只）`, `台（套）`.
fn other_at(text: &str, at: usize) -> Option<(Dimension, usize)> {
    let (open, close) = if text[at..].starts_with('（') { ('（', '）') } else { ('(', ')') };
    let rest = text[at..].strip_prefix(open)?;
    let (measure, end) = word_at(text, text.len() - rest.len())?;
    let rest = text[end..].strip_prefix(close).filter(|_| counts(measure.dimension()))?;
    Some((measure.dimension(), text.len() - rest.len()))
}

/// Where 次 at `at` ends: whatever is counted may be counted each time it is seen to (`12万座次`).
fn times_at(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix('次')?;
    // Another word than the measure's: 12个次中心, 3个次级.
    let other = rest.starts_with(['中', '级', '要', '品', '生', '数', '高', '均']);
    (!other && cursor::before(text, at) != Some('次')).then_some(text.len() - rest.len())
}

/// What stands below a stroke at `at`: a measure, perhaps after a power (`/万元`).
fn below_at(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = text[at..].strip_prefix(['/', '／'])?;
    let start = text.len() - rest.len();
    if let Some((measure, end)) = word_at(text, start) {
        return Some((measure.word.to_string(), end));
    }
    let power = rest.chars().next().filter(|&c| measure::power(c).is_some())?;
    let (measure, end) = word_at(text, start + power.len_utf8())?;
    Some((format!("{power}{}", measure.word), end))
}

/// The measure word at `at`; one in Latin letters ends with them.
pub(super) fn word_at(text: &str, at: usize) -> Option<(&'static Known, usize)> {
    let (found, end) = measure::at(text, at)?;
    let latin = text[at..end].ends_with(|c: char| c.is_ascii_alphanumeric());
    let cut = latin && cursor::after(text, end).is_some_and(|c| c.is_ascii_alphanumeric());
    (!cut).then_some((found, end))
}

/// The place after what joins the ends of a range at `at`.
pub(super) fn connector(text: &str, at: usize) -> Option<usize> {
    let at = cursor::skip_spaces(text, at);
    let joint = cursor::after(text, at)?;
    let mut end = match joint {
        '～' | '~' | '〜' | '∼' | '－' | '—' | '–' | '-' | '−' | '至' | '到' => at + joint.len_utf8(),
        _ => return None,
    };
    let doubled = matches!(joint, '—' | '-') && cursor::after(text, end) == Some(joint);
    if doubled {
        end += joint.len_utf8();
    }
    Some(cursor::skip_spaces(text, end))
}

/// The two ends of a range, with power and measure of the second handed back to the first.
pub(super) fn join(first: &Part, second: &Part) -> Option<(rust_decimal::Decimal, rust_decimal::Decimal)> {
    let same = match (&first.measure, &second.measure) {
        (Some((first, _)), Some((second, _))) => first == second,
        (Some(_), None) => false,
        (None, _) => true,
    };
    if !same || first.numeral.max.is_some() || first.comparator.is_some() {
        return None;
    }
    let high = second.numeral.max.unwrap_or(second.numeral.value);
    let tail = second.numeral.tail;
    let hundreds = tail.all - tail.big >= 2;
    let handed = [hundreds.then_some(tail.all), Some(tail.big), Some(0)].into_iter().flatten();
    let plain = first.numeral.is_plain() && first.measure.is_none();
    let unpowered = first.numeral.tail.big == 0 && first.measure.is_none();
    let mut lows = handed.filter(|&power| power == 0 || plain || (unpowered && power == tail.big));
    let low = lows.find_map(|power| shift(first.numeral.value, power).filter(|&low| low < high))?;
    Some((low, high))
}
