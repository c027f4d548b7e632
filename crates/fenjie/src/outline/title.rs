//! What the words of a line say of its place above the text: the title of the notice, an official's heading.

use crate::vocabulary::{DUTIES, POSTS};

/// Whether a text is, or ends, the title of the whole notice, not of a part.
pub(crate) fn is_title_of_notice(text: &str) -> bool {
    ends_title_of_notice(text) || text.contains("关于印发") || text.contains("关于下达")
}

/// Whether a text ends in the name of a kind of official document (文种).
pub(crate) fn ends_title_of_notice(text: &str) -> bool {
    const KINDS: [&str; 11] = ["通知", "通报", "意见", "通告", "公告", "函", "决定", "批复", "令", "纪要", "决议"];
    KINDS.iter().any(|kind| text.ends_with(kind))
}

/// `周明副市长主抓重点工作`: a heading inside a part, though it may have a title's word.
pub(crate) fn names_official(text: &str) -> bool {
    text.len() <= 40 * char::MAX.len_utf8()
        && text.chars().count() <= 40
        && POSTS.find(text).is_some()
        && DUTIES.find(text).is_some()
}
