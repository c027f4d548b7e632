//! Lines that are none of the notice's own words: who gets a copy, who printed it, and what a web site puts around it.

use crate::calendar::date;
use crate::text::chars::{find, has, is_blank, is_close, is_colon, is_open, is_stop};
use crate::vocabulary::{CardField, FURNITURE, Furniture, LEGENDS, Legend, REMARK_HEADS, RemarkHead};

/// Whether a line is the document's foot or the web site's own.
pub(crate) fn is_foot(text: &str) -> bool {
    is_copy(text) || is_furniture(text) || is_legend(text)
}

/// `注：…`, `监督电话：…`: whether a line is a remark on the list or table around it.
pub(crate) fn opens_remark(text: &str) -> bool {
    find(text, is_colon).is_some_and(|colon| is_remark_head(&text[..colon]))
}

/// What stands before such a remark, or alone above several.
pub(crate) fn is_remark_head(words: &str) -> bool {
    match REMARK_HEADS.at_end(words) {
        Some((head, RemarkHead::Whole)) => head.len() == words.len(),
        Some((_, RemarkHead::Tail)) => words.chars().nth(LONGEST_HEAD).is_none(),
        Some((_, RemarkHead::Above)) | None => false,
    }
}

/// `单位：万元`, `制表：市政府办公室`: whether a line says something of the table below it, and is none of its title.
pub(crate) fn is_above_table(text: &str) -> bool {
    let head = find(text, is_colon).map(|colon| text[..colon].trim_start_matches(is_open));
    head.is_some_and(|head| {
        head.chars().nth(LONGEST_HEAD).is_none() && matches!(REMARK_HEADS.at_end(head), Some((_, RemarkHead::Above)))
    })
}

/// How many characters stand before the colon at most.
const LONGEST_HEAD: usize = 8;

/// `（此件公开发布）`: who may read the document.
pub(crate) fn is_disclosure(text: &str) -> bool {
    text.starts_with(is_open) && text.contains("此件") && text.chars().nth(LONGEST_DISCLOSURE).is_none()
}

/// How many characters it has at most.
const LONGEST_DISCLOSURE: usize = 14;

/// `抄送：…`, `…2025年3月7日印发`.
pub(crate) fn is_copy(text: &str) -> bool {
    let printed = text.strip_suffix("印发").or_else(|| text.strip_suffix('印'));
    ["抄送", "抄报", "分送"].iter().any(|word| text.starts_with(word))
        || printed.is_some_and(|head| {
            date::last_in(head).is_some_and(|(_, at)| is_date(head[at..].trim_end_matches(is_blank)))
        })
}

/// `2025年3月4日`, `二〇二五年三月四日`.
pub(crate) fn is_date(text: &str) -> bool {
    date::whole(text).is_some()
}

/// What the names of files end in.
pub(crate) const FILE_ENDS: [&str; 9] = [".docx", ".doc", ".pdf", ".wps", ".xlsx", ".xls", ".txt", ".ofd", ".html"];

/// `2.补贴申报表.doc`: whether a line ends in the name of a file, as links to attachments do.
pub(crate) fn names_file(text: &str) -> bool {
    let words = text.trim_end_matches(|c| is_blank(c) || is_close(c));
    FILE_ENDS.iter().any(|end| {
        let start = words.len().saturating_sub(end.len());
        words.get(start..).is_some_and(|behind| behind.eq_ignore_ascii_case(end))
    })
}

/// Words that web sites put around a notice, and paths of navigation.
pub(crate) fn is_furniture(text: &str) -> bool {
    let text = text.trim_start_matches(|c| is_blank(c) || matches!(c, '|' | '｜'));
    if text.contains('>') && !has(text, is_stop) && text.chars().count() <= 80 {
        return true;
    }
    match FURNITURE.at_start(text) {
        Some((word, Furniture::Whole)) => word.len() == text.len() || is_menu(text),
        Some((word, class)) if opens_line(class) => {
            let behind = text[word.len()..].trim_start_matches(is_blank);
            let marked = word.ends_with(is_colon)
                || behind.is_empty()
                || behind.starts_with(|c: char| is_colon(c) || matches!(c, '】' | ']'));
            // Two-character words are also everyday words; longer ones are the web's own.
            marked || word.chars().count() >= 3 && !text.contains(['。', '，'])
        }
        _ => false,
    }
}

/// `打印本页 | 关闭窗口`: several of the web's words and nothing else.
fn is_menu(text: &str) -> bool {
    let words = || text.split(|c| is_blank(c) || is_open(c) || is_close(c) || matches!(c, '|' | '｜'));
    words().filter(|word| !word.is_empty()).all(|word| FURNITURE.whole(word).is_some())
}

/// Whether a line that begins with the word is the site's.
fn opens_line(class: Furniture) -> bool {
    match class {
        Furniture::Head => true,
        // What has a title or is weak may be a form's.
        Furniture::Card(field) => !matches!(field, CardField::Weak | CardField::Title),
        _ => false,
    }
}

/// The name of a field of a card of metadata with which a text begins, where it is no everyday word: for those who read the
/// files in which notices come, and bring names to their values.
#[doc(hidden)]
pub fn card_field(text: &str) -> Option<&str> {
    let (word, Furniture::Card(field)) = FURNITURE.at_start(text)? else { return None };
    let is_plain = match field {
        CardField::Number => true,
        CardField::Weak | CardField::Title => false,
        _ => word.chars().count() >= 3,
    };
    is_plain.then_some(word)
}

/// `附件.doc`: a link to a file.
pub(crate) fn is_file(text: &str) -> bool {
    let name = FILE_ENDS.iter().find_map(|end| text.strip_suffix(end));
    name.is_some_and(|name| name.len() <= "附件".len() + 2 && name.starts_with("附"))
}

/// `1、下载文档前请自行甄别…`, `图为大会现场。记者王明摄`: what a site says of its pages and pictures, whatever number it bears.
pub(crate) fn is_legend(text: &str) -> bool {
    const LONGEST: usize = 600;
    text.len() <= LONGEST
        && LEGENDS.find_iter(text).any(|(_, _, class)| match class {
            Legend::Any => true,
            Legend::Caption => text.ends_with('摄'),
        })
}

/// `索引号 … 发布机构 …`: several of the web's words on one line.
pub(crate) fn is_metadata(text: &str) -> bool {
    let is_head = |at: usize| matches!(FURNITURE.at_start(&text[at..]), Some((word, class)) if opens_line(class) && word.chars().count() >= 3);
    text.len() <= 400 && !text.contains('。') && text.char_indices().filter(|&(at, _)| is_head(at)).count() >= 2
}
