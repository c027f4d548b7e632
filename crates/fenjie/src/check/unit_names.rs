//! `inconsistent-unit-name`: one body under two names (市人力社保局 beside 市人力资源社会保障局).

use rustc_hash::FxHashMap;

use crate::model::{Code, Diagnostic, Notice, Span, UnitId};
use crate::vocabulary::SHORT_NAMES;

pub(super) fn check(notice: &mut Notice) {
    let mut by_form: FxHashMap<String, Vec<UnitId>> = FxHashMap::default();
    for unit in notice.units.iter().filter(|unit| !unit.group) {
        by_form.entry(short_form(&unit.name)).or_default().push(unit.id);
    }
    let mut places: FxHashMap<UnitId, (Span, u32)> = FxHashMap::default();
    for assignment in &notice.assignments {
        places.entry(assignment.unit).or_insert((assignment.span, 0)).1 += 1;
    }
    let mut pairs: Vec<(UnitId, UnitId)> = Vec::new();
    for ids in by_form.into_values().filter(|ids| ids.len() > 1) {
        let usual =
            ids.iter().copied().max_by_key(|id| (places.get(id).map_or(0, |place| place.1), std::cmp::Reverse(*id)));
        let Some(usual) = usual else { continue };
        pairs.extend(ids.into_iter().filter(|&id| id != usual).map(|odd| (odd, usual)));
    }
    pairs.sort_unstable();
    for (odd, usual) in pairs {
        let (Some(&(span, _)), Some(&(first, _))) = (places.get(&odd), places.get(&usual)) else { continue };
        let (odd, usual) = (&notice.units[odd.index()].name, &notice.units[usual.index()].name);
        let diagnostic = Diagnostic {
            related: vec![first],
            ..Diagnostic::of(
                Code::InconsistentUnitName,
                span,
                format!("`{odd}` is probably the body that is `{usual}` elsewhere"),
                format!("“{odd}”与别处的“{usual}”似为同一单位"),
            )
        };
        notice.diagnostics.push(diagnostic);
    }
}

/// A name with its long words shortened, alike for all names of one body.
fn short_form(name: &str) -> String {
    let mut short = name.to_owned();
    for (long, form) in SHORT_NAMES {
        if short.contains(long) {
            short = short.replace(long, form);
        }
    }
    short
}
