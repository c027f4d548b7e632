//! What a responsibility says, in clauses with or without a label, before it is put on lines or in a bracket.

use crate::draws::Draws;
use crate::model::{Basis, Includes, Responsibility, Rule};

use super::style::Style;
use super::units::{Manner, list};

/// A clause: `责任单位：市财政局` has a label, `市财政局牵头` has none.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) label: Option<&'static str>,
    pub(super) words: String,
}

/// What the phrases of a part depend on.
pub(super) struct Phrasing<'a, 'n> {
    pub(super) style: &'a Style,
    /// Whether a clause without a label may stand: in a bracket it may.
    pub(super) bare: bool,
    /// Whether the notice's rule makes all lead, so that a plain list is joint.
    pub(super) all_lead: bool,
    pub(super) untold: &'a mut Option<&'n Includes>,
}

/// The clauses of `responsibility`, and whether it is a plain list (one that the notice's rule speaks of).
pub(super) fn phrase(
    responsibility: &Responsibility,
    phrasing: &mut Phrasing<'_, '_>,
    draws: &mut Draws<'_>,
) -> (Vec<Clause>, bool) {
    let manner = Manner::new(draws);
    match responsibility.basis {
        Basis::Sole => (vec![sole(responsibility, phrasing, manner, draws)], false),
        Basis::Default | Basis::FirstListed => (vec![plain(responsibility, phrasing, manner, draws)], true),
        Basis::Joint if phrasing.all_lead && draws.chance(60) => {
            (vec![plain(responsibility, phrasing, manner, draws)], true)
        }
        Basis::Joint => (vec![joint(responsibility, phrasing, manner, draws)], false),
        Basis::Stated => (stated(responsibility, phrasing, manner, draws), false),
    }
}

fn labelled(phrasing: &Phrasing<'_, '_>, draws: &mut Draws<'_>, words: String) -> Clause {
    let misprinted = draws.chance(3);
    let label = if misprinted { crate::words::words().labels("misprint")[0] } else { phrasing.style.units };
    Clause { label: Some(label), words }
}

/// `责任单位：A` · `（A）` · `（A负责）`
fn sole(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let words = list(&r.leads, manner, phrasing.untold);
    if phrasing.bare {
        let words = match draws.pick(3) {
            0 => return labelled(phrasing, draws, words),
            1 => format!("{words}负责"),
            _ => words,
        };
        return Clause { label: None, words };
    }
    labelled(phrasing, draws, words)
}

/// `责任单位：A、B` · `（A、B）`
fn plain(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let all: Vec<_> = r.leads.iter().chain(&r.participants).cloned().collect();
    let words = list(&all, manner, phrasing.untold);
    if phrasing.bare && draws.chance(50) {
        return Clause { label: None, words };
    }
    labelled(phrasing, draws, words)
}

/// `（A、B负责）` · `（A、B按职责分工负责）`
fn joint(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let mark = draws.word(&["负责", "按职责分工负责", "共同负责"]);
    let words = format!("{}{mark}", list(&r.leads, manner.unbroken(), phrasing.untold));
    if phrasing.bare {
        return Clause { label: None, words };
    }
    labelled(phrasing, draws, words)
}

fn stated(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Vec<Clause> {
    match draws.pick(5) {
        0 => two_labels(r, phrasing, manner),
        1 => vec![marked(r, phrasing, manner, draws, Rest::Plain)],
        2 => vec![marked(r, phrasing, manner, draws, Rest::Supporting)],
        3 => vec![marked(r, phrasing, manner, draws, Rest::Guided)],
        _ => vec![divided(r, phrasing, manner, draws)],
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

/// What stands behind `A牵头，`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// `B、C`
    Plain,
    /// `B、C配合`
    Supporting,
    /// `B配合，C指导`
    Guided,
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

fn marks(
    r: &Responsibility,
    phrasing: &mut Phrasing<'_, '_>,
    manner: Manner,
    draws: &mut Draws<'_>,
    rest: Rest,
) -> String {
    let lead =
        if r.leads.len() > 1 { draws.word(&["牵头", "牵头", "分别牵头", "牵头落实"]) } else { "牵头" };
    let mut words = format!("{}{lead}", list(&r.leads, manner.unbroken(), phrasing.untold));
    let Some((last, others)) = r.participants.split_last() else { return words };
    words.push('，');
    if rest == Rest::Plain {
        words.push_str(&list(&r.participants, manner, phrasing.untold));
    } else if rest == Rest::Supporting || last.group {
        words.push_str(&list(&r.participants, manner.unbroken(), phrasing.untold));
        words.push_str("配合");
    } else {
        if !others.is_empty() {
            words.push_str(&list(others, manner.unbroken(), phrasing.untold));
            words.push_str("配合，");
        }
        words.push_str(&list(std::slice::from_ref(last), manner.unbroken(), phrasing.untold));
        words.push_str("指导");
    }
    words
}

/// The rule about who leads, as a bracket behind the first list that it speaks of.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Silent => "",
        Rule::FirstListedLeads => "（列第一位的为牵头单位，下同）",
        Rule::AllLead => "（均为同责单位，下同）",
    }
}
