//! What must hold for every document that a file becomes.

use fenjie::{Document, DocumentTable, Place, Span};
use fenjie_files::Options;

use crate::notice;

/// What stands between the files of an archive.
const BETWEEN: u64 = 2;

/// Checks a document that was made of a file of so many bytes.
pub(crate) fn check(document: &Document, options: &Options, bytes: usize) {
    let Document { text, tables, origins, files } = document;
    assert!(!files.is_empty(), "a document knows its file");
    // A text is no longer than its bytes in UTF-8: nothing of it is unpacked.
    let most = options.unpacked.max(2 * bytes as u64) + BETWEEN * files.len() as u64;
    assert!(text.len() as u64 <= most, "{} bytes are more than {most}", text.len());
    let cells: u64 = tables.iter().map(|table| table.cells.len() as u64).sum();
    assert!(cells <= options.cells * files.len() as u64, "{cells} cells");
    let mut end = 0;
    for origin in origins {
        assert!(origin.span.start >= end && !origin.span.is_empty(), "{origin:?} is not behind {end}");
        assert!(text.get(origin.span.range()).is_some(), "{origin:?} is no part of the text");
        assert!((origin.file as usize) < files.len(), "{origin:?} stands in no file");
        assert!(is_counted_from_one(&origin.place), "{origin:?}");
        end = origin.span.end;
    }
    let mut end = 0;
    for table in tables {
        assert!(table.span.start >= end, "{:?} is not behind {end}", table.span);
        end = table.span.end;
        self::table(document, table);
    }
    let read = fenjie::parse_document(document, &fenjie::Options::default());
    let read = read.expect("a document that was read from a file holds together");
    assert_eq!(read.source, **text);
    notice::check(&read);
}

fn is_counted_from_one(place: &Place) -> bool {
    match *place {
        Place::Line(at) | Place::Paragraph(at) => at > 0,
        Place::Cell { table, row, column } => table > 0 && row > 0 && column > 0,
        Place::Sheet { row, column, .. } => row > 0 && column > 0,
        Place::Page { page, line } => page > 0 && line > 0,
        _ => false,
    }
}

/// A table takes whole lines; its cells follow each other in them, each with the place where it stands.
fn table(document: &Document, table: &DocumentTable) {
    let text = &document.text;
    let is_line = |at: u32| at == 0 || text.as_bytes().get(at as usize - 1) == Some(&b'\n');
    assert!(is_line(table.span.start), "{:?} begins inside of a line", table.span);
    assert!(is_line(table.span.end) || table.span.end as usize == text.len(), "{:?}", table.span);
    let mut end = table.span.start;
    let mut last = None;
    for cell in &table.cells {
        let Span { start, .. } = cell.span;
        assert!(start >= end && table.span.contains(cell.span), "{cell:?} is not behind {end}");
        assert!(last < Some((cell.row, cell.column)), "{cell:?} is not behind {last:?}");
        assert!(cell.rows > 0 && cell.columns > 0, "{cell:?}");
        let words = text.get(cell.span.range());
        assert!(words.is_some_and(|words| !words.contains('\t')), "{cell:?} is no part of the text, or two cells");
        if !cell.span.is_empty() {
            assert!(document.origin(cell.span).is_some_and(|origin| origin.span.contains(cell.span)), "{cell:?}");
        }
        end = cell.span.end;
        last = Some((cell.row, cell.column));
    }
}
