//! One stretch of a list → the body it names and what it says of it.

use std::ops::Range;

use super::brackets;
use crate::calendar;
use crate::phrase::body::{Sure, is_group, organ_of, sure, sure_of};
use crate::phrase::mark;
use crate::phrase::person::{self, Named};
use crate::phrase::rule::is_rule;
use crate::text::chars::{digit, find, is_blank, is_comma, is_star, is_stop, trim_range};
use crate::vocabulary::{GROUPS, GroupWord, LEADING_WORDS, LEVELS, Mark, PLACE_SUFFIXES, PLACES, POSTS, label_words};

/// A body as a list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Its name as printed.
    pub(crate) name: Range<usize>,
    /// Its name with what the list hands on, where it differs.
    pub(crate) completed: Option<String>,
    /// Its other names.
    pub(crate) nameplates: Vec<Range<usize>>,
    /// Whether it stands for many.
    pub(crate) group: bool,
    /// Its words with nameplates, without what it does.
    pub(crate) quote: Range<usize>,
    /// What the words behind it, or before it, make of it.
    pub(crate) mark: Option<Mark>,
    /// Where these words stand.
    pub(crate) mark_at: Option<Range<usize>>,
    /// Whether a comma stands before it.
    pub(crate) opens_group: bool,
    /// The star before it, which the notice may say means something.
    pub(crate) star: Option<Range<usize>>,
    /// How sure it is that the words name a body.
    pub(crate) sure: Sure,
}

/// A mark, and where it stands.
pub(super) type Said = (Mark, Range<usize>);

impl Mention {
    /// Takes what a mark says.
    pub(crate) fn say(&mut self, said: Option<Said>) {
        (self.mark, self.mark_at) = said.unzip();
    }
}

/// What one stretch says beside the bodies that it names.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// A mark at its end, which also covers the units before it.
    pub(super) mark: Option<Said>,
    /// A mark that the units behind it take, too: `会同甲局、乙局`.
    pub(super) onward: Option<Said>,
    pub(super) due: Option<Range<usize>>,
    /// Brackets that are remarks on the notice's conventions.
    pub(super) notes: Vec<Range<usize>>,
    /// Officials that stand in a list of bodies: `分管副市长`.
    pub(super) persons: Vec<Named>,
}

/// Reads a stretch and adds the bodies that it names.
pub(super) fn read(text: &str, range: Range<usize>, opens_group: bool, mentions: &mut Vec<Mention>) -> Read {
    let mut found = Read::default();
    if calendar::is_deadline(&text[range.clone()]) {
        found.due = Some(range);
        return found;
    }
    if is_score(&text[range.clone()]) {
        found.notes.push(range);
        return found;
    }
    let (range, leading) = strip_leading(text, range);
    found.onward.clone_from(&leading);
    let unstarred = text[range.clone()].trim_start_matches(|c: char| is_star(c) || is_blank(c));
    let starred = text[range.clone()].starts_with(is_star);
    let star = starred.then(|| range.start..range.end - unstarred.len());
    let range = if starred { range.end - unstarred.len()..range.end } else { range };
    let (range, mark) = strip_mark(text, range.start..range.start + strip_stray_bracket(&text[range.clone()]));
    found.mark = mark;
    let range = range.start..range.start + strip_closing_word(&text[range.clone()]);
    let range = strip_note(text, range, &mut found);
    let (range, group) = group_behind_bracket(text, range);
    let mut name_end = range.end;
    let mut nameplates = Vec::new();
    while let Some(bracket) = brackets::last(text, range.start..name_end) {
        if !take_bracket(text, &bracket, range.start, &mut found, &mut nameplates) {
            break;
        }
        name_end = bracket.start;
    }
    nameplates.reverse();
    // The mark may also stand before the bracket: `市财政局牵头（…）`.
    let (name, inner) = strip_mark(text, range.start..name_end);
    found.mark = found.mark.or(inner);
    let said = leading.or(found.mark.clone());
    if let Some(named) = official(text, &name) {
        found.persons = named;
        return found;
    }
    let quote = name.start..nameplates.last().map_or(name.end, |plate: &Range<usize>| plate_end(text, plate));
    let (name, quote, behind) = closed_list(text, name, quote);
    let named = [
        Some((name, quote, nameplates, opens_group, star)),
        behind.or(group).map(|name| (name.clone(), name, Vec::new(), false, None)),
    ];
    for (name, quote, nameplates, opens_group, star) in
        named.into_iter().flatten().filter(|(name, ..)| !name.is_empty())
    {
        let words = &text[name.clone()];
        let group = is_group(words);
        let open = find(words, brackets::opens);
        let sure = open.map_or_else(|| sure_of(words, || group), |open| sure(&words[..open]));
        let (mark, mark_at) = said.clone().unzip();
        let completed = None;
        mentions.push(Mention { name, completed, nameplates, group, quote, mark, mark_at, opens_group, star, sure });
    }
    found
}

/// `10分`, `分值8分`: what a task counts for.
fn is_score(words: &str) -> bool {
    let Some(before) = words.strip_suffix('分') else { return false };
    let figures = before.trim_end_matches(|c: char| digit(c).is_some() || c == '.');
    let is_label = figures.chars().nth(3).is_none() && !figures.contains(|c| is_comma(c) || is_stop(c));
    figures.len() < before.len() && is_label
}

/// `分管副市长`, `副市长周明`: an official and no body.
fn official(text: &str, name: &Range<usize>) -> Option<Vec<Named>> {
    let words = &text[name.clone()];
    let is_post = |post: &str| post != "同志" && post.len() <= words.len();
    let has_post = POSTS.at_end(words).or_else(|| POSTS.at_start(words)).is_some_and(|(post, ())| is_post(post));
    if !has_post || words.len() > 60 || organ_of(words).is_some() || is_group(words) && PLACES.find(words).is_some() {
        return None;
    }
    Some(person::behind_label(text, name.clone(), &[])).filter(|named| !named.is_empty())
}

/// `市政务办（市公管办）等有关部门`: the body, and the group behind the word that closes the list.
fn group_behind_bracket(text: &str, range: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let words = &text[range.clone()];
    let Some(at) = words.rfind('等').filter(|&at| words[..at].ends_with(brackets::closes)) else {
        return (range, None);
    };
    let behind = range.start + at + '等'.len_utf8()..range.end;
    if is_group(&text[behind.clone()]) { (range.start..range.start + at, Some(behind)) } else { (range, None) }
}

/// `市政务办（市公管办）等`: the word that closes a list stands behind the bracket.
fn strip_closing_word(words: &str) -> usize {
    let ends = ["等部门", "等单位", "等"];
    let closed =
        ends.into_iter().find_map(|end| words.strip_suffix(end)).filter(|rest| rest.ends_with(brackets::closes));
    closed.map_or(words.len(), str::len)
}

/// `各镇、街道）`: the mark of a bracket that opened before the list.
fn strip_stray_bracket(words: &str) -> usize {
    let ends_so = words.ends_with(brackets::closes) && !words.contains(brackets::opens);
    if ends_so { words.trim_end_matches(brackets::closes).len() } else { words.len() }
}

/// Behind a nameplate stands the bracket that closes it.
fn plate_end(text: &str, plate: &Range<usize>) -> usize {
    let behind = text[plate.end..].char_indices().find(|&(_, c)| brackets::closes(c));
    behind.map_or(plate.end, |(at, c)| plate.end + at + c.len_utf8())
}

/// `由市财政局`, `会同市财政局`: the words before the name, and what they make of it.
fn strip_leading(text: &str, range: Range<usize>) -> (Range<usize>, Option<Said>) {
    let mut start = range.start;
    let mut mark = None;
    while let Some((word, made)) = LEADING_WORDS.at_start(&text[start..range.end]) {
        let rest = &text[start + word.len()..range.end];
        // Only before a name: 商务局 begins with a leading word, too.
        // Behind 由 stands who does it, whatever it is called.
        let is_label = || label_words(rest, 0).is_some();
        let by = word == "由" && rest.chars().nth(1).is_some() && sure(mark::without(rest)) > Sure::No && !is_label();
        if !by && (rest.chars().nth(2).is_none() || !begins_name(rest)) {
            break;
        }
        let at = start..start + word.len();
        start = at.end;
        mark = made.map(|made| (made, at)).or(mark);
    }
    (start..range.end, mark)
}

fn begins_name(text: &str) -> bool {
    LEVELS.at_start(text).is_some()
        || GROUPS.at_start(text).is_some_and(|(_, at)| matches!(at, GroupWord::Head | GroupWord::Whole))
}

/// `市财政局牵头`: the name, and what the words behind it make of it.
fn strip_mark(text: &str, range: Range<usize>) -> (Range<usize>, Option<Said>) {
    let (end, mark) = mark::strip(&text[range.clone()]);
    let core = trim_range(&text[range.start..range.start + end]);
    let said = mark.map(|mark| (mark, trimmed(text, range.start + end..range.end)));
    (range.start + core.start..range.start + core.end, said)
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let core = trim_range(&text[range.clone()]);
    range.start + core.start..range.start + core.end
}

/// Whether the bracket is not a part of the name, and what it says.
fn take_bracket(
    text: &str,
    bracket: &Range<usize>,
    start: usize,
    found: &mut Read,
    nameplates: &mut Vec<Range<usize>>,
) -> bool {
    let inner = brackets::inner(text, bracket);
    let words = &text[inner.clone()];
    let name = &text[start..bracket.start];
    if let Some(mark) = mark::whole(words.trim_end_matches("单位")) {
        found.mark = Some((mark, inner));
    } else if calendar::is_deadline(words) {
        found.due = Some(inner);
    } else if is_note(words) {
        found.notes.push(inner);
    } else if name.is_empty() || ((GROUPS.at_start(name).is_some() || is_group(name)) && names_only_places(words)) {
        return false;
    } else if let Some(plates) = plates(text, inner.clone()) {
        nameplates.extend(plates.into_iter().rev());
    } else {
        found.notes.push(inner);
    }
    true
}

/// `…等有关部门（列第一位的为牵头单位）`: a remark on the whole list stands behind its last word.
fn strip_note(text: &str, range: Range<usize>, found: &mut Read) -> Range<usize> {
    // Behind a name alone it is read as any bracket is.
    let bracket = brackets::last(text, range.clone()).filter(|bracket| text[range.start..bracket.start].contains('等'));
    let note = bracket.map(|bracket| (bracket.start, brackets::inner(text, &bracket)));
    match note.filter(|(_, inner)| is_note(&text[inner.clone()]) && !calendar::is_deadline(&text[inner.clone()])) {
        Some((start, inner)) => {
            found.notes.push(inner);
            range.start..start
        }
        None => range,
    }
}

/// A remark is a sentence, or a rule about who leads.
fn is_note(words: &str) -> bool {
    words.contains(|c| is_comma(c) || is_stop(c)) || is_rule(words) || words.contains("下同") || words.contains("均含")
}

/// `（市、区）`: kinds of places, a part of the group's name.
pub(super) fn names_only_places(words: &str) -> bool {
    words.split(['、', '/']).all(|word| PLACES.whole(word).is_some() || PLACE_SUFFIXES.whole(word).is_some())
}

/// The names in a bracket behind a body's name.
fn plates(text: &str, inner: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut start = inner.start;
    let mut found = Vec::new();
    for part in text[inner.clone()].split(['、', '/', '／']) {
        let core = trim_range(part);
        let range = start + core.start..start + core.end;
        let length = text[range.clone()].chars().take(25).count();
        if !(2..=24).contains(&length) {
            return None;
        }
        found.push(range);
        start += part.len() + text[start + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    Some(found)
}

/// `市财政局等有关部门` is a body and a group, `市财政局等` and `市财政局等部门` close a list after the body: the body, its
/// quote, and the group.
fn closed_list(
    text: &str,
    name: Range<usize>,
    quote: Range<usize>,
) -> (Range<usize>, Range<usize>, Option<Range<usize>>) {
    let words = &text[name.clone()];
    let Some(at) = words.rfind('等') else { return (name, quote, None) };
    let behind = &words[at + '等'.len_utf8()..];
    let head = name.start..name.start + at;
    let is_closing =
        behind.is_empty() || matches!(behind, "部门" | "单位" | "地" | "地方" | "部门单位" | "单位部门" | "部门和单位");
    if is_closing {
        let quote = head.start..if quote.end > name.end { quote.end } else { head.end };
        return (head, quote, None);
    }
    if is_group(behind) {
        let tail = head.end + '等'.len_utf8()..name.end;
        return (head.clone(), head, Some(tail));
    }
    (name, quote, None)
}
