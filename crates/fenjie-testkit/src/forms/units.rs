//! Lists of bodies: prefixes handed on, suffixes handed out, groups behind a comma, nameplates in brackets.

use crate::draws::Draws;
use crate::model::{Body, Includes};

/// How a list is written.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    hand_prefix_on: bool,
    hand_suffix_out: bool,
    /// What closes the list: nothing or `等`.
    closing: &'static str,
    /// Whether groups and governments stand behind a comma. Not so where a mark has to cover the whole list.
    between_sorts: &'static str,
}

impl Manner {
    pub(super) fn new(draws: &mut Draws<'_>) -> Self {
        let between_sorts = if draws.chance(30) { "、" } else { "，" };
        let (hand_prefix_on, hand_suffix_out) = (draws.chance(20), draws.chance(50));
        Self { hand_prefix_on, hand_suffix_out, closing: if draws.chance(6) { "等" } else { "" }, between_sorts }
    }

    /// The same without commas and without `等`.
    pub(super) fn unbroken(self) -> Self {
        Self { between_sorts: "、", closing: "", ..self }
    }
}

/// Writes a list; a rule about a group that is still to be told is told behind the group's name.
pub(super) fn list(bodies: &[Body], manner: Manner, untold: &mut Option<&Includes>) -> String {
    let mut list = String::new();
    for (at, body) in bodies.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &bodies[at]);
        list.push_str(separator(before, body, manner));
        list.push_str(&printed(bodies, at, manner));
        if untold.is_some_and(|includes| includes.group == body.name()) {
            list.push_str(&untold.take().map(told).unwrap_or_default());
        }
    }
    let closes = bodies.len() > 1 && bodies.last().is_some_and(|body| !body.group);
    if closes {
        list.push_str(manner.closing);
    }
    list
}

fn separator(before: Option<&Body>, body: &Body, manner: Manner) -> &'static str {
    let Some(before) = before else { return "" };
    let another_sort = !body.suffix.is_empty() && before.suffix.is_empty() || body.group && !before.group;
    match body.stem.as_str() {
        "有关部门" => "等",
        _ if another_sort => manner.between_sorts,
        _ => "、",
    }
}

fn printed(bodies: &[Body], at: usize, manner: Manner) -> String {
    let body = &bodies[at];
    let plain = |body: &Body| !body.prefix.is_empty() && body.nameplates.is_empty();
    let before = at.checked_sub(1).map(|at| &bodies[at]);
    let handed = manner.hand_prefix_on && plain(body) && before.is_some_and(|b| plain(b) && b.prefix == body.prefix);
    let next = bodies.get(at + 1);
    let shared = manner.hand_suffix_out && !body.suffix.is_empty() && next.is_some_and(|n| n.suffix == body.suffix);
    let mut name = if handed { String::new() } else { body.prefix.clone() };
    name.push_str(&body.stem);
    name.push_str(if shared { "" } else { &body.suffix });
    if !body.nameplates.is_empty() {
        name.extend(["（", &body.nameplates.join("、"), "）"]);
    }
    name
}

/// The sentence that tells whom a group includes, in its bracket.
fn told(includes: &Includes) -> String {
    let members = members(includes);
    format!("（{members}，以下{}均含{members}，不再一一列出）", includes.group)
}

/// The members, their suffix printed once.
pub(super) fn members(includes: &Includes) -> String {
    let manner = Manner { hand_suffix_out: true, ..Manner::default() };
    list(&includes.members, manner, &mut None)
}
