//! Rows and options as JavaScript gives them: plain objects.
//!
//! They are read field by field and not by way of JSON, whose reader would be a good part of the package. That is slower,
//! but what is large and frequent goes the other way, from Rust to JavaScript.

use fenjie::{Notice, Target};
use js_sys::{Array, Object};
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_wasm_bindgen::{Deserializer, Error};
use wasm_bindgen::{JsCast as _, JsValue};

use crate::failure::{Failure, FailureCode, Result};
use crate::units::Units;

/// A document with its spans in bytes and its source, where there is one.
pub(crate) fn notice(notice: JsValue, source: Option<String>) -> Result<Notice> {
    let mut notice: Notice =
        serde_wasm_bindgen::from_value(notice).map_err(|error| fenjie::Error::document(message(error)))?;
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
    serde_wasm_bindgen::from_value(target)
        .map_err(|error| Failure::new(FailureCode::Document, format!("not a target: {}", message(error))))
}

/// Options; a key that is not known is refused, where the type denies it.
pub(crate) fn options<Options: DeserializeOwned + Default>(options: Option<JsValue>) -> Result<Options> {
    let Some(options) = options else { return Ok(Options::default()) };
    let entries = Object::entries(options.unchecked_ref());
    let entries = entries.iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), Deserializer::from(entry.get(1)))
    });
    let read = Options::deserialize(MapDeserializer::new(entries));
    read.map_err(|error: Error| Failure::new(FailureCode::Options, format!("options: {}", message(error))))
}

fn message(error: Error) -> String {
    String::from(JsValue::from(error).unchecked_into::<js_sys::Error>().message())
}
