//! The labels that a program writes before paragraphs: numbers, and what stands around them. They stand in no words of a file.

use std::collections::{HashMap, HashSet};

use crate::Error;
use crate::budget::Budget;
use crate::number::Numerals;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// No number, and no words around it: the paragraph has a bullet.
    Bullet,
    /// Nothing in place of the number.
    Nothing,
    /// 1, with zeros before it up to so many digits.
    Decimal(usize),
    FullWidth,
    UpperLetter,
    LowerLetter,
    UpperRoman,
    LowerRoman,
    /// 一, 十一, 一百零一.
    Chinese,
    /// 一, 一一, 一〇一.
    ChineseDigits,
    /// 壹, 壹拾壹.
    Formal,
    /// The same in traditional characters.
    FormalTraditional,
    /// 甲, 乙.
    Stems,
    /// 子, 丑.
    Branches,
    /// ①.
    Circled,
    /// ⑴.
    Bracketed,
    /// ⒈.
    Dotted,
}

/// A number with the words around it, as it stands before a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) gap: Gap,
}

/// What stands between a label and the words of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    Tab,
    Space,
    Nothing,
}

/// How many characters a label may have in a file, with what stands for its numbers.
pub(crate) const LONGEST: usize = 63;

/// What a file has as a label. Every paragraph may have it, so that a longer one than any program takes is cut.
pub(crate) fn bounded(label: &str) -> String {
    label.chars().take(LONGEST).collect()
}

impl Label {
    /// A label; `None` where nothing of it is to be seen.
    pub(crate) fn shown(text: String, gap: Gap) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self { text, gap })
    }

    /// The words of a paragraph with its label, which stands in no words of the file and is charged.
    pub(crate) fn put(label: Option<Self>, words: String, budget: &Budget) -> Result<String, Error> {
        let Some(label) = label else { return Ok(words) };
        budget.take(label.text.len())?;
        Ok(label.before(&words))
    }

    /// The label and the words as they are seen. A blank stands between them only where there is one to be seen, and where the
    /// words would else be taken for a part of the label: `2.` and `5个小区` are no `2.5`.
    fn before(self, words: &str) -> String {
        let Self { mut text, gap } = self;
        let open = text.ends_with(char::is_alphanumeric);
        let number = words.starts_with(|c: char| c.is_ascii_digit());
        let apart = match gap {
            Gap::Space => true,
            Gap::Tab => open || number,
            Gap::Nothing => number && (open || text.ends_with('.')),
        };
        if apart {
            text.push(' ');
        }
        text + words
    }
}

/// How many levels the lists of Word have.
pub(crate) const LEVELS: usize = 9;

/// How far lists have been counted.
#[derive(Default)]
pub(crate) struct Counts {
    lists: HashMap<u32, [Option<u32>; LEVELS]>,
    /// The uses of lists and their levels that have begun at a number of their own.
    begun: HashSet<(u32, usize)>,
}

/// The next paragraph of a list.
pub(crate) struct Next {
    pub(crate) list: u32,
    pub(crate) level: usize,
    /// The number at which the level begins.
    pub(crate) start: u32,
    /// The use of the list that begins the level at a number of its own.
    pub(crate) begun_by: Option<u32>,
    /// Whether each level begins anew behind this paragraph, if it is one below.
    pub(crate) restarts: [bool; LEVELS],
}

impl Counts {
    pub(crate) fn count(&mut self, next: &Next) {
        let &Next { list, level, start, begun_by, ref restarts } = next;
        let begins = begun_by.is_some_and(|number| self.begun.insert((number, level)));
        let counts = self.lists.entry(list).or_default();
        let Some((count, below)) = counts.get_mut(level..).and_then(<[_]>::split_first_mut) else { return };
        *count = Some(count.filter(|_| !begins).map_or(start, |count| count.saturating_add(1)));
        for (count, _) in below.iter_mut().zip(restarts.iter().skip(level + 1)).filter(|(_, restarts)| **restarts) {
            *count = None;
        }
    }

    /// The number at which a level stands; `None` where it has not begun.
    pub(crate) fn at(&self, list: u32, level: usize) -> Option<u32> {
        *self.lists.get(&list)?.get(level)?
    }
}

const DECIMAL: Numbers = Numbers::Decimal(1);

impl Numbers {
    /// A number as it is shown. One that has no such form is written in digits.
    pub(crate) fn write(self, number: u32) -> String {
        let form = match self {
            Self::Bullet | Self::Nothing => Some(String::new()),
            Self::Decimal(width) => Some(format!("{number:0width$}")),
            Self::FullWidth => Some(number.to_string().chars().filter_map(wide).collect()),
            Self::UpperLetter => letters(number, b'A'),
            Self::LowerLetter => letters(number, b'a'),
            Self::UpperRoman => roman(number),
            Self::LowerRoman => roman(number).map(|roman| roman.to_lowercase()),
            Self::Chinese => counted(number, Numerals::Plain),
            Self::ChineseDigits => Some(digits(number)),
            Self::Formal => counted(number, Numerals::Formal),
            Self::FormalTraditional => counted(number, Numerals::Formal).map(traditional),
            Self::Stems => nth("甲乙丙丁戊己庚辛壬癸", number),
            Self::Branches => nth("子丑寅卯辰巳午未申酉戌亥", number),
            Self::Circled => circled(number).map(String::from),
            Self::Bracketed => nth("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", number),
            Self::Dotted => nth("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", number),
        };
        form.unwrap_or_else(|| number.to_string())
    }

    /// The same, or digits where all numbers of a paragraph are to be digits.
    pub(crate) fn legal(self) -> Self {
        if matches!(self, Self::Bullet | Self::Nothing | Self::Decimal(_)) { self } else { DECIMAL }
    }
}

impl Default for Numbers {
    fn default() -> Self {
        DECIMAL
    }
}

const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";

/// A number in a circle.
pub(crate) fn circled(number: u32) -> Option<char> {
    CIRCLED.chars().nth(number.checked_sub(1)? as usize)
}

/// The character of a list at a place, counted from 1.
fn nth(list: &str, number: u32) -> Option<String> {
    list.chars().nth(number.checked_sub(1)? as usize).map(String::from)
}

fn wide(digit: char) -> Option<char> {
    char::from_u32('０' as u32 + digit.to_digit(10)?)
}

fn digits(number: u32) -> String {
    let digit = |digit: char| Some(Numerals::Plain.digit(digit.to_digit(10)? as u8));
    number.to_string().chars().filter_map(digit).collect()
}

/// A number in words, up to where they would be longer than any label.
fn counted(number: u32, numerals: Numerals) -> Option<String> {
    (number < 100_000_000).then(|| numerals.spelled(number))
}

fn traditional(words: String) -> String {
    let simplified = ["贰", "叁", "陆", "万"];
    simplified.iter().zip(["貳", "參", "陸", "萬"]).fold(words, |words, (from, to)| words.replace(from, to))
}

/// a, b, …, z, aa, bb: as Word and `LibreOffice` count.
fn letters(number: u32, first: u8) -> Option<String> {
    let at = number.checked_sub(1).filter(|&at| at < 26 * 30)?;
    let letter = char::from(first + (at % 26) as u8);
    Some(std::iter::repeat_n(letter, at as usize / 26 + 1).collect())
}

/// The signs of Roman numbers, with those of two letters.
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn roman(mut number: u32) -> Option<String> {
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut roman = String::new();
    for (value, sign) in ROMAN {
        while number >= value {
            number -= value;
            roman += sign;
        }
    }
    Some(roman)
}

#[cfg(test)]
mod tests {
    use super::{Counts, Gap, LEVELS, Label, Next, Numbers};

    #[test]
    fn levels_are_counted_and_begin_anew() {
        let mut counts = Counts::default();
        let mut count = |level, begun_by, restarts| {
            counts.count(&Next { list: 7, level, start: 3, begun_by, restarts: [restarts; LEVELS] });
            [0, 1, 2].map(|level| counts.at(7, level).unwrap_or(0))
        };
        assert_eq!(count(0, None, true), [3, 0, 0]);
        assert_eq!(count(2, None, true), [3, 0, 3]);
        assert_eq!(count(1, None, false), [3, 3, 3]);
        assert_eq!(count(0, None, true), [4, 0, 0]);
        // Each use begins a level once.
        assert_eq!(count(0, Some(1), true), [3, 0, 0]);
        assert_eq!(count(0, Some(1), true), [4, 0, 0]);
        assert_eq!(count(99, None, true), [4, 0, 0]);
        assert_eq!(counts.at(8, 0), None);
    }

    #[test]
    fn a_blank_keeps_a_label_from_its_words() {
        for (label, gap, words, seen) in [
            ("一、", Gap::Tab, "修桥", "一、修桥"),
            ("第一条", Gap::Tab, "修桥", "第一条 修桥"),
            ("2.", Gap::Tab, "5个小区", "2. 5个小区"),
            ("2.", Gap::Nothing, "5个小区", "2. 5个小区"),
            ("第二条", Gap::Nothing, "修桥", "第二条修桥"),
            ("（1）", Gap::Space, "修桥", "（1） 修桥"),
        ] {
            let label = Label { text: label.to_owned(), gap };
            assert_eq!(label.before(words), seen);
        }
    }

    #[test]
    fn every_form_is_written() {
        for (form, number, shown) in [
            (Numbers::Bullet, 3, ""),
            (Numbers::Decimal(2), 3, "03"),
            (Numbers::FullWidth, 12, "１２"),
            (Numbers::UpperLetter, 28, "BB"),
            (Numbers::LowerLetter, 3, "c"),
            (Numbers::UpperRoman, 1994, "MCMXCIV"),
            (Numbers::LowerRoman, 4, "iv"),
            (Numbers::ChineseDigits, 10, "一〇"),
            (Numbers::Formal, 11, "壹拾壹"),
            (Numbers::FormalTraditional, 2, "貳"),
            (Numbers::Stems, 10, "癸"),
            (Numbers::Stems, 11, "11"),
            (Numbers::Branches, 2, "丑"),
            (Numbers::Circled, 50, "㊿"),
            (Numbers::Circled, 0, "0"),
            (Numbers::Bracketed, 20, "⒇"),
            (Numbers::Dotted, 1, "⒈"),
            (Numbers::LowerLetter, u32::MAX, "4294967295"),
        ] {
            assert_eq!(form.write(number), shown, "{form:?} {number}");
        }
    }

    #[test]
    fn a_number_is_counted_as_it_is_spoken() {
        let spoken =
            [(0, "〇"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十")];
        let large =
            [(1001, "一千零一"), (1010, "一千零一十"), (10_001, "一万零一"), (100_000, "十万"), (21_000, "二万一千")];
        for (number, words) in spoken.into_iter().chain(large) {
            assert_eq!(Numbers::Chinese.write(number), words, "{number}");
        }
        assert_eq!(Numbers::Chinese.write(u32::MAX), u32::MAX.to_string());
    }
}
