//! `missing-attachment`: an attachment is announced, and no part, no file and no sheet is it.

mod file_name;

use arcstr::{ArcStr, Substr};

use self::file_name::FileName;
use crate::document::Named;
use crate::model::{Code, Diagnostic, Notice, Span};
use crate::text::chars::{digit, is_blank, is_han};

pub(super) fn check(notice: &mut Notice, named: &[Named]) {
    let titles: Vec<String> = notice.parts.iter().filter_map(|part| part.title.as_deref()).map(fold).collect();
    let announced: Vec<String> = notice.header.attachments.iter().map(|title| fold(title)).collect();
    let mut there: Vec<bool> = announced.iter().map(|title| titles.iter().any(|own| is_same(own, title))).collect();
    let places: Vec<Span> = notice.header.attachments.iter().map(|title| place(title, &notice.source)).collect();
    for piece in named {
        // What announces an attachment is named after it more often than not.
        let is_its_own = |at: &usize| places.get(*at).is_some_and(|&place| piece.span.contains(place));
        let meant = FileName::of(&piece.name).among(&announced);
        for at in meant.into_iter().filter(|at| !is_its_own(at)) {
            there[at] = true;
        }
    }
    let missing = notice.header.attachments.iter().zip(places).zip(there).filter(|(_, there)| !there);
    notice.diagnostics.extend(missing.map(|((title, place), _)| absent(title, place)));
}

fn absent(title: &str, place: Span) -> Diagnostic {
    Diagnostic::of(
        Code::MissingAttachment,
        place,
        format!("the attachment `{title}` is announced but not in the text"),
        format!("所列附件“{title}”未见于文中"),
    )
}

/// Where an attachment is announced.
fn place(title: &Substr, source: &ArcStr) -> Span {
    let start = if ArcStr::ptr_eq(title.parent(), source) {
        Some(title.range().start)
    } else {
        // Where its line was mended: the list of attachments stands behind whatever else has the words.
        source.rfind(title.as_str())
    };
    start.map_or(Span::default(), |start| Span::new(start as u32, (start + title.len()) as u32))
}

/// The characters that tell titles apart: no marks, no blanks.
fn fold(title: &str) -> String {
    let plain = |c: char| digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c);
    title.chars().filter(|&c| !is_blank(c)).map(plain).filter(|&c| is_han(c) || c.is_ascii_alphanumeric()).collect()
}

fn is_same(own: &str, announced: &str) -> bool {
    !own.is_empty() && (own.contains(announced) || announced.contains(own))
}
