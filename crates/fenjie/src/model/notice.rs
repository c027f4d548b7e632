//! The notice: a handful of flat tables that refer to each other by id.

use arcstr::ArcStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use super::{
    Allocation, Assignment, Block, Convention, Diagnostic, Evidence, Header, Official, Part, Section, Target, Task,
    Unit,
};

/// The schema that this version writes and reads.
pub const SCHEMA: &str = "fenjie.notice/2";

/// Stands for [`SCHEMA`] in a document; reading a document of another schema is an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Schema;

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(SCHEMA)
    }
}

impl<'de> Deserialize<'de> for Schema {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let found = String::deserialize(deserializer)?;
        if found == SCHEMA {
            Ok(Self)
        } else {
            Err(D::Error::custom(format_args!("the document's schema is `{found}`, but this version reads `{SCHEMA}`")))
        }
    }
}

/// What sort of document it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// 责任分解, 任务分工: tasks with responsible units.
    Breakdown,
    /// 部门承诺事项: a department's commitments with their annual goals.
    Commitments,
    /// 政府工作报告.
    Report,
    /// None of these, or too little of one to say.
    #[default]
    Unknown,
}

/// A notice as read: its tables, and the text they were read from.
///
/// The tables are public and plain; [`tasks`](Notice::tasks), [`officials`](Notice::officials) and [`units`](Notice::units)
/// walk from row to row without looking up ids.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The version of the document's form.
    pub schema: Schema,
    /// What sort of document it is.
    pub kind: NoticeKind,
    /// What it says of itself.
    pub header: Header,
    /// The rules it states for reading its own lists.
    pub conventions: Vec<Convention>,
    /// Its parts, in order.
    pub parts: Vec<Part>,
    /// The headings that tasks stand under, in order.
    pub sections: Vec<Section>,
    /// The officials, in order of their first appearance.
    pub officials: Vec<Official>,
    /// The tasks, in order.
    pub tasks: Vec<Task>,
    /// The bodies, in order of their first appearance.
    pub units: Vec<Unit>,
    /// Who does what in which task, in order.
    pub assignments: Vec<Assignment>,
    /// The checkable commitments, in order.
    pub targets: Vec<Target>,
    /// The figures handed to counties by task tables.
    pub allocations: Vec<Allocation>,
    /// The doubts, in order of their place.
    pub diagnostics: Vec<Diagnostic>,
    /// What stands in the text that facts are made of, and how much of it is in facts. A document may be without it.
    #[serde(default)]
    pub evidence: Evidence,
    /// Every line of the source, in order. A document may be without them.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// The text as it was given. Not part of the JSON document; [`Notice::with_source`] puts it back.
    #[serde(skip)]
    pub source: ArcStr,
}
