//! PDF: characters at places, and lines between them. Words, lines and tables are found again from where they stand.
//!
//! [`scan`], [`file`], [`lock`], [`object`], [`lexer`] and [`filter`] read the objects of a file; [`pages`], [`content`], [`text`] and
//! [`path`] what they draw; [`font`], [`cmap`] and [`known_maps`] which characters that are. [`lines`], [`rules`],
//! [`lattice`], [`columns`], [`wrap`], [`grid`] and [`flow`] make words and tables of it.

mod cmap;
mod columns;
mod content;
mod file;
mod filter;
mod flow;
mod font;
mod glyph_names;
mod grid;
mod known_maps;
mod lattice;
mod lexer;
mod lines;
#[cfg(not(target_family = "wasm"))]
mod lock;
#[cfg(target_family = "wasm")]
#[path = "lock/none.rs"]
mod lock;
mod object;
mod pages;
mod path;
mod resources;
mod rules;
mod scan;
mod shapes;
mod text;
mod wrap;

#[cfg(test)]
mod built;
#[cfg(test)]
mod tests;

use fenjie::Document;

use self::content::draw;
use self::flow::{Flow, joined, write};
use self::resources::Known;
use crate::writer::Writer;
use crate::{Error, Format, Options};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let file = file::File::open(bytes, options)?;
    let mut known = Known::default();
    let mut flows = Vec::new();
    let mut seen = Seen::default();
    for (number, page) in (1..).zip(pages::pages(&file)?) {
        let drawing = draw(&file, &mut known, &page)?;
        seen.count(&drawing);
        flows.push(Flow::of(&file, number, drawing.upright())?);
    }
    if seen.is_scan() {
        return Err(Error::Unreadable { format: Format::Scan });
    }
    let mut writer = Writer::new(options);
    write(joined(flows), &mut writer)?;
    Ok(writer.finish())
}

/// What there is on the pages.
#[derive(Default)]
struct Seen {
    characters: usize,
    /// Those of which no one knows what they are.
    unknown: usize,
    images: u32,
}

impl Seen {
    fn count(&mut self, drawing: &shapes::Drawing) {
        let printed = drawing.glyphs.iter().filter(|glyph| !glyph.character.is_whitespace());
        self.characters += printed.count();
        self.unknown += drawing.glyphs.iter().filter(|glyph| glyph.character == char::REPLACEMENT_CHARACTER).count();
        self.images += drawing.images;
    }

    /// Whether there are pictures but no words, or words whose fonts do not tell what they are.
    fn is_scan(&self) -> bool {
        let words = self.characters - self.unknown.min(self.characters);
        self.unknown > words || self.images > 0 && words == 0
    }
}
