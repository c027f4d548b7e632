//! Whether words name a person: beside a post, or alone behind a label.

use std::ops::Range;

use crate::text::CharSet;
use crate::text::chars::is_han;
use crate::vocabulary::{DUTIES, LEVELS, ORGANS, POSTS, SURNAMES, tables};

/// What posts end in. Looked for first: most words that begin as posts do are other words.
static POST_ENDS: CharSet = CharSet::of("").with_lasts(&tables::posts::LIST);

/// The name in words behind a label for officials.
pub(super) fn behind_label(line: &str, words: Range<usize>) -> Option<Range<usize>> {
    let text = &line[words.clone()];
    if let Some(name) = with_post(text) {
        return Some(words.start + name.start..words.start + name.end);
    }
    is_name(text).then_some(words)
}

/// The name that stands beside a post and fills the rest of the words: `副市长周明`, `周明副市长主抓重点工作`.
pub(super) fn with_post(text: &str) -> Option<Range<usize>> {
    if !POST_ENDS.meets(text) {
        return None;
    }
    let (at, post, ()) = POSTS.find_iter(text).find(|&(_, post, ())| post != "同志")?;
    let before = &text[..at];
    if is_name(before) && has_surname(before) {
        return Some(0..at);
    }
    // Several posts may follow each other.
    let mut from = at + post.len();
    while let Some((post, ())) = POSTS.at_start(&text[from..]) {
        from += post.len();
    }
    let behind = &text[from..];
    let ends = |end: usize| {
        let rest = &behind[end..];
        rest.is_empty() || DUTIES.at_start(rest).is_some() || rest.starts_with("同志")
    };
    let mut ends_at = behind.char_indices().map(|(at, c)| at + c.len_utf8()).take(4);
    let end = ends_at.find(|&end| is_name(&behind[..end]) && ends(end))?;
    has_surname(behind).then_some(from..from + end)
}

fn is_name(text: &str) -> bool {
    (2..=4).contains(&text.chars().count())
        && text.chars().all(is_han)
        && ORGANS.at_end(text).is_none()
        && LEVELS.at_start(text).is_none()
        && POSTS.find(text).is_none()
}

fn has_surname(text: &str) -> bool {
    SURNAMES.at_start(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_beside_a_post_or_behind_a_label() {
        let read = |text: &'static str| with_post(text).map(|name| &text[name]);
        assert_eq!(read("周明常务副市长主抓重点工作"), Some("周明"));
        assert_eq!(read("市委常委副市长李一鸣"), Some("李一鸣"));
        assert_eq!(read("市长质量奖培育"), None);
        assert_eq!(read("分管副市长"), None);
        assert_eq!(behind_label("周明", 0.."周明".len()), Some(0.."周明".len()));
        assert_eq!(behind_label("市财政局", 0.."市财政局".len()), None);
    }
}
