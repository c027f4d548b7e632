//! Paragraphs and tables → a document: every reader writes what it finds here, in reading order.

use fenjie::{Document, DocumentCell, DocumentTable, Origin, Place, Remark, RemarkKind, Span};

use crate::budget::Budget;
use crate::{Error, Options};

/// A document that is being written.
pub(crate) struct Writer {
    document: Document,
    /// How many bytes and how many cells may still be written.
    bytes: Budget,
    cells: Budget,
    /// How many tables were written, for [`Place::Cell`].
    tables: u32,
    paragraphs: u32,
}

/// A cell as a file gives it. Rows and columns are counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) rows: u32,
    pub(crate) columns: u32,
    /// Its words; a line break parts its paragraphs.
    pub(crate) words: String,
}

impl Writer {
    pub(crate) fn new(options: &Options) -> Self {
        let (bytes, cells) = (Budget::of_bytes(options), Budget::of_cells(options));
        Self { document: Document::default(), bytes, cells, tables: 0, paragraphs: 0 }
    }

    /// Whether so many cells may still be written.
    pub(crate) fn expect(&self, cells: usize) -> Result<(), Error> {
        if cells as u64 > self.cells.left() { Err(self.cells.exceeded()) } else { Ok(()) }
    }

    /// How many cells may still be written.
    pub(crate) fn cells_left(&self) -> u64 {
        self.cells.left()
    }

    /// Writes the next paragraph of a text document or a web page. One without words is a blank line.
    pub(crate) fn paragraph(&mut self, words: &str) -> Result<(), Error> {
        self.paragraphs += 1;
        let place = Place::Paragraph(self.paragraphs);
        self.line(words, place)
    }

    /// Writes words that stand at `place`.
    pub(crate) fn line(&mut self, words: &str, place: Place) -> Result<(), Error> {
        self.bytes.take(words.len() + 1)?;
        let start = self.at()?;
        let text = &mut self.document.text;
        // A tab would be taken for the border of a cell.
        text.extend(words.trim_end().chars().map(|c| if c == '\t' { ' ' } else { c }));
        let span = Span::new(start, self.at()?);
        if !span.is_empty() {
            self.document.origins.push(Origin { span, file: 0, place });
        }
        self.document.text.push('\n');
        Ok(())
    }

    /// Writes the next table of a text document or a web page.
    pub(crate) fn table(&mut self, cells: Vec<Cell>) -> Result<(), Error> {
        self.tables += 1;
        let table = self.tables;
        self.table_at(cells, |row, column| Place::Cell { table, row: row + 1, column: column + 1 })
    }

    /// Writes a table whose cells stand where `place` says, row and column counted from 0.
    pub(crate) fn table_at(&mut self, mut cells: Vec<Cell>, place: impl Fn(u32, u32) -> Place) -> Result<(), Error> {
        self.cells.take(cells.len())?;
        self.bytes.take(cells.iter().map(|cell| cell.words.len() + 1).sum())?;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        let start = self.at()?;
        let mut found = Vec::with_capacity(cells.len());
        for row in cells.chunk_by(|a, b| a.row == b.row) {
            for (order, cell) in row.iter().enumerate() {
                if order > 0 {
                    self.document.text.push('\t');
                }
                let from = self.at()?;
                self.words(&cell.words);
                let span = Span::new(from, self.at()?);
                let Cell { row, column, rows, columns, .. } = *cell;
                found.push(DocumentCell { span, row, column, rows: rows.max(1), columns: columns.max(1) });
                if !span.is_empty() {
                    self.document.origins.push(Origin { span, file: 0, place: place(row, column) });
                }
            }
            self.document.text.push('\n');
        }
        if !found.is_empty() {
            self.document.tables.push(DocumentTable { span: Span::new(start, self.at()?), cells: found });
        }
        Ok(())
    }

    /// How many origins there are.
    pub(crate) fn origins(&self) -> usize {
        self.document.origins.len()
    }

    /// Remarks on what is not read, and would stand here.
    pub(crate) fn remark(&mut self, kind: RemarkKind, place: Place) -> Result<(), Error> {
        let at = self.at()?;
        let origin = Origin { span: Span::new(at, at), file: 0, place };
        self.document.remarks.push(Remark { kind, origin });
        Ok(())
    }

    /// Remarks on the words that stand at `place`; their origin is among those from `start` on.
    pub(crate) fn remark_on(&mut self, kind: RemarkKind, start: usize, place: &Place) {
        let origin = self.document.origins.iter().skip(start).find(|origin| origin.place == *place);
        self.document.remarks.extend(origin.map(|origin| Remark { kind, origin: origin.clone() }));
    }

    /// The words of a cell, without blank lines.
    fn words(&mut self, words: &str) {
        let text = &mut self.document.text;
        for (order, line) in words.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if order > 0 {
                text.push('\n');
            }
            text.extend(line.chars().map(|c| if c == '\t' { ' ' } else { c }));
        }
    }

    /// The end of what is written.
    fn at(&self) -> Result<u32, Error> {
        let bytes = self.document.text.len() as u64;
        u32::try_from(bytes).map_err(|_| fenjie::Error::TooLong { bytes }.into())
    }

    pub(crate) fn finish(self) -> Document {
        self.document
    }
}
