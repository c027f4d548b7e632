//! Parts, officials and conventions.

use arcstr::Substr;
use serde::{Deserialize, Serialize};

use super::{OfficialId, PartId, Span};

/// What a part of the notice holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// 重点工作.
    #[default]
    KeyWork,
    /// 民生实事.
    Livelihood,
    /// 今后五年.
    Outlook,
    /// 部门承诺事项.
    Commitments,
    /// A report's account of the past.
    Review,
    /// A report's plan for the year.
    Plan,
    /// 任务清单: figures handed to counties.
    Allocation,
}

/// A part of the notice: an annex, or the body where the tasks stand in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Part {
    /// Its position in [`Notice::parts`](crate::Notice::parts).
    pub id: PartId,
    /// Its title, as printed, its line breaks taken out; null where none is printed.
    pub title: Option<Substr>,
    /// What it holds.
    pub kind: PartKind,
    /// The first year of its period.
    pub from: Option<i16>,
    /// The last year of its period.
    pub to: Option<i16>,
    /// From its title to its last line.
    pub span: Span,
}

/// An official (责任领导) as the notice names one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Official {
    /// Its position in [`Notice::officials`](crate::Notice::officials).
    pub id: OfficialId,
    /// The name; null where only a post is printed.
    pub name: Option<Substr>,
    /// The post (职务); null where only a name is printed.
    pub post: Option<Substr>,
    /// What the official does for the tasks (`主抓`, `牵头`); null where a label says it.
    pub duty: Option<Substr>,
    /// Where the official is named first; empty where a document does not say.
    #[serde(default)]
    pub span: Span,
    /// What tells that these words name who answers: a label, the head of a column, a heading.
    #[serde(default)]
    pub ground: Option<Span>,
}

/// What a convention rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// 列第一位的为牵头单位.
    FirstListedLeads,
    /// 均为同责单位; 无牵头单位的，责任单位即为牵头单位.
    AllLead,
    /// 各区县政府均含…: whom a group includes.
    GroupIncludes,
    /// Said of units that the notice marks (`除标注为“牵头”单位外`) or another rule that changes no reading.
    Other,
}

/// A rule that the notice states for reading its own lists.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Convention {
    /// What it rules.
    pub rule: Rule,
    /// The group whose members it names.
    pub group: Option<Substr>,
    /// Whom the group includes beside its name's own meaning.
    #[serde(default)]
    pub members: Vec<Substr>,
    /// Its words.
    pub quote: Substr,
    /// Where they stand.
    pub span: Span,
}
