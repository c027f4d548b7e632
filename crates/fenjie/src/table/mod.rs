//! Tables: lines → [`Grid`], whatever shape they have in plain text.
//!
//! A table reaches plain text with tabs or upright strokes between its cells, with spaces between them, or one cell a line.
//! All of these become the same [`Grid`]; readers of other formats may fill one, too.

mod align;
mod barred;
mod boxed;
mod column;
mod continued;
mod delimited;
mod delimited_head;
mod find;
mod fit;
mod folded;
mod glued;
mod head;
mod inline;
mod joint;
mod known;
mod layout;
mod raw;
mod settle;
mod spaced;
mod spaced_head;
mod stacked;
mod stacked_head;
mod stacked_rows;
mod streamed;
mod tried;
mod wrapped;

use arcstr::{ArcStr, Substr};
use serde::Serialize;

use crate::model::Span;
use crate::text::{Change, Flow, Folded, Joint, Wording, csv_signs, fold, lines, markdown_signs};
pub use column::{Column, ColumnKind};
pub(crate) use find::{Found, find};
pub(crate) use fit::{is_body, is_ditto, is_figure, is_section, is_sum, is_void, number};

/// A table: its columns, and its rows from top to bottom, those of the header among them.
///
/// ```
/// use fenjie::table::{ColumnKind, grids};
///
/// let text = "序号\t工作任务\t责任单位\n1\t建设示范食堂100家\t市教育局、市财政局\n";
/// let grid = &grids(text)[0];
/// assert_eq!(grid.columns[2].kind, ColumnKind::Responsible);
/// let row = grid.body().next().unwrap();
/// assert_eq!(row.cells[1].text, "建设示范食堂100家");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// Its columns, as its header names them; empty where it has no header that is known.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its cells, put under the columns where the columns say clearly enough what belongs below them; as printed otherwise.
    pub cells: Vec<Cell>,
    /// Whether it is a line of the header, or the header repeated on another page.
    pub header: bool,
    /// How many cells it has in the text.
    pub printed: usize,
    /// From its first character to its last.
    pub span: Span,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its words, without the breaks that a page put into them.
    pub text: Substr,
    /// Where they stand in the text: a span for each line of the cell. An empty cell has one empty span.
    pub spans: Vec<Span>,
    /// Whether the cell above goes on over it, so that its words hold here, too. Only tables of a
    /// [`Document`](crate::Document) say so; in a text such a cell is empty.
    #[serde(skip)]
    pub merged: bool,
}

impl Grid {
    /// The rows without the header.
    pub fn body(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.header)
    }
}

impl Cell {
    /// The cell whose words stand at `spans` of `source`.
    pub(crate) fn new(source: &ArcStr, spans: Vec<Span>) -> Self {
        let text = flow(source, &spans, |_, _| Joint::Seamless).text;
        Self { text, spans, merged: false }
    }

    /// Whether it has no words.
    ///
    /// ```
    /// assert!(fenjie::table::Cell::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The words at `spans`, each joined to those before as `joint` says.
pub(crate) fn flow(source: &ArcStr, spans: &[Span], joint: impl Fn(&str, &str) -> Joint) -> Flow {
    if let [span] = spans {
        return Flow::at(source, *span);
    }
    let flows: Vec<Flow> = spans.iter().map(|&span| Flow::at(source, span)).collect();
    let joints = flows.iter().enumerate().map(|(at, flow)| match at.checked_sub(1) {
        Some(before) => joint(&flows[before].text, &flow.text),
        None => Joint::Seamless,
    });
    Flow::join(flows.iter().zip(joints))
}

/// The tables of a text, from top to bottom.
///
/// Any text is read, and in time linear in its length. Spans count bytes in 32 bits: of a text beyond 4 GiB the first 4 GiB
/// are read.
///
/// ```
/// assert_eq!(fenjie::table::grids("责任单位：市教育局"), []);
/// ```
pub fn grids(text: &str) -> Vec<Grid> {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let source = ArcStr::from(&text[..end]);
    let Some(folded) = fold(&source, &signs(&source)) else { return grids_of(&source) };
    let mut grids = grids_of(&folded.text);
    for grid in &mut grids {
        restore(grid, &folded);
    }
    grids
}

/// The signs of markup and of sheets saved as CSV, and how they are read.
pub(crate) fn signs(source: &str) -> Vec<(usize, Change)> {
    let mut found = csv_signs(source, |cell| column::announced(cell).is_some());
    let markup = markdown_signs(source);
    if !markup.is_empty() {
        found.extend(markup);
        found.sort_by_key(|&(at, _)| at);
    }
    found
}

fn grids_of(source: &ArcStr) -> Vec<Grid> {
    find(source, &lines(source), &[]).into_iter().map(|found| found.grid).collect()
}

/// Gives the words and the places as the text has them that was folded.
fn restore(grid: &mut Grid, folded: &Folded) {
    let told = |words: &Substr, place: Span| Substr::from(folded.printed(words, place, Wording::Quoted));
    for column in &mut grid.columns {
        column.name = told(&column.name, Span::default());
    }
    for row in &mut grid.rows {
        for cell in &mut row.cells {
            let place = cell.spans.iter().copied().reduce(Span::hull).unwrap_or_default();
            cell.text = told(&cell.text, place);
            cell.spans.iter_mut().for_each(|span| *span = folded.span(*span));
        }
        // Signs that are folded away may stand on either side of an empty cell.
        let cells = row.cells.iter().flat_map(|cell| &cell.spans).copied();
        row.span = cells.fold(folded.span(row.span), Span::hull);
    }
}

#[cfg(test)]
mod tests;
