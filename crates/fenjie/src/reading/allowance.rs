//! How much may be printed once and hold for many tasks.

/// What may still be handed on, in bytes of the words that are handed on: the list of a section to each of its tasks, a cell to
/// each empty one below it, its members to each mention of a group.
///
/// A list of units over as many tasks makes assignments by the square of the text. It is read so, but only in proportion to
/// the text as a whole, and no notice that people wrote comes near.
#[derive(Debug)]
pub(crate) struct Allowance {
    left: usize,
}

impl Allowance {
    /// What any text may hand on.
    const LEAST: usize = 64 << 10;
    /// What it may hand on beyond that, for each of its own bytes.
    const SHARE: usize = 8;

    /// The allowance of a text of so many bytes.
    pub(crate) fn of(bytes: usize) -> Self {
        Self { left: Self::LEAST.saturating_add(bytes.saturating_mul(Self::SHARE)) }
    }

    /// Whether so many bytes may be handed on once more.
    pub(crate) fn grant(&mut self, bytes: usize) -> bool {
        let left = self.left.checked_sub(bytes);
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }
}

impl Default for Allowance {
    fn default() -> Self {
        Self::of(0)
    }
}
