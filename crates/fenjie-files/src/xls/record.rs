//! The records of a workbook, and the strings in them.

use encoding_rs::Encoding;

use crate::bytes::{u8_at, u16_at, u32_at};
use crate::{Error, Format};

/// The records from a place of a stream on.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

/// A record. What does not fit into one goes on in others.
pub(super) struct Record<'a> {
    pub(super) id: u16,
    pub(super) body: &'a [u8],
    more: Vec<&'a [u8]>,
}

pub(super) const CONTINUE: u16 = 0x3c;

impl<'a> Records<'a> {
    pub(super) fn from(stream: &'a [u8], at: usize) -> Result<Self, Error> {
        stream.get(at..).map(|rest| Self { rest }).ok_or_else(|| broken("a sheet begins behind its end"))
    }

    /// The next record. There always is one: what is read ends with a record that says so.
    pub(super) fn next(&mut self) -> Result<Record<'a>, Error> {
        let (id, body) = self.single()?;
        let mut more = Vec::new();
        while u16_at(self.rest, 0) == Some(CONTINUE) {
            more.push(self.single()?.1);
        }
        Ok(Record { id, body, more })
    }

    fn single(&mut self) -> Result<(u16, &'a [u8]), Error> {
        let head = (u16_at(self.rest, 0), u16_at(self.rest, 2));
        let (Some(id), Some(length)) = head else { return Err(broken("it ends inside of a sheet")) };
        let body = self.rest.get(4..4 + usize::from(length)).ok_or_else(|| broken("it ends inside of a record"))?;
        self.rest = &self.rest[4 + body.len()..];
        Ok((id, body))
    }
}

pub(super) fn broken(reason: &str) -> Error {
    Error::broken(Format::Xls, reason)
}

/// How the words of a workbook are written.
#[derive(Clone, Copy)]
pub(super) enum Coding {
    /// In UTF-16, of which the upper bytes are left out where they are zero (BIFF8).
    Wide,
    /// In bytes (BIFF5).
    Bytes(&'static Encoding),
}

impl<'a> Record<'a> {
    /// How many bytes it takes.
    pub(super) fn length(&self) -> usize {
        let head = 4 * (1 + self.more.len());
        head + self.body.len() + self.more.iter().map(|more| more.len()).sum::<usize>()
    }

    /// Reads on from `at`.
    pub(super) fn reader(&self, at: usize) -> Reader<'_, 'a> {
        Reader { piece: self.body.get(at..).unwrap_or_default(), more: self.more.iter() }
    }
}

/// Reads the strings of a record.
pub(super) struct Reader<'r, 'a> {
    piece: &'a [u8],
    more: std::slice::Iter<'r, &'a [u8]>,
}

impl Reader<'_, '_> {
    /// A string with its length, which takes so many bytes, before it; `None` where the record ends before the string does.
    pub(super) fn string(&mut self, length: usize, coding: Coding) -> Option<String> {
        let count = if length == 1 { usize::from(self.u8()?) } else { usize::from(self.u16()?) };
        match coding {
            Coding::Wide => self.wide(count),
            Coding::Bytes(encoding) => {
                let bytes = self.bytes(count)?;
                Some(encoding.decode_without_bom_handling(&bytes).0.into_owned())
            }
        }
    }

    /// The characters of a string, and over what is said of their looks and their pronunciation.
    fn wide(&mut self, count: usize) -> Option<String> {
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let phonetic = if flags & 4 == 0 { 0 } else { u32_at(&self.bytes(4)?, 0)? as usize };
        let mut units = Vec::with_capacity(count);
        let mut width = 1 + usize::from(flags & 1);
        while units.len() < count {
            if self.piece.is_empty() {
                // Where the characters go on, they say again how wide they are.
                self.piece = self.more.next()?;
                width = 1 + usize::from(self.u8()? & 1);
            }
            let taken = (self.piece.len() / width).min(count - units.len());
            if taken == 0 {
                // Half a character, or a record without any.
                self.piece = &[];
                continue;
            }
            let (characters, rest) = self.piece.split_at(taken * width);
            self.piece = rest;
            let unit = |bytes: &[u8]| bytes.iter().rev().fold(0, |unit, &byte| unit << 8 | u16::from(byte));
            units.extend(characters.chunks_exact(width).map(unit));
        }
        self.skip(runs.saturating_mul(4).saturating_add(phonetic))?;
        Some(String::from_utf16_lossy(&units))
    }

    fn u8(&mut self) -> Option<u8> {
        let byte = u8_at(self.filled()?, 0)?;
        self.piece = &self.piece[1..];
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        u16_at(&self.bytes(2)?, 0)
    }

    /// So many bytes.
    fn bytes(&mut self, count: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        while bytes.len() < count {
            let piece = self.filled()?;
            let taken = piece.len().min(count - bytes.len());
            bytes.extend_from_slice(&piece[..taken]);
            self.piece = &self.piece[taken..];
        }
        Some(bytes)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let taken = self.filled()?.len().min(count);
            self.piece = &self.piece[taken..];
            count -= taken;
        }
        Some(())
    }

    /// What is left of the piece, or the next one.
    fn filled(&mut self) -> Option<&[u8]> {
        while self.piece.is_empty() {
            self.piece = self.more.next()?;
        }
        Some(self.piece)
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::GBK;

    use super::{Coding, Record};

    #[test]
    fn a_string_goes_on_in_another_record_and_another_width() {
        // Four characters, with the looks of one.
        let first = [4, 0, 0b1001, 1, 0, 0x02, 0x5e, 0x22, 0x8d];
        let second = [&[0][..], b"ab", &[1, 2, 3, 4], &[1, 0, 0, b'c']].concat();
        let record = Record { id: 0, body: &first, more: vec![&second] };
        let mut reader = record.reader(0);
        assert_eq!(reader.string(2, Coding::Wide).as_deref(), Some("市财ab"));
        assert_eq!(reader.string(2, Coding::Wide).as_deref(), Some("c"));
        assert_eq!(reader.string(2, Coding::Wide), None);
    }

    #[test]
    fn old_strings_are_in_their_code_page() {
        let body = [4, 0xca, 0xd0, 0xb2, 0xc6];
        let record = Record { id: 0, body: &body, more: Vec::new() };
        assert_eq!(record.reader(0).string(1, Coding::Bytes(GBK)).as_deref(), Some("市财"));
        assert_eq!(record.reader(1).string(1, Coding::Bytes(GBK)), None);
    }
}
