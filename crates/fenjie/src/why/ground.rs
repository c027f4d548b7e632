//! The convention, label or mark that an assignment rests on, looked up in the notice and its text.

use std::ops::Range;

use super::{Ground, GroundKind};
use crate::model::{Assignment, Basis, Convention, Notice, Role, Rule, Span};
use crate::relations::AssignmentRef;
use crate::text::chars::{is_close, is_colon, is_comma, is_stop};
use crate::vocabulary::{LEADING_WORDS, Label, MARKS, Mark, label_words};

/// How many characters a label has at most.
const LABEL: usize = 14;

/// How many bytes away from a unit its mark or label is looked for: a list of some hundred units.
const REACH: usize = 8192;

pub(super) fn of(assignment: AssignmentRef<'_>) -> Option<Ground<'_>> {
    let (notice, row) = (assignment.notice(), assignment.row());
    if row.implied {
        let name = &assignment.unit().row().name;
        let includes = |convention: &Convention| convention.group.is_some() && convention.members.contains(name);
        return convention(notice, Rule::GroupIncludes, includes);
    }
    let mark = || ground(notice, GroundKind::Mark, mark(&notice.source, row)?);
    let label = || ground(notice, GroundKind::Label, label(notice, row)?);
    match row.basis {
        Basis::FirstListed => convention(notice, Rule::FirstListedLeads, |_| true),
        Basis::Joint => mark().or_else(|| convention(notice, Rule::AllLead, |_| true)).or_else(label),
        Basis::Stated => mark().or_else(label),
        Basis::Sole | Basis::Default => label(),
    }
}

fn convention(notice: &Notice, rule: Rule, fits: impl Fn(&Convention) -> bool) -> Option<Ground<'_>> {
    let found = notice.conventions.iter().find(|convention| convention.rule == rule && fits(convention))?;
    Some(Ground { kind: GroundKind::Convention, quote: &found.quote, span: found.span })
}

fn ground(notice: &Notice, kind: GroundKind, range: Range<usize>) -> Option<Ground<'_>> {
    let span = Span::new(range.start as u32, range.end as u32);
    let quote = notice.source.get(range).filter(|quote| !quote.is_empty())?;
    Some(Ground { kind, quote, span })
}

/// The word behind the unit, or behind the units that stand with it, that says what they do; or the word before it.
fn mark(source: &str, row: &Assignment) -> Option<Range<usize>> {
    let span = row.span.range();
    let behind = source.get(span.end..boundary(source, span.end + REACH))?;
    let end = behind.find(|c: char| is_comma(c) || is_stop(c) || is_close(c) || c == '\n').unwrap_or(behind.len());
    let stretch = &behind[..end];
    let first = MARKS.at_start(stretch).map(|(word, mark)| (span.end, word, mark));
    let last = MARKS.at_end(stretch).map(|(word, mark)| (span.end + stretch.len() - word.len(), word, mark));
    let gives = |mark: Mark| match mark {
        Mark::Participant => row.role == Role::Participant,
        Mark::Lead | Mark::Joint => row.role == Role::Lead,
    };
    let found = [first, last].into_iter().flatten().find(|&(_, _, mark)| gives(mark));
    if let Some((start, word, _)) = found {
        return Some(start..start + word.len());
    }
    let (word, made) = LEADING_WORDS.at_end(source.get(..span.start)?)?;
    made.is_some_and(gives).then(|| span.start - word.len()..span.start)
}

/// The label nearest before the unit, inside its task; for a responsibility that tasks share, inside its line.
fn label(notice: &Notice, row: &Assignment) -> Option<Range<usize>> {
    let source = notice.source.get(..row.span.start as usize)?;
    let nearest = boundary(source, source.len().saturating_sub(REACH));
    let task = notice.tasks.get(row.task.index())?.span;
    let from = if task.contains(row.span) {
        nearest.max(task.start as usize)
    } else {
        source[nearest..].rfind('\n').map_or(nearest, |at| nearest + at + 1)
    };
    let words = source.get(from..)?;
    let colons = words.rmatch_indices(|c: char| is_colon(c) || c == '】');
    let mut labels = colons.filter_map(|(colon, _)| label_before(words, colon));
    labels.next().map(|range| from + range.start..from + range.end)
}

/// The longest label of units that ends at `colon`.
fn label_before(words: &str, colon: usize) -> Option<Range<usize>> {
    let end = words[..colon].trim_end().len();
    let starts: Vec<usize> = words[..end].char_indices().rev().take(LABEL).map(|(at, _)| at).collect();
    let names_units = |label| !matches!(label, Label::Leader | Label::Due);
    let start = starts
        .into_iter()
        .rev()
        .find(|&start| label_words(words, start).is_some_and(|(found, label)| found == end && names_units(label)))?;
    Some(start..end)
}

/// The first boundary between characters at or after byte `at`.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}
