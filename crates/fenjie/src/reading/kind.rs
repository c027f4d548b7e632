//! What sort of document it is.

use super::report;
use crate::model::{Notice, NoticeKind, PartKind};
use crate::outline::Paragraph;
use crate::outline::look::Look;

/// A report greets the deputies; commitments stand in a part or a table that names them; a breakdown has tasks.
pub(crate) fn kind(notice: &Notice, paragraphs: &[Paragraph]) -> NoticeKind {
    let tables = || paragraphs.iter().filter(|paragraph| matches!(paragraph.look, Look::Table));
    let promises =
        notice.parts.first().is_some_and(|part| part.kind == PartKind::Commitments) && !notice.tasks.is_empty();
    if promises || tables().any(|row| row.text().contains("承诺事项")) {
        NoticeKind::Commitments
    } else if report::title(paragraphs).is_some() {
        NoticeKind::Report
    } else if notice.tasks.is_empty() && notice.allocations.is_empty() && !announces_tasks(notice) {
        NoticeKind::Unknown
    } else {
        NoticeKind::Breakdown
    }
}

/// A letter whose annex is missing still says what it is.
fn announces_tasks(notice: &Notice) -> bool {
    notice.header.title.as_deref().is_some_and(|title| title.contains("分解") || title.contains("分工"))
}
