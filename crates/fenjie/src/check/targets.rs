//! `inconsistent-target`: one indicator with two values in two tasks.
//!
//! Two figures under one name are often two things: those of two places, two halves of the year, two departments, or so
//! general a name (举办活动) that it names nothing. Only what is left when all of these are taken out is reported.

use rustc_hash::FxHashMap;

use crate::model::{
    Code, Comparator, Diagnostic, Due, Notice, PartKind, Role, Strength, Target, TargetKind, Task, Unit,
};
use crate::reading::thing_counted;
use crate::text::chars::is_han;

/// How many characters an indicator has at least, without its verb, that names one thing.
const TELLING: usize = 4;

/// Characters that names of places and zones end in: a sentence that names one may speak of it alone.
const OF_PLACES: [char; 12] = ['区', '县', '镇', '乡', '村', '园', '港', '湾', '岛', '带', '廊', '圈'];

/// How many bytes before a target its place is looked for.
const REACH: usize = 600;

/// How many leads are asked whether they are of one place.
const LEADS: usize = 4;

/// What two targets share that ought to have the same value.
#[derive(PartialEq, Eq, Hash)]
struct Topic<'a> {
    indicator: &'a str,
    measure: Option<&'a str>,
    kind: TargetKind,
    strength: Option<Strength>,
    due: &'a Due,
    period: (Option<i16>, Option<i16>, bool),
    bound: Bound,
}

/// Which side of the value the figure has to be on.
#[derive(PartialEq, Eq, Hash)]
enum Bound {
    Least,
    Most,
    Within,
}

pub(super) fn check(notice: &mut Notice) {
    let mut topics: FxHashMap<Topic<'_>, Vec<&Target>> = FxHashMap::default();
    for target in notice.targets.iter().filter(|target| target.within.is_none()) {
        if let Some(topic) = topic(notice, target) {
            topics.entry(topic).or_default().push(target);
        }
    }
    let mut found: Vec<Diagnostic> = topics.into_iter().filter_map(|(topic, rows)| differ(&topic, &rows)).collect();
    found.sort_unstable_by_key(|diagnostic| diagnostic.span);
    notice.diagnostics.extend(found);
}

fn topic<'a>(notice: &'a Notice, target: &'a Target) -> Option<Topic<'a>> {
    let task = &notice.tasks[target.task.index()];
    let part = &notice.parts[task.part.index()];
    let bound = match target.comparator {
        Comparator::Eq | Comparator::Ge | Comparator::Gt | Comparator::Approx => Bound::Least,
        Comparator::Le | Comparator::Lt => Bound::Most,
        Comparator::Between => Bound::Within,
        Comparator::InStep => return None,
    };
    let telling = thing_counted(&target.indicator).chars().nth(TELLING - 1).is_some();
    // A commitment is its department's own, a place in a ranking one of many rankings, and a change from a base its task's.
    let own = part.kind == PartKind::Commitments || target.kind == TargetKind::Rank || target.base.is_some();
    // A figure alone is the cell of a column: each row has its own.
    let own = own || !target.quote.contains(is_han);
    let stated = target.value.is_some() && part.from.is_some() && !own && !speaks_of_place(notice, task, target);
    (telling && stated).then(|| Topic {
        indicator: &target.indicator,
        measure: target.measure.as_deref(),
        kind: target.kind,
        strength: target.strength,
        due: &target.due,
        period: (part.from, part.to, part.kind == PartKind::Review),
        bound,
    })
}

/// Whether the target is perhaps that of one place: of one that its sentence, its task's name or its leads name.
fn speaks_of_place(notice: &Notice, task: &Task, target: &Target) -> bool {
    let start = (task.span.start as usize).max((target.span.start as usize).saturating_sub(REACH));
    let start = (start..=notice.source.len()).find(|&at| notice.source.is_char_boundary(at)).unwrap_or(start);
    let before = notice.source.get(start..target.span.start as usize).unwrap_or_default();
    let sentence = before.rsplit(['。', '；', ';']).next().unwrap_or_default();
    let assignments = &notice.assignments;
    let first = assignments.partition_point(|row| row.task < task.id);
    let leads = assignments[first..].iter().take_while(|row| row.task == task.id).filter(|row| row.role == Role::Lead);
    let leads = leads.map(|row| &notice.units[row.unit.index()]).filter(|unit| !unit.group);
    let region = |unit: &Unit| unit.name.ends_with("管委会") || unit.name.ends_with("政府");
    sentence.contains(OF_PLACES)
        || task.title.as_deref().is_some_and(|title| title.contains(OF_PLACES))
        || leads.take(LEADS).any(region)
}

/// The doubt about the first two that differ. Where there are three values, or two in one task, the name stands for several
/// things and nothing is doubtful.
fn differ(topic: &Topic<'_>, rows: &[&Target]) -> Option<Diagnostic> {
    let value = |target: &Target| (target.value, target.value_max);
    let (first, rest) = rows.split_first()?;
    let second = rest.iter().find(|target| value(target) != value(first))?;
    let third = rest.iter().any(|target| value(target) != value(first) && value(target) != value(second));
    let together = rows.windows(2).any(|pair| pair[0].task == pair[1].task && value(pair[0]) != value(pair[1]));
    if third || together {
        return None;
    }
    let indicator = topic.indicator;
    let (one, other) = (&first.quote, &second.quote);
    Some(Diagnostic {
        related: vec![first.span],
        ..Diagnostic::of(
            Code::InconsistentTarget,
            second.span,
            format!("`{indicator}` has another value here (`{other}`) than in an earlier task (`{one}`)"),
            format!("“{indicator}”在此处（“{other}”）与前文（“{one}”）数值不同"),
        )
    })
}
