//! The cells of a sheet → lines and tables. A sheet has no tables of its own: rows without words part them.

use std::collections::HashSet;

use fenjie::{Place, RemarkKind};

use crate::Error;
use crate::writer::{Cell, Writer};

/// How many characters the name of a sheet may have, which stands at each of its cells. Excel takes 31.
const LONGEST_NAME: usize = 64;

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) cells: Vec<Cell>,
    /// The rows and the columns that are hidden: the first and the last of each run, in any order.
    pub(crate) rows: Vec<(u32, u32)>,
    pub(crate) columns: Vec<(u32, u32)>,
}

/// Writes the cells of the sheet `name`, those that are hidden as well, and remarks on them.
pub(crate) fn write(writer: &mut Writer, name: &str, sheet: Sheet) -> Result<(), Error> {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let start = writer.origins();
    let rows = hidden(sheet.rows, &sheet.cells, |cell| (cell.row, cell.rows));
    let columns = hidden(sheet.columns, &sheet.cells, |cell| (cell.column, cell.columns));
    write_at(writer, sheet.cells, &|row, column| place(&name, row, column))?;
    for (found, kind) in [(rows, RemarkKind::HiddenRows as fn(u32) -> _), (columns, RemarkKind::HiddenColumns)] {
        if let Some(((row, column), count)) = found {
            writer.remark_on(kind(count), start, &place(&name, row, column));
        }
    }
    Ok(())
}

/// Remarks on the sheet `name`, which is hidden and not read.
pub(crate) fn pass(writer: &mut Writer, name: &str) -> Result<(), Error> {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    writer.remark(RemarkKind::HiddenSheet, place(&name, 0, 0))
}

/// The first cell with words that is hidden, and how many rows (or columns, as `side` says) with such cells there are. A cell
/// that goes on beyond what is hidden is seen.
fn hidden(mut runs: Vec<(u32, u32)>, cells: &[Cell], side: fn(&Cell) -> (u32, u32)) -> Option<((u32, u32), u32)> {
    runs.sort_unstable();
    let is_hidden = |cell: &&Cell| {
        let (first, count) = side(cell);
        let run = runs.partition_point(|run| run.0 <= first).checked_sub(1).and_then(|at| runs.get(at));
        !cell.words.trim().is_empty() && run.is_some_and(|run| past(first, count) - 1 <= run.1)
    };
    let found: Vec<&Cell> = cells.iter().filter(is_hidden).collect();
    let first = found.iter().map(|cell| (cell.row, cell.column)).min()?;
    let all: HashSet<u32> = found.iter().map(|cell| side(cell).0).collect();
    Some((first, all.len() as u32))
}

/// Writes the cells of a sheet, which may come in any order; rows and columns are counted from 0 in the sheet, and stand where
/// `place` says. Cells without words may be given, and nothing is written for them.
///
/// What stands between two blank rows is a table, or lines where no row of it has a second cell: the titles and the notes that
/// stand apart from a table.
pub(crate) fn write_at(
    writer: &mut Writer,
    mut cells: Vec<Cell>,
    place: &impl Fn(u32, u32) -> Place,
) -> Result<(), Error> {
    cells.retain(|cell| !cell.words.trim().is_empty());
    cells.sort_by_key(|cell| (cell.row, cell.column));
    cells.dedup_by_key(|cell| (cell.row, cell.column));
    let mut rest = cells.as_slice();
    while !rest.is_empty() {
        let (block, below) = rest.split_at(height(rest));
        rest = below;
        if block.windows(2).any(|pair| pair[0].row == pair[1].row) {
            table(writer, block, place)?;
        } else {
            lines(writer, block, place)?;
        }
        // No sentence runs from one block into the next.
        writer.line("", place(0, 0))?;
    }
    Ok(())
}

/// How many of the cells stand above the first blank row. A row under a cell that reaches down into it is not blank.
fn height(cells: &[Cell]) -> usize {
    let mut end = cells.first().map_or(0, |first| first.row);
    let is_below = |cell: &Cell| {
        let apart = cell.row > end;
        end = end.max(past(cell.row, cell.rows));
        apart
    };
    cells.iter().position(is_below).unwrap_or(cells.len())
}

/// The first row or column behind a cell.
fn past(first: u32, count: u32) -> u32 {
    first.saturating_add(count.max(1))
}

fn lines(writer: &mut Writer, block: &[Cell], place: impl Fn(u32, u32) -> Place) -> Result<(), Error> {
    for cell in block {
        for line in cell.words.lines().map(str::trim).filter(|line| !line.is_empty()) {
            writer.line(line, place(cell.row, cell.column))?;
        }
    }
    Ok(())
}

fn table(writer: &mut Writer, block: &[Cell], place: impl Fn(u32, u32) -> Place) -> Result<(), Error> {
    let (rows, columns) = starts(block);
    let mut cells = squeeze(block.to_vec());
    fill(&mut cells, rows.len(), columns.len(), writer.cells_left());
    // Every row and column of `cells` is a position in the lists.
    let number = |list: &[u32], at: u32| list.get(at as usize).copied().unwrap_or(at);
    writer.table_at(cells, |row, column| place(number(&rows, row), number(&columns, column)))
}

/// Cells as if there were no rows and columns but those in which a cell begins: the others hold nothing, and what is merged is
/// no larger than the table.
pub(crate) fn squeeze(mut cells: Vec<Cell>) -> Vec<Cell> {
    let (rows, columns) = starts(&cells);
    for cell in &mut cells {
        (cell.row, cell.rows) = among(&rows, cell.row, cell.rows);
        (cell.column, cell.columns) = among(&columns, cell.column, cell.columns);
    }
    cells
}

/// The rows and the columns in which a cell begins.
fn starts(cells: &[Cell]) -> (Vec<u32>, Vec<u32>) {
    (used(cells.iter().map(|cell| cell.row)), used(cells.iter().map(|cell| cell.column)))
}

/// Rows or columns, each once and in order.
pub(crate) fn used(places: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut used: Vec<u32> = places.collect();
    used.sort_unstable();
    used.dedup();
    used
}

/// The row or column at which a cell begins, and over how many it goes, where there are no others than those that are used.
pub(crate) fn among(used: &[u32], first: u32, count: u32) -> (u32, u32) {
    let from = used.partition_point(|&at| at < first);
    let to = used.partition_point(|&at| at < past(first, count));
    (from as u32, (to - from) as u32)
}

/// How many places a table may have for each of its cells; a document has a limit a little above it.
const SPARSE: usize = 60;

/// Gives the empty cells of a wide table that is nearly empty (a schedule of days), of which a document wants to be sure that
/// they are meant. `most` cells are not passed by much: beyond them the table is refused anyhow.
fn fill(cells: &mut Vec<Cell>, rows: usize, columns: usize, most: u64) {
    if rows.saturating_mul(columns) <= cells.len().saturating_mul(SPARSE) {
        return;
    }
    let mut empty = Vec::new();
    // Down to which row each column is taken.
    let mut until = vec![0; columns];
    for row in cells.chunk_by(|a, b| a.row == b.row) {
        let Some(at) = row.first().map(|first| first.row) else { continue };
        for cell in row {
            let own = until.iter_mut().skip(cell.column as usize).take(cell.columns as usize);
            own.for_each(|until| *until = past(at, cell.rows));
        }
        let free = (0..).zip(&until).filter(|&(_, &until)| until <= at).map(|(column, _)| column);
        empty.extend(free.map(|column| Cell { row: at, column, rows: 1, columns: 1, words: String::new() }));
        if empty.len() as u64 > most {
            break;
        }
    }
    cells.append(&mut empty);
}

fn place(sheet: &str, row: u32, column: u32) -> Place {
    Place::Sheet { sheet: sheet.to_owned(), row: row.saturating_add(1), column: column.saturating_add(1) }
}

#[cfg(test)]
mod tests {
    use fenjie::Document;

    use super::{Cell, Sheet, Writer, pass, write};
    use crate::testing::cells;
    use crate::{Error, Limit, Options};

    fn cell(row: u32, column: u32, words: &str) -> Cell {
        Cell { row, column, rows: 1, columns: 1, words: words.to_owned() }
    }

    fn written(cells: Vec<Cell>) -> Document {
        let mut writer = Writer::new(&Options::default());
        write(&mut writer, "清单", Sheet { cells, ..Sheet::default() }).unwrap();
        writer.finish()
    }

    #[test]
    fn blank_rows_part_titles_and_tables() {
        let given = vec![
            cell(9, 3, "已办"),
            cell(0, 0, "任务清单\n（2025年）"),
            cell(3, 1, "任务"),
            cell(3, 4, "单位"),
            cell(4, 1, "修桥"),
            cell(4, 4, "市交通局"),
            cell(5, 2, " "),
            cell(9, 2, "事项"),
        ];
        let document = written(given);
        assert_eq!(document.text, "任务清单\n（2025年）\n\n任务\t单位\n修桥\t市交通局\n\n事项\t已办\n\n");
        assert_eq!(cells(&document, 0)[3], (1, 1, 1, 1, "市交通局"));
        assert_eq!(cells(&document, 1), [(0, 0, 1, 1, "事项"), (0, 1, 1, 1, "已办")]);
        let places: Vec<String> = document.origins.iter().map(|origin| origin.place.to_string()).collect();
        assert_eq!(places, ["清单!A1", "清单!A1", "清单!B4", "清单!E4", "清单!B5", "清单!E5", "清单!C10", "清单!D10"]);
    }

    #[test]
    fn a_merged_cell_keeps_what_it_covers_together_and_is_no_larger_than_the_table() {
        let tall = Cell { rows: u32::MAX, ..cell(1, 0, "市交通局") };
        let wide = Cell { columns: u32::MAX, ..cell(0, 0, "清单") };
        let document = written(vec![wide, tall, cell(1, 1, "修桥"), cell(2, 1, "修路"), cell(6, 1, "修渠")]);
        assert_eq!(cells(&document, 0)[..2], [(0, 0, 1, 2, "清单"), (1, 0, 3, 1, "市交通局")]);
        assert_eq!(document.tables.len(), 1);
    }

    #[test]
    fn a_schedule_of_days_is_a_table() {
        let document = written((0..300).flat_map(|at| [cell(at, 0, "修路"), cell(at, at + 1, "完成")]).collect());
        assert_eq!(document.tables[0].cells.len(), 300 * 301);
        assert!(fenjie::parse_document(&document, &fenjie::Options::default()).is_ok());
        let mut writer = Writer::new(&Options { cells: 10_000, ..Options::default() });
        let diagonal = (0..5000).flat_map(|at| [cell(at, 0, "修路"), cell(at, at + 1, "完成")]).collect();
        let refused = write(&mut writer, "清单", Sheet { cells: diagonal, ..Sheet::default() });
        assert_eq!(refused, Err(Error::TooLarge { limit: Limit::Cells, allowed: 10_000 }));
    }

    #[test]
    fn what_is_hidden_is_read_and_said() {
        let tall = Cell { rows: 2, ..cell(1, 2, "市交通局") };
        let cells = vec![
            cell(0, 0, "任务"),
            cell(0, 2, "单位"),
            cell(1, 0, "修桥"),
            tall,
            cell(2, 0, "修路"),
            cell(4, 0, "修渠"),
        ];
        let sheet = Sheet { cells, rows: vec![(4, 9), (1, 1), (3, 3)], columns: vec![(1, 1), (5, 7)] };
        let mut writer = Writer::new(&Options::default());
        write(&mut writer, "清单", sheet).unwrap();
        pass(&mut writer, "旧表").unwrap();
        let document = writer.finish();
        let said = document.remarks.iter().map(|remark| {
            let words = &document.text[remark.origin.span.range()];
            format!("{:?} {} {words}", remark.kind, remark.origin.place)
        });
        // Of row 2 the first cell is hidden, the merged one is not.
        assert_eq!(said.collect::<Vec<_>>(), ["HiddenRows(2) 清单!A2 修桥", "HiddenSheet 旧表!A1 "]);
    }

    #[test]
    fn nothing_is_written_for_a_sheet_without_words() {
        assert_eq!(written(vec![cell(0, 0, ""), cell(7, 7, " \n")]), Document::default());
    }
}
