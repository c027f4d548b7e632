//! What became of words that a fact may be made of: they are in one, or there is a reason, or neither.

use super::facts::Facts;
use super::find::{Finding, Place};
use crate::model::{BlockKind, Claim, EvidenceKind, SetAside, Span};
use crate::text::chars::{is_blank, is_colon};
use crate::vocabulary::Label;

/// How many bytes behind a label what it announces begins at the latest.
const REACH: u32 = 160;

/// What became of the words at `span`, in the line at `line`.
pub(super) fn claim(facts: &Facts<'_>, finding: &Finding, span: Span, line: Span) -> Claim {
    let block = facts.block(span.start);
    let read = match finding.kind {
        EvidenceKind::Body => facts.answers(span) || facts.counts(span),
        EvidenceKind::Label => announces(facts, finding, span, line),
        EvidenceKind::Official => facts.answers(span) || facts.names(facts.notice.text(span)),
        EvidenceKind::Quantity | EvidenceKind::Deadline => facts.counts(span) || is_due(facts, span),
    };
    if read {
        return Claim::Read;
    }
    let surroundings = match block {
        BlockKind::Furniture | BlockKind::Blank => Some(SetAside::Furniture),
        BlockKind::Header => Some(SetAside::Head),
        BlockKind::PartTitle => Some(SetAside::Title),
        // What is still to be done has a day.
        _ if finding.place == Place::Label(Label::Due) => None,
        BlockKind::Prose | BlockKind::Responsibility if facts.reports && facts.tasks.is_some() => {
            Some(SetAside::History)
        }
        _ => None,
    };
    if let Some(reason) = surroundings {
        return Claim::Aside(reason);
    }
    if finding.place == Place::Contact {
        return Claim::Aside(SetAside::Contact);
    }
    let reason = match finding.kind {
        EvidenceKind::Body => of_body(facts, finding.place, block, span),
        EvidenceKind::Label => is_bare(facts, span, line).then_some(SetAside::Empty),
        EvidenceKind::Official => of_official(finding.place, block),
        EvidenceKind::Quantity => of_quantity(facts, finding.place, block, span),
        EvidenceKind::Deadline => Some(SetAside::Course),
    };
    reason.map_or(Claim::Unread, Claim::Aside)
}

/// Whether a fact stands behind a label.
fn announces(facts: &Facts<'_>, finding: &Finding, span: Span, line: Span) -> bool {
    match finding.place {
        Place::Label(Label::Due) => facts.task(span.start).is_some_and(|task| task.due.is_some()),
        Place::Label(Label::Leader) if facts.led(span.start) => true,
        _ => facts.answers(Span::new(span.end, (span.end + REACH).max(line.end))),
    }
}

/// Whether nothing stands behind a label in its line.
fn is_bare(facts: &Facts<'_>, label: Span, line: Span) -> bool {
    facts.notice.text(Span::new(label.end, line.end)).trim_matches(|c| is_colon(c) || is_blank(c)).is_empty()
}

/// Whether words are a task's deadline.
fn is_due(facts: &Facts<'_>, span: Span) -> bool {
    let due = facts.task(span.start).and_then(|task| task.due.as_ref()).and_then(|due| due.text.as_deref());
    due.is_some_and(|due| due.contains(facts.notice.text(span)))
}

fn of_body(facts: &Facts<'_>, place: Place, block: BlockKind, span: Span) -> Option<SetAside> {
    let asked = matches!(place, Place::Bracketed | Place::Labelled);
    match block {
        _ if place == Place::Running => Some(SetAside::Mention),
        BlockKind::Heading if !asked => Some(SetAside::Title),
        BlockKind::Prose if !asked && before_tasks(facts, span) => Some(SetAside::Preamble),
        _ => None,
    }
}

fn of_official(place: Place, block: BlockKind) -> Option<SetAside> {
    match block {
        BlockKind::Heading | BlockKind::Table | BlockKind::Responsibility => None,
        _ if place == Place::Labelled => None,
        _ => Some(SetAside::Mention),
    }
}

/// Whether words stand before the first task; where there is none, nothing does.
fn before_tasks(facts: &Facts<'_>, span: Span) -> bool {
    facts.tasks.is_some_and(|tasks| span.start < tasks.start)
}

fn of_quantity(facts: &Facts<'_>, place: Place, block: BlockKind, span: Span) -> Option<SetAside> {
    if let Some(reason) = facts.known(span) {
        return Some(reason);
    }
    match place {
        Place::Timing => return Some(SetAside::Period),
        Place::Scored => return Some(SetAside::Score),
        Place::Quoted => return Some(SetAside::Quotation),
        Place::Closing => {}
        _ => return Some(SetAside::Manner),
    }
    match block {
        // A heading that is a sentence may be an item.
        BlockKind::Heading if facts.is_sentence(span) => None,
        BlockKind::Heading => Some(SetAside::Title),
        // `进展情况：已建成120个`
        BlockKind::Responsibility => Some(SetAside::Column),
        BlockKind::Prose if before_tasks(facts, span) => Some(SetAside::Preamble),
        BlockKind::Table if facts.allocates(span) => Some(SetAside::Given),
        BlockKind::Table if beside_words(facts, span) => Some(SetAside::Column),
        _ if facts.task(span.start).is_some_and(|task| facts.looks_back(task)) => Some(SetAside::History),
        _ => None,
    }
}

/// Whether a figure stands in a task's row, but not among the words of the task.
fn beside_words(facts: &Facts<'_>, span: Span) -> bool {
    facts.task(span.start).is_some_and(|task| !task.text.contains(facts.notice.text(span)))
}
