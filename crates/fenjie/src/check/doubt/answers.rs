//! Tasks of which it is odd who answers for them, and tasks that stand outside of their list.

use rustc_hash::FxHashMap;

use super::{Oddity, doubt};
use crate::model::{BlockKind, Diagnostic, Notice, PartId, Role, Task, TaskId};
use crate::phrase::body::Sure;
use crate::phrase::list;
use crate::text::chars::{is_comma, is_stop};

const LEADERLESS: Oddity =
    Oddity { en: "has bodies that take part, and none that leads", zh: "只有配合单位，没有牵头单位" };

const OTHERS: Oddity = Oddity {
    en: "says in its words that a body answers, and has no units",
    zh: "正文有单位牵头或配合，却未读出责任单位",
};

const OUTSIDE: Oddity = Oddity {
    en: "has no number, and stands outside of the list of those that have",
    zh: "没有序号，位于有序号的事项之外",
};

/// What bodies do, as words say that a list of them answers.
const DOES: [&str; 2] = ["牵头", "配合"];

/// A list has at least so many items with numbers.
const FEWEST: usize = 4;

/// How many characters before such a word its body stands in.
const LONGEST_NAME: usize = 40;

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let led = led(notice);
    let lists = lists(notice);
    let odd = notice.tasks.iter().filter_map(|task| {
        let odd = match led.get(&task.id) {
            Some(false) => LEADERLESS,
            None if names_others(task) => OTHERS,
            None if is_outside(notice, task, &lists) => OUTSIDE,
            _ => return None,
        };
        let number = task.number.as_deref().unwrap_or("–");
        Some(doubt(task.span, (&format!("item `{number}`"), &format!("第“{number}”项")), odd))
    });
    odd.collect()
}

/// The tasks that have units, and whether one of these leads.
fn led(notice: &Notice) -> FxHashMap<TaskId, bool> {
    let mut found: FxHashMap<TaskId, bool> = FxHashMap::default();
    for row in &notice.assignments {
        *found.entry(row.task).or_default() |= row.role == Role::Lead;
    }
    found
}

/// `…，由市数据局牵头建设`: whether a body does so in the words of a task.
fn names_others(task: &Task) -> bool {
    let text = task.text.as_str();
    let mut places = DOES.iter().flat_map(|word| text.match_indices(word)).map(|(at, _)| at);
    places.any(|at| ends_in_body(&text[..at]))
}

/// Whether a text ends in the name of a body that surely is one. No more of it is looked at than such a name takes.
fn ends_in_body(text: &str) -> bool {
    let near = text.char_indices().rev().take(LONGEST_NAME);
    let start = near.take_while(|&(_, c)| !is_comma(c) && !is_stop(c)).last().map_or(text.len(), |(at, _)| at);
    let listed = list::list(text, start..text.len(), &[]);
    listed.mentions.last().is_some_and(|last| last.sure == Sure::Certain && !last.group)
}

/// Where the numbered items of each part begin and end, where there are enough of them.
fn lists(notice: &Notice) -> FxHashMap<PartId, (u32, u32)> {
    let mut found: FxHashMap<PartId, (usize, usize, u32, u32)> = FxHashMap::default();
    for task in &notice.tasks {
        let (all, numbered, start, end) = found.entry(task.part).or_insert((0, 0, u32::MAX, 0));
        *all += 1;
        if task.number.is_some() {
            (*numbered, *start, *end) = (*numbered + 1, (*start).min(task.span.start), (*end).max(task.span.end));
        }
    }
    let lists = found.into_iter().filter(|&(_, (all, numbered, ..))| numbered >= FEWEST && numbered * 5 >= all * 4);
    lists.map(|(part, (_, _, start, end))| (part, (start, end))).collect()
}

/// Whether a task without number and title stands before or behind all that have numbers.
fn is_outside(notice: &Notice, task: &Task, lists: &FxHashMap<PartId, (u32, u32)>) -> bool {
    let Some(&(start, end)) = lists.get(&task.part) else { return false };
    let behind = notice.blocks.partition_point(|block| block.span.start <= task.span.start);
    let in_table = behind.checked_sub(1).is_some_and(|at| notice.blocks[at].kind == BlockKind::Table);
    task.number.is_none() && task.title.is_none() && (task.span.start < start || task.span.start >= end) && !in_table
}
