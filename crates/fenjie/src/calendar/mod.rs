//! The calendar of deadlines (完成时限): which words set one, and the last day that they allow. The only reader of it, for
//! labels, brackets, cells and prose alike.

pub(crate) mod date;
mod day;
mod phrase;

pub(crate) use day::Years;
pub(crate) use phrase::Time;

use jiff::civil::Date;

use crate::text::CharSet;
use crate::text::chars::{has, is_blank, is_comma, is_stop, trim};
use crate::vocabulary::{DUE_LEADS, ORGANS, TIME_WORDS, TimeWord};

/// How long a deadline by itself may be, in characters: more is a sentence.
const LONGEST: usize = 20;

/// Characters that make a time before which they stand something else: 前三季度, 每月底, 较2024年底.
const NOT_BEFORE: [char; 8] = ['前', '每', '逐', '各', '比', '较', '从', '自'];

/// One such character at least stands in every deadline of prose; the last two where years to come are counted.
static TELLING: CharSet = CharSet::of("前底末内终到至季半未今");

/// The time at the start of `text`.
pub(crate) fn at_start(text: &str) -> Option<Time> {
    phrase::read(text)
}

/// Whether `text` is a deadline and nothing else: `6月底完成`, `2025年12月底前`, `年内持续推进`, `每月25日前`.
pub(crate) fn is_deadline(text: &str) -> bool {
    let core = without_lead(text);
    names_time(core)
        && core.chars().count() <= LONGEST
        && !has(core, |c| is_comma(c) || is_stop(c) || c == '、')
        && ORGANS.at_end(core).is_none()
}

/// Whether `text` begins with words of a deadline.
pub(crate) fn names_time(text: &str) -> bool {
    let named = TIME_WORDS.at_start(text).is_some_and(|(_, word)| word.may_stand_alone());
    named || phrase::read(text).is_some()
}

/// `text` without the words that may stand before a deadline (力争, 确保, 计划于).
pub(crate) fn without_lead(text: &str) -> &str {
    let mut core = trim(text);
    while let Some((lead, ())) = DUE_LEADS.at_start(core) {
        core = core[lead.len()..].trim_start_matches(is_blank);
    }
    core
}

/// The last day that the words of a deadline allow, where they and the years of their part tell. Of several
/// (`6月底前开工，12月底前完工`) it is the last one; what comes again each month has no day.
pub(crate) fn last_day(text: &str, years: Years) -> Option<Date> {
    let mut last = None;
    let mut at = 0;
    while let Some((start, time)) = next_time(text, at) {
        let again = text[..start].ends_with(NOT_BEFORE) && !text[..start].ends_with('前');
        last = last.max(if again { None } else { time.last_day(years) });
        at = start + time.length;
    }
    last
}

/// The first time in `text` at or after `from`, and where it stands.
fn next_time(text: &str, from: usize) -> Option<(usize, Time)> {
    let mut from = from;
    while let Some(at) = phrase::next_start(text, from) {
        if let Some(time) = phrase::read(&text[at..]) {
            return Some((at, time));
        }
        let first = text[at..].chars().next().map_or(1, char::len_utf8);
        from = at + phrase::digits(&text[at..]).max(first);
    }
    None
}

/// Deadlines in prose, from left to right: times that are said to be bounds.
pub(crate) fn deadlines(text: &str) -> Deadlines<'_> {
    Deadlines { text, at: if TELLING.meets(text) { 0 } else { text.len() } }
}

/// The iterator that [`deadlines`] gives.
pub(crate) struct Deadlines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Deadlines<'_> {
    type Item = (usize, Time);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some((start, time)) = next_time(self.text, self.at) {
            self.at = start + time.length;
            if time.bound && !self.text[..start].ends_with(NOT_BEFORE) {
                return Some((start, time));
            }
        }
        self.at = self.text.len();
        None
    }
}

impl TimeWord {
    /// Whether a deadline in a place of its own may open with such a word, without a number.
    fn may_stand_alone(self) -> bool {
        !matches!(
            self,
            Self::Lead | Self::Ahead | Self::Edge | Self::Before | Self::Years | Self::Months | Self::Days | Self::Done
        )
    }
}

#[cfg(test)]
mod tests;
