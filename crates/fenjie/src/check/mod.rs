//! Notice → diagnostics.

pub(crate) mod codes;
