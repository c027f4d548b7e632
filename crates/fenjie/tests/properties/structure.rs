//! What holds for every notice, whatever its text.

use fenjie::{Notice, Span};
/// Everything about `notice` that must not be; empty where all is well.
pub(crate) fn check(notice: &Notice, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if notice.source != *text {
        faults.push("the source is another text".to_owned());
    }
    spans(notice, text, &mut faults);
    if faults.is_empty() {
        blocks(notice, text, &mut faults);
        positions(notice, &mut faults);
        references(notice, &mut faults);
    }
    if faults.is_empty() {
        nesting(notice, text, &mut faults);
    }
    faults
}

fn spans(notice: &Notice, text: &str, faults: &mut Vec<String>) {
    let mut check = |what: &str, span: Span| {
        if text.get(span.start as usize..span.end as usize).is_none() {
            faults.push(format!("{what} at {span:?} of {} bytes", text.len()));
        }
    };
    notice.header.document_number.iter().for_each(|it| check("document number", it.span));
    notice.header.session.iter().for_each(|it| check("session", it.span));
    notice.conventions.iter().for_each(|it| check("convention", it.span));
    notice.parts.iter().for_each(|it| check("part", it.span));
    notice.officials.iter().for_each(|it| check("official", it.span));
    notice.tasks.iter().for_each(|it| check("task", it.span));
    notice.assignments.iter().for_each(|it| check("assignment", it.span));
    notice.targets.iter().for_each(|it| check("target", it.span));
    notice.allocations.iter().for_each(|it| check("allocation", it.span));
    notice.blocks.iter().for_each(|it| check("block", it.span));
    for diagnostic in &notice.diagnostics {
        check("diagnostic", diagnostic.span);
        diagnostic.related.iter().for_each(|span| check("related", *span));
    }
}

/// What ends a line on some system.
const BREAKS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// The blocks cover the text without a gap, in whole lines.
fn blocks(notice: &Notice, text: &str, faults: &mut Vec<String>) {
    let mut end = 0;
    for block in &notice.blocks {
        if block.span.start != end || block.span.is_empty() {
            faults.push(format!("block {:?} after {end}", block.span));
        }
        end = block.span.end;
        let whole = end as usize == text.len() || text[..end as usize].ends_with(BREAKS);
        if !whole {
            faults.push(format!("block {:?} ends inside of a line", block.span));
        }
    }
    if end as usize != text.len() {
        faults.push(format!("blocks end at {end} of {} bytes", text.len()));
    }
}

/// An id is the position in its table.
fn positions(notice: &Notice, faults: &mut Vec<String>) {
    let mut check = |what: &str, ids: &mut dyn Iterator<Item = usize>| {
        if let Some((at, id)) = ids.enumerate().find(|(at, id)| at != id) {
            faults.push(format!("{what} {id} stands at {at}"));
        }
    };
    check("part", &mut notice.parts.iter().map(|it| it.id.index()));
    check("official", &mut notice.officials.iter().map(|it| it.id.index()));
    check("task", &mut notice.tasks.iter().map(|it| it.id.index()));
    check("unit", &mut notice.units.iter().map(|it| it.id.index()));
    check("target", &mut notice.targets.iter().map(|it| it.id.index()));
}

/// Every reference leads somewhere.
fn references(notice: &Notice, faults: &mut Vec<String>) {
    let mut check = |what: &str, index: Option<usize>, length: usize| {
        if index.is_some_and(|index| index >= length) {
            faults.push(format!("{what} {index:?} of {length}"));
        }
    };
    let (tasks, targets) = (notice.tasks.len(), notice.targets.len());
    for task in &notice.tasks {
        check("part", Some(task.part.index()), notice.parts.len());
        check("official", task.official.map(fenjie::OfficialId::index), notice.officials.len());
    }
    for assignment in &notice.assignments {
        check("assigned task", Some(assignment.task.index()), tasks);
        check("assigned unit", Some(assignment.unit.index()), notice.units.len());
    }
    for target in &notice.targets {
        check("target's task", Some(target.task.index()), tasks);
        check("within", target.within.map(fenjie::TargetId::index), targets);
    }
    for allocation in &notice.allocations {
        check("allocation's task", allocation.task.map(fenjie::TaskId::index), tasks);
    }
}

/// Tasks follow each other inside of their parts, and what is read from a task stands in it.
fn nesting(notice: &Notice, text: &str, faults: &mut Vec<String>) {
    let mut end = 0;
    for task in &notice.tasks {
        let part = &notice.parts[task.part.index()];
        if !part.span.contains(task.span) {
            faults.push(format!("task {} {:?} outside of its part {:?}", task.id.0, task.span, part.span));
        }
        if task.span.start < end {
            faults.push(format!("task {} begins before {end}", task.id.0));
        }
        end = task.span.end;
    }
    for assignment in notice.assignments.iter().filter(|assignment| !assignment.implied) {
        // A section's responsibility stands above its tasks, but in the same part.
        let part = notice.parts[notice.tasks[assignment.task.index()].part.index()].span;
        if !part.contains(assignment.span) {
            faults.push(format!("assignment {:?} outside of its part", assignment.span));
        }
        quoted(assignment.span, &assignment.quote, text, faults);
    }
    for target in &notice.targets {
        if !notice.tasks[target.task.index()].span.contains(target.span) {
            faults.push(format!("target {:?} outside of its task", target.span));
        }
        quoted(target.span, &target.quote, text, faults);
    }
}

/// A quote is what its span covers; where a page breaks in between, the page's own marks are left out.
fn quoted(span: Span, quote: &str, text: &str, faults: &mut Vec<String>) {
    let words = &text[span.range()];
    // What takes no room, or none that means anything, may be left out; widths and marks are the text's.
    let kept = |words: &str| -> String {
        let invisible =
            |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}');
        words.chars().filter(|&c| !c.is_whitespace() && !invisible(c) && !matches!(c, '\u{ad}' | '\u{feff}')).collect()
    };
    if !words.contains(BREAKS) && kept(words) != kept(quote) {
        faults.push(format!("«{quote}» quotes «{words}»"));
    }
}
