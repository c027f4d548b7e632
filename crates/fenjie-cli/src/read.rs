//! Files → documents.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use fenjie::Document;
use fenjie_files::Options;

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The system says no.
    System(io::Error),
    /// It cannot be read as a notice.
    Content(fenjie_files::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("no such file"),
                io::ErrorKind::IsADirectory => f.write_str("is a directory, not a file"),
                _ => error.fmt(f),
            },
            Self::Content(error) => error.fmt(f),
        }
    }
}

/// How an input is named in messages.
pub(crate) fn name(path: &Path) -> String {
    if path.as_os_str() == OsStr::new("-") { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// What a file holds, or standard input for `-`.
pub(crate) fn document(path: &Path, options: &Options) -> Result<Document, Failure> {
    fenjie_files::read(&bytes(path)?, &name(path), options).map_err(Failure::Content)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    // One byte more than a notice may have, so that the reader tells what is too long without all of it being read.
    const LIMIT: u64 = u32::MAX as u64 + 1;
    let mut bytes = Vec::new();
    open(path)?.take(LIMIT).read_to_end(&mut bytes).map_err(Failure::System)?;
    Ok(bytes)
}

/// What several files hold that are one notice; a folder is the files in it, pages first.
pub(crate) fn together(paths: &[PathBuf], options: &Options) -> Result<Document, (String, Failure)> {
    let mut whole = Document::default();
    for path in paths {
        let named = |failure| (name(path), failure);
        let next = if path.is_dir() { folder(path, options)? } else { document(path, options).map_err(named)? };
        whole.join(next).map_err(|error| named(Failure::Content(error.into())))?;
    }
    Ok(whole)
}

/// What the files of a folder hold.
fn folder(path: &Path, options: &Options) -> Result<Document, (String, Failure)> {
    let mut files = Vec::new();
    for file in listed(path).map_err(|error| (name(path), Failure::System(error)))? {
        let bytes = bytes(&file).map_err(|failure| (name(&file), failure))?;
        files.push((name(&file), bytes));
    }
    fenjie_files::read_together(files, options).map_err(|(file, error)| (file, Failure::Content(error)))
}

/// The files of a folder that are not hidden.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if path.is_file() && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// A file, or standard input for `-`, to be read from its start.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path.as_os_str() == OsStr::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).map_err(Failure::System)?;
    // Opening a directory succeeds on some systems, and reading it then fails.
    match file.metadata() {
        Ok(metadata) if metadata.is_dir() => Err(Failure::System(io::ErrorKind::IsADirectory.into())),
        _ => Ok(Box::new(file)),
    }
}
