//! What the reader knows between two figures.

use std::ops::Range;

use rust_decimal::Decimal;

use super::clause::Clauses;
use super::draft::{Draft, Phrase};
use super::due::Words;
use super::{Context, Reason};
use crate::model::Strength;

/// Words up to a figure.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    /// The words before the figure that no earlier target took.
    pub(super) before: Range<usize>,
    /// Where the statement ends.
    pub(super) end: usize,
    /// Whether it opens its clause.
    pub(super) fresh: bool,
    /// The value that it starts from, and the words between the indicator and the figure.
    pub(super) base: Option<(Decimal, Range<usize>)>,
}

/// What earlier words hand on.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub(super) sentence: u32,
    pub(super) section: u32,
    /// Whether the sentence tells what was found to be wrong: its label says so.
    pub(super) trouble: bool,
    /// The drafts of the last statement.
    pub(super) group: Range<usize>,
    /// The drafts of the last clause that gave any.
    pub(super) clause_group: Range<usize>,
    /// Where the drafts since the last semicolon begin.
    pub(super) section_start: usize,
    /// Where this sentence's drafts begin.
    pub(super) sentence_start: usize,
    /// Whose figure a lone `覆盖率` is.
    pub(super) subject: Option<Phrase>,
    /// What the first clause of the sentence names, where it has no figure.
    pub(super) opening: Option<Phrase>,
    /// Whether the subject was taken from a clause without a figure.
    pub(super) topic: bool,
    pub(super) strength: Option<Strength>,
    /// The deadline that opened an earlier clause, or a year that holds up to the next.
    pub(super) due: Option<Words>,
    /// The deadlines of the clause.
    pub(super) dues: Vec<Words>,
    /// The verb that later items of the clause share.
    pub(super) verb: Option<Range<usize>>,
    /// The draft that `其中` is a part of.
    pub(super) whole: Option<usize>,
    /// The last draft of the sentence that is no part of another.
    pub(super) last_whole: Option<usize>,
}

/// Reads clause after clause.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) clauses: &'a Clauses,
    pub(super) context: &'a Context,
    pub(super) drafts: Vec<Draft>,
    /// The quantities that are values, by where their digits begin.
    pub(super) used: Vec<usize>,
    /// Those that are not, likewise, and why.
    pub(super) aside: Vec<(usize, Option<Reason>)>,
    pub(super) state: State,
}
