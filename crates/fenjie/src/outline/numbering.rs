//! Whether the numbers of headings and items count up without a gap.

use rustc_hash::FxHashMap;

use super::marker::Style;
use super::{Entry, Paragraph};
use crate::model::Span;

/// A number that does not follow from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) expected: u32,
    pub(crate) found: u32,
    pub(crate) span: Span,
}

/// The gaps in the numbers of `entries`. Numbers may begin anew in each section, or run on through all of them.
pub(crate) fn gaps(entries: &[Entry], paragraphs: &[Paragraph]) -> Vec<Gap> {
    let mut last_in_section: FxHashMap<(Style, Option<usize>), u32> = FxHashMap::default();
    let mut last_of_style: FxHashMap<Style, u32> = FxHashMap::default();
    let mut found = Vec::new();
    for entry in entries {
        let (Some(marker), Some(&first)) = (&entry.marker, entry.texts.first()) else { continue };
        if marker.style == Style::Bullet {
            continue;
        }
        let section = last_in_section.entry((marker.style, entry.parent)).or_insert(0);
        let running = last_of_style.entry(marker.style).or_insert(0);
        // Where nothing stood before, the text may be an excerpt.
        let starts = *section == 0 && (marker.value == 1 || marker.value == *running + 1 || *running == 0);
        if !starts && marker.value != *section + 1 {
            let expected = if *section == 0 && *running > 0 { *running + 1 } else { *section + 1 };
            let span = paragraphs[first].flow.span(marker.number.clone());
            found.push(Gap { expected, found: marker.value, span });
        }
        (*section, *running) = (marker.value, marker.value);
    }
    found
}
