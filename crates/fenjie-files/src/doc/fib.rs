//! The head of a Word document: where its parts are.

use std::ops::Range;

use crate::bytes::{u16_at, u32_at};
use crate::{Error, Format};

/// Where the parts of a document are.
pub(super) struct Fib {
    pub(super) stories: Stories,
    /// Which of the two streams has the parts.
    pub(super) table: &'static str,
    /// Where `parts` begins, and how many there are.
    places: usize,
    count: usize,
}

/// The texts of a document, which stand one behind the other: where each is, in characters.
pub(super) struct Stories {
    pub(super) main: Range<u32>,
    pub(super) footnotes: Range<u32>,
    pub(super) endnotes: Range<u32>,
    pub(super) boxes: Range<u32>,
}

/// A part of the table stream: its position in the list of parts.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Styles = 1,
    Characters = 12,
    Paragraphs = 13,
    Fonts = 15,
    Pieces = 33,
    Anchors = 40,
    Boxes = 56,
    Lists = 73,
    ListUses = 74,
}

const WORD_97: u16 = 0xa5ec;
const FIRST_VERSION: u16 = 0xc1;

impl Fib {
    pub(super) fn read(stream: &[u8]) -> Result<Self, Error> {
        let cut = || Error::broken(Format::Doc, "its head is cut off");
        let number = |at| u16_at(stream, at).ok_or_else(cut);
        if number(0)? != WORD_97 || number(2)? < FIRST_VERSION {
            // Word 6 and 95.
            return Err(Error::Unreadable { format: Format::Doc });
        }
        let flags = number(0x0a)?;
        if flags & 0x100 != 0 {
            return Err(Error::Unreadable { format: Format::Encrypted });
        }
        // Three lists, each with its length before it: of numbers of two bytes, of four bytes, and of places.
        let longs = 0x22 + usize::from(number(0x20)?) * 2;
        let places = longs + 2 + usize::from(number(longs)?) * 4;
        Ok(Self {
            stories: Stories::read(stream, longs + 2).ok_or_else(cut)?,
            table: if flags & 0x200 == 0 { "0Table" } else { "1Table" },
            places: places + 2,
            count: usize::from(number(places)?),
        })
    }

    /// The bytes of a part; none where the document has no such part.
    pub(super) fn part<'a>(&self, stream: &[u8], table: &'a [u8], part: Part) -> Result<&'a [u8], Error> {
        let (start, length) = self.place(stream, part);
        let bytes = start.checked_add(length).and_then(|end| table.get(start..end));
        bytes.ok_or_else(|| Error::broken(Format::Doc, "a part lies outside of its stream"))
    }

    /// The bytes from a part on; some parts have what belongs to them behind them.
    pub(super) fn from<'a>(&self, stream: &[u8], table: &'a [u8], part: Part) -> (&'a [u8], &'a [u8]) {
        let (start, length) = self.place(stream, part);
        let bytes = table.get(start..).unwrap_or_default();
        bytes.split_at(length.min(bytes.len()))
    }

    fn place(&self, stream: &[u8], part: Part) -> (usize, usize) {
        let at = self.places + part as usize * 8;
        let number = |at| u32_at(stream, at).map_or(0, |number| number as usize);
        if (part as usize) < self.count { (number(at), number(at + 4)) } else { (0, 0) }
    }
}

impl Stories {
    /// Reads how long each is from the numbers of four bytes. Headers, remarks and the boxes in headers stand between them.
    fn read(stream: &[u8], longs: usize) -> Option<Self> {
        let mut end = 0_u32;
        let mut story = |at: usize| {
            let start = end;
            end = start.checked_add(u32_at(stream, longs + at * 4)?)?;
            Some(start..end)
        };
        let [main, footnotes, _headers, _macros, _remarks, endnotes, boxes] = [3, 4, 5, 6, 7, 8, 9].map(&mut story);
        Some(Self { main: main?, footnotes: footnotes?, endnotes: endnotes?, boxes: boxes? })
    }
}
