//! What is doubtful about the rows of a table: cells that had to be put below their columns, and numbers that skip.

use crate::model::{Code, Span};
use crate::reading::builder::Builder;
use crate::table::{Cell, Column, ColumnKind, Grid, Row, number};

/// The numbers of rows, which may run on from table to table.
#[derive(Debug, Default)]
pub(super) struct Count {
    /// The last number in figures, and the last in Chinese numerals: headings are counted in the latter.
    last: [Option<u32>; 2],
}

impl Count {
    /// Reports numbers that are neither the next, nor the last once more (a cell over several rows), nor the first.
    pub(super) fn check(&mut self, grid: &Grid, columns: &[Column], builder: &mut Builder) {
        let Some(column) = columns.iter().position(|column| column.kind == ColumnKind::Number) else { return };
        for cell in grid.body().filter(|row| row.cells.len() > 1).filter_map(|row| row.cells.get(column)) {
            let Some(found) = number(&cell.text) else { continue };
            let style = usize::from(!cell.text.contains(|c: char| c.is_ascii_digit()));
            let last = self.last[style].replace(found);
            let Some(last) = last.filter(|&last| found != 1 && found != last && found != last + 1) else { continue };
            let expected = last + 1;
            builder.report(
                Code::NumberingGap,
                format!("number {found} where {expected} is expected"),
                format!("序号为{found}，应为{expected}"),
                cell.spans.first().copied().unwrap_or_default(),
                Vec::new(),
            );
        }
    }
}

/// Reports a table whose cells run together.
pub(super) fn glued(grid: &Grid, builder: &mut Builder) {
    let Some(span) = grid.rows.iter().map(|row| row.span).reduce(Span::hull) else { return };
    builder.report(
        Code::DoubtfulReading,
        "the cells of this table run together: where one ends is told by its words alone".to_owned(),
        "表格各格连写，格与格之间只凭文字区分".to_owned(),
        span,
        Vec::new(),
    );
}

/// Reports rows with a cell more or fewer than the header; of rows alike that follow each other, the first.
pub(super) fn shifts(grid: &Grid, columns: &[Column], builder: &mut Builder) {
    let rows: Vec<&Row> = grid.body().collect();
    for run in rows.chunk_by(|a, b| shape(a) == shape(b)) {
        let Some((first, rest)) = run.split_first().filter(|(first, _)| is_shifted(first, columns)) else { continue };
        let (printed, expected) = (first.printed, columns.len());
        let places: Vec<Span> = rest.iter().map(|row| row.span).collect();
        let (more, more_zh) = match places.len() {
            0 => (String::new(), String::new()),
            count => (format!(", as have the {count} below it"), format!("，其下{count}行同此")),
        };
        builder.report(
            Code::RowShifted,
            format!(
                "the row has {printed} cells where the header has {expected}{more}: what they say tells their columns"
            ),
            format!("本行有{printed}格，表头有{expected}格{more_zh}；各格按其文字归入各列"),
            first.span,
            places,
        );
    }
}

/// How many cells were printed, and below which columns they stand.
fn shape(row: &Row) -> (usize, Vec<bool>) {
    (row.printed, row.cells.iter().map(Cell::is_empty).collect())
}

/// A heading between rows, a row that only lacks cells that are empty, and a part of a row, which lacks the first ones, are as
/// they should be.
fn is_shifted(row: &Row, columns: &[Column]) -> bool {
    let words = row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let first = row.cells.iter().position(|cell| !cell.is_empty()).unwrap_or(0);
    let counted = columns.iter().position(|column| column.kind == ColumnKind::Number);
    let is_part = counted.is_some_and(|at| at < first) && row.cells[first..].iter().all(|cell| !cell.is_empty());
    row.printed != columns.len() && row.cells.len() == columns.len() && words > 1 && !is_part
}
