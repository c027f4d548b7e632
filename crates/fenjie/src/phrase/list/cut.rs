//! Where one name ends and another begins with no mark between them: `甲局会同乙局`, `甲局和各县政府`, `甲局 乙局`, `甲局乙局`.
//!
//! Every place between two characters is looked at once, with words of the vocabulary before and behind it.

use std::ops::Range;

use crate::phrase::body::{LONGEST, Sure, begins_as_body, has_level, is_group, organ_of, sure};
use crate::phrase::mark;
use crate::text::chars::{has, is_close};
use crate::vocabulary::{
    FULL_NAMES, FUNCTIONS, GROUPS, GroupWord, JOINS, Join, LEVELS, PLACE_SUFFIXES, PLACES, POSTS, Place,
};

use super::brackets::{self, closes, opens};
use super::member::names_only_places;

/// What names of street offices end in, which may follow each other.
const STREET: &str = "街道";

/// A stretch of a segment that names one body, and what stands before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) range: Range<usize>,
    pub(super) join: Option<Join>,
    /// Whether nothing at all stands before it, so that the cut is a guess.
    pub(super) run_together: bool,
}

/// The stretches of the segment at `range`. `gaps` are places where a space was left out; `spaced` says that nothing else parts
/// the names of the list.
pub(super) fn stretches(text: &str, range: Range<usize>, gaps: &[u32], spaced: bool) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut open = Stretch { range: range.clone(), join: None, run_together: false };
    let mut depth = 0usize;
    let mut gaps = gaps.iter().map(|&gap| gap as usize).filter(|gap| range.contains(gap)).peekable();
    let mut skip_to = range.start;
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        while gaps.next_if(|&gap| gap < at).is_some() {}
        if opens(c) {
            depth += 1;
            continue;
        }
        if closes(c) {
            depth = depth.saturating_sub(1);
            continue;
        }
        let is_gap = gaps.next_if_eq(&at).is_some();
        // A name has at least two characters.
        if depth > 0 || at < skip_to || at < open.range.start + 6 {
            continue;
        }
        let left = &text[open.range.start..at];
        if !(is_gap || may_begin(c) || left.ends_with(STREET) || left.ends_with(closes)) {
            continue;
        }
        let seam = Seam { left, right: &text[at..range.end] };
        let Some(cut) = seam.cut(is_gap, gaps.peek().map(|&gap| gap - at), spaced) else { continue };
        open.range.end = at;
        skip_to = at + cut.skip;
        let next = Stretch { range: skip_to..range.end, join: cut.join, run_together: cut.join.is_none() && !is_gap };
        found.push(std::mem::replace(&mut open, next));
    }
    found.push(open);
    found
}

/// Whether a name, or a word between two names, may begin with `c`.
fn may_begin(c: char) -> bool {
    JOINS.begins(c) || LEVELS.begins(c) || GROUPS.begins(c) || FULL_NAMES.begins(c)
}

/// How a cut is made.
struct Cut {
    /// The bytes of the word between the names.
    skip: usize,
    join: Option<Join>,
}

/// What stands before and behind a place.
struct Seam<'a> {
    left: &'a str,
    right: &'a str,
}

impl Seam<'_> {
    fn cut(&self, is_gap: bool, next_gap: Option<usize>, spaced: bool) -> Option<Cut> {
        if let Some((word, join)) = JOINS.at_start(self.right) {
            let behind = &self.right[word.len()..];
            if self.joins(join, word, behind) {
                return Some(Cut { skip: word.len(), join: Some(join) });
            }
        }
        let cuts = self.is_left_said() && ends_name(self.right)
            || if is_gap { self.is_gap_between_names(next_gap, spaced) } else { self.runs_together() };
        cuts.then_some(Cut { skip: 0, join: None })
    }

    fn joins(&self, join: Join, word: &str, behind: &str) -> bool {
        match join {
            Join::Calls => {
                let left = mark::without(self.left);
                // `商`, unlike `会同`, may be part of a name: 市商务局.
                let begins = || begins_name(behind) || word.chars().nth(1).is_some() && ends_name(behind);
                (organ_of(left).is_some() || left.ends_with(closes)) && begins()
            }
            Join::And => {
                let left = self.left.ends_with('等') || self.left.ends_with(closes) || self.is_left_sure();
                let hands_on = || {
                    PLACE_SUFFIXES.at_end(behind).is_some()
                        && PLACES.at_end(self.left).is_some_and(|(_, place)| place == Place::Zone)
                };
                let begins = begins_name(behind) || self.is_left_sure() && !is_group(self.left);
                let left = left || begins_name(behind) && organ_of(mark::without(self.left)).is_some();
                left && begins && (ends_name(behind) || JOINS.find(behind).is_some()) || hands_on()
            }
        }
    }

    /// Whether a whole name ends before the place.
    fn is_left_sure(&self) -> bool {
        self.left.len() <= 3 * LONGEST && sure(mark::without(self.left)) >= Sure::Certain
    }

    /// `甲局（牵头）乙局`: what is said of a name in a bracket ends it.
    fn is_left_said(&self) -> bool {
        let bracket = brackets::last(self.left, 0..self.left.len());
        bracket.is_some_and(|bracket| mark::whole(&self.left[brackets::inner(self.left, &bracket)]).is_some())
    }

    /// `各县（市）区水务局`: the level behind the bracket is one more of the kinds of places that the group lists.
    fn is_left_kinds(&self) -> bool {
        let is_kinds = |bracket| names_only_places(&self.left[brackets::inner(self.left, &bracket)]);
        self.left.ends_with(closes)
            && GROUPS.at_start(self.left).is_some()
            && !self.left.contains(level(self.right))
            && brackets::last(self.left, 0..self.left.len()).is_some_and(is_kinds)
    }

    /// `甲局 乙局`: a space was a separator where a whole name ends before it and another begins behind it.
    fn is_gap_between_names(&self, next_gap: Option<usize>, spaced: bool) -> bool {
        let left = mark::without(self.left);
        // `砚台 区政府`: two characters may end as a body's name does and be a place's.
        let ends = left.chars().nth(2).is_some() && (organ_of(left).is_some() || left.ends_with(is_close));
        if !ends {
            return false;
        }
        if begins_name(self.right) || begins_as_body(self.right) {
            return true;
        }
        let next = self.right.get(..next_gap.unwrap_or(self.right.len())).unwrap_or(self.right);
        let own = mark::without(next);
        // `平安办 派出所`: a name that is whole by itself, of whatever kind.
        let is_name = || own.chars().nth(2).is_some() && organ_of(own).is_some() && !is_branch(own);
        spaced && (is_town(own) || is_name())
    }

    /// `市林业局市供销社`, `市财政局牵头市教育局配合`, `五里街道南门街道`.
    fn runs_together(&self) -> bool {
        if has_level(self.right) {
            if self.is_left_kinds() {
                return false;
            }
            let is_other = POSTS.at_start(self.right).is_none()
                && !self.right.strip_prefix(level(self.right)).is_some_and(|rest| {
                    // `县投资促进中心` sees to something of its own, `市区分局` does not.
                    is_below(rest) && FUNCTIONS.at_start(rest).is_none() || rest.starts_with(['直', '级'])
                });
            return is_other && is_department_name(self.left) && ends_name(self.right) && self.is_left_sure();
        }
        if begins_anew(self.right) {
            return self.is_left_sure() && is_department_name(self.left) && ends_name(self.right);
        }
        self.left.ends_with(STREET) && self.right.chars().skip(1).take(6).any(|c| c == '街') && next_street(self.right)
    }
}

/// `白石街道`: a name that ends as a place's does that is administered.
fn is_town(name: &str) -> bool {
    name.chars().nth(2).is_some() && PLACES.at_end(name).is_some_and(|(_, place)| place == Place::Region)
}

/// `各镇（街道）`, `团县委`: what is no part of the department's name before it, as 各科室 may be.
fn begins_anew(text: &str) -> bool {
    match GROUPS.at_start(text) {
        Some((word, GroupWord::Whole)) => PLACES.at_start(&text[word.len()..]).is_some(),
        Some(_) => false,
        None => FULL_NAMES.at_start(text).is_some(),
    }
}

fn level(text: &str) -> &str {
    LEVELS.at_start(text).map_or("", |(level, ())| level)
}

/// A street office behind another: two to four characters, and again 街道.
fn next_street(right: &str) -> bool {
    let name = right.find(STREET).map(|at| right[..at].chars().count());
    name.is_some_and(|length| (2..=4).contains(&length)) && !right.starts_with(['办', '党', '社', '和', '等'])
}

fn is_department_name(name: &str) -> bool {
    let name = mark::without(name);
    name.ends_with(closes) || name.chars().nth(2).is_some() && crate::phrase::body::is_department(name)
}

/// Names of bodies within others, which run on behind these: 市公安局交警支队.
fn is_below(name: &str) -> bool {
    const BELOW: [&str; 11] = ["分局", "支队", "大队", "中心", "办公室", "科", "处", "室", "站", "所", "队"];
    BELOW.iter().any(|end| name.ends_with(end))
}

/// Names that stand behind that of a bureau, even with a space between them: 市公安局 交警支队.
fn is_branch(name: &str) -> bool {
    ["分局", "支队", "大队", "科", "室"].iter().any(|end| name.ends_with(end))
}

/// Whether `text` begins as names do: a level, a group or the state.
fn begins_name(text: &str) -> bool {
    LEVELS.at_start(text).is_some()
        || FULL_NAMES.at_start(text).is_some()
        || GROUPS.at_start(text).is_some_and(|(_, at)| matches!(at, GroupWord::Head | GroupWord::Whole))
}

/// Whether `text` ends as names do, what they do and their brackets left aside.
fn ends_name(text: &str) -> bool {
    let core = mark::without(text);
    let core = core.strip_suffix('等').unwrap_or(core);
    core.ends_with(closes) || organ_of(core).is_some() || has(core, opens)
}
