//! Numbered lines among the tasks that were read as no task, though they hold what tasks are made of.

use super::{Oddity, doubt};
use crate::model::{Block, BlockKind, Claim, Diagnostic, EvidenceKind, Notice, Occurrence, Severity};
use crate::outline::marker::marker;
use crate::text::chars::is_blank;

const LOST: Oddity = Oddity {
    en: "has a number and figures or bodies, and was read as no task",
    zh: "有序号，并有数量或单位，却未读为事项",
};

pub(super) fn check(notice: &Notice, occurrences: &[Occurrence]) -> Vec<Diagnostic> {
    let (Some(first), Some(last)) = (notice.tasks.first(), notice.tasks.last()) else { return Vec::new() };
    let inside = |block: &&Block| first.span.start < block.span.start && block.span.start < last.span.end;
    let other = |block: &&Block| matches!(block.kind, BlockKind::Heading | BlockKind::Prose);
    let is_lost = |block: &&Block| {
        let text = notice.text(block.span).trim_matches(is_blank);
        let from = occurrences.partition_point(|row| row.span.start < block.span.start);
        let mut own = occurrences[from..].iter().take_while(|row| row.span.start < block.span.end);
        let told = |row: &Occurrence| {
            row.claim == Claim::Unread && matches!(row.kind, EvidenceKind::Quantity | EvidenceKind::Body)
        };
        marker(text).is_some() && text.contains(['。', '；', ';']) && own.any(told)
    };
    let found = notice.blocks.iter().filter(inside).filter(other).filter(is_lost);
    let error =
        |block: &Block| Diagnostic { severity: Severity::Error, ..doubt(block.span, ("this line", "此行"), LOST) };
    found.map(error).collect()
}
