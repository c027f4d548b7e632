//! What can go wrong, as the JavaScript side gets it.

use serde::Serialize;
use wasm_bindgen::JsValue;

/// The outcome, or a [`Failure`] to be thrown.
pub type Result<T, E = Failure> = std::result::Result<T, E>;

/// The name of what went wrong, by which the JavaScript side picks the class of the error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The bytes are no text at all.
    Binary,
    /// The text has more bytes than a span can address.
    TooLong,
    /// The file is of a kind that is not read.
    UnreadableFormat,
    /// The file is damaged, or is not what it begins as.
    BrokenFile,
    /// The file holds more than a file may.
    TooLarge,
    /// An option has a value without sense, or does not exist.
    Options,
    /// What was given is no notice document, or no target.
    Document,
    /// A row of the notice refers to a row that is not there.
    Reference,
    /// The text is not the one that the notice was read from.
    SourceMismatch,
    /// What was given as a figure is no decimal.
    Decimal,
    /// No diagnostic has that code.
    UnknownCode,
    /// What this version has no name for.
    Other,
}

/// An error on its way to JavaScript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What went wrong.
    pub code: FailureCode,
    /// What went wrong, in words.
    pub message: String,
    /// The byte at which decoding failed.
    pub offset: Option<u32>,
}

impl Failure {
    /// A failure that is at no place of a text.
    pub fn new(code: FailureCode, message: impl ToString) -> Self {
        Self { code, message: message.to_string(), offset: None }
    }
}

impl From<fenjie::Error> for Failure {
    fn from(error: fenjie::Error) -> Self {
        use fenjie::Error;
        let (code, offset) = match error {
            Error::NotUtf8 { offset, .. } => (FailureCode::NotUtf8, Some(offset as u32)),
            Error::Binary { offset } => (FailureCode::Binary, Some(offset as u32)),
            Error::TooLong { .. } => (FailureCode::TooLong, None),
            Error::Document { .. } => (FailureCode::Document, None),
            Error::Reference { .. } => (FailureCode::Reference, None),
            Error::SourceMismatch { .. } => (FailureCode::SourceMismatch, None),
            Error::Options { .. } => (FailureCode::Options, None),
            _ => (FailureCode::Other, None),
        };
        Self { offset, ..Self::new(code, error) }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let json = serde_json::to_string(&failure);
        Self::from_str(&json.unwrap_or(failure.message))
    }
}

/// A value as JSON.
///
/// # Errors
/// None of the values that go out arises that cannot be written.
pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Failure::new(FailureCode::Other, error))
}
