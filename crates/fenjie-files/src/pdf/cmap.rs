//! The maps that files have with their fonts: codes to characters, or to the numbers of glyphs.

use super::object::{Item, Object, Parser};

/// A map of codes.
#[derive(Clone, Debug, Default)]
pub(super) struct CMap {
    /// How long codes are, and between which they are that long.
    lengths: Vec<(usize, u32, u32)>,
    /// Sorted by the first code.
    characters: Vec<Characters>,
    /// First and last code, and the number of the first: sorted as well.
    glyphs: Vec<(u32, u32, u32)>,
}

/// Codes in a row that stand for characters in a row.
#[derive(Clone, Debug)]
struct Characters {
    first: u32,
    last: u32,
    /// What the first one stands for, mostly one character; the last of them goes on with the codes.
    text: String,
}

/// How many ranges of codes there may be; each code is looked for in them. Real maps have five at most.
const MOST_LENGTHS: usize = 64;

/// How many characters a code stands for at most: it is a ligature.
const LONGEST: usize = 16;

impl CMap {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut parser = Parser::new(bytes, 0);
        // What stands before the word that ends a list.
        let mut list = Vec::new();
        while let Some(item) = parser.item() {
            match item {
                Item::Object(object) => list.push(object),
                Item::Word(word) => {
                    map.take(word, &list);
                    list.clear();
                }
            }
        }
        map.lengths.truncate(MOST_LENGTHS);
        map.characters.sort_by_key(|range| range.first);
        map.glyphs.sort_unstable();
        map
    }

    fn take(&mut self, word: &[u8], list: &[Object]) {
        let triples =
            || list.chunks_exact(3).filter_map(|own| Some((code(own.first()?)?, code(own.get(1)?)?, own.get(2)?)));
        match word {
            b"endcodespacerange" => self.lengths.extend(list.chunks_exact(2).filter_map(length)),
            b"endbfchar" => {
                for pair in list.chunks_exact(2) {
                    if let [from, to] = pair {
                        self.character(code(from), code(from), to);
                    }
                }
            }
            b"endbfrange" => {
                for (first, last, to) in triples() {
                    for (code, to) in (first..=last).zip(to.array()) {
                        self.character(Some(code), Some(code), to);
                    }
                    self.character(Some(first), Some(last), to);
                }
            }
            b"endcidchar" => {
                let pairs = list.chunks_exact(2).filter_map(|pair| Some((code(pair.first()?)?, pair.get(1)?.count()?)));
                self.glyphs.extend(pairs.map(|(code, glyph)| (code, code, glyph)));
            }
            b"endcidrange" => {
                self.glyphs.extend(triples().filter_map(|(first, last, to)| Some((first, last, to.count()?))));
            }
            _ => {}
        }
    }

    fn character(&mut self, first: Option<u32>, last: Option<u32>, to: &Object) {
        let (Some(first), Some(last), Object::Text(wide)) = (first, last, to) else { return };
        let (text, _) = encoding_rs::UTF_16BE.decode_without_bom_handling(wide);
        self.characters.push(Characters { first, last, text: text.chars().take(LONGEST).collect() });
    }

    /// How many bytes the first code of `bytes` has: 1 where the map says nothing of it.
    pub(super) fn length(&self, bytes: &[u8]) -> usize {
        let fits = |&&(length, first, last): &&(usize, u32, u32)| {
            bytes.get(..length).is_some_and(|own| {
                // Each byte is in its own range.
                let (low, high) = (first.to_be_bytes(), last.to_be_bytes());
                let ranges = low.iter().zip(&high).skip(4 - length);
                own.iter().zip(ranges).all(|(byte, (low, high))| (low..=high).contains(&byte))
            })
        };
        let shortest = || self.lengths.iter().map(|&(length, ..)| length).min();
        self.lengths.iter().find(fits).map(|&(length, ..)| length).or_else(shortest).unwrap_or(1)
    }

    /// What a code stands for, written behind `text`; `false` where the map does not say.
    pub(super) fn write(&self, code: u32, text: &mut String) -> bool {
        let after = self.characters.partition_point(|range| range.first <= code);
        let Some(range) = after.checked_sub(1).and_then(|at| self.characters.get(at)) else { return false };
        let mut own = range.text.chars();
        let (Some(last), true) = (own.next_back(), code <= range.last) else { return false };
        let Some(last) = char::from_u32((last as u32).saturating_add(code - range.first)) else { return false };
        if matches!(last, '\0' | '\u{fffd}') {
            return false;
        }
        text.push_str(own.as_str());
        text.push(last);
        true
    }

    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let after = self.glyphs.partition_point(|&(first, ..)| first <= code);
        let &(first, last, glyph) = self.glyphs.get(after.checked_sub(1)?)?;
        (code <= last).then(|| glyph.saturating_add(code - first))
    }
}

/// A code of one to four bytes.
fn code(object: &Object) -> Option<u32> {
    let Object::Text(bytes) = object else { return None };
    (bytes.len() <= 4).then(|| whole(bytes))
}

/// Bytes as one number.
pub(super) fn whole(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, &byte| sum << 8 | u32::from(byte))
}

fn length(pair: &[Object]) -> Option<(usize, u32, u32)> {
    let [Object::Text(first), last] = pair else { return None };
    (1..=4).contains(&first.len()).then_some((first.len(), whole(first), code(last)?))
}

#[cfg(test)]
mod tests {
    use super::CMap;

    const MAP: &str = "/CIDInit /ProcSet findresource begin 1 begincodespacerange <00> <80> <8140> <FEFE> \
        endcodespacerange 2 beginbfchar <01> <4E91> <02> <00660069> endbfchar 2 beginbfrange <0010> <0012> <8D22> \
        <20> <21> [<653F> <D840DC00>] endbfrange 1 beginbfrange <30> <ffffffff> <0041> endbfrange \
        1 begincidrange <8140> <817e> 100 endcidrange 1 begincidchar <20> 7 endcidchar endcmap";

    #[test]
    fn codes_stand_for_characters() {
        let map = CMap::read(MAP.as_bytes());
        let text = |code| {
            let mut text = String::new();
            map.write(code, &mut text).then_some(text)
        };
        let expected = [(1, "云"), (2, "fi"), (0x11, "责"), (0x20, "政"), (0x21, "𠀀"), (0x31, "B")];
        for (code, expected) in expected {
            assert_eq!(text(code).as_deref(), Some(expected), "{code:#x}");
        }
        assert_eq!(text(0x13), None);
        assert_eq!(text(0xffff_ffff), None);
        assert_eq!((map.glyph(0x8142), map.glyph(0x20), map.glyph(0x21)), (Some(102), Some(7), None));
        assert_eq!([&b"\x41\x42"[..], b"\x81\x42", b"\x81", b"\xff\xff"].map(|bytes| map.length(bytes)), [1, 2, 1, 1]);
    }
}
