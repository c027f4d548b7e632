//! What the two wasms of the npm package share: `fenjie-wasm` behind `fenjie`, and `fenjie-wasm-files` behind
//! `fenjie/files`.
//!
//! What goes out is JSON, which engines read faster than objects are built one field after the other; what comes in are
//! plain objects. Spans are in UTF-16 units both ways. An error is the JSON of a [`failure::Failure`].

#![forbid(unsafe_code)]
// wasm-bindgen hands owned values over.
#![allow(clippy::needless_pass_by_value)]

pub mod failure;
pub mod given;
mod plain;
pub mod units;
