//! Byte offsets in other terms: lines and columns for people, code points and UTF-16 units for other languages.

use std::ops::Range;

use arcstr::ArcStr;
use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::model::{Notice, Span};

/// A place as an editor names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The line, from 1. A line ends with LF, CRLF or a lone CR.
    pub line: u32,
    /// The column, from 1, in grapheme clusters: what a reader sees as one character counts once, whatever its bytes or width.
    pub column: u32,
}

/// How many bytes of a long line lie between two counted columns, and so how far a look-up has to read at most.
const COLUMN_STEP: usize = 512;

/// The lines of a text, to give places in it as line and column.
///
/// Building it reads the text once; a look-up then is a binary search and a walk of at most some 512 bytes, however long the line.
/// It needs 4 bytes a line and 8 for every 512 of a longer one.
///
/// ```
/// use fenjie::{LineIndex, Position, Span};
///
/// let index = LineIndex::new("一、教育\r\n责任单位：市教育局");
/// assert_eq!(index.position("一、教育\r\n责任单位：".len()), Position { line: 2, column: 6 });
/// assert_eq!(index.line_text(2), "责任单位：市教育局");
/// let (start, end) = index.positions(Span::new(0, 3));
/// assert_eq!((start.column, end.column), (1, 2));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    source: ArcStr,
    /// Where each line begins; never empty.
    starts: Vec<u32>,
    /// Places inside long lines with the graphemes of the line before them, by offset.
    columns: Vec<(u32, u32)>,
}

impl LineIndex {
    /// Finds the lines of `source`.
    pub fn new(source: impl Into<ArcStr>) -> Self {
        let source = source.into();
        let mut starts = vec![0];
        let mut columns = Vec::new();
        for line in line_ranges(&source) {
            if line.len() > COLUMN_STEP {
                count_columns(&source, &line, &mut columns);
            }
            if line.end < source.len() || ends_line(&source) {
                starts.push(line.end as u32);
            }
        }
        Self { source, starts, columns }
    }

    /// How many lines there are; a text that ends with a line break has an empty last line.
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// Where a byte offset is. Past the end it is the end, inside a character its beginning.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_boundary(&self.source, offset);
        let line = self.starts.partition_point(|&start| start as usize <= offset);
        let (from, before) = self.counted(self.starts[line - 1], offset);
        let column = before + self.source[from..offset].graphemes(true).count() as u32 + 1;
        Position { line: line as u32, column }
    }

    /// Where a span begins and where it ends; the end is the position just behind its last character.
    pub fn positions(&self, span: Span) -> (Position, Position) {
        (self.position(span.start as usize), self.position(span.end as usize))
    }

    /// The bytes of a line (from 1) without its break; empty where there is no such line.
    pub fn line_span(&self, line: u32) -> Span {
        let index = (line as usize).wrapping_sub(1);
        let Some(&start) = self.starts.get(index) else { return Span::default() };
        let end = self.starts.get(index + 1).map_or(self.source.len(), |&end| end as usize);
        let text = &self.source[start as usize..end];
        let text = text.strip_suffix('\n').unwrap_or(text);
        Span::new(start, start + text.strip_suffix('\r').unwrap_or(text).len() as u32)
    }

    /// The words of a line (from 1) without its break; empty where there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        &self.source[self.line_span(line).range()]
    }

    /// The last place before `offset` whose column is known, and the graphemes between the line's start and it.
    fn counted(&self, line_start: u32, offset: usize) -> (usize, u32) {
        let next = self.columns.partition_point(|&(place, _)| place as usize <= offset);
        match next.checked_sub(1).map(|known| self.columns[known]) {
            Some((place, count)) if place >= line_start => (place as usize, count),
            _ => (line_start as usize, 0),
        }
    }
}

/// The position of `offset`, made to fit into `text`: not past its end, not inside a character.
fn floor_boundary(text: &str, offset: usize) -> usize {
    if offset >= text.len() {
        return text.len();
    }
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// The lines of a text with their breaks; none for an empty text.
fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = &text.as_bytes()[start..];
        let line = match rest.iter().position(|&byte| byte == b'\n' || byte == b'\r') {
            None if rest.is_empty() => return None,
            None => start..text.len(),
            Some(at) if rest[at..].starts_with(b"\r\n") => start..start + at + 2,
            Some(at) => start..start + at + 1,
        };
        start = line.end;
        Some(line)
    })
}

fn ends_line(text: &str) -> bool {
    text.ends_with(['\n', '\r'])
}

/// Counts the graphemes of a long line and keeps the count about every [`COLUMN_STEP`] bytes.
fn count_columns(text: &str, line: &Range<usize>, columns: &mut Vec<(u32, u32)>) {
    let mut next = COLUMN_STEP;
    for (count, (at, _)) in text[line.clone()].grapheme_indices(true).enumerate() {
        if at >= next {
            columns.push(((line.start + at) as u32, count as u32));
            next = at + COLUMN_STEP;
        }
    }
}

/// How many bytes lie between two samples of [`Offsets`].
const OFFSET_STEP: usize = 256;

/// Byte offsets of a text as code points (Python's string index) and as UTF-16 units (JavaScript's), and back.
///
/// Building it reads the text once and keeps 8 bytes for every 256; a look-up reads at most 256 bytes.
/// Offsets past the end count as the end, those inside a character as its beginning.
///
/// ```
/// use fenjie::Offsets;
///
/// let offsets = Offsets::new("𠮷市、a"); // 4 + 3 + 3 + 1 bytes
/// assert_eq!(offsets.code_points(7), 2);
/// assert_eq!(offsets.utf16(7), 3); // 𠮷 is a surrogate pair
/// assert_eq!(offsets.byte_of_utf16(3), 7);
/// assert_eq!(offsets.byte_of_code_point(2), 7);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets {
    source: ArcStr,
    /// For every 256th byte, the code points and the UTF-16 units that begin before it.
    samples: Vec<[u32; 2]>,
}

/// Which of the two counts is meant; the index into a sample.
#[derive(Clone, Copy)]
enum Count {
    CodePoints = 0,
    Utf16 = 1,
}

impl Offsets {
    /// Reads the text once.
    pub fn new(source: impl Into<ArcStr>) -> Self {
        let source = source.into();
        let mut samples = Vec::with_capacity(source.len() / OFFSET_STEP + 1);
        let mut sum = [0, 0];
        for bytes in source.as_bytes().chunks(OFFSET_STEP) {
            samples.push(sum);
            sum[0] += count(bytes, Count::CodePoints);
            sum[1] += count(bytes, Count::Utf16);
        }
        if samples.is_empty() {
            samples.push(sum);
        }
        Self { source, samples }
    }

    /// How many code points stand before the byte.
    pub fn code_points(&self, byte: usize) -> usize {
        self.before(byte, Count::CodePoints)
    }

    /// How many UTF-16 units stand before the byte.
    pub fn utf16(&self, byte: usize) -> usize {
        self.before(byte, Count::Utf16)
    }

    /// The byte at which the code point of that index begins.
    pub fn byte_of_code_point(&self, index: usize) -> usize {
        self.byte_of(index, Count::CodePoints)
    }

    /// The byte at which the character begins that the UTF-16 unit of that index belongs to.
    pub fn byte_of_utf16(&self, index: usize) -> usize {
        self.byte_of(index, Count::Utf16)
    }

    fn before(&self, byte: usize, what: Count) -> usize {
        let byte = floor_boundary(&self.source, byte);
        let sample = (byte / OFFSET_STEP).min(self.samples.len() - 1);
        let counted = count(&self.source.as_bytes()[sample * OFFSET_STEP..byte], what);
        (self.samples[sample][what as usize] + counted) as usize
    }

    fn byte_of(&self, index: usize, what: Count) -> usize {
        let sample = self.samples.partition_point(|counts| counts[what as usize] as usize <= index) - 1;
        let mut left = index - self.samples[sample][what as usize] as usize;
        // A sample may lie inside a character, which its count then includes: go on behind it.
        let mut at = sample * OFFSET_STEP;
        while !self.source.is_char_boundary(at) {
            at += 1;
        }
        for character in self.source[at..].chars() {
            let width = if matches!(what, Count::Utf16) { character.len_utf16() } else { 1 };
            if left < width {
                break;
            }
            left -= width;
            at += character.len_utf8();
        }
        at
    }
}

/// The code points or UTF-16 units that begin in `bytes`: every byte that is no continuation begins a character,
/// and one of 0xF0 and above begins a pair of surrogates.
fn count(bytes: &[u8], what: Count) -> u32 {
    let characters = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
    let pairs = match what {
        Count::CodePoints => 0,
        Count::Utf16 => bytes.iter().filter(|&&byte| byte >= 0xf0).count(),
    };
    (characters + pairs) as u32
}

impl Notice {
    /// The lines of the source, to say where spans are. Reads the whole text: build it once, look up often.
    ///
    /// ```
    /// # use fenjie::{Notice, Span};
    /// # let notice = Notice { source: "一、教育\n二、卫生".into(), ..Notice::default() };
    /// let lines = notice.line_index();
    /// assert_eq!(lines.position("一、教育\n二、".len()).line, 2);
    /// ```
    pub fn line_index(&self) -> LineIndex {
        LineIndex::new(self.source.clone())
    }

    /// The source's offsets in code points and UTF-16 units. Reads the whole text: build it once, look up often.
    pub fn offsets(&self) -> Offsets {
        Offsets::new(self.source.clone())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str, offset: usize) -> (u32, u32) {
        let position = LineIndex::new(text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn every_kind_of_line_break_ends_one_line() {
        let text = "甲\r\n乙\n丙\r丁\n";
        let index = LineIndex::new(text);
        assert_eq!(index.line_count(), 5);
        let lines: Vec<_> = (0..=6).map(|line| index.line_text(line)).collect();
        assert_eq!(lines, ["", "甲", "乙", "丙", "丁", "", ""]);
        assert_eq!(at(text, text.len()), (5, 1));
        assert_eq!(LineIndex::new("").position(9), Position { line: 1, column: 1 });
    }

    #[test]
    fn a_column_is_what_a_reader_counts() {
        let combining = "e\u{301}x"; // é in two code points
        assert_eq!(at(combining, 3), (1, 2));
        let flag = "🇨🇳旗";
        assert_eq!(at(flag, 8), (1, 2));
        assert_eq!(at("𠮷野", 4), (1, 2));
        assert_eq!(at("市局", 4), (1, 2), "an offset inside a character counts as its beginning");
    }

    #[test]
    fn long_lines_are_looked_up_from_a_counted_place() {
        let text = format!("短\n{}e\u{301}末\n尾", "长".repeat(100_000));
        let index = LineIndex::new(&*text);
        assert!(index.columns.len() > 50);
        let end = text.find('末').unwrap();
        assert_eq!(index.position(end), Position { line: 2, column: 100_002 });
        assert_eq!(index.position(text.len()), Position { line: 3, column: 2 });
    }

    proptest! {
        #[test]
        fn positions_are_those_of_counting_from_the_start(text in "(市|e\u{301}|𠮷|\r|\n|\r\n| |🇨🇳|x){0,60}", at in 0_usize..200) {
            let offset = floor_boundary(&text, at);
            let before = &text[..offset];
            let start = line_ranges(&text).map(|line| line.end).take_while(|&end| end <= offset).filter(|&end| ends_line(&text[..end])).last().unwrap_or(0);
            let line = line_ranges(&text).filter(|line| line.end <= start).count() + 1;
            let expected = Position { line: line as u32, column: before[start..].graphemes(true).count() as u32 + 1 };
            prop_assert_eq!(LineIndex::new(&*text).position(at), expected);
        }

        #[test]
        fn offsets_agree_with_counting(text in "(市|e\u{301}|𠮷|\r\n|x|){0,300}") {
            let offsets = Offsets::new(&*text);
            for (index, (byte, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
                let units = text[..byte].encode_utf16().count();
                prop_assert_eq!((offsets.code_points(byte), offsets.utf16(byte)), (index, units));
                prop_assert_eq!((offsets.byte_of_code_point(index), offsets.byte_of_utf16(units)), (byte, byte));
            }
            prop_assert_eq!(offsets.utf16(usize::MAX), text.encode_utf16().count());
            prop_assert_eq!(offsets.byte_of_utf16(usize::MAX), text.len());
        }

        #[test]
        fn the_inside_of_a_character_is_its_beginning(text in "(𠮷|市|x){1,200}", byte in 0_usize..800) {
            let offsets = Offsets::new(&*text);
            prop_assert_eq!(offsets.code_points(byte), offsets.code_points(floor_boundary(&text, byte)));
            prop_assert_eq!(offsets.byte_of_code_point(offsets.code_points(byte)), floor_boundary(&text, byte));
        }
    }
}
