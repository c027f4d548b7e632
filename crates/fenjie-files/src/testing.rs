//! What the tests of several readers share.

use fenjie::Document;
pub(crate) use fenjie_filekit::zipped;

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
