//! Officials (责任领导), in headings and behind labels.

use std::ops::Range;

use super::body::{begins_as_body, organ_of};
use crate::text::chars::{is_blank, is_close, is_colon, is_comma, is_han, is_open, is_region, is_stop};
use crate::vocabulary::{DUTIES, FUNCTIONS, LEVELS, ORGANS, PLACES, POSTS, SURNAMES};

/// How many characters a post takes with the name of its body.
const LONGEST_POST: usize = 16;

/// An official as printed; ranges are of the text read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: Option<Range<usize>>,
    pub(crate) post: Option<Range<usize>>,
    pub(crate) duty: Option<Range<usize>>,
    /// All its words.
    pub(crate) quote: Range<usize>,
}

/// The official whom a heading names: a name followed by a post and what the official does, in either order.
pub(crate) fn in_heading(text: &str, from: usize) -> Option<Named> {
    let text = text.trim_end_matches(|c: char| is_colon(c) || is_stop(c));
    // `实事一：` is a number and nothing else.
    text.get(from..)?;
    let mut found = person(text, from, false)?;
    let mut at = skip_comrade(text, found.quote.end);
    let duty = DUTIES.at_start(&text[at..]).map(|(duty, ())| at..at + duty.len());
    at = duty.as_ref().map_or(at, |duty| duty.end);
    let behind = text[at..].trim_matches(is_blank);
    // A heading that only opens with a post's characters (市长质量奖…) goes on with other words.
    let ends = behind.is_empty() || behind.starts_with(|c: char| is_open(c) || is_colon(c) || is_comma(c));
    if duty.is_none() && !ends {
        return None;
    }
    if found.post.is_none() && duty.is_none() {
        return None;
    }
    found.duty = duty;
    Some(found)
}

/// The officials behind a label (`责任领导：`), with or without posts.
pub(crate) fn behind_label(text: &str, range: Range<usize>, gaps: &[u32]) -> Vec<Named> {
    let text = &text[..range.end];
    let mut found = Vec::new();
    let mut at = range.start;
    while at < text.len() {
        let rest = &text[at..];
        let skipped = rest.trim_start_matches(|c: char| is_blank(c) || is_comma(c) || is_stop(c) || c == '、');
        at = text.len() - skipped.len();
        let spaced = names_between_gaps(text, at, gaps);
        if let Some(last) = spaced.last() {
            at = skip_comrade(text, last.quote.end);
            found.extend(spaced);
            continue;
        }
        match person(text, at, true).or_else(|| post_alone(text, at)) {
            Some(named) => {
                at = skip_comrade(text, named.quote.end).max(at + 1);
                found.push(named);
            }
            None => {
                at += skipped.find(|c: char| is_comma(c) || is_stop(c) || c == '、').unwrap_or(skipped.len()).max(1);
            }
        }
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

/// The officials in a cell of a column of officials: there a name needs neither post nor a frequent surname.
pub(crate) fn in_cell(text: &str, range: Range<usize>, gaps: &[u32]) -> Vec<Named> {
    let found = behind_label(text, range.clone(), gaps);
    let words = text[range.clone()].trim_matches(is_blank);
    if found.is_empty() && is_name(words) && words.chars().all(is_name_char) {
        return vec![Named { name: Some(range.clone()), post: None, duty: None, quote: range }];
    }
    found
}

/// `何文远 周明`, `何 远周 明`: names that only spaces part; those of two characters may be spread out with one.
fn names_between_gaps(text: &str, at: usize, gaps: &[u32]) -> Vec<Named> {
    let rest = &text[at..];
    let end = at + rest.find(|c: char| !is_name_char(c)).unwrap_or(rest.len());
    let inside = |place: usize| gaps.binary_search(&(place as u32)).is_ok();
    let mut found = Vec::new();
    let mut from = at;
    while from < end {
        let mut ends = text[from..end].char_indices().map(|(offset, c)| from + offset + c.len_utf8()).take(4);
        let Some(first) = ends.next() else { break };
        let until = if inside(first) { ends.next() } else { ends.find(|&place| place == end || inside(place)) };
        let may_be_name = |words: &str| is_name(words) && POSTS.find(words).is_none();
        match until.filter(|&until| may_be_name(&text[from..until])) {
            Some(until) => {
                found.push(Named { name: Some(from..until), post: None, duty: None, quote: from..until });
                from = until;
            }
            None => return Vec::new(),
        }
    }
    let is_sure = found.len() > 1 && found.iter().any(|named| has_surname(&text[named.quote.clone()]));
    if is_sure { found } else { Vec::new() }
}

/// `分管农业的副市长`: words that end in a post.
fn post_alone(text: &str, at: usize) -> Option<Named> {
    let end =
        text[at..].find(|c: char| is_comma(c) || is_stop(c) || c == '、').map_or(text.len(), |length| at + length);
    let words = &text[at..end];
    let is_post = words.chars().count() <= 20 && POSTS.at_end(words).is_some_and(|(post, ())| post != "同志");
    is_post.then_some(Named { name: None, post: Some(at..end), duty: None, quote: at..end })
}

fn skip_comrade(text: &str, at: usize) -> usize {
    let behind = text.get(at..).unwrap_or_default();
    at + behind.strip_prefix("同志").map_or(0, |_| "同志".len())
}

/// A name with a post before, behind or in a bracket; a post alone; or a name alone.
fn person(text: &str, at: usize, labelled: bool) -> Option<Named> {
    let from = at + (text[at..].len() - text[at..].trim_start_matches(is_blank).len());
    let from = if post(&text[from..]).is_some() { from } else { skip_jurisdiction(text, from) };
    if let Some(end) = posts(text, from) {
        let (name, quote_end) = name_behind(text, end);
        return Some(Named { name, post: Some(from..end), duty: None, quote: from..quote_end });
    }
    let name_end = name_before(text, from, labelled)?;
    let (post, quote_end) = post_behind(text, name_end);
    if post.is_none() && !labelled && !has_surname(&text[from..name_end]) {
        return None;
    }
    Some(Named { name: Some(from..name_end), post, duty: None, quote: from..quote_end })
}

/// `云溪市副市长周明`: the place before a post is not part of it.
fn skip_jurisdiction(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let place = rest.char_indices().take(8).find(|&(at, c)| at >= 6 && is_region(c));
    match place {
        Some((at, c))
            if POSTS.at_start(&rest[at + c.len_utf8()..]).is_some() && POSTS.at_start(&rest[at..]).is_none() =>
        {
            from + at + c.len_utf8()
        }
        _ => from,
    }
}

/// The end of the posts that start at `from`: `市委常委、常务副市长`, `副县长、公安局局长`.
fn posts(text: &str, from: usize) -> Option<usize> {
    let mut end = from + post(&text[from..])?;
    loop {
        let rest = &text[end..];
        let next = rest.strip_prefix(['、', '，', ',']).unwrap_or(rest);
        // `镇党委委员、武装部部长`: behind a post a body may begin with anything.
        let listed = || if next.len() < rest.len() { post_in_body(next) } else { None };
        match post(next).or_else(listed) {
            Some(length) => end = text.len() - next.len() + length,
            None => return Some(end),
        }
    }
}

/// How long the post is that `text` begins with: a rank alone, or behind the body in which it is held (`开发区管委会主任`).
fn post(text: &str) -> Option<usize> {
    let begins_body = || begins_as_body(text) || FUNCTIONS.at_start(text).is_some() || PLACES.at_start(text).is_some();
    rank(text).or_else(|| if begins_body() { post_in_body(text) } else { None })
}

/// How long the name of a body at the head of `text` is with the rank that is held in it.
fn post_in_body(text: &str) -> Option<usize> {
    let words = text.char_indices().take(LONGEST_POST).take_while(|&(_, c)| is_han(c)).map(|(at, _)| at);
    let mut bodies = words.filter(|&at| at > 0 && organ_of(&text[..at]).is_some());
    bodies.find_map(|at| Some(at + rank(&text[at..])?))
}

/// How long the rank is that `text` begins with.
fn rank(text: &str) -> Option<usize> {
    POSTS.at_start(text).filter(|(rank, ())| *rank != "同志").map(|(rank, ())| rank.len())
}

/// The name right behind posts, bare or in a bracket.
fn name_behind(text: &str, end: usize) -> (Option<Range<usize>>, usize) {
    let rest = &text[end..];
    let open = rest.chars().next().filter(|&c| is_open(c)).map_or(0, char::len_utf8);
    let name = &rest[open..];
    let length = name.find(|c: char| !is_name_char(c)).unwrap_or(name.len());
    let length = until_duty(&name[..length]);
    if !is_name(&name[..length]) {
        return (None, end);
    }
    let start = end + open;
    let close = text[start + length..].chars().next().filter(|&c| open > 0 && is_close(c)).map_or(0, char::len_utf8);
    (Some(start..start + length), start + length + close)
}

/// A name ends where a duty or a title of address begins.
fn until_duty(text: &str) -> usize {
    let ends = |at: usize| DUTIES.at_start(&text[at..]).is_some() || text[at..].starts_with("同志");
    text.char_indices().map(|(at, _)| at).find(|&at| ends(at)).unwrap_or(text.len())
}

/// The end of the name at `from`: before a post, a bracket with a post, a duty, or a mark.
fn name_before(text: &str, from: usize, labelled: bool) -> Option<usize> {
    let rest = &text[from..];
    let mut end = rest.len();
    for (at, c) in rest.char_indices().take(9) {
        let stops = !is_name_char(c)
            || (at > 0 && (POSTS.at_start(&rest[at..]).is_some() || DUTIES.at_start(&rest[at..]).is_some()));
        if stops {
            end = at;
            break;
        }
    }
    // `分管文旅副市长`: a post without a name.
    if DUTIES.at_start(&rest[..end]).is_some() {
        return None;
    }
    // Behind a label a name of another people may be as long as it is written.
    (is_name(&rest[..end]) || labelled && is_long_name(&rest[..end])).then_some(from + end)
}

/// `乌云其其格`: a name of more than four characters, which nothing tells from other words but where it stands.
fn is_long_name(name: &str) -> bool {
    let is_phrase = name.contains('的') || DUTIES.find(name).is_some();
    (5..=8).contains(&name.chars().count()) && name.chars().all(is_name_char) && names_no_body(name) && !is_phrase
}

fn names_no_body(name: &str) -> bool {
    ORGANS.at_end(name).is_none() && LEVELS.at_start(name).is_none()
}

fn is_name_char(c: char) -> bool {
    is_han(c) || matches!(c, '·' | '•' | '．')
}

fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    let plain = (2..=4).contains(&length) || (name.contains(['·', '•']) && length <= 12);
    plain && names_no_body(name)
}

fn has_surname(name: &str) -> bool {
    SURNAMES.at_start(name).is_some() && name.chars().count() <= 4
}

/// The posts behind a name, bare or in a bracket.
fn post_behind(text: &str, end: usize) -> (Option<Range<usize>>, usize) {
    let rest = &text[end..];
    let open = rest.chars().next().filter(|&c| is_open(c)).map_or(0, char::len_utf8);
    let from = skip_jurisdiction(text, end + open);
    match posts(text, from) {
        Some(until) => {
            let close = text[until..].chars().next().filter(|&c| open > 0 && is_close(c)).map_or(0, char::len_utf8);
            (Some(from..until), until + close)
        }
        None => (None, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(text: &str) -> Option<(Option<&str>, Option<&str>, Option<&str>)> {
        let found = in_heading(text, 0)?;
        Some((found.name.map(|r| &text[r]), found.post.map(|r| &text[r]), found.duty.map(|r| &text[r])))
    }

    #[test]
    fn headings_name_an_official_in_any_order() {
        assert_eq!(heading("何文远常务副市长主抓重点工作"), Some((Some("何文远"), Some("常务副市长"), Some("主抓"))));
        assert_eq!(
            heading("何文远常委、副市长牵头重点工作"),
            Some((Some("何文远"), Some("常委、副市长"), Some("牵头")))
        );
        assert_eq!(
            heading("市委常委、常务副市长何文远牵头的工作"),
            Some((Some("何文远"), Some("市委常委、常务副市长"), Some("牵头")))
        );
        assert_eq!(heading("何文远同志负责"), Some((Some("何文远"), None, Some("负责"))));
        assert_eq!(heading("常务副市长分管工作"), Some((None, Some("常务副市长"), Some("分管"))));
        assert_eq!(super::in_heading("实事一：", "实事一：".len()), None);
        for theme in ["市长质量奖培育", "推动工业倍增", "市级统筹重点工作", "强化统筹协调"] {
            assert_eq!(heading(theme), None, "{theme}");
        }
    }

    #[test]
    fn labels_list_officials() {
        let text = "何文远（常务副市长）、副市长李一鸣；周明";
        let found = behind_label(text, 0..text.len(), &[]);
        let names: Vec<_> = found.iter().map(|named| named.name.clone().map(|r| &text[r])).collect();
        assert_eq!(names, [Some("何文远"), Some("李一鸣"), Some("周明")]);
    }
}
