//! fenjie for JavaScript: the functions behind the npm package. `npm/src` has what its users see.
//!
//! How values come in and go out, `fenjie-wasm-base` says.

#![forbid(unsafe_code)]
// wasm-bindgen hands owned values over.
#![allow(clippy::needless_pass_by_value)]

mod judge;
mod read;

use fenjie_wasm_base::failure::{Result, json};
use fenjie_wasm_base::given;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A notice read from its text, as a document.
///
/// # Errors
/// Options without sense.
#[wasm_bindgen]
pub fn parse(text: &str, options: Option<JsValue>) -> Result<String> {
    read::parse(text, options)
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
pub fn to_text(notice: JsValue, source: Option<String>) -> Result<String> {
    Ok(given::notice(notice, source)?.to_text())
}

/// Why the units and the targets of a document were read as they were.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
#[wasm_bindgen]
pub fn why(notice: JsValue, source: String) -> Result<String> {
    read::why(notice, source)
}

/// How much of the source was read as what.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
#[wasm_bindgen]
pub fn coverage(notice: JsValue, source: String) -> Result<String> {
    read::coverage(notice, source)
}

/// Whether a figure reaches a target.
///
/// # Errors
/// A target that cannot be read, a figure that is no decimal, options without sense.
#[wasm_bindgen(js_name = satisfiedBy)]
pub fn satisfied_by(target: JsValue, actual: &str, judging: Option<JsValue>) -> Result<String> {
    judge::satisfied_by(target, actual, judging)
}

/// How a later target stands to an earlier one.
///
/// # Errors
/// Targets that cannot be read.
#[wasm_bindgen]
pub fn compare(earlier: JsValue, later: JsValue) -> Result<String> {
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
    json(fenjie::Code::ALL)
}
