//! Web pages: the article without what stands around it, its tables with their cells.

mod article;
mod card;
mod element;
mod flow;
mod grid;
mod list;
mod measure;
mod parse;
mod space;
mod styles;
#[cfg(test)]
mod tests;
mod title;

use fenjie::Document;

use crate::writer::Writer;
use crate::{Error, Options, encoding};
use flow::Piece;
use measure::Measures;

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let text = encoding::decode(bytes, options.encoding.as_deref(), parse::declared(bytes).as_deref())?;
    let tree = parse::parse(&text, options)?;
    let pieces = flow::page(&tree, &Measures::of(&tree));
    let mut writer = Writer::new(options);
    if let Some(title) = title::missing(&tree, &pieces) {
        writer.paragraph(&title)?;
    }
    for piece in pieces {
        match piece {
            Piece::Line(words) => writer.paragraph(&words)?,
            Piece::Table(cells) => writer.table(cells)?,
        }
    }
    Ok(writer.finish())
}
