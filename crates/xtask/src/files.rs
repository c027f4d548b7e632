//! Folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::Result;

/// The wanted files of a folder, in the order of their names.
pub(crate) fn files(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| wanted(path));
    paths.sort();
    Ok(paths)
}
