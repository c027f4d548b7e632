//! Files → texts.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Why an input could not be read.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The system says no.
    System(io::Error),
    /// It is no text.
    Content(fenjie::Error),
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

/// The text of a file, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    // One byte more than a notice may have, so that decoding tells what is too long without all of it being read.
    const LIMIT: u64 = u32::MAX as u64 + 1;
    let mut bytes = Vec::new();
    open(path)?.take(LIMIT).read_to_end(&mut bytes).map_err(Failure::System)?;
    fenjie::decode(&bytes).map_err(Failure::Content)?;
    // Decoding found it valid; this only takes the bytes over without copying them.
    String::from_utf8(bytes).map_err(|error| Failure::System(io::Error::other(error)))
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
