//! The headings that tasks stand under → rows of the table of sections.

use arcstr::Substr;
use rustc_hash::FxHashMap;

use super::builder::Builder;
use super::responsibility::Leader;
use crate::model::{PartId, Section, SectionId, Span};
use crate::outline::Paragraph;
use crate::outline::look::Look;
use crate::outline::marker::marker;
use crate::phrase::closing::{inline_label, responsible_brackets};
use crate::text::Flow;
use crate::text::chars::{is_blank, is_colon};

/// A heading before the tables are filled. Of a part's headings only those that tasks stand under become sections.
#[derive(Clone, Debug, Default)]
pub(crate) struct SectionDraft {
    /// The heading above it, by its position among the part's; always one before it.
    pub(crate) parent: Option<usize>,
    pub(crate) number: Option<Substr>,
    pub(crate) title: Option<Substr>,
    pub(crate) official: Option<Leader>,
    pub(crate) span: Span,
}

impl SectionDraft {
    /// The heading that a paragraph is.
    pub(crate) fn of_paragraph(paragraph: &Paragraph) -> Self {
        let number = match &paragraph.look {
            Look::Item(marker) => marker.printed(&paragraph.flow),
            _ => None,
        };
        let title = title(&paragraph.flow, paragraph.body_start());
        Self { number, title, span: paragraph.flow.whole(), ..Self::default() }
    }

    /// The heading that the words of a cell are.
    pub(crate) fn of_cell(flow: &Flow) -> Self {
        let found = marker(&flow.text);
        let start = found.as_ref().map_or(0, |found| found.rest);
        let number = found.and_then(|found| found.printed(flow));
        Self { number, title: title(flow, start), span: flow.whole(), ..Self::default() }
    }
}

/// The words of a heading, without those that say who answers for what stands below it.
fn title(flow: &Flow, from: usize) -> Option<Substr> {
    let text: &str = &flow.text;
    let from = from.min(text.len());
    let bracket = responsible_brackets(text).first().map(|closing| closing.bracket.start);
    let label = inline_label(text).map(|label| label.range.start);
    let end = bracket.into_iter().chain(label).filter(|&end| end >= from).min().unwrap_or(text.len());
    let is_edge = |c: char| is_blank(c) || is_colon(c) || c == '#';
    let words = text[from..end].trim_start_matches(is_edge);
    let start = end - words.len();
    let words = words.trim_end_matches(is_edge);
    (!words.is_empty()).then(|| flow.words(start..start + words.len()))
}

/// The sections of one part, filed when the first of their tasks is.
pub(crate) struct Sections {
    part: PartId,
    drafts: Vec<SectionDraft>,
    ids: Vec<Option<SectionId>>,
    /// A heading over a table may also have been read as one of paragraphs.
    by_place: FxHashMap<Span, SectionId>,
}

impl Sections {
    pub(crate) fn new(part: PartId, drafts: Vec<SectionDraft>) -> Self {
        let ids = vec![None; drafts.len()];
        Self { part, drafts, ids, by_place: FxHashMap::default() }
    }

    /// The section at that position, filed with those it stands under.
    pub(crate) fn file(&mut self, builder: &mut Builder, at: usize) -> Option<SectionId> {
        let unfiled = |at: &usize| self.ids[*at].is_none();
        let mut chain: Vec<usize> = Vec::new();
        let mut next = Some(at).filter(unfiled);
        while let Some(at) = next {
            chain.push(at);
            next = self.drafts[at].parent.filter(unfiled);
        }
        for at in chain.into_iter().rev() {
            self.ids[at] = Some(self.push(builder, at));
        }
        self.ids[at]
    }

    fn push(&mut self, builder: &mut Builder, at: usize) -> SectionId {
        let draft = std::mem::take(&mut self.drafts[at]);
        if let Some(&known) = self.by_place.get(&draft.span) {
            return known;
        }
        let id = SectionId(builder.notice.sections.len() as u32);
        let parent = draft.parent.and_then(|at| self.ids[at]);
        let official = draft.official.as_ref().map(|leader| builder.leader(leader));
        let SectionDraft { number, title, span, .. } = draft;
        builder.notice.sections.push(Section { id, part: self.part, parent, number, title, official, span });
        self.by_place.insert(span, id);
        id
    }
}
