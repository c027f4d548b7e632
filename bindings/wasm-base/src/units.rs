//! Spans in bytes and in UTF-16 units, in which JavaScript counts.

use fenjie::{ArcStr, Offsets, Span};

/// The places of one text, counted in both.
pub struct Units {
    text: ArcStr,
    offsets: Offsets,
    /// The place asked for last, in bytes and in units: the next one is mostly near.
    last: (usize, usize),
}

/// How far the next place may be, in bytes, for counting on from the last one to be worth it.
const NEAR: usize = 192;

impl Units {
    /// The places of `text`.
    pub fn of(text: impl Into<ArcStr>) -> Self {
        let text = text.into();
        Self { offsets: Offsets::new(text.clone()), text, last: (0, 0) }
    }

    /// A span in bytes, in UTF-16 units.
    pub fn utf16(&mut self, span: Span) -> Span {
        Span::new(self.unit(span.start as usize), self.unit(span.end as usize))
    }

    fn unit(&mut self, byte: usize) -> u32 {
        let (from, units) = self.last;
        let near = byte.checked_sub(from).filter(|&distance| distance < NEAR);
        let unit = match near.and_then(|_| self.text.get(from..byte)) {
            Some(between) => units + between.encode_utf16().count(),
            None => self.offsets.utf16(byte),
        };
        self.last = (byte, unit);
        unit as u32
    }

    /// A span in UTF-16 units, in bytes. One that is inside a pair of surrogates or beyond the text is no place in it,
    /// and gives a span that fits no text.
    pub fn bytes(&self, span: Span) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }

    fn byte(&self, unit: u32) -> u32 {
        let byte = self.offsets.byte_of_utf16(unit as usize);
        if self.offsets.utf16(byte) == unit as usize { byte as u32 } else { u32::MAX }
    }
}
