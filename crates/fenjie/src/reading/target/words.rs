//! The words that give a clause its shape, by class: data in `vocabulary/data/target_words.txt`.

use std::ops::BitOr;
use std::sync::LazyLock;

use crate::vocabulary::{Trie, any_word};

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

macro_rules! classes {
    ($($name:ident $section:literal $bit:literal),* $(,)?) => {
        impl Class {
            $(pub(super) const $name: Class = Class(1 << $bit);)*

            fn of_section(section: &str) -> Option<Class> {
                match section {
                    $($section => Some(Class::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    LIGHT "light" 0, KEEP "keep" 1, ONGOING "ongoing" 2, STRIVE "strive" 3, ENSURE "ensure" 4, ADVERB "adverb" 5,
    SCOPE "scope" 6, TIME "time" 7, UP "up" 8, DOWN "down" 9, UPNOUN "upnoun" 10, DOWNNOUN "downnoun" 11, TO "to" 12,
    LINK "link" 13, GT "gt" 14, GE "ge" 15, LE "le" 16, LT "lt" 17, APPROX "approx" 18, EACH "each" 19,
    RESPECTIVELY "respectively" 20, PREP "prep" 21, BARE "bare" 22, DEPENDENT "dependent" 23, HEAD "head" 24,
    REFERENCE "reference" 25, PART "part" 26, MONEY "money" 27, PROTECTED "protected" 28,
    WEAK "weak" 29, PLACE "place" 30, RESULT "result" 31, CAUSING "causing" 32, GUARD "guard" 33, RATE "rate" 34, UNDERTAKING "undertaking" 35, INDEPENDENT "independent" 36,
    PAYING "paying" 37, GRANTING "granting" 38, STANDARD "standard" 39, SCORING "scoring" 40, PAST "past" 41, CLOSING "closing" 42,
    EXTENT "extent" 43, SAYING "saying" 44, PART_MARK "part_mark" 45, LEADING "leading" 46, FINISHED "finished" 47,
    SIZE "size" 48, SUM_CHANGE "sum_change" 49, COMPARED "compared" 50, USE "use" 51, PEOPLED "peopled" 52, PER "per" 53,
    INVESTING "investing" 54, COUNTED "counted" 55, EACH_OF "each_of" 56,
}

impl Class {
    /// Every class.
    const ALL: Class = Class(u64::MAX);

    /// Whether the two sets share a class.
    pub(super) const fn meets(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The words, each with all its classes.
#[derive(Default)]
struct Lexicon {
    words: Vec<(&'static str, Class)>,
    forwards: Trie,
    backwards: Trie,
    /// By word, the longest other one that it begins with, and the longest other one that it ends with.
    begins: Vec<Option<u32>>,
    ends: Vec<Option<u32>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    let mut class = Class::default();
    for line in include_str!("../../vocabulary/data/target_words.txt").lines() {
        if let Some(section) = line.strip_prefix('[') {
            class = Class::of_section(section.trim_end_matches(']')).unwrap_or_default();
        } else if !line.starts_with('#') {
            line.split_whitespace().for_each(|word| lexicon.add(word, class));
        }
    }
    lexicon.nest();
    lexicon
});

impl Lexicon {
    fn add(&mut self, word: &'static str, class: Class) {
        let next = self.words.len() as u32;
        let number = self.forwards.insert(word.chars(), next);
        self.backwards.insert(word.chars().rev(), number);
        match self.words.get_mut(number as usize) {
            Some((_, known)) => *known = *known | class,
            None => self.words.push((word, class)),
        }
    }

    fn nest(&mut self) {
        for (word, _) in &self.words {
            let others = word.chars().count() - 1;
            self.begins.push(self.forwards.longest(word.chars().take(others), any_word));
            self.ends.push(self.backwards.longest(word.chars().rev().take(others), any_word));
        }
    }
}

/// All words that a text begins with, or all that it ends with.
#[derive(Clone, Copy)]
pub(super) struct Words {
    longest: Option<u32>,
    nested: &'static [Option<u32>],
}

impl Words {
    /// The longest one of one of the classes: its length in bytes and its classes.
    pub(super) fn longest(self, wanted: Class) -> Option<(usize, Class)> {
        let numbers = std::iter::successors(self.longest, |&number| self.nested[number as usize]);
        let mut words = numbers.map(|number| LEXICON.words[number as usize]);
        words.find(|(_, class)| class.meets(wanted)).map(|(word, class)| (word.len(), class))
    }
}

/// The words that `text` begins with.
pub(super) fn beginning(text: &str) -> Words {
    Words { longest: LEXICON.forwards.longest(text.chars(), any_word), nested: &LEXICON.begins }
}

/// The words that `text` ends with.
pub(super) fn ending(text: &str) -> Words {
    Words { longest: LEXICON.backwards.longest(text.chars().rev(), any_word), nested: &LEXICON.ends }
}

/// The classes of a whole word.
pub(super) fn class_of(word: &str) -> Class {
    at_start(word, Class::ALL).filter(|&(length, _)| length == word.len()).map_or(Class::default(), |(_, class)| class)
}

/// The longest word of one of the classes that `text` begins with: its length in bytes and its classes.
pub(super) fn at_start(text: &str, wanted: Class) -> Option<(usize, Class)> {
    beginning(text).longest(wanted)
}

/// The longest word of one of the classes that `text` ends with: its length in bytes and its classes.
pub(super) fn at_end(text: &str, wanted: Class) -> Option<(usize, Class)> {
    ending(text).longest(wanted)
}

/// Where the first word of a class stands in a few words.
pub(super) fn find(text: &str, wanted: Class) -> Option<usize> {
    let mut from = 0;
    while let Some((at, next)) = LEXICON.forwards.next_start(text, from) {
        if at_start(&text[at..], wanted).is_some() {
            return Some(at);
        }
        from = next;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_data_is_a_class() {
        for line in include_str!("../../vocabulary/data/target_words.txt").lines() {
            if let Some(section) = line.strip_prefix('[') {
                assert!(Class::of_section(section.trim_end_matches(']')).is_some(), "{line} is no class");
            }
        }
    }

    #[test]
    fn the_longest_word_wins_at_both_ends() {
        assert_eq!(at_start("不超过五天", Class::LE).map(|(length, _)| length), Some("不超过".len()));
        assert_eq!(at_end("均次费用增幅", Class::HEAD).map(|(length, _)| length), Some("均次费用增幅".len()));
        assert_eq!(at_start("天气", Class::LE), None);
    }
}
