//! What the lines of a text have in common: where it was wrapped, and which numbered lines are sentences.

use super::line::{Look, Looked};
use super::marker::Style;
use super::paragraph::is_finished;
use rustc_hash::FxHashMap;

/// The habits of a text's lines.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// The number of characters at which lines were wrapped.
    width: Option<usize>,
    /// By style, how many numbered lines end a sentence, and how many stop in the middle of one or are headings.
    ends: FxHashMap<Style, (u32, u32)>,
}

impl Shape {
    /// Counts over all lines.
    pub(crate) fn of(looked: &[Looked]) -> Self {
        let mut shape = Self { width: wrap_width(looked), ends: FxHashMap::default() };
        for (at, line) in looked.iter().enumerate() {
            let Look::Item(marker) = &line.look else { continue };
            let counts = shape.ends.entry(marker.style).or_default();
            if is_finished(&line.flow.text) {
                counts.0 += 1;
            } else if looked[at + 1..]
                .iter()
                .find(|next| !matches!(next.look, Look::Blank | Look::Furniture))
                .is_some_and(|next| matches!(next.look, Look::Plain))
            {
                counts.1 += 1;
            }
        }
        shape
    }

    /// Whether a line of this text fills the width at which it was wrapped.
    pub(crate) fn is_full(&self, text: &str) -> bool {
        self.width.is_some_and(|width| text.chars().count() + 2 >= width)
    }

    /// Whether numbered lines of this style are sentences, so that one without an end is a broken one. Headings hardly
    /// ever end in a stop; where the text has too few lines to tell, a clause in the line itself decides.
    pub(crate) fn makes_sentences(&self, style: Style, has_clause: bool) -> bool {
        match self.ends.get(&style) {
            Some(&(0, open)) => open <= 2 && has_clause,
            Some(&(ended, open)) => ended * 3 >= open,
            None => has_clause,
        }
    }
}

/// The width at which lines were wrapped: most lines that stop in the middle of a sentence, with the rest of it right
/// below, then have about the same length.
fn wrap_width(looked: &[Looked]) -> Option<usize> {
    let broken = looked.windows(2).filter(|pair| {
        let open =
            matches!(pair[0].look, Look::Plain | Look::Item(_) | Look::Label(_)) && !is_finished(&pair[0].flow.text);
        open && matches!(pair[1].look, Look::Plain)
    });
    let mut lengths: Vec<usize> = broken.map(|pair| pair[0].flow.text.chars().count()).collect();
    if lengths.len() < 3 {
        return None;
    }
    lengths.sort_unstable();
    let width = lengths[lengths.len() * 9 / 10];
    let near = lengths.iter().filter(|&&length| length + 3 >= width).count();
    (near * 5 >= lengths.len() * 3 && width >= 12).then_some(width)
}
