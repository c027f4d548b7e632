//! What sort of words a fact rests on: told by the tables of the notice alone.

use super::{Ground, GroundKind};
use crate::model::{BlockKind, Notice, Span};
use crate::relations::{AssignmentRef, TaskRef};

/// What an assignment rests on.
pub(super) fn of(assignment: AssignmentRef<'_>) -> Option<Ground<'_>> {
    let (notice, span) = (assignment.notice(), assignment.ground?);
    if let Some(convention) = notice.conventions.iter().find(|convention| convention.span == span) {
        return Some(Ground { kind: GroundKind::Convention, quote: &convention.quote, span });
    }
    let task = assignment.task();
    let kind = if task.sections().any(|section| section.span == span) {
        GroundKind::Heading
    } else if !task.span.contains(span) && is_in_table(notice, span) {
        GroundKind::Column
    } else if marks(task, span) {
        GroundKind::Mark
    } else {
        GroundKind::Label
    };
    Some(Ground { kind, quote: notice.text(span), span })
}

/// Whether words are a mark, which stands right before the first unit that it is said of, or behind it; a label stands before
/// its list, with a colon between them.
fn marks(task: TaskRef<'_>, span: Span) -> bool {
    let mut rows = task.assignments().filter(|row| row.ground == Some(span) && !row.implied);
    rows.next().is_some_and(|first| first.span.end <= span.start || first.span.start == span.end)
}

fn is_in_table(notice: &Notice, span: Span) -> bool {
    let behind = notice.blocks.partition_point(|block| block.span.start <= span.start);
    behind.checked_sub(1).is_some_and(|at| notice.blocks[at].kind == BlockKind::Table)
}
