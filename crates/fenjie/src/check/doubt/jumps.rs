//! Items whose numbers jump: between two tasks stands one that was not read as such.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{Oddity, doubt};
use crate::model::{Code, Diagnostic, Notice, Section, Severity, Span, Task};
use crate::outline::marker::{Style, marker};
use crate::text::chars::digit;

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
    let headings = headings(notice);
    let jumps = numbered.windows(2).enumerate().filter_map(|(at, pair)| {
        let ((before, from), (behind, to)) = (pair[0], pair[1]);
        // In a list of two halves side by side the next number stands below, or above.
        let around = [at.checked_sub(1), Some(at + 2)].map(|at| numbered.get(at?).map(|task| task.1));
        if around.contains(&Some(from + 1)) {
            return None;
        }
        let place = Span::new(before.span.end, behind.span.start.max(before.span.end));
        let left_out = (from + 2..=from + FAR).contains(&to) && !is_counted(&headings, place, from + 1..to);
        (before.part == behind.part && left_out).then_some(place)
    });
    // A number that is skipped in print is reported as that.
    let gaps = notice.diagnostics.iter().filter(|found| found.code == Code::NumberingGap);
    let mut gaps: Vec<u32> = gaps.map(|gap| gap.span.start).collect();
    gaps.sort_unstable();
    let told = |place: Span| {
        gaps.get(gaps.partition_point(|&gap| gap < place.start)).is_some_and(|&gap| gap <= place.end + NUMBER)
    };
    let lost = |place| Diagnostic { severity: Severity::Error, ..doubt(place, ("this", "此处"), JUMP) };
    jumps.filter(|&place| !told(place)).map(lost).collect()
}

/// The numbers of the headings that tasks stand below, with where they stand, in order.
fn headings(notice: &Notice) -> Vec<(u32, u32)> {
    let above: FxHashSet<_> = notice.tasks.iter().filter_map(|task| task.section).collect();
    let numbered = |section: &Section| Some((section.span.start, value(section.number.as_deref()?)?));
    // A heading sets no figures.
    let counts = |section: &&Section| section.title.iter().flat_map(|title| title.chars()).any(|c| digit(c).is_some());
    let holding = notice.sections.iter().filter(|section| above.contains(&section.id) && !counts(section));
    let mut found: Vec<(u32, u32)> = holding.filter_map(numbered).collect();
    found.sort_unstable();
    found
}

/// Whether headings in a place have all of the numbers: tasks without such numbers stand below them.
fn is_counted(headings: &[(u32, u32)], place: Span, numbers: Range<u32>) -> bool {
    let from = headings.partition_point(|&(start, _)| start < place.start);
    let within = headings[from..].iter().take_while(|&&(start, _)| start < place.end).map(|&(_, number)| number);
    within.filter(|number| numbers.contains(number)).count() >= numbers.len()
}

fn arabic(task: &Task) -> Option<u32> {
    value(task.number.as_deref()?)
}

/// The number, where it is one of `1.`, `2.`.
fn value(number: &str) -> Option<u32> {
    let number = Some(number).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
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
