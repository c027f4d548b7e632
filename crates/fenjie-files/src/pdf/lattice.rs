//! Rules → the cells that they part.

use super::shapes::{Glyph, Rule, THICKEST};

/// The places of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lattice {
    /// The edges of its columns, from left to right, and of its rows, from top to bottom.
    pub(super) xs: Vec<f32>,
    pub(super) ys: Vec<f32>,
    /// Its cells, from left to right and from top to bottom.
    pub(super) areas: Vec<Area>,
    /// Which cell each place belongs to.
    owners: Vec<usize>,
    /// Whether no rule closes it above, or below.
    pub(super) is_open_above: bool,
    pub(super) is_open_below: bool,
}

/// A cell: the first of its rows and columns, and how many it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) rows: usize,
    pub(super) columns: usize,
}

impl Lattice {
    /// The lattice of rules that touch each other; `None` where they part nothing.
    pub(super) fn of(rules: &[Rule]) -> Option<Self> {
        let (across, down): (Vec<Rule>, Vec<Rule>) = rules.iter().partition(|rule| rule.is_across);
        let (xs, ys) = (edges(&down, &across), edges(&across, &down));
        let (width, height) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
        if width == 0 || height == 0 {
            return None;
        }
        // Where a rule stands behind a place, and below it.
        let behind = walls(&down, &xs, &ys, |column, row| row * width + column);
        let below = walls(&across, &ys, &xs, |row, column| row * width + column);
        let (areas, owners) = areas(width, height, &behind, &below);
        let is_closed = |y: &f32| across.iter().any(|rule| (rule.at - y).abs() <= THICKEST);
        let is_open_above = !ys.first().is_some_and(is_closed);
        let is_open_below = !ys.last().is_some_and(is_closed);
        Some(Self { xs, ys, areas, owners, is_open_above, is_open_below })
    }

    /// How many places it has.
    pub(super) fn places(&self) -> usize {
        self.owners.len()
    }

    /// Whether a place is inside.
    pub(super) fn holds(&self, x: f32, y: f32) -> bool {
        self.place(x, y).is_some()
    }

    /// The cell in which a character stands.
    pub(super) fn cell(&self, glyph: &Glyph) -> Option<usize> {
        // Its foot may stand on a rule.
        let (x, y) = glyph.middle();
        let (column, row) = self.place(x, y)?;
        self.owners.get(row * (self.xs.len() - 1) + column).copied()
    }

    /// From where to where a cell goes along its rows.
    pub(super) fn extent(&self, area: &Area) -> (f32, f32) {
        let edge = |at: usize| self.xs.get(at).copied().unwrap_or_default();
        (edge(area.column), edge(area.column + area.columns))
    }

    /// Its left and right edge, and its top.
    pub(super) fn frame(&self) -> (f32, f32, f32) {
        let edge = |edge: Option<&f32>| edge.copied().unwrap_or_default();
        (edge(self.xs.first()), edge(self.xs.last()), edge(self.ys.first()))
    }

    fn place(&self, x: f32, y: f32) -> Option<(usize, usize)> {
        let find = |edges: &[f32], at: f32| {
            let after = edges.partition_point(|&edge| edge <= at);
            (after < edges.len()).then(|| after.checked_sub(1)).flatten()
        };
        Some((find(&self.xs, x)?, find(&self.ys, y)?))
    }
}

/// The edges that rules make, and the ends of those that cross them: many tables have no rule at their sides.
fn edges(rules: &[Rule], crossing: &[Rule]) -> Vec<f32> {
    let first = crossing.iter().map(|rule| rule.from).reduce(f32::min);
    let last = crossing.iter().map(|rule| rule.to).reduce(f32::max);
    let mut edges: Vec<f32> = rules.iter().map(|rule| rule.at).chain(first).chain(last).collect();
    edges.sort_by(f32::total_cmp);
    edges.dedup_by(|next, kept| *next - *kept <= NEAR);
    edges
}

/// Edges that are nearer are one.
pub(super) const NEAR: f32 = 4.0;

/// Where rules stand behind places: by the edge they are on, and the places along it that they pass.
fn walls(rules: &[Rule], edges: &[f32], along: &[f32], place: impl Fn(usize, usize) -> usize) -> Vec<bool> {
    let (width, length) = (edges.len().saturating_sub(1), along.len().saturating_sub(1));
    let mut walls = vec![false; width * length];
    for rule in rules {
        let Some(before) = edges.partition_point(|&edge| edge <= rule.at + 0.01).checked_sub(2) else { continue };
        for (at, pair) in along.windows(2).enumerate() {
            let middle = pair.iter().sum::<f32>() / 2.0;
            if (rule.from..=rule.to).contains(&middle) {
                if let Some(wall) = walls.get_mut(place(before, at)) {
                    *wall = true;
                }
            }
        }
    }
    walls
}

/// The cells, each as wide and then as high as no rule parts it.
fn areas(width: usize, height: usize, behind: &[bool], below: &[bool]) -> (Vec<Area>, Vec<usize>) {
    let is_wall = |walls: &[bool], row: usize, column: usize| walls.get(row * width + column).copied().unwrap_or(true);
    let mut owners: Vec<Option<usize>> = vec![None; width * height];
    let mut areas = Vec::new();
    for place in 0..width * height {
        let (row, column) = (place / width, place % width);
        let is_free = |owners: &[Option<usize>], row: usize, column: usize| {
            owners.get(row * width + column).is_some_and(Option::is_none)
        };
        if !is_free(&owners, row, column) {
            continue;
        }
        let mut end = column + 1;
        while end < width && !is_wall(behind, row, end - 1) && is_free(&owners, row, end) {
            end += 1;
        }
        let goes_on = |last: usize| {
            let parts_nothing = |at| !is_wall(below, last, at) && is_free(&owners, last + 1, at);
            let is_whole = (column..end - 1).all(|at| !is_wall(behind, last + 1, at));
            last + 1 < height && is_whole && (column..end).all(parts_nothing)
        };
        let mut last = row;
        while goes_on(last) {
            last += 1;
        }
        for own in (row..=last).flat_map(|row| row * width + column..row * width + end) {
            if let Some(owner) = owners.get_mut(own) {
                *owner = Some(areas.len());
            }
        }
        areas.push(Area { row, column, rows: last + 1 - row, columns: end - column });
    }
    (areas, owners.into_iter().map(Option::unwrap_or_default).collect())
}

#[cfg(test)]
mod tests {
    use super::{Area, Lattice};
    use crate::pdf::shapes::Rule;

    fn rule(is_across: bool, at: f32, from: f32, to: f32) -> Rule {
        Rule { is_across, at, from, to }
    }

    #[test]
    fn cells_are_merged_where_a_rule_is_missing() {
        let rules = [
            rule(true, 0.0, 0.0, 300.0),
            // The first column goes on below the second row.
            rule(true, 20.0, 100.0, 300.0),
            rule(true, 40.0, 0.0, 300.0),
            rule(false, 0.0, 0.0, 40.0),
            rule(false, 100.0, 0.0, 40.0),
            // Two columns are one in the first row.
            rule(false, 200.0, 20.0, 40.0),
            rule(false, 300.0, 0.0, 40.0),
        ];
        let lattice = Lattice::of(&rules).unwrap();
        let area = |row, column, rows, columns| Area { row, column, rows, columns };
        assert_eq!(lattice.areas, [area(0, 0, 2, 1), area(0, 1, 1, 2), area(1, 1, 1, 1), area(1, 2, 1, 1)]);
        assert_eq!(lattice.owners, [0, 1, 1, 0, 2, 3]);
        assert!(!lattice.is_open_above && !lattice.is_open_below);
    }

    #[test]
    fn a_table_may_be_open_at_its_sides_and_below() {
        let rules = [rule(true, 0.0, 0.0, 200.0), rule(true, 20.0, 0.0, 200.0), rule(false, 100.0, 0.0, 40.0)];
        let lattice = Lattice::of(&rules).unwrap();
        assert_eq!((lattice.areas.len(), lattice.is_open_above, lattice.is_open_below), (4, false, true));
        assert_eq!(Lattice::of(&rules[..1]), None);
    }
}
