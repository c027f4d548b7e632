//! Reads the files in which Chinese local-government notices come: what they hold becomes a [`Document`], the words in reading
//! order with the cells of the tables and the place of everything, which [`fenjie::parse_document`] reads.
//!
//! ```
//! use fenjie_files::{Options, read};
//!
//! let page = "<html><body><h1>清单</h1><table><tr><th>任务</th><th>牵头单位</th></tr>\
//!             <tr><td>办好食堂50家</td><td>市教育局</td></tr></table></body></html>";
//! let document = read(page.as_bytes(), "清单.html", &Options::default())?;
//! let notice = fenjie::parse_document(&document, &fenjie::Options::default())?;
//! let unit = notice.tasks().next().unwrap().leads().next().unwrap();
//! assert_eq!(unit.name, "市教育局");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is read
//!
//! What a file is, its first bytes say, never its name ([`Format::of`]).
//!
//! | [`Format`] | what of it |
//! | --- | --- |
//! | [`Text`](Format::Text) | every line; all of it as a table where it is separated values (CSV); UTF-8, UTF-16, GB18030 or Big5 |
//! | [`Html`](Format::Html) | the article without what stands around it, and the card of metadata; numbers of lists |
//! | [`Docx`](Format::Docx), [`Doc`](Format::Doc), [`Odt`](Format::Odt) | text and tables with the numbers of lists, changes as accepted, text boxes before the paragraph they hang on, notes behind the text |
//! | [`Xlsx`](Format::Xlsx), [`Xls`](Format::Xls), [`Ods`](Format::Ods) | what the cells of the sheets show, as their number formats say; formulas as they were last computed |
//! | [`Pdf`](Format::Pdf) | lines, in two columns as well, and tables that are drawn with rules, over several pages; running heads stay in the text |
//!
//! Hidden text, what the style sheets of a page hide, headers, footers, comments and pictures in the text are left out. Hidden
//! sheets and pages that are pictures are left out too, rows and columns out of sight, which a filter may have put there, are read;
//! of these there is a [`Remark`]. Of a ZIP archive all files are read together. Word 6 and 95, XLSB, OFD, RTF, slides, pictures,
//! scanned pages, other archives and documents under a password are an [`Error::Unreadable`], which says what to do; so are, where
//! this is compiled for the web, PDF that are locked without a password. A file that is damaged is an [`Error::Broken`], never
//! half a document.
//!
//! Nothing is fetched, nothing is run, and no file makes the reader panic; what one may cost, [`Options`] say.

#![forbid(unsafe_code)]

mod archive;
mod budget;
mod bytes;
mod compound;
mod csv;
mod doc;
mod docx;
mod encoding;
mod error;
mod flow;
mod format;
mod grid;
mod html;
mod labels;
mod number;
mod odf;
mod options;
mod package;
mod pdf;
mod plain;
mod relations;
mod sheet;
mod symbol;
#[cfg(test)]
mod testing;
mod together;
mod writer;
mod xls;
mod xlsx;
mod xml;

pub use error::{Error, Limit};
pub use fenjie::{Document, DocumentCell, DocumentTable, Origin, Place, Remark, RemarkKind};
pub use format::Format;
pub use options::Options;
pub use together::read_together;

/// Reads a file. What it is, its bytes say; its `name` is kept for messages and for files of which the bytes say nothing.
///
/// # Errors
/// [`Error::Unreadable`] where it is of a kind that is not read, with what to do about it; [`Error::Broken`] where it is not
/// what it begins as; [`Error::TooLarge`] where it is larger than `options` allow; [`Error::Text`] where it is text that
/// cannot be decoded; [`Error::Encoding`] where `options` name an encoding that there is not.
///
/// ```
/// use fenjie_files::{Options, read};
///
/// # let path = std::env::temp_dir().join("fenjie-清单.csv");
/// # std::fs::write(&path, "序号,任务,责任单位\n1,修桥3座,市交通局\n")?;
/// let bytes = std::fs::read(&path)?;
/// let document = read(&bytes, "清单.csv", &Options::default())?;
/// let cell = document.tables[0].cells[5].span;
/// assert_eq!(&document.text[cell.range()], "市交通局");
/// assert_eq!(document.origin(cell).unwrap().place.zh(), "表1第2行第3列");
/// # std::fs::remove_file(&path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Document, Error> {
    encoding::check(options)?;
    let mut document = match Format::of(bytes) {
        Format::Archive if bytes.starts_with(b"PK") => return archive::open(bytes, name, options),
        Format::Text => plain::read(bytes, options)?,
        Format::Xlsx => xlsx::read(bytes, options)?,
        Format::Xls => xls::read(bytes, options)?,
        Format::Doc => doc::read(bytes, options)?,
        Format::Docx => docx::read(bytes, options)?,
        Format::Odt => odf::read_text(bytes, options)?,
        Format::Ods => odf::read_sheets(bytes, options)?,
        Format::Html => html::read(bytes, options)?,
        Format::Pdf => pdf::read(bytes, options)?,
        format => return Err(Error::Unreadable { format }),
    };
    document.files = vec![name.to_owned()];
    Ok(document)
}
