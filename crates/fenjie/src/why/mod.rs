//! Why a fact was read as it was: the rule, and the words that gave it.

mod ground;
mod reasons;

use serde::Serialize;

use crate::model::Span;
use crate::relations::{AssignmentRef, TargetRef};

/// Why a fact was read as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Why<'a> {
    /// The rule's stable name, as the document has it: a target's `rule`, an assignment's `basis`, or `group_includes` for
    /// a unit that a convention adds.
    pub rule: &'static str,
    /// What the rule says, in English: a sentence.
    pub text: &'static str,
    /// What the rule says, in Chinese: a sentence.
    pub text_zh: &'static str,
    /// The words that it was read from.
    pub quote: &'a str,
    /// Where they stand.
    pub span: Span,
    /// Other words that the rule rests on, where there are any.
    pub ground: Option<Ground<'a>>,
}

/// Words that a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive]
pub struct Ground<'a> {
    /// What they are.
    pub kind: GroundKind,
    /// The words; empty where the notice has not got its text.
    pub quote: &'a str,
    /// Where they stand.
    pub span: Span,
}

/// What sort of words a rule rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum GroundKind {
    /// A rule that the notice states for its own lists (列第一位的为牵头单位).
    Convention,
    /// The label of the list (牵头单位).
    Label,
    /// A word beside the unit (牵头, 配合).
    Mark,
    /// The head of the column in which the unit stands.
    Column,
    /// A heading that names the unit for all that stands below it.
    Heading,
    /// Words of another clause or cell, which a target takes over.
    Clause,
}

impl<'a> TargetRef<'a> {
    /// Which way of writing the target was read from, and its words.
    ///
    /// ```
    /// let notice = fenjie::parse("1.新增学位7000个，其中农村学位占比达到30%。\n责任单位：市教育局\n");
    /// let why = notice.targets().next().unwrap().why();
    /// assert_eq!((why.rule, why.quote), ("stated", "新增学位7000个"));
    /// assert!(why.text.contains("indicator"));
    /// ```
    pub fn why(self) -> Why<'a> {
        let row = self.row();
        let (rule, text, text_zh) = reasons::target(row.rule);
        let clause = |span| Ground { kind: GroundKind::Clause, quote: self.notice().text(span), span };
        let ground = row.ground.map(clause);
        Why { rule, text, text_zh, quote: &row.quote, span: row.span, ground }
    }
}

impl<'a> AssignmentRef<'a> {
    /// What gave the unit its role: its words, and the convention, label, mark, column or heading that decides.
    ///
    /// A notice without its text ([`Notice::with_source`](crate::Notice::with_source)) knows the words of its conventions
    /// only, and of all else the place.
    ///
    /// ```
    /// use fenjie::GroundKind;
    ///
    /// let notice = fenjie::parse("1.新建公园3座。（市城管局牵头，市财政局配合）\n2.修缮老桥。\n责任单位：市交通局\n");
    /// let why: Vec<_> = notice.tasks().flat_map(|task| task.assignments()).map(|assignment| assignment.why()).collect();
    /// let ground = |at: usize| why[at].ground.map(|ground| (ground.kind, ground.quote));
    ///
    /// assert_eq!((why[0].rule, why[0].quote, ground(0)), ("stated", "市城管局", Some((GroundKind::Mark, "牵头"))));
    /// assert_eq!((why[2].rule, why[2].quote, ground(2)), ("sole", "市交通局", Some((GroundKind::Label, "责任单位"))));
    /// ```
    pub fn why(self) -> Why<'a> {
        let row = self.row();
        let (rule, text, text_zh) =
            if row.implied { reasons::IMPLIED } else { reasons::assignment(row.basis, row.role) };
        Why { rule, text, text_zh, quote: &row.quote, span: row.span, ground: ground::of(self) }
    }
}

#[cfg(test)]
mod tests;
