//! Files for JavaScript: the functions behind `fenjie/files`. `bindings/wasm/npm/src/files` has what its users see.
//!
//! A wasm of its own, as the readers of files weigh about as much as the rest, and who has text needs none of them. How
//! values come in and go out, `fenjie-wasm-base` says.

#![forbid(unsafe_code)]
// wasm-bindgen hands owned values over.
#![allow(clippy::needless_pass_by_value)]

mod failure;
mod read;

use failure::Result;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The notice of one file or of several, and the document that it was read from: a pair. Each file has its name.
///
/// # Errors
/// A file that cannot be read, options without sense.
#[wasm_bindgen(js_name = parseFiles)]
pub fn parse_files(files: Vec<Uint8Array>, names: Vec<String>, options: Option<JsValue>) -> Result<String> {
    read::parse(&files, &names, options)
}

/// What a file holds, as a document.
///
/// # Errors
/// A file that cannot be read, options without sense.
#[wasm_bindgen(js_name = readFile)]
pub fn read_file(file: Uint8Array, name: &str, options: Option<JsValue>) -> Result<String> {
    read::read(&file, name, options)
}
