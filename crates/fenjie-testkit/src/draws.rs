//! Choices read from bytes.

/// A stream of choices: each reads a byte, and where the bytes end it reads 0, the plainest choice.
#[derive(Clone, Debug)]
pub struct Draws<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Draws<'a> {
    /// Choices from `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    fn byte(&mut self) -> usize {
        self.bytes.next().copied().unwrap_or(0) as usize
    }

    /// A number below `count` (0 where `count` is 0).
    pub fn pick(&mut self, count: usize) -> usize {
        self.byte() * count / 256
    }

    /// A number from `low` to `high`, both included; read from two bytes.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        let draw = self.byte() * 256 + self.byte();
        low + draw * (high - low + 1) / 65536
    }

    /// One of `choices`, which must not be empty.
    pub fn one<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.pick(choices.len())]
    }

    /// One of `words`, which must not be empty.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.pick(words.len())]
    }

    /// True in `percent` of all cases, false where the bytes are 0.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.byte() * 100 >= 256 * (100 - percent) && percent > 0
    }
}

#[cfg(test)]
mod tests {
    use super::Draws;

    #[test]
    fn zero_is_the_first_choice_and_255_the_last() {
        assert_eq!(*Draws::new(&[0]).one(&[1, 2, 3]), 1);
        assert_eq!(*Draws::new(&[255]).one(&[1, 2, 3]), 3);
        assert_eq!(Draws::new(&[255, 255]).between(10, 99), 99);
        assert!(!Draws::new(&[]).chance(99));
        assert!(Draws::new(&[255]).chance(1));
    }
}
