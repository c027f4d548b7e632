//! The parts, in order: the mark and the title of each, and its tasks and figures.

use super::headings::Headings;
use super::tasks::Tasks;
use super::{Page, table, words};
use crate::model::{Allocation, Notice, Part, PartKind, Task};

/// All parts.
pub(super) fn write(notice: &Notice, page: &mut Page) {
    let marked = notice.parts.iter().enumerate().filter(|(at, part)| is_marked(notice, *at, part)).count();
    let mut number = 0;
    let mut tasks = Tasks::new(notice);
    let mut headings = Headings::new(notice);
    for (at, part) in notice.parts.iter().enumerate() {
        if is_marked(notice, at, part) {
            number += 1;
            let mark = if marked > 1 { format!("附件{number}") } else { "附件".to_owned() };
            title(notice, part, &mark, page);
        }
        let own: Vec<&Task> = notice.tasks.iter().filter(|task| task.part == part.id).collect();
        if part.kind == PartKind::Commitments {
            tasks.as_table(&own, page);
        } else {
            headings.begin_part();
            for task in own {
                let named = headings.above(task, page);
                tasks.write(task, named, page);
            }
        }
        let figures: Vec<&Allocation> =
            notice.allocations.iter().filter(|row| part_of(notice, row) == Some(at)).collect();
        table::figures(&figures, page);
    }
}

/// The title of the whole notice is the title of a part that has none.
fn has_title(notice: &Notice, part: &Part) -> bool {
    part.title.is_some() && part.title != notice.header.title
}

/// The first part may be the notice's own body; what has a title, or follows, is an annex.
fn is_marked(notice: &Notice, at: usize, part: &Part) -> bool {
    at > 0 || has_title(notice, part)
}

/// A title too long for a line of its own, or one with a stop, stands behind the mark.
fn title(notice: &Notice, part: &Part, mark: &str, page: &mut Page) {
    let title = words(part.title.as_ref()).replace('\n', "");
    if !has_title(notice, part) {
        page.paragraph(mark);
    } else if title.chars().count() > 60 || title.contains(['。', '；']) {
        page.paragraph(&format!("{mark}：{title}"));
    } else {
        page.paragraph(mark);
        page.paragraph(&title);
    }
    page.gap();
}

/// The part that a figure stands in.
fn part_of(notice: &Notice, row: &Allocation) -> Option<usize> {
    let within = notice.parts.iter().position(|part| part.span.contains(row.span));
    let allots = || notice.parts.iter().rposition(|part| part.kind == PartKind::Allocation);
    within.or_else(allots).or(notice.parts.len().checked_sub(1))
}
