//! A work report: title, day, speaker and address; each part with its headings and its paragraphs.

use super::headings::{line_of, numbered};
use super::parts::tasks_of;
use super::{Page, day, words};
use crate::model::{Notice, Task};

/// The whole report.
pub(super) fn write(notice: &Notice, page: &mut Page) {
    page.paragraph(words(notice.header.title.as_ref()));
    match (notice.header.issued.map(day), &notice.header.session) {
        (issued, Some(session)) => {
            page.paragraph(&format!("——{}在{}上", issued.unwrap_or_default(), session.text));
        }
        (Some(issued), None) => page.paragraph(&format!("（{issued}）")),
        (None, None) => {}
    }
    if let Some(speaker) = notice.officials.first() {
        let (body, post, name) =
            (words(notice.header.issuer.as_ref()), words(speaker.post.as_ref()), words(speaker.name.as_ref()));
        page.paragraph(&format!("{body}{post} {name}"));
    }
    page.paragraph("各位代表：");
    for (number, part) in (1..).zip(&notice.parts) {
        page.paragraph(&format!("{}、{}", han(number), words(part.title.as_ref())));
        let mut section = None;
        for task in tasks_of(notice, part).iter().filter_map(|task| notice.task(task.id)) {
            if let Some(above) = task.section().filter(|above| Some(above.id) != section) {
                page.paragraph(&line_of(above));
            }
            section = task.row().section;
            page.paragraph(&paragraph(task.row()));
        }
    }
}

/// The topic sentence and the words behind it; the year's goals are named in their own words.
fn paragraph(task: &Task) -> String {
    let number = task.number.as_deref().map(numbered).unwrap_or_default();
    match task.title.as_deref() {
        Some(title) if !task.text.contains(title) => format!("{number}{title}。{}", task.text),
        _ => format!("{number}{}", task.text),
    }
}

/// A small number in Chinese numerals.
fn han(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10 % 10, number % 10);
    let tens = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        more => format!("{}十", DIGITS[more]),
    };
    tens + DIGITS[ones]
}
