//! The elements of a document → its paragraphs and tables.

use super::numbering::Numbering;
use super::paragraph::Paragraph;
use super::properties;
use super::styles::Styles;
use super::table::Table;
use crate::budget::Budget;
use crate::flow::{Block, Flow};
use crate::labels::Label;
use crate::symbol;
use crate::xml::{Element, Event, Xml};
use crate::{Error, Format, Options};

/// Where a note is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    Foot,
    End,
}

/// No instruction is longer that draws a character.
const LONGEST_INSTRUCTION: usize = 64;

/// A text that is being read: the document, or its notes.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    flow: Flow,
    tables: Vec<Table>,
    /// The paragraphs that are open: each stands in a text box of the one before it.
    paragraphs: Vec<Paragraph>,
    /// Words of a paragraph whose end is deleted.
    carried: String,
    /// The fields that are open, and whether the result of each has begun.
    fields: Vec<bool>,
    /// In how many of them it has not.
    instructions: usize,
    /// The instruction that came last, as far as it is looked at, and whether it goes on.
    told: String,
    telling: bool,
    /// The alternatives that are open, and whether one of each has been taken.
    alternatives: Vec<bool>,
    /// The content controls that are open, and whether each still shows what to fill in.
    controls: Vec<bool>,
    notes: Vec<(NoteKind, String)>,
    /// For labels.
    budget: Budget,
}

impl<'a> Body<'a> {
    pub(super) fn new(styles: &'a Styles, numbering: Numbering, options: &Options) -> Self {
        Self {
            styles,
            numbering,
            flow: Flow::default(),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            carried: String::new(),
            fields: Vec::new(),
            instructions: 0,
            told: String::new(),
            telling: false,
            alternatives: Vec::new(),
            controls: Vec::new(),
            notes: Vec::new(),
            budget: Budget::of_bytes(options),
        }
    }

    /// What was read since the last time.
    pub(super) fn finish(&mut self) -> Vec<Block> {
        self.release();
        self.flow.finish()
    }

    /// The notes of a kind to which the text refers, in its order.
    pub(super) fn notes(&self, kind: NoteKind) -> Vec<String> {
        self.notes.iter().filter(|(of, _)| *of == kind).map(|(_, id)| id.clone()).collect()
    }

    pub(super) fn event(&mut self, xml: &mut Xml<'_>, event: Event<'_>) -> Result<(), Error> {
        match event {
            Event::Start(element) => self.start(xml, &element),
            Event::End(element) => self.end(element.local()),
            Event::Text(words) => {
                if let Some(paragraph) = self.shown() {
                    paragraph.text(&words);
                } else if self.telling {
                    let room = LONGEST_INSTRUCTION.saturating_sub(self.told.len());
                    self.told.extend(words.chars().take(room));
                }
                Ok(())
            }
        }
    }

    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Error> {
        match element.local() {
            // What was deleted or moved away, what a word sounds like, and what belongs to no word.
            b"del" | b"moveFrom" | b"rt" | b"sectPr" | b"tblPr" | b"tblGrid" => xml.skip()?,
            b"p" => self.paragraphs.push(Paragraph::default()),
            b"pPr" => self.paragraph_properties(xml)?,
            b"tbl" | b"tr" | b"trPr" | b"tc" | b"tcPr" => self.table_part(xml, element)?,
            b"AlternateContent" => self.alternatives.push(false),
            b"Choice" | b"Fallback" => self.alternative(xml)?,
            b"sdt" => self.controls.push(false),
            b"sdtPr" => self.control_properties(xml)?,
            b"fldChar" => self.field(element),
            b"instrText" => self.telling = true,
            b"altChunk" => {
                return Err(Error::broken(Format::Docx, "a part of it is a file of another kind (altChunk)"));
            }
            _ => self.run_part(xml, element)?,
        }
        Ok(())
    }

    /// A run, and what stands in it.
    fn run_part(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Error> {
        if element.local() == b"rPr" {
            return self.run_properties(xml);
        }
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| element.local() == b"r") {
            paragraph.hidden = paragraph.hides;
        }
        let Some(paragraph) = self.shown() else { return Ok(()) };
        match element.local() {
            b"t" => paragraph.open_text(element),
            b"tab" | b"ptab" => paragraph.put('\t'),
            b"br" | b"cr" => paragraph.put('\n'),
            b"noBreakHyphen" => paragraph.put('-'),
            b"sym" => {
                let (font, code) = (element.attribute("font"), element.attribute("char"));
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                let meant = code.and_then(|code| symbol::character(font.as_deref().unwrap_or_default(), code));
                if let Some(meant) = meant {
                    paragraph.put(meant);
                }
            }
            b"footnoteReference" => self.note(NoteKind::Foot, element),
            b"endnoteReference" => self.note(NoteKind::End, element),
            _ => {}
        }
        Ok(())
    }

    fn note(&mut self, kind: NoteKind, element: &Element<'_>) {
        self.notes.extend(element.attribute("id").map(|id| (kind, id.into_owned())));
    }

    /// The open paragraph, if words that come now are seen: the instruction of a field is not.
    fn shown(&mut self) -> Option<&mut Paragraph> {
        let seen = self.instructions == 0 && !self.controls.contains(&true);
        self.paragraphs.last_mut().filter(|_| seen)
    }

    fn paragraph_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        let properties = properties::paragraph(xml)?;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.hides = self.styles.hides(&properties);
            paragraph.properties = properties;
        }
        Ok(())
    }

    fn run_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        let run = properties::run(xml)?;
        let of_style = || run.style.as_deref().and_then(|style| self.styles.hides_run(style));
        if let (Some(hidden), Some(paragraph)) = (run.hidden.or_else(of_style), self.paragraphs.last_mut()) {
            paragraph.hidden = hidden;
        }
        Ok(())
    }

    fn control_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        let mut empty = false;
        xml.inside(|_, element| {
            empty |= element.local() == b"showingPlcHdr" && properties::is_on(element);
            Ok(())
        })?;
        if let Some(control) = self.controls.last_mut() {
            *control = empty;
        }
        Ok(())
    }

    /// Takes the first of several forms of the same content.
    fn alternative(&mut self, xml: &mut Xml<'_>) -> Result<(), Error> {
        match self.alternatives.last_mut() {
            Some(taken) if *taken => xml.skip(),
            Some(taken) => {
                *taken = true;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn field(&mut self, element: &Element<'_>) {
        let ended = match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(false);
                self.instructions += 1;
                self.told.clear();
                false
            }
            Some("separate") => self.fields.last_mut().is_some_and(|result| !std::mem::replace(result, true)),
            Some("end") => self.fields.pop().is_some_and(|result| !result),
            _ => false,
        };
        self.instructions -= usize::from(ended);
        // A field that draws a character has no other result.
        let drawn =
            symbol::drawn(&std::mem::take(&mut self.told)).filter(|_| ended && element.is("fldCharType", "end"));
        if let (Some(drawn), Some(paragraph)) = (drawn, self.shown()) {
            paragraph.put(drawn);
        }
    }

    fn table_part(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Error> {
        if element.local() == b"tbl" {
            self.release();
            self.flow.open_table();
            self.tables.push(Table::default());
        }
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        match element.local() {
            b"tr" => table.open_row(),
            b"trPr" => table.row_properties(xml)?,
            b"tc" => table.open_cell(&mut self.flow),
            b"tcPr" => table.cell_properties(xml, &mut self.flow)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Error> {
        match name {
            b"t" => self.paragraphs.last_mut().into_iter().for_each(Paragraph::close_text),
            b"instrText" => self.telling = false,
            b"p" => return self.close_paragraph(),
            b"tc" => {
                self.release();
                self.tables.last_mut().into_iter().for_each(Table::close_cell);
            }
            b"tr" => self.tables.last_mut().into_iter().for_each(Table::close_row),
            b"tbl" => {
                self.tables.pop();
                self.flow.close_table(&self.budget)?;
            }
            b"txbxContent" => self.release(),
            b"AlternateContent" => drop(self.alternatives.pop()),
            b"sdt" => drop(self.controls.pop()),
            _ => {}
        }
        Ok(())
    }

    fn close_paragraph(&mut self) -> Result<(), Error> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        // An instruction does not go on in the next paragraph; where its end is missing, the words behind it are not lost.
        // Those whose result has begun hide nothing, and may go with it.
        if std::mem::take(&mut self.instructions) > 0 {
            self.fields.clear();
        }
        self.carried += &paragraph.words;
        if paragraph.properties.runs_on {
            return Ok(());
        }
        let (numbering, styles) = (&mut self.numbering, self.styles);
        let place = styles.place(&paragraph.properties, |list, style| numbering.linked(list, style, styles));
        let label = place.and_then(|place| numbering.next(place, styles));
        let words = std::mem::take(&mut self.carried);
        self.flow.paragraph(Label::put(label, words, &self.budget)?);
        Ok(())
    }

    /// Ends a paragraph whose end is deleted and that no other follows.
    fn release(&mut self) {
        if !self.carried.is_empty() {
            self.flow.paragraph(std::mem::take(&mut self.carried));
        }
    }
}
