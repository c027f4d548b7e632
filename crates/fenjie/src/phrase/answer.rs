//! Who answers, in this text? How sure it is that words name it, given where they stand.

use std::ops::Range;

use super::body::{Sure, is_department};
use super::list::{self, Listed};
use super::mark;
use crate::text::chars::{find, is_blank, is_comma, is_open, is_stop};
use crate::vocabulary::{FULL_NAMES, Mark};

/// Where words stand that may say who answers: the likelier that is there, the less the words have to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A bracket behind a full stop, a clause behind 由: hardly anything else is set there.
    BehindStop,
    /// A bracket before the last full stop.
    AtEnd,
    /// A bracket before another full stop.
    InText,
    /// A bracket before a comma, where most explain a word.
    AtComma,
}

impl Container {
    /// What the words have to show, in the measure of the weights below.
    fn threshold(self) -> i32 {
        match self {
            Container::BehindStop => 0,
            Container::AtEnd | Container::InText | Container::AtComma => 4,
        }
    }
}

/// What a name speaks for, by how sure it is that a body has it.
fn weight(sure: Sure) -> i32 {
    match sure {
        Sure::Certain => 6,
        Sure::Likely => 3,
        Sure::Maybe => 2,
        Sure::No => -8,
    }
}

/// An official among the names speaks for it, a mark of a role more than one that only says that something is done.
const OFFICIAL: i32 = 3;
const ROLE: i32 = 5;
const DONE: i32 = 3;

/// A list that names who answers for something, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) range: Range<usize>,
    pub(crate) listed: Listed,
}

/// The list that the words at `range` are, if they name who answers for something, standing in `container`.
pub(crate) fn answer(text: &str, range: Range<usize>, container: Container) -> Option<Answer> {
    let words = &text[range.clone()];
    // What stands behind a full stop is a remark on the list.
    let words = find(words, |c| c == '。').map_or(words, |stop| &words[..stop]).trim_end_matches(is_stop);
    if words.is_empty() {
        return None;
    }
    let range = range.start..range.start + words.len();
    let listed = list::list(text, range.clone(), &[]);
    let answers = score(text, &listed) > container.threshold() && suits(text, &listed, container);
    answers.then_some(Answer { range, listed })
}

/// Whether `words` name who answers for something, standing in `container`.
pub(crate) fn answers(words: &str, container: Container) -> bool {
    answer(words, 0..words.len(), container).is_some()
}

/// How much speaks for it that a list names who answers.
pub(crate) fn score(text: &str, listed: &Listed) -> i32 {
    let names = listed.mentions.iter().map(|mention| {
        let name = &text[mention.name.clone()];
        let marked = match mention.mark {
            Some(Mark::Lead | Mark::Participant) => ROLE,
            Some(Mark::Joint) => DONE,
            None => 0,
        };
        match mention.sure {
            // A mark makes a name of words that are none by themselves, if they are few.
            Sure::No if marked > 0 && (2..=10).contains(&name.chars().take(11).count()) => marked - 3,
            sure => weight(sure) + marked,
        }
    });
    names.sum::<i32>() + OFFICIAL * i32::try_from(listed.persons.len()).unwrap_or(i32::MAX / 8)
}

/// What no sum of weights may stand for: in the middle of a text all names must be departments'.
fn suits(text: &str, listed: &Listed, container: Container) -> bool {
    let mut mentions = listed.mentions.iter();
    let sure = |mention: &list::Mention| mention.sure == Sure::Certain || mention.mark.is_some();
    match container {
        Container::BehindStop => true,
        Container::AtEnd => mentions.any(|mention| mention.sure >= Sure::Likely || mention.mark.is_some()),
        Container::InText => {
            let department = |mention: &list::Mention| is_department(&text[mention.name.clone()]);
            mentions.clone().any(sure) || mentions.all(department)
        }
        Container::AtComma => mentions.all(|mention| mention.sure == Sure::Certain),
    }
}

/// Whether a heading names the bodies that answer for what stands below it, and nothing else.
pub(crate) fn heads_bodies(heading: &str) -> bool {
    let heading = heading.trim_matches(|c: char| is_blank(c) || is_stop(c));
    if heading.is_empty() || heading.len() > 600 {
        return false;
    }
    let listed = list::list(heading, 0..heading.len(), &[]);
    let leads = |first: &list::Mention| {
        let name = &heading[first.name.clone()];
        // `区域中心` begins and ends as bodies' names do: only what can be nothing else counts.
        let is_named = is_department(name) || first.group || FULL_NAMES.at_start(name).is_some();
        first.sure == Sure::Certain && (is_named || first.mark.is_some())
    };
    listed.notes.is_empty()
        && listed.persons.is_empty()
        && listed.mentions.first().is_some_and(leads)
        && listed.mentions.iter().all(|mention| mention.sure > Sure::No)
}

/// Whether a text opens with the name of a body and a mark or a separator behind it.
pub(crate) fn starts_with_body(text: &str) -> bool {
    let ends = |c: char| c == '、' || is_comma(c) || is_stop(c) || is_open(c) || crate::text::chars::is_close(c);
    let end = crate::text::chars::find(text, ends).unwrap_or(text.len());
    let name = mark::without(text[..end].trim_matches(is_blank));
    (2..=24).contains(&name.chars().take(25).count()) && super::body::organ_of(name).is_some()
}
