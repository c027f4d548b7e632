//! Plain JavaScript values as serde reads them.
//!
//! The fields of an object are asked for by name, in the order of the Rust type: a struct is read as a sequence. A fault
//! is told with its place (`tasks[3].id`). Nothing is inlined, as the package is smaller without.

use std::fmt::Display;
use std::slice;

use js_sys::{Array, Object, Reflect};
use serde::de::value::StringDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, Expected, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;
use thiserror::Error;
use wasm_bindgen::{JsCast as _, JsValue};

/// Why a value is not what was asked for.
#[derive(Debug, Error)]
pub(crate) enum Error {
    /// Nothing is there; the type may have a default.
    #[error("nothing was given")]
    Absent,
    /// Fewer elements than there should be.
    #[error("invalid length {0}, expected {1}")]
    Short(usize, String),
    #[error("{words}")]
    Other { words: String },
    #[error("{path}: {words}")]
    Inside { path: String, words: String },
}

impl Error {
    /// The same, with the place where it was found: a field, or the number of an element in brackets.
    fn at(self, place: &str) -> Self {
        match self {
            Self::Inside { path, words } => {
                let dot = if path.starts_with('[') { "" } else { "." };
                Self::Inside { path: format!("{place}{dot}{path}"), words }
            }
            other => Self::Inside { path: place.to_owned(), words: other.to_string() },
        }
    }
}

impl de::Error for Error {
    fn custom<T: Display>(words: T) -> Self {
        Self::Other { words: words.to_string() }
    }

    // Serde's own words for what was found bring in all the code that writes floating-point numbers.
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Other(words) => words,
            Unexpected::Bool(_) => "a boolean",
            Unexpected::Str(_) => "a string",
            Unexpected::Seq => "an array",
            Unexpected::Unit => "null",
            _ => "a number",
        };
        Self::custom(format_args!("invalid type: {found}, expected {expected}"))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid value, expected {expected}"))
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::Short(length, expected.to_string())
    }
}

/// A JavaScript value, to be read.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    value: JsValue,
    /// Whether keys without a field are refused.
    is_strict: bool,
}

impl Plain {
    pub(crate) fn new(value: JsValue) -> Self {
        Self { value, is_strict: false }
    }

    /// Refuses keys that it does not know.
    pub(crate) fn strict(value: JsValue) -> Self {
        Self { value, is_strict: true }
    }

    fn items(&self, expected: &dyn Expected) -> Result<Items, Error> {
        match self.value.dyn_ref::<Array>() {
            Some(array) => Ok(Items { array: array.clone(), next: 0 }),
            None => Err(self.not(expected)),
        }
    }

    fn not(&self, expected: &dyn Expected) -> Error {
        if self.value.is_undefined() {
            return Error::Absent;
        }
        let found = match () {
            () if self.value.is_null() => Unexpected::Unit,
            () if self.value.is_string() => Unexpected::Str(""),
            () if self.value.as_bool().is_some() => Unexpected::Bool(false),
            () if self.value.as_f64().is_some() => Unexpected::Other("a number"),
            () if Array::is_array(&self.value) => Unexpected::Seq,
            () => Unexpected::Other("an object"),
        };
        de::Error::invalid_type(found, expected)
    }

    fn check_keys(&self, fields: &'static [&'static str]) -> Result<(), Error> {
        let keys = Object::keys(self.value.unchecked_ref::<Object>());
        let unknown = keys.iter().filter_map(|key| key.as_string()).find(|key| !fields.contains(&key.as_str()));
        unknown.map_or(Ok(()), |key| Err(de::Error::unknown_field(&key, fields)))
    }
}

impl<'de> Deserializer<'de> for Plain {
    type Error = Error;

    #[inline(never)]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if let Some(text) = self.value.as_string() {
            return visitor.visit_string(text);
        }
        if let Some(truth) = self.value.as_bool() {
            return visitor.visit_bool(truth);
        }
        match self.value.as_f64().filter(|number| number.fract() == 0.0) {
            Some(number) => visitor.visit_i64(number as i64),
            None => Err(self.not(&visitor)),
        }
    }

    #[inline(never)]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() || self.value.is_undefined() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    #[inline(never)]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = self.items(&visitor)?;
        visitor.visit_seq(items)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if !self.value.is_object() || Array::is_array(&self.value) {
            return Err(self.not(&visitor));
        }
        if self.is_strict {
            self.check_keys(fields)?;
        }
        let read = visitor.visit_seq(Fields { object: self.value, names: fields.iter() });
        read.map_err(|error| match error {
            Error::Short(at, _) => de::Error::missing_field(fields.get(at).copied().unwrap_or_default()),
            other => other,
        })
    }

    #[inline(never)]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.value.as_string() {
            Some(name) => visitor.visit_enum(StringDeserializer::new(name)),
            None => Err(self.not(&visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple_struct map identifier ignored_any
    }
}

/// The elements of an array.
struct Items {
    array: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    #[inline(never)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let at = self.next;
        if at >= self.array.length() {
            return Ok(None);
        }
        self.next += 1;
        let read = seed.deserialize(Plain::new(self.array.get(at)));
        read.map(Some).map_err(|error| error.at(&format!("[{at}]")))
    }
}

/// The fields of an object, each where the Rust type has it.
struct Fields {
    object: JsValue,
    names: slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Error;

    #[inline(never)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let value = Reflect::get(&self.object, &JsValue::from_str(name)).unwrap_or_default();
        match seed.deserialize(Plain::new(value)) {
            Ok(read) => Ok(Some(read)),
            // The default of the field, if it has one.
            Err(Error::Absent) => Ok(None),
            Err(error) => Err(error.at(name)),
        }
    }
}
