//! Comparisons without a number: `高于全省平均`, `快于面上`, `与经济增长基本同步`, `达到省均`.

use std::ops::Range;

use super::clause::Clauses;
use super::number::Num;
use super::reach::{first_bytes, last_bytes};
use super::words::{self, Class};
use crate::model::Comparator;
use crate::text::chars::one_of;
use crate::vocabulary::COMPARING;

/// A comparison found in a clause.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    /// The comparing words, with the reference.
    pub(super) range: Range<usize>,
    pub(super) comparator: Comparator,
    pub(super) reference: Range<usize>,
    /// The distance to the reference, where one is said (`高于全省平均2个百分点`): its place in the clause's quantities.
    pub(super) distance: Option<usize>,
}

/// Whether a text compares anything at all.
pub(super) fn may_compare(text: &str) -> bool {
    COMPARING.find(text).is_some()
}

/// The comparisons of a clause, in order.
pub(super) fn find(
    text: &str,
    clause: &Range<usize>,
    clauses: &Clauses,
    inside: bool,
    nums: &[Num],
) -> Vec<Comparison> {
    let mut found: Vec<Comparison> = Vec::new();
    for (at, word, (comparator, average)) in COMPARING.find_iter(&text[clause.clone()]) {
        let anchor = clause.start + at..clause.start + at + word.len();
        let taken = found.last().is_some_and(|last| last.range.end > anchor.start);
        if taken || !inside && clauses.closed_at(anchor.start).is_some() {
            continue;
        }
        let comparison = if comparator == Comparator::InStep {
            in_step(text, clause, anchor, found.last().map_or(clause.start, |last| last.range.end))
        } else {
            against(text, clause, anchor, comparator, average, nums)
        };
        found.extend(comparison);
    }
    found
}

/// The longest reference, in bytes.
const LONGEST: usize = 75;

fn against(
    text: &str,
    clause: &Range<usize>,
    anchor: Range<usize>,
    comparator: Comparator,
    average: bool,
    nums: &[Num],
) -> Option<Comparison> {
    let next = nums.partition_point(|num| num.range.end <= anchor.start);
    let next_num = nums.get(next);
    if next_num.is_some_and(|num| num.range.start <= anchor.end) {
        return None;
    }
    let window = first_bytes(text, anchor.end..clause.end).end;
    let rest = &text[anchor.end..window];
    let mark = rest.match_indices('、').map(|(at, _)| at).find(|&at| says_more(&rest[at..])).unwrap_or(rest.len());
    let mut end = anchor.end + mark;
    let mut distance = None;
    if let Some(num) = next_num.filter(|num| num.range.start < end) {
        let whole = end == num.range.end;
        if !whole || !num.ratio {
            return None;
        }
        end = num.range.start;
        distance = Some(next);
    }
    let reference = trim_reference(text, anchor.end..end);
    if !valid(&text[reference.clone()], average) {
        return None;
    }
    if distance.is_none() && end == window && window < clause.end {
        return None;
    }
    let range = anchor.start..distance.map_or(reference.end, |at| nums[at].range.end);
    Some(Comparison { range, comparator, reference, distance })
}

/// Whether another statement follows a mark of a list, rather than another reference (`全国、全省平均水平`).
fn says_more(rest: &str) -> bool {
    let end = rest.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST).last().unwrap_or(0);
    COMPARING.find(&rest[..end]).is_some() || rest[..end].contains(|c: char| c.is_ascii_digit())
}

fn trim_reference(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let tail =
        ["的目标", "目标值", "以上", "的水平"].iter().find(|tail| words.ends_with(**tail)).map_or(0, |tail| tail.len());
    range.start..range.end - tail
}

/// Whether words name something that figures are held against.
fn valid(words: &str, average: bool) -> bool {
    if words.is_empty() || words.len() > LONGEST {
        return false;
    }
    if average {
        return ["均", "面上", "GDP增速", "经济增速", "经济增长"].iter().any(|word| words.contains(word))
            && !words.contains("均衡");
    }
    words.char_indices().any(|(at, _)| words::at_start(&words[at..], Class::REFERENCE).is_some())
}

/// `与经济增长基本同步`: the words between 与 and 同步, less how closely.
fn in_step(text: &str, clause: &Range<usize>, anchor: Range<usize>, floor: usize) -> Option<Comparison> {
    let after = &text[anchor.end..clause.end];
    let closes = after.is_empty()
        || ["增长", "提高", "提升", "上涨", "增加", "、", "和", "并"].iter().any(|word| after.starts_with(word));
    let floor = last_bytes(text, floor.min(anchor.start)..anchor.start).start;
    let before = &text[floor..anchor.start];
    let (at, with) = before.char_indices().rev().find(|(_, c)| one_of(*c, "与和同跟"))?;
    let mut end = anchor.start;
    while let Some(word) =
        ["基本", "保持", "大体", "总体", "持续", "大致", "实现"].iter().find(|word| text[floor..end].ends_with(**word))
    {
        end -= word.len();
    }
    let reference = floor + at + with.len_utf8()..end.max(floor + at + with.len_utf8());
    let words = &text[reference.clone()];
    let grows = ["增长", "增速", "增幅", "经济", "GDP", "收入", "物价"].iter().any(|word| words.contains(word));
    (closes && grows && words.len() <= LONGEST).then(|| Comparison {
        range: floor + at..anchor.end,
        comparator: Comparator::InStep,
        reference,
        distance: None,
    })
}
