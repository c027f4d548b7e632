//! The words of a paragraph while it is read.

use super::properties;
use crate::xml::Element;

/// A paragraph that is open.
#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) properties: properties::Paragraph,
    pub(super) words: String,
    /// Whether its runs are hidden where they say nothing, and whether the open one is.
    pub(super) hides: bool,
    pub(super) hidden: bool,
    /// Where the open text began, and whether the blanks around it count.
    text: Option<(usize, bool)>,
}

impl Paragraph {
    pub(super) fn open_text(&mut self, element: &Element<'_>) {
        self.text = Some((self.words.len(), element.is("space", "preserve")));
    }

    /// Takes words if a text is open; a line break in the file is none in the paragraph.
    pub(super) fn text(&mut self, words: &str) {
        if self.text.is_some() && !self.hidden {
            self.words.extend(words.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        }
    }

    pub(super) fn close_text(&mut self) {
        let Some((start, keeps_blanks)) = self.text.take() else { return };
        if keeps_blanks {
            return;
        }
        let own = self.words.split_off(start);
        self.words += own.trim_matches(' ');
    }

    /// Puts a character that is an element of its own.
    pub(super) fn put(&mut self, character: char) {
        if !self.hidden {
            self.words.push(character);
        }
    }
}
