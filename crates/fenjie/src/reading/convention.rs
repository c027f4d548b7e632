//! The rules that a notice states for reading its own lists (下同).

use std::ops::Range;

use super::rule::{stars_lead, who_leads};
use super::units;
use crate::model::Rule;
use crate::text::chars::{is_close, is_open, is_stop};

/// A rule and the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stated {
    pub(crate) rule: Rule,
    /// The group that running text names; in a note it stands before the bracket.
    pub(crate) group: Option<Range<usize>>,
    /// Whom a group includes.
    pub(crate) members: Vec<String>,
    /// The words.
    pub(crate) quote: Range<usize>,
}

const INCLUDES: [&str; 6] = ["均含", "均包括", "均包含", "包括", "包含", "含"];

/// The rules in running text, a sentence each.
pub(crate) fn in_prose(text: &str) -> Vec<Stated> {
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(|c: char| is_stop(c)) {
        let core = sentence.trim_end_matches(|c: char| is_stop(c));
        if let Some(rule) = who_leads(core) {
            found.push(Stated { rule, group: None, members: Vec::new(), quote: start..start + core.len() });
        } else if stars_lead(core) {
            found.push(Stated {
                rule: Rule::Other,
                group: None,
                members: Vec::new(),
                quote: start..start + core.len(),
            });
        } else if let Some(stated) = includes_in_prose(text, start..start + core.len()) {
            found.push(stated);
        }
        start += sentence.len();
    }
    found
}

/// The rule in a bracket behind a list or a unit.
pub(crate) fn in_note(text: &str, note: Range<usize>) -> Stated {
    let words = &text[note.clone()];
    if let Some(rule) = who_leads(words) {
        return Stated { rule, group: None, members: Vec::new(), quote: note };
    }
    let (rule, members) = match includes(words) {
        Some(range) => (Rule::GroupIncludes, units::members(text, note.start + range.start..note.start + range.end)),
        None => (Rule::Other, Vec::new()),
    };
    let rule = if members.is_empty() { Rule::Other } else { rule };
    Stated { rule, group: None, members, quote: note }
}

/// The names in `南新区、北新区管委会，以下各区县政府均含南新区…` or in `含南新区管委会`: those before the comma where
/// there are any, else those behind the verb.
fn includes(words: &str) -> Option<Range<usize>> {
    let verb = INCLUDES.into_iter().find_map(|verb| words.find(verb).map(|at| (at, verb)))?;
    let comma = words.find(['，', ',', '；', ';']).filter(|&comma| comma < verb.0);
    if let Some(comma) = comma {
        return Some(0..comma);
    }
    let start = verb.0 + verb.1.len();
    let ends = |c: char| is_stop(c) || c == '，' || c == ',' || is_open(c) || is_close(c);
    let end = words[start..].find(ends).map_or(words.len(), |at| start + at);
    Some(start..end)
}

/// `以下各区县政府均含南新区、北新区管委会`: the group stands before the verb, its members behind it.
fn includes_in_prose(text: &str, sentence: Range<usize>) -> Option<Stated> {
    let words = &text[sentence.clone()];
    let verb = ["均含", "均包括", "均包含"].into_iter().find_map(|verb| words.find(verb).map(|at| (at, verb)))?;
    let head = &words[..verb.0];
    let group = head.rfind('各').filter(|&at| head[at..].chars().count() <= 20)?;
    let behind = verb.0 + verb.1.len();
    let end = words[behind..].find(['，', ',', '（', '(']).map_or(words.len(), |at| behind + at);
    let members = units::members(text, sentence.start + behind..sentence.start + end);
    let group = sentence.start + group..sentence.start + verb.0;
    (!members.is_empty()).then_some(Stated { rule: Rule::GroupIncludes, group: Some(group), members, quote: sentence })
}
