//! Words as paths from character to character.

use rustc_hash::FxHashMap;

/// Words as paths from character to character, told by their numbers; the last characters may come first.
#[derive(Debug)]
pub(crate) struct Trie {
    /// A bit for every character that a word may begin with, by its last bits: most look-ups end here.
    begins: [u64; FILTER / 64],
    /// The first step of every word.
    roots: FxHashMap<char, u32>,
    nodes: Vec<Node>,
}

/// A step on the way to a word.
#[derive(Debug)]
struct Node {
    c: char,
    /// The word that ends here.
    word: Option<u32>,
    /// The first of the steps behind it, and the next one beside it; 0 is none.
    child: u32,
    sibling: u32,
}

/// How many characters the first filter tells apart.
const FILTER: usize = 2048;

impl Default for Trie {
    fn default() -> Self {
        Self { begins: [0; FILTER / 64], roots: FxHashMap::default(), nodes: vec![Node::new('\0')] }
    }
}

impl Trie {
    /// Takes a word in; gives its number, which for a word that was there already is the old one.
    pub(crate) fn insert(&mut self, mut word: impl Iterator<Item = char>, number: u32) -> u32 {
        let Some(first) = word.next() else { return number };
        let bit = first as usize % FILTER;
        self.begins[bit / 64] |= 1 << (bit % 64);
        let mut node = match self.roots.get(&first) {
            Some(&node) => node,
            None => {
                let node = self.push(first);
                self.roots.insert(first, node);
                node
            }
        };
        for c in word {
            node = self.child(node, c).unwrap_or_else(|| {
                let child = self.push(c);
                self.nodes[child as usize].sibling = self.nodes[node as usize].child;
                self.nodes[node as usize].child = child;
                child
            });
        }
        *self.nodes[node as usize].word.get_or_insert(number)
    }

    fn push(&mut self, c: char) -> u32 {
        self.nodes.push(Node::new(c));
        self.nodes.len() as u32 - 1
    }

    /// The step from `node` by `c`; few steps have more than two others beside them.
    fn child(&self, node: u32, c: char) -> Option<u32> {
        let mut child = self.nodes[node as usize].child;
        while child != 0 {
            let node = &self.nodes[child as usize];
            if node.c == c {
                return Some(child);
            }
            child = node.sibling;
        }
        None
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
        let mut node = *self.roots.get(&first)?;
        let word = |node: u32| self.nodes[node as usize].word.filter(|&number| accepts(number));
        let mut found = word(node);
        for c in text {
            let Some(next) = self.child(node, c) else { break };
            node = next;
            found = word(node).or(found);
        }
        found
    }
}

impl Node {
    fn new(c: char) -> Self {
        Self { c, word: None, child: 0, sibling: 0 }
    }
}

/// Takes every word.
pub(crate) fn any_word(_: u32) -> bool {
    true
}
