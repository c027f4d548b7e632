//! The stock of words, read from the data files once.

use std::sync::OnceLock;

/// A jurisdiction of the stock.
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) mark: &'static str,
    pub(crate) below: Vec<&'static str>,
    pub(crate) zones: Vec<&'static str>,
}

impl Place {
    /// `市` of `云溪市`.
    pub(crate) fn level(&self) -> &'static str {
        self.name.char_indices().last().map_or("", |(at, _)| &self.name[at..])
    }

    /// Fills the place into a template of the stock.
    pub(crate) fn fill(&self, template: &str) -> String {
        let bare = &self.name[..self.name.len() - self.level().len()];
        template.replace("{p}", self.level()).replace("{c}", bare).replace("{j}", self.name)
    }
}

/// A two-column entry of the stock.
pub(crate) type Pair = (&'static str, &'static str);

/// A commitment with a number in it.
pub(crate) struct Figure {
    pub(crate) words: &'static str,
    pub(crate) comparator: &'static str,
    pub(crate) value: &'static str,
    pub(crate) measure: &'static str,
}

impl Figure {
    /// The value where `clause` is this commitment with some number in it.
    pub(crate) fn value_in(&self, clause: &str) -> Option<String> {
        let Some(open) = self.words.find('{') else { return (clause == self.words).then(|| self.value.to_owned()) };
        let close = self.words.find('}')? + 1;
        let number = clause.strip_prefix(&self.words[..open])?.strip_suffix(&self.words[close..])?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| self.value.replace(&self.words[open..close], number))
    }
}

pub(crate) struct Words {
    pub(crate) places: Vec<Place>,
    pub(crate) surnames: Vec<&'static str>,
    pub(crate) given: Vec<&'static str>,
    pub(crate) posts: Vec<&'static str>,
    pub(crate) departments: Vec<Pair>,
    pub(crate) full_names: Vec<&'static str>,
    pub(crate) groups: Vec<Pair>,
    pub(crate) dues: Vec<&'static str>,
    pub(crate) part_titles: Vec<Pair>,
    pub(crate) themes: Vec<&'static str>,
    pub(crate) titles: Vec<&'static str>,
    pub(crate) verbs: Vec<&'static str>,
    pub(crate) objects: Vec<&'static str>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) baits: Vec<&'static str>,
    pub(crate) prose: Vec<&'static str>,
    pub(crate) furniture: Vec<Pair>,
    pub(crate) novel: Vec<&'static str>,
    labels: Vec<(&'static str, Vec<&'static str>)>,
}

impl Words {
    /// The labels that stand for `what`, the plainest first.
    pub(crate) fn labels(&self, what: &str) -> &[&'static str] {
        self.labels.iter().find(|(name, _)| *name == what).map_or(&[], |(_, words)| words)
    }
}

/// The stock.
pub(crate) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words {
        places: lines(include_str!("../data/places.txt")).map(place).collect(),
        surnames: lines(include_str!("../data/surnames.txt")).collect(),
        given: lines(include_str!("../data/given.txt")).collect(),
        posts: lines(include_str!("../data/posts.txt")).collect(),
        departments: lines(include_str!("../data/departments.txt")).map(pair).collect(),
        full_names: lines(include_str!("../data/full_names.txt")).collect(),
        groups: lines(include_str!("../data/groups.txt")).map(pair).collect(),
        dues: lines(include_str!("../data/dues.txt")).collect(),
        part_titles: lines(include_str!("../data/part_titles.txt")).map(pair).collect(),
        themes: lines(include_str!("../data/themes.txt")).collect(),
        titles: lines(include_str!("../data/titles.txt")).collect(),
        verbs: lines(include_str!("../data/verbs.txt")).collect(),
        objects: lines(include_str!("../data/objects.txt")).collect(),
        figures: lines(include_str!("../data/figures.txt")).map(figure).collect(),
        baits: lines(include_str!("../data/baits.txt")).collect(),
        prose: lines(include_str!("../data/prose.txt")).collect(),
        furniture: lines(include_str!("../data/furniture.txt")).map(pair).collect(),
        novel: lines(include_str!("../data/novel.txt")).collect(),
        labels: lines(include_str!("../data/labels.txt")).map(pair).map(|(k, v)| (k, list(v))).collect(),
    })
}

/// The labels that the generator writes before a list of bodies.
pub fn labels() -> impl Iterator<Item = &'static str> {
    ["units", "lead", "participant"].into_iter().flat_map(|what| words().labels(what)).copied()
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn pair(line: &'static str) -> Pair {
    line.split_once('\t').unwrap_or((line, ""))
}

fn figure(line: &'static str) -> Figure {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    Figure { words: next(), comparator: next(), value: next(), measure: next() }
}

fn list(column: &'static str) -> Vec<&'static str> {
    column.split(' ').collect()
}

fn place(line: &'static str) -> Place {
    let mut columns = line.split('\t');
    let mut next = || columns.next().unwrap_or_default();
    Place { name: next(), mark: next(), below: list(next()), zones: list(next()) }
}

/// `n` in Chinese numerals, as headings count: 十, 十一, 二十, 一百零一.
pub(crate) fn han_numeral(n: usize) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match n {
        0..=9 => DIGITS[n].to_owned(),
        10..=19 => format!("十{}", if n == 10 { "" } else { DIGITS[n - 10] }),
        20..=99 => format!("{}十{}", DIGITS[n / 10], if n % 10 == 0 { "" } else { DIGITS[n % 10] }),
        100..=999 => ranked(n, 100, "百"),
        1000..=9999 => ranked(n, 1000, "千"),
        _ => ranked(n, 10_000, "万"),
    }
}

fn ranked(n: usize, rank: usize, word: &str) -> String {
    let (head, rest) = (han_numeral(n / rank), n % rank);
    let zero = if rest * 10 < rank { "零" } else { "" };
    match rest {
        0 => format!("{head}{word}"),
        10..=19 => format!("{head}{word}{zero}一{}", han_numeral(rest)),
        _ => format!("{head}{word}{zero}{}", han_numeral(rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::{han_numeral, words};

    #[test]
    fn numerals_are_written_as_headings_write_them() {
        let cases = [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (110, "一百一十"),
            (101, "一百零一"),
            (1005, "一千零五"),
            (20_010, "二万零一十"),
        ];
        for (n, text) in cases {
            assert_eq!(han_numeral(n), text);
        }
    }

    #[test]
    fn every_label_kind_has_words() {
        for what in ["units", "misprint", "lead", "participant", "due", "official"] {
            assert!(!words().labels(what).is_empty(), "{what}");
        }
    }
}
