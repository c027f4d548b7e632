//! How the tasks of a notice are laid out: in items of any form, or in one of those that are looked at alone.

use crate::compose::{compose, lay_out};
use crate::document::Document;
use crate::expected::Expected;
use crate::forms::write_in;
use crate::noise::Noise;
use crate::script::Script;
use crate::size;

/// A layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Numbered items; who answers stands where each part chooses.
    #[default]
    Any,
    /// Who answers stands in labelled lines below the item.
    Lines,
    /// Who answers stands in a bracket behind the item.
    Brackets,
    /// A table, tabs between its cells.
    TabTable,
    /// A table, upright strokes between its cells.
    StrokeTable,
    /// A table, a line for each cell.
    CellsOnLines,
    /// A table of what departments promise.
    Commitments,
    /// A work report: the review and the plan.
    Report,
    /// Headings that name a body, which leads what stands below.
    Bodies,
    /// Items that open with a bullet.
    Bullets,
    /// Items without a number, each closed by its labelled lines.
    Unnumbered,
    /// Labels that no list of labels has.
    OwnLabels,
}

impl Layout {
    /// All of them.
    pub const ALL: [Layout; 12] = [
        Layout::Any,
        Layout::Lines,
        Layout::Brackets,
        Layout::TabTable,
        Layout::StrokeTable,
        Layout::CellsOnLines,
        Layout::Commitments,
        Layout::Report,
        Layout::Bodies,
        Layout::Bullets,
        Layout::Unnumbered,
        Layout::OwnLabels,
    ];

    /// The notice of `script` in this layout, under a given treatment. A table's rows and a report's paragraphs are
    /// printed on one line each: a treatment wraps none of them.
    pub fn document(self, script: &Script, noise: &Noise) -> Document {
        let model = lay_out(self, compose(script), script);
        let text = noise.apply(&write_in(self, &model, script));
        Document { text, expected: Expected::of(&model) }
    }

    /// A notice of about `bytes` bytes in this layout, as its author typed it, and what it says.
    ///
    /// ```
    /// let text = fenjie_testkit::Layout::TabTable.document_of_size(16 << 10, 1).text;
    /// assert!((14 << 10..18 << 10).contains(&text.len()));
    /// ```
    pub fn document_of_size(self, bytes: usize, seed: u64) -> Document {
        size::document(self, bytes, seed)
    }
}
