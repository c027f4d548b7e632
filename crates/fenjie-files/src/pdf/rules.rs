//! Rules as they are drawn → the rules that a reader sees, and the tables they make.

use super::lattice::Lattice;
use super::shapes::{Rule, THICKEST};

/// How many rules the tables of a page may have each way. A page with more is a plan or a map.
const MOST: usize = 1000;

/// How far apart pieces of one rule may be, and how far from a rule one may end that meets it.
const GAP: f32 = THICKEST;

/// The tables of a page, from top to bottom.
pub(super) fn tables(rules: &[Rule]) -> Vec<Lattice> {
    let way = |is_across| merged(rules.iter().filter(|rule| rule.is_across == is_across).copied().collect());
    let (across, down): (Vec<Rule>, Vec<Rule>) = (way(true), way(false));
    if across.len() > MOST || down.len() > MOST {
        return Vec::new();
    }
    let mut found: Vec<Lattice> = groups(&across, &down).iter().filter_map(|rules| Lattice::of(rules)).collect();
    found.sort_by(|a, b| corner(a).1.total_cmp(&corner(b).1));
    // A table inside a cell of another is words of that cell; a frame around a table is none.
    let is_frame = |one: &Lattice| one.areas.len() == 1;
    found.retain(|one| !is_frame(one));
    let inner: Vec<bool> = found.iter().map(|one| found.iter().any(|other| is_inside(one, other))).collect();
    found.into_iter().zip(inner).filter(|&(_, inner)| !inner).map(|(one, _)| one).collect()
}

fn corner(table: &Lattice) -> (f32, f32) {
    (table.xs.first().copied().unwrap_or(0.0), table.ys.first().copied().unwrap_or(0.0))
}

fn is_inside(one: &Lattice, other: &Lattice) -> bool {
    let (x, y) = corner(one);
    let end = (one.xs.last().copied().unwrap_or(x), one.ys.last().copied().unwrap_or(y));
    corner(other) < (x, y) && other.holds(x, y) && other.holds(end.0, end.1)
}

/// Pieces that lie on one line and meet are one rule.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut merged: Vec<Rule> = Vec::new();
    let mut rest = rules.as_mut_slice();
    while let Some(at) = rest.first().map(|first| first.at) {
        let (level, below) = rest.split_at_mut(rest.partition_point(|rule| rule.at - at <= GAP));
        level.sort_by(|a, b| a.from.total_cmp(&b.from));
        let start = merged.len();
        for rule in level {
            match merged.get_mut(start..).and_then(<[Rule]>::last_mut) {
                Some(last) if rule.from <= last.to + GAP => last.to = last.to.max(rule.to),
                _ => merged.push(Rule { at, ..*rule }),
            }
        }
        rest = below;
    }
    merged.retain(|rule| rule.to - rule.from > SHORTEST);
    merged
}

/// Shorter pieces are dots and signs.
const SHORTEST: f32 = 6.0;

/// The rules that are joined by others.
fn groups(across: &[Rule], down: &[Rule]) -> Vec<Vec<Rule>> {
    let mut leaders: Vec<usize> = (0..across.len() + down.len()).collect();
    for (order, one) in down.iter().enumerate() {
        for (at, other) in across.iter().enumerate() {
            if meets(one, other) && meets(other, one) {
                let (a, b) = (leader(&mut leaders, at), leader(&mut leaders, across.len() + order));
                if let Some(own) = leaders.get_mut(a.max(b)) {
                    *own = a.min(b);
                }
            }
        }
    }
    let mut groups = vec![Vec::new(); leaders.len()];
    for (at, rule) in across.iter().chain(down).enumerate() {
        let first = leader(&mut leaders, at);
        if let Some(group) = groups.get_mut(first) {
            group.push(*rule);
        }
    }
    groups.retain(|group| group.len() > 2);
    groups
}

/// Whether a rule passes, or nearly reaches, the place at which another stands.
fn meets(rule: &Rule, other: &Rule) -> bool {
    (rule.from - GAP..=rule.to + GAP).contains(&other.at)
}

/// The first rule of the group that a rule is in.
fn leader(leaders: &mut [usize], rule: usize) -> usize {
    let mut at = rule;
    while let Some(&next) = leaders.get(at).filter(|&&next| next != at) {
        at = next;
    }
    if let Some(own) = leaders.get_mut(rule) {
        *own = at;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Rule, merged, tables};

    /// A table of columns `step` wide and rows as high.
    fn grid(x: f32, y: f32, step: f32, columns: u8, rows: u8) -> Vec<Rule> {
        let rule = |is_across, at, from, to| Rule { is_across, at, from, to };
        let (right, bottom) = (x + step * f32::from(columns), y + step * f32::from(rows));
        let across = (0..=rows).map(|row| rule(true, y + step * f32::from(row), x, right));
        let down = (0..=columns).map(|column| rule(false, x + step * f32::from(column), y, bottom));
        across.chain(down).collect()
    }

    #[test]
    fn pieces_are_joined() {
        let piece = |at, from, to| Rule { is_across: true, at, from, to };
        let pieces =
            [piece(10.0, 52.0, 100.0), piece(10.5, 0.0, 50.0), piece(10.2, 120.0, 122.0), piece(40.0, 0.0, 9.0)];
        assert_eq!(merged(pieces.to_vec()), [piece(10.0, 0.0, 100.0), piece(40.0, 0.0, 9.0)]);
    }

    #[test]
    fn tables_apart_from_each_other_are_several_and_frames_are_none() {
        let frame = grid(0.0, 0.0, 600.0, 1, 1);
        let inner = grid(20.0, 110.0, 20.0, 2, 1);
        let all = [grid(10.0, 300.0, 50.0, 3, 2), grid(10.0, 100.0, 80.0, 2, 2), inner, frame];
        let found = tables(&all.concat());
        let sizes: Vec<_> = found.iter().map(|table| table.areas.len()).collect();
        assert_eq!(sizes, [4, 6]);
    }
}
