//! A list of words, each with its class, found at the start or the end of a text.

use super::words::{Found, Words};

/// Words with classes. Look-ups take the longest word that fits.
#[derive(Debug)]
pub(crate) struct Lexicon<C: 'static> {
    words: &'static Words,
    /// By their numbers.
    classes: &'static [C],
}

impl<C: Copy> Lexicon<C> {
    pub(crate) const fn new(words: &'static Words, classes: &'static [C]) -> Self {
        Self { words, classes }
    }

    /// The longest word that `text` starts with.
    pub(crate) fn at_start<'a>(&self, text: &'a str) -> Option<(&'a str, C)> {
        let (length, class) = self.words.at_start(text.as_bytes(), any)?;
        Some((&text[..length], self.classes[class]))
    }

    /// Whether a word may begin with `c`.
    pub(crate) fn begins(&self, c: char) -> bool {
        self.words.begins(c)
    }

    /// The longest word that `text` ends with.
    pub(crate) fn at_end<'a>(&self, text: &'a str) -> Option<(&'a str, C)> {
        let (length, class) = self.words.at_end(text.as_bytes(), any)?;
        Some((&text[text.len() - length..], self.classes[class]))
    }

    /// Whether `text` ends with a word of a class that is accepted.
    pub(crate) fn ends(&self, text: &str, accepts: impl Fn(C) -> bool) -> bool {
        self.words.at_end(text.as_bytes(), |(_, class)| accepts(self.classes[class])).is_some()
    }

    /// The class of `text`, where it is a word.
    pub(crate) fn whole(&self, text: &str) -> Option<C> {
        self.words.whole(text.as_bytes()).map(|class| self.classes[class])
    }

    /// The first place in `text` where a word stands, and the longest word there.
    pub(crate) fn find<'a>(&self, text: &'a str) -> Option<(usize, &'a str, C)> {
        self.find_iter(text).next()
    }

    /// The words in `text`, from left to right, each the longest one at its place; they never overlap.
    pub(crate) fn find_iter<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, &'a str, C)> + use<'_, 'a, C> {
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some((at, next)) = self.words.next_start(text.as_bytes(), from) {
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
    pub(crate) fn starts<'a>(&self, text: &'a str) -> impl Iterator<Item = usize> + use<'_, 'a, C> {
        let mut from = 0;
        std::iter::from_fn(move || {
            let (at, next) = self.words.next_start(text.as_bytes(), from)?;
            from = next;
            Some(at)
        })
    }
}

/// Takes every word.
fn any(_: Found) -> bool {
    true
}
