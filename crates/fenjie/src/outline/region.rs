//! Paragraphs → the head of the document, its parts and its foot.

use std::ops::Range;

use super::ending::{is_full_name, is_signing_name};
use super::label::item_label;
use super::look::Look;
use super::paragraph::Paragraph;
use super::title::{is_title_of_notice, names_official};
use crate::calendar::date;
use crate::phrase::around::{is_above_table, names_file};
use crate::text::chars::{digit, has, is_close, is_colon, is_comma, is_open, is_stop, marks};
use crate::vocabulary::{ItemLabel, Label, PARTY_WORDS, TITLE_WORDS};

/// How many bodies sign a document at most.
pub(crate) const MOST_SIGNERS: usize = 4;

/// So many items make a list.
const MANY: usize = 3;

/// Where the parts of a document stand; ranges count paragraphs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regions {
    /// The head: title, addressees, the notice's own words, signature.
    pub(crate) front: Range<usize>,
    /// The parts, in order.
    pub(crate) parts: Vec<Region>,
    /// Paragraphs of the foot: signatures and dates, copies, printing.
    pub(crate) foot: Vec<usize>,
}

/// One part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Region {
    /// The `附件` mark.
    pub(crate) annex: Option<usize>,
    /// The lines of its title.
    pub(crate) title: Range<usize>,
    /// What stands below the title.
    pub(crate) body: Range<usize>,
}

/// Divides the paragraphs.
pub(crate) fn regions(paragraphs: &[Paragraph]) -> Regions {
    let first_anchor = paragraphs.iter().position(is_anchor).unwrap_or(paragraphs.len());
    let front = 0..front_end(paragraphs, first_anchor);
    let mut divider = Divider { paragraphs, parts: Vec::new(), foot: Vec::new() };
    divider.divide(front.end);
    let mut parts = divider.parts;
    parts.retain(|part| !part.body.is_empty() || !part.title.is_empty() && part.annex.is_none());
    Regions { front, parts, foot: divider.foot }
}

/// Whether a paragraph shows that tasks are handed out here.
fn is_anchor(paragraph: &Paragraph) -> bool {
    match paragraph.look {
        Look::Label(ref head) => head.label != Label::Aside,
        Look::Table => true,
        Look::Plain if opens_item(paragraph.text()) => true,
        Look::Item(_) | Look::Plain => paragraph.answers,
        _ => false,
    }
}

/// `任务名称：…`, `任务内容：…`
fn opens_item(text: &str) -> bool {
    matches!(item_label(text), Some((ItemLabel::Name | ItemLabel::Content, _)))
}

/// The head ends with the date of the signature; where that stands at the end of the document, with the first number.
fn front_end(paragraphs: &[Paragraph], first_anchor: usize) -> usize {
    let before = &paragraphs[..first_anchor];
    let starts =
        |paragraph: &Paragraph| matches!(paragraph.look, Look::Item(_) | Look::Annex | Look::Table | Look::Label(_));
    // Where nothing that could be a part stands behind it, the date closes the document, if that is no letter.
    let is_letter = || {
        let is_title = |line: &Paragraph| is_title_line(line) && is_title_of_notice(line.text());
        before.iter().any(is_title) && !lists_figures(before)
    };
    let goes_on = |&signed: &usize| paragraphs[signed + 1..].iter().any(starts) || is_letter();
    let is_signature = |at: usize| is_signed(&before[at]) && !is_above_title(before, at, starts);
    if let Some(signed) = (0..before.len()).rfind(|&at| is_signature(at)).filter(goes_on) {
        let notes = paragraphs[signed + 1..].iter().take_while(|paragraph| is_remark(paragraph.text()));
        return signed + 1 + notes.count();
    }
    let list = end_of_attachments(paragraphs);
    let start = paragraphs[list..].iter().position(starts).map_or(paragraphs.len(), |at| list + at);
    let mut end = start.min(first_anchor.max(list));
    // Lines of a title right above the first number belong to the part.
    let is_above = |above: &Paragraph| {
        let text = above.text();
        (is_title_line(above) && !is_title_of_notice(text) && !text.contains("公开"))
            || (matches!(above.look, Look::Plain) && names_official(text))
    };
    while end > 0 && is_above(&paragraphs[end - 1]) {
        end -= 1;
    }
    end
}

/// Whether most of several numbered items have figures, as those that set work have and the instructions of a letter have not.
fn lists_figures(paragraphs: &[Paragraph]) -> bool {
    let announces = |line: &Paragraph| is_title_line(line) && TITLE_WORDS.find(line.text()).is_some();
    let items = paragraphs.iter().filter(|paragraph| matches!(paragraph.look, Look::Item(_)));
    let (mut all, mut counted) = (0, 0);
    for item in items {
        all += 1;
        counted += usize::from(has(&item.text()[item.body_start()..], |c| c.is_ascii_digit()));
    }
    all >= MANY && counted * 2 > all && paragraphs.iter().any(announces)
}

/// `督查通报 / 第3期 / 县督查室 2031年4月2日 / 关于…的通报`: who issues a bulletin and when may stand above its title, which a page
/// may print at its head as well.
fn is_above_title(lines: &[Paragraph], signed: usize, starts: impl Fn(&Paragraph) -> bool) -> bool {
    let below = &lines[signed + 1..];
    let below = &below[..below.iter().position(starts).unwrap_or(below.len())];
    // A title may go on in the next line.
    let begins = |line: &Paragraph| is_title_line(line) && line.text().contains("关于");
    let ends = |line: &Paragraph| is_title_line(line) && is_title_of_notice(line.text());
    let title = (0..below.len()).find(|&at| begins(&below[at]) && below[at..].iter().take(2).any(ends));
    let is_other = |above: &Paragraph| title.is_some_and(|title| !above.text().contains(below[title].text()));
    title.is_some() && !lines[..signed].iter().any(|line| begins(line) && ends(line) && is_other(line))
}

/// Behind the list of attachments (`附件：1.…`), where the annexes themselves follow; else the start.
fn end_of_attachments(paragraphs: &[Paragraph]) -> usize {
    let is_annex = |paragraph: &Paragraph| matches!(paragraph.look, Look::Annex);
    let lists = |paragraph: &Paragraph| is_annex(paragraph) && paragraph.text().contains(is_colon);
    let Some(list) = paragraphs.iter().position(is_annex).filter(|&at| lists(&paragraphs[at])) else { return 0 };
    let end = paragraphs[list + 1..].iter().position(|below| !matches!(below.look, Look::Item(_)));
    let end = end.map_or(paragraphs.len(), |length| list + 1 + length);
    if paragraphs[end..].iter().any(is_annex) { end } else { 0 }
}

/// A date alone, or the signatory with the date behind.
fn is_signed(paragraph: &Paragraph) -> bool {
    match paragraph.look {
        Look::Date => true,
        Look::Plain => is_signed_text(paragraph.text()),
        _ => false,
    }
}

fn is_signed_text(text: &str) -> bool {
    text.chars().count() <= 50
        && !text.contains(|c| is_stop(c) || is_comma(c) || is_open(c))
        && date::last_in(text).is_some_and(|(_, at)| at > 0 && date::whole(&text[at..]).is_some())
}

/// A line in brackets, or one that tells whom to call.
fn is_remark(text: &str) -> bool {
    (text.starts_with(is_open) && text.ends_with(is_close) && text.chars().count() <= 40) || text.starts_with("联系人")
}

/// Whether a line can be one of a title: short, plain and without the marks of sentences.
pub(crate) fn is_title_line(paragraph: &Paragraph) -> bool {
    matches!(paragraph.look, Look::Plain) && is_title_text(paragraph.text()) && !names_side(paragraph)
}

/// `乙方　白石镇人民政府`: the cells that name a side of a letter.
fn names_side(paragraph: &Paragraph) -> bool {
    !paragraph.flow.gaps().is_empty() && PARTY_WORDS.at_start(paragraph.text()).is_some()
}

/// Whether plain words can be a line of a title.
pub(crate) fn is_title_text(text: &str) -> bool {
    text.chars().count() <= 60
        && !text.contains(is_stop)
        && !text.ends_with(|c| is_colon(c) || is_comma(c) || c == '、')
        && !text.starts_with(['·', '•', '▪'])
        && !is_signed_text(text)
        && !names_official(text)
        && item_label(text).is_none()
        && !has_fields(text)
        && !is_above_table(text)
}

/// `填报时间：2025-01-20　单位：督查室`: words behind names, as they stand above a table.
fn has_fields(text: &str) -> bool {
    // Between strokes they are what a web site says of the page.
    if text.contains(['|', '｜']) {
        return false;
    }
    let mut colons = marks(text).filter(|&(_, c)| is_colon(c));
    let Some((at, c)) = colons.next() else { return false };
    colons.next().is_some() || text[at + c.len_utf8()..].starts_with(|c: char| digit(c).is_some())
}

struct Divider<'a> {
    paragraphs: &'a [Paragraph],
    parts: Vec<Region>,
    foot: Vec<usize>,
}

impl Divider<'_> {
    fn divide(&mut self, from: usize) {
        let mut at = from;
        let mut below_foot = false;
        while at < self.paragraphs.len() {
            let paragraph = &self.paragraphs[at];
            match paragraph.look {
                // Links to the attachments below the text.
                Look::Annex | Look::Item(_) if names_file(paragraph.text()) => self.foot.push(at),
                Look::Annex => {
                    at = self.open(Some(at), at + 1);
                    below_foot = false;
                    continue;
                }
                Look::Copy => {
                    below_foot = true;
                    self.foot.push(at);
                }
                _ if is_signed(paragraph) => self.sign(at),
                Look::Plain if self.starts_part(at) => {
                    at = self.open(None, at);
                    below_foot = false;
                    continue;
                }
                Look::Plain if below_foot || self.is_note_of_foot(at) => self.foot.push(at),
                _ => self.extend(at),
            }
            at += 1;
        }
    }

    /// `（此件公开发布）` below the date.
    fn is_note_of_foot(&self, at: usize) -> bool {
        self.foot.last().is_some_and(|&last| last + 1 == at) && is_remark(self.paragraphs[at].text())
    }

    /// Opens a part at its `附件` mark or its title and returns where its body starts.
    fn open(&mut self, annex: Option<usize>, from: usize) -> usize {
        let end = from + self.title_lines(from, 6).count();
        self.parts.push(Region { annex, title: from..end, body: end..end });
        end
    }

    /// The lines of a title from `from` on, `most` of them at most. None goes over the end of a file.
    fn title_lines(&self, from: usize, most: usize) -> impl Iterator<Item = &Paragraph> {
        let lines = self.paragraphs[from..].iter().take(most).enumerate();
        let goes_on = |(at, paragraph): &(usize, &Paragraph)| {
            (*at == 0 || !paragraph.begins_file) && is_title_line(paragraph) && !is_anchor(paragraph)
        };
        lines.take_while(goes_on).map(|(_, paragraph)| paragraph)
    }

    fn extend(&mut self, at: usize) {
        match self.parts.last_mut() {
            Some(part) if part.body.is_empty() => part.body = at..at + 1,
            Some(part) => part.body.end = at + 1,
            None => self.parts.push(Region { annex: None, title: at..at, body: at..at + 1 }),
        }
    }

    /// A date closes a part; the line above it that names who signs goes with it.
    fn sign(&mut self, at: usize) {
        if let Some(part) = self.parts.last_mut() {
            let signed = signers(&self.paragraphs[part.body.start..at]);
            if part.body.end == at && signed > 0 {
                part.body.end = at - signed;
                self.foot.extend(at - signed..at);
            }
        }
        self.foot.push(at);
    }

    /// Whether a title stands here: a run of short lines with a title's word, where nothing is left open.
    fn starts_part(&self, at: usize) -> bool {
        let titled = self.title_lines(at, 4).any(|paragraph| TITLE_WORDS.find(paragraph.text()).is_some());
        titled && self.parts.last().is_none_or(|part| part.body.is_empty() || self.is_closed(part.body.end - 1))
    }

    /// Whether the task above a title is complete.
    fn is_closed(&self, at: usize) -> bool {
        let above = &self.paragraphs[at];
        is_anchor(above) || above.text().ends_with(|c: char| is_stop(c) || is_close(c))
    }
}

/// How many of the last lines name who signs with the date below them.
fn signers(above: &[Paragraph]) -> usize {
    let Some((last, rest)) = above.split_last().filter(|(last, _)| signs(last)) else { return 0 };
    let more = if is_full_name(last.text()) { rest } else { &[] };
    1 + more.iter().rev().take(MOST_SIGNERS - 1).take_while(|line| signs_as_well(line)).count()
}

/// Whether a line right above the date of a signature says who signs.
fn signs(paragraph: &Paragraph) -> bool {
    matches!(paragraph.look, Look::Plain) && is_signing_name(paragraph.text())
}

/// Whether a line above a signature can be that of another body that signs: with its place, as bodies of one's own place are named in
/// lists and not in signatures.
fn signs_as_well(paragraph: &Paragraph) -> bool {
    signs(paragraph) && is_full_name(paragraph.text())
}
