//! Fonts: which codes the bytes of a string are, which characters they stand for, and how wide they are.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::cmap::{CMap, whole};
use super::file::File;
use super::glyph_names::character;
use super::known_maps::{Codes, Known, gb1};
use super::object::{Dict, Object};
use crate::Error;

/// A font.
pub(super) struct Font {
    codes: Codes,
    /// What its codes stand for, as the file says.
    unicode: Option<CMap>,
    /// What its codes stand for by the names of its glyphs or its encoding, where it has one-byte codes.
    simple: Option<Simple>,
    /// Whether the numbers of its glyphs are those of the collection of simplified Chinese.
    is_gb1: bool,
    widths: Widths,
    /// Whether it is written from top to bottom.
    pub(super) is_vertical: bool,
}

struct Simple {
    names: BTreeMap<u32, char>,
    encoding: &'static Encoding,
}

/// Widths of glyphs in parts of the size: first and last number, each with the same width. Sorted.
struct Widths {
    ranges: Vec<(u32, u32, f64)>,
    otherwise: f64,
}

/// What one code is.
pub(super) struct Shown {
    /// How many bytes it has.
    pub(super) length: usize,
    /// Its width in parts of the size.
    pub(super) width: f64,
    /// Whether the space between words is added to it.
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Error> {
        let unicode = match dict.get("ToUnicode") {
            Object::Reference(number) => file.stream(*number)?.map(|(_, bytes)| CMap::read(&bytes)),
            _ => None,
        };
        if file.value(dict, "Subtype")?.name() == "Type0" {
            Self::composite(file, dict, unicode)
        } else {
            Self::simple(file, dict, unicode)
        }
    }

    /// A font of many characters, whose codes have one to four bytes.
    fn composite(file: &File<'_>, dict: &Dict, unicode: Option<CMap>) -> Result<Self, Error> {
        let descendants = file.value(dict, "DescendantFonts")?;
        let first = descendants.array().first().map(|first| file.resolve(first)).transpose()?.unwrap_or_default();
        let own = first.dict().cloned().unwrap_or_default();
        let system = file.dict(&own, "CIDSystemInfo")?;
        let is_gb1 = matches!(file.value(&system, "Ordering")?, Object::Text(ordering) if ordering == b"GB1");
        let encoding = file.value(dict, "Encoding")?;
        let codes = match dict.get("Encoding") {
            Object::Reference(number) if encoding.dict().is_some() => {
                Codes::Own(file.stream(*number)?.map(|(_, bytes)| CMap::read(&bytes)).unwrap_or_default())
            }
            _ => Codes::named(encoding.name()),
        };
        let otherwise = file.value(&own, "DW")?.number().unwrap_or(1000.0) / 1000.0;
        let widths = Widths { ranges: ranges(file, file.value(&own, "W")?.array())?, otherwise };
        let is_vertical = encoding.name().ends_with("-V");
        Ok(Self { codes, unicode, simple: None, is_gb1, widths, is_vertical })
    }

    /// A font of at most 256 characters.
    fn simple(file: &File<'_>, dict: &Dict, unicode: Option<CMap>) -> Result<Self, Error> {
        let first = file.value(dict, "FirstChar")?.count().unwrap_or(0);
        // Drawn glyphs have a measure of their own.
        let matrix = file.value(dict, "FontMatrix")?;
        let unit = matrix.array().first().and_then(Object::number).unwrap_or(0.001).abs();
        let mut ranges = Vec::new();
        for (code, width) in (first..).zip(file.value(dict, "Widths")?.array()) {
            if let Some(width) = file.resolve(width)?.number() {
                ranges.push((code, code, width * unit));
            }
        }
        let missing = file.value(&file.dict(dict, "FontDescriptor")?, "MissingWidth")?.number();
        let otherwise = missing.map_or(0.5, |width| width * unit);
        let simple = Some(Simple::read(file, dict)?);
        let widths = Widths { ranges, otherwise };
        Ok(Self { codes: Codes::Bytes(1), unicode, simple, is_gb1: false, widths, is_vertical: false })
    }

    /// The first code of `bytes`, of which there is one at least; what it stands for is written into `text`. A character
    /// that nothing names is U+FFFD.
    pub(super) fn show(&self, bytes: &[u8], text: &mut String) -> Shown {
        text.clear();
        let length = self.codes.length(bytes).clamp(1, bytes.len().max(1));
        let own = bytes.get(..length).unwrap_or_default();
        let code = whole(own);
        let Known { glyph, written } = self.codes.known(own, code);
        let named = self.unicode.as_ref().is_some_and(|map| map.write(code, text));
        if !named {
            let simple = || self.simple.as_ref().and_then(|simple| simple.character(code));
            let by_glyph = || glyph.filter(|_| self.is_gb1).and_then(gb1);
            text.push(written.or_else(simple).or_else(by_glyph).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let width = match glyph {
            Some(glyph) => self.widths.of(glyph),
            None => self.widths.of_written(text),
        };
        Shown { length, width, is_space: length == 1 && code == 32 }
    }
}

impl Simple {
    fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Error> {
        let encoding = file.value(dict, "Encoding")?;
        let own = encoding.dict().cloned().unwrap_or_default();
        let base = if encoding.dict().is_some() { file.value(&own, "BaseEncoding")? } else { encoding };
        let mut names = BTreeMap::new();
        let mut code = 0;
        for object in file.value(&own, "Differences")?.array() {
            match object {
                Object::Number(_) => code = object.count().unwrap_or(0),
                Object::Name(name) => {
                    names.insert(code, character(name).unwrap_or(char::REPLACEMENT_CHARACTER));
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        let encoding = if base.name() == "MacRomanEncoding" { MACINTOSH } else { WINDOWS_1252 };
        Ok(Self { names, encoding })
    }

    fn character(&self, code: u32) -> Option<char> {
        if let Some(&named) = self.names.get(&code) {
            return Some(named);
        }
        let byte = [u8::try_from(code).ok().filter(|&byte| byte >= 32)?];
        self.encoding.decode_without_bom_handling(&byte).0.chars().next()
    }
}

impl Widths {
    fn find(&self, glyph: u32) -> Option<f64> {
        let after = self.ranges.partition_point(|&(first, ..)| first <= glyph);
        let &(_, last, width) = self.ranges.get(after.checked_sub(1)?)?;
        (glyph <= last).then_some(width)
    }

    fn of(&self, glyph: u32) -> f64 {
        self.find(glyph).unwrap_or(self.otherwise)
    }

    /// The width of a character of a known encoding. Chinese ones are as wide as high; the collections have the others
    /// with widths of their own from glyph 1, and at half the width from 814 (simplified) or 13648 (traditional).
    fn of_written(&self, text: &str) -> f64 {
        match text.chars().next() {
            Some(c @ ' '..='~') => {
                let at = u32::from(c) - 32;
                [1, 814, 13648].into_iter().find_map(|first| self.find(first + at)).unwrap_or(0.5)
            }
            _ => self.otherwise,
        }
    }
}

/// `W` of a composite font: `12 [500 600]` or `12 20 500`.
fn ranges(file: &File<'_>, list: &[Object]) -> Result<Vec<(u32, u32, f64)>, Error> {
    let mut ranges = Vec::new();
    let mut rest = list;
    while let [first, second, behind @ ..] = rest {
        let Some(first) = first.count() else { break };
        let second = file.resolve(second)?;
        rest = match (&second, behind) {
            (Object::Array(widths), _) => {
                let widths = (first..).zip(widths).filter_map(|(glyph, width)| Some((glyph, glyph, width.number()?)));
                ranges.extend(widths);
                behind
            }
            (Object::Number(_), [width, behind @ ..]) => {
                let width = width.number().unwrap_or(1000.0);
                ranges.push((first, second.count().unwrap_or(first), width));
                behind
            }
            _ => break,
        };
    }
    for (.., width) in &mut ranges {
        *width /= 1000.0;
    }
    ranges.sort_by_key(|range| range.0);
    Ok(ranges)
}
