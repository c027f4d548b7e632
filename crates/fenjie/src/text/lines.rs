//! Text → lines.

use crate::model::Span;

/// A physical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without its break.
    pub(crate) content: Span,
    /// Where the next line starts.
    pub(crate) next: u32,
}

/// The lines of `text`, breaks of every system and the form feed counted. An empty text has none; a final break starts no line.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 64);
    let mut start = 0;
    let mut at = 0;
    while at < bytes.len() {
        // Nearly all characters begin with a byte that no break begins with.
        let length = match bytes[at] {
            0xE3..=0xEF => 0,
            _ => break_length(&bytes[at..]),
        };
        if length == 0 {
            at += char_length(bytes[at]);
            continue;
        }
        found.push(line(start, at, at + length));
        at += length;
        start = at;
    }
    if start < bytes.len() {
        found.push(line(start, bytes.len(), bytes.len()));
    }
    found
}

fn line(start: usize, end: usize, next: usize) -> Line {
    Line { content: Span::new(start as u32, end as u32), next: next as u32 }
}

/// The length of the character that begins with this byte.
fn char_length(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

/// The length of the line break at the start of `bytes`, or 0.
fn break_length(bytes: &[u8]) -> usize {
    match bytes[0] {
        b'\n' | 0x0B | 0x0C => 1,
        b'\r' => 1 + usize::from(bytes.get(1) == Some(&b'\n')),
        0xC2 if bytes.get(1) == Some(&0x85) => 2,
        0xE2 if bytes.starts_with("\u{2028}".as_bytes()) || bytes.starts_with("\u{2029}".as_bytes()) => 3,
        _ => 0,
    }
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
