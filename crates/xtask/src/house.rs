//! Where things are, and on what machine this is.

use std::path::{Path, PathBuf};

use crate::command::Run;

/// The repository and what was asked of this run.
pub(crate) struct House {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// The words behind the job's name.
    pub(crate) arguments: Vec<String>,
    /// Whether all jobs are done, as `ci` does them.
    pub(crate) all: bool,
}

impl House {
    pub(crate) fn find(arguments: Vec<String>, all: bool) -> Self {
        // Where this program was compiled, so that it works from any folder of the repository.
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.ancestors().nth(2).unwrap_or(here).to_owned();
        Self { root, arguments, all }
    }

    /// The documents that readers have read by hand; they stand beside the repository and are no part of it.
    pub(crate) fn shared(&self) -> PathBuf {
        self.root.join("../shared")
    }

    /// The cargo that runs this, in the root of the repository.
    pub(crate) fn cargo<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Run {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        Run::new(&cargo, &self.root).arguments(words)
    }
}

/// Whether this is the continuous integration, where nothing that matters may be skipped.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}
