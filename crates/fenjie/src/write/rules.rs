//! The rules that the notice states, in their own words: as sentences above the parts, or in a bracket where a list has
//! to say of whom they speak.

use arcstr::Substr;
use rustc_hash::FxHashMap;

use crate::model::{Convention, Notice, Rule};
use crate::outline::marker::marker;
use crate::reading::rules_in_prose;
use crate::text::folded;

/// The rules that can stand as sentences of their own.
pub(super) fn in_front(notice: &Notice) -> impl Iterator<Item = String> {
    notice.conventions.iter().filter_map(as_sentence)
}

/// The sentence that gives the rule again, if one does.
fn as_sentence(convention: &Convention) -> Option<String> {
    let quote = convention.quote.replace('\n', "");
    let start = marker(&quote).map_or(0, |marker| marker.rest);
    let own = |name: &Substr| folded(name);
    let same = |found: &Convention| {
        found.rule == convention.rule
            && found.group.as_deref() == convention.group.as_ref().map(own).as_deref()
            && found.members.iter().map(|name| &**name).eq(convention.members.iter().map(own))
    };
    let found = rules_in_prose(&quote[start..]);
    found.into_iter().find(same).map(|found| format!("{}。", found.quote))
}

/// The remarks that have to stand behind a unit, each written once.
pub(super) struct Remarks<'a> {
    /// By the group that they speak of.
    of_groups: FxHashMap<&'a str, Vec<&'a Convention>>,
    others: Vec<&'a Convention>,
}

impl<'a> Remarks<'a> {
    pub(super) fn of(notice: &'a Notice) -> Self {
        let mut remarks = Self { of_groups: FxHashMap::default(), others: Vec::new() };
        for convention in notice.conventions.iter().filter(|convention| as_sentence(convention).is_none()) {
            match convention.group.as_deref().filter(|_| convention.rule == Rule::GroupIncludes) {
                Some(group) => remarks.of_groups.entry(group).or_default().push(convention),
                None => remarks.others.push(convention),
            }
        }
        remarks
    }

    /// The brackets behind a unit: what speaks of a group stands behind its first mention, all else behind the first unit.
    pub(super) fn behind(&mut self, name: &str) -> String {
        let mut brackets = String::new();
        for convention in self.of_groups.remove(name).into_iter().flatten().chain(self.others.drain(..)) {
            brackets.extend(["（", &convention.quote.replace('\n', ""), "）"]);
        }
        brackets
    }
}
