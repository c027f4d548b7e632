//! Blanks as a browser shows them: a run of spaces and line breaks is one space, and none at the edges of a line. A line break of
//! the source between two Chinese characters is not even that.

/// A line of the page while it is put together.
#[derive(Debug, Default)]
pub(super) struct Line {
    words: String,
    blank: Blank,
}

/// What blanks wait for the next word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Blank {
    #[default]
    No,
    /// Only a line break of the source, and spaces around it.
    Break,
    Space,
}

impl Line {
    /// Whether no word is there yet.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Adds text of the source.
    pub(super) fn add(&mut self, text: &str) {
        for piece in text.split_inclusive(is_collapsed) {
            let word = piece.trim_end_matches(is_collapsed);
            if !word.is_empty() {
                self.word(word);
            }
            if word.len() < piece.len() {
                let is_break = piece.ends_with(['\n', '\r']);
                self.blank = match self.blank {
                    Blank::No if !is_break => Blank::Space,
                    // The spaces around a line break go with it.
                    _ if is_break => Blank::Break,
                    known => known,
                };
            }
        }
    }

    fn word(&mut self, word: &str) {
        let wide = |c: Option<char>| c.is_none_or(is_wide);
        let joins = self.blank == Blank::Break && wide(self.words.chars().next_back()) && wide(word.chars().next());
        if self.blank > Blank::No && !joins && !self.words.is_empty() {
            self.words.push(' ');
        }
        self.blank = Blank::No;
        self.words.push_str(word);
    }

    /// Adds text as it is.
    pub(super) fn add_exactly(&mut self, text: &str) {
        self.words.push_str(text);
    }

    /// Ends the line.
    pub(super) fn take(&mut self) -> String {
        self.blank = Blank::No;
        std::mem::take(&mut self.words)
    }
}

/// The blanks that HTML takes together; others, as those of `&nbsp;`, stay.
fn is_collapsed(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c')
}

/// Chinese characters and the marks between them, which are set without spaces.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}'
        | '“' | '”' | '‘' | '’' | '—' | '…')
}

#[cfg(test)]
mod tests {
    use super::Line;

    fn line(pieces: &[&str]) -> String {
        let mut line = Line::default();
        for piece in pieces {
            line.add(piece);
        }
        line.take()
    }

    #[test]
    fn blanks_are_taken_together_and_none_comes_between_chinese_characters() {
        assert_eq!(line(&["\n  修建\n\t  道路，", "\r\n", "《办法》\n"]), "修建道路，《办法》");
        assert_eq!(line(&["责任  单位", " ", "\u{a0}市财政局"]), "责任 单位 \u{a0}市财政局");
        assert_eq!(line(&["by\n", "2025\n年", " \n 底"]), "by 2025 年底");
        assert_eq!(line(&["\u{3000}\u{3000}一、", "总则"]), "\u{3000}\u{3000}一、总则");
    }
}
