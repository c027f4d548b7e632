//! What a file holds: its words in reading order, and what the file says of its tables and of where everything stands.

use std::fmt;

use serde::Serialize;

use crate::error::Error;
use crate::model::Span;

/// The words of a file, or of several that make one notice, with what plain text cannot say: which of them are the cells of a
/// table, and where each stands in the file.
///
/// The crate `fenjie-files` makes one of a web page, a Word file, a sheet; [`parse_document`](crate::parse_document) reads it. Tables
/// and origins are in the order of the text.
///
/// ```
/// let document = fenjie::Document::from("责任单位：市财政局");
/// assert!(document.tables.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Document {
    /// All words, a paragraph a line. A table takes whole lines: a row begins on a line of its own, and a tab parts the cells.
    pub text: String,
    /// The tables.
    pub tables: Vec<DocumentTable>,
    /// Where the pieces of the text stand.
    pub origins: Vec<Origin>,
    /// The names of the files it was read from, in order.
    pub files: Vec<String>,
    /// What the words do not show of the files.
    pub remarks: Vec<Remark>,
}

/// A table whose cells are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DocumentTable {
    /// The lines of the text that it takes.
    pub span: Span,
    /// Its cells, from left to right and from top to bottom.
    pub cells: Vec<DocumentCell>,
}

/// A cell of a table, and over which places of the table it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentCell {
    /// Its words.
    pub span: Span,
    /// Its first row, counted from 0.
    pub row: u32,
    /// Its first column, counted from 0.
    pub column: u32,
    /// Over how many rows it goes, 1 at least.
    pub rows: u32,
    /// Over how many columns it goes, 1 at least.
    pub columns: u32,
}

/// Where a piece of the text stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// The piece.
    pub span: Span,
    /// The position of its file among [`Document::files`].
    pub file: u32,
    /// Where in the file it stands.
    pub place: Place,
}

/// Something of a file that nobody sees in the words that were read of it. [`parse_document`](crate::parse_document) gives a
/// diagnostic for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// Where it is: the first of the words that are meant, or an empty span where they would stand.
    pub origin: Origin,
}

/// What a [`Remark`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RemarkKind {
    /// So many rows of a sheet with words are hidden, and were read; the place is in the first.
    HiddenRows(u32),
    /// So many columns of a sheet with words are hidden, and were read; the place is in the first.
    HiddenColumns(u32),
    /// A sheet is hidden, and was not read.
    HiddenSheet,
    /// A picture, whose words were not read: a page that was scanned, a photograph among the files.
    Picture,
}

/// A place in a file, as somebody who has it open would name it. Everything is counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Place {
    /// A line of a plain text.
    Line(u32),
    /// A paragraph of a text document or a web page, those in tables not counted.
    Paragraph(u32),
    /// A cell of a table of a text document or a web page.
    Cell {
        /// Which of the file's tables.
        table: u32,
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// A cell of a workbook.
    Sheet {
        /// The name of the sheet.
        sheet: String,
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// A line of a page.
    Page {
        /// The page.
        page: u32,
        /// The line on it.
        line: u32,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Paragraph(paragraph) => write!(f, "paragraph {paragraph}"),
            Self::Cell { table, row, column } => write!(f, "table {table}, row {row}, column {column}"),
            Self::Sheet { sheet, row, column } => write!(f, "{sheet}!{}{row}", letters(*column)),
            Self::Page { page, line } => write!(f, "page {page}, line {line}"),
        }
    }
}

impl Place {
    /// The place in Chinese.
    ///
    /// ```
    /// use fenjie::Place;
    ///
    /// assert_eq!(Place::Cell { table: 1, row: 3, column: 2 }.zh(), "表1第3行第2列");
    /// assert_eq!(Place::Sheet { sheet: "清单".to_owned(), row: 7, column: 28 }.to_string(), "清单!AB7");
    /// ```
    pub fn zh(&self) -> String {
        match self {
            Self::Line(line) => format!("第{line}行"),
            Self::Paragraph(paragraph) => format!("第{paragraph}段"),
            Self::Cell { table, row, column } => format!("表{table}第{row}行第{column}列"),
            Self::Sheet { .. } => self.to_string(),
            Self::Page { page, line } => format!("第{page}页第{line}行"),
        }
    }
}

/// The name of a column: A to Z, AA and on.
fn letters(mut column: u32) -> String {
    let mut name = Vec::new();
    while column > 0 {
        column -= 1;
        name.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    name.iter().rev().collect()
}

/// What has a name in a document, and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) span: Span,
}

impl From<&str> for Document {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

impl Document {
    /// Where the words at `span` begin.
    ///
    /// ```
    /// use fenjie::{Document, Origin, Place, Span};
    ///
    /// let origins = vec![Origin { span: Span::new(0, 9), file: 0, place: Place::Paragraph(4) }];
    /// let document = Document { text: "修路。\n".to_owned(), origins, ..Document::default() };
    /// assert_eq!(document.origin(Span::new(3, 6)).unwrap().place, Place::Paragraph(4));
    /// assert!(document.origin(Span::new(10, 10)).is_none());
    /// ```
    pub fn origin(&self, span: Span) -> Option<&Origin> {
        let after = self.origins.partition_point(|origin| origin.span.start <= span.start);
        self.origins[..after].last().filter(|origin| span.start <= origin.span.end)
    }

    /// Adds the words of another file of the same notice below these.
    ///
    /// # Errors
    /// [`Error::TooLong`] where both together are longer than spans can address.
    ///
    /// ```
    /// use fenjie::Document;
    ///
    /// let mut page = Document::from("关于印发任务清单的通知");
    /// page.join(Document::from("附件：任务清单"))?;
    /// assert_eq!(page.text, "关于印发任务清单的通知\n\n附件：任务清单");
    /// # Ok::<(), fenjie::Error>(())
    /// ```
    pub fn join(&mut self, other: Document) -> Result<(), Error> {
        let bytes = self.text.len() as u64 + other.text.len() as u64 + 2;
        if u32::try_from(bytes).is_err() {
            return Err(Error::TooLong { bytes });
        }
        if !self.text.is_empty() {
            // A blank line, so that no sentence runs from one file into the next.
            self.text.push_str(if self.text.ends_with('\n') { "\n" } else { "\n\n" });
        }
        let (shift, files) = (self.text.len() as u32, self.files.len() as u32);
        let moved = |span: Span| Span::new(span.start + shift, span.end + shift);
        self.text.push_str(&other.text);
        self.files.extend(other.files);
        let from = |origin: Origin| Origin { span: moved(origin.span), file: origin.file + files, ..origin };
        self.origins.extend(other.origins.into_iter().map(from));
        let remarks = other.remarks.into_iter();
        self.remarks.extend(remarks.map(|remark| Remark { origin: from(remark.origin), ..remark }));
        self.tables.extend(other.tables.into_iter().map(|mut table| {
            table.span = moved(table.span);
            table.cells.iter_mut().for_each(|cell| cell.span = moved(cell.span));
            table
        }));
        Ok(())
    }

    /// The files that hold words, and the sheets of workbooks among them, which may be annexes each.
    pub(crate) fn named(&self) -> Vec<Named> {
        let unread = |name: &String| Named { name: name.clone(), span: Span::default() };
        let mut files: Vec<Named> = self.files.iter().map(unread).collect();
        let mut sheets: Vec<Named> = Vec::new();
        for Origin { span, file, place } in &self.origins {
            if let Some(file) = files.get_mut(*file as usize) {
                file.span = if file.span.is_empty() { *span } else { file.span.hull(*span) };
            }
            let Place::Sheet { sheet, .. } = place else { continue };
            match sheets.last_mut().filter(|last| last.name == *sheet) {
                Some(last) => last.span = last.span.hull(*span),
                None => sheets.push(Named { name: sheet.clone(), span: *span }),
            }
        }
        files.append(&mut sheets);
        files.retain(|named| !named.span.is_empty());
        files
    }

    /// Whether the tables can be what they say: in order, inside the text, and of no more places than their words can fill.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let mut from = 0;
        for (at, table) in self.tables.iter().enumerate() {
            let wrong = |reason| Err(Error::Table { table: at, reason });
            if table.span.start < from || table.span.end < table.span.start {
                return wrong("it does not stand behind the one before it");
            }
            from = table.span.end;
            let inside = |span: Span| table.span.contains(span) && self.text.get(span.range()).is_some();
            if self.text.get(table.span.range()).is_none() || !table.cells.iter().all(|cell| inside(cell.span)) {
                return wrong("a span is outside of it, or not on the boundary of a character");
            }
            if !table.cells.windows(2).all(|pair| (pair[0].row, pair[0].column) < (pair[1].row, pair[1].column)) {
                return wrong("its cells are not in order");
            }
            if !fits(&table.cells) {
                return wrong("it has too many places for its cells");
            }
        }
        Ok(())
    }
}

/// How many places a table may have whatever its cells, and for each of them.
const PLACES: (u64, u64) = (4096, 64);

fn fits(cells: &[DocumentCell]) -> bool {
    let height = cells.iter().map(|cell| cell.row as u64 + 1).max().unwrap_or(0);
    let width = cells.iter().map(|cell| cell.column as u64 + cell.columns.max(1) as u64).max().unwrap_or(0);
    height.saturating_mul(width) <= PLACES.0 + PLACES.1 * cells.len() as u64
}
