//! The head and foot of the document (版头, 主体, 版记 of GB/T 9704).

use arcstr::Substr;
use jiff::civil::Date;

use crate::model::{DocumentNumber, Header};
use crate::outline::look::Look;
use crate::outline::region::{is_signatory, is_title_line};
use crate::outline::title::is_title_of_notice;
use crate::outline::{Paragraph, Regions, date};
use crate::text::chars::{arabic, is_blank, is_close, is_colon, is_han, is_open, one_of};
use crate::text::{Flow, Joint};
use crate::vocabulary::TITLE_WORDS;

/// Reads what the document says of itself.
pub(crate) fn read(paragraphs: &[Paragraph], regions: &Regions) -> Header {
    let front = &paragraphs[regions.front.clone()];
    let mut header = Header { document_number: front.iter().find_map(document_number), ..Header::default() };
    let title = title(front);
    header.title = title.as_ref().map(|(flow, _)| without_rubric(flow)).or_else(|| bare_title(paragraphs, regions));
    let body = title.map_or(0, |(_, end)| end);
    header.addressees = front[body..].iter().find_map(addressees);
    let foot: Vec<&Paragraph> = regions.foot.iter().map(|&at| &paragraphs[at]).collect();
    let front_lines: Vec<&Paragraph> = front.iter().collect();
    (header.signatory, header.issued) = signature(&front_lines).or_else(|| signature(&foot)).unwrap_or_default();
    header.attachments = attachments(front);
    header.disclosure = front_lines.iter().chain(&foot).find_map(|paragraph| disclosure(paragraph));
    for paragraph in foot.iter().chain(&front_lines).filter(|paragraph| matches!(paragraph.look, Look::Copy)) {
        copy(paragraph, &mut header);
    }
    header.issuer = header.title.as_ref().and_then(issuer_of_title).or_else(|| header.signatory.clone());
    let named = [&header.issuer, &header.signatory, &header.title];
    let places = named.into_iter().flatten().filter_map(jurisdiction);
    // `区人民政府…` does not say which; the signature may.
    header.jurisdiction = places.into_iter().find(|place| place.chars().count() > 1);
    header
}

/// `云政办发〔2025〕7号`, alone on a line or behind a label.
fn document_number(paragraph: &Paragraph) -> Option<DocumentNumber> {
    let text = paragraph.text();
    if text.chars().count() > 45 || text.contains('《') {
        return None;
    }
    text.char_indices().filter(|&(_, c)| is_open(c)).find_map(|(at, open)| {
        let agency = text[..at].trim_end_matches(is_blank);
        let mark_start = agency.char_indices().rev().take_while(|&(_, c)| is_han(c)).last()?.0;
        let mark_start = mark_start + number_label(&agency[mark_start..]);
        let (year, length) = arabic(&text[at + open.len_utf8()..]).filter(|(year, _)| (1949..=2199).contains(year))?;
        let behind = &text[at + open.len_utf8() + length..];
        let close = behind.chars().next().filter(|&c| is_close(c))?;
        let behind = behind[close.len_utf8()..].trim_start_matches(|c: char| is_blank(c) || c == '第');
        let (serial, length) = arabic(behind)?;
        let rest = behind[length..].trim_start_matches(is_blank).strip_prefix('号')?;
        let range = mark_start..text.len() - rest.len();
        Some(DocumentNumber {
            text: paragraph.flow.words(range.clone()),
            agency: paragraph.flow.words(mark_start..agency.len()),
            year: i16::try_from(year).ok()?,
            serial,
            span: paragraph.flow.span(range),
        })
    })
}

/// How long the label is that a web site sets before the number, of which spacing may have taken the colon.
fn number_label(agency: &str) -> usize {
    const LABELS: [&str; 4] = ["发文字号", "发文文号", "文件编号", "文号"];
    LABELS.into_iter().find(|label| agency.len() > label.len() && agency.starts_with(label)).map_or(0, str::len)
}

/// The title and the paragraph behind it. It may take several lines, the first of which may be the issuer's name.
fn title(front: &[Paragraph]) -> Option<(Flow, usize)> {
    let is_end = |paragraph: &Paragraph| is_title_line(paragraph) || is_long_title(paragraph);
    let ends = |at: &usize| {
        is_end(&front[*at]) && (is_title_of_notice(front[*at].text()) || front[*at].text().ends_with("工作报告"))
    };
    let last = (0..front.len()).rev().find(|at| ends(at) && !front[*at].text().ends_with(goes_on_behind))?;
    let mut first = last;
    while first > 0 && last - first < 6 && !front[first].text().contains("关于") && is_title_line(&front[first - 1]) {
        first -= 1;
    }
    if !front[first].text().contains("关于") {
        first = last;
    }
    if first > 0 && front[first].text().starts_with("关于") && is_signatory(&front[first - 1]) {
        first -= 1;
    }
    // A title that ends in `关于印发…` alone goes on below it.
    let flow = Flow::join(front[first..=last].iter().map(|paragraph| (&paragraph.flow, Joint::Seamless)));
    Some((flow, last + 1))
}

/// The title of a document that is no notice but what a notice is written about: a list by itself.
fn bare_title(paragraphs: &[Paragraph], regions: &Regions) -> Option<Substr> {
    let front = &paragraphs[regions.front.clone()];
    let is_title = |paragraph: &&Paragraph| is_title_line(paragraph) && TITLE_WORDS.find(paragraph.text()).is_some();
    if let Some(title) = front.iter().find(is_title) {
        return Some(without_rubric(&title.flow));
    }
    let part = regions.parts.first().filter(|part| part.annex.is_none() && !part.title.is_empty())?;
    let lines = paragraphs[part.title.clone()].iter().map(|line| &line.flow);
    let lines = lines.filter(|line| !line.text.starts_with(is_open)).map(|line| (line, Joint::Seamless));
    Some(without_rubric(&Flow::join(lines)))
}

/// `【政府文件】云溪市…`: what a web site sets before a title is no part of it.
fn without_rubric(title: &Flow) -> Substr {
    let text: &str = &title.text;
    let close = text.strip_prefix('【').and_then(|_| text.find('】'));
    title.words(close.map_or(0, |at| at + '】'.len_utf8())..text.len())
}

/// Whether a title goes on behind this character: `关于印发` at the end of a line is the first part of one.
fn goes_on_behind(c: char) -> bool {
    matches!(c, '发' | '和' | '的')
}

fn is_long_title(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    matches!(paragraph.look, Look::Plain)
        && text.chars().count() <= 120
        && text.contains("关于")
        && is_title_of_notice(text)
        && !text.contains(['。', '；'])
}

/// `各区县人民政府，市政府直属各单位：`
fn addressees(paragraph: &Paragraph) -> Option<Substr> {
    let text = paragraph.text();
    let core = text.trim_end_matches(|c: char| is_colon(c));
    let addressed = ["政府", "部门", "单位", "机构", "委", "局", "办", "企业"].iter().any(|word| core.contains(word));
    let is_line = matches!(paragraph.look, Look::Plain) && core.len() < text.len() && !core.contains(['。', '；']);
    (is_line && addressed).then(|| paragraph.flow.words(0..core.len()))
}

/// The body that signs and the day, on one line or two.
fn signature(lines: &[&Paragraph]) -> Option<(Option<Substr>, Option<Date>)> {
    let at = lines.iter().rposition(|paragraph| matches!(paragraph.look, Look::Date)).or_else(|| {
        lines.iter().rposition(|paragraph| matches!(paragraph.look, Look::Plain) && signed_line(paragraph).is_some())
    })?;
    if let Some((signatory, date)) = signed_line(lines[at]) {
        return Some((Some(signatory), Some(date)));
    }
    let date = date::whole(lines[at].text());
    let signatory = at.checked_sub(1).map(|above| lines[above]).filter(|above| is_signatory(above));
    Some((signatory.map(|above| above.flow.words(0..above.text().len())), date))
}

/// `云溪市人民政府办公室 2025年3月4日`
fn signed_line(paragraph: &Paragraph) -> Option<(Substr, Date)> {
    let text = paragraph.text();
    let (date, at) = date::last_in(text).filter(|&(_, at)| at > 0 && date::whole(&text[at..]).is_some())?;
    let signatory = text[..at].trim_end_matches(is_blank).len();
    (matches!(paragraph.look, Look::Plain) && signatory > 0 && text.chars().count() <= 50)
        .then(|| (paragraph.flow.words(0..signatory), date))
}

/// `附件：1.…` and the numbered lines below it.
fn attachments(front: &[Paragraph]) -> Vec<Substr> {
    let Some(at) = front.iter().position(|paragraph| matches!(paragraph.look, Look::Annex)) else { return Vec::new() };
    let mut found = Vec::new();
    for (offset, paragraph) in front[at..].iter().enumerate() {
        let text = paragraph.text();
        let start = match &paragraph.look {
            Look::Annex => {
                let behind = text
                    .find(is_colon)
                    .map_or(text.len(), |colon| colon + text[colon..].chars().next().map_or(0, char::len_utf8));
                behind + crate::outline::marker::marker(&text[behind..]).map_or(0, |marker| marker.rest)
            }
            Look::Item(marker) if offset > 0 => marker.rest,
            _ => break,
        };
        if start < text.len() {
            found.push(paragraph.flow.words(start..text.len()));
        }
    }
    found
}

/// `（此件公开发布）`
fn disclosure(paragraph: &Paragraph) -> Option<Substr> {
    let text = paragraph.text();
    let core = text.trim_start_matches(is_open).trim_end_matches(is_close);
    let is_note = text.chars().count() <= 20 && core.contains("公开") && core.contains("件");
    is_note.then(|| {
        let start = text.find(core).unwrap_or(0);
        paragraph.flow.words(start..start + core.len())
    })
}

/// `抄送：…` and `…2025年3月7日印发`, on one line or two.
fn copy(paragraph: &Paragraph, header: &mut Header) {
    let text = paragraph.text();
    let printed = text.contains("印发").then(|| date::last_in(text)).flatten();
    if let Some((date, _)) = printed {
        header.printed = header.printed.or(Some(date));
    }
    if text.starts_with("抄") || text.starts_with("分送") {
        let start = text
            .find(is_colon)
            .map_or("抄送".len(), |colon| colon + text[colon..].chars().next().map_or(0, char::len_utf8));
        let end =
            printed.map_or(text.len(), |(_, at)| text[..at].rfind('。').map_or(at, |stop| stop + '。'.len_utf8()));
        header.cc = header.cc.take().or_else(|| Some(paragraph.flow.words(start..end.max(start))));
    }
}

/// `云溪市人民政府办公室关于…`: the body before 关于.
fn issuer_of_title(title: &Substr) -> Option<Substr> {
    let at = title.find("关于").filter(|&at| at > 0)?;
    Some(title.substr(..title[..at].trim_end_matches(is_blank).len()))
}

/// `云溪市` of `云溪市人民政府办公室`, `云溪市东湖区` of `云溪市东湖区人民政府`.
fn jurisdiction(body: &Substr) -> Option<Substr> {
    let rest = body.trim_start_matches(|c: char| c.is_ascii_digit() || c == '年');
    let rest = rest.strip_prefix("中共").unwrap_or(rest);
    let start = body.len() - rest.len();
    let place =
        || rest.char_indices().find(|&(at, c)| at > 0 && one_of(c, "省市县区州旗盟")).map(|(at, c)| at + c.len_utf8());
    // `云溪市委办公室 云溪市人民政府…`: two bodies of one place.
    let end = rest.find("人民政府").filter(|&end| !rest[..end].contains('委')).or_else(place)?;
    (end > 0).then(|| body.substr(start..start + end))
}
