//! Whom the document addresses (主送机关).

use arcstr::Substr;

use super::HeadLine;
use crate::outline::Paragraph;
use crate::text::chars::{is_close, is_colon, is_comma, is_open, is_stop};
use crate::text::{Flow, Joint};
use crate::vocabulary::{GROUPS, ORGANS};

/// The longest line of addressees, in characters.
const LONGEST: usize = 150;

/// The salutation behind the title: `各区县人民政府，市政府直属各单位：`, over several lines, or without its colon right below
/// the title.
pub(super) fn find(front: &[HeadLine], title_end: usize) -> Option<Substr> {
    let below = &front[title_end..];
    let with_colon = below.iter().enumerate().find_map(|(at, line)| {
        let flow = whole(&below[..=at])?;
        let core = flow.text.trim_end_matches(is_colon).len();
        (line.is_plain() && core < flow.text.len() && is_address(&flow.text[..core])).then(|| flow.words(0..core))
    });
    let bare = || {
        let line = below.iter().take(3).find(|line| line.text().starts_with('各'))?;
        let is_bare = title_end > 0 && line.is_plain() && names_only(line.text());
        is_bare.then(|| line.flow.words(0..line.text().len()))
    };
    with_colon.or_else(bare)
}

/// The last line, with those above that a list of bodies was broken at.
fn whole(lines: &[HeadLine]) -> Option<Flow> {
    let last = lines.last().filter(|line| line.text().ends_with(is_colon))?;
    let is_open_list = |line: &&HeadLine| line.is_plain() && line.text().starts_with('各') && is_address(line.text());
    let above = lines[..lines.len() - 1].last().filter(is_open_list).filter(|_| !last.text().starts_with('各'));
    Some(Flow::join(above.into_iter().chain([last]).map(|line| (&line.flow, Joint::Seamless))))
}

/// Where a paragraph breaks behind a line of addressees whose colon is missing, so that the text below went on with it.
pub(super) fn before_break(paragraph: &Paragraph) -> Option<usize> {
    let text = paragraph.text();
    let broken = paragraph.mended.first().filter(|_| text.starts_with('各'))?;
    let starts = text.char_indices().map(|(at, _)| at).skip(1).take(LONGEST);
    let at = starts.take_while(|&at| paragraph.flow.span(at..at).start <= broken.end).last()?;
    names_only(&text[..at]).then_some(at)
}

fn is_address(text: &str) -> bool {
    const BODIES: [&str; 12] =
        ["政府", "部门", "单位", "机构", "委", "局", "办", "企业", "公司", "部室", "科室", "支部"];
    !text.contains(['。', '；', '《'])
        && !text.starts_with("附件")
        && !text.contains("如下")
        && !text.contains("现将")
        && BODIES.iter().any(|word| text.contains(word))
}

/// Whether a text is nothing but the names of bodies and groups of them.
fn names_only(text: &str) -> bool {
    is_address(text)
        && !text.contains(|c| is_stop(c) || is_colon(c))
        && text.split(|c: char| is_comma(c) || c == '、').all(|name| {
            let name = name.trim_end_matches(is_close).split(is_open).next().unwrap_or(name);
            !name.is_empty() && (ORGANS.at_end(name).is_some() || GROUPS.at_end(name).is_some())
        })
}
