//! Sets of characters, one bit each: the fast way over text that holds none of them.

/// Characters of at most three bytes; no others are held.
#[derive(Debug)]
pub(crate) struct CharSet([u64; 1024]);

impl CharSet {
    /// The set of these characters.
    pub(crate) const fn of(characters: &str) -> Self {
        let (bytes, mut set, mut at) = (characters.as_bytes(), Self([0; 1024]), 0);
        while at < bytes.len() {
            set.add(bytes, at);
            at += length(bytes[at]);
        }
        set
    }

    /// The set with the characters from the one to the other as well.
    pub(crate) const fn with(mut self, first: char, last: char) -> Self {
        let mut code = first as usize;
        while code <= last as usize {
            self.0[code >> 6] |= 1 << (code & 63);
            code += 1;
        }
        self
    }

    /// The set with what these words begin with as well.
    pub(crate) const fn with_firsts(mut self, words: &[(&str, u16)]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self.add(words[at].0.as_bytes(), 0);
            at += 1;
        }
        self
    }

    /// The set with what these words end with as well.
    pub(crate) const fn with_lasts(mut self, words: &[(&str, u16)]) -> Self {
        let mut at = 0;
        while at < words.len() {
            let bytes = words[at].0.as_bytes();
            let mut last = bytes.len() - 1;
            while bytes[last] >> 6 == 0b10 {
                last -= 1;
            }
            self.add(bytes, last);
            at += 1;
        }
        self
    }

    /// Takes in the character at `at`.
    const fn add(&mut self, bytes: &[u8], at: usize) {
        let (row, bit) = match bytes[at] {
            first @ 0..=0x7F => (first as usize >> 6, first & 63),
            first @ 0x80..=0xDF => (first as usize & 31, bytes[at + 1] & 63),
            first => (row(first, bytes[at + 1]), bytes[at + 2] & 63),
        };
        self.0[row] |= 1 << bit;
    }

    /// The place of the first of its characters in `text` at or after `at`.
    #[inline]
    pub(crate) fn next(&self, text: &str, at: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut rest = bytes.get(at..)?;
        loop {
            // Most are Han characters.
            if let [first @ 0xE0..=0xEF, second, last, behind @ ..] = rest {
                if self.0[row(*first, *second)] >> (last & 63) & 1 == 1 {
                    return Some(bytes.len() - rest.len());
                }
                rest = behind;
                continue;
            }
            let (holds, length) = self.first(rest)?;
            if holds {
                return Some(bytes.len() - rest.len());
            }
            rest = &rest[length..];
        }
    }

    /// Whether `text` begins with one of its characters.
    #[inline]
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.first(text.as_bytes()).is_some_and(|(holds, _)| holds)
    }

    /// Whether the first character is held, and how many bytes it takes.
    #[inline]
    fn first(&self, bytes: &[u8]) -> Option<(bool, usize)> {
        let (row, last, length) = match *bytes {
            [first @ 0xE0..=0xEF, second, last, ..] => (row(first, second), last, 3),
            [first @ 0..=0x7F, ..] => (usize::from(first >> 6), first, 1),
            [first @ 0x80..=0xDF, last, ..] => (usize::from(first & 31), last, 2),
            [_, _, _, _, ..] => return Some((false, 4)),
            _ => return None,
        };
        Some((self.0[row] >> (last & 63) & 1 == 1, length))
    }

    /// Whether one of its characters stands in `text`.
    #[inline]
    pub(crate) fn meets(&self, text: &str) -> bool {
        self.next(text, 0).is_some()
    }
}

/// The bits above the last six of a character of three bytes.
const fn row(first: u8, second: u8) -> usize {
    (first as usize & 15) << 6 | (second as usize & 63)
}

const fn length(first: u8) -> usize {
    match first {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    #[test]
    fn characters_of_each_length_are_found_and_long_ones_passed_over() {
        static SET: CharSet = CharSet::of("7é局");
        let text = "8è尸局𠀀é7";
        let behind = |at: usize| at + text[at..].chars().next().map_or(0, char::len_utf8);
        let places = std::iter::successors(SET.next(text, 0), |&at| SET.next(text, behind(at)));
        assert_eq!(places.map(|at| &text[at..behind(at)]).collect::<Vec<_>>(), ["局", "é", "7"]);
        assert_eq!(SET.next("𠀀尸", 0), None);
        assert!(!SET.meets(""));
    }

    #[test]
    fn ranges_and_the_ends_of_words_are_taken_in() {
        let set = CharSet::of("").with('①', '③').with_firsts(&[("年a", 0)]).with_lasts(&[
            ("内é", 0),
            ("至x", 0),
            ("前年底", 0),
        ]);
        let held = "①②③年éx底";
        assert!(held.chars().all(|c| set.begins(c.encode_utf8(&mut [0; 4]))));
        assert!(!set.meets("④a内至前⓪"));
    }
}
