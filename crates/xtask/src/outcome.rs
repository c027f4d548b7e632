//! How a step ends.

/// How a step ended that did not fail.
pub(crate) enum Outcome {
    Passed,
    /// It could not be tried, and why.
    Skipped(String),
}

/// The outcome, or what was wrong.
pub(crate) type Result<T = Outcome> = std::result::Result<T, String>;
