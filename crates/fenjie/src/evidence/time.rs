//! Whether words behind a date make a deadline of it.

use crate::vocabulary::{DUE_WORDS, DueWord};

/// What stands between a date and what is to be done by it.
const ENDINGS: [&str; 8] = ["底前", "底", "前", "末", "内", "之前", "份前", "完成"];

/// How many bytes of the words behind a date, or of words by themselves (`年底前`), make a deadline.
pub(super) fn deadline(words: &str) -> Option<usize> {
    if let Some(end) = ENDINGS.iter().find(|end| words.starts_with(**end)) {
        return Some(end.len());
    }
    let (word, class) = DUE_WORDS.at_start(words)?;
    let behind = &words[word.len()..];
    let closes = ENDINGS.iter().find(|end| behind.starts_with(**end));
    (class != DueWord::Other || closes.is_some()).then(|| word.len() + closes.map_or(0, |end| end.len()))
}
