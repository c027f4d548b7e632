//! Documents of Word 97 to 2003 (MS-DOC), and most of WPS: the paragraphs and tables of the text, as a reader sees
//! them, text boxes before the paragraphs they hang on, and notes behind the text. Headers, footers and remarks are not read.

mod boxes;
mod changes;
mod fib;
mod fonts;
mod lists;
mod pieces;
mod properties;
mod runs;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use std::ops::{Range, RangeInclusive};

use boxes::Boxes;
use fenjie::Document;
use fib::{Fib, Part};
use fonts::Fonts;
use lists::Lists;
use pieces::{Pieces, Unit};
use properties::{Properties, RowForm};
use runs::{Look, Runs, Said};
use styles::Styles;
use table::Level;

use crate::budget::Budget;
use crate::compound::Compound;
use crate::flow::{self, Block};
use crate::labels::Label;
use crate::symbol;
use crate::writer::Writer;
use crate::{Error, Format, Limit, Options};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let file = Compound::open(bytes, Format::Doc)?;
    let stream = file.needed("WordDocument")?;
    let fib = Fib::read(&stream)?;
    let table = file.needed(fib.table)?;
    let data = file.stream("Data")?.unwrap_or_default();
    let part = |part| fib.part(&stream, &table, part);
    let stories = &fib.stories;
    let pieces = Pieces::read(&stream, part(Part::Pieces)?, stories.boxes.end)?;
    let mut reader = Reader {
        pieces: &pieces,
        data: &data,
        paragraphs: runs::paragraphs(&stream, part(Part::Paragraphs)?)?,
        looks: runs::looks(&stream, part(Part::Characters)?)?,
        fonts: Fonts::read(part(Part::Fonts)?),
        boxes: Boxes::read(part(Part::Boxes)?, part(Part::Anchors)?, &stories.boxes),
        styles: Styles::read(part(Part::Styles)?, &data),
        lists: Lists::read(fib.from(&stream, &table, Part::Lists), fib.from(&stream, &table, Part::ListUses).0),
        depth: options.depth,
        budget: Budget::of_bytes(options),
        open: Open::default(),
    };
    let mut blocks = reader.story(stories.main.clone())?;
    for text in reader.boxes.rest() {
        blocks.extend(reader.aside(text)?);
    }
    let notes = [reader.aside(stories.footnotes.clone())?, reader.aside(stories.endnotes.clone())?].concat();
    let mut writer = Writer::new(options);
    flow::write(&mut writer, blocks, notes)?;
    Ok(writer.finish())
}

struct Reader<'a> {
    pieces: &'a Pieces<'a>,
    data: &'a [u8],
    paragraphs: Runs<Said<'a>>,
    looks: Runs<Look>,
    fonts: Fonts,
    boxes: Boxes,
    styles: Styles,
    lists: Lists,
    /// How many tables may be inside of each other.
    depth: usize,
    /// For labels, and for changes that many paragraphs have.
    budget: Budget,
    open: Open,
}

/// What is open in a text: the main one, a box, the notes.
#[derive(Default)]
struct Open {
    /// The text around all tables, and the tables that are open, each inside of the one before it.
    levels: Vec<Level>,
    /// What stands in the boxes that hang on the open paragraph.
    boxes: Vec<Block>,
    /// The words of the open paragraph.
    words: Vec<u16>,
    fields: Fields,
}

impl Reader<'_> {
    /// Reads a text of its own. Boxes hang on the main text alone, so that no more than two texts are open.
    fn story(&mut self, part: Range<u32>) -> Result<Vec<Block>, Error> {
        let outer = std::mem::take(&mut self.open);
        let pieces = self.pieces;
        for unit in pieces.units(part) {
            self.unit(unit)?;
        }
        let blocks = self.finish();
        self.open = outer;
        Ok(blocks)
    }

    /// Reads a text beside the main one: a box, or all notes of a kind, which stand in the order of the text. Behind the last
    /// paragraph is one without words.
    fn aside(&mut self, part: Range<u32>) -> Result<Vec<Block>, Error> {
        let mut blocks = self.story(part)?;
        while matches!(blocks.last(), Some(Block::Paragraph(words)) if words.trim().is_empty()) {
            blocks.pop();
        }
        Ok(blocks)
    }

    fn unit(&mut self, unit: Unit) -> Result<(), Error> {
        match unit.code {
            CELL | PARAGRAPH => return self.end_paragraph(unit),
            // A break of pages can stand in the middle of a paragraph.
            PAGE if self.paragraphs.at(unit.place).is_none_or(|run| run.end == unit.next) => {
                return self.end_paragraph(unit);
            }
            SHAPE => self.shape(unit)?,
            FIELD => self.open.fields.begin(),
            FIELD_RESULT => self.open.fields.result(),
            FIELD_END => self.open.fields.end(),
            LINE | COLUMN | PAGE => self.push(unit, u16::from(b'\n')),
            HYPHEN => self.push(unit, u16::from(b'-')),
            TAB | 0x20.. => self.push(unit, unit.code),
            // Pictures, the marks of notes, and other things that have no words.
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, unit: Unit, code: u16) {
        if self.open.fields.hides() {
            return;
        }
        let (font, place) = match self.look(unit) {
            Some(Look::Unseen) => return,
            Some(Look::Symbol { font, code }) => (font, code),
            Some(Look::Font(font)) if FONT_PLACES.contains(&code) => (font, code),
            _ => return self.open.words.push(code),
        };
        if let Some(meant) = symbol::character(self.fonts.name(font), place.into()) {
            self.open.words.extend(meant.encode_utf16(&mut [0; 2]).iter());
        }
    }

    fn look(&self, unit: Unit) -> Option<Look> {
        if self.looks.is_empty() { None } else { self.looks.at(unit.place).map(|run| run.value) }
    }

    /// A shape hangs here: what stands in its box comes before the paragraph, as in younger files.
    fn shape(&mut self, unit: Unit) -> Result<(), Error> {
        for text in self.boxes.at(unit.at) {
            if !matches!(self.look(unit), Some(Look::Unseen)) {
                let blocks = self.aside(text)?;
                self.open.boxes.extend(blocks);
            }
        }
        Ok(())
    }

    /// Ends a paragraph, and what ends with it: a cell, a row, a table.
    fn end_paragraph(&mut self, unit: Unit) -> Result<(), Error> {
        let properties = self.properties(unit)?;
        self.open.fields.end_paragraph();
        let words = String::from_utf16_lossy(&std::mem::take(&mut self.open.words));
        let depth = properties.depth().max(usize::from(unit.code == CELL));
        self.enter(depth)?;
        let boxes = std::mem::take(&mut self.open.boxes);
        self.level().blocks.extend(boxes);
        if properties.ends_row() && depth > 0 {
            self.level().end_row(properties.row);
            return Ok(());
        }
        let label = properties.list.and_then(|list| self.lists.next(list, properties.level));
        let words = Label::put(label, words, &self.budget)?;
        self.level().blocks.push(Block::Paragraph(words));
        if depth == 1 && unit.code == CELL || depth > 1 && properties.ends_inner_cell {
            self.level().end_cell();
        }
        Ok(())
    }

    fn properties(&self, unit: Unit) -> Result<Properties, Error> {
        let said = self.paragraphs.at(unit.place).map(|run| run.value).unwrap_or_default();
        let mut properties = self.styles.properties(said.style);
        // Paragraphs of two bytes each may have what their style says of a row.
        self.budget.take(properties.row.as_ref().map_or(0, RowForm::bytes))?;
        for changes in [said.changes, self.pieces.changes(unit)] {
            self.budget.take(properties.apply(changes, self.data))?;
        }
        Ok(properties)
    }

    /// Opens and closes tables until as many are open as a paragraph is inside of.
    fn enter(&mut self, depth: usize) -> Result<(), Error> {
        if depth > self.depth {
            return Err(Error::TooLarge { limit: Limit::Depth, allowed: self.depth as u64 });
        }
        while self.open.levels.len() > depth + 1 {
            self.leave();
        }
        self.open.levels.resize_with(depth + 1, Level::default);
        Ok(())
    }

    /// Closes the innermost table.
    fn leave(&mut self) {
        if let Some(table) = self.open.levels.pop() {
            let blocks = table.finish();
            self.level().blocks.extend(blocks);
        }
    }

    fn level(&mut self) -> &mut Level {
        if self.open.levels.is_empty() {
            self.open.levels.push(Level::default());
        }
        // There is one now.
        let last = self.open.levels.len() - 1;
        &mut self.open.levels[last]
    }

    /// Ends a text.
    fn finish(&mut self) -> Vec<Block> {
        let boxes = std::mem::take(&mut self.open.boxes);
        self.level().blocks.extend(boxes);
        if !self.open.words.is_empty() {
            let words = String::from_utf16_lossy(&std::mem::take(&mut self.open.words));
            self.level().blocks.push(Block::Paragraph(words));
        }
        while self.open.levels.len() > 1 {
            self.leave();
        }
        std::mem::take(&mut self.level().blocks)
    }
}

const CELL: u16 = 0x07;
const SHAPE: u16 = 0x08;
const TAB: u16 = 0x09;
const LINE: u16 = 0x0b;
const PAGE: u16 = 0x0c;
const PARAGRAPH: u16 = 0x0d;
const COLUMN: u16 = 0x0e;
const FIELD: u16 = 0x13;
const FIELD_RESULT: u16 = 0x14;
const FIELD_END: u16 = 0x15;
const HYPHEN: u16 = 0x1e;

/// Characters that are places in the font they are set in, most of all in one of symbols.
const FONT_PLACES: RangeInclusive<u16> = 0xf000..=0xf0ff;

/// The fields that are open: each has an instruction, which nobody sees, and may have a result.
#[derive(Default)]
struct Fields {
    /// Whether each is in its instruction.
    open: Vec<bool>,
    /// How many are.
    hiding: usize,
}

impl Fields {
    fn begin(&mut self) {
        self.open.push(true);
        self.hiding += 1;
    }

    fn result(&mut self) {
        if let Some(instruction) = self.open.last_mut() {
            self.hiding -= usize::from(std::mem::take(instruction));
        }
    }

    fn end(&mut self) {
        self.result();
        self.open.pop();
    }

    fn hides(&self) -> bool {
        self.hiding > 0
    }

    /// An instruction that does not end with its paragraph is damaged, and hides nothing more.
    fn end_paragraph(&mut self) {
        if self.hiding > 0 {
            *self = Self::default();
        }
    }
}
