//! PDF: characters at places, and lines between them. Words, lines and tables are found again from where they stand.

mod cmap;
mod content;
mod file;
mod filter;
mod font;
mod glyph_names;
mod known_maps;
mod lexer;
mod object;
mod pages;
mod path;
mod scan;
mod shapes;
mod text;

use fenjie::{Document, Place};

use crate::writer::Writer;
use crate::{Error, Options};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let file = file::File::open(bytes, options)?;
    let mut fonts = content::Fonts::new();
    let mut writer = Writer::new(options);
    for page in pages::pages(&file)? {
        let drawing = content::draw(&file, &mut fonts, &page)?.upright();
        let text: String = drawing.glyphs.iter().map(|glyph| glyph.character).collect();
        writer.line(&text, Place::Page { page: 1, line: 1 })?;
        eprintln!("{:?}", drawing.rules.len());
    }
    Ok(writer.finish())
}
