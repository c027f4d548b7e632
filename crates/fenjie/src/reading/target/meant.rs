//! What a figure at the end of a statement may be instead of one to reach: paid to each, a condition, a score, history.

use super::Reason;
use super::number::Num;
use super::role::Place;
use super::words::{self, Class};
use crate::quantity::Dimension;

/// How far before a figure, in characters, a word may stand that says it is none to reach.
const REACH: usize = 24;

/// Why a figure is not to be reached though it closes what is said.
pub(super) fn otherwise(num: &Num, place: &Place<'_>, after: &str) -> Option<Reason> {
    let before = last_characters(&place.text[place.before.clone()]);
    if place.text[place.after.clone()].ends_with('的') {
        return Some(Reason::Condition);
    }
    if num.is(Dimension::Money) && paid(before, after) {
        return Some(Reason::PerHead);
    }
    if num.is(Dimension::Score) && words::at_end(before, Class::SCORING).is_some() {
        return Some(Reason::Score);
    }
    if place.review {
        return None;
    }
    within(before, Class::PAST).filter(|&at| !before[..at].ends_with(['比', '较'])).map(|_| Reason::History)
}

/// Whether a sum is paid to each of many, or to whoever asks: `每人补助4000元`, `给予50万元奖励`.
fn paid(before: &str, after: &str) -> bool {
    let each = before.rfind('每').filter(|&at| !before[at + '每'.len_utf8()..].starts_with(['年', '月', '季']));
    let each = each.filter(|&at| within(&before[..at], Class::STANDARD).is_none());
    let pays = |words: &str| within(words, Class::PAYING).is_some();
    each.is_some_and(|at| pays(&before[at..])) || words::at_end(before, Class::GRANTING).is_some() && pays(after)
}

fn last_characters(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Where the first word of a class stands in a few words.
fn within(text: &str, wanted: Class) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).find(|&at| words::at_start(&text[at..], wanted).is_some())
}
