//! Letters of responsibility (目标责任书): two sides sign, and the second one takes the items on.

use super::responsibility::Responsibility;
use crate::outline::Paragraph;
use crate::text::chars::{is_blank, is_close, is_colon, is_open, is_stop};
use crate::vocabulary::{PARTY_WORDS, Party};

/// The body that takes the items on, as the line that names the second side gives it: `乙方：白石村村民委员会`.
pub(super) fn signing(paragraphs: &[Paragraph]) -> Option<Responsibility> {
    paragraphs.iter().take(FARTHEST).find_map(|paragraph| {
        let text = paragraph.text();
        let (word, party) = PARTY_WORDS.at_start(text)?;
        let colon = text.find(is_colon)?;
        let between = text[word.len()..colon].trim_matches(|c: char| is_blank(c) || is_open(c) || is_close(c));
        let start = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
        let named = text[start..].trim_matches(|c: char| is_blank(c));
        let is_name = !named.is_empty() && !named.contains(is_stop) && between.chars().count() <= LONGEST_REMARK;
        (party == Party::Taking && is_name).then(|| {
            let mut found = Responsibility::default();
            let start = text.len() - text[start..].trim_start_matches(is_blank).len();
            found.take_named(&paragraph.flow, start..start + named.len());
            found
        })
    })
}

/// Whether a heading stands over what the side does that hands the items out.
pub(super) fn heads_other_side(heading: &str) -> bool {
    let says = |side| PARTY_WORDS.find_iter(heading).any(|(_, _, party)| party == side);
    says(Party::Handing) && !says(Party::Taking)
}

/// The sides are named at the head of a letter, or at its foot not far below.
const FARTHEST: usize = 200;

/// How long a remark may be between the word for a side and its colon: `乙方（签约单位）：`.
const LONGEST_REMARK: usize = 8;
