//! The lines of a header → columns.

use arcstr::Substr;

use super::Cell;
use super::column::{Announced, Column, ColumnKind, announced, undivided};
use super::fit::{is_section, number};
use crate::model::Span;

/// Whether cells are those of a header: most of them are heads of columns, and none is a sentence.
pub(super) fn is_head(cells: &[Cell], above: bool) -> bool {
    let printed = || cells.iter().filter(|cell| !cell.is_empty());
    let count = printed().count();
    let known = printed().filter(|cell| announced(&cell.text).is_some()).count();
    let places = printed().filter(|cell| announced(&cell.text) == Some(Announced::Kind(ColumnKind::Region))).count();
    // `一、主要预期目标` is a section, whatever words it has.
    let is_word = |cell: &Cell| cell.text.len() <= 90 && number(&cell.text).is_none() && !is_section(&cell.text);
    let short = printed().all(is_word);
    let counted =
        printed().next().is_some_and(|cell| announced(&cell.text) == Some(Announced::Kind(ColumnKind::Number)));
    let (least, share) = (if above { 1 } else { 2 }, if counted { 2 } else { 3 });
    short && known >= least && known * 5 >= count * share && (above || known > places)
}

/// The columns that the lines of a header name. `width` is the usual number of cells in the rows below.
pub(super) fn columns(lines: &[&[Cell]], width: usize) -> Vec<Column> {
    let Some((first, rest)) = lines.split_first() else { return Vec::new() };
    if let [second] = rest {
        if let Some(spliced) = splice(first, second, width).or_else(|| splice_both(first, second, width)) {
            return spliced;
        }
    }
    let count = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut columns: Vec<Column> = (0..count)
        .map(|at| {
            let below = lines.iter().rev().filter_map(|line| line.get(at)).find(|cell| !cell.is_empty());
            let own = below.map_or_else(unnamed, column);
            if own.kind == ColumnKind::Goal && stands_below_money(lines, at) {
                Column { kind: ColumnKind::Plan, ..own }
            } else {
                own
            }
        })
        .collect();
    while columns.len() > first.len().min(width).max(1) && columns.last().is_some_and(|last| last.name.is_empty()) {
        columns.pop();
    }
    columns
}

/// `年度计划` below `投资`, which stands over several columns: the plan is of money.
fn stands_below_money(lines: &[&[Cell]], at: usize) -> bool {
    let [first, .., last] = lines else { return false };
    let own = last.get(at).is_some_and(|cell| cell.text.contains("计划"));
    let above = first.iter().take(at + 1).rfind(|cell| !cell.is_empty());
    own && above.is_some_and(|cell| cell.text.contains("投资"))
}

/// A second line that prints only what stands below a head of the first (`责任单位` over `牵头单位`, `配合单位`).
fn splice(first: &[Cell], second: &[Cell], width: usize) -> Option<Vec<Column>> {
    let printed = second.iter().rposition(|cell| !cell.is_empty())? + 1;
    let second = &second[..printed];
    let starts = second.first().is_some_and(|cell| !cell.is_empty());
    if !starts || first.len() + second.len() != width + 1 {
        return None;
    }
    let group = group_above(first, second)?;
    let all = first[..group].iter().chain(second).chain(&first[group + 1..]);
    Some(all.map(column).collect())
}

/// The same where the second line divides two heads: what is to be done by when, and who answers.
fn splice_both(first: &[Cell], second: &[Cell], width: usize) -> Option<Vec<Column>> {
    let first = &first[..=first.iter().rposition(|cell| !cell.is_empty())?];
    let second = &second[..=second.iter().rposition(|cell| !cell.is_empty())?];
    // The last cells of most rows may be empty.
    let total = (first.len() + second.len()).checked_sub(2)?;
    if second.iter().any(Cell::is_empty) || !(width..=width + 2).contains(&total) {
        return None;
    }
    let answers = |cell: &Cell| announced(&cell.text).and_then(Announced::kind).is_some_and(of_units);
    let split = second.iter().position(answers)?;
    let (goals, units) = second.split_at(split);
    let whole = group_above(first, units).filter(|_| !goals.is_empty() && units.iter().all(answers))?;
    let goal = first[..whole].iter().rposition(|cell| cell.text.contains(['任', '标', '划', '度']))?;
    let rest = first[goal + 1..whole].iter().chain(units).chain(&first[whole + 1..]);
    Some(first[..goal].iter().chain(goals).chain(rest).map(column).collect())
}

fn of_units(kind: ColumnKind) -> bool {
    kind.is_units() || kind == ColumnKind::Leader
}

/// Which head of the first line the second one divides.
pub(super) fn group_above(first: &[Cell], second: &[Cell]) -> Option<usize> {
    let kinds = || second.iter().filter_map(|cell| announced(&cell.text).and_then(Announced::kind));
    let kind_of = |cell: &Cell| announced(&cell.text);
    if kinds().all(of_units) && kinds().count() == second.len() {
        return first.iter().position(|cell| match kind_of(cell) {
            Some(Announced::Group) => true,
            Some(Announced::Kind(kind)) => of_units(kind),
            None => cell.text.contains("责任"),
        });
    }
    first
        .iter()
        .position(|cell| kind_of(cell) == Some(Announced::Group))
        .or_else(|| first.iter().rposition(|cell| kind_of(cell).is_none() && cell.text.contains(['任', '标', '解'])))
}

fn column(cell: &Cell) -> Column {
    let span = cell.spans.iter().copied().reduce(Span::hull).unwrap_or_default();
    Column { name: cell.text.clone(), kind: undivided(&cell.text), span }
}

fn unnamed() -> Column {
    Column { name: Substr::new(), kind: ColumnKind::Other, span: Span::default() }
}

/// Whether a row repeats a line of the header.
pub(super) fn repeats(row: &[Cell], line: &[Cell]) -> bool {
    let printed = |cells: &[Cell]| cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
    let (a, b) = (printed(row), printed(line));
    a == b && a > 0 && row[..a].iter().zip(&line[..b]).all(|(a, b)| a.text == b.text)
}
