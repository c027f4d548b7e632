//! `broken-line-mended`: where a page or line break stood inside a sentence or a name.

use crate::model::{Code, Diagnostic, Notice, Span};

pub(super) fn check(notice: &mut Notice, mended: &[Span]) {
    notice.diagnostics.extend(mended.iter().map(|&span| {
        Diagnostic::of(
            Code::BrokenLineMended,
            span,
            "a line break inside a sentence or a name was taken out".to_owned(),
            "句中或名称中的换行已接合".to_owned(),
        )
    }));
}
