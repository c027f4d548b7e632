//! Doubts about a reading, as data.

use serde::{Deserialize, Serialize};

use super::Span;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// An inference worth knowing.
    Note,
    /// Read, but probably misprinted or inconsistent.
    Warning,
    /// Something of the notice was not understood.
    Error,
}

/// The stable name of a kind of doubt. [`explain`](crate::explain) tells what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// A label is not spelled as the genre spells it.
    MisprintedLabel,
    /// A task has no responsibility of its own and inherits none.
    MissingResponsibility,
    /// The numbers of a run of items skip or repeat one.
    NumberingGap,
    /// A page or line break stood inside a sentence or a name and was taken out.
    BrokenLineMended,
    /// Nothing says who leads; the first unit listed was taken.
    AssumedLead,
    /// The same item stands under two officials.
    DuplicateTask,
    /// One body appears under two names.
    InconsistentUnitName,
    /// An attachment is announced but not there.
    MissingAttachment,
    /// One indicator has two values.
    InconsistentTarget,
    /// A target can be read in more than one way.
    DoubtfulTarget,
    /// A number has more digits than an exact decimal holds.
    NumberOutOfRange,
    /// The parts do not add up to the printed total.
    SumMismatch,
    /// A row has a cell more or fewer than its header.
    RowShifted,
    /// The notice announces another number of items than it lists.
    SubitemCountMismatch,
    /// Rows or columns that are hidden in the file were read.
    HiddenCells,
    /// A part of the file was not read: a picture, a sheet that is hidden.
    UnreadPart,
    /// Words that facts are made of are in none.
    UnreadEvidence,
    /// What was read does not look like what such a notice says.
    DoubtfulReading,
    /// Text that was given no place.
    UnreadText,
    /// The text is not a notice of a kind that is read.
    UnknownKind,
}

/// A doubt about a reading: what, how bad, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The kind of doubt.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, in English.
    pub message: String,
    /// What was found, in Chinese.
    #[serde(default)]
    pub message_zh: String,
    /// What a person may do about it, in English.
    #[serde(default)]
    pub help: Option<String>,
    /// Where it was found.
    pub span: Span,
    /// Other places that belong to the doubt: the first of two duplicates, say.
    #[serde(default)]
    pub related: Vec<Span>,
}
