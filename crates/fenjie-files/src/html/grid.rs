//! The places of a table's cells: HTML's own rules, with spans that go no further than the table does.

use super::measure::{Measure, Measures};
use super::parse::{Id, Tree};
use crate::sheet::{among, used};

/// A table as its elements say it is.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) captions: Vec<Id>,
    /// The cells that have words, from left to right and from top to bottom.
    pub(super) cells: Vec<Placed>,
    pub(super) height: u32,
    pub(super) width: u32,
    /// Whether a cell says that it is a header.
    pub(super) headed: bool,
}

/// A cell and where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) id: Id,
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) rows: u32,
    pub(super) columns: u32,
    pub(super) measure: Measure,
}

/// The widest table, in columns.
const WIDEST: usize = 2048;
/// The widest cell, in columns: what HTML allows.
const WIDEST_CELL: usize = 1000;
/// How many places a table may have whatever its cells, and for each of them: what the core takes for a table.
const PLACES: (u64, u64) = (4096, 64);

impl Grid {
    /// The cells of a table; `None` where they make none.
    pub(super) fn of(tree: &Tree, measures: &Measures, table: Id) -> Option<Self> {
        let mut grid = Self::default();
        let mut row = 0;
        for group in groups(tree, measures, table, &mut grid.captions) {
            row = grid.group(tree, measures, &group, row)?;
        }
        grid.close_up();
        let places = u64::from(grid.height) * u64::from(grid.width);
        (places <= PLACES.0 + PLACES.1 * grid.cells.len() as u64).then_some(grid)
    }

    /// Places the cells of some rows that belong together; gives the row below them.
    fn group(&mut self, tree: &Tree, measures: &Measures, rows: &[Id], first: u32) -> Option<u32> {
        let below = first + rows.len() as u32;
        // Down to which row the last cell of each column goes.
        let mut until: Vec<u32> = Vec::new();
        for (row, &id) in (first..).zip(rows) {
            let mut column = 0;
            for cell in tree.children(id).filter(|&cell| matches!(tree.name(cell), "td" | "th")) {
                if !measures.is_read(tree, cell) {
                    continue;
                }
                column += until.get(column..).unwrap_or_default().iter().take_while(|&&until| until > row).count();
                let wide = columns_of(tree, cell);
                let high = rows_of(tree, cell, below - row);
                if column + wide > WIDEST {
                    return None;
                }
                until.resize(until.len().max(column + wide), 0);
                let own = until.get_mut(column..column + wide).unwrap_or_default();
                // What would lie over another cell ends before it.
                let free = own.iter().take_while(|&&until| until <= row).count();
                own.iter_mut().take(free).for_each(|until| *until = row + high);
                let measure = measures.at(cell);
                self.headed |= tree.name(cell) == "th";
                if measure.chars > 0 {
                    let (column, columns) = (column as u32, free as u32);
                    self.cells.push(Placed { id: cell, row, column, rows: high, columns, measure });
                }
                column += wide;
            }
        }
        Some(below)
    }

    /// Leaves out rows and columns in which no cell begins.
    fn close_up(&mut self) {
        let rows = used(self.cells.iter().map(|cell| cell.row));
        let columns = used(self.cells.iter().map(|cell| cell.column));
        for cell in &mut self.cells {
            (cell.row, cell.rows) = among(&rows, cell.row, cell.rows);
            (cell.column, cell.columns) = among(&columns, cell.column, cell.columns);
        }
        (self.height, self.width) = (rows.len() as u32, columns.len() as u32);
    }

    /// The cells, row by row.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Placed]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }

    /// Whether it is a table of words, and not a means to lay out a page.
    pub(super) fn is_table(&self) -> bool {
        let sum = |cells: &mut dyn Iterator<Item = &Placed>| cells.map(|cell| cell.measure.chars).sum::<u32>();
        let all = sum(&mut self.cells.iter());
        let nesting = sum(&mut self.cells.iter().filter(|cell| cell.measure.tables > 0));
        let beside = self.rows().filter(|row| row.len() > 1).count();
        if beside == 0 || nesting * 2 > all {
            return false;
        }
        let Some(largest) = self.cells.iter().map(|cell| &cell.measure).max_by_key(|own| own.chars) else {
            return false;
        };
        if self.height == 1 {
            return self.cells.len() > 2 && largest.lines <= MOST_LINES;
        }
        let is_page = largest.chars * 5 > all * 4 && largest.lines > MOST_LINES && beside <= 3;
        !is_page || self.headed || self.begins_with_header()
    }

    /// Whether the first row that has several cells has only short ones.
    fn begins_with_header(&self) -> bool {
        let first = self.rows().find(|row| row.len() > 1);
        first.is_some_and(|row| row.iter().all(|cell| cell.measure.chars <= 12 && cell.measure.links == 0))
    }
}

/// How many lines a cell may have that is no page of its own.
const MOST_LINES: u32 = 8;

/// How many columns a cell goes over.
fn columns_of(tree: &Tree, cell: Id) -> usize {
    let columns = tree.number(cell, "colspan").unwrap_or(1).max(1);
    usize::try_from(columns).unwrap_or(WIDEST_CELL).min(WIDEST_CELL)
}

/// How many rows a cell goes over: 0 means all that are left of its group.
fn rows_of(tree: &Tree, cell: Id, left: u32) -> u32 {
    match tree.number(cell, "rowspan").unwrap_or(1) {
        0 => left,
        rows => u32::try_from(rows.max(1)).unwrap_or(u32::MAX).min(left),
    }
}

/// The rows of a table as they are shown: those of its head first, those of its foot last.
fn groups(tree: &Tree, measures: &Measures, table: Id, captions: &mut Vec<Id>) -> Vec<Vec<Id>> {
    let (mut head, mut body, mut foot) = (Vec::new(), Vec::new(), Vec::new());
    for child in tree.children(table).filter(|&child| measures.is_read(tree, child)) {
        let rows =
            || tree.children(child).filter(|&row| tree.name(row) == "tr" && measures.is_read(tree, row)).collect();
        match tree.name(child) {
            "caption" => captions.push(child),
            "thead" if head.is_empty() => head.push(rows()),
            "tfoot" if foot.is_empty() => foot.push(rows()),
            "thead" | "tbody" | "tfoot" => body.push(rows()),
            _ => {}
        }
    }
    head.into_iter().chain(body).chain(foot).collect()
}
