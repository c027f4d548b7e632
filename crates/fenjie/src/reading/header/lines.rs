//! The lines of the head: its paragraphs, and the pieces of those that a page ran together.

use super::{addressees, number};
use crate::calendar::date;
use crate::outline::look::Look;
use crate::outline::{Paragraph, Regions};
use crate::text::Flow;
use crate::text::chars::{is_colon, is_stop};

/// From how many bytes on a paragraph may be several lines in one.
const LONG: usize = 180;

/// A line of the head or the foot.
#[derive(Clone, Debug)]
pub(crate) struct HeadLine {
    /// Its words.
    pub(crate) flow: Flow,
    /// What it looks like.
    pub(crate) look: Look,
}

impl HeadLine {
    pub(crate) fn text(&self) -> &str {
        &self.flow.text
    }

    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.look, Look::Plain)
    }

    pub(crate) fn is_date(&self) -> bool {
        matches!(self.look, Look::Date)
    }
}

/// The lines before the first part, or before the first number or table where nothing parts them.
pub(crate) fn front(paragraphs: &[Paragraph], regions: &Regions) -> Vec<HeadLine> {
    let starts = |paragraph: &Paragraph| {
        matches!(paragraph.look, Look::Item(_) | Look::Table | Look::Label(_) | Look::Annex) || paragraph.answers
    };
    let first = paragraphs.iter().position(starts).unwrap_or(0);
    let is_run_on = |paragraph: &Paragraph| runs_on(paragraph);
    let end = if paragraphs[..first].iter().any(is_run_on) { first.max(regions.front.end) } else { regions.front.end };
    of(&paragraphs[..end])
}

/// The lines of these paragraphs.
pub(crate) fn of<'a>(paragraphs: impl IntoIterator<Item = &'a Paragraph>) -> Vec<HeadLine> {
    let mut lines = Vec::new();
    let mut run_on = false;
    for paragraph in paragraphs {
        run_on |= runs_on(paragraph);
        if run_on && matches!(paragraph.look, Look::Plain) {
            lines.extend(pieces(&paragraph.flow));
        } else if let Some(at) = addressees::before_break(paragraph) {
            for range in [0..at, at..paragraph.flow.text.len()] {
                lines.push(HeadLine { flow: paragraph.flow.slice(range), look: Look::Plain });
            }
        } else {
            lines.push(HeadLine { flow: paragraph.flow.clone(), look: paragraph.look.clone() });
        }
    }
    lines
}

/// Whether the head was run together: a document number stands in the middle of a long line, with spaces around it.
fn runs_on(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    matches!(paragraph.look, Look::Plain)
        && text.len() > LONG
        && !paragraph.flow.gaps().is_empty()
        && number::in_text(&paragraph.flow).any(|found| is_set_off(&paragraph.flow, &found.range))
}

/// Whether the number stands between spaces, or a space and an end.
fn is_set_off(flow: &Flow, range: &std::ops::Range<usize>) -> bool {
    let is_edge = |at: usize| at == 0 || at == flow.text.len() || flow.gaps().binary_search(&(at as u32)).is_ok();
    is_edge(range.start) && is_edge(range.end)
}

/// What spaces, colons and stops part.
fn pieces(flow: &Flow) -> Vec<HeadLine> {
    let text: &str = &flow.text;
    let marks = text.char_indices().filter(|&(_, c)| is_colon(c) || is_stop(c));
    let mut cuts: Vec<usize> = marks.map(|(at, c)| at + c.len_utf8()).collect();
    cuts.extend(flow.gaps().iter().map(|&gap| gap as usize));
    cuts.push(text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut start = 0;
    let mut found = Vec::with_capacity(cuts.len());
    for end in cuts.into_iter().filter(|&end| end > 0) {
        let flow = flow.slice(start..end);
        let look = if date::whole(&flow.text).is_some() { Look::Date } else { Look::Plain };
        found.push(HeadLine { flow, look });
        start = end;
    }
    found
}
