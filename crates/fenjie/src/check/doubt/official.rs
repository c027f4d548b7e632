//! Officials whose names are none.

use super::{Oddity, Question, doubt, first};
use crate::model::{Diagnostic, Notice, Official};
use crate::text::chars::{digit, is_han};
use crate::vocabulary::{DUTIES, ORGANS};

const QUESTIONS: &[Question<Official>] = &[
    (holds_marks, Oddity { en: "holds marks or figures that no name has", zh: "含有姓名中不应有的符号或数字" }),
    (is_body, Oddity { en: "ends as a body's name does", zh: "以单位名称用字结尾" }),
    (is_long, Oddity { en: "is longer than names are", zh: "长于一般姓名" }),
    (does, Oddity { en: "holds what officials do", zh: "含有职责用语" }),
];

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let odd = notice.officials.iter().filter_map(|official| {
        let name = official.name.as_deref()?;
        let what = (format!("the official `{name}`"), format!("领导“{name}”"));
        first(QUESTIONS, official).map(|odd| doubt(official.span, (&what.0, &what.1), odd))
    });
    odd.collect()
}

fn name(official: &Official) -> &str {
    official.name.as_deref().unwrap_or_default()
}

fn holds_marks(official: &Official) -> bool {
    let is_odd = |c: char| digit(c).is_some() || !(is_han(c) || matches!(c, '·' | '•' | '．' | ' ' | '\u{3000}'));
    name(official).contains(is_odd)
}

fn is_body(official: &Official) -> bool {
    name(official).chars().nth(2).is_some() && ORGANS.at_end(name(official)).is_some_and(|(organ, _)| organ.len() > 3)
        || name(official).ends_with(['局', '厅', '办'])
}

fn is_long(official: &Official) -> bool {
    name(official).chars().nth(4).is_some() && !name(official).contains(['·', '•', '．'])
}

fn does(official: &Official) -> bool {
    DUTIES.find(name(official)).is_some()
}
