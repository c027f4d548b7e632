//! Lists of units (责任单位): text → mentions, with what the list itself says of each.

mod complete;
mod member;
mod split;

use std::ops::Range;

pub(crate) use complete::{hand_prefixes_on, members};
pub(crate) use member::{Mention, is_group};

use crate::vocabulary::Mark;
use split::Separator;

/// What a list says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    /// The bodies, in order.
    pub(crate) mentions: Vec<Mention>,
    /// Deadlines among them.
    pub(crate) dues: Vec<Range<usize>>,
    /// Brackets that are remarks on the notice's conventions.
    pub(crate) notes: Vec<Range<usize>>,
}

impl Mention {
    /// Its name, completed where the list hands something on.
    pub(crate) fn full_name(&self, text: &str) -> String {
        self.completed.clone().unwrap_or_else(|| text[self.name.clone()].to_owned())
    }
}

/// Reads the list at `range` of `text`. `gaps` are places where a space was left out.
pub(crate) fn list(text: &str, range: Range<usize>, gaps: &[u32]) -> Listed {
    let mut listed = Listed::default();
    let mut group_start = 0;
    let mut onward = None;
    for segment in split::segments(text, range, gaps) {
        let opens_group = segment.before == Separator::Comma;
        if opens_group {
            group_start = listed.mentions.len();
            onward = None;
        }
        let own_start = listed.mentions.len();
        let read = member::read(text, segment.range, opens_group, &mut listed.mentions);
        for mention in &mut listed.mentions[own_start..] {
            mention.mark = onward.or(mention.mark);
        }
        onward = read.onward.or(onward);
        listed.dues.extend(read.due);
        listed.notes.extend(read.notes);
        if let Some(mark) = read.mark {
            cover(&mut listed.mentions[group_start..own_start.max(group_start)], mark);
        }
    }
    listed.mentions = complete::merge_groups(text, listed.mentions);
    complete::hand_suffixes_out(text, &mut listed.mentions);
    listed
}

/// A mark covers the units before it that have none yet, back to the last comma.
fn cover(mentions: &mut [Mention], mark: Mark) {
    for mention in mentions.iter_mut().rev().take_while(|mention| mention.mark.is_none()) {
        mention.mark = Some(mark);
    }
}
