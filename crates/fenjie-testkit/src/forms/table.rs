//! Tables: a row a task.

use crate::layout::Layout;
use crate::model::{Body, Part, Section, Task};

use super::Writer;
use super::units::{Manner, list};

/// Writes the part's tasks as a table.
pub(super) fn table(writer: &mut Writer<'_>, part: &Part, layout: Layout) {
    let sections = &part.sections;
    match layout {
        Layout::Commitments => {
            row(writer, layout, &["部门", "承诺事项", "年度目标"].map(str::to_owned));
            for section in sections {
                commitments(writer, section);
            }
        }
        Layout::CellsOnLines => {
            row(writer, layout, &["序号", "工作任务", "责任单位", "完成时限"].map(str::to_owned));
            for task in sections.iter().flat_map(|it| &it.tasks) {
                row(writer, layout, &one_list(task));
            }
        }
        _ => {
            row(writer, layout, &["序号", "工作任务", "牵头单位", "配合单位", "完成时限"].map(str::to_owned));
            for task in sections.iter().flat_map(|it| &it.tasks) {
                row(writer, layout, &two_lists(task));
            }
        }
    }
}

/// Where cells stand on lines of their own, nothing stands between the rows.
fn row<const N: usize>(writer: &mut Writer<'_>, layout: Layout, cells: &[String; N]) {
    let lines = match layout {
        Layout::CellsOnLines => cells.to_vec(),
        Layout::StrokeTable => vec![format!("| {} |", cells.join(" | "))],
        _ => vec![cells.join("\t")],
    };
    let spaced = std::mem::replace(&mut writer.spaced, false);
    for line in lines {
        writer.fixed(line);
    }
    writer.spaced = spaced;
}

fn one_list(task: &Task) -> [String; 4] {
    let answer = task.responsibility.clone().unwrap_or_default();
    let all = [answer.leads, answer.participants].concat();
    [task.number.clone(), task.text.clone(), names(&all), task.due.clone().unwrap_or_default()]
}

fn two_lists(task: &Task) -> [String; 5] {
    let answer = task.responsibility.clone().unwrap_or_default();
    let (leads, participants) = (names(&answer.leads), names(&answer.participants));
    [task.number.clone(), task.text.clone(), leads, participants, task.due.clone().unwrap_or_default()]
}

fn names(bodies: &[Body]) -> String {
    list(bodies, Manner::default().unbroken(), &mut None)
}

/// The department stands in its first row alone.
fn commitments(writer: &mut Writer<'_>, section: &Section) {
    let mut department = section.responsibility.as_ref().map(|it| names(&it.leads)).unwrap_or_default();
    for task in &section.tasks {
        let title = format!("{} {}", task.number, task.title.as_deref().unwrap_or_default());
        row(writer, Layout::Commitments, &[std::mem::take(&mut department), title, task.text.clone()]);
    }
}
