//! What a responsibility says, in clauses with or without a label, before it is put on lines or in a bracket.

use crate::draws::Draws;
use crate::model::{Basis, Includes, Responsibility, Rule};

use super::marks;
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
        Basis::Stated => (marks::stated(responsibility, phrasing, manner, draws), false),
    }
}

pub(super) fn labelled(phrasing: &Phrasing<'_, '_>, draws: &mut Draws<'_>, words: String) -> Clause {
    let misprinted = draws.chance(3);
    let label = if misprinted { crate::words::words().labels("misprint")[0] } else { phrasing.style.units };
    Clause { label: Some(label), words }
}

/// `责任单位：A` · `（A）` · `（A负责）`. A name alone in a bracket has to show by its prefix that it is a body's.
fn sole(r: &Responsibility, phrasing: &mut Phrasing<'_, '_>, manner: Manner, draws: &mut Draws<'_>) -> Clause {
    let words = list(&r.leads, manner, phrasing.untold);
    let plain = !r.leads[0].prefix.is_empty();
    match draws.pick(3) {
        1 if phrasing.bare => Clause { label: None, words: words + "负责" },
        2 if phrasing.bare && plain => Clause { label: None, words },
        _ => labelled(phrasing, draws, words),
    }
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

/// The rule about who leads, as a bracket behind the first list that it speaks of.
pub(super) fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Silent => "",
        Rule::FirstListedLeads => "（列第一位的为牵头单位，下同）",
        Rule::AllLead => "（均为同责单位，下同）",
    }
}
