//! The words of a text that facts are made of, and what became of each. Knows the notice, not how it was read.

mod body;
mod claim;
mod facts;
mod find;
mod person;
mod pieces;

use crate::model::{Evidence, Notice, Occurrence, SetAside, Span};
use crate::text::{Folded, Line, fold_piece, lines};

impl Notice {
    /// Every word of the text that a fact may be made of (names of bodies, labels, officials, quantities, deadlines), in the
    /// order of their places, and whether it is in a fact. Reads the text once; a notice without its
    /// [`source`](Notice::source) has none. Of figures in a task it tells less than [`evidence`](Notice::evidence), for which the
    /// reader of targets was asked why each is no target.
    ///
    /// ```
    /// use fenjie::{Claim, EvidenceKind};
    ///
    /// let notice = fenjie::parse("1.新建公园3座。\n责任单位：市城管局\n");
    /// let found: Vec<_> = notice.occurrences().into_iter().map(|row| (row.kind, notice.text(row.span), row.claim)).collect();
    /// assert_eq!(found, [
    ///     (EvidenceKind::Quantity, "3座", Claim::Read),
    ///     (EvidenceKind::Label, "责任单位", Claim::Read),
    ///     (EvidenceKind::Body, "市城管局", Claim::Read),
    /// ]);
    /// ```
    pub fn occurrences(&self) -> Vec<Occurrence> {
        occurrences(self, &lines(&self.source), &[], fold_piece)
    }
}

/// The same of a notice whose source is in one script and whose lines are known, where it is known of some figures in tasks why
/// they are no targets.
pub(crate) fn in_one_script(notice: &Notice, lines: &[Line], known: &[(Span, Option<SetAside>)]) -> Vec<Occurrence> {
    occurrences(notice, lines, known, |_| None)
}

fn occurrences(
    notice: &Notice,
    lines: &[Line],
    known: &[(Span, Option<SetAside>)],
    fold: impl Fn(&str) -> Option<Folded>,
) -> Vec<Occurrence> {
    let facts = facts::Facts::of(notice, known);
    let mut found = Vec::new();
    for line in lines {
        let content = line.content;
        let from = found.len();
        let words = notice.text(content);
        let folded = fold(words);
        for finding in find::findings(folded.as_ref().map_or(words, |folded| &folded.text)) {
            let words = Span::new(finding.words.start as u32, finding.words.end as u32);
            let words = folded.as_ref().map_or(words, |folded| folded.span(words));
            let span = Span::new(content.start + words.start, content.start + words.end);
            let claim = claim::claim(&facts, &finding, span, content);
            found.push(Occurrence::new(finding.kind, span, claim));
        }
        found[from..].sort_by_key(|row| row.span);
    }
    found
}

/// The count of occurrences, kind by kind.
pub(crate) fn count(occurrences: &[Occurrence]) -> Evidence {
    let mut evidence = Evidence::default();
    for occurrence in occurrences {
        evidence.add(occurrence);
    }
    evidence
}
