//! Lists of units (责任单位): text → mentions, with what the list itself says of each.

mod brackets;
mod complete;
mod cut;
mod member;
mod split;

use std::ops::Range;

pub(crate) use super::body::is_group;
pub(crate) use complete::{hand_prefixes_on, members};
pub(crate) use member::Mention;
use member::Said;

use super::body::{Sure, sure};
use super::mark;
use super::person::Named;
use super::rule::is_rule;
use crate::calendar;
use crate::text::chars::find;
use crate::vocabulary::{Join, Mark, REMARK_WORDS};
use split::{Segment, Separator};

/// What a list says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    /// The bodies, in order.
    pub(crate) mentions: Vec<Mention>,
    /// Deadlines among them.
    pub(crate) dues: Vec<Range<usize>>,
    /// Brackets that are remarks on the notice's conventions.
    pub(crate) notes: Vec<Range<usize>>,
    /// Officials among them.
    pub(crate) persons: Vec<Named>,
    /// Names between which nothing stands, told apart by their words.
    pub(crate) run_together: Vec<Range<usize>>,
}

impl Mention {
    /// Its name, completed where the list hands something on.
    pub(crate) fn full_name(&self, text: &str) -> String {
        self.completed.clone().unwrap_or_else(|| text[self.name.clone()].to_owned())
    }
}

/// Reads the list at `range` of `text`. `gaps` are places where a space was left out.
pub(crate) fn list(text: &str, range: Range<usize>, gaps: &[u32]) -> Listed {
    let segments = split::segments(text, range.clone());
    let spaced = segments.len() == 1;
    let mut reader = Reader { text, gaps, spaced, listed: Listed::default(), group_start: 0, onward: None };
    let mut remark = None;
    for segment in segments {
        let words = &text[segment.range.clone()];
        // A bracket behind a name is the name's.
        let words = find(words, brackets::opens).map_or(words, |open| &words[..open]);
        let names_none = || sure(mark::without(words)) == Sure::No;
        if is_rule(words) && names_none() {
            reader.listed.notes.push(remark.unwrap_or(segment.range.start)..range.end);
            break;
        }
        if segment.before == Separator::Comma && is_remark(words) && names_none() && !reader.listed.mentions.is_empty()
        {
            remark.get_or_insert(segment.range.start);
            continue;
        }
        remark = None;
        reader.take(&segment);
    }
    let Reader { mut listed, .. } = reader;
    complete::merge_groups(text, &mut listed.mentions);
    complete::hand_suffixes_out(text, &mut listed.mentions);
    complete::hand_branches_out(text, &mut listed.mentions);
    listed
}

/// `并负责报进度`: a clause about the list that names nobody.
fn is_remark(words: &str) -> bool {
    let is_mark = || mark::whole(words).is_some();
    REMARK_WORDS.at_start(words).is_some() && !calendar::is_deadline(words) && !is_mark()
}

struct Reader<'a> {
    text: &'a str,
    gaps: &'a [u32],
    /// Whether spaces are all that may part its names.
    spaced: bool,
    listed: Listed,
    group_start: usize,
    onward: Option<Said>,
}

impl Reader<'_> {
    fn take(&mut self, segment: &Segment) {
        let opens_group = segment.before == Separator::Comma;
        // `甲局、乙局，按职责分工负责`: said of the group before the comma.
        if let Some(mark) = mark::whole(&self.text[segment.range.clone()]) {
            return cover(&mut self.listed.mentions[self.group_start..], &(mark, segment.range.clone()));
        }
        if opens_group {
            self.group_start = self.listed.mentions.len();
            self.onward = None;
        }
        let gaps = within(self.gaps, &segment.range);
        let mut before = segment.range.start;
        for (order, stretch) in
            cut::stretches(self.text, segment.range.clone(), gaps, self.spaced).into_iter().enumerate()
        {
            let own_start = self.listed.mentions.len();
            if stretch.join == Some(Join::Calls) {
                let word = before..stretch.range.start;
                cover(&mut self.listed.mentions[self.group_start..], &(Mark::Lead, word.clone()));
                self.onward = Some((Mark::Participant, word));
            }
            before = stretch.range.end;
            if stretch.run_together {
                self.listed.run_together.push(stretch.range.clone());
            }
            self.read(stretch.range, opens_group && order == 0, own_start);
        }
    }

    fn read(&mut self, range: Range<usize>, opens_group: bool, own_start: usize) {
        let listed = &mut self.listed;
        let read = member::read(self.text, range, opens_group, &mut listed.mentions);
        for mention in &mut listed.mentions[own_start..] {
            if self.onward.is_some() {
                mention.say(self.onward.clone());
            }
        }
        self.onward = read.onward.or(self.onward.take());
        listed.persons.extend(read.persons);
        listed.notes.extend(read.notes);
        if let Some(due) = read.due {
            match listed.dues.last_mut().filter(|last| is_gap(&self.text[last.end..due.start])) {
                Some(last) => last.end = due.end,
                None => listed.dues.push(due),
            }
        }
        if let Some(said) = read.mark {
            cover(&mut listed.mentions[self.group_start..own_start.max(self.group_start)], &said);
        }
    }
}

/// Whether nothing but a comma stands between two deadlines: `6月底前出台政策，年内落实` is one.
fn is_gap(between: &str) -> bool {
    between.chars().count() <= 1
}

fn within<'a>(gaps: &'a [u32], range: &Range<usize>) -> &'a [u32] {
    let from = gaps.partition_point(|&gap| (gap as usize) <= range.start);
    let until = gaps.partition_point(|&gap| (gap as usize) < range.end);
    gaps.get(from..until).unwrap_or_default()
}

/// A mark covers the units before it that have none yet, back to the last comma.
fn cover(mentions: &mut [Mention], said: &Said) {
    for mention in mentions.iter_mut().rev().take_while(|mention| mention.mark.is_none()) {
        mention.say(Some(said.clone()));
    }
}
