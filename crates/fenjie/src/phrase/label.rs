//! Labels (责任单位：…) at the head of a line or behind a sentence.

use std::ops::Range;

use super::answer::{heads_bodies, starts_with_body};
use super::mark;
use crate::text::Kinds;
use crate::text::chars::{is_blank, is_close, is_colon, is_han, is_open};
use crate::vocabulary::{ITEM_LABELS, ItemLabel, Label, Mark, USUAL_LABELS, label_words, may_end_label};

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

/// The label at the start of a text with marks of these kinds: as the genre spells it, without its colon, or with one stroke
/// wrong.
pub(crate) fn label_at_start(text: &str, kinds: Kinds) -> Option<LabelHead> {
    let lead = text.len() - text.trim_start_matches(|c| is_blank(c) || adorns(c)).len();
    if !may_hold_label(kinds) {
        return without_colon(text, lead);
    }
    spelled(text, lead)
        .or_else(|| without_colon(text, lead))
        .or_else(|| misspelled(text, lead))
        .or_else(|| unlisted(text, lead))
}

/// Whether `c` may stand before a label to catch the eye.
fn adorns(c: char) -> bool {
    matches!(c, '【' | '[' | '★' | '●' | '■' | '◆' | '▲' | '※' | '*' | '•' | '·' | '—' | '–' | '-' | '－')
}

/// `揭榜部门：市财政局`, `具体负责：市财政局`: words that no list knows are a label where they end as one and nothing but bodies
/// stands behind their colon. Reported as what they stand for.
fn unlisted(text: &str, at: usize) -> Option<LabelHead> {
    const LONGEST: usize = 8;
    let (colon, sign) = text[at..].char_indices().take(LONGEST + 1).find(|&(_, c)| is_colon(c))?;
    let range = at..at + colon;
    let words = &text[range.clone()];
    let content = range.end + sign.len_utf8();
    if words.chars().count() < 3 || !words.chars().all(is_han) || !heads_bodies(text[content..].trim()) {
        return None;
    }
    let (label, meant) = match mark::strip(words).1 {
        Some(Mark::Lead) => (Label::Lead, "牵头单位"),
        Some(Mark::Participant) => (Label::Participant, "配合单位"),
        Some(Mark::Joint) => (Label::Responsible, "责任单位"),
        None => may_end_label(words).then_some((Label::Responsible, "责任单位"))?,
    };
    Some(LabelHead { label, range, content, misprint_of: Some(meant) })
}

/// Whether a text with these marks has what must stand behind a label.
pub(crate) fn may_hold_label(kinds: Kinds) -> bool {
    kinds.meets(Kinds::COLON | Kinds::SQUARE)
}

/// Whether a mark may stand right behind a label.
pub(crate) fn ends_label(c: char) -> bool {
    is_colon(c) || matches!(c, '】' | ']')
}

/// The label at byte `at` of `text`, colon included, as the genre spells it.
pub(crate) fn spelled(text: &str, at: usize) -> Option<LabelHead> {
    if let Some(open) = text[at..].chars().next().filter(|&c| is_open(c)) {
        return in_bracket(text, at, at + open.len_utf8());
    }
    let (end, label) = label_words(text, at)?;
    let content = behind_colon(text, behind_bracket(text, end))?;
    Some(LabelHead { label, range: at..end, content, misprint_of: None })
}

/// `（牵头单位）：市财政局`: a label in a bracket of its own, the colon behind it.
fn in_bracket(text: &str, open: usize, at: usize) -> Option<LabelHead> {
    let (end, label) = label_words(text, at)?;
    let close = text[end..].chars().next().filter(|&c| is_close(c))?;
    let behind = text[end + close.len_utf8()..].trim_start_matches(is_blank);
    let colon = behind.chars().next().filter(|&c| is_colon(c))?;
    let content = text.len() - behind.len() + colon.len_utf8();
    Some(LabelHead { label, range: open..end + close.len_utf8(), content, misprint_of: None })
}

/// The label at byte `at` of `text`, where nothing but a label can stand: as spelled, without its colon, or with one stroke wrong.
pub(crate) fn meant(text: &str, at: usize) -> Option<LabelHead> {
    spelled(text, at).or_else(|| without_colon(text, at)).or_else(|| misspelled(text, at))
}

/// The label of an item's own words at the start of `text` (`主要内容：`), and how long it is.
pub(crate) fn item_label(text: &str) -> Option<(ItemLabel, usize)> {
    let (word, label) = ITEM_LABELS.at_start(text)?;
    let colon = text[word.len()..].chars().next().filter(|&c| is_colon(c))?;
    Some((label, word.len() + colon.len_utf8()))
}

/// `责任单位（部门）：`: what may stand between a label and its colon.
fn behind_bracket(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let Some(open) = rest.chars().next().filter(|&c| is_open(c)) else { return at };
    let inner = &rest[open.len_utf8()..];
    match inner.char_indices().take(8).find(|&(_, c)| is_close(c)) {
        Some((end, close)) => at + open.len_utf8() + end + close.len_utf8(),
        None => at,
    }
}

/// Where the words behind the colon, or behind `】`, start.
fn behind_colon(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start_matches(is_blank);
    let closed = rest.strip_prefix(['】', ']']);
    let rest = closed.map_or(rest, |rest| rest.trim_start_matches(is_blank));
    let sign = rest.chars().next().filter(|&c| is_colon(c));
    let content = text.len() - rest.len() + sign.map_or(0, char::len_utf8);
    (sign.is_some() || closed.is_some()).then_some(content)
}

/// `责任单位市财政局`, `责任单位；市财政局`: read where bodies follow, and reported.
fn without_colon(text: &str, at: usize) -> Option<LabelHead> {
    let usual = USUAL_LABELS.iter().filter(|(word, _)| text[at..].starts_with(word)).max_by_key(|(word, _)| word.len());
    let usual = usual.map(|&(word, label)| (at + word.len(), label));
    let composed = || label_words(text, at).filter(|&(end, label)| end - at >= LONG && label != Label::Aside);
    let (end, label) = usual.or_else(composed)?;
    let meant = named(label)?;
    let content = text.len() - text[end..].trim_start_matches([';', '；', '.', '。', '、', '，', ',', ' ']).len();
    starts_with_body(&text[content..]).then_some(LabelHead { label, range: at..end, content, misprint_of: Some(meant) })
}

/// How many bytes the labels take that are no everyday words.
const LONG: usize = "责任单位".len();

/// What a label for units stands for.
fn named(label: Label) -> Option<&'static str> {
    match label {
        Label::Responsible => Some("责任单位"),
        Label::Lead => Some("牵头单位"),
        Label::Participant => Some("配合单位"),
        _ => None,
    }
}

/// `任单位：`, `责任单立：`, `责任位单：`: one stroke wrong, and bodies behind the colon.
fn misspelled(text: &str, at: usize) -> Option<LabelHead> {
    let (colon, sign) = text[at..].char_indices().take(8).find(|&(_, c)| is_colon(c))?;
    let range = at..at + colon;
    let content = range.end + sign.len_utf8();
    let printed: Vec<char> = text[range.clone()].chars().filter(|&c| !is_blank(c)).collect();
    // `涛牵头单位：` behind a left-out space is the label with the end of a name before it.
    let spelled_inside =
        text[range.clone()].char_indices().skip(1).any(|(inner, _)| spelled(text, at + inner).is_some());
    let in_bracket = !printed.first().is_some_and(|&c| is_han(c));
    if in_bracket || spelled_inside || !(3..=5).contains(&printed.len()) || !starts_with_body(&text[content..]) {
        return None;
    }
    let &(word, label) = USUAL_LABELS.iter().find(|(word, _)| one_apart(&printed, word))?;
    Some(LabelHead { label, range, content, misprint_of: Some(word) })
}

/// Whether `printed` becomes `word` by one insertion, deletion, replacement or exchange of neighbours.
fn one_apart(printed: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    let head = printed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let tail = printed.iter().rev().zip(word.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (printed.len(), word.len());
    match a.abs_diff(b) {
        0 if head < a => {
            let exchanged = head + 2 <= a && printed[head] == word[head + 1] && printed[head + 1] == word[head];
            head + tail + 1 >= a || (exchanged && head + tail + 2 >= a)
        }
        1 => head + tail >= a.min(b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_printed_and_as_meant() {
        let read = |text: &'static str| {
            label_at_start(text, Kinds::of(text)).map(|found| (found.label, &text[found.content..], found.misprint_of))
        };
        assert_eq!(read("责任单位：市财政局"), Some((Label::Responsible, "市财政局", None)));
        assert_eq!(read("牵头单位（部门）:市财政局"), Some((Label::Lead, "市财政局", None)));
        assert_eq!(read("【责任单位】市财政局"), Some((Label::Responsible, "市财政局", None)));
        assert_eq!(read("牵头及责任单位：市财政局"), Some((Label::Responsible, "市财政局", None)));
        assert_eq!(read("市政府分管领导：周明"), Some((Label::Leader, "周明", None)));
        assert_eq!(read("任单位:市财政局"), Some((Label::Responsible, "市财政局", Some("责任单位"))));
        assert_eq!(read("责任位单：市财政局"), Some((Label::Responsible, "市财政局", Some("责任单位"))));
        assert_eq!(
            read("责任单位市财政局、市经信局"),
            Some((Label::Responsible, "市财政局、市经信局", Some("责任单位")))
        );
        assert_eq!(read("责任单位要主动扛起责任。"), None);
        assert_eq!(read("单位：万元"), None);
        assert_eq!(read("联系人：王某"), Some((Label::Aside, "王某", None)));
    }
}
