//! Which kinds of marks a text holds: noted once a line, so that nobody looks for what is not there.

use std::ops::BitOr;

use super::chars::{is_blank, is_close, is_colon, is_comma, is_open, is_stop, marks};

/// A set of kinds of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u16);

impl Kinds {
    pub(crate) const BLANK: Kinds = Kinds(1);
    pub(crate) const STOP: Kinds = Kinds(1 << 1);
    pub(crate) const COMMA: Kinds = Kinds(1 << 2);
    pub(crate) const COLON: Kinds = Kinds(1 << 3);
    pub(crate) const OPEN: Kinds = Kinds(1 << 4);
    pub(crate) const CLOSE: Kinds = Kinds(1 << 5);
    /// `】` or `]`, closing brackets both.
    pub(crate) const SQUARE: Kinds = Kinds(1 << 6);
    pub(crate) const TAB: Kinds = Kinds(1 << 7);
    /// `|` or `｜`.
    pub(crate) const STROKE: Kinds = Kinds(1 << 8);

    /// The kinds of marks in `text`.
    pub(crate) fn of(text: &str) -> Self {
        marks(text).fold(Self::default(), |kinds, (_, c)| kinds | Self::of_mark(c))
    }

    /// The kinds of mark that one character is.
    pub(crate) fn of_mark(c: char) -> Self {
        match c {
            '、' => Self::default(),
            _ if c.is_ascii_alphanumeric() => Self::default(),
            _ if is_comma(c) => Self::COMMA,
            _ if is_stop(c) => Self::STOP,
            _ if is_colon(c) => Self::COLON,
            _ if is_open(c) || matches!(c, '＜' | '〈') => Self::OPEN,
            '】' | ']' => Self::CLOSE | Self::SQUARE,
            _ if is_close(c) => Self::CLOSE,
            '|' | '｜' => Self::STROKE,
            '\t' => Self::BLANK | Self::TAB,
            _ if is_blank(c) => Self::BLANK,
            _ => Self::default(),
        }
    }

    /// Whether the two sets share a kind.
    pub(crate) const fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Kinds {
    type Output = Kinds;

    fn bitor(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }
}
