//! A task: its number, title and text, and below it who answers, by when.

use super::headings::{item_line, line_of};
use super::units::{Line, Lists};
use super::{Page, one_line, table};
use crate::model::{Assignment, Notice, Official, PartKind, Task};
use crate::reading::official_of_label;
use crate::relations::TaskRef;

const NOBODY: &str = "责任单位：/";

/// Writes tasks, and remembers what has been told of their units.
pub(super) struct Tasks<'a> {
    notice: &'a Notice,
    lists: Lists<'a>,
}

impl<'a> Tasks<'a> {
    pub(super) fn new(notice: &'a Notice) -> Self {
        Self { notice, lists: Lists::new(notice) }
    }

    /// One item. Where no heading names the official, a label does.
    pub(super) fn write(&mut self, task: &Task, named: bool, page: &mut Page) {
        self.item(task, page);
        let leader = task.official.filter(|_| !named).and_then(|id| self.notice.officials.get(id.index()));
        let due = task.due.as_ref().and_then(|due| due.text.as_ref());
        let lines = self.lists.lines(&self.assigned(task));
        if let Some(leader) = leader {
            page.line(&format!("责任领导：{}", label_words(leader)));
        }
        for Line { label, words } in &lines {
            page.line(&format!("{label}：{words}"));
        }
        if let Some(due) = due {
            page.line(&format!("完成时限：{}", one_line(due)));
        }
        if lines.is_empty() && due.is_none() {
            page.line(NOBODY);
        }
    }

    /// Rows of a table with the department, the commitment and the goal.
    pub(super) fn as_table(&mut self, tasks: &[Task], page: &mut Page) {
        let rows: Vec<[String; 7]> = tasks
            .iter()
            .map(|task| {
                let units = self.lists.cell(&self.assigned(task));
                let official = task.official.and_then(|id| self.notice.officials.get(id.index()));
                let part = |text: Option<&str>| text.map(one_line).unwrap_or_default();
                let due = task.due.as_ref().and_then(|due| due.text.as_deref());
                let leader = official.map(label_words).unwrap_or_default();
                let section = self.notice.task(task.id).and_then(TaskRef::section).map(line_of).unwrap_or_default();
                let number = part(task.number.as_deref());
                [section, number, units, part(task.title.as_deref()), part(Some(&task.text)), leader, part(due)]
            })
            .collect();
        table::commitments(&rows, page);
    }

    /// The task's own assignments: what a rule adds, the rule adds again.
    fn assigned(&self, task: &Task) -> Vec<&'a Assignment> {
        let all = &self.notice.assignments;
        let start = all.partition_point(|assignment| assignment.task < task.id);
        let own = all[start..].iter().take_while(|assignment| assignment.task == task.id);
        own.filter(|assignment| !assignment.implied).collect()
    }

    fn item(&self, task: &Task, page: &mut Page) {
        let title = task.title.as_deref().map(one_line);
        let Some(number) = task.number.as_deref() else {
            // Without a number, only labels tell where an item begins and what of it is its name.
            if let Some(title) = title {
                page.line(&format!("任务名称：{title}"));
            }
            return page.line(&format!("任务内容：{}", task.text));
        };
        let kind = self.notice.parts.get(task.part.index()).map(|part| part.kind);
        match title {
            Some(title) if kind == Some(PartKind::Livelihood) && is_name(&title) && !task.text.is_empty() => {
                page.line(&item_line(number, &format!("{title}。{}", task.text)));
            }
            Some(title) => {
                page.line(&item_line(number, &title));
                if !task.text.is_empty() {
                    page.line(&task.text);
                }
            }
            None => page.line(&item_line(number, &task.text)),
        }
    }
}

/// A name that a full stop may set off from the text behind it.
fn is_name(title: &str) -> bool {
    title.chars().count() <= 30 && !title.contains(['，', ',', '；', ';', '。', '！', '？'])
}

/// The words by which a label names an official: the name first, unless only the other order is read.
fn label_words(official: &Official) -> String {
    let name = official.name.as_deref().unwrap_or_default();
    let post = official.post.as_deref().unwrap_or_default();
    let same = |words: &String| {
        official_of_label(words)
            .is_some_and(|(name, post)| name == official.name.as_deref() && post == official.post.as_deref())
    };
    let orders = [format!("{name}{post}"), format!("{name}（{post}）"), format!("{post}{name}")];
    orders.iter().find(|words| same(words)).unwrap_or(&orders[0]).clone()
}
