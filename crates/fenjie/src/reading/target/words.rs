//! The words that give a clause its shape, by class: data in `vocabulary/data/target_words.txt`.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

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
}

impl Class {
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

struct Lexicon {
    classes: FxHashMap<&'static str, Class>,
    /// How long the words are, in characters, that begin with a character: a bit for each length.
    begins: FxHashMap<char, u32>,
    /// The same for the words that end with a character.
    ends: FxHashMap<char, u32>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon =
        Lexicon { classes: FxHashMap::default(), begins: FxHashMap::default(), ends: FxHashMap::default() };
    let mut class = Class::default();
    for line in include_str!("../../vocabulary/data/target_words.txt").lines() {
        if let Some(section) = line.strip_prefix('[') {
            class = Class::of_section(section.trim_end_matches(']')).unwrap_or_default();
        } else if !line.starts_with('#') {
            line.split_whitespace().for_each(|word| lexicon.add(word, class));
        }
    }
    lexicon
});

impl Lexicon {
    fn add(&mut self, word: &'static str, class: Class) {
        let known = self.classes.entry(word).or_default();
        *known = *known | class;
        let length = 1 << word.chars().count().min(31);
        for (table, end) in [(&mut self.begins, word.chars().next()), (&mut self.ends, word.chars().next_back())] {
            if let Some(c) = end {
                *table.entry(c).or_default() |= length;
            }
        }
    }
}

/// The classes of a whole word.
pub(super) fn class_of(word: &str) -> Class {
    LEXICON.classes.get(word).copied().unwrap_or_default()
}

/// The longest word of one of the classes that `text` begins with: its length in bytes and its classes.
pub(super) fn at_start(text: &str, wanted: Class) -> Option<(usize, Class)> {
    let lexicon = &*LEXICON;
    let mut lengths = *lexicon.begins.get(&text.chars().next()?)? >> 1;
    let mut found = None;
    for (at, c) in text.char_indices() {
        if lengths & 1 == 1 {
            let end = at + c.len_utf8();
            let class = class_of(&text[..end]);
            if class.meets(wanted) {
                found = Some((end, class));
            }
        }
        lengths >>= 1;
        if lengths == 0 {
            break;
        }
    }
    found
}

/// The longest word of one of the classes that `text` ends with: its length in bytes and its classes.
pub(super) fn at_end(text: &str, wanted: Class) -> Option<(usize, Class)> {
    let lexicon = &*LEXICON;
    let mut lengths = *lexicon.ends.get(&text.chars().next_back()?)? >> 1;
    let mut found = None;
    for (at, _) in text.char_indices().rev() {
        if lengths & 1 == 1 {
            let class = class_of(&text[at..]);
            if class.meets(wanted) {
                found = Some((text.len() - at, class));
            }
        }
        lengths >>= 1;
        if lengths == 0 {
            break;
        }
    }
    found
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
