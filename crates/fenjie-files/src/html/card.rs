//! The card of metadata beside a notice: the name of a field and its value are brought onto one line.

use fenjie::card_field;

use super::flow::Piece;

/// From how many names on an element is a card.
pub(super) const FIELDS: u32 = 2;
/// How many lines from the top are looked at.
const TOP: usize = 60;
/// The longest value that is brought to its name, in bytes.
const LONGEST: usize = 240;

/// Whether a text begins with the name of a field, with nothing or a colon behind it. Which names there are, the core knows.
pub(super) fn opens_field(text: &str) -> bool {
    let text = text.trim_start_matches(is_frame);
    let behind = card_field(text).map(|name| text[name.len()..].trim_start());
    behind.is_some_and(|rest| rest.is_empty() || rest.starts_with(is_frame))
}

/// Whether a line is the name of a field and nothing else. Names are printed with spaces inside, too.
pub(super) fn is_name(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let core: String = line.chars().filter(|&c| !is_frame(c)).collect();
    card_field(&core) == Some(&core) || matches!(core.as_str(), "名称" | "标题" | "信息名称")
}

fn is_frame(c: char) -> bool {
    c.is_whitespace() || matches!(c, '：' | ':' | '[' | ']' | '【' | '】' | '|')
}

/// A name and its value as one line. Where no colon parts them a space does.
pub(super) fn joined(name: &str, value: &str) -> String {
    let (name, value) = (name.trim(), value.trim());
    let is_parted = name.ends_with(['：', ':', ']', '】']) || value.starts_with(['：', ':']);
    format!("{name}{}{value}", if is_parted { "" } else { " " })
}

/// Brings the values near the top of a page to the names on the lines above them.
pub(super) fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let above = if found.len() <= TOP { found.last_mut() } else { None };
        match (above, &piece) {
            (Some(Piece::Line(name)), Piece::Line(value)) if is_name(name) && is_value(value) => {
                *name = joined(name, value);
            }
            _ => found.push(piece),
        }
    }
    found
}

/// Whether a line can be what the name above it names.
fn is_value(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.len() <= LONGEST && !opens_field(line) && !is_name(line) && !line.ends_with(['：', ':'])
}

#[cfg(test)]
mod tests {
    use super::{Piece, is_name, join, opens_field};

    #[test]
    fn names_of_fields_are_known_and_everyday_words_are_none() {
        for name in ["索引号", "【发文字号】", "文 号：", "名 称", "信息索引号", "公开责任部门"]
        {
            assert!(is_name(name), "{name}");
        }
        for text in ["时间", "备注", "编辑", "索引号 YX1", "责任单位"] {
            assert!(!is_name(text), "{text}");
        }
        assert!(opens_field("[发布日期] 2025-03-04") && opens_field("成文日期：2025年3月4日"));
        assert!(!opens_field("发布日期以公报为准") && !opens_field("时间：上午"));
    }

    #[test]
    fn values_are_brought_to_their_names() {
        let lines =
            ["索 引 号：", "YX01/2025-7", "发文字号", "云政办发〔2025〕7号", "发布机构：", "发布日期：", "2025-03-04"];
        let joined = join(lines.iter().map(|&line| Piece::Line(line.to_owned())).collect());
        let wanted = ["索 引 号：YX01/2025-7", "发文字号 云政办发〔2025〕7号", "发布机构：", "发布日期：2025-03-04"];
        assert_eq!(joined, wanted.map(|line| Piece::Line(line.to_owned())));
    }
}
