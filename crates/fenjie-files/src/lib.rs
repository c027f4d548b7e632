//! Reads the files in which notices come: what they hold becomes a [`Document`], which [`fenjie::parse_document`] reads.
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

#![forbid(unsafe_code)]

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
mod sheet;
#[cfg(test)]
mod testing;
mod writer;
mod xls;
mod xlsx;
mod xml;

pub use error::{Error, Limit};
pub use fenjie::{Document, DocumentCell, DocumentTable, Origin, Place};
pub use format::Format;
pub use options::Options;

/// Reads a file. What it is, its bytes say; its `name` is kept for messages and for files of which the bytes say nothing.
///
/// # Errors
/// [`Error::Unreadable`] where it is of a kind that is not read, with what to do about it; [`Error::Broken`] where it is not
/// what it begins as; [`Error::TooLarge`] where it is larger than `options` allow; [`Error::Text`] where it is text that
/// cannot be decoded; [`Error::Encoding`] where `options` name an encoding that there is not.
pub fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Document, Error> {
    encoding::check(options)?;
    let mut document = match Format::of(bytes) {
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
