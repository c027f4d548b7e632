//! The cells and the merged regions of a sheet, as workbooks give them: apart from each other.

use std::collections::BTreeMap;

use crate::budget::Budget;
use crate::sheet::Sheet;
use crate::writer::Cell;
use crate::{Error, Options};

/// What the sheets of a workbook may still hold. Cells share their words in the file, so that a small file can have very many.
pub(crate) struct Allowance {
    bytes: Budget,
    cells: Budget,
}

impl Allowance {
    pub(crate) fn new(options: &Options) -> Self {
        Self { bytes: Budget::of_bytes(options), cells: Budget::of_cells(options) }
    }

    /// Takes bytes that are read or written.
    pub(crate) fn bytes(&self, count: usize) -> Result<(), Error> {
        self.bytes.take(count)
    }

    fn cell(&self, words: &str) -> Result<(), Error> {
        self.bytes.take(words.len())?;
        self.cells.take(1)
    }
}

/// The cells of a sheet.
#[derive(Default)]
pub(crate) struct Grid {
    sheet: Sheet,
    areas: Vec<Area>,
}

/// A region that is merged. Both ends belong to it, and are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub(crate) rows: (u32, u32),
    pub(crate) columns: (u32, u32),
}

impl Grid {
    /// Takes a cell; one without words is none.
    pub(crate) fn cell(
        &mut self,
        (row, column): (u32, u32),
        words: String,
        allowance: &Allowance,
    ) -> Result<(), Error> {
        if !words.trim().is_empty() {
            allowance.cell(&words)?;
            self.sheet.cells.push(Cell { row, column, rows: 1, columns: 1, words });
        }
        Ok(())
    }

    /// Takes a merged region.
    pub(crate) fn merge(&mut self, area: Area) {
        if area.rows.0 <= area.rows.1 && area.columns.0 <= area.columns.1 {
            self.areas.push(area);
        }
    }

    /// Takes rows that are hidden, the last of them too.
    pub(crate) fn hide_rows(&mut self, first: u32, last: u32) {
        self.sheet.rows.push((first, last));
    }

    /// Takes columns that are hidden, the last of them too.
    pub(crate) fn hide_columns(&mut self, first: u32, last: u32) {
        self.sheet.columns.push((first, last));
    }

    /// The cells with what they go over, in order. Words under a merged cell, which no reader sees, are left out.
    pub(crate) fn finish(mut self) -> Sheet {
        let cells = &mut self.sheet.cells;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        self.areas.sort_by_key(|area| (area.rows.0, area.columns.0));
        let mut areas = self.areas.into_iter().peekable();
        let mut covered = Covered::default();
        cells.retain_mut(|cell| {
            let at = (cell.row, cell.column);
            while let Some(area) = areas.next_if(|area| (area.rows.0, area.columns.0) <= at) {
                covered.add(area);
            }
            let Some(area) = covered.at(at) else { return true };
            cell.rows = area.rows.1 - area.rows.0 + 1;
            cell.columns = area.columns.1 - area.columns.0 + 1;
            at == (area.rows.0, area.columns.0)
        });
        self.sheet
    }
}

/// The merged regions that reach a row, by their first columns. They are added and asked for from the top to the bottom; those
/// that end above are taken out when they are met.
#[derive(Default)]
struct Covered(BTreeMap<u32, Area>);

impl Covered {
    /// Adds a region, unless it lies over another one, which is no region that Excel makes.
    fn add(&mut self, area: Area) {
        while let Some((&first, other)) = self.0.range(..=area.columns.1).next_back() {
            if other.rows.1 >= area.rows.0 {
                if other.columns.1 < area.columns.0 {
                    break;
                }
                return;
            }
            self.0.remove(&first);
        }
        self.0.insert(area.columns.0, area);
    }

    fn at(&mut self, (row, column): (u32, u32)) -> Option<Area> {
        while let Some((&first, &area)) = self.0.range(..=column).next_back() {
            if area.rows.1 >= row {
                return (area.columns.1 >= column).then_some(area);
            }
            self.0.remove(&first);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Allowance, Area, Grid};
    use crate::{Error, Limit, Options};

    fn grid(cells: &[(u32, u32, &str)], areas: &[[u32; 4]]) -> Vec<(u32, u32, u32, u32, String)> {
        let allowance = Allowance::new(&Options::default());
        let mut grid = Grid::default();
        for &(row, column, words) in cells {
            grid.cell((row, column), words.to_owned(), &allowance).unwrap();
        }
        for &[top, left, bottom, right] in areas {
            grid.merge(Area { rows: (top, bottom), columns: (left, right) });
        }
        let cells = grid.finish().cells.into_iter();
        cells.map(|cell| (cell.row, cell.column, cell.rows, cell.columns, cell.words)).collect()
    }

    fn given(cells: &[(u32, u32, u32, u32, &str)]) -> Vec<(u32, u32, u32, u32, String)> {
        cells
            .iter()
            .map(|&(row, column, rows, columns, words)| (row, column, rows, columns, words.to_owned()))
            .collect()
    }

    #[test]
    fn a_merged_cell_goes_over_others_and_hides_their_words() {
        let cells = [(3, 0, "丙"), (0, 0, "题"), (1, 0, "甲"), (2, 0, "旧"), (2, 1, "乙"), (0, 3, "旧"), (1, 1, " ")];
        let want = given(&[(0, 0, 1, 4, "题"), (1, 0, 2, 1, "甲"), (2, 1, 1, 1, "乙"), (3, 0, 1, 1, "丙")]);
        assert_eq!(grid(&cells, &[[1, 0, 2, 0], [0, 0, 0, 3]]), want);
    }

    #[test]
    fn strange_regions_do_no_harm() {
        let cells = [(0, 0, "甲"), (0, 1, "乙"), (1, 1, "丙"), (5, 2, "丁")];
        // One without a first cell, one over another, one that ends before it begins.
        let areas = [[5, 1, 6, 2], [0, 0, 1, 0], [0, 0, u32::MAX, u32::MAX], [3, 3, 2, 2]];
        assert_eq!(grid(&cells, &areas), given(&[(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 1, 1, 1, "丙")]));
        let whole = grid(&cells, &[[0, 0, u32::MAX - 1, u32::MAX - 1]]);
        assert_eq!(whole, given(&[(0, 0, u32::MAX, u32::MAX, "甲")]));
    }

    #[test]
    fn there_are_no_more_cells_and_words_than_allowed() {
        let allowance = Allowance::new(&Options { cells: 2, unpacked: 10, ..Options::default() });
        let mut grid = Grid::default();
        let mut add = |words: &str| grid.cell((0, 0), words.to_owned(), &allowance);
        assert_eq!(add("任务"), Ok(()));
        assert_eq!(add("任务"), Err(Error::TooLarge { limit: Limit::Unpacked, allowed: 10 }));
        assert_eq!(add("a"), Ok(()));
        assert_eq!(add("a"), Err(Error::TooLarge { limit: Limit::Cells, allowed: 2 }));
    }
}
