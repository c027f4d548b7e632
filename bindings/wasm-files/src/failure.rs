//! What can go wrong with files, as the JavaScript side gets it.

use fenjie_files::{Error, Format, Limit};
use fenjie_wasm_base::failure::{Failure, FailureCode, json};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The outcome, or a [`FileFailure`] to be thrown.
pub(crate) type Result<T> = std::result::Result<T, FileFailure>;

/// An error on its way to JavaScript, and the file that it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileFailure {
    /// What went wrong.
    pub code: FailureCode,
    /// What went wrong, in words.
    pub message: String,
    /// The byte at which decoding failed.
    pub offset: Option<u32>,
    /// The name of the file, where it is about one.
    pub file: Option<String>,
    /// What the file is, or begins as.
    pub format: Option<Format>,
    /// What it has too much of.
    pub limit: Option<Limit>,
}

impl FileFailure {
    /// Why the file `name` could not be read.
    pub(crate) fn of(name: &str, error: Error) -> Self {
        let words = error.to_string();
        let (code, format, limit) = match error {
            Error::Unreadable { format } => (FailureCode::UnreadableFormat, Some(format), None),
            Error::Broken { format, .. } => (FailureCode::BrokenFile, Some(format), None),
            Error::TooLarge { limit, .. } => (FailureCode::TooLarge, None, Some(limit)),
            Error::Text(error) => return Self::from(Failure::from(error)).about(name),
            Error::Encoding { .. } => (FailureCode::Options, None, None),
            _ => (FailureCode::Other, None, None),
        };
        Self { format, limit, ..Self::from(Failure::new(code, words)) }.about(name)
    }

    /// The same about a file, which the words begin with where it has a name.
    fn about(self, name: &str) -> Self {
        let message = if name.is_empty() { self.message } else { format!("{name}: {}", self.message) };
        Self { message, file: Some(name.to_owned()), ..self }
    }
}

impl From<Failure> for FileFailure {
    fn from(Failure { code, message, offset }: Failure) -> Self {
        Self { code, message, offset, file: None, format: None, limit: None }
    }
}

impl From<FileFailure> for JsValue {
    fn from(failure: FileFailure) -> Self {
        Self::from_str(&json(&failure).unwrap_or(failure.message))
    }
}
