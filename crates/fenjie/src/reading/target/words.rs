//! The words that give a clause its shape, by class: data in `vocabulary/data/target_words.txt`.

use std::ops::BitOr;

use crate::vocabulary::class::class;
use crate::vocabulary::tables::target_words::{self, WORDS};
use crate::vocabulary::words::Found;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

macro_rules! classes {
    ($($name:ident $section:literal $bit:literal),* $(,)?) => {
        impl Class {
            $(pub(super) const $name: Class = Class(1 << $bit);)*
        }

        /// The classes, by the sections of the data.
        const SECTIONS: &[(&str, Class)] = &[$(($section, Class::$name)),*];
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
    INVESTING "investing" 54, COUNTED "counted" 55, EACH_OF "each_of" 56, TROUBLE "trouble" 57,
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

/// The sets of classes that words have, by their numbers.
static CLASSES: [Class; target_words::CLASSES.len()] = {
    let mut classes = [Class(0); target_words::CLASSES.len()];
    let mut at = 0;
    while at < classes.len() {
        let ([sections], place) = target_words::CLASSES[at];
        classes[at] = union(sections.as_bytes(), place);
        at += 1;
    }
    classes
};

/// The set of the classes that are named, with spaces between them.
const fn union(sections: &[u8], place: &'static str) -> Class {
    let (mut set, mut from, mut at) = (0, 0, 0);
    while at <= sections.len() {
        if at == sections.len() || sections[at] == b' ' {
            set |= class(sections.split_at(at).0.split_at(from).1, SECTIONS, place).0;
            from = at + 1;
        }
        at += 1;
    }
    Class(set)
}

/// The most words one within another that are told apart.
const NESTED: usize = 6;

/// All words that a text begins with, or all that it ends with, the longest first: how many bytes each has, and its class.
#[derive(Clone, Copy, Default)]
pub(super) struct Words {
    found: [(u16, u16); NESTED],
    count: usize,
}

impl Words {
    /// The longest one of one of the classes: its length in bytes and its classes.
    pub(super) fn longest(self, wanted: Class) -> Option<(usize, Class)> {
        let words = self.found.into_iter().take(self.count);
        let mut words = words.map(|(length, class)| (usize::from(length), CLASSES[usize::from(class)]));
        words.find(|(_, class)| class.meets(wanted))
    }

    /// Notes a word; whether there is room for no other.
    fn note(&mut self, (length, class): Found) -> bool {
        self.found[self.count] = (length as u16, class as u16);
        self.count += 1;
        self.count == NESTED
    }
}

/// The words that `text` begins with.
pub(super) fn beginning(text: &str) -> Words {
    let mut words = Words::default();
    WORDS.at_start(text.as_bytes(), |found| words.note(found));
    words
}

/// The words that `text` ends with.
pub(super) fn ending(text: &str) -> Words {
    let mut words = Words::default();
    WORDS.at_end(text.as_bytes(), |found| words.note(found));
    words
}

/// The classes of a whole word.
pub(super) fn class_of(word: &str) -> Class {
    WORDS.whole(word.as_bytes()).map_or(Class::default(), |class| CLASSES[class])
}

/// The longest word of one of the classes that `text` begins with: its length in bytes and its classes.
pub(super) fn at_start(text: &str, wanted: Class) -> Option<(usize, Class)> {
    let found = WORDS.at_start(text.as_bytes(), |(_, class)| CLASSES[class].meets(wanted));
    found.map(|(length, class)| (length, CLASSES[class]))
}

/// The longest word of one of the classes that `text` ends with: its length in bytes and its classes.
pub(super) fn at_end(text: &str, wanted: Class) -> Option<(usize, Class)> {
    let found = WORDS.at_end(text.as_bytes(), |(_, class)| CLASSES[class].meets(wanted));
    found.map(|(length, class)| (length, CLASSES[class]))
}

/// Where the first word of a class stands in a few words.
pub(super) fn find(text: &str, wanted: Class) -> Option<usize> {
    let mut from = 0;
    while let Some((at, next)) = WORDS.next_start(text.as_bytes(), from) {
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
    fn all_words_one_within_another_are_told_apart() {
        for (word, _) in target_words::LIST {
            let chars = word.char_indices().map(|(at, _)| at);
            assert!(beginning(word).count < NESTED && ending(word).count < NESTED, "{word}");
            let classes = chars.filter(|&at| class_of(&word[at..]) != Class::default()).count();
            assert_eq!(ending(word).count, classes, "{word}");
        }
    }

    #[test]
    fn the_longest_word_wins_at_both_ends() {
        assert_eq!(at_start("不超过五天", Class::LE).map(|(length, _)| length), Some("不超过".len()));
        assert_eq!(at_end("均次费用增幅", Class::HEAD).map(|(length, _)| length), Some("均次费用增幅".len()));
        assert_eq!(at_start("天气", Class::LE), None);
    }
}
