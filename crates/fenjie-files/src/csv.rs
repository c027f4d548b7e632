//! Separated values (RFC 4180, and what spreadsheets make of it): a text whose records have as many cells as the first is a sheet.
//! Excel leaves out the empty cells at the end of some of them.

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
    let (told, text) = told(text);
    let separators = told.as_ref().map_or(&SEPARATORS[..], std::slice::from_ref);
    let is_parted = |&&separator: &&u8| is_sheet(text, separator, writer.cells_left());
    let Some(&separator) = separators.iter().find(is_parted) else {
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

/// The separator that the first line tells Excel (`sep=;`), and the lines below it.
fn told(text: &str) -> (Option<u8>, &str) {
    let line = text.split_once('\n').and_then(|(first, rest)| Some((first.trim_end().strip_prefix("sep=")?, rest)));
    match line {
        Some((separator, rest)) if separator.len() == 1 => (separator.bytes().next(), rest),
        _ => (None, text),
    }
}

/// Whether most of a text's records have as many cells as the first, and the others not many fewer. No more than `most` of them are
/// looked at; no words are kept, as most texts are none.
fn is_sheet(text: &str, separator: u8, most: u64) -> bool {
    if !text.as_bytes().contains(&separator) {
        return false;
    }
    let (mut reader, mut record, mut width) = (reader(text, separator), StringRecord::new(), 0);
    let (mut rows, mut whole) = (0, 0);
    while let Ok(read) = reader.read_record(&mut record) {
        if !read || rows > most {
            return whole >= FEWEST.1 as u64 && 2 * whole >= rows;
        }
        width = if rows == 0 { record.len() } else { width };
        // One of a single cell is a line between tables, one of more cells than the first belongs to another.
        if width < FEWEST.0 || record.len() < 2 || record.len() > width {
            return false;
        }
        rows += 1;
        whole += u64::from(record.len() == width);
    }
    false
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
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
    fn excel_leaves_out_empty_cells_and_is_told_the_separator() {
        for text in
            ["sep=|\r\n序号|任务|单位\r\n1|修桥\r\n2|修路|市交通局\r\n", "序号,任务,单位\n1,修桥\n2,修路,市交通局\n"]
        {
            let mut writer = Writer::new(&Options::default());
            assert!(write(&mut writer, text).unwrap(), "{text}");
            let document = writer.finish();
            let found = cells(&document, 0);
            let expected = [(1, 0, 1, 1, "1"), (1, 1, 1, 1, "修桥")];
            assert_eq!(
                found.iter().filter(|cell| cell.0 == 1 && !cell.4.is_empty()).copied().collect::<Vec<_>>(),
                expected
            );
            assert_eq!(found.last(), Some(&(2, 2, 1, 1, "市交通局")));
        }
    }

    #[test]
    fn prose_and_other_tables_are_none() {
        for text in [
            "",
            "修桥,修路,修渠",
            "甲,乙\n丙,丁\n",
            "序号,任务,单位\n1,修桥\n",
            "序号,任务,单位\n1,修桥,甲,乙\n",
            "甲,乙,丙\n1,2,3\n注",
        ] {
            assert!(!write(&mut Writer::new(&Options::default()), text).unwrap(), "{text}");
        }
    }
}
