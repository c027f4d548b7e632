//! A list of words as tables that take little room and are searched as they are; `src/vocabulary/words.rs` has the search.

use super::data::{List, Word};

/// The bits that say with which characters a word may begin, or end.
const MARKS: usize = 512;
/// A record's first two bytes have the word's length in so many bits, and its class in the others.
const LENGTH_BITS: u32 = 6;

/// The tables, as Rust.
pub(crate) fn tables(list: &List) -> Result<String, String> {
    let (starts, records) = records(list)?;
    Ok(format!(
        "Words {{ firsts: {:?}, starts: &{starts:?}, records: &{records:?}, lasts: {:?}, lengths: &{:?} }}",
        marks(list.words.iter().map(first)),
        marks(list.words.iter().map(last)),
        lengths(list),
    ))
}

/// The words one behind the other, those that begin alike together, the longest first; and where in them to look.
fn records(list: &List) -> Result<(Vec<u16>, Vec<u8>), String> {
    let buckets = buckets(list.words.iter().map(first));
    let mut words: Vec<_> = list.words.iter().collect();
    words.sort_by_key(|word| (first(word) % buckets, std::cmp::Reverse(word.text.len()), word.text.clone()));
    let mut records = vec![];
    let mut starts = vec![];
    for bucket in 0..buckets {
        starts.push(place(list, &records)?);
        for word in words.iter().filter(|word| first(word) % buckets == bucket) {
            records.extend(head(list, word)?.to_le_bytes());
            records.extend(word.text.bytes());
        }
    }
    starts.push(place(list, &records)?);
    Ok((starts, records))
}

fn place(list: &List, records: &[u8]) -> Result<u16, String> {
    u16::try_from(records.len()).map_err(|_| format!("{}: more than 64 KB of words", list.name))
}

fn head(list: &List, word: &Word) -> Result<u16, String> {
    let length = word.text.len() as u16;
    let fits = length < 1 << LENGTH_BITS && word.class < 1 << (u16::BITS - LENGTH_BITS);
    if fits {
        Ok(word.class << LENGTH_BITS | length)
    } else {
        Err(format!("{}: `{}` is too long", list.name, word.text))
    }
}

/// How long the words are that end alike, as bits.
fn lengths(list: &List) -> Vec<u64> {
    let mut lengths = vec![0; buckets(list.words.iter().map(last))];
    let buckets = lengths.len();
    for word in &list.words {
        lengths[last(word) % buckets] |= 1 << word.text.len();
    }
    lengths
}

/// As many places as there are characters, or some more.
fn buckets(characters: impl Iterator<Item = usize>) -> usize {
    let mut characters: Vec<_> = characters.collect();
    characters.sort_unstable();
    characters.dedup();
    characters.len().next_power_of_two()
}

fn marks(characters: impl Iterator<Item = usize>) -> [u64; MARKS / 64] {
    let mut marks = [0; MARKS / 64];
    for place in characters.map(|character| character % MARKS) {
        marks[place / 64] |= 1 << (place % 64);
    }
    marks
}

fn first(word: &Word) -> usize {
    word.text.chars().next().map_or(0, |c| c as usize)
}

fn last(word: &Word) -> usize {
    word.text.chars().next_back().map_or(0, |c| c as usize)
}
