//! A text without its white space, and the way back to the text as given.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::chars::has;

/// A text whose white space was taken out, so that the grammar never meets any.
pub(super) struct Compact<'t> {
    pub(super) text: Cow<'t, str>,
    /// Where white space was taken out, and how much up to there, in bytes.
    cuts: Vec<(usize, usize)>,
}

impl<'t> Compact<'t> {
    /// Takes the white space out, except between letters or digits, where it keeps words apart.
    pub(super) fn new(given: &'t str) -> Self {
        if !has(given, |c| c.is_whitespace() && c != '\n') {
            return Self { text: Cow::Borrowed(given), cuts: Vec::new() };
        }
        let mut text = String::with_capacity(given.len());
        let (mut cuts, mut removed, mut from) = (Vec::new(), 0, 0);
        let gap = |c: char| c.is_whitespace() && c != '\n';
        while let Some(at) = given[from..].find(gap).map(|at| from + at) {
            let end = given[at..].find(|c| !gap(c)).map_or(given.len(), |length| at + length);
            text.push_str(&given[from..at]);
            let between_words = text.ends_with(|c: char| c.is_ascii_alphanumeric())
                && given[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
            if between_words {
                text.push_str(&given[at..end]);
            } else {
                removed += end - at;
                cuts.push((text.len(), removed));
            }
            from = end;
        }
        text.push_str(&given[from..]);
        Self { text: Cow::Owned(text), cuts }
    }

    /// The range in the text as given that a range of the compact text stands for.
    pub(super) fn given(&self, range: &Range<usize>) -> Range<usize> {
        let start = range.start + self.removed(|cut| cut <= range.start);
        let end = range.end + self.removed(|cut| cut < range.end);
        start..end.max(start)
    }

    fn removed(&self, keep: impl Fn(usize) -> bool) -> usize {
        let count = self.cuts.partition_point(|&(cut, _)| keep(cut));
        count.checked_sub(1).map_or(0, |last| self.cuts[last].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_find_their_way_back() {
        let given = "为企业减负 230 亿元以上，G60 2期";
        let compact = Compact::new(given);
        assert_eq!(compact.text, "为企业减负230亿元以上，G60 2期");
        let at = compact.text.find("230亿元").unwrap();
        assert_eq!(&given[compact.given(&(at..at + "230亿元".len()))], "230 亿元");
        assert_eq!(&given[compact.given(&(0..compact.text.len()))], given);
    }
}
