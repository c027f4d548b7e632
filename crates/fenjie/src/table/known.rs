//! Tables whose cells are given, as files give them: no cell is looked for, and none is moved.

use super::find::{Found, heads, lengths, measure_above, named_columns};
use super::folded::unfold;
use super::head::repeats;
use super::raw::Text;
use super::{Cell, Grid, Row};
use crate::document::{DocumentCell, DocumentTable};
use crate::model::Span;
use crate::text::Line;

/// A row, and the line on which it begins.
type GivenRow = (Vec<Cell>, u32);

/// Takes over a table; gives the line behind it. Rows above the first header and between two tables of one sheet, which are
/// titles, and remarks below the last row stay lines of the text.
pub(super) fn read(text: Text<'_>, table: &DocumentTable, found: &mut Vec<Found>) -> usize {
    let end = line_of(text, table.span.end.saturating_sub(1).max(table.span.start)) + 1;
    let rows = rows(text, table);
    // What the page says of itself was taken out of the text before.
    let is_gone = |cell: &Cell| cell.spans.iter().any(|&span| !span.is_empty() && !is_there(text, span));
    if width(&rows) < 2 || rows.iter().any(|(row, _)| row.iter().any(is_gone)) {
        return end;
    }
    let mut rest = &rows[titles(&rows)..];
    for length in lengths(rest) {
        let (own, behind) = rest.split_at(length);
        rest = behind;
        let kept = own.len() - notes(own, !behind.is_empty());
        let below = own.get(kept).or(behind.first()).map_or(end as u32, |&(_, line)| line);
        if let [(_, first), ..] = &own[..kept] {
            // A row without words stands where the words before it end.
            let words = own[..kept].iter().flat_map(|(row, _)| row).flat_map(|cell| &cell.spans).map(|span| span.end);
            let below = below.max(words.max().map_or(0, |end| line_of(text, end.saturating_sub(1)) as u32 + 1));
            let grid = grid(unfold(own[..kept].to_vec()));
            // A table without a header is a form, each line of which says what it is, unless it carries on the one above.
            let carries_on =
                |above: &Found| above.grid.rows.first().is_some_and(|row| row.cells.len() <= width(own) + 1);
            if grid.columns.is_empty() && !found.last().is_some_and(carries_on) {
                continue;
            }
            let lines: Vec<u32> = (*first..below).filter(|&line| !text.is_gap(line as usize)).collect();
            let measure = measure_above(text, *first as usize);
            found.push(Found { grid, lines, cut: None, glued: false, measure });
        }
    }
    end
}

/// How many rows of several cells may stand above the first header.
const MOST_TITLES: usize = 12;

fn is_there(text: Text<'_>, span: Span) -> bool {
    text.lines[line_of(text, span.start)].content.contains(span)
}

/// The line in which a place is.
fn line_of(text: Text<'_>, at: u32) -> usize {
    text.lines.partition_point(|line| line.next <= at).min(text.lines.len().saturating_sub(1))
}

fn width(rows: &[GivenRow]) -> usize {
    rows.iter().map(|(row, _)| row.len()).max().unwrap_or(0)
}

/// How many of the first rows are none of the table's: those of one cell, and those above its header.
fn titles(rows: &[GivenRow]) -> usize {
    let lone = rows.iter().take_while(|(row, _)| printed(row) < 2).count();
    (lone..rows.len().min(lone + MOST_TITLES)).find(|&at| heads(&rows[at..]) > 0).unwrap_or(lone)
}

/// How many of the last rows are none of the table's: its remarks, whoever signs it, the title of the table below.
fn notes(rows: &[GivenRow], titled: bool) -> usize {
    let opens = |row: &[Cell]| row.iter().position(|cell| !cell.is_empty()).is_none_or(|at| at == 0);
    let is_note = |(row, _): &&GivenRow| printed(row) < 2 && (titled || opens(row));
    rows.iter().rev().take_while(is_note).count()
}

fn printed(row: &[Cell]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

/// The rows of a table, with a cell for each column; a heading over most of them stands alone in its row.
fn rows(text: Text<'_>, table: &DocumentTable) -> Vec<GivenRow> {
    let past = |cell: &DocumentCell| cell.column as usize + cell.columns.max(1) as usize;
    let width = table.cells.iter().map(past).max().unwrap_or(0);
    let height = table.cells.last().map_or(0, |last| last.row + 1);
    // Down to which row the last cell of each column goes.
    let mut until = vec![0; width];
    let mut rest = &table.cells[..];
    let mut end = table.span.start;
    let mut rows = Vec::with_capacity(height as usize);
    for at in 0..height {
        let (own, below) = rest.split_at(rest.partition_point(|cell| cell.row == at));
        rest = below;
        let start = own.first().map_or(end, |first| first.span.start);
        let mut row: Vec<Cell> = until.iter().map(|&until| empty(text, end, until > at)).collect();
        for cell in own {
            row[cell.column as usize] = Cell::new(text.source, pieces(text, cell.span));
            until[cell.column as usize..past(cell)].fill(at.saturating_add(cell.rows.max(1)));
            end = cell.span.end;
        }
        if let [only] = own {
            if only.columns as usize * 2 > width {
                row = vec![row.swap_remove(only.column as usize)];
            }
        }
        rows.push((row, line_of(text, start) as u32));
    }
    rows
}

fn empty(text: Text<'_>, at: u32, merged: bool) -> Cell {
    Cell { merged, ..Cell::new(text.source, vec![Span::new(at, at)]) }
}

/// The lines of a cell, blank ones left out.
fn pieces(text: Text<'_>, span: Span) -> Vec<Span> {
    let first = line_of(text, span.start);
    let lines = text.lines[first..].iter().take_while(|line| line.content.start <= span.end);
    let piece = |line: &Line| {
        let (from, to) = (span.start.max(line.content.start), span.end.min(line.content.end));
        let at = line.content.start;
        (from < to).then(|| text.piece(line_of(text, from), (from - at) as usize, (to - at) as usize))
    };
    let found: Vec<Span> = lines.filter_map(piece).filter(|piece| !piece.is_empty()).collect();
    if found.is_empty() { vec![Span::new(span.start, span.start)] } else { found }
}

/// Rows → a grid: the first are its header, and nothing is moved.
fn grid(rows: Vec<GivenRow>) -> Grid {
    let count = heads(&rows);
    let columns = named_columns(&rows, count);
    let head: Vec<Vec<Cell>> = rows[..count].iter().map(|(row, _)| row.clone()).collect();
    let of_row = |(at, (cells, _)): (usize, GivenRow)| {
        let header = at < count || head.iter().any(|line| repeats(&cells, line));
        // A table that carries on another has no header of its own.
        let printed = if cells.len() > 1 && count > 0 { columns.len() } else { cells.len() };
        let span = cells.iter().flat_map(|cell| &cell.spans).copied().filter(|span| !span.is_empty());
        let span = span.reduce(Span::hull).unwrap_or_else(|| cells[0].spans[0]);
        Row { cells, header, printed, span }
    };
    let rows = rows.into_iter().enumerate().map(of_row).collect();
    Grid { columns, rows }
}
