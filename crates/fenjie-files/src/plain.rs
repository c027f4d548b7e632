//! Plain text: decoded, and left as it is unless all of it is a sheet. What looks like a table in it, the core finds.

use fenjie::{Document, Origin, Place, Span};

use crate::writer::Writer;
use crate::{Error, Options, csv, encoding};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let text = encoding::decode(bytes, options.encoding.as_deref(), None)?;
    let mut writer = Writer::new(options);
    if csv::write(&mut writer, &text)? {
        return Ok(writer.finish());
    }
    // A text that needs no decoding keeps its byte order mark, so that spans are places of the file.
    let text = std::str::from_utf8(bytes).map_or_else(|_| text.into_owned(), str::to_owned);
    if u32::try_from(text.len()).is_err() {
        return Err(fenjie::Error::TooLong { bytes: text.len() as u64 }.into());
    }
    let mut origins = Vec::new();
    let mut start = 0;
    for (line, words) in (1..).zip(text.split_inclusive('\n')) {
        let end = start + words.len() as u32;
        origins.push(Origin { span: Span::new(start, end), file: 0, place: Place::Line(line) });
        start = end;
    }
    Ok(Document { text, origins, ..Document::default() })
}
