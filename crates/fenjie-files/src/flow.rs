//! What a text document holds, in reading order: paragraphs, and tables whose cells hold paragraphs and tables again.

use std::ops::Range;

use crate::Error;
use crate::budget::Budget;
use crate::sheet::squeeze;
use crate::writer::{Cell, Writer};

/// A piece of a document.
#[derive(Clone)]
pub(crate) enum Block {
    Paragraph(String),
    Table(Vec<Cell>),
}

/// A document, or a cell or a note of it, as it is met.
#[derive(Default)]
pub(crate) struct Flow {
    blocks: Vec<Block>,
    /// The tables that are open, each inside a cell of the one before it.
    tables: Vec<Vec<OpenCell>>,
}

#[derive(Clone)]
struct OpenCell {
    cell: Cell,
    blocks: Vec<Block>,
}

impl Flow {
    /// A paragraph; a line break parts its lines.
    pub(crate) fn paragraph(&mut self, words: String) {
        self.put(Block::Paragraph(words));
    }

    pub(crate) fn open_table(&mut self) {
        self.tables.push(Vec::new());
    }

    /// Opens a cell of the innermost table. Its words are left to what follows.
    pub(crate) fn open_cell(&mut self, cell: Cell) {
        if let Some(table) = self.tables.last_mut() {
            table.push(OpenCell { cell, blocks: Vec::new() });
        }
    }

    /// The cell that was opened last, with its number in the table.
    pub(crate) fn last_cell(&mut self) -> Option<(usize, &mut Cell)> {
        let table = self.tables.last_mut()?;
        let number = table.len().checked_sub(1)?;
        table.last_mut().map(|open| (number, &mut open.cell))
    }

    /// Takes back the cell that was opened last.
    pub(crate) fn drop_cell(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.pop();
        }
    }

    /// How many cells the innermost table has so far.
    pub(crate) fn cells(&self) -> usize {
        self.tables.last().map_or(0, Vec::len)
    }

    /// Writes some cells of the innermost table once more, further down or to the right, and charges them.
    pub(crate) fn copy_cells(
        &mut self,
        which: Range<usize>,
        (rows, columns): (u32, u32),
        budget: &Budget,
    ) -> Result<(), Error> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let cells = table.get(which).unwrap_or_default();
        budget.take(cells.iter().map(OpenCell::bytes).sum())?;
        let mut copies = cells.to_vec();
        for OpenCell { cell, .. } in &mut copies {
            cell.row = cell.row.saturating_add(rows);
            cell.column = cell.column.saturating_add(columns);
        }
        table.append(&mut copies);
        Ok(())
    }

    /// Whether no paragraph of the cell that was opened last has words.
    pub(crate) fn is_blank(&self) -> bool {
        let last = self.tables.last().and_then(|table| table.last());
        last.is_none_or(|open| open.blocks.iter().all(Block::is_blank))
    }

    /// Lets a cell of the innermost table go one row further down.
    pub(crate) fn extend_cell(&mut self, number: usize) {
        if let Some(open) = self.tables.last_mut().and_then(|table| table.get_mut(number)) {
            open.cell.rows = open.cell.rows.max(1).saturating_add(1);
        }
    }

    /// Closes the innermost table. One of a single cell is a frame around its paragraphs, and no table. The words of a table
    /// in a table are written again with those of the outer one, and are charged each time.
    pub(crate) fn close_table(&mut self, budget: &Budget) -> Result<(), Error> {
        let Some(mut table) = self.tables.pop() else { return Ok(()) };
        if let [frame] = table.as_mut_slice() {
            for block in std::mem::take(&mut frame.blocks) {
                self.put(block);
            }
        } else if !table.is_empty() {
            budget.take(table.iter().map(OpenCell::bytes).sum())?;
            let cells = table.into_iter().map(|open| Cell { words: words(open.blocks), ..open.cell });
            self.put(Block::Table(squeeze(cells.collect())));
        }
        Ok(())
    }

    /// Closes the innermost table, which is a sheet: its cells are no more than that.
    pub(crate) fn close_sheet(&mut self) -> Vec<Cell> {
        let table = self.tables.pop().unwrap_or_default();
        table.into_iter().map(|open| Cell { words: words(open.blocks), ..open.cell }).collect()
    }

    /// Gives what was read since the last time.
    pub(crate) fn finish(&mut self) -> Vec<Block> {
        std::mem::take(&mut self.blocks)
    }

    /// Puts a block into the innermost cell.
    fn put(&mut self, block: Block) {
        match self.tables.iter_mut().rev().find_map(|table| table.last_mut()) {
            Some(open) => open.blocks.push(block),
            None => self.blocks.push(block),
        }
    }
}

impl OpenCell {
    /// About how much memory it takes.
    fn bytes(&self) -> usize {
        let own = |block: &Block| match block {
            Block::Paragraph(words) => words.len(),
            Block::Table(cells) => cells.iter().map(|cell| size_of::<Cell>() + cell.words.len()).sum(),
        };
        size_of::<Self>() + self.blocks.iter().map(|block| size_of::<Block>() + own(block)).sum::<usize>()
    }
}

impl Block {
    fn is_blank(&self) -> bool {
        match self {
            Self::Paragraph(words) => words.trim().is_empty(),
            Self::Table(cells) => cells.iter().all(|cell| cell.words.trim().is_empty()),
        }
    }
}

/// The words of a cell: its paragraphs, and those of the tables in it.
pub(crate) fn words(blocks: Vec<Block>) -> String {
    let mut lines = String::new();
    let mut add = |words: &str| {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.push_str(words);
    };
    for block in blocks {
        match block {
            Block::Paragraph(words) => add(&words),
            Block::Table(cells) => cells.iter().for_each(|cell| add(&cell.words)),
        }
    }
    lines
}

/// Writes blocks, and below them the notes that belong to them.
pub(crate) fn write(writer: &mut Writer, blocks: Vec<Block>, notes: Vec<Block>) -> Result<(), Error> {
    let between = (!notes.is_empty()).then(|| Block::Paragraph(String::new()));
    for block in blocks.into_iter().chain(between).chain(notes) {
        match block {
            Block::Paragraph(words) => writer.paragraph(&words)?,
            Block::Table(cells) => writer.table(cells)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Block, Cell, Flow};
    use crate::Options;
    use crate::budget::Budget;

    fn closed(flow: &mut Flow, tables: usize) -> Vec<Block> {
        let budget = Budget::of_bytes(&Options::default());
        (0..tables).for_each(|_| flow.close_table(&budget).unwrap());
        flow.finish()
    }

    fn cell(flow: &mut Flow, row: u32, column: u32, words: &str) {
        flow.open_cell(Cell { row, column, rows: 1, columns: 1, ..Cell::default() });
        flow.paragraph(words.to_owned());
    }

    #[test]
    fn a_frame_gives_what_it_frames() {
        let mut flow = Flow::default();
        flow.open_table();
        cell(&mut flow, 0, 0, "清单");
        flow.open_table();
        cell(&mut flow, 0, 0, "任务");
        cell(&mut flow, 0, 1, "单位");
        flow.open_table();
        cell(&mut flow, 0, 0, "甲");
        cell(&mut flow, 3, 9, "乙");
        let blocks = closed(&mut flow, 3);
        let [Block::Paragraph(title), Block::Table(cells)] = &blocks[..] else { panic!("{} blocks", blocks.len()) };
        assert_eq!(
            (title.as_str(), cells[0].words.as_str(), cells[1].words.as_str()),
            ("清单", "任务", "单位\n甲\n乙")
        );
        assert_eq!(cells.len(), 2);
    }

    #[test]
    fn columns_in_which_no_cell_begins_are_none() {
        let mut flow = Flow::default();
        flow.open_table();
        flow.open_cell(Cell { columns: 60, words: String::new(), ..Cell::default() });
        cell(&mut flow, 0, 60, "单位");
        cell(&mut flow, 7, 0, "修桥");
        let Some(Block::Table(cells)) = closed(&mut flow, 1).pop() else { panic!("a table") };
        let places: Vec<_> = cells.iter().map(|cell| (cell.row, cell.column, cell.columns)).collect();
        assert_eq!(places, [(0, 0, 1), (0, 1, 1), (1, 0, 1)]);
    }
}
