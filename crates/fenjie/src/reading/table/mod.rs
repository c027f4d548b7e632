//! Tables → tasks in draft and the figures handed to regions.

mod allocation;
mod cell;
mod doubts;
mod figure;
mod form;
mod likeness;
mod row;

use std::ops::Range;

use arcstr::ArcStr;

use super::builder::Builder;
use super::draft::Draft;

use super::responsibility::{Leader, leader_of_heading};
use super::section::SectionDraft;
use crate::model::PartKind;
use crate::outline::Paragraph;
use crate::outline::look::Look;
use crate::table::{Column, ColumnKind, Found, Grid};
use crate::text::Flow;
use crate::text::chars::is_stop;
pub(crate) use form::Figure;
pub(crate) use likeness::link;
use row::Rows;

/// The tables of a text.
#[derive(Clone, Copy)]
pub(crate) struct Tables<'a> {
    pub(crate) source: &'a ArcStr,
    pub(crate) found: &'a [Found],
}

/// What the tables of a part say.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) drafts: Vec<Draft>,
    /// The paragraphs that are headings of tables.
    pub(crate) headings: Vec<usize>,
    /// The kind of part that the tables make of it, whatever its title says.
    pub(crate) kind: Option<PartKind>,
}

/// A heading over a table.
#[derive(Clone, Debug, Default)]
struct Above {
    /// Its position among the part's sections.
    section: Option<usize>,
    official: Option<Leader>,
}

/// Reads the tables that begin in the part's body. Figures go to the notice as they are read, headings to the `sections`.
pub(crate) fn read(
    tables: Tables<'_>,
    paragraphs: &[Paragraph],
    body: Range<usize>,
    builder: &mut Builder,
    sections: &mut Vec<SectionDraft>,
) -> Read {
    let mut read = Read::default();
    let lines = &paragraphs[body.clone()];
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return read };
    let (from, to) = (first.lines[0], last.lines.last().copied().unwrap_or(0));
    let begins = |found: &Found| found.lines.first().copied().unwrap_or(0);
    let start = tables.found.partition_point(|found| begins(found) < from);
    let own = tables.found[start..].iter().take_while(|found| begins(found) <= to);
    let mut rows = Rows::new(tables.source, sections);
    let mut known: Option<&Found> = None;
    let mut at = body.start;
    let mut allotted = false;
    let mut count = doubts::Count::default();
    for found in own {
        let mut heading = None;
        while at < body.end && paragraphs[at].lines[0] < begins(found) {
            heading = (!matches!(paragraphs[at].look, Look::Table)).then_some(at).or(heading);
            at += 1;
        }
        // A table without a header goes on with the columns of the one before it.
        let head = match (found.grid.columns.is_empty(), known) {
            (true, Some(known)) if carries_on(&found.grid, &known.grid.columns) => known,
            _ => found,
        };
        let columns = &head.grid.columns;
        if columns.is_empty() {
            continue;
        }
        if let Some(heading) = heading.filter(|&at| is_heading(&paragraphs[at])) {
            read.headings.push(heading);
            rows.begin_section(above(&paragraphs[heading]));
        }
        if columns.iter().filter(|column| column.kind == ColumnKind::Region).count() >= 2 {
            allocation::read(tables.source, &found.grid, columns, builder);
            allotted = true;
        } else if found.glued {
            doubts::glued(&found.grid, builder);
        } else {
            doubts::shifts(&found.grid, columns, builder);
        }
        count.check(&found.grid, columns, builder);
        let measure = found.measure.or(head.measure).map(|span| Flow::at(tables.source, span));
        rows.read(&found.grid, &head.grid, measure.as_ref(), &mut builder.allowance);
        if columns.iter().any(|column| column.name.contains("承诺")) {
            read.kind = Some(PartKind::Commitments);
        }
        known = if found.grid.columns.is_empty() { known } else { Some(found) };
    }
    read.drafts = rows.drafts;
    if allotted && read.drafts.is_empty() {
        read.kind = Some(PartKind::Allocation);
    }
    read
}

/// Whether rows without a header have as many cells as the columns above, or one that is not filled in less.
fn carries_on(grid: &Grid, columns: &[Column]) -> bool {
    grid.rows.iter().any(|row| row.cells.len() + 1 >= columns.len())
}

/// A short line without the end of a sentence.
fn is_heading(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    matches!(paragraph.look, Look::Plain | Look::Item(_))
        && text.chars().count() <= 40
        && !text.contains(is_stop)
        && !text.starts_with(['（', '('])
        && !text.contains(['：', ':'])
        || matches!(paragraph.look, Look::Item(_)) && text.chars().count() <= 40 && !text.contains(is_stop)
}

/// A heading over a table.
fn above(paragraph: &Paragraph) -> SectionDraft {
    SectionDraft {
        official: leader_of_heading(&paragraph.flow, paragraph.body_start()),
        ..SectionDraft::of_paragraph(paragraph)
    }
}
