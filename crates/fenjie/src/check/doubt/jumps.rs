//! Items whose numbers jump: between two tasks stands one that was not read as such.

use super::{Oddity, doubt};
use crate::model::{Code, Diagnostic, Notice, Severity, Span, Task};
use crate::outline::marker::{Style, marker};

/// More numbers than an overlooked item or two leave out.
const FAR: u32 = 6;

/// How many bytes from the start of an item its number stands at most.
const NUMBER: u32 = 8;

const JUMP: Oddity = Oddity {
    en: "lacks an item: the numbers of the tasks before and behind it do not follow each other",
    zh: "缺少事项：前后任务的序号不相连",
};

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let numbered = notice.tasks.iter().filter_map(|task| Some((task, arabic(task)?)));
    let numbered: Vec<(&Task, u32)> = numbered.collect();
    let jumps = numbered.windows(2).filter(|pair| {
        let ((before, from), (behind, to)) = (pair[0], pair[1]);
        before.part == behind.part && (from + 2..=from + FAR).contains(&to)
    });
    let between = jumps.map(|pair| Span::new(pair[0].0.span.end, pair[1].0.span.start.max(pair[0].0.span.end)));
    // A number that is skipped in print is reported as that.
    let gaps = notice.diagnostics.iter().filter(|found| found.code == Code::NumberingGap);
    let mut gaps: Vec<u32> = gaps.map(|gap| gap.span.start).collect();
    gaps.sort_unstable();
    let told = |place: Span| {
        gaps.get(gaps.partition_point(|&gap| gap < place.start)).is_some_and(|&gap| gap <= place.end + NUMBER)
    };
    let lost = |place| Diagnostic { severity: Severity::Error, ..doubt(place, ("this", "此处"), JUMP) };
    between.filter(|&place| !told(place)).map(lost).collect()
}

/// The number of a task, where it is one of `1.`, `2.`.
fn arabic(task: &Task) -> Option<u32> {
    let number = task.number.as_deref().filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
    marker(&format!("{number}.")).filter(|found| found.style == Style::Arabic).map(|found| found.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::sample;

    #[test]
    fn an_item_between_two_tasks_is_missed() {
        let mut notice = sample();
        assert_eq!(check(&notice), []);
        notice.tasks[1].number = Some("3".into());
        let found = check(&notice);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span, Span::new(notice.tasks[0].span.end, notice.tasks[1].span.start));
    }
}
