//! What the lines of a text have in common: where it was wrapped, and which numbered lines are sentences.

use super::ending::is_finished;
use super::look::{Look, Looked};
use super::marker::Style;
use crate::text::Kinds;
use crate::text::chars::{is_wide, marks};
use rustc_hash::FxHashMap;

/// The habits of a text's lines.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    /// The width at which lines were wrapped, in columns and in characters: pages count the one, writers the other.
    widths: [Option<usize>; 2],
    /// By style, how many numbered lines end a sentence, and how many stop in the middle of one or are headings.
    ends: FxHashMap<Style, (u32, u32)>,
}

impl Shape {
    /// Counts over all lines.
    pub(crate) fn of(looked: &[Looked]) -> Self {
        // Titles and headings are broken where it looks well.
        let is_heading =
            |line: &Looked| matches!(line.look, Look::Plain) && !line.flow.kinds.meets(Kinds::COMMA | Kinds::STOP);
        let is_text =
            |line: &&Looked| !matches!(line.look, Look::Blank | Look::Furniture | Look::Table) && !is_heading(line);
        let (columns, characters): (Vec<_>, Vec<_>) = looked.iter().filter(is_text).map(width_of).unzip();
        let widths = [wrap_width(&columns, 2 * NARROWEST), wrap_width(&characters, NARROWEST)];
        let mut shape = Self { widths, ends: FxHashMap::default() };
        for (at, line) in looked.iter().enumerate() {
            let Look::Item(marker) = &line.look else { continue };
            let counts = shape.ends.entry(marker.style).or_default();
            if is_finished(&line.flow.text) {
                counts.0 += 1;
            } else if next_text(&looked[at + 1..]).is_some_and(|next| next.len() > line.flow.text.len()) {
                // What is left of a broken line is hardly longer than the line; the text below a heading is.
                counts.1 += 1;
            }
        }
        shape
    }

    /// Whether a line is so long that what `next` begins with had no room on it.
    pub(crate) fn is_full(&self, line: &Looked, next: &str) -> bool {
        if self.widths == [None, None] {
            return false;
        }
        let (own, first) = (width_of(line), widths(unbreakable(next)));
        let [columns, characters] = self.widths;
        columns.is_some_and(|width| own.0 + first.0 + 3 > width)
            || characters.is_some_and(|width| own.1 + first.1 + 3 > width)
    }

    /// Whether most numbered lines of this style are headings.
    pub(crate) fn makes_headings(&self, style: Style) -> bool {
        self.ends.get(&style).is_some_and(|&(ended, open)| open > 2 && open > ended * 2)
    }

    /// Whether most numbered lines of this style end as sentences do.
    pub(crate) fn mostly_ends(&self, style: Style) -> bool {
        self.ends.get(&style).is_some_and(|&(ended, open)| ended > open)
    }

    /// Whether numbered lines of this style are sentences, so that one without an end is a broken one. Headings hardly
    /// ever end in a stop; where the text has too few lines to tell, a clause in the line itself decides.
    pub(crate) fn makes_sentences(&self, style: Style, has_clause: bool) -> bool {
        match self.ends.get(&style) {
            Some(&(0, open)) => open <= 2 && has_clause,
            Some(&(ended, open)) => has_clause || ended * 3 >= open,
            None => has_clause,
        }
    }
}

/// The plain line below, blank ones and furniture left aside.
fn next_text(below: &[Looked]) -> Option<&str> {
    let next = below.iter().find(|next| !matches!(next.look, Look::Blank | Look::Furniture))?;
    matches!(next.look, Look::Plain).then_some(&*next.flow.text)
}

/// The width at which lines were wrapped: in a wrapped text many lines are about as long as each other, and hardly any is longer.
fn wrap_width(widths: &[usize], narrowest: usize) -> Option<usize> {
    let mut counts = [0_usize; WIDEST + 3];
    for &width in widths {
        counts[width.min(WIDEST + 2)] += 1;
    }
    // What is behind a line's last mark may hang over the margin.
    let near = |width: usize| counts[width - 5..=width + 2].iter().sum::<usize>();
    let beyond = |width: usize| counts[width + 3..].iter().sum::<usize>();
    let is_width = |&width: &usize| {
        counts[width] > 1
            && near(width) >= 4
            && near(width) * 6 >= widths.len()
            && beyond(width) <= (widths.len() / 20).max(1)
    };
    (narrowest..=WIDEST).filter(is_width).max_by_key(|&width| (near(width), width))
}

/// How many characters a page is wide at least.
const NARROWEST: usize = 16;

/// How many columns it is wide at most.
const WIDEST: usize = 120;

/// How wide a line is with its indentation, in columns and in characters.
fn width_of(line: &Looked) -> (usize, usize) {
    let (columns, characters) = widths(&line.flow.text);
    let indent = usize::from(line.indent);
    // What stands far to the right is set there.
    if indent > DEEPEST { (columns, characters) } else { (columns + indent, characters + indent / 2) }
}

/// How many columns a paragraph is indented at most.
const DEEPEST: usize = 8;

/// How wide a text is, in columns, of which wide characters take two, and in characters.
fn widths(text: &str) -> (usize, usize) {
    let (mut bytes, mut columns, mut characters) = (0, 0, 0);
    for (_, c) in marks(text) {
        bytes += c.len_utf8();
        columns += 1 + usize::from(is_wide(c));
        characters += 1;
    }
    // All that is no mark is a Han character of three bytes.
    let han = (text.len() - bytes) / 3;
    (columns + 2 * han, characters + han)
}

/// The start of a text that a page does not break: a figure with its point, or one character with the marks behind it.
fn unbreakable(text: &str) -> &str {
    let figure =
        text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | ','))).unwrap_or(text.len());
    let first = text.chars().next().map_or(0, char::len_utf8);
    &text[..figure.max(first)]
}
