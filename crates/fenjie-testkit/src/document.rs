//! A written notice beside what it says.

use crate::expected::Expected;
use crate::layout::Layout;
use crate::noise::Noise;
use crate::script::Script;

/// A notice as text, and what a parse of it must give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The text.
    pub text: String,
    /// What it says.
    pub expected: Expected,
}

impl Document {
    /// The notice of `script` as its author typed it.
    pub fn clean(script: &Script) -> Self {
        Self::with_noise(script, &Noise::default())
    }

    /// The notice of `script` as pages, scanners and web sites leave it. It says the same.
    pub fn noisy(script: &Script) -> Self {
        Self::with_noise(script, &Noise::new(script))
    }

    /// The notice of `script` under a given treatment.
    pub fn with_noise(script: &Script, noise: &Noise) -> Self {
        Layout::Any.document(script, noise)
    }
}
