//! The elements of a content → its paragraphs, tables and sheets.

use super::lists::Lists;
use super::styles::Styles;
use super::table::Table;
use super::words::Words;
use crate::budget::Budget;
use crate::flow::{Block, Flow};
use crate::labels::Label;
use crate::xml::{Element, Event, Xml};
use crate::{Error, Format, Options, sheet};

/// A content that is being read.
pub(super) struct Body {
    styles: Styles,
    lists: Lists,
    flow: Flow,
    /// What is open around a note while it is read.
    around: Vec<Flow>,
    notes: Vec<Block>,
    tables: Vec<Table>,
    /// The sheets; `None` in a text.
    sheets: Option<Vec<Sheet>>,
    /// What each open element holds.
    open: Vec<Holds>,
    /// The paragraphs that are open: each stands in a text box or a note of the one before it.
    paragraphs: Vec<Paragraph>,
    /// For what is written and not read: labels, and cells that are repeated.
    budget: Budget,
}

/// A sheet that is being read.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) content: sheet::Sheet,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Paragraphs and tables; text between them is none.
    Blocks,
    Words,
    /// Words that are not shown.
    Hidden,
}

struct Paragraph {
    label: Option<Label>,
    words: Words,
}

impl Body {
    pub(super) fn new(styles: Styles, format: Format, options: &Options) -> Self {
        Self {
            styles,
            lists: Lists::default(),
            flow: Flow::default(),
            around: Vec::new(),
            notes: Vec::new(),
            tables: Vec::new(),
            sheets: (format == Format::Ods).then(Vec::new),
            open: Vec::new(),
            paragraphs: Vec::new(),
            budget: Budget::of_bytes(options),
        }
    }

    /// The text, and its notes.
    pub(super) fn finish(&mut self) -> (Vec<Block>, Vec<Block>) {
        (self.flow.finish(), std::mem::take(&mut self.notes))
    }

    pub(super) fn sheets(self) -> Vec<Sheet> {
        self.sheets.unwrap_or_default()
    }

    pub(super) fn event(&mut self, xml: &mut Xml<'_>, event: Event<'_>) -> Result<(), Error> {
        match event {
            Event::Start(element) => self.start(xml, &element),
            Event::End(element) => {
                let held = self.open.pop().unwrap_or(Holds::Blocks);
                self.end(element.local(), held)
            }
            Event::Text(words) => {
                if let Some(paragraph) = self.shown() {
                    paragraph.words.text(&words);
                }
                Ok(())
            }
        }
    }

    /// The open paragraph, if words that come now are its own and are shown.
    fn shown(&mut self) -> Option<&mut Paragraph> {
        let shown = self.open.last() == Some(&Holds::Words);
        self.paragraphs.last_mut().filter(|_| shown)
    }

    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Error> {
        if self.is_left_out(element) {
            return xml.skip();
        }
        if self.styles.take(xml, element)? {
            return Ok(());
        }
        let holds = self.holds(element);
        match element.local() {
            b"p" | b"h" => {
                let label = self.lists.label(element, &self.styles);
                self.paragraphs.push(Paragraph { label, words: Words::new() });
            }
            b"list" => self.lists.open_list(element),
            b"list-item" => self.lists.open_item(element),
            b"table" | b"table-column" | b"table-row" | b"table-cell" => self.open_table_part(element),
            b"covered-table-cell" => {
                self.tables.last_mut().into_iter().for_each(|table| table.cover(element));
                return xml.skip();
            }
            b"text-box" | b"custom-shape" => self.lists.enter(),
            b"note" => {
                self.lists.enter();
                self.around.push(std::mem::take(&mut self.flow));
            }
            _ => self.character(element),
        }
        self.open.push(holds);
        Ok(())
    }

    /// A character that is an element of its own.
    fn character(&mut self, element: &Element<'_>) {
        let Some(paragraph) = self.shown() else { return };
        match element.local() {
            b"s" => paragraph.words.blanks(element.number("c").unwrap_or(1)),
            b"tab" => paragraph.words.put('\t'),
            b"line-break" => paragraph.words.put('\n'),
            _ => {}
        }
    }

    /// What is deleted, hidden or beside the text.
    fn is_left_out(&self, element: &Element<'_>) -> bool {
        match element.local() {
            b"tracked-changes"
            | b"annotation"
            | b"ruby-text"
            | b"number"
            | b"script"
            | b"forms"
            | b"shapes"
            | b"content-validations" => true,
            b"section" => element.is("display", "none") || element.is("is-hidden", "true"),
            b"hidden-text" => element.is("is-hidden", "true"),
            _ => self.sheets.is_some() && element.name().starts_with(b"draw:"),
        }
    }

    fn holds(&self, element: &Element<'_>) -> Holds {
        let outer = self.open.last().copied().unwrap_or(Holds::Blocks);
        let hides =
            |family: &str| element.attribute("style-name").is_some_and(|style| self.styles.hides(family, &style));
        match element.local() {
            b"p" | b"h" if hides("paragraph") => Holds::Hidden,
            b"p" | b"h" => Holds::Words,
            b"span" if outer == Holds::Words && hides("text") => Holds::Hidden,
            b"note" | b"text-box" => Holds::Blocks,
            _ if element.name().starts_with(b"draw:") => Holds::Blocks,
            _ => outer,
        }
    }

    fn open_table_part(&mut self, element: &Element<'_>) {
        if element.local() == b"table" {
            if let Some(sheets) = self.sheets.as_mut().filter(|_| self.tables.is_empty()) {
                let style = element.attribute("style-name");
                sheets.push(Sheet {
                    name: element.attribute("name").map(String::from).unwrap_or_default(),
                    is_hidden: style.is_some_and(|style| self.styles.hides("table", &style)),
                    content: sheet::Sheet::default(),
                });
            }
            self.tables.push(Table::default());
            self.flow.open_table();
        }
        let Some(table) = self.tables.last_mut() else { return };
        match element.local() {
            b"table-column" => table.column(element),
            b"table-row" => table.open_row(element, &self.flow),
            b"table-cell" => {
                self.lists.enter();
                table.open_cell(element, &mut self.flow);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], held: Holds) -> Result<(), Error> {
        match name {
            b"p" | b"h" => return self.close_paragraph(held),
            b"list" | b"text-box" | b"custom-shape" => self.lists.leave(),
            b"list-item" => self.lists.close_item(),
            b"table" => return self.close_table(),
            b"table-row" | b"table-cell" => return self.close_table_part(name),
            b"note" => {
                self.lists.leave();
                let mut note = std::mem::replace(&mut self.flow, self.around.pop().unwrap_or_default());
                self.notes.append(&mut note.finish());
            }
            _ => {}
        }
        Ok(())
    }

    fn close_paragraph(&mut self, held: Holds) -> Result<(), Error> {
        let Some(paragraph) = self.paragraphs.pop() else { return Ok(()) };
        if held == Holds::Words {
            self.flow.paragraph(Label::put(paragraph.label, paragraph.words.finish(), &self.budget)?);
        }
        Ok(())
    }

    fn close_table(&mut self) -> Result<(), Error> {
        let table = self.tables.pop().unwrap_or_default();
        match self.sheets.as_mut().and_then(|sheets| sheets.last_mut()) {
            Some(sheet) if self.tables.is_empty() => sheet.content = table.finish(self.flow.close_sheet()),
            _ => self.flow.close_table(&self.budget)?,
        }
        Ok(())
    }

    fn close_table_part(&mut self, name: &[u8]) -> Result<(), Error> {
        if name == b"table-cell" {
            self.lists.leave();
        }
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        match name {
            b"table-cell" => table.close_cell(&mut self.flow, self.sheets.is_none(), &self.budget),
            _ => table.close_row(&mut self.flow, &self.budget),
        }
    }
}
