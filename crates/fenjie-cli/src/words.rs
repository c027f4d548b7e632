//! What things are called, in either language.

use fenjie::{NoticeKind, PartKind, Severity};

use crate::args::Lang;

/// The severity's word.
pub(crate) fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.pick("error", "错误"),
        Severity::Warning => lang.pick("warning", "警告"),
        Severity::Note => lang.pick("note", "提示"),
    }
}

/// The sort of document.
pub(crate) fn kind(kind: NoticeKind, lang: Lang) -> &'static str {
    match kind {
        NoticeKind::Breakdown => lang.pick("breakdown", "责任分解"),
        NoticeKind::Commitments => lang.pick("commitments", "承诺事项"),
        NoticeKind::Report => lang.pick("work report", "政府工作报告"),
        NoticeKind::Unknown => lang.pick("unknown kind", "文种不明"),
    }
}

/// What a part holds.
pub(crate) fn part(kind: PartKind, lang: Lang) -> &'static str {
    match kind {
        PartKind::KeyWork => lang.pick("key work", "重点工作"),
        PartKind::Livelihood => lang.pick("livelihood", "民生实事"),
        PartKind::Outlook => lang.pick("outlook", "今后几年"),
        PartKind::Commitments => lang.pick("commitments", "承诺事项"),
        PartKind::Review => lang.pick("review", "过去的工作"),
        PartKind::Plan => lang.pick("plan", "今年的任务"),
        PartKind::Allocation => lang.pick("allocation", "任务清单"),
    }
}
