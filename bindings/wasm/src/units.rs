//! Spans in bytes and in UTF-16 units, in which JavaScript counts.

use fenjie::{ArcStr, Offsets, Span};

/// The places of one text, counted in both.
pub(crate) struct Units(Offsets);

impl Units {
    pub(crate) fn of(text: impl Into<ArcStr>) -> Self {
        Self(Offsets::new(text))
    }

    /// A span in bytes, in UTF-16 units.
    pub(crate) fn utf16(&self, span: Span) -> Span {
        Span::new(self.0.utf16(span.start as usize) as u32, self.0.utf16(span.end as usize) as u32)
    }

    /// A span in UTF-16 units, in bytes. One that is inside a pair of surrogates or beyond the text is no place in it,
    /// and gives a span that fits no text.
    pub(crate) fn bytes(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }

    fn byte(&self, unit: u32) -> u32 {
        let byte = self.0.byte_of_utf16(unit as usize);
        if self.0.utf16(byte) == unit as usize { byte as u32 } else { u32::MAX }
    }
}
