//! Words as data, found at a given place: the longest that stands there.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::cursor;
use crate::model::Comparator;
use crate::vocabulary::{Trie, any_word};

/// A set of words, each with something to know about it.
pub(super) struct Lexicon<T> {
    trie: Trie,
    words: Vec<Entry<T>>,
}

struct Entry<T> {
    length: usize,
    known: T,
    /// Characters that, next to the word, make another word of it.
    guard: &'static str,
}

impl<T> Lexicon<T> {
    pub(super) fn new(words: impl IntoIterator<Item = (&'static str, T, &'static str)>) -> Self {
        let mut lexicon = Self { trie: Trie::default(), words: Vec::new() };
        for (word, known, guard) in words {
            lexicon.trie.insert(word.chars(), lexicon.words.len() as u32);
            lexicon.words.push(Entry { length: word.len(), known, guard });
        }
        lexicon
    }

    /// The longest word at `at`, as what is known of it and where it ends.
    pub(super) fn at(&self, text: &str, at: usize) -> Option<(&T, usize)> {
        let number = self.trie.longest(text[at..].chars(), any_word)?;
        let entry = &self.words[number as usize];
        let end = at + entry.length;
        let guarded = cursor::after(text, end).is_some_and(|next| cursor::one_of(next, entry.guard));
        (!guarded).then_some((&entry.known, end))
    }
}

/// The lines of a data file that say something, as their tab-separated fields.
pub(super) fn rows(data: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// A comparator word that stands before its number.
struct Leading {
    word: &'static str,
    comparator: Comparator,
    guard: &'static str,
}

/// The comparator words, by where they stand.
struct Comparators {
    /// Before the number.
    leading: Endings,
    /// Before a power without a digit (上百).
    bare: Endings,
    trailing: Lexicon<Comparator>,
}

/// Words by their last character, longest first.
type Endings = FxHashMap<char, Vec<Leading>>;

static COMPARATORS: LazyLock<Comparators> = LazyLock::new(|| {
    let (mut leading, mut bare, mut trailing) = (Endings::default(), Endings::default(), Vec::new());
    for row in rows(include_str!("../vocabulary/data/comparators.tsv")) {
        let [place, comparator, words] = row[..] else { continue };
        let comparator = named(comparator);
        let (words, guard) = words.split_once('!').unwrap_or((words, ""));
        let guard = guard.trim();
        for word in words.split_whitespace() {
            let Some(last) = word.chars().next_back() else { continue };
            let endings = match place {
                "before" => &mut leading,
                "bare" => &mut bare,
                _ => {
                    trailing.push((word, comparator, guard));
                    continue;
                }
            };
            endings.entry(last).or_default().push(Leading { word, comparator, guard });
        }
    }
    for words in leading.values_mut().chain(bare.values_mut()) {
        words.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
    }
    Comparators { leading, bare, trailing: Lexicon::new(trailing) }
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
    ending(&COMPARATORS.leading, text, at, floor)
}

/// The same before a power without a digit (上百, 过亿).
pub(super) fn comparator_before_power(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    ending(&COMPARATORS.bare, text, at, floor)
}

fn ending(words: &Endings, text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let head = &text[floor..at];
    let last = head.chars().next_back()?;
    let found = words.get(&last)?.iter().find(|entry| head.ends_with(entry.word))?;
    let start = at - found.word.len();
    let guarded = cursor::before(text, start).is_some_and(|c| cursor::one_of(c, found.guard));
    (!guarded).then_some((found.comparator, start))
}

/// The comparator word that begins at `at`: itself and where it ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    COMPARATORS.trailing.at(text, at).map(|(comparator, end)| (*comparator, end))
}

static NUMERAL_WORDS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| list(include_str!("../vocabulary/data/numeral_words.txt")));

static NUMBER_NAMES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| list(include_str!("../vocabulary/data/number_names.txt")));

fn list(data: &'static str) -> Lexicon<()> {
    let lines = data.lines().filter(|line| !line.starts_with('#'));
    Lexicon::new(lines.flat_map(str::split_whitespace).map(|word| (word, (), "")))
}

/// Whether a word begins at `at` that makes a name of the number before it (104国道, 500强).
pub(super) fn names_number(text: &str, at: usize) -> bool {
    NUMBER_NAMES.at(text, at).is_some()
}

/// How many characters of a word may stand before its numeral (三位一体).
const LEAD: usize = 3;

/// Whether a word that means no number holds the numeral from `at` to `end` (统一, 三位一体), or begins with it and holds
/// all of the amount that ends at `whole` (百姓, but not 十分钟).
pub(super) fn in_word(text: &str, at: usize, end: usize, whole: usize, floor: usize) -> bool {
    let mut starts = text[floor..at].char_indices().rev().take(LEAD).map(|(offset, _)| floor + offset);
    let reaches = |start: usize, to: usize| NUMERAL_WORDS.at(text, start).is_some_and(|(&(), word)| word >= to);
    let numbered = text[floor..at].ends_with('第');
    (!numbered && reaches(at, whole)) || starts.any(|start| reaches(start, end))
}

/// Whether a word that means no number begins at `at`.
pub(super) fn word_begins(text: &str, at: usize) -> bool {
    NUMERAL_WORDS.at(text, at).is_some()
}
