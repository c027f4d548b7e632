//! Rows and options as JavaScript gives them.

use fenjie::{Notice, Target};
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::failure::{Failure, FailureCode, Result};
use crate::plain::Plain;
use crate::units::Units;

/// A document with its spans in bytes and its source, where there is one.
pub(crate) fn notice(notice: JsValue, source: Option<String>) -> Result<Notice> {
    let mut notice = Notice::deserialize(Plain::new(notice)).map_err(fenjie::Error::document)?;
    let Some(source) = source else {
        notice.check_references()?;
        return Ok(notice);
    };
    let units = Units::of(&*source);
    notice.spans_mut().for_each(|span| *span = units.bytes(*span));
    Ok(notice.with_source(source)?)
}

/// A row of `targets`.
pub(crate) fn target(target: JsValue) -> Result<Target> {
    let read = Target::deserialize(Plain::new(target));
    read.map_err(|error| Failure::new(FailureCode::Document, format!("not a target: {error}")))
}

/// Options; a key that is not known is refused.
pub(crate) fn options<Options: DeserializeOwned + Default>(options: Option<JsValue>) -> Result<Options> {
    let Some(options) = options else { return Ok(Options::default()) };
    let read = Options::deserialize(Plain::strict(options));
    read.map_err(|error| Failure::new(FailureCode::Options, format!("options: {error}")))
}
