//! Which lines of the source were read as what.

use serde::{Deserialize, Serialize};

use super::Span;

/// What a run of lines is in the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// Nothing but white space.
    Blank,
    /// What the page or the web site put around the notice: page numbers, navigation, share buttons.
    Furniture,
    /// The head and the foot of the official document (版头, 主体的标题和主送机关, 署名, 版记).
    Header,
    /// Running text that is neither a task nor part of the head: the notice's own instructions, speeches.
    Prose,
    /// The title of a part, with its `附件` mark.
    PartTitle,
    /// A heading inside a part, an official's heading among them.
    Heading,
    /// The prose of a task.
    Task,
    /// A task's responsibility line or lines.
    Responsibility,
    /// A line of a table.
    Table,
    /// What could not be given a place; a diagnostic says so.
    Unread,
}

/// A run of whole lines. The blocks of a notice follow each other without a gap, so that every line belongs to exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// What the lines are.
    pub kind: BlockKind,
    /// From the first byte of the first line to the last byte of the last one, its line break included.
    pub span: Span,
    /// Whether it carries on the sentence of an earlier block of its kind, across blank lines or page furniture.
    pub continues: bool,
}
