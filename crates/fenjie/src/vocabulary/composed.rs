//! Labels that are composed of words rather than listed.

use super::{LABEL_WORDS, LABELS, Label, LabelWord};

/// The label's words at byte `at`: the longest run that ends in what it names.
pub(crate) fn label_words(text: &str, at: usize) -> Option<(usize, Label)> {
    let listed = LABELS.at_start(&text[at..]).map(|(word, label)| (at + word.len(), label));
    let composed = compose(text, at);
    match (listed, composed) {
        (Some(listed), Some(composed)) => Some(if composed.0 > listed.0 { composed } else { listed }),
        (listed, composed) => listed.or(composed),
    }
}

/// Whether `text` ends as labels do. Asked before every character of a text is taken for the start of a label that ends there.
pub(crate) fn may_end_label(text: &str) -> bool {
    LABEL_WORDS.ends(text, LabelWord::is_named) || LABELS.at_end(text).is_some()
}

/// `牵头` + `负责` + `领导`: qualities, then what is named. A label that joins two roles gives neither.
fn compose(text: &str, at: usize) -> Option<(usize, Label)> {
    let (mut end, mut lead, mut participant, mut joined) = (at, false, false, false);
    let (mut of_level, mut qualified, mut found) = (false, false, None);
    for _ in 0..7 {
        let Some((word, class)) = LABEL_WORDS.at_start(&text[end..]) else { break };
        let names = class.is_named() || class == LabelWord::And;
        if found.is_some() && !names && !joined {
            break;
        }
        end += word.len();
        match class {
            LabelWord::Lead => lead = true,
            LabelWord::Participant => participant = true,
            LabelWord::And => joined |= lead || participant,
            LabelWord::Plain => qualified = true,
            LabelWord::Level => of_level = true,
            LabelWord::Leader => found = Some((end, Label::Leader)),
            LabelWord::Due => found = Some((end, Label::Due)),
            LabelWord::Organ if !(lead || participant || qualified) => {}
            LabelWord::Unit | LabelWord::Organ => found = Some((end, role(lead && !joined, participant && !joined))),
        }
    }
    let qualified = qualified || of_level || lead || participant;
    // 单位 alone is the measure of a table, 时间 alone anything.
    found.filter(|&(end, label)| label == Label::Leader || qualified || text[at..end].chars().count() >= 4)
}

fn role(lead: bool, participant: bool) -> Label {
    match (lead, participant) {
        (true, false) => Label::Lead,
        (false, true) => Label::Participant,
        _ => Label::Responsible,
    }
}
