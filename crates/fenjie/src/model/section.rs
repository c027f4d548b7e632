//! Sections: the headings that tasks stand under.

use arcstr::Substr;
use serde::{Deserialize, Serialize};

use super::{OfficialId, PartId, SectionId, Span};

/// A heading that tasks stand under: `一、优化营商环境`, a line over a table, a category that a table prints once for several rows.
///
/// ```
/// let notice = fenjie::parse("一、优化营商环境\n（一）压减材料\n1.压减审批材料三成。\n责任单位：市政务办\n");
/// let section = notice.tasks().next().unwrap().section().unwrap();
/// assert_eq!(section.title.as_deref(), Some("压减材料"));
/// assert_eq!(section.parent().unwrap().number.as_deref(), Some("一"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Section {
    /// Its position in [`Notice::sections`](crate::Notice::sections).
    pub id: SectionId,
    /// The part it stands in.
    pub part: PartId,
    /// The section that it stands under; always one before it.
    pub parent: Option<SectionId>,
    /// Its number, as printed.
    pub number: Option<Substr>,
    /// Its words, without the number and without who answers.
    pub title: Option<Substr>,
    /// The official whom it names for the tasks below.
    pub official: Option<OfficialId>,
    /// Where the heading stands.
    pub span: Span,
}
