//! Where tables stand in a text, and what becomes of their rows.

use arcstr::ArcStr;

use super::align::{Aligned, align, in_order};
use super::continued::carries_on;
use super::fit::{Face, is_section};
use super::folded::unfold;
use super::head::{columns, is_head, repeats};
use super::joint::Parting;
use super::layout::HIGHEST;
use super::raw::{RawTable, Text, looks};
use super::settle::{settle_figures, settle_kinds};
use super::tried::Tried;
use super::{
    Cell, Column, ColumnKind, Grid, Row, barred, boxed, delimited, glued, inline, known, spaced, stacked, streamed,
};
use crate::document::DocumentTable;
use crate::model::Span;
use crate::phrase::around::is_furniture;
use crate::text::Line;
use crate::text::chars::{is_han, trim};

/// A table and the lines of the text that belong to it.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) grid: Grid,
    pub(crate) lines: Vec<u32>,
    /// The line above them on which the table begins behind other words, and where it does.
    pub(crate) cut: Option<(u32, u32)>,
    /// Whether its cells run together, so that their words alone tell where one ends.
    pub(crate) glued: bool,
    /// What the line above says its figures are counted in: `单位：万元`.
    pub(crate) measure: Option<Span>,
}

/// Every table of the text, in order: those that are `known`, and what looks like one between them.
pub(crate) fn find(source: &ArcStr, lines: &[Line], known: &[DocumentTable]) -> Vec<Found> {
    let looks = looks(source, lines);
    let whole = Text { source, lines, looks: &looks };
    let mut text = whole.until(known.first());
    let mut known = known.iter().peekable();
    let mut found = Vec::new();
    let mut tried = Tried::default();
    let mut at = 0;
    while at < lines.len() {
        if let Some(given) = known.next_if(|given| given.span.start < lines[at].next) {
            at = known::read(whole, given, &mut found).max(at);
            text = whole.until(known.peek().copied());
            continue;
        }
        let table = boxed::read(text, at)
            .or_else(|| barred::read(text, at))
            .or_else(|| streamed::read(text, at))
            .or_else(|| delimited::read(text, at))
            .or_else(|| stacked::read(text, at, &mut tried))
            .or_else(|| inline::read(text, at, &mut tried))
            .or_else(|| spaced::read(text, at, &mut tried))
            .or_else(|| glued::read(text, at, &mut tried));
        match table {
            Some(table) => {
                at = table.end.max(at + 1);
                settle(text, table, &mut found);
            }
            None => at += 1,
        }
    }
    // `首页 | 政务公开 | …`: one row without a header, and no table above that it could go on with, is a web site's menu.
    let first = found.iter().position(|table| !table.grid.columns.is_empty()).unwrap_or(found.len());
    let menus = found[..first].iter().filter(|table| table.grid.rows.len() < 2).count();
    if menus > 0 {
        let behind = found.split_off(first);
        found.retain(|table| table.grid.rows.len() > 1);
        found.extend(behind);
    }
    found.retain(|table| !is_menu(&table.grid));
    found
}

impl Text<'_> {
    /// The lines above a table that is given, in which others are looked for.
    fn until(self, given: Option<&DocumentTable>) -> Self {
        let end =
            given.map_or(self.lines.len(), |given| self.lines.partition_point(|line| line.next <= given.span.start));
        Self { lines: &self.lines[..end], looks: &self.looks[..end], ..self }
    }
}

/// `分享到： | 微信 | 微博`: one row of the web site's words.
fn is_menu(grid: &Grid) -> bool {
    let [row] = &grid.rows[..] else { return false };
    grid.columns.is_empty() && row.cells.iter().any(|cell| !cell.is_empty() && is_furniture(&cell.text))
}

/// A table as printed → grids: another header begins another grid.
fn settle(text: Text<'_>, table: RawTable, found: &mut Vec<Found>) {
    let (columns, mut cut) = (table.columns, table.cut);
    let mut measure = table.lines.first().and_then(|&line| measure_above(text, line as usize));
    let rows: Vec<(Vec<Cell>, u32)> = table
        .rows
        .into_iter()
        .map(|row| (row.cells.into_iter().map(|spans| Cell::new(text.source, spans)).collect(), row.first_line))
        .collect();
    if !columns.is_empty() {
        let (mut columns, heads) = (columns, heads(&rows));
        settle_figures(&mut columns, &rows[heads..]);
        let mut grid = grid(text, rows, heads, columns);
        // A cell of no line is not printed; a heading is printed once for many rows.
        for row in &mut grid.rows {
            let pairs = row.cells.iter().zip(&grid.columns);
            row.printed =
                pairs.filter(|(cell, column)| !cell.is_empty() || column.kind == ColumnKind::Category).count();
        }
        found.push(Found { grid, lines: table.lines, cut, glued: table.glued, measure });
        return;
    }
    let lengths = lengths(&rows);
    let (mut rows, mut lines) = (rows.into_iter(), table.lines.into_iter().peekable());
    for length in lengths {
        let own: Vec<_> = rows.by_ref().take(length).collect();
        let behind = rows.as_slice().first().map_or(u32::MAX, |&(_, line)| line);
        let lines = std::iter::from_fn(|| lines.next_if(|&line| line < behind)).collect();
        let own = unfold(own);
        let heads = heads(&own);
        let columns = named_columns(&own, heads);
        found.push(Found {
            grid: grid(text, own, heads, columns),
            lines,
            cut: cut.take(),
            glued: false,
            measure: measure.take(),
        });
    }
}

/// `单位：万元` at the end of one of the lines right above.
pub(super) fn measure_above(text: Text<'_>, at: usize) -> Option<Span> {
    (at.saturating_sub(4)..at).rev().filter(|&line| !text.is_gap(line)).take(2).find_map(|line| {
        let raw = text.raw(line);
        let start = ["单位：", "单位:"].iter().find_map(|word| Some(raw.rfind(word)? + word.len()))?;
        let words = trim(raw[start..].trim_end_matches(['）', ')', '】', ']', ' ', '\u{3000}']));
        let short = (1..=4).contains(&words.chars().count()) && words.chars().all(is_han);
        short.then(|| text.piece(line, start, start + raw[start..].find(words).unwrap_or(0) + words.len()))
    })
}

/// How many rows each grid has.
pub(super) fn lengths(rows: &[(Vec<Cell>, u32)]) -> Vec<usize> {
    let (mut lengths, mut rest) = (Vec::new(), rows);
    while !rest.is_empty() {
        let heads = heads(rest);
        let next = (heads + 1..rest.len()).find(|&at| heads > 0 && starts_anew(rest, heads, at)).unwrap_or(rest.len());
        lengths.push(next);
        rest = &rest[next..];
    }
    lengths
}

/// Whether the header of another table stands at `at`.
fn starts_anew(rows: &[(Vec<Cell>, u32)], heads: usize, at: usize) -> bool {
    let row = &rows[at].0;
    let first_known =
        row.iter().find(|cell| !cell.is_empty()).is_some_and(|cell| super::column::announced(&cell.text).is_some());
    first_known
        && row.len() > 2
        && is_head(row, false)
        && !rows[..heads].iter().any(|(line, _)| repeats(row, line))
        // The second line of a repeated header is known by the first.
        && !(is_head(&rows[at - 1].0, false) && rows[..heads].iter().any(|(line, _)| repeats(&rows[at - 1].0, line)))
}

/// How many rows the header has.
pub(super) fn heads(rows: &[(Vec<Cell>, u32)]) -> usize {
    rows.iter().take(3).enumerate().take_while(|(at, (row, _))| is_head(row, *at > 0)).count()
}

/// The columns as the header names them and the cells below bear them out.
pub(super) fn named_columns(rows: &[(Vec<Cell>, u32)], heads: usize) -> Vec<Column> {
    let head_lines: Vec<&[Cell]> = rows[..heads].iter().map(|(row, _)| row.as_slice()).collect();
    let mut columns = columns(&head_lines, usual_width(&rows[heads..]));
    settle_kinds(&mut columns, &rows[heads..]);
    columns
}

fn grid(text: Text<'_>, rows: Vec<(Vec<Cell>, u32)>, heads: usize, columns: Vec<Column>) -> Grid {
    let fixed = columns.iter().any(|column| column.kind == ColumnKind::Region);
    let mut found = Vec::with_capacity(rows.len());
    let heads_cells: Vec<Vec<Cell>> = rows[..heads].iter().map(|(row, _)| row.clone()).collect();
    let mut height = 0;
    for (at, (mut cells, _)) in rows.into_iter().enumerate() {
        if repeats_heading(&cells) {
            cells.truncate(1);
        }
        let header = at < heads || heads_cells.iter().any(|line| repeats(&cells, line));
        let mut printed = printed(&cells, columns.len());
        let span = cells.iter().flat_map(|cell| &cell.spans).copied().reduce(Span::hull).unwrap_or_default();
        let cells = if header || fixed { cells } else { placed(text, cells, &columns, &mut printed) };
        height += 1;
        // Whether a row carries on the one above is asked of all its words: it must not grow without end.
        match found.last_mut().filter(|last: &&mut Row| !header && !last.header && height <= HIGHEST) {
            Some(last) if !fixed && carries_on(&last.cells, &cells, &columns) => last.append(text, cells, span),
            _ => {
                found.push(Row { cells, header, printed, span });
                height = 1;
            }
        }
    }
    Grid { columns, rows: found }
}

/// Whether a heading over several columns was printed in each of them, as some programs do.
fn repeats_heading(cells: &[Cell]) -> bool {
    let [first, rest @ ..] = cells else { return false };
    !rest.is_empty() && is_section(&first.text) && rest.iter().all(|cell| cell.text == first.text)
}

/// How many cells most of the rows have, empty ones at their ends left aside.
fn usual_width(rows: &[(Vec<Cell>, u32)]) -> usize {
    let mut widths: Vec<usize> = rows
        .iter()
        .take(40)
        .map(|(row, _)| row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1))
        .collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|a, b| a == b);
    runs.max_by_key(|run| (run.len(), run[0])).map_or(0, |run| run[0])
}

/// How many cells are printed; empty ones behind those that the header has do not count.
fn printed(cells: &[Cell], columns: usize) -> usize {
    let words = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
    cells.len().min(words.max(columns))
}

impl Row {
    /// Takes in the cells of a row that carries this one on.
    fn append(&mut self, text: Text<'_>, cells: Vec<Cell>, span: Span) {
        for (own, rest) in self.cells.iter_mut().zip(cells).filter(|(_, rest)| !rest.is_empty()) {
            let spans = own.spans.iter().chain(&rest.spans).copied().collect();
            *own = Cell::new(text.source, spans);
        }
        self.span = self.span.hull(span);
    }
}

/// A cell that fits its column no better than this stands below another.
const MISFIT: i32 = -3;
/// So much better cells have to fit elsewhere to be moved out of the order in which they are printed.
const CLEARLY: i32 = 8;

/// The cells of a row, below their columns.
fn placed(text: Text<'_>, mut cells: Vec<Cell>, columns: &[Column], printed: &mut usize) -> Vec<Cell> {
    let n = columns.len();
    while cells.len() > n && cells.last().is_some_and(Cell::is_empty) {
        cells.pop();
    }
    if n == 0 || n > 64 + 8 * cells.len() {
        return cells;
    }
    let mut faces: Vec<Face<'_>> = cells.iter().map(|cell| Face::of(cell.text.as_str())).collect();
    let mut ordered = None;
    let mut own = *printed;
    if cells.len() == n {
        let misfits = |(face, column): (&Face<'_>, &Column)| face.fit(column.kind) <= MISFIT;
        if !faces.iter().zip(columns).any(misfits) {
            return cells;
        }
        // A row may be filled up with empty cells behind those that it has.
        ordered = Some(in_order(&faces, columns));
        own = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
        faces.truncate(own);
    }
    let apart = |at: usize| Parting::of(&cells[at - 1].text, &cells[at].text).below(ColumnKind::Other);
    let Some(Aligned { places, score }) = align(&faces, columns, apart) else { return cells };
    if ordered.is_some_and(|ordered| score < ordered + CLEARLY) {
        return cells;
    }
    *printed = own;
    let start = cells.iter().flat_map(|cell| &cell.spans).next().map_or(0, |span| span.start);
    let mut spans: Vec<Vec<Span>> = vec![Vec::new(); n];
    for (cell, place) in cells.into_iter().zip(places) {
        spans[place].extend(cell.spans.into_iter().filter(|span| !span.is_empty()));
    }
    // An empty cell stands where the one before it ends.
    let mut end = spans.iter().flatten().next().map_or(start, |span| span.start);
    for cell in &mut spans {
        match cell.last() {
            Some(last) => end = last.end,
            None => cell.push(Span::new(end, end)),
        }
    }
    spans.into_iter().map(|spans| Cell::new(text.source, spans)).collect()
}
