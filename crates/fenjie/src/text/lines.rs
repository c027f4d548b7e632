//! Text → lines.

use super::Kinds;
use super::chars::marks;
use crate::model::Span;

/// A physical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without its break.
    pub(crate) content: Span,
    /// Where the next line starts.
    pub(crate) next: u32,
    /// The kinds of marks in it.
    pub(crate) kinds: Kinds,
}

/// The lines of `text`, breaks of every system and the form feed counted. An empty text has none; a final break starts no line.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::with_capacity(text.len() / 64);
    let (mut start, mut kinds) = (0, Kinds::default());
    for (at, c) in marks(text) {
        if !is_break(c) {
            kinds = kinds | Kinds::of_mark(c);
        } else if at >= start {
            let end = at + if text[at..].starts_with("\r\n") { 2 } else { c.len_utf8() };
            found.push(Line { content: Span::new(start as u32, at as u32), next: end as u32, kinds });
            (start, kinds) = (end, Kinds::default());
        }
    }
    if start < text.len() {
        let end = text.len() as u32;
        found.push(Line { content: Span::new(start as u32, end), next: end, kinds });
    }
    found
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{0B}' | '\u{0C}' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_break_ends_a_line() {
        let text = "甲\n乙\r\n丙\r丁\u{2028}戊\u{0C}己\u{85}\n";
        let contents: Vec<_> = lines(text).iter().map(|line| &text[line.content.range()]).collect();
        assert_eq!(contents, ["甲", "乙", "丙", "丁", "戊", "己", ""]);
        assert!(lines("").is_empty());
    }
}
