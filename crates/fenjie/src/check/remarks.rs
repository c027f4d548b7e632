//! `hidden-cells` and `unread-part`: what the words do not show of the files.

use crate::document::{Document, Place, Remark, RemarkKind};
use crate::model::{Code, Diagnostic, Notice, Severity, Span};

/// Adds what is to be said of the files.
pub(crate) fn check(notice: &mut Notice, document: &Document) {
    for remark in &document.remarks {
        let mut found = diagnostic(remark, document);
        if notice.source.get(found.span.range()).is_none() {
            found.span = Span::default();
        }
        notice.diagnostics.push(found);
    }
    super::sort(notice);
}

fn diagnostic(remark: &Remark, document: &Document) -> Diagnostic {
    let (place, place_zh) = (named(remark, document, Place::to_string), named(remark, document, Place::zh));
    let of = |code, message, message_zh| Diagnostic::of(code, remark.origin.span, message, message_zh);
    match remark.kind {
        RemarkKind::HiddenRows(count) => {
            let message = format!("rows that are hidden in the file were read: {count}, the first at {place}");
            of(Code::HiddenCells, message, format!("读入了文件中隐藏的{count}行，首行在{place_zh}"))
        }
        RemarkKind::HiddenColumns(count) => {
            let message = format!("columns that are hidden in the file were read: {count}, the first at {place}");
            of(Code::HiddenCells, message, format!("读入了文件中隐藏的{count}列，首列在{place_zh}"))
        }
        RemarkKind::HiddenSheet => {
            let sheet = if let Place::Sheet { sheet, .. } = &remark.origin.place { sheet } else { "" };
            let message = format!("the sheet `{sheet}` is hidden, and was not read");
            // Such sheets hold the choices of lists more often than tasks.
            let severity = Severity::Note;
            Diagnostic {
                severity, ..of(Code::UnreadPart, message, format!("工作表“{sheet}”已隐藏，未读入"))
            }
        }
        RemarkKind::Picture => {
            let message = format!("a picture, whose words were not read: {place}");
            of(Code::UnreadPart, message, format!("图片中的文字未读出：{place_zh}"))
        }
    }
}

/// The place of a remark, with the name of its file where there are several.
fn named(remark: &Remark, document: &Document, name: fn(&Place) -> String) -> String {
    let place = &remark.origin.place;
    let file = document.files.get(remark.origin.file as usize).filter(|_| document.files.len() > 1);
    match file {
        Some(file) => format!("{file}: {}", name(place)),
        None => name(place),
    }
}
