//! Where the objects of a file begin and end.

use std::ops::Range;

use super::lexer::is_blank;
use super::object::{Dict, Item, Object, Parser};
use crate::Error;
use crate::Format::Pdf;

/// An object that stands in the file itself.
pub(super) struct Piece {
    pub(super) number: u32,
    pub(super) generation: u16,
    pub(super) at: usize,
    /// The data of a stream.
    pub(super) data: Option<Range<usize>>,
    /// Whether it is a stream of other objects.
    pub(super) is_pack: bool,
}

/// Looks for objects, each byte once. What the file says of itself is gathered from all its ends, the last of which knows
/// best.
pub(super) fn scan(bytes: &[u8]) -> Result<(Vec<Piece>, Dict), Error> {
    let (mut pieces, mut trailer) = (Vec::new(), Dict::default());
    let (mut at, mut end) = (0, 0);
    while at < bytes.len() {
        let rest = bytes.get(at..).unwrap_or_default();
        if rest.starts_with(b"startxref") {
            end = at;
            at += b"startxref".len();
        } else if rest.starts_with(b"trailer") {
            let mut parser = Parser::new(bytes, at + b"trailer".len());
            if let Some(Item::Object(Object::Dict(dict))) = parser.item() {
                adopt(&mut trailer, &dict);
            }
            at = parser.at();
        } else if let Some(number) = rest.starts_with(b"obj").then(|| number_before(bytes, at)).flatten() {
            let (piece, dict, behind) = piece(bytes, number, at + b"obj".len())?;
            if dict.get("Type").name() == "XRef" {
                adopt(&mut trailer, &dict);
            }
            pieces.push(piece);
            at = behind;
        } else {
            at += 1;
        }
    }
    match pieces.last() {
        None => Err(Error::broken(Pdf, "it has no objects")),
        Some(last) if end < last.at => Err(Error::broken(Pdf, "its end is missing")),
        Some(_) => Ok((pieces, trailer)),
    }
}

fn adopt(trailer: &mut Dict, dict: &Dict) {
    for key in ["Root", "Encrypt", "ID"] {
        if dict.get(key) != &Object::Null {
            trailer.insert(key.to_owned(), dict.get(key).clone());
        }
    }
}

/// An object, its dictionary, and where the file goes on behind it.
fn piece(bytes: &[u8], (number, generation): (u32, u16), at: usize) -> Result<(Piece, Dict, usize), Error> {
    let mut parser = Parser::new(bytes, at);
    let plain = Piece { number, generation, at, data: None, is_pack: false };
    let Some(Item::Object(Object::Dict(dict))) = parser.item() else {
        return Ok((plain, Dict::default(), parser.at()));
    };
    let behind = parser.at();
    // What is no such word is not read here: it may be long, and begin objects.
    if !parser.skip_word(b"stream") {
        return Ok((plain, dict, behind));
    }
    let start = parser.at() + line_break(bytes, parser.at());
    let end = end_of_stream(bytes, start, &dict).ok_or_else(|| Error::broken(Pdf, "a stream that does not end"))?;
    let is_pack = dict.get("Type").name() == "ObjStm";
    Ok((Piece { data: Some(start..end), is_pack, ..plain }, dict, end))
}

/// The line break behind the word `stream`.
fn line_break(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'\r', b'\n', ..]) => 2,
        Some([b'\r' | b'\n', ..]) => 1,
        _ => 0,
    }
}

/// A stream is as long as it says where that is true, else it ends with the next mark.
fn end_of_stream(bytes: &[u8], start: usize, dict: &Dict) -> Option<usize> {
    const END: &[u8] = b"endstream";
    let told = dict.get("Length").count().and_then(|length| start.checked_add(length as usize));
    let is_end = |&end: &usize| {
        let behind = bytes.get(end..).unwrap_or_default();
        let blank = behind.iter().take(4).take_while(|&&byte| is_blank(byte)).count();
        behind.get(blank..).is_some_and(|rest| rest.starts_with(END))
    };
    told.filter(is_end).or_else(|| {
        let found = bytes.get(start..)?.windows(END.len()).position(|window| window == END)?;
        Some(start + found)
    })
}

/// The number and the generation in `12 0 obj`, of which `obj` stands at `at`.
fn number_before(bytes: &[u8], at: usize) -> Option<(u32, u16)> {
    let generation = before(bytes.get(..at)?, is_blank)?;
    let rest = before(generation, |byte| byte.is_ascii_digit())?;
    let number = before(rest, is_blank)?;
    let start = before(number, |byte| byte.is_ascii_digit())?.len();
    let digits = |digits: Option<&[u8]>| std::str::from_utf8(digits?).ok()?.parse::<u32>().ok();
    let generation = digits(generation.get(rest.len()..)).unwrap_or(0);
    Some((digits(number.get(start..))?, u16::try_from(generation).unwrap_or(0)))
}

/// What stands before a run of bytes, of which there must be one at least and can't be many.
fn before(bytes: &[u8], holds: impl Fn(u8) -> bool) -> Option<&[u8]> {
    const MOST: usize = 16;
    let run = bytes.iter().rev().take(MOST).take_while(|&&byte| holds(byte)).count();
    if run == 0 { None } else { bytes.get(..bytes.len() - run) }
}

#[cfg(test)]
mod tests {
    use super::scan;

    #[test]
    fn objects_are_found_without_their_table() {
        let file = b"%PDF-1.4\n1 0 obj\n<< /Length 20 >> stream\n2 0 obj trap endobj \nendstream endobj\n\
                     7 0 obj<</Length 3 0 R>>stream\r\nabcd\nendstream endobj\ntrailer <</Root 7 0 R>>\nstartxref\n0";
        let (pieces, trailer) = scan(file).unwrap();
        let found: Vec<_> = pieces.iter().map(|piece| (piece.number, file.get(piece.data.clone().unwrap()))).collect();
        assert_eq!(found, [(1, Some(&b"2 0 obj trap endobj "[..])), (7, Some(&b"abcd\n"[..]))]);
        assert_ne!(trailer.get("Root"), &super::Object::Null);
    }

    #[test]
    fn a_file_without_its_end_is_none() {
        for file in ["", "%PDF-1.4", "1 0 obj 5 endobj", "startxref 0 1 0 obj 5 endobj", "1 0 obj <<>> stream abc"] {
            assert!(scan(file.as_bytes()).is_err(), "{file}");
        }
    }
}
