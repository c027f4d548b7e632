//! What is listed below the text and at the foot: attachments, the note, copies, printing (附件说明, 附注, 版记).

use arcstr::Substr;

use super::HeadLine;
use super::title::without_file_end;
use crate::calendar::date;
use crate::model::Header;
use crate::outline::look::Look;
use crate::outline::marker;
use crate::text::chars::{is_close, is_colon, is_open};

/// `附件：1.…` and the numbered lines below it.
pub(super) fn attachments(front: &[HeadLine]) -> Vec<Substr> {
    let Some(at) = front.iter().position(|line| matches!(line.look, Look::Annex)) else { return Vec::new() };
    let mut found = Vec::new();
    for (offset, line) in front[at..].iter().enumerate() {
        let text = line.text();
        let start = match &line.look {
            Look::Annex => {
                let behind = behind_colon(text).unwrap_or(text.len());
                behind + marker::marker(&text[behind..]).map_or(0, |marker| marker.rest)
            }
            Look::Item(marker) if offset > 0 => marker.rest,
            _ => break,
        };
        let end = without_file_end(text).len();
        if start < end {
            found.push(line.flow.words(start..end));
        }
    }
    found
}

/// `（此件公开发布）`
pub(super) fn disclosure(line: &HeadLine) -> Option<Substr> {
    let text = line.text();
    let core = text.trim_start_matches(is_open).trim_end_matches(is_close);
    let is_note = text.chars().count() <= 20 && core.contains("公开") && core.contains("件");
    is_note.then(|| {
        let start = text.find(core).unwrap_or(0);
        line.flow.words(start..start + core.len())
    })
}

/// `抄送：…` and `…2025年3月7日印发`, on one line or two.
pub(super) fn copy(line: &HeadLine, header: &mut Header) {
    if !matches!(line.look, Look::Copy) {
        return;
    }
    let text = line.text();
    let printed = text.contains("印发").then(|| date::last_in(text)).flatten();
    if let Some((date, _)) = printed {
        header.printed = header.printed.or(Some(date));
    }
    if text.starts_with("抄") || text.starts_with("分送") {
        let start = behind_colon(text).unwrap_or("抄送".len());
        let end =
            printed.map_or(text.len(), |(_, at)| text[..at].rfind('。').map_or(at, |stop| stop + '。'.len_utf8()));
        header.cc = header.cc.take().or_else(|| Some(line.flow.words(start..end.max(start))));
    }
}

fn behind_colon(text: &str) -> Option<usize> {
    text.char_indices().find(|&(_, c)| is_colon(c)).map(|(at, c)| at + c.len_utf8())
}
