//! The one place that knows the order: text → one script → lines → outline → reading → Notice → checks.

use arcstr::ArcStr;

use crate::document::{Document, DocumentTable, Named};
use crate::error::Error;
use crate::model::{BlockKind, Notice, Span};
use crate::options::Options;
use crate::outline::line::look;
use crate::outline::paragraph::{mark_files, paragraphs};
use crate::outline::{self, Paragraph, blocks};
use crate::reading::{self, Builder};
use crate::text::{fold, lines};
use crate::{check, evidence, printed, table};

/// Reads a notice. Any text is read as far as it goes; what could not be read is a diagnostic.
///
/// Spans count bytes in 32 bits; of a text beyond 4 GiB the first 4 GiB are read.
///
/// ```
/// let notice = fenjie::parse("1.建设示范食堂100家以上。\n责任单位：市教育局、市财政局");
/// let task = notice.tasks().next().unwrap();
/// assert_eq!(task.leads().next().unwrap().name, "市教育局");
/// ```
pub fn parse(text: &str) -> Notice {
    parse_with(text, &Options::default())
}

/// Reads a notice of which more is known than its text.
///
/// ```
/// let options = fenjie::Options::default();
/// assert_eq!(fenjie::parse_with("", &options), fenjie::parse(""));
/// ```
pub fn parse_with(text: &str, options: &Options) -> Notice {
    let source = ArcStr::from(addressable(text));
    let Some(folded) = fold(&source, &table::signs(&source)) else { return read(source, Known::default(), options) };
    let mut notice = read(folded.text.clone(), Known::default(), options);
    printed::restore(&mut notice, &folded);
    notice.source = source;
    notice
}

/// Reads what files hold: the cells of its tables are taken as they are given, and not guessed from the text.
///
/// # Errors
/// [`Error::Table`] where a table has spans outside of the text, cells out of order, or many more places than cells;
/// [`Error::TooLong`] from 4 GiB on.
///
/// ```
/// use fenjie::{Document, DocumentCell, DocumentTable, Options, Span};
///
/// let words = ["任务", "牵头单位", "办好食堂50家", "市教育局", "修好老桥", ""];
/// let (mut text, mut cells) = (String::new(), Vec::new());
/// for (at, words) in words.iter().enumerate() {
///     let start = text.len() as u32;
///     text += words;
///     let (row, column) = (at as u32 / 2, at as u32 % 2);
///     // The cell of the last row goes on from the row above it.
///     let rows = if row == 1 && column == 1 { 2 } else { 1 };
///     if at < 5 {
///         let span = Span::new(start, text.len() as u32);
///         cells.push(DocumentCell { span, row, column, rows, columns: 1 });
///     }
///     text.push(if column == 0 { '\t' } else { '\n' });
/// }
/// let tables = vec![DocumentTable { span: Span::new(0, text.len() as u32), cells }];
/// let document = Document { text, tables, ..Document::default() };
/// let notice = fenjie::parse_document(&document, &Options::default())?;
/// assert!(notice.tasks().all(|task| task.leads().next().unwrap().name == "市教育局"));
/// # Ok::<(), fenjie::Error>(())
/// ```
pub fn parse_document(document: &Document, options: &Options) -> Result<Notice, Error> {
    if u32::try_from(document.text.len()).is_err() {
        return Err(Error::TooLong { bytes: document.text.len() as u64 });
    }
    document.check()?;
    let source = ArcStr::from(&*document.text);
    // Only plain text has signs of markup: a document that has tables says of each that it is one.
    let signs = if document.tables.is_empty() { table::signs(&source) } else { Vec::new() };
    let mut named = document.named();
    let mut notice = match fold(&source, &signs) {
        None => read(source, Known { tables: &document.tables, named: &named }, options),
        Some(folded) => {
            for piece in &mut named {
                piece.span = folded.place(piece.span);
            }
            let mut tables = document.tables.clone();
            for table in &mut tables {
                table.span = folded.place(table.span);
                table.cells.iter_mut().for_each(|cell| cell.span = folded.place(cell.span));
            }
            let mut notice = read(folded.text.clone(), Known { tables: &tables, named: &named }, options);
            printed::restore(&mut notice, &folded);
            notice.source = source;
            notice
        }
    };
    check::remarks(&mut notice, document);
    Ok(notice)
}

/// What is known of a text beside its words.
#[derive(Clone, Copy, Default)]
struct Known<'a> {
    tables: &'a [DocumentTable],
    named: &'a [Named],
}

/// Reads a text that is in one script.
fn read(source: ArcStr, known: Known<'_>, options: &Options) -> Notice {
    let lines = lines(&source);
    let card = outline::card(&source, &lines);
    let tables = table::find(&source, &card.without(&lines), known.tables);
    let rows = tables.iter().flat_map(|table| table.lines.iter().copied());
    let looked = look(&source, &lines, &card.lines, rows, tables.iter().filter_map(|table| table.cut));
    let mut paragraphs = paragraphs(&looked);
    mark_files(&mut paragraphs, known.named.iter().map(|file| file.span.start));
    let regions = outline::regions(&paragraphs);
    let mut builder = Builder::of(source.len());
    builder.notice.header = reading::header(&paragraphs, &regions, &card);
    let mut kinds = vec![BlockKind::Prose; paragraphs.len()];
    let tables = reading::Tables { source: &source, found: &tables };
    let (mut parts, end) = reading::report(&paragraphs, &mut builder, &mut kinds).unwrap_or_default();
    if end == 0 {
        parts = reading::parts(&paragraphs, &regions, tables, &mut builder, &mut kinds);
    } else {
        let (behind, kinds) = (&paragraphs[end..], &mut kinds[end..]);
        parts.extend(reading::parts(behind, &outline::regions(behind), tables, &mut builder, kinds));
    }
    reading::settle_header(&mut builder.notice.header);
    reading::fill(&mut builder, parts, options);
    let figures = reading::figures(&builder);
    let mut notice = builder.notice;
    reading::link(&mut notice);
    notice.kind = reading::kind(&notice, &paragraphs);
    notice.blocks = blocks(&lines, &looked, &paragraphs, &kinds);
    notice.source = source;
    let occurrences = evidence::in_one_script(&notice, &lines, &figures);
    notice.evidence = evidence::count(&occurrences);
    check::run(&mut notice, &mended(&paragraphs), &occurrences, known.named);
    notice
}

/// The part of the text that a span can address.
fn addressable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn mended(paragraphs: &[Paragraph]) -> Vec<Span> {
    paragraphs.iter().flat_map(|paragraph| paragraph.mended.iter().copied()).collect()
}
