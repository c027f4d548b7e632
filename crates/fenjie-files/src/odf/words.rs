//! The words of a paragraph while it is read.

/// Words, with blanks as the format counts them: those at the beginning are none, and several are one.
pub(super) struct Words {
    text: String,
    /// Whether a blank that comes now is one too many.
    blank: bool,
}

/// How many blanks in a row are written at most.
const MOST_BLANKS: u32 = 64;

impl Words {
    pub(super) fn new() -> Self {
        Self { text: String::new(), blank: true }
    }

    pub(super) fn text(&mut self, words: &str) {
        for c in words.chars() {
            let blank = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !blank {
                self.text.push(c);
            } else if !self.blank {
                self.text.push(' ');
            }
            self.blank = blank;
        }
    }

    /// Blanks that are elements, and count each.
    pub(super) fn blanks(&mut self, count: u32) {
        (0..count.min(MOST_BLANKS)).for_each(|_| self.put(' '));
    }

    /// A character that is an element of its own.
    pub(super) fn put(&mut self, character: char) {
        self.text.push(character);
        self.blank = false;
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn blanks_count_where_they_are_elements() {
        let mut words = Words::new();
        words.text(" \n甲 ");
        words.text("  乙");
        words.blanks(3);
        words.text("丙");
        words.blanks(u32::MAX);
        assert_eq!(words.finish(), format!("甲 乙   丙{}", " ".repeat(64)));
    }
}
