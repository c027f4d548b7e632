//! Forms that the parser is known to misread. The properties leave notices of these forms out, unless
//! `FENJIE_EVERY_FORM` is set; a test sees to it that a form which is read by now leaves this list.

use fenjie_testkit::{Document, ExpectedTask, fold};

/// A form that is still misread.
pub(crate) struct Gap {
    /// What the form is.
    pub(crate) name: &'static str,
    /// Whether a notice has it.
    applies: fn(&Document) -> bool,
}

const fn gap(name: &'static str, applies: fn(&Document) -> bool) -> Gap {
    Gap { name, applies }
}

/// Every form that is still misread, beside pages and hard wraps.
pub(crate) const GAPS: &[Gap] = &[gap("a name on a line of its own, and a page break below it", |it| {
    any_task(it, |task, _| named_alone(it, task))
})];

/// The gaps that a notice has.
pub(crate) fn gaps(document: &Document) -> impl Iterator<Item = &'static Gap> {
    GAPS.iter().filter(|gap| (gap.applies)(document))
}

fn any_line(document: &Document, is: impl Fn(&str) -> bool) -> bool {
    lines(document).any(|line| is(&line))
}

fn lines(document: &Document) -> impl Iterator<Item = String> + '_ {
    document.text.lines().map(fold)
}

fn any_task(document: &Document, is: impl Fn(&ExpectedTask, &str) -> bool) -> bool {
    let text = fold(&document.text);
    document.expected.tasks.iter().any(|task| is(task, &text))
}

fn named_alone(document: &Document, task: &ExpectedTask) -> bool {
    let Some(title) = task.title.as_deref().map(fold) else { return false };
    any_line(document, |line| line.starts_with(&fold(&task.number)) && line.ends_with(&title))
}
