//! Letters of responsibility (目标责任书, 承诺书): one side hands the items out, the other one signs for them; of a pledge only the
//! second one is named.

use super::responsibility::Responsibility;
use crate::outline::Paragraph;
use crate::outline::ending::without_seal;
use crate::outline::look::Look;
use crate::text::chars::{is_blank, is_close, is_colon, is_open, is_stop};
use crate::vocabulary::{GENRE_WORDS, GenreWord, PARTY_WORDS, Party};

/// Whether a title is a letter's.
pub(super) fn is_letter(title: &str) -> bool {
    let core = title.trim_end_matches(is_close);
    let core = if core.len() < title.len() { core.rfind(is_open).map_or(core, |open| &core[..open]) } else { core };
    matches!(GENRE_WORDS.at_end(core), Some((_, GenreWord::Letter)))
}

/// Whether words speak of the letter itself: `本责任书一式三份`, `为压实责任，签订本责任书。`
pub(super) fn speaks_of_itself(words: &str) -> bool {
    let is_own = |at: usize| at == 0 || words[..at].ends_with(['本', '此']);
    GENRE_WORDS.find_iter(words).any(|(at, _, word)| word == GenreWord::Letter && is_own(at))
}

/// The body that takes the items on, as the line that names the second side gives it: `乙方：白石村村民委员会`; in a letter also
/// the line that names the only side.
pub(super) fn signing(paragraphs: &[Paragraph], is_letter: bool) -> Option<Responsibility> {
    let near = paragraphs.iter().take(FARTHEST);
    let all: Vec<(Side, &Paragraph)> =
        near.flat_map(|paragraph| sides(paragraph).into_iter().map(move |side| (side, paragraph))).collect();
    let second = all.iter().find(|(side, _)| side.party == Party::Taking);
    let mut lone = all.iter().filter(|(side, _)| is_letter && side.party == Party::Only);
    let only = lone.next().filter(|_| lone.next().is_none());
    let (side, paragraph) = second.or(only)?;
    let mut found = Responsibility::default();
    found.take_named(&paragraph.flow, side.name.clone());
    Some(found)
}

/// The body whose own commitments a page announces (`清溪县水利局2025年公开承诺`): `issuer` at the head of one of the first lines.
pub(super) fn announcing(paragraphs: &[Paragraph], issuer: &str) -> Option<Responsibility> {
    let title = paragraphs.iter().take(FARTHEST).find(|paragraph| paragraph.text().starts_with(issuer))?;
    let mut found = Responsibility::default();
    found.take_named(&title.flow, 0..issuer.len());
    Some(found)
}

/// Where a line names a side.
struct Side {
    party: Party,
    name: std::ops::Range<usize>,
}

/// The sides that a line names; both may stand on one: `甲方：清溪县人民政府（盖章）　乙方：白石镇人民政府`.
fn sides(paragraph: &Paragraph) -> Vec<Side> {
    if matches!(paragraph.look, Look::Item(_)) {
        return Vec::new();
    }
    let text = paragraph.text();
    let words: Vec<(usize, &str, Party)> = PARTY_WORDS.find_iter(text).collect();
    let ends = words.iter().skip(1).map(|&(at, ..)| at).chain([text.len()]);
    let gaps: Vec<usize> = paragraph.flow.gaps().iter().map(|&gap| gap as usize).collect();
    let mut found = Vec::new();
    for (&(at, word, party), end) in words.iter().zip(ends) {
        found.extend(named(&text[..end], at + word.len(), &gaps).map(|name| Side { party, name }));
    }
    // A sentence may speak of a side.
    if words.first().is_some_and(|&(at, ..)| at == 0) { found } else { Vec::new() }
}

/// Whether words begin with a side's name: `甲方（盖章）：清溪县人民政府`.
pub(super) fn names_side(words: &str) -> bool {
    let side = PARTY_WORDS.at_start(words);
    side.is_some_and(|(word, _)| named(words, word.len(), &[]).is_some())
}

/// The name behind the colon, or the gap between two cells, that follows the word for a side, without a remark on its seal.
fn named(text: &str, from: usize, gaps: &[usize]) -> Option<std::ops::Range<usize>> {
    let mut cells = gaps.iter().copied().filter(|&gap| (from..text.len()).contains(&gap));
    let (sign, behind, end) = match text[from..].find(is_colon) {
        Some(colon) => {
            let sign = from + colon;
            (sign, sign + text[sign..].chars().next().map_or(0, char::len_utf8), text.len())
        }
        None => cells.next().map(|gap| (gap, gap, cells.next().unwrap_or(text.len())))?,
    };
    let between = text[from..sign].trim_matches(|c: char| is_blank(c) || is_open(c) || is_close(c));
    let start = end - text[behind..end].trim_start_matches(is_blank).len();
    let name = without_seal(text[start..end].trim_end_matches(is_blank));
    let is_name = !name.is_empty() && !name.contains(is_stop) && between.chars().count() <= LONGEST_REMARK;
    is_name.then(|| start..start + name.len())
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
