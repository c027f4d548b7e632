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
mod tests;

use fenjie::{Document, Origin, Place, Remark, RemarkKind, Span};

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
        seen.count(number, &drawing);
        flows.push(Flow::of(&file, number, drawing.upright())?);
    }
    if seen.is_scan() {
        return Err(Error::Unreadable { format: Format::Scan });
    }
    let mut writer = Writer::new(options);
    write(joined(flows), &mut writer)?;
    let mut document = writer.finish();
    document.remarks = seen.scanned_pages().into_iter().map(|page| scanned(&document, page)).collect();
    Ok(document)
}

/// The remark on a page that is a picture, where its words would stand.
fn scanned(document: &Document, page: u32) -> Remark {
    let before = |origin: &Origin| matches!(origin.place, Place::Page { page: own, .. } if own < page);
    let behind = document.origins.get(document.origins.partition_point(before));
    let at = behind.map_or(document.text.len() as u32, |origin| origin.span.start);
    let origin = Origin { span: Span::new(at, at), file: 0, place: Place::Page { page, line: 1 } };
    Remark { kind: RemarkKind::Picture, origin }
}

/// What there is on the pages.
#[derive(Default)]
struct Seen {
    pages: Vec<SeenPage>,
}

/// What there is on a page.
struct SeenPage {
    number: u32,
    /// Characters of words; the number of a page is none.
    words: usize,
    /// All that are printed, and those of which no one knows what they are.
    characters: usize,
    unknown: usize,
    images: u32,
}

impl Seen {
    fn count(&mut self, number: u32, drawing: &shapes::Drawing) {
        let count = |is_it: fn(char) -> bool| drawing.glyphs.iter().filter(|glyph| is_it(glyph.character)).count();
        self.pages.push(SeenPage {
            number,
            words: count(char::is_alphabetic),
            characters: count(|c| !c.is_whitespace()),
            unknown: count(|c| c == char::REPLACEMENT_CHARACTER),
            images: drawing.images,
        });
    }

    /// The pages that are pictures, of whose words nothing is known.
    fn scanned_pages(&self) -> Vec<u32> {
        let is_picture = |page: &&SeenPage| page.images > 0 && page.words == 0;
        self.pages.iter().filter(is_picture).map(|page| page.number).collect()
    }

    /// Whether no page has words and some are pictures, or most characters are of fonts that do not tell what they are.
    fn is_scan(&self) -> bool {
        let sum = |count: fn(&SeenPage) -> usize| self.pages.iter().map(count).sum::<usize>();
        let unknown = sum(|page| page.unknown);
        let known = sum(|page| page.characters) - unknown;
        unknown > known || sum(|page| page.words) == 0 && !self.scanned_pages().is_empty()
    }
}
