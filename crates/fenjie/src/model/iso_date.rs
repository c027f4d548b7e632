//! Serde adapter: a day as `YYYY-MM-DD`.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

// The signature is serde's.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
pub(crate) fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => serializer.collect_str(date),
        None => serializer.serialize_none(),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|text| Date::from_str(&text).map_err(D::Error::custom)).transpose()
}
