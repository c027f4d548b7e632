//! Rows that hold nothing but the rest of the cells above them.

use super::fit::is_void;
use super::joint::{begins_cut, ends_open, ends_whole};
use super::{Cell, Column, ColumnKind};
use crate::calendar;
use crate::text::chars::is_stop;

/// Whether the cells of `row` carry on those of the row `above`: it is not counted, and a cell above it is cut.
pub(super) fn carries_on(above: &[Cell], row: &[Cell], columns: &[Column]) -> bool {
    let n = columns.len();
    let Some(number) = columns.iter().position(|column| column.kind == ColumnKind::Number) else { return false };
    if above.len() != n || row.len() != n || !row[number].is_empty() || above[number].is_empty() {
        return false;
    }
    let both = || (0..n).filter(|&at| !row[at].is_empty());
    // A day of its own stands below another one.
    let has_day = |cells: &[Cell], at: usize| calendar::is_deadline(&cells[at].text);
    let is_due = |at: &usize| columns[*at].kind == ColumnKind::Due && has_day(above, *at) && has_day(row, *at);
    // What stands below an empty cell is no rest of it.
    !both().any(|at| is_due(&at))
        && both().all(|at| !above[at].is_empty() && !is_void(&row[at].text))
        && both().any(|at| is_cut(&above[at].text, &row[at].text, columns[at].kind))
}

fn is_cut(above: &str, below: &str, kind: ColumnKind) -> bool {
    let open = ends_open(above) || begins_cut(below);
    match kind {
        kind if kind.is_units() => open || !ends_whole(above),
        kind if kind.is_prose() => open || !above.ends_with(is_stop) && below.ends_with(is_stop),
        _ => false,
    }
}
