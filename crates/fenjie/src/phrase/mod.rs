//! Small grammars, one a question: what is a body, a person, a label, a rule, and who answers in this text?
//!
//! Each reads words and says what they are; none knows of lines, pages or tasks.

pub(crate) mod answer;
pub(crate) mod around;
pub(crate) mod body;
pub(crate) mod closing;
pub(crate) mod label;
pub(crate) mod list;
pub(crate) mod mark;
pub(crate) mod person;
pub(crate) mod rule;
