//! Why a file could not be read.

use std::fmt;

use serde::Serialize;
use thiserror::Error;

use crate::Format;

/// What can go wrong with a file.
///
/// ```
/// use fenjie_files::{Error, Format, Options, read};
///
/// let error = read(b"{\\rtf1 ...}", "通知.rtf", &Options::default()).unwrap_err();
/// assert_eq!(error, Error::Unreadable { format: Format::Rtf });
/// assert_eq!(error.to_string(), "rich text (RTF): open it in Word, WPS or LibreOffice and save it as DOCX");
/// let error = read(b"%PDF-1.7", "通知.pdf", &Options::default()).unwrap_err();
/// assert_eq!(error.to_string(), "not a whole PDF: it has no objects");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is of a kind that is not read.
    #[error("{format}: {}", format.advice())]
    Unreadable {
        /// What it is.
        format: Format,
    },
    /// The file is damaged, or is not what it begins as.
    #[error("not a whole {format}: {reason}")]
    Broken {
        /// What it begins as.
        format: Format,
        /// What the reader says.
        reason: String,
    },
    /// The file holds more than the options allow.
    #[error("more than the {allowed} {limit} that a file may have")]
    TooLarge {
        /// Of what it has too much.
        limit: Limit,
        /// How much is allowed.
        allowed: u64,
    },
    /// The encoding that was named is none.
    #[error("there is no encoding `{label}`")]
    Encoding {
        /// What was named.
        label: String,
    },
    /// The bytes are no text.
    #[error(transparent)]
    Text(#[from] fenjie::Error),
}

/// What [`Options`](crate::Options) limit.
///
/// ```
/// assert_eq!(fenjie_files::Limit::Cells.to_string(), "cells");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Limit {
    /// Bytes when unpacked.
    Unpacked,
    /// Cells of tables.
    Cells,
    /// Elements inside each other.
    Depth,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unpacked => "unpacked bytes",
            Self::Cells => "cells",
            Self::Depth => "elements inside each other",
        })
    }
}

impl Error {
    pub(crate) fn broken(format: Format, reason: impl fmt::Display) -> Self {
        Self::Broken { format, reason: reason.to_string() }
    }
}
