//! Labels (责任单位：…) at the head of a line or behind a sentence.

use std::ops::Range;

use crate::text::chars::{is_blank, is_close, is_colon, is_comma, is_open, is_stop};
use crate::vocabulary::{LABELS, Label, ORGANS};

/// A label in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LabelHead {
    /// What the words behind it are.
    pub(crate) label: Label,
    /// The label itself, without colon.
    pub(crate) range: Range<usize>,
    /// Where the words behind it start.
    pub(crate) content: usize,
    /// The label that it stands for, where it is misprinted.
    pub(crate) misprint_of: Option<&'static str>,
}

/// The label at the start of `text`: as the genre spells it, without its colon, or with one character wrong.
pub(crate) fn label_at_start(text: &str) -> Option<LabelHead> {
    let lead =
        text.len() - text.trim_start_matches(|c: char| is_blank(c) || matches!(c, '【' | '[' | '★' | '●' | '■')).len();
    let found = spelled(text, lead).or_else(|| without_colon(text, lead)).or_else(|| misspelled(text, lead))?;
    Some(found)
}

/// The label at byte `at` of `text`, colon included, as the genre spells it.
pub(crate) fn spelled(text: &str, at: usize) -> Option<LabelHead> {
    let (word, label) = LABELS.at_start(&text[at..])?;
    let end = at + word.len();
    let content = behind_colon(text, behind_bracket(text, end))?;
    Some(LabelHead { label, range: at..end, content, misprint_of: None })
}

/// `责任单位（部门）：`, `责任单位】`: what may stand between a label and its colon.
fn behind_bracket(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let Some(open) = rest.chars().next().filter(|&c| is_open(c)) else { return at };
    let inner = &rest[open.len_utf8()..];
    match inner.char_indices().take(8).find(|&(_, c)| is_close(c)) {
        Some((end, close)) => at + open.len_utf8() + end + close.len_utf8(),
        None => at,
    }
}

fn behind_colon(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches(|c: char| is_blank(c) || matches!(c, '】' | ']'));
    let closed = rest.len() < text[at..].len() && text[at..].contains(['】', ']']);
    let sign = rest.chars().next();
    if let Some(c) = sign.filter(|&c| is_colon(c)) {
        return Some(text.len() - rest.len() + c.len_utf8());
    }
    closed.then_some(text.len() - rest.len())
}

/// `责任单位市财政局`, `责任单位；市财政局`: read where bodies follow, and reported.
fn without_colon(text: &str, at: usize) -> Option<LabelHead> {
    let (word, label) = LABELS.at_start(&text[at..]).filter(|(word, _)| word.chars().count() >= 4)?;
    let end = at + word.len();
    let content = text.len() - text[end..].trim_start_matches([';', '；', '.', '。', '、', '，', ',', ' ']).len();
    let names_bodies =
        matches!(label, Label::Responsible | Label::Lead | Label::Participant) && starts_with_body(&text[content..]);
    names_bodies.then_some(LabelHead { label, range: at..end, content, misprint_of: Some(word) })
}

/// `任单位：`, `责任单立：`: one character missing, too many or wrong, and bodies behind the colon.
fn misspelled(text: &str, at: usize) -> Option<LabelHead> {
    let (colon, sign) = text[at..].char_indices().take(8).find(|&(_, c)| is_colon(c))?;
    let range = at..at + colon;
    let content = range.end + sign.len_utf8();
    let printed: Vec<char> = text[range.clone()].chars().filter(|&c| !is_blank(c)).collect();
    let in_bracket = printed.first().is_some_and(|&c| is_open(c));
    if in_bracket || !(3..=7).contains(&printed.len()) || !starts_with_body(&text[content..]) {
        return None;
    }
    // Of several labels at one stroke's distance the plainest is meant.
    let rank = |label: Label| [Label::Responsible, Label::Lead, Label::Participant].iter().position(|&l| l == label);
    let (_, _, word, label) = LABELS
        .iter()
        .filter(|(word, _)| word.chars().count() == 4 && one_apart(&printed, word))
        .filter_map(|(word, label)| Some((rank(label)?, !word.ends_with("单位"), word, label)))
        .min_by_key(|&(rank, unusual, word, _)| (rank, unusual, word))?;
    Some(LabelHead { label, range, content, misprint_of: Some(word) })
}

/// Whether the first name of `text` ends as a body's name does.
fn starts_with_body(text: &str) -> bool {
    let end = text.find(|c: char| c == '、' || is_comma(c) || is_stop(c) || is_open(c)).unwrap_or(text.len());
    let name = text[..end].trim_matches(is_blank);
    (2..=24).contains(&name.chars().count()) && ORGANS.at_end(name).is_some()
}

/// Whether `printed` becomes `word` by one insertion, deletion or replacement.
fn one_apart(printed: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    let common = printed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let tail = printed.iter().rev().zip(word.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (printed.len(), word.len());
    match a.abs_diff(b) {
        0 => a > 0 && common + tail + 1 >= a && common < a,
        1 => common + tail >= a.min(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_printed_and_as_meant() {
        let read = |text: &'static str| {
            label_at_start(text).map(|found| (found.label, &text[found.content..], found.misprint_of))
        };
        assert_eq!(read("责任单位：市财政局"), Some((Label::Responsible, "市财政局", None)));
        assert_eq!(read("牵头单位（部门）:市财政局"), Some((Label::Lead, "市财政局", None)));
        assert_eq!(read("【责任单位】市财政局"), Some((Label::Responsible, "市财政局", None)));
        assert_eq!(read("任单位:市财政局"), Some((Label::Responsible, "市财政局", Some("责任单位"))));
        assert_eq!(
            read("责任单位市财政局、市经信局"),
            Some((Label::Responsible, "市财政局、市经信局", Some("责任单位")))
        );
        assert_eq!(read("责任单位要主动扛起责任。"), None);
        assert_eq!(read("联系人：王某"), None);
    }
}
