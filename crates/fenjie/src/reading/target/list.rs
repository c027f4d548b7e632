//! Lists of indicators: items, and the words they share.

use std::ops::Range;

use super::clause::Clauses;
use super::draft::Phrase;
use super::words::{self, Class};

/// Words that join the last item to a list.
const AND: [&str; 5] = ["以及", "和", "与", "及", "或"];

/// The items of a list. `、` separates outside quotes and brackets, `和` only where `with_and` says so;
/// beside `、`, a 与 holds words of one item together (`休闲农业与乡村旅游`).
pub(super) fn items(text: &str, range: &Range<usize>, clauses: &Clauses, with_and: bool) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let (mut start, mut at) = (range.start, range.start);
    let marked = with_and && text[range.clone()].contains('、');
    while let Some(c) = text[at..range.end].chars().next() {
        let words = &text[at..range.end];
        if let Some(closed) = clauses.closed_at(at).filter(|closed| closed.end <= range.end) {
            at = closed.end;
            // Quotes one after another are a list without marks.
            if words.starts_with('“') && text[at..range.end].starts_with('“') {
                items.push(start..at);
                start = at;
            }
            continue;
        }
        let mut end = at + c.len_utf8();
        let joint = if c == '、' {
            true
        } else if let Some(word) =
            AND.iter().find(|word| with_and && words.starts_with(**word) && !(marked && **word == "与"))
        {
            end = at + word.len();
            // 惠及, 涉及
            let whole = *word == "及"
                && words::ending(&text[start..end]).longest(Class::KEEP | Class::ONGOING | Class::GUARD).is_some();
            words::at_start(words, Class::PROTECTED | Class::GUARD).is_none() && at > start && end < range.end && !whole
        } else {
            false
        };
        if joint {
            items.push(start..at);
            start = end;
        }
        at = end;
    }
    items.push(start..range.end);
    items.retain(|item| !item.is_empty());
    items
}

/// The length of the joining words that a text begins with: `、`, `和`, `、和`.
pub(super) fn joiner(text: &str) -> usize {
    let mark = text.chars().next().filter(|c| *c == '、' || *c == '/').map_or(0, char::len_utf8);
    let rest = &text[mark..];
    let word = AND.iter().chain(&["并"]).find(|word| rest.starts_with(**word)).map_or(0, |word| word.len());
    if word > 0 && words::at_start(rest, Class::PROTECTED).is_some_and(|(length, _)| length > word) {
        return mark;
    }
    mark + word
}

/// The length of the joining words that a text ends with.
pub(super) fn joiner_at_end(text: &str) -> usize {
    let word = AND.iter().chain(&["并", "、"]).find(|word| text.ends_with(**word)).map_or(0, |word| word.len());
    let mark = text[..text.len() - word].chars().next_back().filter(|c| *c == '、').map_or(0, char::len_utf8);
    word + mark
}

/// Whether a phrase names an indicator by itself; of a share, whether it names a share.
pub(super) fn complete(words: &str, share: bool) -> bool {
    let wanted = if share { Class::RATE } else { Class::HEAD | Class::DEPENDENT };
    let ends = words::at_end(words, wanted).is_some_and(|(length, _)| length < words.len());
    ends || !share && words::class_of(words).meets(Class::HEAD)
}

/// One phrase an item, what the last item ends with handed to those that lack it.
pub(super) fn phrases(text: &str, items: &[Range<usize>]) -> Vec<Phrase> {
    let Some(last) = items.last() else { return Vec::new() };
    let shared = items.first().map_or(0..0, |first| shared_end(text, first, last));
    let lacks = |item: &Range<usize>| {
        item != last && !shared.is_empty() && !has_head(&text[item.clone()], &text[shared.clone()])
    };
    let owner = items.first().map_or(0..0, |first| owner(text, first));
    items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let phrase = Phrase::new(item.clone());
            if at > 0 && words::class_of(&text[item.clone()]).meets(Class::DEPENDENT) {
                return Phrase::new(owner.clone()).then(&phrase);
            }
            if lacks(item) { phrase.then(&Phrase::new(shared.clone())) } else { phrase }
        })
        .collect()
}

/// Whose figure the first item is (`项目` of `项目开工率`): the others of a list are of the same.
fn owner(text: &str, first: &Range<usize>) -> Range<usize> {
    let words = &text[first.clone()];
    let tail = words::at_end(words, Class::DEPENDENT).map_or(words.len(), |(length, _)| length);
    first.start..first.end - tail
}

/// Whether an item has an ending of its own of the kind that the others share.
fn has_head(item: &str, shared: &str) -> bool {
    let head = words::at_end(shared, Class::HEAD | Class::DEPENDENT).map_or(shared.len(), |(length, _)| length);
    item.ends_with(&shared[shared.len() - head..])
        || complete(item, true)
        || words::class_of(item).meets(Class::HEAD)
        || words::at_end(item, Class::HEAD | Class::DEPENDENT)
            .is_some_and(|(length, _)| length >= 6 && length < item.len())
}

/// What the last item ends with beyond its own name: a known ending, or else all that makes it longer than the first,
/// since items of a list are about as long as each other (`城镇`, `农村居民人均可支配收入`).
fn shared_end(text: &str, first: &Range<usize>, last: &Range<usize>) -> Range<usize> {
    let words = &text[last.clone()];
    // `国家级、省级绿色工厂`: what follows the grade.
    if let (Some(_), Some((grade, _))) =
        (words::at_end(&text[first.clone()], Class::PART), words::at_start(words, Class::PART))
    {
        return last.start + grade..last.end;
    }
    let known = words::at_end(words, Class::HEAD | Class::DEPENDENT).map(|(length, _)| length);
    if let Some(length) = known.filter(|&length| length < words.len() && length >= "产量".len()) {
        return last.end - length..last.end;
    }
    let own = text[first.clone()].chars().count();
    let by_length = words.char_indices().nth(own).map_or(words.len(), |(at, _)| at);
    let length = (words.len() - by_length).max(known.filter(|&length| length < words.len()).unwrap_or(0));
    if known.is_none() && length < "产量".len() {
        return last.end..last.end;
    }
    last.end - length..last.end
}
