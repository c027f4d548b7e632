//! A list of words, each with its class, found at the start or the end of a text.

use rustc_hash::FxHashMap;

/// Words with classes. Look-ups take the longest word that fits.
#[derive(Debug)]
pub(crate) struct Lexicon<C> {
    by_first: FxHashMap<char, Vec<(&'static str, C)>>,
    by_last: FxHashMap<char, Vec<(&'static str, C)>>,
}

impl<C: Copy> Lexicon<C> {
    /// Reads a data file: a word a line, its class behind a tab, `#` before a remark.
    ///
    /// # Panics
    /// Where the file names a class that is not in `classes`: a fault of the data, found by the first test that runs.
    pub(crate) fn read(data: &'static str, classes: &[(&str, C)]) -> Self {
        let mut lexicon = Self { by_first: FxHashMap::default(), by_last: FxHashMap::default() };
        for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, name) = line.split_once('\t').unwrap_or((line, ""));
            let class = classes.iter().find(|(class, _)| *class == name);
            let Some(&(_, class)) = class else { panic!("no class `{name}` (of `{word}`)") };
            lexicon.insert(word, class);
        }
        for words in lexicon.by_first.values_mut().chain(lexicon.by_last.values_mut()) {
            words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        lexicon
    }

    fn insert(&mut self, word: &'static str, class: C) {
        if let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) {
            self.by_first.entry(first).or_default().push((word, class));
            self.by_last.entry(last).or_default().push((word, class));
        }
    }

    /// The longest word that `text` starts with.
    pub(crate) fn at_start(&self, text: &str) -> Option<(&'static str, C)> {
        let words = self.by_first.get(&text.chars().next()?)?;
        words.iter().find(|(word, _)| text.starts_with(word)).copied()
    }

    /// The longest word that `text` ends with.
    pub(crate) fn at_end(&self, text: &str) -> Option<(&'static str, C)> {
        let words = self.by_last.get(&text.chars().next_back()?)?;
        words.iter().find(|(word, _)| text.ends_with(word)).copied()
    }

    /// The class of `text`, where it is a word.
    pub(crate) fn whole(&self, text: &str) -> Option<C> {
        let words = self.by_first.get(&text.chars().next()?)?;
        words.iter().find(|(word, _)| *word == text).map(|&(_, class)| class)
    }

    /// The first place in `text` where a word stands, and the longest word there.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str, C)> {
        text.char_indices().find_map(|(at, _)| self.at_start(&text[at..]).map(|(word, class)| (at, word, class)))
    }

    /// Every word.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, C)> + '_ {
        self.by_first.values().flatten().copied()
    }
}
