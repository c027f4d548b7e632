//! The names of the fonts of a document, by which the places in fonts of symbols are understood.

use crate::bytes::{u8_at, u16_at};

/// The names, by their numbers.
pub(super) struct Fonts(Vec<String>);

impl Fonts {
    /// Reads the list of fonts. One that is cut off gives the fonts before.
    pub(super) fn read(list: &[u8]) -> Self {
        let mut names = Vec::new();
        let mut rest = list.get(4..).unwrap_or_default();
        let count = u16_at(list, 0).unwrap_or(0);
        for _ in 0..count {
            let Some(length) = u8_at(rest, 0) else { break };
            let Some(font) = rest.get(1..1 + usize::from(length)) else { break };
            names.push(name(font));
            rest = rest.get(1 + font.len()..).unwrap_or_default();
        }
        Self(names)
    }

    pub(super) fn name(&self, number: u16) -> &str {
        self.0.get(usize::from(number)).map_or("", String::as_str)
    }
}

/// The name of a font, which ends with a zero.
fn name(font: &[u8]) -> String {
    const AT: usize = 39;
    let units = font.get(AT..).unwrap_or_default().chunks_exact(2).filter_map(|unit| u16_at(unit, 0));
    char::decode_utf16(units.take_while(|&unit| unit != 0)).filter_map(Result::ok).collect()
}
