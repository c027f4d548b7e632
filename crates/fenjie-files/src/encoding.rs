//! Bytes → text, whatever their encoding: by a mark, by what the sender or the file says, or by what the bytes look like.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use fenjie::Guess;

use crate::{Error, Options};

/// Whether there is the encoding that the options name.
pub(crate) fn check(options: &Options) -> Result<(), Error> {
    match &options.encoding {
        Some(label) if named(label).is_none() => Err(Error::Encoding { label: label.clone() }),
        _ => Ok(()),
    }
}

fn named(label: &str) -> Option<&'static Encoding> {
    // What is called GBK, or GB2312, has characters of GB18030 often enough.
    Encoding::for_label(label.trim().as_bytes()).map(|found| if found == GBK { GB18030 } else { found })
}

/// The text of `bytes`. `told` is the label that the sender gave, `declared` the one that the file has in it; both yield to a
/// byte order mark, and to bytes that are UTF-8.
pub(crate) fn decode<'a>(bytes: &'a [u8], told: Option<&str>, declared: Option<&str>) -> Result<Cow<'a, str>, Error> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return text_in(encoding, &bytes[mark..]);
    }
    let encoding = told.and_then(named).or_else(|| declared.and_then(named));
    // Only UTF-16 has zeros: in every ASCII character, at even or at odd places.
    if bytes.contains(&0) {
        let wide = wide(bytes).or(encoding.filter(|&encoding| encoding == UTF_16LE || encoding == UTF_16BE));
        return wide.map_or_else(|| refused(bytes), |encoding| text_in(encoding, bytes));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    if let Some(text) = encoding.filter(|&encoding| encoding == UTF_8).and_then(|_| nearly_utf8(bytes)) {
        return Ok(Cow::Owned(text));
    }
    match encoding.filter(|&encoding| encoding != UTF_8).or_else(|| wide(bytes)).or_else(|| detected(bytes)) {
        Some(encoding) => text_in(encoding, bytes),
        None => refused(bytes),
    }
}

/// The name of a file in an archive: in UTF-8, or else as the options or a Chinese Windows write it. Two-byte characters of UTF-8
/// alone are none that names have, but pairs of bytes of GB18030: `通知` is such a word.
pub(crate) fn name(bytes: &[u8], options: &Options) -> Option<String> {
    let is_likely = |name: &&str| name.is_ascii() || name.chars().any(|c| c >= '\u{800}');
    if let Some(name) = std::str::from_utf8(bytes).ok().filter(is_likely) {
        return Some(name.to_owned());
    }
    let encoding = options.encoding.as_deref().and_then(named).filter(|&encoding| encoding != UTF_8);
    text_in(encoding.unwrap_or(GB18030), bytes).ok().map(Cow::into_owned)
}

/// The text of bytes that are said to be UTF-8, where next to all of their characters are: sites cut the summaries in their
/// pages without regard to characters.
fn nearly_utf8(bytes: &[u8]) -> Option<String> {
    let (mut text, mut lost) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push('\u{fffd}');
            lost += 1;
        }
    }
    let is_whole = !text.ends_with('\u{fffd}') && !text.contains('\0');
    let wide = text.chars().filter(|c| !c.is_ascii()).count();
    (is_whole && lost * MOST_WRONG <= wide).then_some(text)
}

/// At most one among so many characters beyond ASCII may be no UTF-8.
const MOST_WRONG: usize = 20;

/// UTF-16 without a mark: the core knows it by the genre's characters.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match fenjie::decode(bytes).err()? {
        fenjie::Error::NotUtf8 { guess: Guess::Utf16Le, .. } => Some(UTF_16LE),
        fenjie::Error::NotUtf8 { guess: Guess::Utf16Be, .. } => Some(UTF_16BE),
        _ => None,
    }
}

/// How many bytes, from the first that is not ASCII on, are looked at to tell encodings apart. That takes thousands of
/// instructions a byte.
const SAMPLE: usize = 1 << 16;

/// What the bytes look like among the encodings of Chinese.
fn detected(bytes: &[u8]) -> Option<&'static Encoding> {
    let fenjie::Error::NotUtf8 { guess, .. } = fenjie::decode(bytes).err()? else { return None };
    // A few damaged characters do not make another encoding of a text.
    if guess == Guess::Truncated || nearly_utf8(bytes).is_some() {
        return None;
    }
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let rest = &bytes[first..];
    let sample = &rest[..rest.len().min(SAMPLE)];
    let mut detector = chardetng::EncodingDetector::new();
    detector.feed(sample, sample.len() == rest.len());
    match detector.guess(None, false) {
        found if found == BIG5 => Some(BIG5),
        found => (found == GBK || guess == Guess::Gb18030).then_some(GB18030),
    }
}

fn text_in<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, Error> {
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    // A character that is damaged stays one; bytes that are mostly damaged are in another encoding.
    let lost = if wrong { text.chars().filter(|&c| c == '\u{fffd}').count() } else { 0 };
    if lost * MOST_LOST > text.len() || text.contains('\0') {
        return refused(bytes);
    }
    Ok(text)
}

/// At most one character among so many bytes of text may be damaged.
const MOST_LOST: usize = 200;

/// The core says best what is wrong with bytes that are no text.
fn refused<T>(bytes: &[u8]) -> Result<T, Error> {
    match fenjie::decode(bytes) {
        Err(error) => Err(error.into()),
        Ok(_) => Err(fenjie::Error::NotUtf8 { offset: 0, guess: Guess::Unknown }.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{BIG5, Encoding, check, decode};
    use crate::{Error, Options};

    const TEXT: &str = "云溪市2025年任务清单\r\n责任单位：市财政局、市教育局\r\n";

    #[test]
    fn every_encoding_of_chinese_gives_the_same_text() {
        for name in ["gb18030", "gbk", "utf-8"] {
            let (bytes, _, _) = Encoding::for_label(name.as_bytes()).unwrap().encode(TEXT);
            assert_eq!(decode(&bytes, None, None).unwrap(), TEXT, "{name}");
        }
        let traditional = "雲溪市二〇二五年重點工作任務分解清單，責任單位為市財政局、市教育局，完成時限為年底以前";
        let (bytes, _, _) = BIG5.encode(traditional);
        assert_eq!(decode(&bytes, None, None).unwrap(), traditional);
        for (mark, bytes) in [([0xff, 0xfe], u16::to_le_bytes as fn(u16) -> [u8; 2]), ([0xfe, 0xff], u16::to_be_bytes)]
        {
            let wide: Vec<u8> = TEXT.encode_utf16().flat_map(bytes).collect();
            assert_eq!(decode(&wide, None, None).unwrap(), TEXT);
            assert_eq!(decode(&[&mark[..], &wide].concat(), None, None).unwrap(), TEXT);
        }
    }

    #[test]
    fn zeros_tell_wide_characters_whatever_a_label_says() {
        for unit in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let wide = |text: &str| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
            // Every byte of it is one of ASCII.
            assert_eq!(decode(&wide("<p>a</p>"), Some("gb18030"), None).unwrap(), "<p>a</p>");
            assert_eq!(decode(&wide(TEXT), Some("utf-8"), Some("gbk")).unwrap(), TEXT);
            assert!(decode(&[&wide(TEXT)[..], &[0, 0]].concat(), None, None).is_err());
        }
        let other: Vec<u8> = "привет, мир".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(decode(&other, None, None).is_err());
        assert_eq!(decode(&other, Some("utf-16le"), None).unwrap(), "привет, мир");
    }

    #[test]
    fn a_long_text_is_known_by_a_part_of_it() {
        let text = "2025-03-04 10:00 list of tasks\n".repeat(4000) + &TEXT.repeat(2000);
        let (bytes, _, _) = Encoding::for_label(b"gbk").unwrap().encode(&text);

        assert!(decode(&bytes, None, None).unwrap() == text);
    }

    #[test]
    fn a_label_is_believed_where_the_bytes_do_not_say_otherwise() {
        let (bytes, _, _) = BIG5.encode("責任單位");
        assert_eq!(decode(&bytes, Some("big5"), Some("gb2312")).unwrap(), "責任單位");
        assert_eq!(decode("责任单位".as_bytes(), Some("gb2312"), None).unwrap(), "责任单位");
    }

    #[test]
    fn a_character_that_was_cut_does_not_change_the_encoding() {
        let cut = [TEXT.repeat(2).as_bytes(), &"财".as_bytes()[..2], TEXT.as_bytes()].concat();
        assert_eq!(decode(&cut, None, Some("utf-8")).unwrap(), format!("{TEXT}{TEXT}\u{fffd}{TEXT}"));
        let (other, _, _) = Encoding::for_label(b"gbk").unwrap().encode(TEXT);
        assert_eq!(decode(&other, None, Some("utf-8")).unwrap(), TEXT);
    }

    #[test]
    fn an_encoding_that_is_none_is_refused() {
        let named = |label: &str| check(&Options { encoding: Some(label.to_owned()), ..Options::default() });
        assert_eq!(named("GB2312"), Ok(()));
        assert_eq!(named("klingon"), Err(Error::Encoding { label: "klingon".to_owned() }));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let damaged = [TEXT.as_bytes(), b"\xff", TEXT.as_bytes()].concat();
        for bytes in [&b"\0\x01\x02"[..], &damaged, b"caf\xe9 au lait", "市财政局".as_bytes().split_at(11).0] {
            assert!(decode(bytes, None, None).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn names_in_archives_are_in_the_encoding_of_a_chinese_windows() {
        let named = |bytes: &[u8]| super::name(bytes, &Options::default());
        for (bytes, name) in [
            (b"\xcd\xa8\xd6\xaa.html".as_slice(), "通知.html"),
            ("附件·1.docx".as_bytes(), "附件·1.docx"),
            (b"\xb8\xbd\xbc\xfe1.xls", "附件1.xls"),
            (b"a.txt", "a.txt"),
        ] {
            assert_eq!(named(bytes).as_deref(), Some(name));
        }
        let options = Options { encoding: Some("big5".to_owned()), ..Options::default() };
        assert_eq!(super::name(b"\xb3q\xaa\xbe", &options).as_deref(), Some("通知"));
    }
}
