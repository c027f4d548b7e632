//! Work reports: what was done, and what is to be done.

use crate::model::{Heading, Model, PartKind};
use crate::words::han_numeral;

use super::{Line, Writer};

/// Writes a report, with blank lines between its paragraphs where it is `spaced`.
pub(super) fn report(model: &Model, spaced: bool) -> Vec<Line> {
    let mut writer = Writer { lines: Vec::new(), spaced, all_lead: false, rule: None, includes: None };
    let header = &model.header;
    writer.fixed(header.title.as_str());
    if let Some((year, month, day)) = header.issued {
        let congress = format!("在{}第六届人民代表大会第四次会议上", header.jurisdiction);
        writer.fixed(format!("——{year}年{month}月{day}日{congress}"));
    }
    writer.fixed("各位代表：");
    writer.fixed("现在，我代表市人民政府向大会报告工作，请予审议。");
    for (at, part) in model.parts.iter().enumerate() {
        writer.fixed(format!("{}、{}", han_numeral(at + 1), part.title));
        let opening = match part.kind {
            PartKind::Review => "一年来，我们迎难而上，办成了不少好事。",
            _ => "新的一年，我们要抓好以下工作：",
        };
        writer.fixed(opening);
        for section in &part.sections {
            if let (Some(number), Heading::Theme(words)) = (&section.number, &section.heading) {
                writer.fixed(format!("{number}{words}"));
            }
            for task in &section.tasks {
                writer.text(format!("{}。{}", task.title.as_deref().unwrap_or_default(), task.text), 4);
            }
        }
    }
    writer.lines
}
