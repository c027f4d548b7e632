//! The name of a file, as people and web sites name attachments: `附件2：2026年任务清单.xlsx`, `附件1.docx`, `2_任务清单(1).xls`.

use super::{fold, is_same};
use crate::text::chars::{arabic, is_han};
use crate::text::{folded, numeral};

/// What is written before the number of an attachment.
const WORDS: [&str; 2] = ["附件", "附表"];

/// No notice has more attachments; a greater number is a year.
const MOST: u32 = 99;

/// How many characters of a title name it where the rest is missing: `清单` may be any.
const FEWEST: usize = 4;

/// What the name of a file says of the attachment that it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileName {
    /// Whether it says that it is an attachment.
    is_attachment: bool,
    number: Option<u32>,
    /// Its own words, folded.
    title: String,
}

impl FileName {
    pub(super) fn of(path: &str) -> Self {
        let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
        let name = folded(without_ending(&unescaped(last)));
        let found = WORDS.iter().find_map(|word| name.split_once(word));
        let Some((before, behind)) = found else {
            return Self { is_attachment: false, number: None, title: fold(&name) };
        };
        let (number, rest) = number(behind);
        Self { is_attachment: true, number, title: fold(before) + &fold(rest) }
    }

    /// The positions of the attachments that it is among those that are announced: its title tells, and where that is none of
    /// theirs, as people shorten titles, its number.
    pub(super) fn among(&self, announced: &[String]) -> Vec<usize> {
        let titled = announced.iter().enumerate().filter(|(_, title)| self.is_title(title));
        let titled: Vec<usize> = titled.map(|(at, _)| at).collect();
        if !titled.is_empty() || !self.is_attachment {
            return titled;
        }
        let only = (announced.len() == 1 && self.title.is_empty()).then_some(1);
        let at = self.number.or(only).and_then(|number| (number as usize).checked_sub(1));
        at.filter(|&at| at < announced.len()).into_iter().collect()
    }

    fn is_title(&self, announced: &str) -> bool {
        self.title == announced || self.title.chars().count() >= FEWEST && is_same(&self.title, announced)
    }
}

/// The number behind `附件`, in whatever brackets, and what stands behind it.
fn number(behind: &str) -> (Option<u32>, &str) {
    let start = behind.find(|c: char| is_han(c) || c.is_alphanumeric()).unwrap_or(behind.len());
    let words = &behind[start..];
    let Some((number, length)) = arabic(words).or_else(|| numeral::chinese_small(words)) else { return (None, words) };
    let rest = &words[length..];
    // `附件2026年任务`, `附件一览`.
    let is_number = (1..=MOST).contains(&number) && !rest.starts_with(['年', '月', '览']);
    if is_number { (Some(number), rest) } else { (None, words) }
}

/// A name without `.xlsx`; `2.任务清单` has no ending.
fn without_ending(name: &str) -> &str {
    let is_ending = |end: &str| {
        end.starts_with(|c: char| c.is_ascii_alphabetic()) && end.chars().all(|c| c.is_ascii_alphanumeric())
    };
    name.rsplit_once('.').filter(|(_, end)| is_ending(end)).map_or(name, |(name, _)| name)
}

/// A name whose bytes a browser wrote as `%E9%99%84`; as it stands, where they are no words.
fn unescaped(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{FileName, fold};

    #[test]
    fn a_name_has_a_number_and_a_title() {
        for (name, number, title) in [
            ("附件2：2026年重点任务分工表.xlsx", Some(2), "2026年重点任务分工表"),
            ("下载.zip/附件1.docx", Some(1), ""),
            ("C:\\公文\\附件 3 分工表.XLS", Some(3), "分工表"),
            ("附件（二）_重点 任务.docx", Some(2), "重点任务"),
            ("附表十二-清单", Some(12), "清单"),
            ("附件2026年任务.csv", None, "2026年任务"),
            ("附件一览表.csv", None, "一览表"),
            ("附件.docx", None, ""),
            ("%E9%99%84%E4%BB%B64%20a.pdf", Some(4), "a"),
            ("100%达标.pdf", None, "100达标"),
            ("%E9%99.pdf", None, "E999"),
            ("2.任务清单", None, "2任务清单"),
            ("通知附件５", Some(5), "通知"),
            ("附件0.doc", None, "0"),
            ("", None, ""),
        ] {
            let found = FileName::of(name);
            assert_eq!((found.number, found.title.as_str()), (number, title), "{name}");
        }
    }

    #[test]
    fn a_title_goes_before_a_number() {
        let announced = ["2026年重点任务分工表", "联络员名单"].map(fold);
        for (name, expected) in [
            ("附件2：2026年重点任务分工表（定稿）.xlsx", &[0][..]),
            ("附件2.xlsx", &[1]),
            ("附件2 联系人.xlsx", &[1]),
            ("重点任务分工表.xlsx", &[0]),
            ("名单.xlsx", &[]),
            ("附件3.xlsx", &[]),
            ("附件.xlsx", &[]),
            ("P0202603.xlsx", &[]),
        ] {
            assert_eq!(FileName::of(name).among(&announced), expected, "{name}");
        }
        assert_eq!(FileName::of("附件.xlsx").among(&announced[..1]), [0]);
        assert!(FileName::of("附件.xlsx").among(&[]).is_empty());
    }
}
