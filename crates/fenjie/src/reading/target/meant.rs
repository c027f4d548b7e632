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
    if num.is(Dimension::Money) && (paid(before, after) || words::at_end(before, Class::EACH_OF).is_some()) {
        return Some(Reason::PerHead);
    }
    if num.is(Dimension::Score) && words::at_end(before, Class::SCORING).is_some() {
        return Some(Reason::Score);
    }
    if place.review {
        return None;
    }
    words::find(before, Class::PAST).filter(|&at| !before[..at].ends_with(['比', '较'])).map(|_| Reason::History)
}

/// Whether a sum is paid to each of many, or to whoever asks: `每人补助4000元`, `给予50万元奖励`.
fn paid(before: &str, after: &str) -> bool {
    let each = each(before).filter(|&at| words::find(&before[..at], Class::STANDARD).is_none());
    let pays = |words: &str| words::find(words, Class::PAYING).is_some();
    each.is_some_and(|at| pays(&before[at..])) || words::at_end(before, Class::GRANTING).is_some() && pays(after)
}

fn last_characters(text: &str) -> &str {
    let start = text.char_indices().rev().nth(REACH - 1).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Whether what is counted is said of each of many (`每个村配备1名`) and no least of it.
pub(super) fn of_each(before: &str) -> bool {
    let before = last_characters(before);
    each(before).is_some_and(|at| words::find(&before[at..], Class::GE).is_none())
}

/// Where 每 stands that speaks of people and places, not of times or of rates.
fn each(before: &str) -> Option<usize> {
    let at = before.rfind('每')?;
    let behind = &before[at + '每'.len_utf8()..];
    let other = ['年', '月', '季', '周', '日', '天', '半', '学', '千', '百', '万', '十', '逢', '期'];
    (!behind.starts_with(other) && !behind.starts_with(|c: char| c.is_ascii_digit())).then_some(at)
}
