//! The text of a document: pieces that lie anywhere in its stream.

use std::ops::Range;

use crate::bytes::{u8_at, u16_at, u32_at};
use crate::{Error, Format};

/// The text, and changes that whole pieces have.
pub(super) struct Pieces<'a> {
    stream: &'a [u8],
    list: Vec<Piece>,
    changes: Vec<&'a [u8]>,
}

/// A piece of the text.
#[derive(Clone, Copy)]
struct Piece {
    /// Which character of the text is its first, and how many it has.
    first: u32,
    count: usize,
    /// Where its bytes are.
    start: usize,
    /// Whether a character takes two bytes.
    wide: bool,
    /// Which changes it has.
    change: u16,
}

/// A character as it is in the file.
#[derive(Clone, Copy)]
pub(super) struct Unit {
    pub(super) code: u16,
    /// Which character of the text it is.
    pub(super) at: u32,
    /// Where it is in the stream, and where the next one is.
    pub(super) place: u32,
    pub(super) next: u32,
    change: u16,
}

impl<'a> Pieces<'a> {
    /// Reads the list of the pieces of the first `characters` characters.
    pub(super) fn read(stream: &'a [u8], list: &'a [u8], characters: u32) -> Result<Self, Error> {
        let broken = || Error::broken(Format::Doc, "the list of its pieces is damaged");
        let mut file = Self { stream, list: Vec::new(), changes: Vec::new() };
        let mut rest = list;
        while u8_at(rest, 0) == Some(1) {
            let length = u16_at(rest, 1).map_or(0, usize::from);
            let (changes, behind) = rest.get(3..).and_then(|rest| rest.split_at_checked(length)).ok_or_else(broken)?;
            file.changes.push(changes);
            rest = behind;
        }
        let length = u32_at(rest, 1).filter(|_| u8_at(rest, 0) == Some(2)).ok_or_else(broken)? as usize;
        let list = rest.get(5..).and_then(|rest| rest.get(..length)).ok_or_else(broken)?;
        let count = list.len().saturating_sub(4) / 12;
        for at in 0..count {
            let piece = piece(list, at, count, characters).ok_or_else(broken)?;
            file.list.push(piece);
        }
        file.check().ok_or_else(broken)?;
        let total: usize = file.list.iter().map(|piece| piece.count).sum();
        if total < characters as usize { Err(broken()) } else { Ok(file) }
    }

    /// Whether all pieces are inside of the stream, and none of it is in many of them.
    fn check(&self) -> Option<()> {
        let mut total = 0_usize;
        for piece in &self.list {
            total = total.checked_add(self.bytes(piece)?.len())?;
        }
        (total <= self.stream.len().saturating_mul(2)).then_some(())
    }

    fn bytes(&self, piece: &Piece) -> Option<&'a [u8]> {
        let length = piece.count.checked_mul(if piece.wide { 2 } else { 1 })?;
        self.stream.get(piece.start..)?.get(..length)
    }

    /// The characters of a part of the text.
    pub(super) fn units(&self, part: Range<u32>) -> impl Iterator<Item = Unit> {
        let before = self.list.partition_point(|piece| piece.first as usize + piece.count <= part.start as usize);
        let pieces = self.list.iter().skip(before).take_while(move |piece| piece.first < part.end);
        pieces.flat_map(move |piece| {
            let skipped = part.start.saturating_sub(piece.first) as usize;
            let left = (part.end - piece.first) as usize;
            self.units_of(piece).take(left).skip(skipped)
        })
    }

    fn units_of(&self, piece: &Piece) -> impl Iterator<Item = Unit> {
        let width = if piece.wide { 2 } else { 1 };
        let (bytes, change) = (self.bytes(piece).unwrap_or_default(), piece.change);
        let places = (piece.first..).zip((piece.start as u32..).step_by(width));
        places.zip(bytes.chunks_exact(width)).map(move |((at, place), bytes)| Unit {
            code: match *bytes {
                [low, high] => u16::from_le_bytes([low, high]),
                [byte] => western(byte),
                _ => 0,
            },
            at,
            place,
            next: place.saturating_add(width as u32),
            change,
        })
    }

    /// The changes of the piece in which a character is: one of a few that fit into the piece itself, or a list.
    pub(super) fn changes(&self, unit: Unit) -> &'a [u8] {
        let list = if unit.change & 1 == 1 { self.changes.get(usize::from(unit.change >> 1)) } else { None };
        list.copied().unwrap_or_default()
    }
}

/// The piece at a position of the list, up to the last of so many characters.
fn piece(list: &[u8], at: usize, count: usize, characters: u32) -> Option<Piece> {
    let (first, end) = (u32_at(list, at * 4)?, u32_at(list, at * 4 + 4)?);
    let told = (count + 1) * 4 + at * 8;
    let (place, change) = (u32_at(list, told + 2)?, u16_at(list, told + 6)?);
    let count = end.checked_sub(first)?.min(characters.saturating_sub(first)) as usize;
    let wide = place & 0x4000_0000 == 0;
    let start = (place & 0x3fff_ffff) as usize;
    Some(Piece { first, count, start: if wide { start } else { start / 2 }, wide, change })
}

/// The character of a byte in Windows-1252.
fn western(byte: u8) -> u16 {
    const UPPER: [u16; 32] = [
        0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d,
        0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d,
        0x17e, 0x178,
    ];
    let at = byte.checked_sub(0x80).map(usize::from);
    at.and_then(|at| UPPER.get(at)).copied().unwrap_or(u16::from(byte))
}
