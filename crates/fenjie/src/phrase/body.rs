//! Bodies (组织机构): whether words are the name of one, and how sure that is.

use super::mark;
use crate::text::chars::{digit, holds, is_close, is_comma, is_numeral, is_open, is_stop};
use crate::vocabulary::{
    DEPARTMENTS, FULL_NAMES, FUNCTIONS, GROUPS, GROUPS_WITHIN, GroupWord, LEVELS, NOT_BODIES, NOT_PREFIXES, ORGANS,
    PLACE_SUFFIXES, PLACES, Place, TITLE_WORDS, label_words,
};

/// The longest name of a body, in characters.
pub(crate) const LONGEST: usize = 30;

/// How sure it is that words are the name of a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sure {
    /// They do not end as bodies' names do.
    #[default]
    No,
    /// They end so, but much else does, too: 示范区, 一号库.
    Maybe,
    /// They end as only departments do: 某某局.
    Likely,
    /// They begin as bodies' names do as well: 市财政局, 财政部, 各区政府.
    Certain,
}

/// How sure it is that `name`, without marks and brackets, is the name of a body.
pub(crate) fn sure(name: &str) -> Sure {
    sure_of(name, || is_group(name))
}

/// The same where it is known whether the name stands for many bodies.
pub(crate) fn sure_of(name: &str, is_group: impl FnOnce() -> bool) -> Sure {
    let (mut length, mut may_say_role) = (0, false);
    for c in name.chars().take(LONGEST + 1) {
        // 列第一位的…, 有条件的…: phrases, not names.
        if c == '的' {
            return Sure::No;
        }
        (length, may_say_role) = (length + 1, may_say_role || c == '为');
    }
    if !(2..=LONGEST).contains(&length) || may_say_role && says_role(name) {
        return Sure::No;
    }
    if is_group() {
        return Sure::Certain;
    }
    let Some(organ) = organ_of(name) else { return Sure::No };
    if length >= 3 && (begins_as_body(name) || begins_with_function(name, organ)) {
        Sure::Certain
    } else if length >= 3 && is_department(name) {
        Sure::Likely
    } else {
        Sure::Maybe
    }
}

/// `括号内为责任单位`: what is said of bodies.
fn says_role(words: &str) -> bool {
    let Some(at) = words.rfind('为') else { return false };
    let role = &words[at + '为'.len_utf8()..];
    label_words(role, 0).is_some_and(|(end, _)| end == role.len())
}

/// The last word of a body's name; `46所` is a count of schools.
pub(crate) fn organ_of(name: &str) -> Option<&str> {
    let (organ, _) = ORGANS.at_end(name)?;
    let before = name[..name.len() - organ.len()].chars().next_back();
    before.is_none_or(|c| digit(c).is_none()).then_some(organ)
}

/// Whether words without a level end in one that only ends as bodies' names do: 布局, 大厅.
pub(crate) fn ends_in_word(name: &str) -> bool {
    !has_level(name) && NOT_BODIES.at_end(name).is_some()
}

/// Whether `text` begins as names do that need nothing before them: with a level, a group, or the state.
pub(crate) fn begins_as_body(text: &str) -> bool {
    has_level(text) || FULL_NAMES.at_start(text).is_some() || counts_places(text).is_some()
}

/// Whether `text` begins with a level: 市财政局 does, 市场监管局 does not.
pub(crate) fn has_level(text: &str) -> bool {
    LEVELS.at_start(text).is_some() && NOT_PREFIXES.at_start(text).is_none()
}

/// Whether `text` begins with what a department sees to, or with a body of the state: 财政局, 税务总局.
fn begins_with_function(text: &str, organ: &str) -> bool {
    is_department(text) && FUNCTIONS.at_start(text).is_some_and(|(word, _)| word.len() + organ.len() <= text.len())
}

/// Whether a name ends as those of departments do.
pub(crate) fn is_department(name: &str) -> bool {
    DEPARTMENTS.at_end(name).is_some()
}

/// Whether a name stands for many bodies.
pub(crate) fn is_group(name: &str) -> bool {
    let start = GROUPS.at_start(name).filter(|(word, _)| word.len() < name.len()).map(|(_, at)| at);
    let head = start.is_some_and(|at| matches!(at, GroupWord::Head | GroupWord::Within));
    let tail = GROUPS.at_end(name).is_some_and(|(_, at)| at == GroupWord::Tail);
    start == Some(GroupWord::Whole)
        || counts_places(name).is_some()
        || (ORGANS.at_end(name).is_some() && holds(name, '各'))
        || (head && (tail || ORGANS.at_end(name).is_some()))
        || (tail && GROUPS_WITHIN.find(name).is_some())
}

/// `四县三区政府`, `13个街道`, `8家乡镇`: the length of the counts and kinds of places that a group begins with.
pub(crate) fn counts_places(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let figures: usize = rest.chars().take(4).take_while(|&c| digit(c).is_some()).map(char::len_utf8).sum();
        let numeral = rest.chars().next().filter(|&c| is_count(c)).map_or(0, char::len_utf8);
        let number = figures.max(numeral);
        if number == 0 {
            return (at > 0).then_some(at);
        }
        let measure = rest[number..].chars().next().filter(|c| matches!(c, '个' | '家')).map_or(0, char::len_utf8);
        let kind = PLACES.at_start(&rest[number + measure..]).filter(|(_, place)| *place == Place::Region);
        match kind {
            Some((word, _)) => at += number + measure + word.len(),
            None => return (at > 0).then_some(at),
        }
    }
}

/// Whether `c` is a numeral before kinds of places.
fn is_count(c: char) -> bool {
    c == '两' || is_numeral(c) && c != '一'
}

/// Whether the text ends in a whole name of a body.
pub(crate) fn ends_with_body(text: &str) -> bool {
    let core = mark::without(text.trim_end_matches(|c: char| is_close(c) || is_stop(c)));
    organ_of(core).is_some()
}

/// Whether the last name of `tail` is cut off and the first one of `text` is the rest of it.
pub(crate) fn completes_body(tail: &str, text: &str) -> bool {
    let separates = |c: char| {
        c == '、' || is_comma(c) || is_open(c) || is_close(c) || is_stop(c) || crate::text::chars::is_colon(c)
    };
    let head = tail.rsplit(separates).next().unwrap_or(tail);
    let rest = text.split(separates).next().unwrap_or(text);
    if head.is_empty() || rest.is_empty() || head.chars().take(21).count() + rest.chars().take(21).count() > 20 {
        return false;
    }
    let marked = rest;
    let rest = Some(mark::without(rest)).filter(|core| !core.is_empty()).unwrap_or(rest);
    let whole = format!("{head}{rest}");
    if mark::strip(&format!("{head}{marked}")).0 < head.len() {
        return true;
    }
    if ends_with_body(head) {
        return false;
    }
    ORGANS.at_end(&whole).is_some_and(|(organ, _)| organ.len() > rest.len() || ORGANS.at_end(rest).is_some())
}

/// Whether the text begins with a mark between names.
pub(crate) fn starts_with_separator(text: &str) -> bool {
    text.starts_with(|c: char| is_comma(c) || is_close(c) || c == '、')
}

/// Whether `name` is a body's name by itself: a level at its head and an organ at its end.
pub(crate) fn is_whole_name(name: &str) -> bool {
    LEVELS.at_start(name).is_some() && name.chars().count() >= 3 && ORGANS.at_end(name).is_some()
}

/// Whether the text consists of names between separators, the first of which may be the rest of one.
pub(crate) fn is_list_of_bodies(text: &str) -> bool {
    let core = text.trim_end_matches(is_stop);
    if core.is_empty()
        || core.contains(|c| is_stop(c) || crate::text::chars::is_colon(c))
        || TITLE_WORDS.at_end(core).is_some()
    {
        return false;
    }
    let mut names = core.split(|c: char| c == '、' || is_comma(c));
    let mut count = 0;
    let plain = |name: &str| {
        let name = name.split(is_open).next().unwrap_or(name);
        name.chars().take(21).count() <= 20
            && (name.is_empty() || organ_of(name).is_some() && !ends_in_word(name) || mark::strip(name).1.is_some())
    };
    names.all(|name| {
        count += 1;
        plain(name)
    }) && (count > 1 || core.chars().take(21).count() <= 20)
}

/// `柳林办⏎事处`, `县工业园⏎区管委会`: whether a break between two pieces of a name is inside the word for an organ, or for the place
/// that it is the organ of.
pub(crate) fn is_torn(before: &str, behind: &str) -> bool {
    let joined = [before, behind].concat();
    let tears = |word: &str, end: usize| word.len() + before.len() > end && word.len() < end && end > before.len();
    let suffix = PLACE_SUFFIXES.at_end(&joined).map(|(suffix, _)| suffix);
    let place = suffix.map_or("", |suffix| &joined[..joined.len() - suffix.len()]);
    ORGANS.at_end(&joined).is_some_and(|(organ, _)| tears(organ, joined.len()))
        || suffix.is_some_and(|suffix| tears(suffix, joined.len()))
        || PLACES.at_end(place).is_some_and(|(word, _)| tears(word, place.len()))
}
