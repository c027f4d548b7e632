//! Words as data, found at a given place: the longest that stands there.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Anchored, Input, MatchKind, StartKind};

use super::cursor;
use crate::Comparator;

/// A set of words, each with something to know about it.
pub(super) struct Lexicon<T> {
    automaton: AhoCorasick,
    entries: Vec<Entry<T>>,
}

struct Entry<T> {
    known: T,
    /// Characters that, next to the word, make another word of it.
    guard: &'static str,
}

impl<T> Lexicon<T> {
    /// Compiles the words; the data is our own, so a fault in it is a fault of the build and tests find it.
    pub(super) fn new(words: Vec<(&'static str, T, &'static str)>) -> Self {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(StartKind::Anchored)
            .kind(Some(AhoCorasickKind::DFA))
            .build(words.iter().map(|(word, ..)| word))
            .expect("the vocabulary is small");
        let entries = words.into_iter().map(|(_, known, guard)| Entry { known, guard }).collect();
        Self { automaton, entries }
    }

    /// The longest word at `at`, as what is known of it and where it ends.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(&T, usize)> {
        let found = self.automaton.find(Input::new(text).range(at..).anchored(Anchored::Yes))?;
        let entry = &self.entries[found.pattern().as_usize()];
        let guarded = cursor::after(text, found.end()).is_some_and(|next| entry.guard.contains(next));
        (!guarded).then_some((&entry.known, found.end()))
    }
}

/// The lines of a data file that say something, as their tab-separated fields.
pub(super) fn rows(data: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// A comparator word that stands before its number.
pub(super) struct Leading {
    pub(super) word: &'static str,
    pub(super) comparator: Comparator,
    guard: &'static str,
}

/// The comparator words, by the side of the number that they stand on.
pub(super) struct Comparators {
    /// Longest first.
    leading: Vec<Leading>,
    trailing: Lexicon<Comparator>,
}

static COMPARATORS: LazyLock<Comparators> = LazyLock::new(|| {
    let (mut leading, mut trailing) = (Vec::new(), Vec::new());
    for row in rows(include_str!("../vocabulary/data/comparators.tsv")) {
        let [place, comparator, words] = row[..] else { continue };
        let comparator = named(comparator);
        let (words, guard) = words.split_once('!').unwrap_or((words, ""));
        for word in words.split_whitespace() {
            if place == "before" {
                leading.push(Leading { word, comparator, guard: guard.trim() });
            } else {
                trailing.push((word, comparator, guard.trim()));
            }
        }
    }
    leading.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
    Comparators { leading, trailing: Lexicon::new(trailing) }
});

fn named(name: &str) -> Comparator {
    match name {
        "ge" => Comparator::Ge,
        "gt" => Comparator::Gt,
        "le" => Comparator::Le,
        "lt" => Comparator::Lt,
        "approx" => Comparator::Approx,
        _ => Comparator::Eq,
    }
}

/// The comparator word that ends at `at` and begins at or after `floor`: itself and where it begins.
pub(super) fn comparator_before(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let head = &text[floor..at];
    let last = head.chars().next_back()?;
    let found = COMPARATORS.leading.iter().find(|entry| entry.word.ends_with(last) && head.ends_with(entry.word))?;
    let start = at - found.word.len();
    let guarded = cursor::before(text, start).is_some_and(|c| found.guard.contains(c));
    (!guarded).then_some((found.comparator, start))
}

/// The comparator word that begins at `at`: itself and where it ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    COMPARATORS.trailing.at(text, at).map(|(comparator, end)| (*comparator, end))
}

static NUMERAL_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let data = include_str!("../vocabulary/data/numeral_words.txt");
    let lines = data.lines().filter(|line| !line.starts_with('#'));
    Lexicon::new(lines.flat_map(str::split_whitespace).map(|word| (word, (), "")).collect())
});

/// How many characters of a word may stand before its numeral (三位一体).
const LEAD: usize = 3;

/// The end of a word around the numeral at `at` that means no number (统一, 百姓, 三位一体).
pub(super) fn word_around(text: &str, at: usize, floor: usize) -> Option<usize> {
    let starts = text[floor..at].char_indices().rev().take(LEAD).map(|(offset, _)| floor + offset);
    std::iter::once(at)
        .chain(starts)
        .filter_map(|start| NUMERAL_WORDS.at(text, start))
        .map(|(_, end)| end)
        .find(|&end| end > at)
}

/// Whether a word that means no number begins at `at`.
pub(super) fn word_begins(text: &str, at: usize) -> bool {
    NUMERAL_WORDS.at(text, at).is_some()
}
