//! Files → texts.

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::{self, Read as _};
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
    if is_standard_input(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// The text of a file, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    let bytes = read_bytes(path).map_err(Failure::System)?;
    fenjie::decode(&bytes).map_err(Failure::Content)?;
    // Decoding found it valid; this only takes the bytes over without copying them.
    String::from_utf8(bytes).map_err(|error| Failure::System(io::Error::other(error)))
}

/// Reads one byte more than a notice may have, so that decoding tells what is too long without reading all of it.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    const LIMIT: u64 = u32::MAX as u64 + 1;
    let mut bytes = Vec::new();
    if is_standard_input(path) {
        io::stdin().lock().take(LIMIT).read_to_end(&mut bytes)?;
    } else {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        bytes.reserve_exact(usize::try_from(length.min(LIMIT)).unwrap_or_default());
        file.take(LIMIT).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == OsStr::new("-")
}
