//! Deadlines (完成时限): which words are one, and the day they mean.

use jiff::civil::Date;

use crate::text::chars::{arabic, has, is_comma, is_stop, trim};
use crate::text::numeral::chinese_small;
use crate::vocabulary::{DUE_LEADS, DUE_WORDS, DueWord, ORGANS};

/// Whether `text` is a deadline and nothing else: `6月底完成`, `2025年12月底前`, `年内持续推进`.
pub(crate) fn is_due(text: &str) -> bool {
    let core = strip_lead(text);
    let names_time = DUE_WORDS.at_start(core).is_some() || calendar(core).is_some();
    names_time
        && core.chars().count() <= 20
        && !has(core, |c| is_comma(c) || is_stop(c) || c == '、')
        && ORGANS.at_end(core).is_none()
}

fn strip_lead(text: &str) -> &str {
    let text = trim(text);
    DUE_LEADS.at_start(text).map_or(text, |(lead, ())| &text[lead.len()..])
}

/// What a calendar phrase says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Calendar {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    quarter: Option<i8>,
}

/// The calendar phrase at the start of `text`: `2025年6月底`, `6月30日`, `第三季度`.
fn calendar(text: &str) -> Option<Calendar> {
    let mut found = Calendar::default();
    let mut rest = text;
    while let Some((value, length)) = number(rest) {
        let behind = &rest[length..];
        if let Some(next) = behind.strip_prefix('年').filter(|_| value >= 1949) {
            found.year = i16::try_from(value).ok();
            rest = next;
        } else if let Some(next) = behind.strip_prefix("月份").or_else(|| behind.strip_prefix('月')) {
            found.month = i8::try_from(value).ok().filter(|month| (1..=12).contains(month));
            rest = next;
        } else if let Some(next) = behind.strip_prefix('日').filter(|_| found.month.is_some()) {
            found.day = i8::try_from(value).ok();
            rest = next;
        } else if behind.starts_with("季度") {
            found.quarter = i8::try_from(value).ok().filter(|quarter| (1..=4).contains(quarter));
            break;
        } else {
            break;
        }
    }
    (found != Calendar::default()).then_some(found)
}

fn number(text: &str) -> Option<(u32, usize)> {
    let rest = text.strip_prefix('第').unwrap_or(text);
    let skipped = text.len() - rest.len();
    arabic(rest).or_else(|| chinese_small(rest)).map(|(value, length)| (value, skipped + length))
}

/// The last day that a deadline allows, where its words and the year of its part tell.
pub(crate) fn last_day(text: &str, year: Option<i16>) -> Option<Date> {
    let core = strip_lead(text);
    let found = calendar(core);
    let year =
        found.and_then(|found| found.year).or_else(|| if core.starts_with("明年") { Some(year? + 1) } else { year })?;
    let end_of = |month| Date::new(year, month, 1).ok().map(Date::last_of_month);
    let says = |end| DUE_WORDS.find_iter(core).any(|(_, _, word)| word == end);
    match found {
        Some(Calendar { month: Some(month), day: Some(day), .. }) => Date::new(year, month, day).ok(),
        Some(Calendar { month: Some(month), .. }) => {
            let behind = &core[core.rfind('月').map_or(0, |at| at + '月'.len_utf8())..];
            let part = [("上旬", 10), ("中旬", 20)].into_iter().find(|(word, _)| behind.starts_with(word));
            part.map_or_else(|| end_of(month), |(_, day)| Date::new(year, month, day).ok())
        }
        Some(Calendar { quarter: Some(quarter), .. }) => end_of(quarter * 3),
        _ if says(DueWord::Half) => end_of(6),
        Some(Calendar { year: Some(_), .. }) => end_of(12),
        _ if says(DueWord::Year) => end_of(12),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_told_from_bodies_and_resolved() {
        let day = |text| last_day(text, Some(2025)).map(|date| date.to_string());
        for (text, expected) in [
            ("6月底完成", Some("2025-06-30")),
            ("2026年2月底前", Some("2026-02-28")),
            ("10月中旬", Some("2025-10-20")),
            ("第三季度", Some("2025-09-30")),
            ("年内持续推进", Some("2025-12-31")),
            ("持续推进", None),
        ] {
            assert!(is_due(text), "{text}");
            assert_eq!(day(text).as_deref(), expected, "{text}");
        }
        for body in ["市财政局", "各区县政府", "3家企业", "全市各单位"] {
            assert!(!is_due(body), "{body}");
        }
    }
}
