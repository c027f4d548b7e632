//! fenjie for JavaScript: the functions behind the npm package. `npm/src` has what its users see.
//!
//! Everything passes as a string: texts as they are, all else as JSON, which engines read faster than objects are built
//! one field after the other. Spans leave and enter in UTF-16 units. An error is the JSON of a [`Failure`](failure::Failure).

#![forbid(unsafe_code)]
// wasm-bindgen hands owned values over.
#![allow(clippy::needless_pass_by_value)]

mod failure;
mod judge;
mod read;
mod units;

use failure::Result;
use wasm_bindgen::prelude::wasm_bindgen;

/// A notice read from its text, as a document. `options` is JSON or nothing.
///
/// # Errors
/// Options without sense.
#[wasm_bindgen]
pub fn parse(text: &str, options: Option<String>) -> Result<String> {
    read::parse(text, options.as_deref())
}

/// The text in bytes of UTF-8.
///
/// # Errors
/// Bytes that are no text; what they look like instead.
#[wasm_bindgen]
pub fn decode(bytes: &[u8]) -> Result<String> {
    Ok(fenjie::decode(bytes)?.to_owned())
}

/// The quantities of a text.
///
/// # Errors
/// None; what cannot be written as JSON does not arise.
#[wasm_bindgen]
pub fn quantities(text: &str) -> Result<String> {
    read::quantities(text)
}

/// The tables of a text.
///
/// # Errors
/// None; what cannot be written as JSON does not arise.
#[wasm_bindgen]
pub fn grids(text: &str) -> Result<String> {
    read::grids(text)
}

/// The canonical text of a document, with the words of its headings where its source is given.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
#[wasm_bindgen(js_name = toText)]
pub fn to_text(notice: &str, source: Option<String>) -> Result<String> {
    Ok(read::document(notice, source)?.to_text())
}

/// Why the units and the targets of a document were read as they were.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
#[wasm_bindgen]
pub fn why(notice: &str, source: String) -> Result<String> {
    read::why(notice, source)
}

/// How much of the source was read as what.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
#[wasm_bindgen]
pub fn coverage(notice: &str, source: String) -> Result<String> {
    read::coverage(notice, source)
}

/// Whether a figure reaches a target.
///
/// # Errors
/// A target that cannot be read, a figure that is no decimal, options without sense.
#[wasm_bindgen(js_name = satisfiedBy)]
pub fn satisfied_by(target: &str, actual: &str, judging: Option<String>) -> Result<String> {
    judge::satisfied_by(target, actual, judging.as_deref())
}

/// How a later target stands to an earlier one.
///
/// # Errors
/// Targets that cannot be read.
#[wasm_bindgen]
pub fn compare(earlier: &str, later: &str) -> Result<String> {
    judge::compare(earlier, later)
}

/// What a code of diagnostics means.
///
/// # Errors
/// A code that does not exist.
#[wasm_bindgen]
pub fn explain(code: &str) -> Result<String> {
    read::explain(code)
}

/// The codes of all diagnostics, the gravest first.
///
/// # Errors
/// None; what cannot be written as JSON does not arise.
#[wasm_bindgen]
pub fn codes() -> Result<String> {
    failure::json(fenjie::Code::ALL)
}
