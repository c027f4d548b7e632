//! `unknown-kind`: the text is not a notice of a kind that is read.

use crate::model::{BlockKind, Code, Diagnostic, Notice, NoticeKind, Span};

pub(super) fn check(notice: &mut Notice) {
    let Some(block) = notice.blocks.iter().find(|block| block.kind != BlockKind::Blank) else { return };
    if notice.kind != NoticeKind::Unknown {
        return;
    }
    let diagnostic = Diagnostic::of(
        Code::UnknownKind,
        Span::new(block.span.start, block.span.end),
        "nothing here says who answers for what".to_owned(),
        "未见任务与责任单位，不似责任分解一类文件".to_owned(),
    );
    notice.diagnostics.push(diagnostic);
}
