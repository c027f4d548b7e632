//! The choices that a part makes once.

use crate::draws::Draws;
use crate::layout::Layout;
use crate::words::words;

/// Where a task's responsibility stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In lines of its own below the item.
    OwnLine,
    /// In a bracket behind the item's full stop.
    AfterStop,
    /// In a bracket before the item's full stop.
    BeforeStop,
    /// In a bracket on a line of its own.
    BracketLine,
}

/// How a part is written.
#[derive(Clone, Debug)]
pub(super) struct Style {
    pub(super) place: Place,
    pub(super) bracket: (char, char),
    /// What stands behind an Arabic number.
    pub(super) after_number: &'static str,
    pub(super) units: &'static str,
    pub(super) lead: &'static str,
    pub(super) participant: &'static str,
    pub(super) due: &'static str,
    pub(super) official: &'static str,
    /// Whether a label gives the post before the name.
    pub(super) post_first: bool,
    /// Whether a deadline stands in the list instead of behind a label.
    pub(super) due_in_list: bool,
    /// What parts clauses that share a line.
    pub(super) between: &'static str,
    /// What closes a responsibility line.
    pub(super) stop: &'static str,
    /// What stands before an item without a number.
    pub(super) bullet: &'static str,
}

impl Style {
    pub(super) fn new(draws: &mut Draws<'_>) -> Self {
        let words = words();
        Self {
            place: *draws.one(&[
                Place::OwnLine,
                Place::OwnLine,
                Place::OwnLine,
                Place::AfterStop,
                Place::BeforeStop,
                Place::BracketLine,
            ]),
            bracket: *draws.one(&[('（', '）'), ('（', '）'), ('(', ')'), ('〔', '〕')]),
            after_number: draws.word(&[".", "、", ".", "．", ". ", ""]),
            units: draws.word(words.labels("units")),
            lead: draws.word(words.labels("lead")),
            participant: draws.word(words.labels("participant")),
            due: draws.word(words.labels("due")),
            official: draws.word(words.labels("official")),
            post_first: draws.chance(30),
            due_in_list: draws.chance(50),
            between: draws.word(&["；", "；", "　　", "。"]),
            stop: draws.word(&["", "", "", "。"]),
            bullet: "",
        }
    }

    /// The same where the layout has its own way.
    pub(super) fn laid_out(mut self, layout: Layout) -> Self {
        match layout {
            Layout::Brackets => self.place = Place::AfterStop,
            Layout::Lines | Layout::Bodies | Layout::Unnumbered => self.place = Place::OwnLine,
            Layout::Bullets => self.bullet = if self.post_first { "▲" } else { "●" },
            Layout::OwnLabels => {
                self.place = Place::OwnLine;
                self.units = if self.post_first { "认领部门" } else { "具体负责" };
            }
            _ => {}
        }
        self
    }
}
