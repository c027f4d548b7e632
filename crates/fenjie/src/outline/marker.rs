//! The numbers at the head of headings and items (序号).

use std::ops::Range;

use arcstr::Substr;

use super::label::item_label;
use crate::text::Flow;
use crate::text::chars::{arabic, digit, is_close, is_colon, is_comma, is_han, is_open, is_point};
use crate::text::numeral::chinese_small;
use crate::vocabulary::{ITEM_NOUNS, ItemLabel};

/// How a number is written. Each style is a level of its own; which lies above which is for the notice to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Style {
    /// `一、`
    Han,
    /// `（一）`
    HanBracket,
    /// `1.` and `1、`
    Arabic,
    /// `（1）`
    ArabicBracket,
    /// `1）`
    ArabicHalfBracket,
    /// `①`
    Circled,
    /// `实事一：`, `第一项：`
    Named,
    /// `▲`, `●`: a sign that counts nothing.
    Bullet,
    /// A heading without a number.
    None,
}

impl Style {
    /// The rank that the style has by custom (GB/T 9704: 一、 above （一） above 1. above （1）), the highest first.
    pub(crate) fn rank(self) -> u8 {
        self as u8
    }

    /// Whether numbers of this style usually count points inside an item rather than items.
    pub(crate) fn is_minor(self) -> bool {
        matches!(self, Style::ArabicBracket | Style::ArabicHalfBracket | Style::Circled | Style::Bullet)
    }
}

/// A number at the head of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) style: Style,
    pub(crate) value: u32,
    /// The number as printed: `1` of `1.`, `一` of `一、`, `（三）`, `实事一`; nothing of a bullet.
    pub(crate) number: Range<usize>,
    /// Where the text behind it starts.
    pub(crate) rest: usize,
}

impl Marker {
    /// The number as printed in its text, which a bullet has not.
    pub(crate) fn printed(&self, flow: &Flow) -> Option<Substr> {
        (!self.number.is_empty()).then(|| flow.words(self.number.clone()))
    }
}

/// The number at the head of `text`, or the bullet, if it has one; signs that only catch the eye may stand before a number.
pub(crate) fn marker(text: &str) -> Option<Marker> {
    let core = text.trim_start_matches(is_bullet).trim_start_matches(' ');
    let skipped = text.len() - core.len();
    match unadorned(core) {
        Some(found) => {
            let number = found.number.start + skipped..found.number.end + skipped;
            Some(Marker { number, rest: found.rest + skipped, ..found })
        }
        None => (core.starts_with(|c| is_han(c) || matches!(c, '“' | '《')) && text.starts_with(stands_alone))
            .then_some(Marker { style: Style::Bullet, value: 0, number: 0..0, rest: skipped }),
    }
}

/// Whether `c` is a sign that says nothing before a number.
fn is_bullet(c: char) -> bool {
    stands_alone(c) || matches!(c, '•' | '★' | '☆' | '※' | '*')
}

/// Whether it also stands before items that have no number: stars and dots are set for other things as well.
fn stands_alone(c: char) -> bool {
    matches!(c, '▲' | '△' | '●' | '○' | '■' | '□' | '◆' | '◇' | '▪' | '►' | '➢')
}

fn unadorned(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '①'..='⑳' => Some(short(text, Style::Circled, first as u32 - '①' as u32 + 1, first)),
        '㈠'..='㈩' => Some(short(text, Style::HanBracket, first as u32 - '㈠' as u32 + 1, first)),
        '⑴'..='⒇' => Some(short(text, Style::ArabicBracket, first as u32 - '⑴' as u32 + 1, first)),
        '⒈'..='⒛' => Some(short(text, Style::Arabic, first as u32 - '⒈' as u32 + 1, first)),
        c if is_open(c) => bracketed(text, c.len_utf8()),
        c if digit(c).is_some() => arabic_marker(text),
        _ => han_marker(text).or_else(|| named(text)),
    }
}

fn short(text: &str, style: Style, value: u32, sign: char) -> Marker {
    let length = sign.len_utf8();
    Marker { style, value, number: 0..length, rest: skip_separator(text, length) }
}

/// `（一）`, `(1)`, with what some writers put behind: `（一）、`.
fn bracketed(text: &str, open: usize) -> Option<Marker> {
    let inner = text[open..].trim_start();
    let from = text.len() - inner.len();
    let (style, (value, length)) = match arabic(inner) {
        Some(found) => (Style::ArabicBracket, found),
        None => (Style::HanBracket, chinese_small(inner)?),
    };
    let after = text[from + length..].trim_start();
    let close = after.chars().next().filter(|&c| is_close(c))?;
    let end = text.len() - after.len() + close.len_utf8();
    (1..=999).contains(&value).then(|| Marker { style, value, number: 0..end, rest: skip_separator(text, end) })
}

fn skip_separator(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let skipped = rest.trim_start_matches(|c| is_point(c) || matches!(c, '、' | ' '));
    text.len() - skipped.len()
}

/// `1.`, `1．`, `1、`, `1）`: not `1.2万`, and not a year or a figure.
fn arabic_marker(text: &str) -> Option<Marker> {
    let (value, length) = arabic(text).filter(|(value, _)| (1..=99_999).contains(value))?;
    let rest = text[length..].trim_start_matches(' ');
    let sign = rest.chars().next()?;
    let behind = &rest[sign.len_utf8()..];
    let at = text.len() - behind.len();
    match sign {
        c if (is_point(c) || c == '、') && !continues_number(c, behind) => {
            Some(Marker { style: Style::Arabic, value, number: 0..length, rest: skip_separator(text, at) })
        }
        c if is_close(c) && value <= 999 => {
            Some(Marker { style: Style::ArabicHalfBracket, value, number: 0..at, rest: at })
        }
        // `01 项目名称：…`
        _ if value <= 999 && matches!(item_label(rest), Some((ItemLabel::Name, _))) => {
            Some(Marker { style: Style::Arabic, value, number: 0..length, rest: text.len() - rest.len() })
        }
        _ => None,
    }
}

/// Whether the digits behind a mark make one number or list with those before it. A year or a month behind it does not, nor
/// the many digits of a call number: `3.2025年…`, `4、12345热线…`.
fn continues_number(sign: char, behind: &str) -> bool {
    let digits = behind.chars().take_while(|&c| digit(c).is_some()).count();
    let most = if sign == '、' { 2 } else { 4 };
    (1..=most).contains(&digits) && !starts_with_date(behind)
}

fn starts_with_date(text: &str) -> bool {
    arabic(text).is_some_and(|(value, length)| {
        let unit = text[length..].chars().next();
        (unit == Some('年') && (1900..2200).contains(&value)) || (unit == Some('月') && (1..=12).contains(&value))
    })
}

/// `一、`, `十二.`: not `一、二、三产业`.
fn han_marker(text: &str) -> Option<Marker> {
    let (value, length) = chinese_small(text).filter(|(value, _)| (1..=999).contains(value))?;
    let rest = text[length..].trim_start_matches(' ');
    let sign = rest.chars().next().filter(|&c| is_point(c) || c == '、')?;
    let behind = &rest[sign.len_utf8()..];
    let enumerates = chinese_small(behind).is_some_and(|(_, n)| behind[n..].starts_with(['、', '产']));
    let at = text.len() - behind.len();
    (!enumerates).then(|| Marker { style: Style::Han, value, number: 0..length, rest: skip_separator(text, at) })
}

/// `实事一：`, `第1项：`, `项目三、`: a noun, a numeral and a mark.
fn named(text: &str) -> Option<Marker> {
    let (name, ()) = ITEM_NOUNS.at_start(text)?;
    let after = &text[name.len()..];
    let (value, length) = arabic(after).or_else(|| chinese_small(after))?;
    let behind = &after[length..];
    let behind = ["项", "件", "条"].into_iter().find_map(|unit| behind.strip_prefix(unit)).unwrap_or(behind);
    let end = text.len() - behind.len();
    let sign = behind.chars().next()?;
    let is_mark = is_colon(sign) || is_point(sign) || sign == '、' || (is_comma(sign) && name != "第");
    ((1..=999).contains(&value) && is_mark).then(|| Marker {
        style: Style::Named,
        value,
        number: 0..end,
        rest: skip_separator(text, end + sign.len_utf8()),
    })
}

#[cfg(test)]
mod tests {
    use super::{Style, marker};

    #[test]
    fn heads_of_items_are_told_from_figures() {
        let read = |text| {
            marker(text).map(|found| (found.style, found.value, &text[found.number.clone()], &text[found.rest..]))
        };
        assert_eq!(read("十二、办好"), Some((Style::Han, 12, "十二", "办好")));
        assert_eq!(read("（三）办好"), Some((Style::HanBracket, 3, "（三）", "办好")));
        assert_eq!(read("10．办好"), Some((Style::Arabic, 10, "10", "办好")));
        assert_eq!(read("10﹒办好"), Some((Style::Arabic, 10, "10", "办好")));
        assert_eq!(read("3.2025年办好"), Some((Style::Arabic, 3, "3", "2025年办好")));
        assert_eq!(read("4、12345热线"), Some((Style::Arabic, 4, "4", "12345热线")));
        assert_eq!(read("(2)办好"), Some((Style::ArabicBracket, 2, "(2)", "办好")));
        assert_eq!(read("②办好"), Some((Style::Circled, 2, "②", "办好")));
        assert_eq!(read("实事一：办好"), Some((Style::Named, 1, "实事一", "办好")));
        for figure in ["1.2万套住房", "2025年办好", "一是办好", "一、二、三产业", "30家企业", "3、5年级"]
        {
            assert_eq!(read(figure), None, "{figure}");
        }
    }
}
