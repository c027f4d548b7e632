//! How well the words of a cell fit below a column.

use super::ColumnKind;
use crate::calendar;
use crate::text::chars::{digit, has, is_blank, is_close, is_comma, is_han, is_numeral, is_open, is_stop, one_of};
use crate::text::numeral::chinese_small;
use crate::vocabulary::{GROUPS, GroupWord, MARKS, ORGANS, PLACE_SUFFIXES, POSTS, SURNAMES};

/// A cell's words as the columns see them; worked out once a cell.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools)] // Independent answers to independent questions.
pub(super) struct Face {
    length: usize,
    number: bool,
    figure: bool,
    /// It begins with a figure and its measure.
    amount: bool,
    bodies: bool,
    time: bool,
    person: bool,
    /// As long as a person's name, whatever it begins with.
    name: bool,
    sentence: bool,
}

impl Face {
    pub(super) fn of(text: &str) -> Self {
        Self {
            length: text.chars().take(200).count(),
            number: is_number(text),
            figure: is_figure(text),
            amount: begins_with_amount(text),
            bodies: names_bodies(text),
            time: names_time(text),
            person: names_person(text),
            name: (2..=3).contains(&text.chars().take(4).count()) && text.chars().all(is_han),
            sentence: text.contains(is_stop) || text.contains(is_comma),
        }
    }

    /// The face of a line that may be a part of a cell: a list of bodies may be cut inside a name.
    pub(super) fn of_part(text: &str) -> Self {
        let mut face = Self::of(text);
        face.bodies |= !face.sentence_end(text) && names_some_bodies(text);
        face
    }

    fn sentence_end(self, text: &str) -> bool {
        self.sentence && text.ends_with(is_stop)
    }

    /// Whether there are no words.
    pub(super) fn is_empty(self) -> bool {
        self.length == 0
    }

    /// How well it fits; nothing fits everywhere.
    pub(super) fn fit(self, kind: ColumnKind) -> i32 {
        if self.length == 0 {
            return 0;
        }
        let either = |yes: bool, good: i32, bad: i32| if yes { good } else { bad };
        match kind {
            ColumnKind::Number => either(self.number, 5, -8),
            ColumnKind::Owner
            | ColumnKind::Responsible
            | ColumnKind::Lead
            | ColumnKind::Participant
            | ColumnKind::LeadAndParticipant => {
                either(self.bodies, 5, if self.number || self.time || self.length > 24 { -6 } else { -3 })
            }
            ColumnKind::Division => either(self.bodies, 4, 0),
            ColumnKind::Leader if self.name && !self.person => either(self.bodies || self.time, -4, 2),
            ColumnKind::Leader => either(self.person && !self.bodies, 5, -4),
            ColumnKind::Due => either(self.time, 5, -4),
            ColumnKind::Measure => either(self.length <= 4 && !self.figure && !self.bodies, 3, -4),
            ColumnKind::Total | ColumnKind::Region | ColumnKind::Plan => either(self.figure, 3, -3),
            ColumnKind::Category | ColumnKind::Item => {
                either(self.length <= 14 && !self.sentence && !self.number && !self.bodies && !self.time, 1, -4)
            }
            ColumnKind::Name => match () {
                () if self.number || self.bodies => -3,
                () => either(self.length <= 30 && !self.sentence, 2, 0),
            },
            ColumnKind::Content | ColumnKind::Goal => match () {
                () if self.number || self.bodies => -3,
                () if self.time || self.person => -1,
                // What begins with a figure is rather the rest of something.
                () => either(self.length >= 8 && !self.amount, 2, 1),
            },
            ColumnKind::Other => either(self.sentence && self.length > 12, -1, 0),
        }
    }
}

/// A number as rows are counted: `3`, `3.`, `（三）`, `三`.
pub(crate) fn number(text: &str) -> Option<u32> {
    let core = text.trim_matches(|c: char| is_open(c) || is_close(c) || is_blank(c) || matches!(c, '.' | '．' | '、'));
    let (value, length) = crate::text::chars::arabic(core).or_else(|| chinese_small(core))?;
    (length == core.len() && (1..=9999).contains(&value)).then_some(value)
}

fn is_number(text: &str) -> bool {
    number(text).is_some()
}

/// Whether a cell holds a figure, or a mark that there is none.
pub(crate) fn is_figure(text: &str) -> bool {
    let core = text.trim_start_matches(|c: char| one_of(c, "≥≤><＞＜＋+-－约") || is_blank(c));
    is_void(text) || core.starts_with(|c: char| digit(c).is_some()) && text.chars().count() <= 14
}

/// `6000万元，…`: a figure that no mark parts from what it counts.
fn begins_with_amount(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| digit(c).is_some());
    behind.len() < text.len() && behind.starts_with(is_han) && !behind.starts_with(['年', '月'])
}

/// `/`, `—`: not applicable.
pub(crate) fn is_void(text: &str) -> bool {
    matches!(text, "/" | "／" | "\\" | "-" | "－" | "—" | "——" | "--" | "–" | "―" | "无" | "×" | "*")
}

/// `一、…`, `（二）…`: a heading that stands between the rows of a table.
pub(super) fn is_section(text: &str) -> bool {
    let inner = text.strip_prefix(is_open).unwrap_or(text);
    let Some((_, length)) = chinese_small(inner) else { return false };
    let behind = &inner[length..];
    let marked = if inner.len() < text.len() { behind.starts_with(is_close) } else { behind.starts_with('、') };
    marked
        && behind.chars().count() > 2
        && text.chars().count() <= 40
        && !text.contains(is_stop)
        && !text.contains('\t')
}

/// Whether most of the names in a list end as bodies' names do.
pub(super) fn names_bodies(text: &str) -> bool {
    if text.len() > 3000 {
        return false;
    }
    let mut depth = 0i32;
    let names = text.split(move |c: char| {
        depth += i32::from(is_open(c)) - i32::from(is_close(c));
        depth <= 0 && (c == '、' || c == '/' || is_comma(c) || is_stop(c) || is_blank(c))
    });
    let (mut all, mut bodies) = (0, 0);
    for name in names.filter(|name| !name.is_empty()) {
        all += 1;
        bodies += usize::from(is_body(name));
    }
    all > 0 && bodies * 4 >= all * 3
}

/// Whether all names of a list but those at its ends are bodies' names.
fn names_some_bodies(text: &str) -> bool {
    if text.contains(|c: char| is_comma(c) || is_stop(c) || digit(c).is_some()) {
        return false;
    }
    let names: Vec<&str> = text.split('、').filter(|name| !name.is_empty()).take(40).collect();
    let inner = if names.len() > 2 { &names[1..names.len() - 1] } else { &names[..] };
    let short = names.iter().all(|name| name.chars().count() <= 14);
    names.len() > 1
        && short
        && if names.len() > 2 { inner.iter().all(|name| is_body(name)) } else { inner.iter().any(|name| is_body(name)) }
}

/// Whether a name ends as a body's name does, what it does and its nameplates left aside.
pub(crate) fn is_body(name: &str) -> bool {
    let core = name.split(is_open).next().unwrap_or(name);
    let core = MARKS.at_end(core).map_or(core, |(mark, _)| &core[..core.len() - mark.len()]);
    let core = core.strip_suffix('等').unwrap_or(core);
    let length = core.chars().take(25).count();
    let organ = || {
        ORGANS.at_end(core).is_some()
            || PLACE_SUFFIXES.at_end(core).is_some()
            || core.starts_with('各')
            || GROUPS.at_end(core).is_some_and(|(_, at)| at == GroupWord::Tail)
    };
    (2..=24).contains(&length) && organ() && !has(core, |c| digit(c).is_some()) && !core.starts_with(['建', '新'])
}

/// `2025年3月4日`.
pub(super) fn is_whole_date(text: &str) -> bool {
    let dated = text.ends_with('日') && text.chars().count() <= 11;
    dated && text.contains('年') && text.contains('月')
}

pub(super) fn names_time(text: &str) -> bool {
    if text.chars().count() > 24 || has(text, |c| c == '、') && text.chars().count() > 16 {
        return false;
    }
    let core = calendar::without_lead(text);
    let counted = core.starts_with(|c: char| digit(c).is_some() || is_numeral(c) || c == '第');
    calendar::names_time(core)
        || counted && core.contains(['年', '月', '日', '季']) && !core.contains("个")
        || counted && core.len() >= 6 && core.chars().all(|c| digit(c).is_some() || matches!(c, '.' | '-' | '/' | '—'))
}

fn names_person(text: &str) -> bool {
    // Short names are spread out: `齐 雯`.
    let spread: String = text.chars().filter(|&c| !is_blank(c)).take(5).collect();
    let text = if spread.chars().count() < 4 { spread.as_str() } else { text };
    let first = text.split(['、', '，', ',', ' ', '；']).next().unwrap_or(text);
    let length = first.chars().count();
    POSTS.find(text).is_some_and(|(at, ..)| at <= 24) && text.chars().count() <= 60
        || (2..=4).contains(&length) && SURNAMES.at_start(first).is_some() && !names_bodies(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_told_from_other_words() {
        for name in [
            "市财政局",
            "各县（市、区）政府",
            "云湖新区管委会",
            "市城投集团",
            "有关部门",
            "市教育局牵头",
            "市发改委（市能源局）",
        ] {
            assert!(is_body(name), "{name}");
        }
        for name in ["市住房城乡建", "配套驿站8处", "建设市民中心", "6月底", "市"] {
            assert!(!is_body(name), "{name}");
        }
    }
}
