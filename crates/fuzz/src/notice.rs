//! What must hold for every notice.

use fenjie::{Notice, Role};

/// Checks a notice that was read from a text.
pub(crate) fn check(notice: &Notice) {
    let text = &notice.source;
    for span in notice.spans() {
        assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
    }
    let mut end = 0;
    for block in &notice.blocks {
        assert!(block.span.start == end && !block.span.is_empty(), "{block:?} behind {end}");
        end = block.span.end;
    }
    assert_eq!(end as usize, text.len(), "every line is in a block");
    assert_eq!(notice.coverage().total().bytes, text.len() as u64);
    assert_eq!(notice.check_references(), Ok(()));
}

/// Checks that a notice can be written down and asked everything.
pub(crate) fn check_more(notice: &Notice) {
    let json = serde_json::to_string(notice).expect("a notice can be written");
    let read: Notice = serde_json::from_str(&json).expect("what was written can be read");
    assert_eq!(read.with_source(notice.source.clone()).as_ref(), Ok(notice), "what was written says the same");
    ask(notice);
}

/// Asks a notice everything that it can be asked. One whose rows refer to none is only asked what it may be.
pub(crate) fn ask(notice: &Notice) {
    let _ = (notice.coverage().share(), notice.unit("市财政局").is_some(), notice.official("周明").is_some());
    let offsets = notice.offsets();
    let lines = notice.line_index();
    for span in notice.spans() {
        let _ = notice.text(span);
        let (_, _) = lines.positions(span);
        let _ = (offsets.utf16(span.start as usize), offsets.code_points(span.end as usize));
    }
    if notice.check_references().is_ok() {
        walk(notice);
    }
}

fn walk(notice: &Notice) {
    for task in notice.tasks() {
        let _ = (task.part().id, task.official().is_some(), task.lead().is_some(), task.sections().count());
        for assignment in task.assignments() {
            assert_eq!(assignment.task().id, task.id);
            let _ = (assignment.unit().id, assignment.why().rule);
        }
        for target in task.targets() {
            assert_eq!(target.task().id, task.id);
            let _ = (target.within().is_some(), target.why().rule);
            for other in task.targets() {
                let _ = target.compare(&other);
            }
            let _ = target.value.map(|value| target.satisfied_by(value));
        }
    }
    for unit in notice.units().take(FEW) {
        let _ = unit.tasks(Role::Lead).count() + unit.tasks(None).count();
    }
    let sections = notice.sections().take(FEW).map(|section| section.tasks().count());
    let _ = sections.chain(notice.officials().take(FEW).map(|official| official.tasks().count())).sum::<usize>();
    let _ = notice.occurrences().len();
    let _ = notice.to_text();
}

/// Of rows that each go through the whole notice, so many are asked.
const FEW: usize = 20;
