//! The rules that the notice states, in their own words: as sentences above the parts, or in a bracket where a list has
//! to say of whom they speak.

use crate::model::{Convention, Notice, Rule};
use crate::outline::marker::marker;
use crate::reading::rules_in_prose;

/// The rules that can stand as sentences of their own.
pub(super) fn in_front(notice: &Notice) -> impl Iterator<Item = String> {
    notice.conventions.iter().filter_map(as_sentence)
}

/// The sentence that gives the rule again, if one does.
fn as_sentence(convention: &Convention) -> Option<String> {
    let quote = convention.quote.replace('\n', "");
    let start = marker(&quote).map_or(0, |marker| marker.rest);
    let same = |found: &Convention| {
        found.rule == convention.rule && found.group == convention.group && found.members == convention.members
    };
    let found = rules_in_prose(&quote[start..]);
    found.into_iter().find(same).map(|found| format!("{}。", found.quote))
}

/// The remarks that have to stand behind a unit, each written once.
pub(super) struct Remarks<'a> {
    left: Vec<&'a Convention>,
}

impl<'a> Remarks<'a> {
    pub(super) fn of(notice: &'a Notice) -> Self {
        Self { left: notice.conventions.iter().filter(|convention| as_sentence(convention).is_none()).collect() }
    }

    /// The bracket behind the first mention of a unit: about a group behind that group, any other behind the first unit.
    pub(super) fn behind(&mut self, name: &str) -> String {
        if self.left.is_empty() {
            return String::new();
        }
        let mut brackets = String::new();
        self.left.retain(|convention| {
            let here = convention.rule != Rule::GroupIncludes || convention.group.as_deref().is_none_or(|it| it == name);
            if here {
                brackets.extend(["（", &convention.quote.replace('\n', ""), "）"]);
            }
            !here
        });
        brackets
    }
}
