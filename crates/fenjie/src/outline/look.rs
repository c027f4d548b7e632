//! What a line can look like: the types that the other files of the outline share.

use super::label::LabelHead;
use super::marker::Marker;
use crate::text::Flow;

/// What a line looks like.
#[derive(Clone, Debug)]
pub(crate) enum Look {
    Blank,
    Furniture,
    /// A number alone: a page number where the others of the text say so.
    BareNumber(u32),
    Table,
    /// `附件1`, alone or with a title behind it.
    Annex,
    Item(Marker),
    Label(LabelHead),
    /// A line that is just a date.
    Date,
    /// 抄送, 印发: the foot of the document.
    Copy,
    Plain,
}

/// A line and its words.
#[derive(Clone, Debug)]
pub(crate) struct Looked {
    /// Which physical line it stands on; lines that hold several items are looked at item by item.
    pub(crate) line: u32,
    pub(crate) flow: Flow,
    pub(crate) look: Look,
    /// How far it is indented, in columns.
    pub(crate) indent: u8,
}
