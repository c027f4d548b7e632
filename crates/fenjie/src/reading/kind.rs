//! What sort of document it is.

use crate::model::{Notice, NoticeKind};
use crate::outline::Paragraph;
use crate::outline::line::Look;

/// A report greets the deputies; commitments stand in a table that names them; a breakdown has tasks.
pub(crate) fn kind(notice: &Notice, paragraphs: &[Paragraph]) -> NoticeKind {
    let starts = |words: &str| paragraphs.iter().any(|paragraph| paragraph.text().starts_with(words));
    let tables = || paragraphs.iter().filter(|paragraph| matches!(paragraph.look, Look::Table));
    if tables().any(|row| row.text().contains("承诺事项")) {
        NoticeKind::Commitments
    } else if starts("各位代表") && paragraphs.iter().take(8).any(|paragraph| paragraph.text().ends_with("工作报告"))
    {
        NoticeKind::Report
    } else if notice.tasks.is_empty() && notice.allocations.is_empty() {
        NoticeKind::Unknown
    } else {
        NoticeKind::Breakdown
    }
}
