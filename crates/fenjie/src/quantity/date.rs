//! Dates, times of day, quarters and document numbers: numbers that measure nothing.

use rust_decimal::prelude::ToPrimitive;

use super::{
    cursor, grammar,
    numeral::{Numeral, Shape},
    part,
};

/// A date: where it ends, the number that it opens with, the one that a range closes with, and what they count.
pub(super) struct Date {
    pub(super) end: usize,
    pub(super) until: Option<u32>,
    pub(super) measure: Option<&'static str>,
}

/// The date that opens with `numeral`.
pub(super) fn read(text: &str, numeral: &Numeral) -> Option<Date> {
    if let Some(date) = digits(text, numeral) {
        return Some(date);
    }
    let value = small(numeral)?;
    marked(text, numeral, value).or_else(|| open_range(text, numeral, value)).or_else(|| clock(text, numeral, value))
}

/// A whole number without powers, as it stands in dates.
fn small(numeral: &Numeral) -> Option<u32> {
    let written = match numeral.shape {
        Shape::Arabic { fraction, .. } => !fraction,
        Shape::Lone | Shape::Positional => true,
        Shape::Composed => numeral.end - numeral.start <= 9 && numeral.max.is_none() && !numeral.vague,
        Shape::Bare | Shape::Glued => false,
    };
    if written { numeral.value.to_u32() } else { None }
}

/// What the numbers of a date count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Year,
    Month,
    Day,
    Quarter,
}

impl Mark {
    fn word(self) -> &'static str {
        match self {
            Self::Year => "年",
            Self::Month => "月",
            Self::Day => "日",
            Self::Quarter => "季度",
        }
    }

    /// Whether `numeral` may be a number of this mark.
    fn fits(self, numeral: &Numeral, value: u32) -> bool {
        match self {
            Self::Year => {
                (1800..2200).contains(&value) && matches!(numeral.shape, Shape::Arabic { .. } | Shape::Positional)
            }
            Self::Month => (1..=12).contains(&value),
            Self::Day => (1..=31).contains(&value),
            Self::Quarter => (1..=4).contains(&value),
        }
    }

    /// The mark at `at` and where it ends.
    fn at(text: &str, at: usize) -> Option<(Self, usize)> {
        let at = cursor::skip_spaces(text, at);
        let rest = &text[at..];
        let not = |others: &str| !cursor::after(rest, 3).is_some_and(|c| cursor::one_of(c, others));
        let mark = match cursor::after(text, at)? {
            '年' if not("级龄限") => Self::Year,
            '月' if not("均") => Self::Month,
            '日' if not("内均常游产处") => Self::Day,
            '季' if rest.starts_with("季度") => return Some((Self::Quarter, at + "季度".len())),
            _ => return None,
        };
        Some((mark, at + 3))
    }
}

/// `2025年3月4日`, `10月`, and ranges of them.
fn marked(text: &str, numeral: &Numeral, value: u32) -> Option<Date> {
    let (mark, end) = Mark::at(text, numeral.end)?;
    if !mark.fits(numeral, value) {
        return None;
    }
    let end = below(text, mark, end);
    let again = part::connector(text, end).and_then(|at| {
        let numeral = grammar::read(text, at)?;
        let (second, end) = Mark::at(text, numeral.end)?;
        let value = small(&numeral).filter(|&value| second.fits(&numeral, value))?;
        Some((below(text, second, end), (second == mark).then_some(value)))
    });
    let (end, until) = again.unwrap_or((end, None));
    Some(Date { end, until, measure: Some(mark.word()) })
}

/// The month after a year and the day after a month.
fn below(text: &str, mark: Mark, end: usize) -> usize {
    let lower = match mark {
        Mark::Year => Mark::Month,
        Mark::Month => Mark::Day,
        _ => return end,
    };
    let read = || {
        let numeral = grammar::read(text, cursor::skip_spaces(text, end))?;
        let (mark, end) = Mark::at(text, numeral.end).or_else(|| {
            let rest = text[numeral.end..].strip_prefix('号')?;
            Some((Mark::Day, text.len() - rest.len()))
        })?;
        let value = small(&numeral)?;
        (mark == lower && mark.fits(&numeral, value)).then_some(end)
    };
    match read() {
        Some(end) if lower == Mark::Month => below(text, lower, end),
        Some(end) => end,
        None => end,
    }
}

/// `2021—2025年`, `1至6月`: the mark stands once.
fn open_range(text: &str, numeral: &Numeral, value: u32) -> Option<Date> {
    let second = grammar::read(text, part::connector(text, numeral.end)?)?;
    let (mark, end) = Mark::at(text, second.end)?;
    let until = small(&second).filter(|&until| until > value)?;
    let fits = mark.fits(numeral, value) && mark.fits(&second, until);
    fits.then(|| Date { end: below(text, mark, end), until: Some(until), measure: Some(mark.word()) })
}

/// `2025-03-04`, `2025/3/4`, `2025.3.4`.
fn digits(text: &str, numeral: &Numeral) -> Option<Date> {
    let Shape::Arabic { digits: 4, .. } = numeral.shape else { return None };
    let year: u32 = text.get(numeral.start..numeral.start + 4)?.parse().ok()?;
    let at = numeral.start + 4;
    let separator = cursor::after(text, at).filter(|c| cursor::one_of(*c, "-/."))?;
    let (month, end) = two_digits(text, at + 1)?;
    let (day, end) = two_digits(text, end + text[end..].strip_prefix(separator).map(|_| 1)?)?;
    let valid = (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then_some(Date { end, until: None, measure: None })
}

/// One or two digits that no third follows.
pub(super) fn two_digits(text: &str, at: usize) -> Option<(u32, usize)> {
    let length = text.as_bytes()[at..].iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    (1..=2).contains(&length).then(|| (text[at..at + length].parse().unwrap_or(0), at + length))
}

/// `8:30`, `8时30分`.
fn clock(text: &str, numeral: &Numeral, value: u32) -> Option<Date> {
    let Shape::Arabic { digits: 1..=2, .. } = numeral.shape else { return None };
    let mark = cursor::after(text, numeral.end).filter(|c| matches!(c, ':' | '：' | '时'))?;
    let (minute, end) = two_digits(text, numeral.end + mark.len_utf8())?;
    let two = end - numeral.end - mark.len_utf8() == 2;
    let rest = text[end..].strip_prefix('分');
    let closed = mark != '时' || rest.is_some();
    let end = rest.filter(|_| mark == '时').map_or(end, |rest| text.len() - rest.len());
    let ratio = mark != '时' && text[..numeral.start].chars().rev().take(4).any(|c| c == '比');
    (!ratio && value <= 24 && minute < 60 && two && closed).then_some(Date { end, until: None, measure: None })
}

/// `〔2025〕7号`, opened by the year in `numeral`: where its bracket opens, its running number, and its end.
pub(super) fn document_number(text: &str, year: &Numeral) -> Option<(usize, Numeral, usize)> {
    let Shape::Arabic { digits: 4, .. } = year.shape else { return None };
    let open = cursor::before(text, year.start).filter(|c| cursor::one_of(*c, "〔[［（(【﹝"))?;
    let close = cursor::after(text, year.end).filter(|c| cursor::one_of(*c, "〕]］）)】﹞"))?;
    let at = cursor::skip_spaces(text, year.end + close.len_utf8());
    let at = at + text[at..].strip_prefix('第').map_or(0, |_| '第'.len_utf8());
    let serial = grammar::read(text, at)?;
    let rest = text[cursor::skip_spaces(text, serial.end)..].strip_prefix('号')?;
    let end = text.len() - rest.len();
    matches!(serial.shape, Shape::Arabic { .. }).then_some((year.start - open.len_utf8(), serial, end))
}
