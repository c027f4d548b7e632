//! Tasks, and who does what in them.

use arcstr::Substr;
use serde::{Deserialize, Serialize};

use super::{Due, OfficialId, PartId, SectionId, Span, TaskId, UnitId};

/// A task (任务): one numbered item together with its responsibility line.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Task {
    /// Its position in [`Notice::tasks`](crate::Notice::tasks).
    pub id: TaskId,
    /// The part it stands in.
    pub part: PartId,
    /// The official whose task it is.
    pub official: Option<OfficialId>,
    /// The nearest heading that it stands under.
    pub section: Option<SectionId>,
    /// Its number, as printed.
    pub number: Option<Substr>,
    /// Its name, where it opens with one.
    pub title: Option<Substr>,
    /// Its prose, without number, title and responsibility, and without the breaks that a page put into it.
    pub text: Substr,
    /// Its own deadline, where one is printed.
    pub due: Option<Due>,
    /// How far this reading is ahead of the next best one, in thousandths of its own score: 0 where another is as good, 1000
    /// where none comes near. Null where nothing had to be chosen.
    #[serde(default)]
    pub margin: Option<u16>,
    /// From its number to the end of its responsibility.
    pub span: Span,
}

/// What a unit does in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 牵头.
    Lead,
    /// 配合, 参与, 协办.
    Participant,
}

/// What tells a unit's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A mark (`牵头`), a label or a column.
    Stated,
    /// The notice's rule that the first listed leads.
    FirstListed,
    /// All share the lead (`A、B负责`, 同责单位).
    Joint,
    /// It is the only unit.
    Sole,
    /// Nothing: the first listed was taken to lead.
    Default,
}

/// A unit's part in a task.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assignment {
    /// The task.
    pub task: TaskId,
    /// The unit.
    pub unit: UnitId,
    /// What it does.
    pub role: Role,
    /// What tells its role.
    pub basis: Basis,
    /// Whether a convention adds it and the line does not print it.
    pub implied: bool,
    /// The unit's words, as printed.
    pub quote: Substr,
    /// Where they stand.
    pub span: Span,
    /// What tells the role besides these words: a label, a mark, the head of a column, a heading, or the rule that the notice
    /// states; null where nothing does.
    #[serde(default)]
    pub ground: Option<Span>,
}
