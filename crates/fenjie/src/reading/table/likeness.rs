//! Which task the rows of a table of figures spell out: the one whose words are most alike.

use rustc_hash::FxHashMap;

use crate::model::{Notice, TaskId};
use crate::text::chars::is_blank;

/// Pairs of characters that more tasks than this share tell nothing.
const COMMON: usize = 40;
/// How alike, of 100, words have to be.
const ENOUGH: usize = 60;

/// Links every row to its task.
pub(crate) fn link(notice: &mut Notice) {
    if notice.allocations.is_empty() || notice.tasks.is_empty() {
        return;
    }
    let tasks: Vec<Vec<u64>> = notice
        .tasks
        .iter()
        .map(|task| pairs(&format!("{}{}", task.title.as_deref().unwrap_or_default(), task.text)))
        .collect();
    let mut places: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (at, pairs) in tasks.iter().enumerate() {
        for &pair in pairs {
            places.entry(pair).or_default().push(at);
        }
    }
    let mut last: Option<(arcstr::Substr, Option<TaskId>)> = None;
    for allocation in &mut notice.allocations {
        let known = last.as_ref().filter(|(text, _)| *text == allocation.text).map(|&(_, task)| task);
        let task = known.unwrap_or_else(|| likest(&pairs(&allocation.text), &tasks, &places));
        last = Some((allocation.text.clone(), task));
        allocation.task = task;
    }
}

/// The pairs of neighbouring characters, sorted, marks and blanks left out.
fn pairs(text: &str) -> Vec<u64> {
    let chars: Vec<char> = text.chars().filter(|&c| !is_blank(c) && c.is_alphanumeric()).take(400).collect();
    let mut found: Vec<u64> =
        chars.windows(2).map(|pair| u64::from(pair[0] as u32) << 32 | u64::from(pair[1] as u32)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn likest(words: &[u64], tasks: &[Vec<u64>], places: &FxHashMap<u64, Vec<usize>>) -> Option<TaskId> {
    let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
    for pair in words {
        for &task in places.get(pair).into_iter().flatten().take(COMMON) {
            *shared.entry(task).or_default() += 1;
        }
    }
    let likeness = |(&task, &count): (&usize, &usize)| {
        (200 * count / (words.len() + tasks[task].len()).max(1), std::cmp::Reverse(task))
    };
    let (likeness, std::cmp::Reverse(task)) = shared.iter().map(likeness).max()?;
    (likeness >= ENOUGH).then_some(TaskId(task as u32))
}
