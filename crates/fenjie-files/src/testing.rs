//! What the tests of several readers share.

use std::io::{Cursor, Write as _};

use fenjie::Document;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A packed file of these parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Row, column, rows, columns and words of the cells of a table.
pub(crate) fn cells(document: &Document, table: usize) -> Vec<(u32, u32, u32, u32, &str)> {
    let words = |cell: &fenjie::DocumentCell| &document.text[cell.span.range()];
    let cells = document.tables[table].cells.iter();
    cells.map(|cell| (cell.row, cell.column, cell.rows, cell.columns, words(cell))).collect()
}

/// The remarks: what each is, and where.
pub(crate) fn remarks(document: &Document) -> Vec<String> {
    document.remarks.iter().map(|remark| format!("{:?} {}", remark.kind, remark.origin.place)).collect()
}
