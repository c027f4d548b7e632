//! The document number (发文字号): alone on a line, before or behind the title, or on the card.

use std::ops::Range;

use super::HeadLine;
use super::title::is_title;
use crate::model::DocumentNumber;
use crate::outline::Card;
use crate::outline::title::ends_title_of_notice;
use crate::text::Flow;
use crate::text::chars::{arabic, is_blank, is_close, is_han, is_open};
use crate::vocabulary::CardField;

/// The longest line that is a number and little else, in characters.
const LONGEST_LINE: usize = 45;

/// The longest mark of an issuing body, in characters.
const LONGEST_AGENCY: usize = 10;

/// A number in a text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    agency: Range<usize>,
    year: u32,
    serial: u32,
}

/// The number of the document: a line's own, the card's, or one that stands beside the title.
pub(super) fn find(front: &[HeadLine], card: &Card) -> Option<DocumentNumber> {
    let own = |line: &HeadLine| {
        let is_line = line.text().chars().nth(LONGEST_LINE).is_none() && !line.text().contains('《');
        in_text(&line.flow).next().filter(|_| is_line && !is_title(line)).map(|found| found.of(&line.flow))
    };
    let on_card = |value: &Flow| in_text(value).next().map(|found| found.of(value));
    let beside = |line: &HeadLine| {
        let (before, behind) = beside_title(&line.flow);
        before.or(behind).filter(|_| is_title(line)).map(|found| found.of(&line.flow))
    };
    let numbers = front.iter().find_map(own).or_else(|| card.values(CardField::Number).find_map(on_card));
    numbers.or_else(|| front.iter().find_map(beside))
}

/// The number before a title (`云政发〔2025〕2号云溪市…`), and the one behind it (`…的通知（云政发〔2025〕2号）`).
pub(super) fn beside_title(flow: &Flow) -> (Option<Found>, Option<Found>) {
    let text: &str = &flow.text;
    let (mut before, mut behind) = (None, None);
    for found in in_text(flow) {
        let rest = text[found.range.end..].trim_start_matches(|c: char| is_close(c) || is_blank(c));
        let lead = text[..found.range.start].trim_end_matches(is_blank);
        if lead.is_empty() && !rest.is_empty() {
            before = Some(found);
        } else if rest.is_empty() && (lead.ends_with(is_parting) || ends_title_of_notice(lead)) {
            behind = Some(found);
        }
    }
    (before, behind)
}

fn is_parting(c: char) -> bool {
    is_open(c) || matches!(c, '|' | '-' | '—')
}

/// The numbers in a text: `云政办发〔2025〕7号`.
pub(super) fn in_text(flow: &Flow) -> impl Iterator<Item = Found> + '_ {
    let text: &str = &flow.text;
    text.char_indices().filter(|&(_, c)| is_open(c)).filter_map(move |(at, open)| {
        let (year, length) = arabic(&text[at + open.len_utf8()..]).filter(|(year, _)| (1949..=2199).contains(year))?;
        let behind = &text[at + open.len_utf8() + length..];
        let close = behind.chars().next().filter(|&c| is_close(c))?;
        let behind = behind[close.len_utf8()..].trim_start_matches(|c: char| is_blank(c) || c == '第');
        let (serial, length) = arabic(behind)?;
        let rest = behind[length..].trim_start_matches(is_blank).strip_prefix(['号', '號'])?;
        let agency = text[..at].trim_end_matches(is_blank);
        let start = agency.char_indices().rev().take_while(|&(_, c)| is_han(c)).last()?.0;
        let start = behind_other_words(flow, start, agency.len());
        let start = start + number_label(&agency[start..]);
        let range = start..text.len() - rest.len();
        Some(Found { range, agency: start..agency.len(), year, serial })
    })
}

/// Where the mark begins in a run of Han characters: behind the title that it was printed after, or, where the run is too long for a
/// mark, behind the first space that leaves it short enough. A space inside of a mark is a slip of the keyboard.
fn behind_other_words(flow: &Flow, start: usize, end: usize) -> usize {
    const TITLES: [&str; 5] = ["通知", "意见", "决定", "文件", "方案"];
    let ends = TITLES.iter().filter_map(|word| flow.text[start..end].rfind(word).map(|at| start + at + word.len()));
    if let Some(behind) = ends.max().filter(|&behind| behind < end) {
        return behind;
    }
    let earliest = end.saturating_sub(LONGEST_AGENCY * '发'.len_utf8());
    if start >= earliest {
        return start;
    }
    let gaps = flow.gaps();
    let first = gaps.partition_point(|&gap| (gap as usize) < earliest);
    gaps.get(first).map(|&gap| gap as usize).filter(|&gap| gap < end).unwrap_or(start)
}

impl Found {
    fn of(self, flow: &Flow) -> DocumentNumber {
        DocumentNumber {
            text: flow.words(self.range.clone()),
            agency: flow.words(self.agency),
            year: self.year as i16,
            serial: self.serial,
            span: flow.span(self.range),
        }
    }
}

/// How long the label is that a web site sets before the number, of which spacing may have taken the colon.
fn number_label(agency: &str) -> usize {
    const LABELS: [&str; 5] = ["发文字号", "发文文号", "发布文号", "文件编号", "文号"];
    LABELS.into_iter().find(|label| agency.len() > label.len() && agency.starts_with(label)).map_or(0, str::len)
}
