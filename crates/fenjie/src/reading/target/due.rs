//! Deadlines in a clause: the words that set them, and what they hold for.

use std::ops::Range;

use jiff::civil::Date;

use super::Context;
use super::words::{self, Class};
use crate::calendar;
use crate::vocabulary::{TIME_WORDS, TimeWord};

/// Words that set a deadline, and their last day where the year is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) range: Range<usize>,
    pub(super) date: Option<Date>,
    /// Whether they open the clause and so hold for what follows.
    pub(super) opens: bool,
    /// Whether they name a year (`到2030年`): they hold up to the next one.
    pub(super) year: bool,
}

/// The length of words of time that a text begins with: a deadline, or a year.
pub(super) fn time_at_start(text: &str) -> Option<usize> {
    calendar::at_start(text).filter(|time| time.bound || time.is_year()).map(|time| time.length)
}

/// How many characters may stand before a deadline that opens a clause (`确保`, `全市`).
const BEFORE_OPENING: usize = 2;

/// The deadlines in a clause, from left to right.
pub(super) fn find(text: &str, range: &Range<usize>, context: &Context) -> Vec<Words> {
    let clause = &text[range.clone()];
    let found = calendar::deadlines(clause).filter(|(_, time)| !time.is_past());
    year_at_start(clause)
        .into_iter()
        .chain(found)
        .map(|(at, time)| Words {
            range: range.start + at..range.start + at + time.length,
            date: time.last_day(context.years()),
            opens: opens(&clause[..at]),
            year: time.is_year(),
        })
        .collect()
}

/// The year that a clause opens with, and where it stands: `2024年新建…`, `其中2024年完成…`.
fn year_at_start(clause: &str) -> Option<(usize, calendar::Time)> {
    let at = words::at_start(clause, Class::PART_MARK).map_or(0, |(length, _)| length);
    let time = calendar::at_start(&clause[at..]).filter(|time| time.is_year() && !time.bound)?;
    let rest = &clause[at + time.length..];
    let other = ["计划", "预算", "以", "起", "的", "来", "版", "第", "全国", "底", "初", "度", "至", "到", "-"];
    (!other.iter().any(|word| rest.starts_with(word))).then_some((at, time))
}

/// Whether no more stands before a deadline than may stand before one that holds for all that follows.
fn opens(before: &str) -> bool {
    let said = Class::STRIVE | Class::ENSURE | Class::ADVERB | Class::SCOPE | Class::PREP;
    before.chars().count() <= BEFORE_OPENING || words::class_of(before).meets(said)
}

/// Whether a clause says of what stands before it when it is done, and nothing else: `9月底前全部完成`.
pub(super) fn closes(text: &str, range: &Range<usize>, due: &Words) -> bool {
    let before = consumed(&text[range.start..due.range.start], false);
    let (behind, done) = said(&text[due.range.end..range.end]);
    before && behind && done
}

/// Whether a clause says when what stands before it is done.
pub(super) fn says_when(text: &str, range: &Range<usize>) -> bool {
    find(text, range, &Context::default()).first().is_some_and(|due| closes(text, range, due))
}

/// Whether words say no more than how (力争, 全部).
fn consumed(text: &str, done: bool) -> bool {
    let (all, found) = said(text);
    all && found == done
}

/// Whether words say no more than how and that something is done; and whether they say that.
fn said(text: &str) -> (bool, bool) {
    let how = Class::ADVERB | Class::STRIVE | Class::ENSURE | Class::WEAK | Class::EACH | Class::SCOPE;
    let (mut rest, mut done) = (text, false);
    while !rest.is_empty() {
        let finished = TIME_WORDS.at_start(rest).filter(|&(_, class)| class == TimeWord::Done);
        let length = finished.map_or(0, |(word, _)| word.len());
        done |= length > 0;
        let manner = words::at_start(rest, how).map_or(0, |(length, _)| length);
        let longest = length.max(manner);
        if longest == 0 {
            return (false, done);
        }
        rest = &rest[longest..];
    }
    (true, done)
}
