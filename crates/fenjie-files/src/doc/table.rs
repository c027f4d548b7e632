//! Rows as Word keeps them → cells in common columns.

use std::collections::HashMap;

use super::properties::RowForm;
use crate::flow::{Block, words};
use crate::sheet::squeeze;
use crate::writer::Cell;

/// A table that is being read, or the text around all tables.
#[derive(Default)]
pub(super) struct Level {
    rows: Vec<Row>,
    /// The cells of the open row that are closed.
    cells: Vec<Vec<Block>>,
    /// What the open cell has.
    pub(super) blocks: Vec<Block>,
}

struct Row {
    cells: Vec<Vec<Block>>,
    form: Option<RowForm>,
}

impl Level {
    pub(super) fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.blocks));
    }

    pub(super) fn end_row(&mut self, form: Option<RowForm>) {
        self.rows.push(Row { cells: std::mem::take(&mut self.cells), form });
    }

    /// The table, or what its only cell frames.
    pub(super) fn finish(mut self) -> Vec<Block> {
        // A row that does not end is no row that Word writes, but its words are.
        if !self.blocks.is_empty() {
            self.end_cell();
        }
        if !self.cells.is_empty() {
            self.end_row(None);
        }
        let mut cells = placed(self.rows);
        if let [(_, blocks)] = cells.as_mut_slice() {
            return std::mem::take(blocks);
        }
        let cells = cells.into_iter().map(|(cell, blocks)| Cell { words: words(blocks), ..cell });
        vec![Block::Table(squeeze(cells.collect()))]
    }
}

/// The cells of all rows, in the columns that their edges make.
fn placed(rows: Vec<Row>) -> Vec<(Cell, Vec<Block>)> {
    let grid = Edges::of(&rows);
    let mut placed: Vec<(Cell, Vec<Block>)> = Vec::new();
    // The last cell that begins in a column.
    let mut last: HashMap<u32, usize> = HashMap::new();
    for (at, row) in (0..).zip(rows) {
        let above = placed.len();
        let mut column = 0;
        let form = row.form.unwrap_or_default();
        for (order, blocks) in row.cells.into_iter().enumerate() {
            let (first, end) = grid.columns(&form, order, column);
            let merging = form.cells.get(order).copied().unwrap_or_default();
            column = end;
            if merging.left && placed.len() > above {
                if let Some((cell, _)) = placed.last_mut() {
                    cell.columns = end - cell.column;
                }
            } else if !(merging.above && extends(last.get(&first).and_then(|&cell| placed.get_mut(cell)), at)) {
                last.insert(first, placed.len());
                let cell = Cell { row: at, column: first, rows: 1, columns: end - first, words: String::new() };
                placed.push((cell, blocks));
            }
        }
    }
    placed
}

/// Lets the cell above take a row more, where it reaches down to it.
fn extends(above: Option<&mut (Cell, Vec<Block>)>, row: u32) -> bool {
    let above = above.map(|(cell, _)| cell).filter(|cell| cell.row + cell.rows == row);
    above.map(|cell| cell.rows += 1).is_some()
}

/// The edges of the cells of a table, from left to right, each with those that are meant to be the same.
struct Edges(Vec<i32>);

/// Edges that are no further apart, in twentieths of a point, are meant to be the same one, which was drawn by hand.
const SAME: i32 = 80;

impl Edges {
    fn of(rows: &[Row]) -> Self {
        let mut edges: Vec<i32> = rows
            .iter()
            .filter_map(|row| row.form.as_ref())
            .flat_map(|form| &form.edges)
            .map(|&edge| edge.into())
            .collect();
        edges.sort_unstable();
        let mut first = None;
        edges.retain(|&edge| {
            let apart = first.is_none_or(|first| edge - first > SAME);
            if apart {
                first = Some(edge);
            }
            apart
        });
        Self(edges)
    }

    /// From which column to which a cell goes, where the one before it ends at `least`.
    fn columns(&self, form: &RowForm, order: usize, least: u32) -> (u32, u32) {
        let at = |edge: Option<&i16>| {
            let edge = i32::from(*edge?);
            let after = self.0.partition_point(|&known| known <= edge);
            Some(after.saturating_sub(1) as u32)
        };
        let first = at(form.edges.get(order)).unwrap_or(least).max(least);
        let end = at(form.edges.get(order + 1)).unwrap_or(first + 1).max(first + 1);
        (first, end)
    }
}
