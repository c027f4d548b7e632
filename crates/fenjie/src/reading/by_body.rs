//! Items arranged by body (`一、市公安局` above its items): which headings are the names of bodies.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::responsibility::bodies_in_heading;
use crate::outline::marker::Style;
use crate::outline::{Entry, Paragraph};
use crate::phrase::body::{LONGEST, ends_with_body, organ_of};
use crate::phrase::label::spelled;
use crate::text::chars::{is_blank, is_close, is_colon, is_comma, is_open, is_stop};
use crate::vocabulary::{Label, PLACES};

/// How many headings of one style make an arrangement by body where each of them ends as the name of one, though none surely is:
/// `一、白石镇`, `二、青山乡`.
const FEWEST: u32 = 3;

/// How many headings of a style there are, how many surely name bodies, and how many are words that may be a name.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: u32,
    sure: u32,
    likely: u32,
}

impl Count {
    /// Whether the items are arranged by body.
    fn arranges(self) -> bool {
        self.sure > 1 && self.sure * 2 > self.all || self.all >= FEWEST && self.sure + self.likely == self.all
    }
}

/// Where the headings among `entries` name bodies. Where most headings of one style surely do, or all of them may, those do, too,
/// that only end as bodies' names (`五、云溪供电公司`), and those that stand over a sentence and no items.
pub(super) fn bodies_of_headings(entries: &[Entry], paragraphs: &[Paragraph]) -> Vec<Option<Range<usize>>> {
    let heading = |entry: &Entry| entry.texts.first().filter(|_| heads(entry)).map(|&first| &paragraphs[first]);
    let mut counts: FxHashMap<Option<Style>, Count> = FxHashMap::default();
    let mut found: Vec<Option<Range<usize>>> = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(first) = heading(entry) else {
            found.push(None);
            continue;
        };
        let bodies = labelled(first).or_else(|| bodies_in_heading(first.text(), first.body_start()));
        let likely = bodies.is_none() && name_alone(first.text(), first.body_start()).is_some();
        // Any words may stand over a sentence.
        if entry.has_children || bodies.is_some() || likely {
            let count = counts.entry(entry.style()).or_default();
            count.all += 1;
            count.sure += u32::from(bodies.is_some());
            count.likely += u32::from(likely);
        }
        found.push(bodies);
    }
    for (entry, bodies) in entries.iter().zip(&mut found) {
        let arranged = || counts.get(&entry.style()).is_some_and(|count| count.arranges());
        if bodies.is_none() {
            *bodies =
                heading(entry).filter(|_| arranged()).and_then(|first| name_alone(first.text(), first.body_start()));
        } else if !entry.has_children && !arranged() {
            *bodies = None;
        }
    }
    found
}

/// Whether the first line of an entry stands over others.
fn heads(entry: &Entry) -> bool {
    entry.has_children || entry.texts.len() > 1 && !entry.has_responsibility
}

/// `五、牵头单位：市财政局`: the bodies behind the label that a heading begins with.
fn labelled(heading: &Paragraph) -> Option<Range<usize>> {
    let text = heading.text();
    let label = spelled(text, heading.body_start())?;
    let names = matches!(label.label, Label::Lead | Label::Responsible);
    let end = text.trim_end_matches(|c: char| is_blank(c) || is_colon(c) || is_stop(c)).len();
    (names && label.content < end).then_some(label.content..end)
}

/// The words of a heading that may be a body's name and hold no mark, with other names in brackets behind them: `经济发展局（统计中心）`,
/// `教务处（分管校领导：周明）`.
fn name_alone(text: &str, from: usize) -> Option<Range<usize>> {
    let outer = |c: char| is_blank(c) || is_colon(c) || is_stop(c);
    let words = text.get(from..)?.trim_matches(outer);
    let start = text.len() - text[from..].trim_start_matches(outer).len();
    let (mut name, mut end) = (words, words.len());
    while let Some(open) = name.rfind(is_open).filter(|_| name.ends_with(is_close)) {
        let bracket = &name[open..];
        name = name[..open].trim_end_matches(is_blank);
        end = if ends_with_body(bracket) { end } else { name.len() };
    }
    let is_plain = !name.contains(|c| is_comma(c) || is_stop(c) || is_open(c) || is_colon(c) || c == '、');
    let is_place = || name.chars().count() > 1 && PLACES.at_end(name).is_some();
    let is_body = || organ_of(name).is_some() || is_place();
    (is_plain && name.chars().take(LONGEST).count() < LONGEST && is_body()).then_some(start..start + end)
}
