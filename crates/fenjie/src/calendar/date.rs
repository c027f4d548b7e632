//! Dates as official documents print them.

use jiff::civil::Date;

use crate::text::chars::{arabic, is_blank, one_of};
use crate::text::numeral::chinese_small;

/// The date at the start of `text` and how many bytes it takes: `2025年3月4日`, `二〇二五年三月四日`.
pub(crate) fn at_start(text: &str) -> Option<(Date, usize)> {
    let mut at = 0;
    let year = field(text, &mut at, "年")?;
    let month = field(text, &mut at, "月")?;
    let day = field(text, &mut at, "日")?;
    let date = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (1949..=2199).contains(&year).then_some((date, at))
}

/// The date that `text` is, and nothing else.
pub(crate) fn whole(text: &str) -> Option<Date> {
    at_start(text).filter(|(_, length)| *length == text.len()).map(|(date, _)| date)
}

/// The last date in `text`.
pub(crate) fn last_in(text: &str) -> Option<(Date, usize)> {
    let mut starts = text.match_indices('年').filter_map(|(at, _)| {
        let head = text[..at].trim_end_matches(|c: char| {
            c.is_ascii_digit() || one_of(c, "０１２３４５６７８９〇○零一二三四五六七八九 ")
        });
        let start = at - text[head.len()..at].trim_start_matches(is_blank).len();
        at_start(&text[start..]).map(|(date, _)| (date, start))
    });
    starts.next_back()
}

/// The date that `text` is, and nothing else, in words or figures.
pub(crate) fn whole_loose(text: &str) -> Option<Date> {
    let is_figures =
        || text.len() <= "2025-03-04".len() && text.bytes().all(|b| b.is_ascii_digit() || b"-/.".contains(&b));
    whole(text).or_else(|| loose(text).filter(|_| is_figures() && text.contains(['-', '/', '.'])))
}

/// The date that `text` begins with, as official documents or machines print it: `2025-03-04 09:30`, `2025/3/4`, `20250304`.
pub(crate) fn loose(text: &str) -> Option<Date> {
    at_start(text).map(|(date, _)| date).or_else(|| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 8 {
            return numeric(&text[..4], &text[4..6], &text[6..8]);
        }
        let mark = text[digits..].chars().next().filter(|&c| matches!(c, '-' | '/' | '.' | '－'))?;
        let (month, rest) = text[digits + mark.len_utf8()..].split_once(mark)?;
        let day = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        numeric(&text[..digits], month, &rest[..day])
    })
}

fn numeric(year: &str, month: &str, day: &str) -> Option<Date> {
    let year = year.parse().ok().filter(|year| (1949..=2199).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn field(text: &str, at: &mut usize, unit: &str) -> Option<u32> {
    let rest = text[*at..].trim_start_matches(is_blank);
    let (value, length) = arabic(rest).or_else(|| chinese_small(rest))?;
    let behind = rest[length..].trim_start_matches(is_blank).strip_prefix(unit)?;
    *at = text.len() - behind.len();
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_numerals() {
        assert_eq!(whole("2025年3月4日"), Date::new(2025, 3, 4).ok());
        assert_eq!(whole("二〇二五年十二月三十一日"), Date::new(2025, 12, 31).ok());
        assert_eq!(whole("2025年13月4日"), None);
        assert_eq!(loose("2031-05-09 10:20"), Date::new(2031, 5, 9).ok());
        assert_eq!(loose("20310509"), Date::new(2031, 5, 9).ok());
        assert_eq!(loose("2031/5/9"), loose("2031.05.09"));
        assert_eq!(loose("2031-15-09"), None);
        assert_eq!(last_in("云溪市人民政府办公室2031年5月9日印发").map(|(date, _)| date), Date::new(2031, 5, 9).ok());
    }
}
