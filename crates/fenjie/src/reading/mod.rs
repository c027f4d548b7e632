//! Items → facts, a file a question.

pub(crate) mod target;
