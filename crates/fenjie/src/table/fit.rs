//! How well the words of a cell fit below a column.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::ColumnKind;
use crate::calendar;
use crate::phrase::body::{ends_in_word, is_department};
use crate::text::chars::{
    arabic, digit, find, has, is_blank, is_close, is_comma, is_han, is_numeral, is_open, is_point, is_stop, marks,
};
use crate::text::numeral::chinese_small;
use crate::vocabulary::{GROUPS, GroupWord, MARKS, ORGANS, PLACE_SUFFIXES, POSTS, SURNAMES};

/// A cell's words as the columns see them. What a column asks of them is worked out when the first one asks, and once.
#[derive(Clone, Debug)]
pub(super) struct Face<'a> {
    text: Cow<'a, str>,
    /// Whether the words may be a part of a cell: a list of bodies may be cut inside a name.
    part: bool,
    number: OnceCell<bool>,
    bodies: OnceCell<bool>,
    time: OnceCell<bool>,
    person: OnceCell<bool>,
}

impl<'a> Face<'a> {
    pub(super) fn of(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            part: false,
            number: OnceCell::new(),
            bodies: OnceCell::new(),
            time: OnceCell::new(),
            person: OnceCell::new(),
        }
    }

    /// The face of a line that may be a part of a cell.
    pub(super) fn of_part(text: &'a str) -> Self {
        Self { part: true, ..Self::of(text) }
    }

    /// Whether there are no words.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    fn is_number(&self) -> bool {
        *self.number.get_or_init(|| number(&self.text).is_some())
    }

    fn names_bodies(&self) -> bool {
        let some = || self.part && !self.text.ends_with(is_stop) && names_some_bodies(&self.text);
        *self.bodies.get_or_init(|| names_bodies(&self.text) || some())
    }

    fn names_time(&self) -> bool {
        *self.time.get_or_init(|| names_time(&self.text))
    }

    fn names_person(&self) -> bool {
        *self.person.get_or_init(|| names_person(&self.text))
    }

    /// Whether it is as long as a person's name, whatever it begins with.
    fn may_be_name(&self) -> bool {
        !is_longer(&self.text, 3) && is_longer(&self.text, 1) && self.text.chars().all(is_han)
    }

    fn is_sentence(&self) -> bool {
        has(&self.text, |c| is_stop(c) || is_comma(c))
    }

    fn is_longer(&self, characters: usize) -> bool {
        is_longer(&self.text, characters)
    }

    /// How well it fits; nothing fits everywhere.
    pub(super) fn fit(&self, kind: ColumnKind) -> i32 {
        if self.is_empty() {
            return 0;
        }
        let either = |yes: bool, good: i32, bad: i32| if yes { good } else { bad };
        if self.text.len() <= LONGEST_DITTO && is_ditto(&self.text) {
            return either(kind == ColumnKind::Number || kind.is_prose(), -3, 2);
        }
        match kind {
            ColumnKind::Number => either(self.is_number(), 5, -8),
            ColumnKind::Owner
            | ColumnKind::Responsible
            | ColumnKind::Lead
            | ColumnKind::Participant
            | ColumnKind::LeadAndParticipant => match () {
                () if self.names_bodies() => 5,
                () => either(self.is_longer(24) || self.is_number() || self.names_time(), -6, -3),
            },
            ColumnKind::Division => either(self.names_bodies(), 4, 0),
            ColumnKind::Leader if self.may_be_name() && !self.names_person() => {
                either(self.names_bodies() || self.names_time(), -4, 2)
            }
            ColumnKind::Leader => either(self.names_person() && !self.names_bodies(), 5, -4),
            ColumnKind::Due => either(self.names_time(), 5, -4),
            ColumnKind::Measure => either(is_measure(&self.text) && !self.names_bodies(), 3, -4),
            ColumnKind::Total | ColumnKind::Region | ColumnKind::Plan => either(is_figure(&self.text), 3, -3),
            ColumnKind::Category | ColumnKind::Item => {
                let plain = !self.is_longer(14) && !self.is_sentence() && !self.is_number();
                either(plain && !self.names_bodies() && !self.names_time(), 1, -4)
            }
            ColumnKind::Name => match () {
                () if self.is_number() || self.names_bodies() => -3,
                () => either(!self.is_longer(30) && !self.is_sentence(), 2, 0),
            },
            ColumnKind::Content | ColumnKind::Goal => match () {
                () if self.is_number() || self.names_bodies() => -3,
                () if self.names_time() || self.names_person() => -1,
                // What begins with a figure is rather the rest of something.
                () => either(self.is_longer(7) && !begins_with_amount(&self.text), 2, 1),
            },
            ColumnKind::Other => 0,
        }
    }
}

/// Whether a text has more characters than that; mostly its bytes tell.
pub(super) fn is_longer(text: &str, characters: usize) -> bool {
    text.len() > characters && (text.len() > 4 * characters || text.chars().nth(characters).is_some())
}

/// A number as rows are counted: `3`, `3.`, `（三）`, `三`.
pub(crate) fn number(text: &str) -> Option<u32> {
    let sets_off = |c: char| is_open(c) || is_close(c) || is_blank(c) || is_point(c) || c == '、';
    let core = text.trim_start_matches(sets_off);
    let (value, length) = arabic(core).or_else(|| chinese_small(core))?;
    (core[length..].chars().all(sets_off) && (1..=9999).contains(&value)).then_some(value)
}

/// Whether a cell holds a figure, or a mark that there is none.
pub(crate) fn is_figure(text: &str) -> bool {
    let bounds = |c: char| matches!(c, '≥' | '≤' | '>' | '<' | '＞' | '＜' | '＋' | '+' | '-' | '－' | '约');
    let core = text.trim_start_matches(|c: char| bounds(c) || is_blank(c));
    core.starts_with(|c: char| digit(c).is_some()) && !is_longer(text, 14) || is_void(text)
}

/// Whether words are as short as those for what is counted: 亿元, 微克/立方米.
fn is_measure(text: &str) -> bool {
    let longest = if has(text, |c| matches!(c, '/' | '／')) { 10 } else { 4 };
    !is_longer(text, longest) && !is_figure(text)
}

/// `6000万元，…`: a figure that no mark parts from what it counts.
fn begins_with_amount(text: &str) -> bool {
    let behind = text.trim_start_matches(|c: char| digit(c).is_some());
    behind.len() < text.len() && behind.starts_with(is_han) && !behind.starts_with(['年', '月', '岁', '周'])
}

/// `/`, `—`: not applicable.
pub(crate) fn is_void(text: &str) -> bool {
    matches!(text, "/" | "／" | "\\" | "-" | "－" | "—" | "——" | "--" | "–" | "―" | "无" | "×" | "*")
}

/// How many bytes a mark of repetition has.
const LONGEST_DITTO: usize = "同上".len();

/// `〃`, `同上`: what the cell above says.
pub(crate) fn is_ditto(text: &str) -> bool {
    matches!(text, "〃" | "″" | "\u{201D}" | "\"" | "同上")
}

/// `一、…`, `（二）…`: a heading that stands between the rows of a table.
pub(crate) fn is_section(text: &str) -> bool {
    let inner = text.strip_prefix(is_open).unwrap_or(text);
    let Some((_, length)) = chinese_small(inner) else { return false };
    let behind = &inner[length..];
    let marked = if inner.len() < text.len() { behind.starts_with(is_close) } else { behind.starts_with('、') };
    marked
        && is_longer(behind, 2)
        && !is_longer(text, 40)
        && !text.contains(|c| is_stop(c) || matches!(c, '\t' | '|' | '｜'))
}

/// `合计`: a row that adds up the others.
pub(crate) fn is_sum(text: &str) -> bool {
    if !text.starts_with(['合', '总', '小']) {
        return false;
    }
    let words = text.find(is_open).map_or(text, |open| text[..open].trim_end());
    matches!(words, "合计" | "总计" | "小计" | "合 计" | "总 计")
}

/// Whether most of the names in a list end as bodies' names do.
pub(super) fn names_bodies(text: &str) -> bool {
    if text.len() > 3000 {
        return false;
    }
    let (mut all, mut bodies, mut last) = (0, 0, "");
    for name in names(text).filter(|name| !name.is_empty()) {
        all += 1;
        bodies += usize::from(is_body(name));
        last = name;
    }
    // `优化产业布局` alone ends as a name does.
    all > 0 && bodies * 4 >= all * 3 && (all > 1 || !ends_in_word(last))
}

/// What stands between the marks and blanks of a list; those in brackets part no names.
fn names(list: &str) -> impl Iterator<Item = &str> {
    let (mut marks, mut depth, mut start) = (marks(list), 0i32, Some(0));
    std::iter::from_fn(move || {
        let from = start?;
        let end = marks.find(|&(_, c)| {
            depth += i32::from(is_open(c)) - i32::from(is_close(c));
            depth <= 0 && (matches!(c, '、' | '/') || is_comma(c) || is_stop(c) || is_blank(c))
        });
        start = end.map(|(at, c)| at + c.len_utf8());
        Some(&list[from..end.map_or(list.len(), |(at, _)| at)])
    })
}

/// Whether all names of a list but those at its ends are bodies' names.
fn names_some_bodies(text: &str) -> bool {
    if !has(text, |c| c == '、') || has(text, |c| is_comma(c) || is_stop(c) || digit(c).is_some()) {
        return false;
    }
    let names: Vec<&str> = text.split('、').filter(|name| !name.is_empty()).take(40).collect();
    let inner = if names.len() > 2 { &names[1..names.len() - 1] } else { &names[..] };
    let short = names.iter().all(|name| !is_longer(name, 14));
    names.len() > 1
        && short
        && if names.len() > 2 { inner.iter().all(|name| is_body(name)) } else { inner.iter().any(|name| is_body(name)) }
}

/// Whether a name ends as a body's name does, what it does and its nameplates left aside.
pub(crate) fn is_body(name: &str) -> bool {
    let core = find(name, is_open).map_or(name, |open| &name[..open]);
    let core = MARKS.at_end(core).map_or(core, |(mark, _)| &core[..core.len() - mark.len()]);
    let core = core.strip_suffix('等').unwrap_or(core);
    // Few names pass the first test.
    let organ = ORGANS.at_end(core).is_some()
        || PLACE_SUFFIXES.at_end(core).is_some()
        || core.starts_with('各')
        || GROUPS.at_end(core).is_some_and(|(_, at)| at == GroupWord::Tail);
    organ
        && is_longer(core, 1)
        && !is_longer(core, 24)
        && !has(core, |c| digit(c).is_some())
        && (!core.starts_with(['建', '新']) || is_department(core))
        // 县委常委
        && POSTS.at_end(core).is_none()
}

/// `2025年3月4日`.
pub(super) fn is_whole_date(text: &str) -> bool {
    let dated = text.ends_with('日') && !is_longer(text, 11);
    dated && text.contains('年') && text.contains('月')
}

pub(super) fn names_time(text: &str) -> bool {
    if is_longer(text, 24) || is_longer(text, 16) && has(text, |c| c == '、') {
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
    let spread: String = if has(text, is_blank) { close_up(text) } else { String::new() };
    let text = if spread.is_empty() || is_longer(&spread, 3) { text } else { &spread };
    let first = text.split(['、', '，', ',', ' ', '；']).next().unwrap_or(text);
    let named = || SURNAMES.at_start(first).is_some() && is_longer(first, 1) && !is_longer(first, 4);
    !is_longer(text, 60) && has_post(text) || named() && !names_bodies(text)
}

/// The first few characters, without the blanks between them.
fn close_up(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).take(5).collect()
}

/// Whether an office stands among the first words.
fn has_post(text: &str) -> bool {
    POSTS.starts(text).take_while(|&at| at <= 24).any(|at| POSTS.at_start(&text[at..]).is_some())
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
