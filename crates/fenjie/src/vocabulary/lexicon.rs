//! A list of words, each with its class, found at the start or the end of a text.

use super::trie::{Trie, any_word};

/// Words with classes. Look-ups take the longest word that fits.
#[derive(Debug)]
pub(crate) struct Lexicon<C> {
    words: Vec<(&'static str, C)>,
    forwards: Trie,
    backwards: Trie,
}

impl<C: Copy> Lexicon<C> {
    /// Reads a data file: a word a line, its class behind a tab, `#` before a remark.
    ///
    /// # Panics
    /// Where the file names a class that is not in `classes`: a fault of the data, found by the first test that runs.
    pub(crate) fn read(data: &'static str, classes: &[(&str, C)]) -> Self {
        let mut lexicon = Self::empty();
        for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, name) = line.split_once('\t').unwrap_or((line, ""));
            let class = classes.iter().find(|(class, _)| *class == name);
            let Some(&(_, class)) = class else { panic!("no class `{name}` (of `{word}`)") };
            lexicon.insert(word, class);
        }
        lexicon
    }

    /// The lexicon of these words.
    pub(crate) fn of(words: impl IntoIterator<Item = (&'static str, C)>) -> Self {
        let mut lexicon = Self::empty();
        words.into_iter().for_each(|(word, class)| lexicon.insert(word, class));
        lexicon
    }

    fn empty() -> Self {
        Self { words: Vec::new(), forwards: Trie::default(), backwards: Trie::default() }
    }

    fn insert(&mut self, word: &'static str, class: C) {
        let number = self.words.len() as u32;
        self.forwards.insert(word.chars(), number);
        self.backwards.insert(word.chars().rev(), number);
        self.words.push((word, class));
    }

    /// The longest word that `text` starts with.
    pub(crate) fn at_start(&self, text: &str) -> Option<(&'static str, C)> {
        self.forwards.longest(text.chars(), any_word).map(|number| self.words[number as usize])
    }

    /// Whether a word begins with `c`.
    pub(crate) fn begins(&self, c: char) -> bool {
        self.forwards.begins(c)
    }

    /// The longest word that `text` ends with.
    pub(crate) fn at_end(&self, text: &str) -> Option<(&'static str, C)> {
        self.backwards.longest(text.chars().rev(), any_word).map(|number| self.words[number as usize])
    }

    /// Whether `text` ends with a word of a class that is accepted.
    pub(crate) fn ends(&self, text: &str, accepts: impl Fn(C) -> bool) -> bool {
        self.backwards.longest(text.chars().rev(), |number| accepts(self.words[number as usize].1)).is_some()
    }

    /// The class of `text`, where it is a word.
    pub(crate) fn whole(&self, text: &str) -> Option<C> {
        self.at_start(text).filter(|(word, _)| word.len() == text.len()).map(|(_, class)| class)
    }

    /// The first place in `text` where a word stands, and the longest word there.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str, C)> {
        self.find_iter(text).next()
    }

    /// The words in `text`, from left to right, each the longest one at its place; they never overlap.
    pub(crate) fn find_iter<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'static str, C)> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some((at, next)) = self.forwards.next_start(text, from) {
                from = next;
                if let Some((word, class)) = self.at_start(&text[at..]) {
                    from = at + word.len();
                    return Some((at, word, class));
                }
            }
            None
        })
    }

    /// Every place in `text` at which a word may begin.
    pub(crate) fn starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, next) = self.forwards.next_start(text, from)?;
            from = next;
            Some(at)
        })
    }

    /// Every word.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, C)> + '_ {
        self.words.iter().copied()
    }
}
