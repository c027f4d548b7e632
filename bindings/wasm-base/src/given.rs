//! Rows and options as JavaScript gives them.

use fenjie::{Notice, Options, Target};
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::failure::{Failure, FailureCode, Result};
use crate::plain::Plain;
use crate::units::Units;

/// A document with its spans in bytes and its source, where there is one.
///
/// # Errors
/// A document that cannot be read, or does not fit the source.
pub fn notice(notice: JsValue, source: Option<String>) -> Result<Notice> {
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
///
/// # Errors
/// What is no such row.
pub fn target(target: JsValue) -> Result<Target> {
    let read = Target::deserialize(Plain::new(target));
    read.map_err(|error| Failure::new(FailureCode::Document, format!("not a target: {error}")))
}

/// Options; a key that is not known is refused.
///
/// # Errors
/// Options that are none, or have a value of another type.
pub fn options<T: DeserializeOwned + Default>(options: Option<JsValue>) -> Result<T> {
    let Some(options) = options else { return Ok(T::default()) };
    let read = T::deserialize(Plain::strict(options));
    read.map_err(|error| Failure::new(FailureCode::Options, format!("options: {error}")))
}

/// What the core is told beside a text, where a year is given.
///
/// # Errors
/// What is no year of a notice.
pub fn year(year: Option<i64>) -> Result<Options> {
    let Some(year) = year else { return Ok(Options::default()) };
    let Ok(known) = i16::try_from(year) else {
        return Err(Failure::new(FailureCode::Options, format!("option `year`: {year} is no year")));
    };
    Ok(Options::default().year(known)?)
}
