//! Items arranged by body (`一、市公安局` above its items): which headings are the names of bodies.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::responsibility::bodies_in_heading;
use crate::outline::marker::Style;
use crate::outline::{Entry, Paragraph};
use crate::phrase::body::{LONGEST, organ_of};
use crate::text::chars::{is_blank, is_colon, is_comma, is_open, is_stop};

/// Where the headings among `entries` name bodies. Where most headings of one style surely do, those beside them do that
/// only end as bodies' names: `五、云溪供电公司`.
pub(super) fn bodies_of_headings(entries: &[Entry], paragraphs: &[Paragraph]) -> Vec<Option<Range<usize>>> {
    let heading = |entry: &Entry| entry.texts.first().filter(|_| entry.has_children).map(|&first| &paragraphs[first]);
    let mut counts: FxHashMap<Option<Style>, (u32, u32)> = FxHashMap::default();
    let mut found: Vec<Option<Range<usize>>> = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(first) = heading(entry) else {
            found.push(None);
            continue;
        };
        let bodies = bodies_in_heading(first.text(), first.body_start());
        let count = counts.entry(entry.style()).or_default();
        count.0 += 1;
        count.1 += u32::from(bodies.is_some());
        found.push(bodies);
    }
    for (entry, bodies) in entries.iter().zip(&mut found).filter(|(_, bodies)| bodies.is_none()) {
        let mostly = counts.get(&entry.style()).is_some_and(|&(all, sure)| sure > 1 && sure * 2 > all);
        *bodies = heading(entry).filter(|_| mostly).and_then(|first| name_alone(first.text(), first.body_start()));
    }
    found
}

/// The words of a heading that may be a body's name and hold no mark.
fn name_alone(text: &str, from: usize) -> Option<Range<usize>> {
    let outer = |c: char| is_blank(c) || is_colon(c) || is_stop(c);
    let words = text.get(from..)?.trim_matches(outer);
    let start = text.len() - text[from..].trim_start_matches(outer).len();
    let is_plain = !words.contains(|c| is_comma(c) || is_stop(c) || is_open(c) || c == '、');
    (is_plain && words.chars().take(LONGEST).count() < LONGEST && organ_of(words).is_some())
        .then(|| start..start + words.len())
}
