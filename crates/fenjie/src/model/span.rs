//! Where words stand in the source.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes in the text that was parsed; always on character boundaries.
///
/// In JSON it is the pair `[start, end]`. [`Notice::text`](crate::Notice::text) gives the words it covers.
///
/// ```
/// use fenjie::Span;
///
/// let span = Span::new(3, 9);
/// assert_eq!(&"市财政局"[span.range()], "财政");
/// assert!(Span::new(0, 12).contains(span));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[u32; 2]", into = "[u32; 2]")]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The span as a range to slice a string with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many bytes it covers; none where it ends before it begins, as only a document from elsewhere says.
    ///
    /// ```
    /// assert_eq!(fenjie::Span::new(9, 3).len(), 0);
    /// ```
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies within this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<[u32; 2]> for Span {
    fn from([start, end]: [u32; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [u32; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}
