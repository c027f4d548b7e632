//! What is said of a paragraph, and of the row that it ends.

use super::changes::{Changes, ROW_FORM};
use crate::bytes::{u8_at, u16_at, u32_at};

/// The properties of a paragraph, as far as they matter for its words and its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // As the file has them, each set by a change of its own.
pub(super) struct Properties {
    pub(super) style: u16,
    /// How many tables it is inside of.
    depth: Option<u32>,
    in_table: bool,
    /// Whether it ends a cell or a row of a table inside of a table. Cells of others end with a character of their own.
    pub(super) ends_inner_cell: bool,
    ends_inner_row: bool,
    ends_row: bool,
    /// The use of a list, counted from 1; 0 for none.
    pub(super) list: Option<u16>,
    pub(super) level: u8,
    pub(super) row: Option<RowForm>,
}

/// The form of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowForm {
    /// The edges of its cells, one more than there are cells, in twentieths of a point.
    pub(super) edges: Vec<i16>,
    pub(super) cells: Vec<Merging>,
}

/// With which others a cell is merged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Merging {
    /// With the cell to its left.
    pub(super) left: bool,
    /// With the cell above.
    pub(super) above: bool,
}

const STYLE: u16 = 0x4600;
const IN_TABLE: u16 = 0x2416;
const ENDS_ROW: u16 = 0x2417;
const ENDS_INNER_CELL: u16 = 0x244b;
const ENDS_INNER_ROW: u16 = 0x244c;
const LEVEL: u16 = 0x260a;
const LIST: u16 = 0x460b;
const MERGE: u16 = 0x5624;
const SPLIT: u16 = 0x5625;
const ELSEWHERE: [u16; 2] = [0x6645, 0x6646];
const DEPTH: u16 = 0x6649;
const MERGE_DOWN: u16 = 0xd62b;

/// The bytes that describe a cell in the form of a row.
const CELL: usize = 20;

impl Properties {
    /// How many tables the paragraph is inside of.
    pub(super) fn depth(&self) -> usize {
        self.depth.unwrap_or(0).max(u32::from(self.in_table)) as usize
    }

    /// Whether the paragraph is no more than the end of a row.
    pub(super) fn ends_row(&self) -> bool {
        if self.depth() > 1 { self.ends_inner_row } else { self.ends_row }
    }

    /// Takes changes, and says how many bytes they have. A list that is too long for its place is in the stream `data`, and is
    /// the only one there.
    pub(super) fn apply(&mut self, list: &[u8], data: &[u8]) -> usize {
        let mut elsewhere = None;
        for (code, value) in Changes(list) {
            if ELSEWHERE.contains(&code) {
                elsewhere = elsewhere.or(long_list(value, data));
            } else {
                self.change(code, value);
            }
        }
        let elsewhere = elsewhere.unwrap_or_default();
        for (code, value) in Changes(elsewhere) {
            self.change(code, value);
        }
        list.len() + elsewhere.len()
    }

    fn change(&mut self, code: u16, value: &[u8]) {
        let is_on = u8_at(value, 0).is_some_and(|value| value != 0);
        match code {
            STYLE => self.style = u16_at(value, 0).unwrap_or(0),
            IN_TABLE => self.in_table = is_on,
            ENDS_ROW => self.ends_row = is_on,
            ENDS_INNER_CELL => self.ends_inner_cell = is_on,
            ENDS_INNER_ROW => self.ends_inner_row = is_on,
            DEPTH => self.depth = u32_at(value, 0),
            LEVEL => self.level = u8_at(value, 0).unwrap_or(0),
            LIST => self.list = u16_at(value, 0),
            ROW_FORM => self.row = RowForm::read(value),
            _ => {
                if let Some(row) = &mut self.row {
                    row.change(code, value);
                }
            }
        }
    }
}

/// The list of changes to whose place in the stream `data` a change leads.
fn long_list<'a>(value: &[u8], data: &'a [u8]) -> Option<&'a [u8]> {
    let there = data.get(u32_at(value, 0)? as usize..)?;
    there.get(2..2 + usize::from(u16_at(there, 0)?))
}

impl RowForm {
    fn read(value: &[u8]) -> Option<Self> {
        let count = usize::from(u8_at(value, 0)?);
        let (edges, cells) = value.get(1..)?.split_at_checked((count + 1) * 2)?;
        let edges = edges.chunks_exact(2).filter_map(|edge| Some(u16_at(edge, 0)? as i16)).collect();
        let mut merged: Vec<Merging> =
            cells.chunks(CELL).filter_map(|cell| u16_at(cell, 0)).map(Merging::read).collect();
        merged.resize(count, Merging::default());
        Some(Self { edges, cells: merged })
    }

    /// How much memory it takes.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(&*self.edges) + size_of_val(&*self.cells)
    }

    /// Takes a change that was made after the form was set.
    fn change(&mut self, code: u16, value: &[u8]) {
        let (Some(first), Some(second)) = (u8_at(value, 0), u8_at(value, 1)) else { return };
        let range = usize::from(first)..usize::from(second);
        match code {
            MERGE_DOWN => {
                if let Some(cell) = self.cells.get_mut(range.start) {
                    cell.above = second == 1;
                }
            }
            MERGE | SPLIT => {
                let cells = self.cells.iter_mut().enumerate().take(range.end).skip(range.start);
                cells.for_each(|(at, cell)| cell.left = code == MERGE && at > range.start);
            }
            _ => {}
        }
    }
}

impl Merging {
    fn read(flags: u16) -> Self {
        // Merged with the left one, and not the first of those; merged downwards, and not the first.
        Self { left: flags & 3 == 2, above: flags & 0x60 == 0x20 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Merging, Properties};

    #[test]
    fn the_form_of_a_row_is_read_and_changed() {
        let mut form = vec![0x08, 0xd6, 0, 0, 3];
        form.extend([0_i16, 500, 1000, 2000].into_iter().flat_map(i16::to_le_bytes));
        form.extend([&[0x60, 0][..], &[0; 18], &[0x20, 0], &[0; 18]].concat());
        form[2] = form.len() as u8 - 3;
        form.extend([0x2b, 0xd6, 2, 2, 1, 0x24, 0x56, 0, 2]);
        let mut properties = Properties::default();
        properties.apply(&form, &[]);
        let row = properties.row.unwrap();
        assert_eq!(row.edges, [0, 500, 1000, 2000]);
        let merging = |left, above| Merging { left, above };
        assert_eq!(row.cells, [merging(false, false), merging(true, true), merging(false, true)]);
    }

    #[test]
    fn a_long_list_stands_elsewhere() {
        let mut properties = Properties::default();
        properties.apply(&[0x46, 0x66, 2, 0, 0, 0], &[9, 9, 6, 0, 0x16, 0x24, 1, 0x17, 0x24, 1]);
        assert_eq!((properties.depth(), properties.ends_row()), (1, true));
        properties.apply(&[0x46, 0x66, 0xff, 0, 0, 0], &[]);
    }
}
