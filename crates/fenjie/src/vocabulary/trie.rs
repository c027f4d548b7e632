//! Words as paths from character to character.

/// Words as paths from character to character, told by their numbers; the last characters may come first.
#[derive(Debug)]
pub(crate) struct Trie {
    /// The first steps, spread by the last bits of their characters; in most places there is none, and most look-ups end there.
    roots: Box<[u32; ROOTS]>,
    nodes: Vec<Node>,
}

const ROOTS: usize = 512;

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

impl Default for Trie {
    fn default() -> Self {
        Self { roots: Box::new([0; ROOTS]), nodes: vec![Node::new('\0', 0)] }
    }
}

impl Trie {
    /// Takes a word in; gives its number, which for a word that was there already is the old one.
    pub(crate) fn insert(&mut self, mut word: impl Iterator<Item = char>, number: u32) -> u32 {
        let Some(first) = word.next() else { return number };
        let mut node = self.root(first).unwrap_or_else(|| {
            let place = first as usize % ROOTS;
            self.roots[place] = self.push(first, self.roots[place]);
            self.roots[place]
        });
        for c in word {
            node = self.child(node, c).unwrap_or_else(|| {
                let child = self.push(c, self.nodes[node as usize].child);
                self.nodes[node as usize].child = child;
                child
            });
        }
        *self.nodes[node as usize].word.get_or_insert(number)
    }

    fn push(&mut self, c: char, sibling: u32) -> u32 {
        self.nodes.push(Node::new(c, sibling));
        self.nodes.len() as u32 - 1
    }

    #[inline]
    fn root(&self, c: char) -> Option<u32> {
        self.among(self.roots[c as usize % ROOTS], c)
    }

    #[inline]
    fn child(&self, node: u32, c: char) -> Option<u32> {
        self.among(self.nodes[node as usize].child, c)
    }

    /// The step by `c` among the siblings from `node` on; there are hardly ever more than two or three.
    #[inline]
    fn among(&self, mut node: u32, c: char) -> Option<u32> {
        while node != 0 {
            let step = &self.nodes[node as usize];
            if step.c == c {
                return Some(node);
            }
            node = step.sibling;
        }
        None
    }

    /// The next character at or after `from` that a word may begin with, and the place behind it.
    pub(crate) fn next_start(&self, text: &str, from: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let mut rest = bytes.get(from..)?;
        loop {
            // The last bits of a character are those of its last two bytes. Most are Han characters.
            if let [0xE0..=0xEF, high, low, behind @ ..] = rest {
                if self.roots[place_of(*high, *low)] != 0 {
                    let at = bytes.len() - rest.len();
                    return Some((at, at + 3));
                }
                rest = behind;
                continue;
            }
            let (place, length) = match *rest {
                [first @ 0..=0x7F, ..] => (usize::from(first), 1),
                [high @ 0x80..=0xDF, low, ..] => (place_of(high, low), 2),
                [_, _, high, low, ..] => (place_of(high, low), 4),
                _ => return None,
            };
            if self.roots[place] != 0 {
                let at = bytes.len() - rest.len();
                return Some((at, at + length));
            }
            rest = &rest[length..];
        }
    }

    /// Whether a word begins with `c`.
    #[inline]
    pub(crate) fn begins(&self, c: char) -> bool {
        self.root(c).is_some()
    }

    /// The number of the longest word that `text` begins with and that is accepted.
    #[inline]
    pub(crate) fn longest(&self, mut text: impl Iterator<Item = char>, accepts: impl Fn(u32) -> bool) -> Option<u32> {
        let first = self.root(text.next()?)?;
        self.walk(first, text, accepts)
    }

    #[inline(never)]
    fn walk(&self, first: u32, text: impl Iterator<Item = char>, accepts: impl Fn(u32) -> bool) -> Option<u32> {
        let mut node = first;
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

/// The place of the root of a character that ends in these bytes.
fn place_of(high: u8, low: u8) -> usize {
    (usize::from(high) << 6 | usize::from(low & 0x3F)) % ROOTS
}

impl Node {
    fn new(c: char, sibling: u32) -> Self {
        Self { c, word: None, child: 0, sibling }
    }
}

/// Takes every word.
pub(crate) fn any_word(_: u32) -> bool {
    true
}
