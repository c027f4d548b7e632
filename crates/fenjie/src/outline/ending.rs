//! How a text ends or begins: whether something is left open, and what can carry it on.

use crate::text::chars::{digit, is_close, is_colon, is_comma, is_han, is_open, is_stop, one_of};
use crate::vocabulary::{JOINTS, JointWord, LEVELS, ORGANS};

/// Whether the text ends as a sentence or a lead-in does.
pub(crate) fn is_finished(text: &str) -> bool {
    let core = text.trim_end_matches(['”', '’', '"', '』', '」']);
    core.ends_with(|c: char| is_stop(c) || is_colon(c) || (is_close(c) && core.len() == text.len()))
}

/// Whether the text ends in a mark that something must follow.
pub(crate) fn ends_open(text: &str) -> bool {
    text.ends_with(|c: char| is_comma(c) || is_open(c) || matches!(c, '、' | '“' | '《' | '‘' | '；' | ';'))
}

/// Whether one line ends, or the next begins, with a word that no sentence ends or begins with: `经济发展的` and
/// `主要预期目标`, `主要目标` and `是：…`.
pub(crate) fn is_torn(tail: &str, text: &str) -> bool {
    JOINTS.ends(tail, |word| word == JointWord::Behind) || matches!(JOINTS.at_start(text), Some((_, JointWord::Before)))
}

/// Whether a line stops before what its figure counts, or behind the first character of a clause: `…，新增学位10` and `个以上…`, `…，推` and
/// `进…`.
pub(crate) fn cuts_clause(tail: &str, text: &str) -> bool {
    let mut back = tail.chars().rev();
    let begun = back.next().is_some_and(is_han) && back.next().is_some_and(is_comma);
    begun || tail.ends_with(|c: char| c.is_ascii_digit()) && text.starts_with(is_han)
}

/// Whether the text closes a bracket that it did not open.
pub(crate) fn closes_first(text: &str) -> bool {
    text.chars().find(|&c| is_open(c) || is_close(c)).is_some_and(is_close)
}

/// Sentences begin with a year, hardly ever with another figure.
pub(crate) fn begins_with_figure(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| digit(c).is_some() || matches!(c, '.' | '．' | '%' | '％'));
    rest.len() < text.len() && !rest.starts_with(['年', '月'])
}

/// `6月` and `底前完成`, `年` and `内持续推进`: a deadline cut in two.
pub(crate) fn cuts_deadline(tail: &str, text: &str) -> bool {
    let is_time = |c: char| digit(c).is_some() || one_of(c, "年月日底前内");
    text.chars().count() <= 12 && (tail.ends_with(is_time) || text.starts_with("完成"))
}

/// A short line that ends as the names of issuing bodies do.
pub(crate) fn is_signatory(text: &str) -> bool {
    let is_usual = (4..=40).contains(&text.chars().count())
        && !text.contains(|c| is_stop(c) || is_comma(c) || is_colon(c))
        && ["政府", "办公室", "办公厅", "委员会", "局", "委", "办"].iter().any(|end| text.ends_with(end));
    is_usual || is_full_name(text) && is_signing_name(text)
}

/// A short text that names a body: what stands right above the date of a signature.
pub(crate) fn is_signing_name(text: &str) -> bool {
    let name = without_seal(text);
    let ends = name.ends_with('室') || ORGANS.at_end(name).is_some_and(|(organ, _)| organ.len() < name.len());
    (3..=40).contains(&text.chars().count())
        && ends
        && !name.contains("关于")
        && name.chars().all(|c| is_han(c) || matches!(c, '（' | '）' | '(' | ')' | '、' | '·' | ' '))
}

/// `汀源市人民政府（代章）`: a name without the remark on its seal.
pub(crate) fn without_seal(text: &str) -> &str {
    const SEALS: [&str; 6] = ["（章）", "（代章）", "（盖章）", "(章)", "(代章)", "(盖章)"];
    SEALS.iter().find_map(|seal| text.strip_suffix(seal)).unwrap_or(text)
}

/// Whether the name of a body has its place, which names in lists leave out.
pub(crate) fn is_full_name(name: &str) -> bool {
    name.chars().nth(4).is_some() && LEVELS.at_start(name).is_none()
}

/// Whether a text opens with a few words as a sentence of their own, as paragraphs below a heading do.
pub(crate) fn opens_with_topic(text: &str) -> bool {
    let Some((topic, behind)) = text.split_once('。').filter(|(_, behind)| !behind.starts_with(is_open)) else {
        return false;
    };
    // A word that a line's end cut has no more than two characters on the next one.
    !behind.is_empty() && (3..=30).contains(&topic.chars().count()) && !topic.contains(is_comma)
}
