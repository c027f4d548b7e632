//! Serde adapter: a day as `YYYY-MM-DD`.
//!
//! Written and read here and not by jiff, whose formats of times and zones a browser would have to load as well.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

// The signature is serde's.
#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref)]
pub(crate) fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    match date {
        Some(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            serializer.collect_str(&format_args!("{year:04}-{month:02}-{day:02}"))
        }
        None => serializer.serialize_none(),
    }
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    let read = |text: String| read(&text).ok_or_else(|| D::Error::custom(format_args!("`{text}` is no day")));
    text.map(read).transpose()
}

fn read(text: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        let mut values = digits.iter().map(|&&digit| digit.is_ascii_digit().then(|| i16::from(digit - b'0')));
        values.try_fold(0, |sum, value| Some(sum * 10 + value?))
    };
    let (month, day) = (i8::try_from(number(&[m1, m2])?).ok()?, i8::try_from(number(&[d1, d2])?).ok()?);
    Date::new(number(&[y1, y2, y3, y4])?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_there_are_are_read() {
        assert_eq!(read("2024-02-29"), Date::new(2024, 2, 29).ok());
        for text in [
            "",
            "2025",
            "2025-02-29",
            "2025-13-01",
            "+025-01-01",
            "2025-+1-01",
            "2025-1-1",
            "2025-01-01T00:00",
            "二-1-1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
