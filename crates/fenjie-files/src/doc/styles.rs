//! The styles of a document: paragraphs have what their style has, unless they say otherwise.

use super::properties::Properties;
use crate::bytes::u16_at;

/// The properties that paragraphs have of their styles.
pub(super) struct Styles(Vec<Properties>);

struct Style<'a> {
    base: u16,
    changes: &'a [u8],
}

/// No style is made of more styles, each of the next one.
const LONGEST: usize = 16;

/// How many bytes of changes styles have together, those of the styles that they are made of counted anew.
const MOST_CHANGES: usize = 1 << 24;

impl Styles {
    /// Reads the sheet of styles. A style that cannot be read says nothing.
    pub(super) fn read(sheet: &[u8], data: &[u8]) -> Self {
        let styles = styles(sheet).unwrap_or_default();
        let mut left = MOST_CHANGES;
        let all = styles.iter().map(|style| {
            let mut chain = vec![style];
            while let Some(base) = chain.last().and_then(|style| styles.get(usize::from(style.base))) {
                if chain.len() == LONGEST {
                    break;
                }
                chain.push(base);
            }
            let mut properties = Properties::default();
            for style in chain.iter().rev() {
                if left > 0 {
                    left = left.saturating_sub(properties.apply(style.changes, data));
                }
            }
            properties
        });
        Self(all.collect())
    }

    /// What the paragraphs of a style begin with.
    pub(super) fn properties(&self, style: u16) -> Properties {
        self.0.get(usize::from(style)).cloned().unwrap_or_default()
    }
}

fn styles(sheet: &[u8]) -> Option<Vec<Style<'_>>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let fixed = usize::from(u16_at(sheet, 4)?);
    let mut rest = sheet.get(2 + head..)?;
    let mut styles = Vec::new();
    while let Some(length) = u16_at(rest, 0) {
        let Some(own) = rest.get(2..2 + usize::from(length)) else { break };
        styles.push(style(own, fixed).unwrap_or(Style { base: u16::MAX, changes: &[] }));
        // They begin at even places.
        rest = rest.get(2 + own.len() + own.len() % 2..).unwrap_or_default();
    }
    Some(styles)
}

/// A style of paragraphs, of which so many bytes are the same in all styles.
fn style(bytes: &[u8], fixed: usize) -> Option<Style<'_>> {
    const OF_PARAGRAPHS: u16 = 1;
    let kind = u16_at(bytes, 2)?;
    if kind & 15 != OF_PARAGRAPHS {
        return None;
    }
    let name = usize::from(u16_at(bytes, fixed)?) * 2 + 4;
    let at = fixed + name + (fixed + name) % 2;
    let said = bytes.get(at + 2..)?.get(..usize::from(u16_at(bytes, at)?))?;
    Some(Style { base: kind >> 4, changes: said.get(2..).unwrap_or_default() })
}
