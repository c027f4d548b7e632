//! A list of words, each with its class, found at the start or the end of a text.

use rustc_hash::FxHashMap;

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
        let mut lexicon = Self { words: Vec::new(), forwards: Trie::default(), backwards: Trie::default() };
        for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (word, name) = line.split_once('\t').unwrap_or((line, ""));
            let class = classes.iter().find(|(class, _)| *class == name);
            let Some(&(_, class)) = class else { panic!("no class `{name}` (of `{word}`)") };
            let number = lexicon.words.len() as u32;
            lexicon.forwards.insert(word.chars(), number);
            lexicon.backwards.insert(word.chars().rev(), number);
            lexicon.words.push((word, class));
        }
        lexicon
    }

    /// The longest word that `text` starts with.
    pub(crate) fn at_start(&self, text: &str) -> Option<(&'static str, C)> {
        self.forwards.longest(text.chars()).map(|number| self.words[number as usize])
    }

    /// The longest word that `text` ends with.
    pub(crate) fn at_end(&self, text: &str) -> Option<(&'static str, C)> {
        self.backwards.longest(text.chars().rev()).map(|number| self.words[number as usize])
    }

    /// The class of `text`, where it is a word.
    pub(crate) fn whole(&self, text: &str) -> Option<C> {
        self.at_start(text).filter(|(word, _)| word.len() == text.len()).map(|(_, class)| class)
    }

    /// The first place in `text` where a word stands, and the longest word there.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, &'static str, C)> {
        let mut starts = text.char_indices().filter(|&(_, c)| self.forwards.may_begin(c));
        starts.find_map(|(at, _)| self.at_start(&text[at..]).map(|(word, class)| (at, word, class)))
    }

    /// Every word.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, C)> + '_ {
        self.words.iter().copied()
    }
}

/// Words as paths from character to character, told by their numbers.
#[derive(Debug)]
struct Trie {
    /// A bit for every character that a word may begin with, by its last bits: most look-ups end here.
    begins: [u64; FILTER / 64],
    /// From a node by a character to the next node; node 0 is the root.
    steps: FxHashMap<(u32, char), u32>,
    /// By node, the word that ends there.
    ends: Vec<Option<u32>>,
}

/// How many characters the first filter tells apart.
const FILTER: usize = 2048;

impl Default for Trie {
    fn default() -> Self {
        Self { begins: [0; FILTER / 64], steps: FxHashMap::default(), ends: vec![None] }
    }
}

impl Trie {
    /// The first one of two equal words counts.
    fn insert(&mut self, word: impl Iterator<Item = char>, number: u32) {
        let mut node = 0;
        for c in word {
            if node == 0 {
                let bit = c as usize % FILTER;
                self.begins[bit / 64] |= 1 << (bit % 64);
            }
            node = *self.steps.entry((node, c)).or_insert_with(|| {
                self.ends.push(None);
                self.ends.len() as u32 - 1
            });
        }
        self.ends[node as usize].get_or_insert(number);
    }

    #[inline]
    fn may_begin(&self, c: char) -> bool {
        let bit = c as usize % FILTER;
        self.begins[bit / 64] >> (bit % 64) & 1 == 1
    }

    #[inline]
    fn longest(&self, mut text: impl Iterator<Item = char>) -> Option<u32> {
        let first = text.next().filter(|&c| self.may_begin(c))?;
        self.walk(first, text)
    }

    fn walk(&self, first: char, text: impl Iterator<Item = char>) -> Option<u32> {
        let mut node = *self.steps.get(&(0, first))?;
        let mut found = self.ends[node as usize];
        for c in text {
            let Some(&next) = self.steps.get(&(node, c)) else { break };
            node = next;
            found = self.ends[node as usize].or(found);
        }
        found
    }
}
