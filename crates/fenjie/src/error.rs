//! What can fail, and how bytes become text. Parsing is not among it.

use thiserror::Error;

/// What can go wrong around a parse: bytes that are no text, a document that does not hold together, options without sense.
///
/// A parse itself never fails; its doubts are [`Diagnostic`](crate::Diagnostic)s.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not UTF-8.
    #[error("not UTF-8 at byte {offset}: {}", guess.hint())]
    NotUtf8 {
        /// The first byte that is not part of a character.
        offset: usize,
        /// What the bytes look like instead.
        guess: Guess,
    },
    /// The bytes are no text at all.
    #[error("binary data, not text: a NUL byte at byte {offset}")]
    Binary {
        /// The first NUL byte.
        offset: usize,
    },
    /// The text has more bytes than a span can address.
    #[error("{bytes} bytes are more than the 4294967295 that a notice may have")]
    TooLong {
        /// How many it has.
        bytes: u64,
    },
    /// A document could not be read as a notice; the message is the reader's own.
    #[error("not a notice document: {message}")]
    Document {
        /// What the reader (serde) says.
        message: String,
    },
    /// A row of a notice refers to a row that is not there, or stands at the wrong place of its table.
    #[error("row {row} of `{table}` has no valid `{key}`: {id}")]
    Reference {
        /// The table.
        table: &'static str,
        /// The position in the table.
        row: usize,
        /// The column.
        key: &'static str,
        /// The id found there.
        id: u32,
    },
    /// The text is not the one that the notice was read from.
    #[error("not the text that the notice was read from: {reason}")]
    SourceMismatch {
        /// What does not fit.
        reason: String,
    },
    /// A table of a [`Document`](crate::Document) cannot be what it says.
    #[error("table {table} of the document: {reason}")]
    Table {
        /// Its position among the document's tables.
        table: usize,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An option has a value without sense.
    #[error("option `{option}`: {reason}")]
    Options {
        /// The option's name.
        option: &'static str,
        /// What is wrong with its value.
        reason: String,
    },
}

impl Error {
    /// Wraps the error of whatever read a document (`serde_json::Error`, say).
    ///
    /// ```
    /// let read: Result<fenjie::Notice, _> = serde_json::from_str("{}").map_err(fenjie::Error::document);
    /// assert!(read.unwrap_err().to_string().starts_with("not a notice document: missing field"));
    /// ```
    pub fn document(cause: impl std::fmt::Display) -> Self {
        Self::Document { message: cause.to_string() }
    }
}

/// What bytes that are not UTF-8 look like. A guess for the error message; nothing is converted by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Guess {
    /// GB18030 or its subsets GBK and GB2312, the older encodings of Chinese.
    Gb18030,
    /// UTF-16, low byte first: what Windows calls "Unicode".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-8 that ends in the middle of a character.
    Truncated,
    /// Nothing in particular.
    Unknown,
}

impl Guess {
    /// What to do about it, in words.
    const fn hint(self) -> &'static str {
        match self {
            Self::Gb18030 => "it looks like GB18030 (GBK); convert it first (`iconv -f GB18030 -t UTF-8`)",
            Self::Utf16Le => "it looks like UTF-16; convert it first (`iconv -f UTF-16LE -t UTF-8`)",
            Self::Utf16Be => "it looks like UTF-16; convert it first (`iconv -f UTF-16BE -t UTF-8`)",
            Self::Truncated => "the text ends in the middle of a character; it was probably cut off",
            Self::Unknown => "it is in another encoding, or damaged",
        }
    }
}

/// How many bytes are looked at to guess an encoding.
const SAMPLE: usize = 4096;

/// Reads bytes as UTF-8 text, the only encoding that is read; a byte order mark stays, as spans count every byte.
///
/// # Errors
/// [`Error::NotUtf8`] with the place and a guess at the encoding, [`Error::Binary`] where there are NUL bytes,
/// [`Error::TooLong`] from 4 GiB on.
///
/// ```
/// assert_eq!(fenjie::decode("责任单位：市财政局".as_bytes()), Ok("责任单位：市财政局"));
///
/// let gbk = [0xd4, 0xf0, 0xc8, 0xce]; // 责任
/// assert!(fenjie::decode(&gbk).unwrap_err().to_string().contains("GB18030"));
/// ```
pub fn decode(bytes: &[u8]) -> Result<&str, Error> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(Error::TooLong { bytes: bytes.len() as u64 });
    }
    let failure = match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(text),
        Ok(_) => None,
        Err(failure) => Some(failure),
    };
    let offset = failure.map_or(0, |failure| failure.valid_up_to());
    if let Some(guess) = guess_utf16(bytes) {
        return Err(Error::NotUtf8 { offset, guess });
    }
    match (bytes.iter().position(|&byte| byte == 0), failure) {
        (Some(offset), _) => Err(Error::Binary { offset }),
        (None, Some(failure)) if failure.error_len().is_none() && offset > 0 => {
            Err(Error::NotUtf8 { offset, guess: Guess::Truncated })
        }
        _ => Err(Error::NotUtf8 { offset, guess: guess_gb18030(&bytes[offset..]) }),
    }
}

/// UTF-16, by its mark or because the bytes taken in pairs are nearly all of the genre's own characters.
fn guess_utf16(bytes: &[u8]) -> Option<Guess> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(Guess::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Guess::Utf16Be),
        _ => {}
    }
    let pairs = bytes[..bytes.len().min(SAMPLE)].chunks_exact(2);
    let enough = pairs.len() * 9 / 10;
    let plausible =
        |unit: fn([u8; 2]) -> u16| pairs.clone().filter(|pair| is_usual(unit([pair[0], pair[1]]))).count() > enough;
    if plausible(u16::from_le_bytes) {
        Some(Guess::Utf16Le)
    } else {
        plausible(u16::from_be_bytes).then_some(Guess::Utf16Be)
    }
}

/// Line breaks, ASCII, Chinese characters and punctuation, full-width forms.
const fn is_usual(unit: u16) -> bool {
    matches!(unit, 9 | 10 | 13 | 0x20..=0x7e | 0x2014..=0x2026 | 0x3000..=0x301f | 0x4e00..=0x9fff | 0xff00..=0xff5f)
}

/// GB18030, where most pairs behind the first bad byte are of the common characters (rows 0xA1 to 0xF7 of GB2312).
fn guess_gb18030(bytes: &[u8]) -> Guess {
    let (mut pairs, mut common, mut rest) = (0_u32, 0_u32, &bytes[..bytes.len().min(SAMPLE)]);
    while let [first, tail @ ..] = rest {
        rest = match tail {
            [second, tail @ ..] if *first > 0x7f => {
                pairs += 1;
                common += u32::from(matches!(first, 0xa1..=0xa3 | 0xb0..=0xf7) && matches!(second, 0xa1..=0xfe));
                tail
            }
            _ => tail,
        };
    }
    if pairs > 0 && common * 10 >= pairs * 9 { Guess::Gb18030 } else { Guess::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_byte_order_mark_is_kept() {
        assert_eq!(decode("\u{feff}一、".as_bytes()), Ok("\u{feff}一、"));
        assert_eq!(decode(b""), Ok(""));
    }

    #[test]
    fn utf16_is_recognised_with_and_without_a_mark() {
        let text = "云溪市任务清单\r\n责任单位：市财政局 2025\r\n";
        let marked = utf16(&format!("\u{feff}{text}"), u16::to_le_bytes);
        assert_eq!(decode(&marked), Err(Error::NotUtf8 { offset: 0, guess: Guess::Utf16Le }));
        for (bytes, expected) in
            [(utf16(text, u16::to_le_bytes), Guess::Utf16Le), (utf16(text, u16::to_be_bytes), Guess::Utf16Be)]
        {
            assert!(matches!(decode(&bytes), Err(Error::NotUtf8 { guess, .. }) if guess == expected));
        }
        // Only NULs tell this one from UTF-8.
        assert_eq!(decode(&utf16("2025", u16::to_le_bytes)), Err(Error::NotUtf8 { offset: 0, guess: Guess::Utf16Le }));
    }

    #[test]
    fn gbk_is_recognised_behind_a_stretch_of_ascii() {
        // 2025 责任单位：市财政局
        let bytes = b"2025 \xd4\xf0\xc8\xce\xb5\xa5\xce\xbb\xa3\xba\xca\xd0\xb2\xc6\xd5\xfe\xbe\xd6\n";
        assert_eq!(decode(bytes), Err(Error::NotUtf8 { offset: 5, guess: Guess::Gb18030 }));
    }

    #[test]
    fn other_bytes_are_told_apart() {
        assert_eq!(decode(b"%PDF-1.7\n\0\x01"), Err(Error::Binary { offset: 9 }));
        assert_eq!(
            decode("市财政局".as_bytes().split_at(11).0),
            Err(Error::NotUtf8 { offset: 9, guess: Guess::Truncated })
        );
        assert_eq!(decode(b"caf\xe9 au lait"), Err(Error::NotUtf8 { offset: 3, guess: Guess::Unknown }));
    }
}
