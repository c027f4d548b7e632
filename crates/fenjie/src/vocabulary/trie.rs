//! Words as paths from character to character.

use rustc_hash::FxHashMap;

/// Words as paths from character to character, told by their numbers; the last characters may come first.
#[derive(Debug)]
pub(crate) struct Trie {
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
    /// Takes a word in; gives its number, which for a word that was there already is the old one.
    pub(crate) fn insert(&mut self, word: impl Iterator<Item = char>, number: u32) -> u32 {
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
        *self.ends[node as usize].get_or_insert(number)
    }

    /// Whether a word may begin with this character.
    #[inline]
    pub(crate) fn may_begin(&self, c: char) -> bool {
        let bit = c as usize % FILTER;
        self.begins[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The number of the longest word that `text` begins with and that is accepted.
    #[inline]
    pub(crate) fn longest(&self, mut text: impl Iterator<Item = char>, accepts: impl Fn(u32) -> bool) -> Option<u32> {
        let first = text.next().filter(|&c| self.may_begin(c))?;
        self.walk(first, text, accepts)
    }

    #[inline(never)]
    fn walk(&self, first: char, text: impl Iterator<Item = char>, accepts: impl Fn(u32) -> bool) -> Option<u32> {
        let mut node = *self.steps.get(&(0, first))?;
        let mut found = self.ends[node as usize].filter(|&number| accepts(number));
        for c in text {
            let Some(&next) = self.steps.get(&(node, c)) else { break };
            node = next;
            found = self.ends[node as usize].filter(|&number| accepts(number)).or(found);
        }
        found
    }
}

/// Takes every word.
pub(crate) fn any_word(_: u32) -> bool {
    true
}
