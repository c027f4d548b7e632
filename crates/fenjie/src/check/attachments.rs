//! `missing-attachment`: an attachment is announced but not there.

use crate::model::{Code, Diagnostic, Notice, Span};
use crate::text::chars::{is_blank, is_han};

pub(super) fn check(notice: &mut Notice) {
    let titles: Vec<String> = notice.parts.iter().filter_map(|part| part.title.as_deref()).map(fold).collect();
    let announced = notice.header.attachments.iter();
    let missing: Vec<_> =
        announced.filter(|title| !titles.iter().any(|own| is_same(own, &fold(title)))).cloned().collect();
    for title in missing {
        // The list of attachments stands behind whatever else has the words; where its line was mended, they do not stand together.
        let span = notice
            .source
            .rfind(title.as_str())
            .map_or(Span::default(), |start| Span::new(start as u32, (start + title.len()) as u32));
        let diagnostic = Diagnostic::of(
            Code::MissingAttachment,
            span,
            format!("the attachment `{title}` is announced but not in the text"),
            format!("所列附件“{title}”未见于文中"),
        );
        notice.diagnostics.push(diagnostic);
    }
}

/// The characters that tell titles apart: no marks, no blanks.
fn fold(title: &str) -> String {
    title.chars().filter(|&c| !is_blank(c) && (is_han(c) || c.is_ascii_alphanumeric())).collect()
}

fn is_same(own: &str, announced: &str) -> bool {
    !own.is_empty() && (own.contains(announced) || announced.contains(own))
}
