//! `duplicate-task`: the same item under two officials, or twice.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::model::{Code, Diagnostic, Notice, Task};

pub(super) fn check(notice: &mut Notice) {
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    let mut found = Vec::new();
    for (at, task) in notice.tasks.iter().enumerate().filter(|(_, task)| task.text.chars().nth(5).is_some()) {
        let first = *seen.entry(fingerprint(task)).or_insert(at);
        if first != at && notice.tasks[first].text == task.text && notice.tasks[first].part == task.part {
            found.push((first, at));
        }
    }
    for (first, second) in found {
        let (first, second) = (&notice.tasks[first], &notice.tasks[second]);
        let officials = if first.official == second.official { "once more" } else { "under another official too" };
        let diagnostic = Diagnostic {
            related: vec![first.span],
            ..Diagnostic::of(
                Code::DuplicateTask,
                second.span,
                format!("this item stands {officials}"),
                "该事项重复出现".to_owned(),
            )
        };
        notice.diagnostics.push(diagnostic);
    }
}

fn fingerprint(task: &Task) -> u64 {
    let mut hasher = FxHasher::default();
    task.text.as_str().hash(&mut hasher);
    hasher.finish()
}
