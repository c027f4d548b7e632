//! The encodings that fonts only name: their codes are those of GBK, Big5 or Unicode, so that no table is needed.

use encoding_rs::{BIG5, Encoding, GB18030};

use super::cmap::CMap;

/// How the bytes of a string are parted into codes.
pub(super) enum Codes {
    /// All codes have as many bytes, and are the numbers of glyphs.
    Bytes(usize),
    /// An encoding of Chinese.
    Charset(&'static Encoding),
    /// UTF-16 with its high byte first, or UCS-2.
    Wide,
    /// UTF-32.
    Widest,
    /// The file has a map of its own.
    Own(CMap),
}

/// What is known of a code without the file's own words.
pub(super) struct Known {
    /// The number of its glyph; where it is unknown the width follows the character.
    pub(super) glyph: Option<u32>,
    pub(super) written: Option<char>,
}

impl Codes {
    /// The encoding with a name.
    pub(super) fn named(name: &str) -> Self {
        match name {
            _ if name.contains("-UCS2-") || name.contains("-UTF16-") => Self::Wide,
            _ if name.contains("-UTF32-") => Self::Widest,
            _ if name.contains("-UTF8-") => Self::Charset(encoding_rs::UTF_8),
            _ if name.starts_with("GB") => Self::Charset(GB18030),
            _ if ["B5", "ETen", "HK"].iter().any(|start| name.starts_with(start)) => Self::Charset(BIG5),
            // Identity, and what no notice uses.
            _ => Self::Bytes(2),
        }
    }

    /// How many bytes the first code of `bytes` has.
    pub(super) fn length(&self, bytes: &[u8]) -> usize {
        match (self, bytes) {
            (Self::Bytes(length), _) => *length,
            (Self::Wide, [0xd8..=0xdb, _, 0xdc..=0xdf, ..]) | (Self::Widest, _) => 4,
            (Self::Wide, _) => 2,
            (Self::Own(map), _) => map.length(bytes),
            (Self::Charset(charset), [first, rest @ ..]) => match first {
                ..0x80 => 1,
                0xe0..0xf0 if *charset == encoding_rs::UTF_8 => 3,
                0xf0.. if *charset == encoding_rs::UTF_8 => 4,
                _ if *charset == GB18030 && rest.first().is_some_and(u8::is_ascii_digit) => 4,
                0x80 | 0xff => 1,
                _ => 2,
            },
            (Self::Charset(_), []) => 0,
        }
    }

    /// What the code of `bytes` is.
    pub(super) fn known(&self, bytes: &[u8], code: u32) -> Known {
        let glyph = match self {
            Self::Bytes(_) => Some(code),
            Self::Own(map) => Some(map.glyph(code).unwrap_or(code)),
            Self::Charset(_) | Self::Wide | Self::Widest => None,
        };
        let written = match self {
            Self::Bytes(_) | Self::Own(_) => None,
            Self::Widest => char::from_u32(code),
            Self::Wide => first(encoding_rs::UTF_16BE, bytes),
            Self::Charset(charset) => first(charset, bytes),
        };
        Known { glyph, written }
    }
}

fn first(charset: &'static Encoding, bytes: &[u8]) -> Option<char> {
    charset.decode_without_bom_handling(bytes).0.chars().next().filter(|&c| c != char::REPLACEMENT_CHARACTER)
}

/// The character of a glyph of Adobe's collection of simplified Chinese, for files that give only its number: ASCII, and
/// what GB 2312 has. The collection follows that standard in pieces.
pub(super) fn gb1(glyph: u32) -> Option<char> {
    match glyph {
        1..=95 => char::from_u32(glyph - 1 + 32),
        814..=907 => char::from_u32(glyph - 814 + 33),
        7716 => Some(' '),
        _ => {
            let after = GB1.partition_point(|&(first, ..)| first <= glyph);
            let &(start, last, place) = GB1.get(after.checked_sub(1)?)?;
            let place = place + (glyph <= last).then(|| glyph - start)?;
            let bytes = [place / 94, place % 94].map(|byte| byte as u8 + 0xa1);
            first(GB18030, &bytes)
        }
    }
}

/// First and last glyph, and the place of the first in GB 2312, row after row of 94.
const GB1: [(u32, u32, u32); 16] = [
    (96, 189, 0),
    (190, 239, 110),
    (240, 249, 162),
    (250, 261, 174),
    (262, 438, 188),
    (439, 524, 376),
    (525, 548, 470),
    (549, 601, 502),
    (602, 634, 564),
    (635, 667, 612),
    (668, 699, 658),
    (700, 737, 694),
    (738, 813, 755),
    (940, 4694, 1410),
    (4695, 7702, 5170),
    (9897, 9906, 94),
];

#[cfg(test)]
mod tests {
    use super::{Codes, gb1};

    #[test]
    fn codes_of_known_encodings_are_characters() {
        let cases: [(&str, &[u8], &str); 6] = [
            ("GBK-EUC-H", b"1\xd4\xc6\x81\x40", "1云丂"),
            ("GBK2K-H", b"a\x81\x39\xee\x39\xd4\xc6", "a㐀云"),
            ("ETen-B5-H", b"\xb8\xea", "資"),
            ("UniGB-UCS2-H", b"\x4e\x91\0a", "云a"),
            ("UniGB-UTF16-H", b"\xd8\x40\xdc\0\x4e\x91", "𠀀云"),
            ("UniGB-UTF8-H", "云a".as_bytes(), "云a"),
        ];
        for (name, bytes, expected) in cases {
            let codes = Codes::named(name);
            let (mut rest, mut found) = (bytes, String::new());
            while !rest.is_empty() {
                let (own, behind) = rest.split_at(codes.length(rest).min(rest.len()));
                found.extend(codes.known(own, super::super::cmap::whole(own)).written);
                rest = behind;
            }
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn glyphs_of_the_collection_are_characters() {
        let expected = [(34, 'A'), (815, '"'), (940, '啊'), (4694, '座'), (4695, '亍'), (7702, '齄'), (97, '、')];
        for (glyph, expected) in expected {
            assert_eq!(gb1(glyph), Some(expected), "{glyph}");
        }
        assert_eq!([0, 7703, 20_000].map(gb1), [None; 3]);
    }
}
