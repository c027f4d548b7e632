//! The card of metadata beside a notice: the name of a field and its value are brought onto one line.

use super::flow::Piece;

/// The names of fields that hardly stand anywhere else.
const NAMES: [&str; 40] = [
    "索引号",
    "信息索引号",
    "索取号",
    "发文字号",
    "发文文号",
    "文件字号",
    "公文文号",
    "文件编号",
    "文号",
    "统一编号",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布机构",
    "发布单位",
    "发布机关",
    "制发机关",
    "制定机关",
    "公开责任部门",
    "成文日期",
    "成文时间",
    "发文日期",
    "发文时间",
    "签发日期",
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "生成日期",
    "主题分类",
    "主题词",
    "信息分类",
    "组配分类",
    "体裁分类",
    "公文种类",
    "公开方式",
    "公开范围",
    "有效性",
    "信息名称",
    "信息来源",
];

/// From how many names on an element is a card.
pub(super) const FIELDS: u32 = 2;
/// How many lines from the top are looked at.
const TOP: usize = 60;
/// The longest value that is brought to its name, in bytes.
const LONGEST: usize = 240;

/// Whether a text begins with the name of a field, with nothing or a colon behind it.
pub(super) fn opens_field(text: &str) -> bool {
    let text = text.trim_start_matches(is_frame);
    let behind = |name: &&str| text.strip_prefix(*name).map(str::trim_start);
    NAMES.iter().filter_map(behind).any(|rest| rest.is_empty() || rest.starts_with(is_frame))
}

/// Whether a line is the name of a field and nothing else. Names are printed with spaces inside, too.
pub(super) fn is_name(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let core: String = line.chars().filter(|&c| !is_frame(c)).collect();
    NAMES.contains(&core.as_str()) || core == "名称" || core == "标题"
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
    use super::{Piece, join};

    #[test]
    fn values_are_brought_to_their_names() {
        let lines =
            ["索 引 号：", "YX01/2025-7", "发文字号", "云政办发〔2025〕7号", "发布机构：", "发布日期：", "2025-03-04"];
        let joined = join(lines.iter().map(|&line| Piece::Line(line.to_owned())).collect());
        let wanted = ["索 引 号：YX01/2025-7", "发文字号 云政办发〔2025〕7号", "发布机构：", "发布日期：2025-03-04"];
        assert_eq!(joined, wanted.map(|line| Piece::Line(line.to_owned())));
    }
}
