//! Tasks whose words hold what belongs to no task's words.

use super::{Oddity, Question, doubt, first};
use crate::model::{Diagnostic, Notice, Severity, Task};
use crate::outline::marker::{Marker, Style, marker};
use crate::text::chars::{has, is_blank, is_close, is_colon, is_comma, is_han, is_open, is_stop, marks};
use crate::vocabulary::{ITEM_LABELS, ItemLabel, LEVELS, Label, NOT_BODIES, label_words};

/// What only departments' names end in.
const DEPARTMENTS: [&str; 5] = ["局", "委", "厅", "政府", "管委会"];

const QUESTIONS: &[Question<Task>] = &[
    (says_nothing, Oddity { en: "has no words of its own", zh: "没有任务内容" }),
    (is_body, Oddity { en: "is no more than a body's name", zh: "只有单位名称" }),
    (holds_row, Oddity { en: "holds a row of a table", zh: "含有表格的行" }),
    (holds_label, Oddity { en: "holds a label", zh: "含有责任标签" }),
    (holds_name, Oddity { en: "holds the label of another item's name", zh: "含有另一事项的名称标签" }),
    (holds_item, Oddity { en: "holds the number of another item", zh: "含有另一事项的序号" }),
    (is_cut, Oddity { en: "begins or ends in the middle", zh: "首尾不完整" }),
];

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let odd = notice.tasks.iter().filter_map(|task| {
        let odd = first(QUESTIONS, task)?;
        let number = task.number.as_deref().unwrap_or("–");
        let found = doubt(task.span, (&format!("item `{number}`"), &format!("第“{number}”项")), odd);
        // Where two items are one, one of them is lost.
        let severity = if holds_name(task) || holds_item(task) { Severity::Error } else { found.severity };
        Some(Diagnostic { severity, ..found })
    });
    odd.collect()
}

fn says_nothing(task: &Task) -> bool {
    let words = task.title.iter().map(arcstr::Substr::as_str).chain([task.text.as_str()]);
    words.flat_map(str::chars).filter(|&c| is_han(c)).nth(3).is_none()
}

/// Names that begin with a level and end as departments' names do.
fn is_body(task: &Task) -> bool {
    let words = task.text.trim_end_matches(is_stop);
    let is_name = |name: &str| {
        (3..=12).contains(&name.chars().count())
            && LEVELS.at_start(name).is_some()
            && DEPARTMENTS.iter().any(|end| name.ends_with(end))
            && NOT_BODIES.at_end(name).is_none()
    };
    task.title.is_none() && words.split(|c: char| c == '、' || is_comma(c)).all(is_name)
}

fn holds_row(task: &Task) -> bool {
    has(&task.text, |c| matches!(c, '\t' | '|' | '｜' | '│' | '┃' | '─'))
}

/// A label for units or officials, spelled out and followed by its colon.
fn holds_label(task: &Task) -> bool {
    let text = task.text.as_str();
    if !has(text, is_colon) {
        return false;
    }
    let mut start = 0;
    let colons = marks(text).filter(|&(_, c)| is_colon(c) || is_stop(c) || is_comma(c) || is_open(c) || is_blank(c));
    for (at, c) in colons {
        if is_colon(c) {
            let known = label_words(&text[start..at], 0).filter(|&(end, _)| end == at - start);
            if known.is_some_and(|(_, label)| label != Label::Due) {
                return true;
            }
        }
        start = at + c.len_utf8();
    }
    false
}

/// `…。02项目名称：…`: the label before the name of another item.
fn holds_name(task: &Task) -> bool {
    let text = task.text.as_str();
    let colons = marks(text).filter(|&(_, c)| is_colon(c)).map(|(at, _)| &text[..at]);
    let named = |words: &str| matches!(ITEM_LABELS.at_end(words), Some((_, ItemLabel::Name)));
    colons.into_iter().any(named)
}

/// `…。2.…` behind an end of a sentence, in an item that has the number before it.
fn holds_item(task: &Task) -> bool {
    let Some(own) = task.number.as_deref() else { return false };
    let text = task.text.as_str();
    // Points that are counted from the first on are its own.
    if text.starts_with(|c: char| c.is_ascii_digit()) && marker(text).is_some_and(|point| point.value == 1) {
        return false;
    }
    let starts = marks(text).filter(|&(_, c)| is_stop(c) || is_close(c) || is_blank(c));
    let mut numbers = starts.filter_map(|(at, c)| {
        let behind = text[at + c.len_utf8()..].trim_start_matches(is_blank);
        behind.chars().next().filter(char::is_ascii_digit).and_then(|_| marker(behind))
    });
    let Some(first) = numbers.next() else { return false };
    let Some(own) = marker(&format!("{own}.")).or_else(|| marker(own)) else { return false };
    let follows = |next: &Marker| next.style == Style::Arabic && next.value == own.value + 1;
    own.style == Style::Arabic && (follows(&first) || numbers.any(|next| follows(&next)))
}

fn is_cut(task: &Task) -> bool {
    let text = task.text.trim_matches(is_blank);
    let begins = text.starts_with(|c: char| is_comma(c) || is_close(c) || is_stop(c) || c == '、');
    let ends = text.ends_with(|c: char| is_open(c) || is_comma(c) || c == '、');
    begins || ends
}
