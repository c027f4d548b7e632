//! One segment of a list → the bodies it names and what it says of them.

use std::ops::Range;

use crate::calendar;
use crate::phrase::rule::is_rule;
use crate::text::chars::{is_blank, is_close, is_comma, is_open, is_star, is_stop, trim_range};
use crate::vocabulary::{
    GROUPS, GROUPS_WITHIN, GroupWord, LEADING_WORDS, LEVELS, MARKS, Mark, ORGANS, PLACE_SUFFIXES, PLACES,
};

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
    /// Whether a comma stands before it.
    pub(crate) opens_group: bool,
    /// Whether a star stands before it, which the notice may say means something.
    pub(crate) starred: bool,
}

/// What one segment says beside the bodies that it names.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// A mark at its end, which also covers the units before it.
    pub(super) mark: Option<Mark>,
    /// A mark that the units behind it take, too: `会同甲局、乙局`.
    pub(super) onward: Option<Mark>,
    pub(super) due: Option<Range<usize>>,
    /// Brackets that are remarks on the notice's conventions.
    pub(super) notes: Vec<Range<usize>>,
}

/// Reads a segment and adds the bodies that it names.
pub(super) fn read(text: &str, range: Range<usize>, opens_group: bool, mentions: &mut Vec<Mention>) -> Read {
    let from = mentions.len();
    if let Some((first, second)) = divide(text, range.clone()) {
        let mut found = read(text, first, opens_group, mentions);
        for mention in &mut mentions[from..] {
            mention.mark = mention.mark.or(Some(Mark::Lead));
        }
        let behind = mentions.len();
        let rest = read(text, second, false, mentions);
        for mention in &mut mentions[behind..] {
            mention.mark = Some(Mark::Participant);
        }
        found.notes.extend(rest.notes);
        return Read { mark: Some(Mark::Lead), onward: Some(Mark::Participant), ..found };
    }
    if let Some(at) = group_behind_bracket(&text[range.clone()]) {
        let mut found = read_one(text, range.start..range.start + at, opens_group, mentions);
        let behind = mentions.len();
        let rest = read_one(text, range.start + at + '等'.len_utf8()..range.end, false, mentions);
        for mention in &mut mentions[from..behind] {
            mention.mark = mention.mark.or(rest.mark);
        }
        found.notes.extend(rest.notes);
        return Read { mark: rest.mark, ..found };
    }
    read_one(text, range, opens_group, mentions)
}

/// Where the last 等 stands.
fn closing_word(words: &str) -> Option<usize> {
    words.char_indices().rev().find(|&(_, c)| c == '等').map(|(at, _)| at)
}

/// `市政务办（市公管办）等有关部门`: where the word stands that closes the list before a group.
fn group_behind_bracket(words: &str) -> Option<usize> {
    let at = closing_word(words).filter(|&at| words[..at].ends_with(is_close))?;
    let behind = &words[at + '等'.len_utf8()..];
    let behind = MARKS.at_end(behind).map_or(behind, |(mark, _)| &behind[..behind.len() - mark.len()]);
    is_group(behind).then_some(at)
}

/// `甲局会同乙局`: who leads, and whom he calls in.
fn divide(text: &str, range: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    const JOINS: [&str; 4] = ["会同", "商", "联合", "配合"];
    let words = &text[range.clone()];
    // Few names have a character that one of the words begins with.
    if !words.contains(['会', '商', '联', '配']) {
        return None;
    }
    let depth_free = words.split(is_open).next().unwrap_or(words);
    JOINS.into_iter().find_map(|join| {
        let at = depth_free.find(join).filter(|&at| at >= 6)?;
        let behind = at + join.len();
        let left = &words[..at];
        let left = MARKS.at_end(left).map_or(left, |(mark, _)| &left[..left.len() - mark.len()]);
        let is_body = ORGANS.at_end(left).is_some();
        let names_other = LEVELS.at_start(&words[behind..]).is_some() || GROUPS.at_start(&words[behind..]).is_some();
        (is_body && names_other).then(|| (range.start..range.start + at, range.start + behind..range.end))
    })
}

fn read_one(text: &str, range: Range<usize>, opens_group: bool, mentions: &mut Vec<Mention>) -> Read {
    let mut found = Read::default();
    if calendar::is_deadline(&text[range.clone()]) {
        found.due = Some(range);
        return found;
    }
    let (range, leading) = strip_leading(text, range);
    found.onward = leading;
    let unstarred = text[range.clone()].trim_start_matches(|c: char| is_star(c) || is_blank(c));
    let starred = text[range.clone()].starts_with(is_star);
    let range = if starred { range.end - unstarred.len()..range.end } else { range };
    let (range, mark) = strip_mark(text, range);
    found.mark = mark;
    let range = range.start..range.start + strip_closing_word(&text[range.clone()]);
    let mut name_end = range.end;
    let mut nameplates = Vec::new();
    while let Some(bracket) = last_bracket(text, range.start..name_end) {
        if !take_bracket(text, &bracket, range.start, &mut found, &mut nameplates) {
            break;
        }
        name_end = bracket.start;
    }
    nameplates.reverse();
    // The mark may also stand before the bracket: `市财政局牵头（…）`.
    let (name, inner) = strip_mark(text, range.start..name_end);
    found.mark = found.mark.or(inner);
    let quote = name.start..nameplates.last().map_or(name.end, |plate: &Range<usize>| plate_end(text, plate));
    let mark = leading.or(found.mark);
    let (name, quote, group) = closed_list(text, name, quote);
    let named = [
        Some((name, quote, nameplates, opens_group, starred)),
        group.map(|name| (name.clone(), name, Vec::new(), false, false)),
    ];
    for (name, quote, nameplates, opens_group, starred) in
        named.into_iter().flatten().filter(|(name, ..)| !name.is_empty())
    {
        let group = is_group(&text[name.clone()]);
        mentions.push(Mention { name, completed: None, nameplates, group, quote, mark, opens_group, starred });
    }
    found
}

/// `市政务办（市公管办）等`: the word that closes a list stands behind the bracket.
fn strip_closing_word(words: &str) -> usize {
    let ends = ["等部门", "等单位", "等"];
    let closed = ends.into_iter().find_map(|end| words.strip_suffix(end)).filter(|rest| rest.ends_with(is_close));
    closed.map_or(words.len(), str::len)
}

/// Behind a nameplate stands the bracket that closes it.
fn plate_end(text: &str, plate: &Range<usize>) -> usize {
    let behind = text[plate.end..].char_indices().find(|&(_, c)| is_close(c));
    behind.map_or(plate.end, |(at, c)| plate.end + at + c.len_utf8())
}

/// `由市财政局`, `会同市财政局`: the words before the name, and what they make of it.
fn strip_leading(text: &str, range: Range<usize>) -> (Range<usize>, Option<Mark>) {
    let mut start = range.start;
    let mut mark = None;
    while let Some((word, made)) = LEADING_WORDS.at_start(&text[start..range.end]) {
        let rest = &text[start + word.len()..range.end];
        // Only before a name: 商务局 begins with a leading word, too.
        if rest.chars().count() < 3
            || !(LEVELS.at_start(rest).is_some()
                || GROUPS.at_start(rest).is_some_and(|(_, at)| matches!(at, GroupWord::Head | GroupWord::Whole)))
        {
            break;
        }
        start += word.len();
        mark = made.or(mark);
    }
    (start..range.end, mark)
}

/// `市财政局牵头`: the name, and what the words behind it make of it.
fn strip_mark(text: &str, range: Range<usize>) -> (Range<usize>, Option<Mark>) {
    let mut end = range.end;
    let mut mark: Option<Mark> = None;
    while let Some((word, made)) = MARKS.at_end(&text[range.start..end]) {
        end -= word.len();
        mark = Some(match mark {
            Some(Mark::Lead) => Mark::Lead,
            Some(Mark::Participant) if made == Mark::Joint => Mark::Participant,
            _ => made,
        });
    }
    let core = trim_range(&text[range.start..end]);
    (range.start + core.start..range.start + core.end, mark)
}

/// The bracket at the end of the range, its marks included.
fn last_bracket(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let part = &text[range.clone()];
    part.chars().next_back().filter(|&c| is_close(c))?;
    let mut depth = 0;
    for (at, c) in part.char_indices().rev() {
        depth += i32::from(is_close(c)) - i32::from(is_open(c));
        if depth == 0 {
            return Some(range.start + at..range.end);
        }
    }
    None
}

/// Whether the bracket is not a part of the name, and what it says.
fn take_bracket(
    text: &str,
    bracket: &Range<usize>,
    start: usize,
    found: &mut Read,
    nameplates: &mut Vec<Range<usize>>,
) -> bool {
    let inner = inner_of(text, bracket);
    let words = &text[inner.clone()];
    let name = &text[start..bracket.start];
    if let Some(mark) = MARKS.whole(words.trim_end_matches("单位")) {
        found.mark = Some(mark);
    } else if calendar::is_deadline(words) {
        found.due = Some(inner);
    } else if is_note(words) {
        found.notes.push(inner);
    } else if name.is_empty() || (GROUPS.at_start(name).is_some() && names_only_places(words)) {
        return false;
    } else if let Some(plates) = plates(text, inner.clone()) {
        nameplates.extend(plates.into_iter().rev());
    } else {
        found.notes.push(inner);
    }
    true
}

fn inner_of(text: &str, bracket: &Range<usize>) -> Range<usize> {
    let part = &text[bracket.clone()];
    let open = part.chars().next().map_or(0, char::len_utf8);
    let close = part.chars().next_back().map_or(0, char::len_utf8);
    bracket.start + open..(bracket.end - close).max(bracket.start + open)
}

/// A remark is a sentence, or a rule about who leads.
fn is_note(words: &str) -> bool {
    words.contains(|c| is_comma(c) || is_stop(c)) || is_rule(words) || words.contains("下同") || words.contains("均含")
}

/// `（市、区）`: kinds of places, a part of the group's name.
fn names_only_places(words: &str) -> bool {
    words.split(['、', '/']).all(|word| PLACES.whole(word).is_some() || PLACE_SUFFIXES.whole(word).is_some())
}

/// The names in a bracket behind a body's name.
fn plates(text: &str, inner: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut start = inner.start;
    let mut found = Vec::new();
    for part in text[inner.clone()].split(['、', '/', '／']) {
        let core = trim_range(part);
        let range = start + core.start..start + core.end;
        let length = text[range.clone()].chars().count();
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
    let Some(at) = closing_word(words) else { return (name, quote, None) };
    let behind = &words[at + '等'.len_utf8()..];
    let head = name.start..name.start + at;
    let is_closing = behind.is_empty() || matches!(behind, "部门" | "单位" | "地" | "地方" | "部门单位" | "单位部门");
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

/// Whether a name stands for many bodies.
pub(crate) fn is_group(name: &str) -> bool {
    let start = GROUPS.at_start(name).filter(|(word, _)| word.len() < name.len()).map(|(_, at)| at);
    let head = start.is_some_and(|at| matches!(at, GroupWord::Head | GroupWord::Within));
    let tail = GROUPS.at_end(name).is_some_and(|(_, at)| at == GroupWord::Tail);
    start == Some(GroupWord::Whole)
        || (name.contains('各') && ORGANS.at_end(name).is_some())
        || (head && (tail || ORGANS.at_end(name).is_some()))
        || (tail && GROUPS_WITHIN.find(name).is_some())
}
