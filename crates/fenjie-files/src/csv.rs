//! Separated values (RFC 4180, and what spreadsheets make of it): a text all of whose records have as many cells is a sheet.

use ::csv::{Reader, ReaderBuilder, StringRecord};
use fenjie::Place;

use crate::writer::{Cell, Writer};
use crate::{Error, sheet};

/// What spreadsheets put between cells, the usual one first.
const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// A sheet has so many columns and rows at least: lines that name two or three things each are prose.
const FEWEST: (usize, usize) = (3, 2);

/// Writes a text that is a sheet; says whether it is one.
pub(crate) fn write(writer: &mut Writer, text: &str) -> Result<bool, Error> {
    let Some(separator) = SEPARATORS.into_iter().find(|&separator| is_sheet(text, separator, writer.cells_left()))
    else {
        return Ok(false);
    };
    let mut cells = Vec::new();
    let (mut reader, mut record, mut row) = (reader(text, separator), StringRecord::new(), 0);
    while reader.read_record(&mut record).is_ok_and(|read| read) {
        for (column, words) in (0..).zip(&record).filter(|(_, words)| !words.trim().is_empty()) {
            cells.push(Cell { row, column, rows: 1, columns: 1, words: words.to_owned() });
        }
        row += 1;
        writer.expect(cells.len().max(row as usize))?;
    }
    // A sheet of its own has no name.
    sheet::write_at(writer, cells, &|row, column| Place::Cell { table: 1, row: row + 1, column: column + 1 })?;
    Ok(true)
}

/// Whether each of a text's records has as many cells as the first. No more than `most` of them are looked at; no words are
/// kept, as most texts are none.
fn is_sheet(text: &str, separator: u8, most: u64) -> bool {
    if !text.as_bytes().contains(&separator) {
        return false;
    }
    let (mut reader, mut record, mut rows) = (reader(text, separator), StringRecord::new(), 0);
    // The first record of another length is an error.
    while let Ok(read) = reader.read_record(&mut record) {
        if !read || rows as u64 > most {
            return rows >= FEWEST.1;
        }
        if record.len() < FEWEST.0 {
            return false;
        }
        rows += 1;
    }
    false
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::Options;
    use crate::testing::cells;
    use crate::writer::Writer;

    #[test]
    fn every_separator_parts_cells() {
        for separator in [",", "\t", ";"] {
            let text =
                "序号,任务,单位\r\n1,\"修桥；\n修路\",市交通局\r\n2,,\"市\"\"五保\"\"办\"\r\n".replace(',', separator);
            let mut writer = Writer::new(&Options::default());
            assert!(write(&mut writer, &text).unwrap(), "{separator}");
            let document = writer.finish();
            let found = cells(&document, 0);
            assert_eq!(found[3..5], [(1, 0, 1, 1, "1"), (1, 1, 1, 1, "修桥；\n修路")]);
            assert_eq!(found[7], (2, 2, 1, 1, "市\"五保\"办"));
            assert_eq!(document.origins[7].place.zh(), "表1第3行第3列");
        }
    }

    #[test]
    fn prose_and_other_tables_are_none() {
        for text in
            ["", "修桥,修路,修渠", "甲,乙\n丙,丁\n", "序号,任务,单位\n1,修桥\n", "序号,任务,单位\n1,修桥,甲,乙\n"]
        {
            assert!(!write(&mut Writer::new(&Options::default()), text).unwrap(), "{text}");
        }
    }
}
