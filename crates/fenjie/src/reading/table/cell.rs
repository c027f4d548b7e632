//! The words of a cell, whose lines a page broke: as one text, or as a list of bodies.

use arcstr::ArcStr;

use crate::outline::marker::marker;
use crate::phrase::body::{ends_with_body, is_group, is_torn, is_whole_name};
use crate::phrase::label::spelled;
use crate::table::{Cell, flow, is_body};
use crate::text::chars::{digit, is_close, is_open, is_stop, tears_figure};
use crate::text::{Flow, Joint};
use crate::vocabulary::{FIRMS, FULL_NAMES, LEVELS, ORGANS, Organ, PLACE_SUFFIXES};

/// The words of a cell as one text.
pub(super) fn words(source: &ArcStr, cell: &Cell) -> Flow {
    // `1.…⏎2.…`: a number, and a figure alone on its line, are none that a break tears.
    let is_whole = |words: &str| words.chars().all(|c| digit(c).is_some());
    let tears = |before: &str, behind: &str| {
        tears_figure(before, behind) && !is_whole(before) && !is_whole(behind) && marker(behind).is_none()
    };
    flow(source, &cell.spans, |before, behind| match () {
        () if before.ends_with(is_stop) => Joint::Line,
        () if tears(before, behind) => Joint::Torn,
        () => Joint::Seamless,
    })
}

/// In a list of bodies a break between two whole names stands for the mark between them.
pub(super) fn list(source: &ArcStr, cell: &Cell) -> Flow {
    if let [span] = cell.spans[..] {
        return Flow::at(source, span);
    }
    // In a list that prints its level, a name without one is the rest of the name before.
    let levelled = cell.text.split(LIST_MARKS).any(|name| LEVELS.at_start(name).is_some());
    let flows: Vec<Flow> = cell.spans.iter().map(|&span| Flow::at(source, span)).collect();
    // The line before, with those that it carries on.
    let mut list = String::new();
    let mut joints = Vec::with_capacity(flows.len());
    for (at, flow) in flows.iter().enumerate() {
        let gap = at.checked_sub(1).map(|before| cell.spans[before].end..cell.spans[at].start);
        let is_parted = gap.is_some_and(|gap| {
            // Names that nothing stands between in the text were told apart when the table was read.
            gap.start == gap.end
                || parts_names(&list, &first_name(source, cell, &flows, at), levelled, is_full(source, cell, at))
        });
        let joint = if is_parted { Joint::Separator } else { Joint::Seamless };
        if joint == Joint::Separator || list.len() > LONGEST_NAME {
            list.clear();
        }
        list.push_str(&flow.text);
        joints.push(joint);
    }
    Flow::join(flows.iter().zip(joints))
}

/// The first name of a line of a list, which may go on in the lines below where it takes all of a line that is full.
fn first_name(source: &str, cell: &Cell, flows: &[Flow], at: usize) -> String {
    let mut name = String::new();
    for (below, flow) in flows.iter().enumerate().skip(at) {
        let is_more = below == at || name.len() < LONGEST_NAME && is_full(source, cell, below);
        if !is_more || name.contains(LIST_MARKS) {
            break;
        }
        name.push_str(&flow.text);
    }
    name
}

/// Whether a line of a cell stands below one that is full, as pages say of their cells with a LINE SEPARATOR.
fn is_full(source: &str, cell: &Cell, at: usize) -> bool {
    let gap = cell.spans[at - 1].end as usize..cell.spans[at].start as usize;
    source.get(gap).is_some_and(|gap| gap.starts_with('\u{2028}'))
}

/// What parts the names of a list.
const LIST_MARKS: [char; 3] = ['、', '，', ','];

/// How many bytes of several lines are looked at for a name.
const LONGEST_NAME: usize = 256;

/// Whether the break between two lines of a list parts two names. One behind a full line more often goes through a name than
/// not: there, only a body's name that is whole by itself ends.
fn parts_names(before: &str, behind: &str, levelled: bool, is_full: bool) -> bool {
    let first = behind.split(LIST_MARKS).next().unwrap_or(behind);
    let last = named(before).rsplit(LIST_MARKS).next().unwrap_or_default();
    let is_whole = || ORGANS.at_end(last).is_some() && !is_group(last) && last.chars().nth(2).is_some();
    // `牵头：甲局⏎配合：乙局`
    let begins = || begins_body(before, first, levelled) || spelled(behind, 0).is_some();
    ends_name(named(before)) && (!is_full || is_whole()) && begins()
}

/// A list without the other names behind its last body; of a bracket alone what stands in it.
fn named(list: &str) -> &str {
    let Some(inner) = list.strip_suffix(is_close) else { return list };
    match inner.rfind(is_open) {
        Some(0) => inner.trim_start_matches(is_open),
        Some(open) => &list[..open],
        None => list,
    }
}

/// Whether a list ends in a whole name; the name of a firm alone may have that of its branch below.
fn ends_name(list: &str) -> bool {
    let name = list.rsplit(LIST_MARKS).next().unwrap_or(list);
    (ends_with_body(list) || is_group(name)) && FIRMS.whole(name).is_none()
}

/// Whether a line of a list begins with another body, and not with the rest of the one before.
fn begins_body(before: &str, name: &str, levelled: bool) -> bool {
    let before = named(before);
    let last = before.rsplit(LIST_MARKS).next().unwrap_or(before);
    let place = PLACE_SUFFIXES.at_end(name).is_some_and(|(suffix, _)| suffix.len() < name.len());
    // A school or a firm has no level; what is cut off a department's name may look like another one.
    let own = ORGANS.at_end(name).is_some_and(|(_, organ)| organ == Organ::Own) && name.chars().nth(3).is_some();
    // `国家统计局⏎云溪调查队`: what the state has everywhere has its branch below.
    if own && FULL_NAMES.at_start(last).is_some() && !is_group(last) && LEVELS.at_start(name).is_none() {
        return false;
    }
    if is_torn(last, name) {
        return false;
    }
    let alike = place || own || name.starts_with('各') || !levelled || LEVELS.at_start(name).is_some();
    is_whole_name(name)
        || is_group(name)
        || alike && is_body(last) && is_body(name) && PLACE_SUFFIXES.whole(name).is_none()
}
