//! The number formats of a workbook, by the styles of its cells.

use std::collections::HashMap;

use super::{Epoch, NumberFormat};

/// The formats, and which style has which. Formats are given before the styles that have them.
#[derive(Default)]
pub(crate) struct Styles {
    formats: HashMap<u16, NumberFormat>,
    of_cells: Vec<u16>,
    pub(crate) epoch: Epoch,
}

impl Styles {
    /// Takes the code of a format.
    pub(crate) fn format(&mut self, id: u16, code: &str) {
        self.formats.insert(id, NumberFormat::read(code));
    }

    /// Takes the next style: which format it has.
    pub(crate) fn style(&mut self, format: u16) {
        self.formats.entry(format).or_insert_with(|| NumberFormat::builtin(format));
        self.of_cells.push(format);
    }

    /// How a cell of a style shows a number. A style that there is not is the first one's, `General`.
    pub(crate) fn number(&self, style: usize, value: f64) -> String {
        match self.of(style) {
            Some(format) => format.number(value, self.epoch),
            None => NumberFormat::default().number(value, self.epoch),
        }
    }

    /// How a cell of a style shows words.
    pub(crate) fn text(&self, style: usize, words: String) -> String {
        match self.of(style) {
            Some(format) => format.text(words),
            None => words,
        }
    }

    fn of(&self, style: usize) -> Option<&NumberFormat> {
        self.of_cells.get(style).and_then(|format| self.formats.get(format))
    }
}
