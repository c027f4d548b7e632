//! Responsibilities that say who leads: by a mark or by labels.

use crate::draws::Draws;
use crate::model::{Body, Responsibility};

use super::phrase::{Clause, Phrasing, labelled};
use super::units::{Manner, list};

/// What stands behind `A牵头，`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// `B、C`
    Plain,
    /// `B、C配合`
    Supporting,
    /// `B配合，C指导`
    Guided,
    /// `B、C按职责分工负责`
    Dividing,
}

/// The clauses of a responsibility that marks its leads.
pub(super) fn stated(
    r: &Responsibility,
    phrasing: &mut Phrasing<'_, '_>,
    manner: Manner,
    draws: &mut Draws<'_>,
) -> Vec<Clause> {
    match draws.pick(9) {
        0 => two_labels(r, phrasing, manner),
        1 => vec![marked(r, phrasing, manner, draws, Rest::Plain)],
        2 | 3 => vec![marked(r, phrasing, manner, draws, Rest::Supporting)],
        4 => vec![divided(r, phrasing, manner, draws)],
        5 => vec![marked(r, phrasing, manner, draws, Rest::Guided)],
        6 => vec![marked(r, phrasing, manner, draws, Rest::Dividing)],
        7 if r.leads.iter().all(|lead| lead.nameplates.is_empty()) => vec![in_brackets(r, phrasing, manner, draws)],
        _ => vec![lead_last(r, phrasing, manner, draws)],
    }
}

/// `牵头单位：A、B` and `配合单位：C、D`
fn two_labels(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner) -> Vec<Clause> {
    let leads = list(&r.leads, manner, phrasing.untold);
    let mut clauses = vec![Clause { label: Some(phrasing.style.lead), words: leads }];
    if !r.participants.is_empty() {
        let words = list(&r.participants, manner, phrasing.untold);
        clauses.push(Clause { label: Some(phrasing.style.participant), words });
    }
    clauses
}

/// `责任单位：A、B牵头，C、D` · `（A牵头，B、C配合）`
fn marked(
    r: &Responsibility,
    phrasing: &mut Phrasing<'_, '_>,
    manner: Manner,
    draws: &mut Draws<'_>,
    rest: Rest,
) -> Clause {
    let words = marks(r, phrasing, manner, draws, rest);
    if phrasing.bare && rest != Rest::Plain {
        return Clause { label: None, words };
    }
    labelled(phrasing, draws, words)
}

/// `部门分工：A牵头，B、C配合`
fn divided(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let words = marks(r, phrasing, manner, draws, Rest::Supporting);
    Clause { label: Some("部门分工"), words }
}

/// `责任单位：A（牵头）、B、C`
fn in_brackets(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let leads: Vec<String> = r.leads.iter().map(|lead| lead.name() + "（牵头）").collect();
    let mut words = leads.join("、");
    if !r.participants.is_empty() {
        words.push('、');
        words.push_str(&list(&r.participants, manner.unbroken(), phrasing.untold));
    }
    labelled(phrasing, draws, words)
}

/// `责任单位：B、C，A牵头`
fn lead_last(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let mut words = list(&r.participants, manner.unbroken(), phrasing.untold);
    if !words.is_empty() {
        words.push('，');
    }
    words.push_str(&list(&r.leads, manner.unbroken(), phrasing.untold));
    words.push_str("牵头");
    labelled(phrasing, draws, words)
}

fn marks(
    r: &Responsibility,
    phrasing: &mut Phrasing<'_, '_>,
    manner: Manner,
    draws: &mut Draws<'_>,
    rest: Rest,
) -> String {
    let several = ["牵头", "牵头", "分别牵头", "牵头落实", "共同牵头"];
    let lead = if r.leads.len() > 1 { draws.word(&several) } else { "牵头" };
    let mut words = format!("{}{lead}", list(&r.leads, manner.unbroken(), phrasing.untold));
    if !r.participants.is_empty() {
        words.push('，');
        words.push_str(&others(&r.participants, phrasing, manner, draws, rest));
    }
    words
}

fn others(
    bodies: &[Body],
    phrasing: &mut Phrasing<'_, '_>,
    manner: Manner,
    draws: &mut Draws<'_>,
    rest: Rest,
) -> String {
    let last = &bodies[bodies.len() - 1..];
    let unbroken = manner.unbroken();
    match rest {
        Rest::Plain => list(bodies, manner, phrasing.untold),
        Rest::Dividing => list(bodies, unbroken, phrasing.untold) + "按职责分工负责",
        Rest::Guided if !last[0].group => {
            let guides = list(last, unbroken, phrasing.untold) + draws.word(&["指导", "督促"]);
            match &bodies[..bodies.len() - 1] {
                [] => guides,
                helpers => format!("{}配合，{guides}", list(helpers, unbroken, phrasing.untold)),
            }
        }
        Rest::Guided | Rest::Supporting => {
            list(bodies, unbroken, phrasing.untold) + draws.word(&["配合", "配合", "参与"])
        }
    }
}
