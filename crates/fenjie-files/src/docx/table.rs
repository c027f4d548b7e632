//! Where the cells of a table stand.

use std::collections::HashMap;

use super::properties::{self, Merge};
use crate::Error;
use crate::flow::Flow;
use crate::writer;
use crate::xml::Xml;

/// A table that is being read.
#[derive(Default)]
pub(super) struct Table {
    row: u32,
    column: u32,
    /// The columns of the cell that is open.
    columns: u32,
    /// The cells that may go on in the next row, and those that may in the row after it, by their column.
    above: HashMap<u32, usize>,
    below: HashMap<u32, usize>,
}

impl Table {
    pub(super) fn open_row(&mut self) {
        self.column = 0;
        self.below.clear();
    }

    /// Takes what a row says of itself; passes over the row where it is gone.
    pub(super) fn row_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        let row = properties::row(xml)?;
        self.column = row.before;
        if row.gone { xml.skip() } else { Ok(()) }
    }

    pub(super) fn close_row(&mut self) {
        self.row = self.row.saturating_add(1);
        self.above = std::mem::take(&mut self.below);
    }

    pub(super) fn open_cell(&mut self, flow: &mut Flow) {
        self.columns = 1;
        flow.open_cell(writer::Cell { row: self.row, column: self.column, rows: 1, columns: 1, ..Default::default() });
    }

    /// Takes what a cell says of itself. One that is covered or deleted is passed over.
    pub(super) fn cell_properties(&mut self, xml: &mut Xml<'_>, flow: &mut Flow) -> Result<(), Error> {
        let cell = properties::cell(xml)?;
        self.columns = cell.columns;
        let over = self.above.get(&self.column).copied().filter(|_| cell.down == Some(Merge::GoesOn));
        let before = (cell.right == Some(Merge::GoesOn) && self.column > 0).then_some(());
        if cell.gone || over.is_some() || before.is_some() {
            flow.drop_cell();
            self.cover(flow, over, before.is_some());
            self.close_cell();
            return xml.skip();
        }
        if let Some((number, open)) = flow.last_cell() {
            open.columns = cell.columns;
            if cell.down.is_some() {
                self.below.insert(self.column, number);
            }
        }
        Ok(())
    }

    /// Lets the cell that covers this place go over it.
    fn cover(&mut self, flow: &mut Flow, over: Option<usize>, to_the_right: bool) {
        if let Some(over) = over {
            flow.extend_cell(over);
            self.below.insert(self.column, over);
        } else if to_the_right {
            let is_beside =
                |last: &writer::Cell| last.row == self.row && last.column.saturating_add(last.columns) == self.column;
            if let Some((_, last)) = flow.last_cell().filter(|(_, last)| is_beside(last)) {
                last.columns = last.columns.saturating_add(self.columns);
            }
        }
    }

    pub(super) fn close_cell(&mut self) {
        self.column = self.column.saturating_add(self.columns.max(1));
    }
}
