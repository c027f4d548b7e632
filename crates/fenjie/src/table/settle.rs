//! What the cells of a column say of it, where its head says little.

use super::column::{announced, tells_problem};
use super::fit::{is_figure, names_bodies, number};
use super::{Cell, Column, ColumnKind};
use crate::quantity;
use crate::text::chars::{is_comma, is_stop};

/// So many rows tell what a column holds.
const SAMPLE: usize = 40;
/// Tables of more columns hold figures.
const MOST: usize = 64;

/// Gives the columns the kinds that their cells bear out.
pub(super) fn settle_kinds(columns: &mut [Column], rows: &[(Vec<Cell>, u32)]) {
    if columns.len() > MOST {
        return;
    }
    let held: Vec<Held> = (0..columns.len()).map(|at| Held::of(rows, at)).collect();
    let answers = columns.iter().any(|column| {
        column.kind.is_units() || matches!(column.kind, ColumnKind::Leader | ColumnKind::Measure | ColumnKind::Due)
    });
    let longest = (0..columns.len()).max_by_key(|&at| (held[at].length, std::cmp::Reverse(at)));
    let prose = columns.iter().any(|column| column.kind.is_prose());
    for (at, column) in columns.iter_mut().enumerate() {
        let held = held[at];
        column.kind = match column.kind {
            // 单位 stands over measure words, or over bodies.
            ColumnKind::Measure if held.bodies * 2 > held.cells => ColumnKind::Owner,
            // The numbers of the rows may stand below no head.
            ColumnKind::Other
                if at == 0 && column.name.is_empty() && held.numbers > 1 && held.numbers == held.cells =>
            {
                ColumnKind::Number
            }
            // 目标值 stands over figures, or over words.
            ColumnKind::Goal if held.cells > 1 && held.figures * 4 >= held.cells * 3 => ColumnKind::Total,
            ColumnKind::Other if answers && announced(&column.name).is_none() => {
                let only = !prose && longest == Some(at) && held.length > 0;
                if only || held.sentences * 2 > held.cells { ColumnKind::Content } else { ColumnKind::Other }
            }
            kind => kind,
        };
    }
    settle_problem(columns);
    settle_items(columns, &held);
}

/// `实事内容` over two columns: below the second half stand the names of the parts that are handed out to regions.
fn settle_items(columns: &mut [Column], held: &[Held]) {
    if !columns.iter().any(|column| column.kind == ColumnKind::Region) {
        return;
    }
    for at in 1..columns.len() {
        let is_bare = columns[at].kind == ColumnKind::Other && columns[at].name.is_empty();
        if is_bare && columns[at - 1].kind.is_prose() && held[at].cells > 0 && held[at].sentences == 0 {
            columns[at].kind = ColumnKind::Item;
        }
    }
}

/// What was found to be wrong names the row where what is done about it stands behind it, and is the row's words where nothing else
/// is; beside the words of a task it is a remark.
fn settle_problem(columns: &mut [Column]) {
    let prose = columns.iter().position(|column| column.kind.is_prose());
    let found = columns.iter().position(|column| column.kind == ColumnKind::Other && tells_problem(&column.name));
    match (found, prose) {
        (Some(at), None) => columns[at].kind = ColumnKind::Content,
        (Some(at), Some(prose)) if at < prose && columns[prose].kind != ColumnKind::Name => {
            columns[at].kind = ColumnKind::Name;
        }
        _ => {}
    }
}

/// 目标值 stands over figures, or over words: the same where the cells were already told apart by their columns.
pub(super) fn settle_figures(columns: &mut [Column], rows: &[(Vec<Cell>, u32)]) {
    let named = |column: &Column| matches!(column.kind, ColumnKind::Name | ColumnKind::Content);
    if !columns.iter().any(named) {
        return;
    }
    for (at, column) in columns.iter_mut().enumerate().filter(|(_, column)| column.kind == ColumnKind::Goal) {
        let held = Held::of(rows, at);
        if held.cells > 1 && held.figures * 4 >= held.cells * 3 {
            column.kind = ColumnKind::Total;
        }
    }
}

/// What stands below a head.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    cells: usize,
    /// In bytes.
    length: usize,
    bodies: usize,
    figures: usize,
    numbers: usize,
    sentences: usize,
}

impl Held {
    fn of(rows: &[(Vec<Cell>, u32)], at: usize) -> Self {
        let mut held = Self::default();
        // A heading over other rows stands below no head.
        let rows = rows.iter().take(SAMPLE).filter(|(row, _)| row.len() > 1);
        for cell in rows.filter_map(|(row, _)| row.get(at)).filter(|cell| !cell.is_empty()) {
            let text = &cell.text;
            let bodies = text.chars().nth(2).is_some() && names_bodies(text);
            held.cells += 1;
            held.length += text.len();
            held.bodies += usize::from(bodies);
            held.figures += usize::from(is_figure(text) || is_bounded(text));
            held.numbers += usize::from(number(text).is_some());
            let long = text.chars().take(12).count() == 12;
            held.sentences += usize::from(long && !bodies && text.contains(|c| is_stop(c) || is_comma(c)));
        }
        held
    }
}

/// `不少于3.5`: a figure with the words that bound it.
fn is_bounded(text: &str) -> bool {
    let long = text.chars().nth(LONGEST_BOUND).is_some();
    !long && quantity::find_iter(text).next().is_some_and(|found| found.span.range() == (0..text.len()))
}

/// How many characters a figure takes with its bound.
const LONGEST_BOUND: usize = 12;
