//! What words would be read as: the writer asks before it prints them.

use super::breakdown::conventions_in_prose;
use super::{official, units};
use crate::model::{Convention, Span};
use crate::outline::marker::marker;
use crate::text::{Flow, folded};

/// The rules that a line of running text states.
pub(crate) fn rules_in_prose(line: &str) -> Vec<Convention> {
    let source = folded(line);
    conventions_in_prose(&Flow::at(&source, Span::new(0, source.len() as u32)))
}

/// The full names of a list of units, in a notice of that place, in the script that is read.
pub(crate) fn names_of_list(list: &str, jurisdiction: &str) -> Vec<String> {
    let (list, jurisdiction) = (&*folded(list), &*folded(jurisdiction));
    let mut mentions = units::list(list, 0..list.len(), &[]).mentions;
    units::hand_prefixes_on(list, &mut mentions, super::breakdown::place_of(jurisdiction));
    mentions.iter().map(|mention| mention.full_name(list)).collect()
}

/// An official as words name one: the name and the post.
pub(crate) type Title<'a> = (Option<&'a str>, Option<&'a str>);

/// The official whom a heading names, its number before it.
pub(crate) fn official_of_heading(line: &str) -> Option<Title<'_>> {
    let start = marker(line).map_or(0, |marker| marker.rest);
    official::in_heading(line, start).map(|named| (named.name.map(|at| &line[at]), named.post.map(|at| &line[at])))
}

/// The official whom the words behind a label name first.
pub(crate) fn official_of_label(words: &str) -> Option<Title<'_>> {
    let named = official::behind_label(words, 0..words.len(), &[]).into_iter().next()?;
    Some((named.name.map(|at| &words[at]), named.post.map(|at| &words[at])))
}
