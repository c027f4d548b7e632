//! Units whose names are no bodies' names.

use rustc_hash::FxHashMap;

use super::{Oddity, Question, doubt, first};
use crate::model::{Diagnostic, Notice, Span, Unit, UnitId};
use crate::text::chars::{digit, has, is_close, is_colon, is_comma, is_open, is_stop};
use crate::vocabulary::{GROUPS, GroupWord, LEVELS, ORGANS, PLACE_SUFFIXES, PLACES, POSTS, SURNAMES};

/// More characters than a name has, but for those of the state's bodies.
const LONG: usize = 22;

/// Of so many units all but one have to end as bodies do before one that does not is odd.
const USUAL: usize = 5;

/// What only departments' names end in.
const DEPARTMENTS: [&str; 7] = ["局", "厅", "委", "办", "委员会", "管委会", "政府"];

const QUESTIONS: &[Question<Unit>] = &[
    (holds_marks, Oddity { en: "holds marks or figures that no name has", zh: "含有名称中不应有的符号或数字" }),
    (is_post, Oddity { en: "is a post, not a body", zh: "是职务，不是单位" }),
    (does, Oddity { en: "holds what bodies do", zh: "含有职责用语" }),
    (is_by, Oddity { en: "begins as a clause does", zh: "以引出单位的字词开头" }),
    (joins_two, Oddity { en: "seems to be two bodies", zh: "似为两个单位" }),
    (is_long, Oddity { en: "is longer than names are", zh: "长于一般单位名称" }),
];

const PERSON: Oddity = Oddity { en: "looks like a person's name", zh: "似为人名" };

const NO_BODY: Oddity = Oddity { en: "does not end as bodies' names do", zh: "不以单位名称常用字词结尾" };

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let usual =
        notice.units.iter().filter(|unit| ends_as_body(unit)).count() * USUAL > notice.units.len() * (USUAL - 1);
    let odd = notice.units.iter().filter_map(|unit| {
        let own = first(QUESTIONS, unit).or_else(|| is_person(unit).then_some(PERSON));
        let odd = own.or_else(|| (usual && !ends_as_body(unit)).then_some(NO_BODY))?;
        Some((unit.id, odd))
    });
    let odd: FxHashMap<UnitId, Oddity> = odd.collect();
    // What a section says is said once, of all that stands below it.
    let mut places: FxHashMap<(UnitId, Span), Span> = FxHashMap::default();
    let rows = || notice.assignments.iter().filter(|row| !row.implied && odd.contains_key(&row.unit));
    for row in rows() {
        let task = notice.tasks[row.task.index()].span;
        let within = task.contains(row.span);
        let place = places.entry((row.unit, row.span)).or_insert(row.span);
        *place = if within { *place } else { place.hull(task) };
    }
    let doubts = rows().filter_map(|row| {
        let place = places.remove(&(row.unit, row.span))?;
        let name = &notice.units[row.unit.index()].name;
        Some(doubt(place, (&format!("the unit `{name}`"), &format!("单位“{name}”")), odd[&row.unit]))
    });
    doubts.collect()
}

fn ends_as_body(unit: &Unit) -> bool {
    let name = unit.name.trim_end_matches(is_close);
    unit.group
        || ORGANS.at_end(name).is_some()
        || GROUPS.at_end(name).is_some_and(|(_, at)| matches!(at, GroupWord::Tail | GroupWord::Whole))
        || PLACES.at_end(name).is_some()
        || PLACE_SUFFIXES.at_end(name).is_some()
}

fn holds_marks(unit: &Unit) -> bool {
    let odd = |c: char| is_comma(c) || is_colon(c) || is_stop(c) || matches!(c, '|' | '│' | '\t' | '\n' | '。');
    let depth = unit.name.chars().map(|c| i32::from(is_open(c)) - i32::from(is_close(c))).sum::<i32>();
    has(&unit.name, odd) || depth != 0 || !unit.group && has(&unit.name, |c| digit(c).is_some())
}

fn is_post(unit: &Unit) -> bool {
    POSTS.at_end(&unit.name).is_some() && !unit.group
}

/// `院办公室会同监察室`: what bodies do stands in no name.
fn does(unit: &Unit) -> bool {
    const DOES: [&str; 6] = ["会同", "牵头", "配合", "协助", "负责", "督办"];
    !unit.group && DOES.iter().any(|word| unit.name.contains(word))
}

/// `由立案庭`
fn is_by(unit: &Unit) -> bool {
    unit.name.starts_with('由')
}

fn is_person(unit: &Unit) -> bool {
    let length = unit.name.chars().count();
    (2..=3).contains(&length) && SURNAMES.at_start(&unit.name).is_some() && !ends_as_body(unit)
}

/// `甲局和各县`, `市林业局市供销社`: a name within which another one ends.
fn joins_two(unit: &Unit) -> bool {
    let name = unit.name.as_str();
    let level = LEVELS.at_start(name).map_or("", |(level, ())| level);
    let mut ends = name.char_indices().skip(2).map(|(at, _)| at);
    !unit.group
        && ends.any(|at| {
            let (before, behind) = name.split_at(at);
            let ended = DEPARTMENTS.iter().any(|end| before.ends_with(end));
            let joined = behind.strip_prefix(['和', '及', '与']).is_some_and(|rest| rest.chars().nth(1).is_some());
            let again = !level.is_empty() && behind.starts_with(level) && behind.chars().nth(2).is_some();
            ended && (joined || again)
        })
}

fn is_long(unit: &Unit) -> bool {
    unit.name.chars().nth(LONG).is_some() && !unit.group
}
