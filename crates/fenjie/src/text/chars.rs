//! Classes of characters. Full and half width of a mark are one class, so that nothing has to be folded before it is read.

use std::ops::Range;

/// The characters of `text` that can be marks, blanks or figures, and where they stand: all but the Han characters, which
/// are most of a text and are passed over by their first byte.
pub(crate) fn marks(text: &str) -> Marks<'_> {
    Marks { text, at: 0 }
}

/// The iterator that [`marks`] gives.
#[derive(Clone, Debug)]
pub(crate) struct Marks<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Marks<'_> {
    type Item = (usize, char);

    #[inline]
    fn next(&mut self) -> Option<(usize, char)> {
        let bytes = self.text.as_bytes();
        // The first bytes of U+4000 to U+9FFF.
        while matches!(bytes.get(self.at)?, 0xE4..=0xE9) {
            self.at += 3;
        }
        let at = self.at;
        let c = self.text[at..].chars().next()?;
        self.at += c.len_utf8();
        Some((at, c))
    }
}

/// Whether `text` has a mark, a blank or a figure that is accepted.
pub(crate) fn has(text: &str, accepts: impl Fn(char) -> bool) -> bool {
    marks(text).any(|(_, c)| accepts(c))
}

/// Where the first mark, blank or figure stands that is accepted.
pub(crate) fn find(text: &str, accepts: impl Fn(char) -> bool) -> Option<usize> {
    marks(text).find(|&(_, c)| accepts(c)).map(|(at, _)| at)
}

/// Whether `c`, a Han character, stands in `text`. `str::contains` would prepare a search, which takes longer than most texts.
pub(crate) fn holds(text: &str, c: char) -> bool {
    text.chars().any(|other| other == c)
}

/// Whether `c` is one of a few characters. `str::contains` would look for its bytes as for any other words, which takes a
/// preparation of its own for every `c`.
#[inline]
pub(crate) fn one_of(c: char, few: &str) -> bool {
    few.chars().any(|other| other == c)
}

/// A numeral of Chinese writing up to ten.
#[inline]
pub(crate) fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// White space of any width, and characters that take no room at all.
#[inline]
pub(crate) fn is_blank(c: char) -> bool {
    !matches!(c, '\u{3001}'..='\u{FEFE}') && (c.is_whitespace() || is_zero_width(c))
}

/// Characters without width: joiners, marks of byte order and of writing direction, soft hyphens.
#[inline]
pub(crate) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}')
}

/// Whether a space beside `c` says nothing: Chinese writing sets none.
#[inline]
pub(crate) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FFEF}'
        | '“' | '”' | '‘' | '’' | '—' | '…' | '\u{20000}'..='\u{3FFFF}')
}

/// A Han character (not a mark).
#[inline]
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '〇' | '\u{20000}'..='\u{3FFFF}')
}

/// The last character of the name of a region.
#[inline]
pub(crate) fn is_region(c: char) -> bool {
    matches!(c, '市' | '县' | '区' | '州' | '旗' | '盟')
}

/// Whether a break between two texts tears a figure: `新建大棚6⏎40座`, `投资3.⏎5亿元`.
pub(crate) fn tears_figure(before: &str, behind: &str) -> bool {
    let is_digit = |c: char| digit(c).is_some();
    let whole = before.strip_suffix('.').unwrap_or(before);
    let rest = behind.strip_prefix('.').filter(|_| whole.len() == before.len()).unwrap_or(behind);
    whole.ends_with(is_digit) && rest.starts_with(is_digit)
}

/// Whether `c` is a full stop of the figures, which stands behind numbers: `1.`, `1．`, `1﹒`.
pub(crate) fn is_point(c: char) -> bool {
    matches!(c, '.' | '．' | '﹒')
}

/// `，` or `,`.
#[inline]
pub(crate) fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',')
}

/// `：` or `:` and its look-alikes.
#[inline]
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':' | '︰' | '∶' | '﹕')
}

/// A mark that ends a sentence or a clause, closing quotes and brackets left aside.
#[inline]
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '!' | '？' | '?' | '；' | ';' | '｡')
}

/// A sign that sets a name off from others: `★市教育局`.
pub(crate) fn is_star(c: char) -> bool {
    matches!(c, '★' | '☆' | '*' | '＊' | '▲' | '△' | '●' | '◆' | '※')
}

/// An opening bracket.
#[inline]
pub(crate) fn is_open(c: char) -> bool {
    matches!(c, '（' | '(' | '〔' | '［' | '[' | '【' | '｛' | '{')
}

/// A closing bracket.
#[inline]
pub(crate) fn is_close(c: char) -> bool {
    matches!(c, '）' | ')' | '〕' | '］' | ']' | '】' | '｝' | '}')
}

/// The value of an Arabic digit of either width.
#[inline]
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The Arabic integer of at most nine digits at the start of `text`, and how many bytes it takes.
pub(crate) fn arabic(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length, mut digits) = (0u32, 0, 0);
    for c in text.chars() {
        let Some(d) = digit(c) else { break };
        digits += 1;
        if digits > 9 {
            return None;
        }
        value = value * 10 + d;
        length += c.len_utf8();
    }
    (length > 0).then_some((value, length))
}

/// `text` without its outer blanks.
pub(crate) fn trim(text: &str) -> &str {
    &text[trim_range(text)]
}

/// The bytes of `text` between its outer blanks.
pub(crate) fn trim_range(text: &str) -> Range<usize> {
    // Between Han characters, which most texts begin and end with, is all of a text.
    if let ([0xE4..=0xE9, ..], [.., 0xE4..=0xE9, _, 0x80..=0xBF]) = (text.as_bytes(), text.as_bytes()) {
        return 0..text.len();
    }
    let is_outer = |c: Option<char>| c.is_some_and(is_blank);
    if !is_outer(text.chars().next()) && !is_outer(text.chars().next_back()) {
        return 0..text.len();
    }
    let end = text.trim_end_matches(is_blank).len();
    let start = end - text[..end].trim_start_matches(is_blank).len();
    start..end
}
