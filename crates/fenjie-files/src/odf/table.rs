//! Where the cells of a table stand, and how often.

use crate::Error;
use crate::budget::Budget;
use crate::flow::Flow;
use crate::sheet::Sheet;
use crate::writer::Cell;
use crate::xml::Element;

/// A table that is being read.
#[derive(Default)]
pub(super) struct Table {
    row: u32,
    column: u32,
    /// How often the row is there, and the cell.
    rows: u32,
    cells: u32,
    /// The number of the row's first cell.
    first: usize,
    /// How many columns were declared.
    columns: u32,
    /// What is hidden.
    hidden: Sheet,
}

/// A sheet has no more rows, nor columns.
const MOST: (u32, u32) = (1 << 20, 1 << 14);

/// How often a row or a cell with words is written at most. What is there more often fills a sheet and says nothing.
const MOST_COPIES: u32 = 1000;

fn claimed(element: &Element<'_>, name: &str, most: u32) -> u32 {
    element.number(name).unwrap_or(1).clamp(1, most)
}

/// Whether rows or columns are hidden, by hand or by a filter.
fn is_hidden(element: &Element<'_>) -> bool {
    element.attribute("visibility").is_some_and(|visibility| visibility != "visible")
}

impl Table {
    /// Takes what is said of columns.
    pub(super) fn column(&mut self, element: &Element<'_>) {
        let end = self.columns.saturating_add(claimed(element, "number-columns-repeated", MOST.1));
        if is_hidden(element) {
            self.hidden.columns.push((self.columns, end - 1));
        }
        self.columns = end;
    }

    /// The sheet of these cells.
    pub(super) fn finish(self, cells: Vec<Cell>) -> Sheet {
        Sheet { cells, ..self.hidden }
    }

    pub(super) fn open_row(&mut self, element: &Element<'_>, flow: &Flow) {
        self.rows = claimed(element, "number-rows-repeated", MOST.0);
        self.column = 0;
        self.first = flow.cells();
        if is_hidden(element) {
            self.hidden.rows.push((self.row, self.row.saturating_add(self.rows - 1)));
        }
    }

    /// Ends a row.
    pub(super) fn close_row(&mut self, flow: &mut Flow, budget: &Budget) -> Result<(), Error> {
        let end = flow.cells();
        if end > self.first {
            for copy in 1..self.rows.min(MOST_COPIES) {
                flow.copy_cells(self.first..end, (copy, 0), budget)?;
            }
        }
        self.row = self.row.saturating_add(self.rows);
        Ok(())
    }

    pub(super) fn open_cell(&mut self, element: &Element<'_>, flow: &mut Flow) {
        self.cells = claimed(element, "number-columns-repeated", MOST.1);
        let columns = claimed(element, "number-columns-spanned", MOST.1);
        let rows = claimed(element, "number-rows-spanned", MOST.0);
        flow.open_cell(Cell { row: self.row, column: self.column, rows, columns, words: String::new() });
    }

    /// Ends a cell. A blank cell is kept once if the table is to be `whole`.
    pub(super) fn close_cell(&mut self, flow: &mut Flow, whole: bool, budget: &Budget) -> Result<(), Error> {
        if !flow.is_blank() {
            let last = flow.cells().saturating_sub(1);
            for copy in 1..self.cells.min(MOST_COPIES) {
                flow.copy_cells(last..last + 1, (0, copy), budget)?;
            }
        } else if !whole {
            flow.drop_cell();
        }
        self.column = self.column.saturating_add(self.cells);
        Ok(())
    }

    /// Passes over places that another cell covers.
    pub(super) fn cover(&mut self, element: &Element<'_>) {
        self.column = self.column.saturating_add(claimed(element, "number-columns-repeated", MOST.1));
    }
}
