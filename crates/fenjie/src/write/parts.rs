//! The parts, in order: the mark and the title of each, and its tasks and figures.

use super::headings::Headings;
use super::tasks::Tasks;
use super::{Page, table, words};
use crate::model::{Allocation, Notice, Part, PartKind, Task};

/// All parts.
pub(super) fn write(notice: &Notice, page: &mut Page) {
    let marked = notice.parts.iter().enumerate().filter(|(at, part)| is_marked(notice, *at, part)).count();
    let mut number = 0;
    let mut figures: Vec<Vec<&Allocation>> = vec![Vec::new(); notice.parts.len()];
    for row in &notice.allocations {
        figures.get_mut(part_of(notice, row)).into_iter().for_each(|own| own.push(row));
    }
    let mut tasks = Tasks::new(notice);
    let mut headings = Headings::new(notice);
    for (at, part) in notice.parts.iter().enumerate() {
        if is_marked(notice, at, part) {
            number += 1;
            let mark = if marked > 1 { format!("附件{number}") } else { "附件".to_owned() };
            title(notice, part, &mark, page);
        }
        let own = tasks_of(notice, part);
        if part.kind == PartKind::Commitments {
            tasks.as_table(own, page);
        } else {
            headings.begin_part();
            for task in own.iter().filter_map(|task| notice.task(task.id)) {
                let named = headings.above(task, page);
                tasks.write(task.row(), named, page);
            }
        }
        table::figures(&figures[at], page);
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

/// The tasks of a part, which follow each other.
pub(super) fn tasks_of<'a>(notice: &'a Notice, part: &Part) -> &'a [Task] {
    let start = notice.tasks.partition_point(|task| task.part < part.id);
    let count = notice.tasks[start..].iter().take_while(|task| task.part == part.id).count();
    &notice.tasks[start..start + count]
}

/// The part that a figure stands in; where none holds its place, the last one.
fn part_of(notice: &Notice, row: &Allocation) -> usize {
    let behind = notice.parts.partition_point(|part| part.span.start <= row.span.start);
    let within = behind.checked_sub(1).filter(|&at| notice.parts[at].span.contains(row.span));
    within.unwrap_or(notice.parts.len().saturating_sub(1))
}
