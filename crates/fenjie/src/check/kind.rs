//! `unknown-kind`: the text is not a notice of a kind that is read.

use crate::model::{BlockKind, Code, Diagnostic, Notice, NoticeKind, Severity, Span};

pub(super) fn check(notice: &mut Notice) {
    let Some(block) = notice.blocks.iter().find(|block| block.kind != BlockKind::Blank) else { return };
    // Of a text that speaks as a breakdown does, more is said.
    let doubted =
        notice.diagnostics.iter().any(|found| found.code == Code::DoubtfulReading && block.span.contains(found.span));
    if notice.kind != NoticeKind::Unknown || doubted {
        return;
    }
    // A text that names bodies or figures may well be about a breakdown, and rightly have no tasks.
    let speaks = notice.evidence.total().found > 0;
    let diagnostic = Diagnostic {
        severity: if speaks { Severity::Warning } else { Severity::Error },
        ..Diagnostic::of(
            Code::UnknownKind,
            Span::new(block.span.start, block.span.end),
            "nothing here says who answers for what".to_owned(),
            "未见任务与责任单位，不似责任分解一类文件".to_owned(),
        )
    };
    notice.diagnostics.push(diagnostic);
}
