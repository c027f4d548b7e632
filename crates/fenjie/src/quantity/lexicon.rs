//! Words beside numbers: comparators, and words that make something else of a number.

use super::cursor;
use crate::model::Comparator;
use crate::vocabulary::class::class;
use crate::vocabulary::tables::{comparators_after, comparators_bare, comparators_before};
use crate::vocabulary::words::{Found, Words};
use crate::vocabulary::{NUMBER_NAMES, NUMERAL_WORDS};

/// A comparator, and the characters that, next to its word, make another word of it.
type Guarded = (Comparator, &'static str);

/// Before a number.
static BEFORE: [Guarded; comparators_before::CLASSES.len()] = guarded(&comparators_before::CLASSES);
/// Before a power without a digit (上百).
static BARE: [Guarded; comparators_bare::CLASSES.len()] = guarded(&comparators_bare::CLASSES);
static AFTER: [Guarded; comparators_after::CLASSES.len()] = guarded(&comparators_after::CLASSES);

const COMPARATORS: &[(&str, Comparator)] = &[
    ("ge", Comparator::Ge),
    ("gt", Comparator::Gt),
    ("le", Comparator::Le),
    ("lt", Comparator::Lt),
    ("approx", Comparator::Approx),
    ("eq", Comparator::Eq),
];

const fn guarded<const N: usize>(classes: &[([&'static str; 2], &'static str); N]) -> [Guarded; N] {
    let mut found = [(Comparator::Eq, ""); N];
    let mut at = 0;
    while at < N {
        let ([comparator, guard], place) = classes[at];
        found[at] = (class(comparator.as_bytes(), COMPARATORS, place), guard);
        at += 1;
    }
    found
}

/// The comparator word that ends at `at` and begins at or after `floor`: itself and where it begins.
pub(super) fn comparator_before(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    ending(&comparators_before::WORDS, &BEFORE, text, at, floor)
}

/// The same before a power without a digit (上百, 过亿).
pub(super) fn comparator_before_power(text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    ending(&comparators_bare::WORDS, &BARE, text, at, floor)
}

fn ending(words: &Words, classes: &[Guarded], text: &str, at: usize, floor: usize) -> Option<(Comparator, usize)> {
    let (length, class) = words.at_end(&text.as_bytes()[floor..at], any)?;
    let (comparator, guard) = classes[class];
    let start = at - length;
    let guarded = cursor::before(text, start).is_some_and(|c| cursor::one_of(c, guard));
    (!guarded).then_some((comparator, start))
}

/// The comparator word that begins at `at`: itself and where it ends.
pub(super) fn comparator_after(text: &str, at: usize) -> Option<(Comparator, usize)> {
    let (length, class) = comparators_after::WORDS.at_start(&text.as_bytes()[at..], any)?;
    let (comparator, guard) = AFTER[class];
    let end = at + length;
    let guarded = cursor::after(text, end).is_some_and(|next| cursor::one_of(next, guard));
    (!guarded).then_some((comparator, end))
}

/// Takes every word.
pub(super) fn any(_: Found) -> bool {
    true
}

/// Whether a word begins at `at` that makes a name of the number before it (104国道, 500强).
pub(super) fn names_number(text: &str, at: usize) -> bool {
    NUMBER_NAMES.at_start(&text[at..]).is_some()
}

/// How many characters of a word may stand before its numeral (三位一体).
const LEAD: usize = 3;

/// Whether a word that means no number holds the numeral from `at` to `end` (统一, 三位一体), or begins with it and holds
/// all of the amount that ends at `whole` (百姓, but not 十分钟).
pub(super) fn in_word(text: &str, at: usize, end: usize, whole: usize, floor: usize) -> bool {
    let mut starts = text[floor..at].char_indices().rev().take(LEAD).map(|(offset, _)| floor + offset);
    let reaches = |start: usize, to: usize| {
        NUMERAL_WORDS.at_start(&text[start..]).is_some_and(|(word, ())| start + word.len() >= to)
    };
    let numbered = text[floor..at].ends_with('第');
    (!numbered && reaches(at, whole)) || starts.any(|start| reaches(start, end))
}

/// Whether a word that means no number begins at `at`.
pub(super) fn word_begins(text: &str, at: usize) -> bool {
    NUMERAL_WORDS.at_start(&text[at..]).is_some()
}
