//! Deadlines in words, and the day they mean.

use std::ops::Range;

use jiff::civil::Date;

use super::Context;

/// Words that set a deadline, and their last day where the year is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) range: Range<usize>,
    pub(super) date: Option<Date>,
    /// Whether they open the clause and so hold for what follows.
    pub(super) opens: bool,
}

/// What reading a deadline from some place gives.
struct Found {
    length: usize,
    date: Option<Date>,
}

/// The length of words of time that a text begins with: a deadline, or a year.
pub(super) fn time_at_start(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if !may_begin(first) {
        return None;
    }
    if let Some(found) = read(text, &Context::default()) {
        return Some(found.length);
    }
    let (year, length) = digits(text)?;
    let unit = ["年度", "年"].iter().find(|unit| text[length..].starts_with(**unit))?;
    (1990..2100).contains(&year).then_some(length + unit.len())
}

/// The first deadline in a clause.
pub(super) fn find(text: &str, range: &Range<usize>, context: &Context) -> Option<Words> {
    let clause = &text[range.clone()];
    if !clause.contains(['前', '底', '末', '内', '到', '至', '季', '半']) {
        return None;
    }
    let mut at = 0;
    while let Some(c) = clause[at..].chars().next() {
        if may_begin(c) && !clause[..at].ends_with('前') {
            if let Some(found) = read(&clause[at..], context) {
                let start = range.start + at;
                let opens = clause[..at].chars().count() <= 2;
                return Some(Words { range: start..start + found.length, date: found.date, opens });
            }
        }
        // Digits are read as a whole or not at all.
        let skip =
            if c.is_ascii_digit() { clause[at..].bytes().take_while(u8::is_ascii_digit).count() } else { c.len_utf8() };
        at += skip;
    }
    None
}

fn may_begin(c: char) -> bool {
    let says_when = matches!(c, '到' | '至' | '截' | '年' | '上' | '下' | '春' | '国' | '今' | '本');
    let counts = matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    c.is_ascii_digit() || says_when || counts
}

const FIXED: [(&str, (i8, i8)); 17] = [
    ("年底前", (12, 31)),
    ("年末前", (12, 31)),
    ("今年底前", (12, 31)),
    ("今年年底前", (12, 31)),
    ("今年底", (12, 31)),
    ("今年内", (12, 31)),
    ("本年度内", (12, 31)),
    ("年内", (12, 31)),
    ("年底", (12, 31)),
    ("年末", (12, 31)),
    ("上半年", (6, 30)),
    ("下半年", (12, 31)),
    ("一季度", (3, 31)),
    ("二季度", (6, 30)),
    ("三季度", (9, 30)),
    ("四季度", (12, 31)),
    ("第一季度", (3, 31)),
];

fn read(text: &str, context: &Context) -> Option<Found> {
    let lead = ["截至", "截止", "到", "至"].iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
    let rest = &text[lead..];
    if let Some(&(word, (month, day))) = FIXED.iter().find(|(word, _)| rest.starts_with(word)) {
        let tail = ["末前", "底前", "前"]
            .iter()
            .find(|tail| rest[word.len()..].starts_with(**tail))
            .map_or(0, |tail| tail.len());
        return Some(Found {
            length: lead + word.len() + tail,
            date: context.year().and_then(|year| Date::new(year, month, day).ok()),
        });
    }
    within_years(rest, lead, context).or_else(|| calendar(rest, lead, context))
}

/// `三年内`, `3年内`, `六个月内`.
fn within_years(rest: &str, lead: usize, context: &Context) -> Option<Found> {
    let (count, length) = small_number(rest)?;
    let unit = ["年内", "年时间内", "年左右时间"].iter().find(|unit| rest[length..].starts_with(**unit));
    if let Some(unit) = unit.filter(|_| (1..=30).contains(&count)) {
        let date = context.from.and_then(|from| Date::new(from.checked_add(count as i16 - 1)?, 12, 31).ok());
        return Some(Found { length: lead + length + unit.len(), date });
    }
    rest[length..].starts_with("个月内").then(|| Found { length: lead + length + "个月内".len(), date: None })
}

/// `2025年底前`, `2025年6月底前`, `10月底前`, `9月30日前`, `到2027年`.
fn calendar(rest: &str, lead: usize, context: &Context) -> Option<Found> {
    let mut at = 0;
    let mut year = None;
    if let Some((value, length)) = digits(rest) {
        if (1990..2100).contains(&value) && rest[length..].starts_with('年') {
            year = Some(value as i16);
            at = length + '年'.len_utf8();
        }
    }
    let stated = year.is_some();
    let month = small_number(&rest[at..])
        .filter(|&(value, length)| (1..=12).contains(&value) && rest[at + length..].starts_with('月'));
    let mut day = None;
    if let Some((_, length)) = month {
        at += length + '月'.len_utf8();
        day = small_number(&rest[at..])
            .filter(|&(value, length)| (1..=31).contains(&value) && rest[at + length..].starts_with(['日', '号']));
        at += day.map_or(0, |(_, length)| length + '日'.len_utf8());
    }
    if !stated && month.is_none() {
        return None;
    }
    let end = ["底前", "末前", "底之前", "中旬前", "上旬前", "下旬前", "份前", "之前", "以前", "前", "底", "末", "内"]
        .iter()
        .find(|end| rest[at..].starts_with(**end))
        .copied()
        .unwrap_or("");
    // A bare year or month is no deadline unless `到` says so; `年前`, `月份` are other words.
    if end.is_empty() && (lead == 0 || (month.is_some() && day.is_none())) && !(lead > 0 && stated) {
        return None;
    }
    let year = year.or_else(|| context.year());
    let date = year.and_then(|year| last_day(year, month.map(|m| m.0), day.map(|d| d.0), end));
    Some(Found { length: lead + at + end.len(), date })
}

fn last_day(year: i16, month: Option<u32>, day: Option<u32>, end: &str) -> Option<Date> {
    let before = matches!(end, "前" | "之前" | "以前");
    match (month, day) {
        (None, _) => Date::new(if before { year.checked_sub(1)? } else { year }, 12, 31).ok(),
        (Some(month), Some(day)) => Date::new(year, month as i8, day as i8).ok(),
        (Some(month), None) => {
            let first = Date::new(year, month as i8, 1).ok()?;
            if before || end == "份前" { first.yesterday().ok() } else { Some(first.last_of_month()) }
        }
    }
}

fn digits(text: &str) -> Option<(u32, usize)> {
    let length = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&length).then(|| text[..length].parse().ok().map(|value| (value, length)))?
}

fn small_number(text: &str) -> Option<(u32, usize)> {
    digits(text).or_else(|| {
        let mut length = 0;
        let mut value = 0;
        for c in text.chars().take(3) {
            let digit = "〇一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u32);
            value = match (c, digit) {
                ('两', _) => 2,
                ('十', _) => value.max(1) * 10,
                (_, Some(digit)) => value + digit,
                _ => break,
            };
            length += c.len_utf8();
        }
        (length > 0).then_some((value, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(text: &str) -> Option<(&str, Option<String>)> {
        let context = Context { from: Some(2026), to: Some(2026), review: false };
        find(text, &(0..text.len()), &context)
            .map(|words| (&text[words.range], words.date.map(|date| date.to_string())))
    }

    #[test]
    fn words_become_days() {
        for (text, words, date) in [
            ("确保项目10月底前开工", "10月底前", "2026-10-31"),
            ("三年内产值破千亿", "三年内", "2028-12-31"),
            ("2027年底前建成", "2027年底前", "2027-12-31"),
            ("到2030年达到90%", "到2030年", "2030-12-31"),
            ("年内建成", "年内", "2026-12-31"),
            ("6月前开工", "6月前", "2026-05-31"),
            ("9月15日前完成", "9月15日前", "2026-09-15"),
            ("2027年6月底前完成", "2027年6月底前", "2027-06-30"),
            ("上半年完成", "上半年", "2026-06-30"),
            ("十二月底前完成", "十二月底前", "2026-12-31"),
        ] {
            assert_eq!(due(text), Some((words, Some(date.to_owned()))), "{text}");
        }
    }

    #[test]
    fn years_and_months_alone_are_no_deadline() {
        for text in ["2026年新建学校3所", "3月开展活动", "三年行动", "前三季度增长5%", "对标国内一流"]
        {
            assert_eq!(due(text), None, "{text}");
        }
    }
}
