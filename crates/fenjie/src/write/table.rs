//! Tables, a row a line and a tab between cells.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::{Page, one_line};
use crate::model::{Allocation, CellState};

/// What stands in a cell that has nothing to say: an empty one would take over the words above it.
const VOID: &str = "/";

/// Commitments: category, number, units, name, goal, official and deadline; columns that no row needs are left out.
pub(super) fn commitments(rows: &[[String; 7]], page: &mut Page) {
    const HEADS: [&str; 7] = ["类别", "序号", "责任单位", "承诺事项", "年度目标", "责任领导", "完成时限"];
    const ALWAYS: [&str; 3] = ["责任单位", "承诺事项", "年度目标"];
    if rows.is_empty() {
        return;
    }
    let needed = |&at: &usize| ALWAYS.contains(&HEADS[at]) || rows.iter().any(|row| !row[at].is_empty());
    let columns: Vec<usize> = (0..HEADS.len()).filter(needed).collect();
    page.gap();
    page.line(&columns.iter().map(|&at| HEADS[at]).collect::<Vec<_>>().join("\t"));
    for row in rows {
        let cell = |&at: &usize| if row[at].is_empty() && at > 0 { VOID } else { &row[at] };
        page.line(&columns.iter().map(cell).collect::<Vec<_>>().join("\t"));
    }
}

/// Figures handed to regions: a table for each run of rows with the same regions.
pub(super) fn figures(cells: &[&Allocation], page: &mut Page) {
    let rows: Vec<&[&Allocation]> = rows(cells);
    for table in rows.chunk_by(|a, b| regions(a).eq(regions(b))) {
        let has = |is: fn(&Allocation) -> bool| table.iter().any(|row| is(row[0]));
        let named = has(|cell| cell.item.is_some());
        let totalled = has(|cell| cell.total.is_some());
        let mut head = vec!["序号", "工作任务"];
        head.extend(named.then_some("子项"));
        head.push("计量单位");
        head.extend(totalled.then_some("合计"));
        head.extend(regions(table[0]));
        page.gap();
        page.line(&head.join("\t"));
        for (number, row) in (1..).zip(table) {
            page.line(&row_line(number, row, named, totalled));
        }
    }
}

fn row_line(number: u32, row: &[&Allocation], named: bool, totalled: bool) -> String {
    let first = row[0];
    let words = |text: Option<&str>| text.map(one_line).unwrap_or_default();
    let mut cells = vec![number.to_string(), one_line(&first.text)];
    cells.extend(named.then(|| words(first.item.as_deref())));
    cells.push(words(first.measure.as_deref()));
    cells.extend(totalled.then(|| figure(first.total, CellState::NotApplicable)));
    cells.extend(row.iter().map(|cell| figure(cell.value, cell.state)));
    cells.join("\t")
}

fn figure(value: Option<Decimal>, state: CellState) -> String {
    match (value, state) {
        (Some(value), _) => value.normalize().to_string(),
        (None, CellState::NotApplicable) => VOID.to_owned(),
        (None, _) => String::new(),
    }
}

fn regions<'a>(row: &'a [&'a Allocation]) -> impl Iterator<Item = &'a str> {
    row.iter().map(|cell| &*cell.region)
}

/// The cells by row: those of one task and sub-row, up to where a region comes again.
fn rows<'a>(cells: &'a [&'a Allocation]) -> Vec<&'a [&'a Allocation]> {
    let same = |a: &Allocation, b: &Allocation| {
        (&a.text, &a.item, &a.measure, a.total) == (&b.text, &b.item, &b.measure, b.total)
    };
    let mut found = Vec::new();
    let mut start = 0;
    let mut regions = FxHashSet::default();
    for (at, cell) in cells.iter().enumerate() {
        if !same(cells[start], cell) || regions.contains(&*cell.region) {
            found.push(&cells[start..at]);
            start = at;
            regions.clear();
        }
        regions.insert(&*cell.region);
    }
    found.extend(Some(&cells[start..]).filter(|last| !last.is_empty()));
    found
}
