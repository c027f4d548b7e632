//! Who leads: the marks, labels and conventions of the notice, settled for one task.

use super::responsibility::Piece;
use super::units::Mention;
use crate::model::{Basis, Role, Rule, Span};
use crate::vocabulary::{Label, Mark};

/// The role of each mention of each piece, in order.
pub(crate) fn settle(pieces: &[Piece], rule: Option<Rule>) -> Vec<(Role, Basis)> {
    let led = pieces.iter().any(|piece| piece.label == Some(Label::Lead) && !piece.listed.mentions.is_empty());
    let supported =
        pieces.iter().any(|piece| piece.label == Some(Label::Participant) && !piece.listed.mentions.is_empty());
    let mut settled = Vec::new();
    for piece in pieces {
        let mentions = &piece.listed.mentions;
        let labelled = match piece.label {
            Some(Label::Lead) => Some(Role::Lead),
            Some(Label::Participant) => Some(Role::Participant),
            // 责任单位 beside 牵头单位.
            Some(Label::Responsible) if led => Some(Role::Participant),
            _ => None,
        };
        match labelled {
            Some(labelled) => settled.extend(mentions.iter().map(|mention| (stated(mention, labelled), Basis::Stated))),
            None => settle_list(mentions, led, supported, rule, &mut settled),
        }
    }
    settled
}

/// The role that a label gives, unless the unit's own mark says otherwise.
fn stated(mention: &Mention, role: Role) -> Role {
    match mention.mark {
        Some(Mark::Lead) => Role::Lead,
        Some(Mark::Participant) => Role::Participant,
        _ => role,
    }
}

fn settle_list(mentions: &[Mention], led: bool, supported: bool, rule: Option<Rule>, settled: &mut Vec<(Role, Basis)>) {
    let has = |mark| mentions.iter().any(|mention| mention.mark == Some(mark));
    let open = mentions.iter().filter(|mention| mention.mark != Some(Mark::Participant)).count();
    let all = |basis| move |mention: &Mention| (lead_unless(mention.mark == Some(Mark::Participant)), basis);
    if has(Mark::Lead) || led {
        settled.extend(mentions.iter().map(|mention| (lead_unless(mention.mark != Some(Mark::Lead)), Basis::Stated)));
    } else if mentions.len() == 1 {
        let basis = if supported { Basis::Stated } else { Basis::Sole };
        settled.extend(mentions.iter().map(all(basis)));
    } else if has(Mark::Joint) && rule != Some(Rule::FirstListedLeads) {
        let basis = if has(Mark::Participant) { Basis::Stated } else { Basis::Joint };
        settled.extend(mentions.iter().map(all(basis)));
    } else if rule == Some(Rule::AllLead) {
        settled.extend(mentions.iter().map(all(Basis::Joint)));
    } else {
        let basis = match rule {
            _ if open == 1 && has(Mark::Participant) => Basis::Stated,
            Some(Rule::FirstListedLeads) => Basis::FirstListed,
            _ => Basis::Default,
        };
        let first = mentions.iter().position(|mention| mention.mark != Some(Mark::Participant));
        settled.extend((0..mentions.len()).map(|at| (lead_unless(Some(at) != first), basis)));
    }
}

fn lead_unless(participates: bool) -> Role {
    if participates { Role::Participant } else { Role::Lead }
}

/// What tells the role of a mention besides its own words. `stated` is the notice's rule on who leads, and where it is stated;
/// `others_lead` is the mark of those that lead, on which the role of the others rests where nothing else tells it.
pub(crate) fn ground(
    piece: &Piece,
    mention: &Mention,
    (role, basis): (Role, Basis),
    stated: Option<(Rule, Span)>,
    others_lead: Option<Span>,
) -> Option<Span> {
    let gives = |mark: Mark| (mark == Mark::Participant) == (role == Role::Participant);
    let mark = || mention.mark_at.clone().filter(|_| mention.mark.is_some_and(gives)).map(|at| piece.flow.span(at));
    let ruled = |wanted: Rule| stated.filter(|(rule, _)| *rule == wanted).map(|(_, span)| span);
    match basis {
        Basis::FirstListed => ruled(Rule::FirstListedLeads),
        Basis::Joint => mark().or_else(|| ruled(Rule::AllLead)).or(piece.ground),
        Basis::Stated => mark().or(piece.ground).or(others_lead),
        Basis::Sole | Basis::Default => piece.ground.or_else(mark),
    }
}

/// The first mark that says of a unit that it leads.
pub(crate) fn mark_of_leads(pieces: &[Piece]) -> Option<Span> {
    pieces.iter().find_map(|piece| {
        let lead = piece.listed.mentions.iter().find(|mention| mention.mark == Some(Mark::Lead))?;
        lead.mark_at.clone().map(|at| piece.flow.span(at))
    })
}
