//! The heads of a table that prints them one a line, and what columns they may stand for.

use super::column::{Announced, Column, announced, may_title, undivided};
use super::fit::{is_section, number};
use super::head::group_above;
use super::raw::Text;
use super::{Cell, ColumnKind};
use crate::text::chars::{is_colon, is_stop};

/// No table has more columns, and a run of more heads is none.
const MOST: usize = 64;

/// One reading of the lines of a header.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The lines of the heads.
    pub(super) first: Vec<usize>,
    /// The lines of heads that stand below one of the first.
    pub(super) second: Vec<usize>,
    pub(super) columns: Vec<Column>,
    /// The line behind them.
    pub(super) behind: usize,
}

impl Header {
    /// The lines of the heads as they follow each other.
    pub(super) fn lines(&self) -> impl Iterator<Item = usize> + '_ {
        self.first.iter().chain(&self.second).copied()
    }

    /// Whether the rows hand figures to regions.
    pub(super) fn allots(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.kind, ColumnKind::Region | ColumnKind::Total))
    }
}

/// Every way to read the run of heads that begins at line `at`, the likeliest first; the rows below tell which is right.
pub(super) fn headers(text: Text<'_>, at: usize) -> Vec<Header> {
    let Some((lines, behind)) = run(text, at) else { return Vec::new() };
    let lines = match lines.split_first() {
        Some((&first, rest)) if may_title(text.core(first)) && says_enough(text, rest) => rest.to_vec(),
        _ => lines,
    };
    let mut found = readings(text, &lines, behind);
    // The first cell of the first row may look like a head, too.
    if let Some((&last, own)) = lines.split_last() {
        if !counts(text, lines[0]) && behind == last + 1 && says_enough(text, own) {
            found.extend(readings(text, own, last));
        }
    }
    found
}

/// The run of heads at a line, and the line behind it.
fn run(text: Text<'_>, at: usize) -> Option<(Vec<usize>, usize)> {
    if !is_head(text, at) {
        return None;
    }
    let counted = counts(text, at);
    let (mut found, mut next, mut unknown) = (vec![], at, 0);
    while next < text.lines.len() {
        if found.len() == MOST {
            return None;
        }
        if !text.is_gap(next) {
            let known = is_head(text, next);
            // A head that is not known stands between others; the number of the first row ends them all.
            if !known && (!counted || !may_head(text, next)) {
                break;
            }
            unknown = if known { 0 } else { unknown + 1 };
            found.push(next);
        }
        next += 1;
    }
    let ends_in_number = text.lines.get(next).is_some() && number(text.core(next)).is_some();
    let all_unknown = found.iter().filter(|&&line| !is_head(text, line)).count();
    if unknown > 0 && !ends_in_number || all_unknown * 2 > found.len() {
        let known = found.iter().take_while(|&&line| is_head(text, line)).count();
        next = found.get(known).copied().unwrap_or(next);
        found.truncate(known);
    }
    (found.len() >= 3 && says_enough(text, &found)).then_some((found, next))
}

/// Whether a head stands over the numbers of rows.
pub(super) fn counts(text: Text<'_>, line: usize) -> bool {
    kind(text, line) == Some(ColumnKind::Number)
}

fn kind(text: Text<'_>, line: usize) -> Option<ColumnKind> {
    announced(text.core(line)).and_then(Announced::kind)
}

fn is_head(text: Text<'_>, line: usize) -> bool {
    let words = text.core(line);
    words.len() <= 60 && !words.contains(is_colon) && !words.contains('\t') && announced(words).is_some()
}

fn may_head(text: Text<'_>, line: usize) -> bool {
    let words = text.core(line);
    let closed = |c: char| is_stop(c) || is_colon(c) || c == '，' || c == '\t' || c == '|' || c.is_ascii_digit();
    words.len() <= 36 && !words.contains(closed) && number(words).is_none() && !is_section(words)
}

/// Whether there are columns for what is to be done and for who does it, or how much.
fn says_enough(text: Text<'_>, lines: &[usize]) -> bool {
    let kinds = || lines.iter().filter_map(|&line| kind(text, line));
    let says = kinds()
        .any(|kind| kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Goal | ColumnKind::Total));
    lines.len() >= 3 && kinds().any(ColumnKind::is_prose) && says
}

fn cell(text: Text<'_>, line: usize) -> Cell {
    Cell::new(text.source, vec![text.line(line)])
}

fn column(text: Text<'_>, line: usize) -> Column {
    let name = cell(text, line).text;
    let kind = undivided(&name);
    Column { name, kind }
}

/// The same heads with and without one that stands over others, and 单位 over measure words or over bodies.
fn readings(text: Text<'_>, lines: &[usize], behind: usize) -> Vec<Header> {
    let columns = |lines: &mut dyn Iterator<Item = usize>| lines.map(|line| column(text, line)).collect::<Vec<_>>();
    let mut found = vec![Header {
        first: lines.to_vec(),
        second: Vec::new(),
        columns: columns(&mut lines.iter().copied()),
        behind,
    }];
    if let Some((at, group)) = divided(text, lines) {
        let (first, second) = lines.split_at(at);
        let mut spliced = first[..group].iter().chain(second).chain(&first[group + 1..]).copied();
        let columns = columns(&mut spliced);
        found.push(Header { first: first.to_vec(), second: second.to_vec(), columns, behind });
    }
    // Heads below another may follow it at once.
    let over = (1..lines.len().saturating_sub(2)).find(|&at| {
        let groups = announced(text.core(lines[at])) == Some(Announced::Group)
            || kind(text, lines[at]).is_some_and(ColumnKind::is_units);
        groups && lines[at + 1..at + 3].iter().all(|&line| kind(text, line).is_some_and(ColumnKind::is_units))
    });
    if let Some(over) = over {
        let mut below = lines[..over].iter().chain(&lines[over + 1..]).copied();
        found.push(Header { first: lines.to_vec(), second: Vec::new(), columns: columns(&mut below), behind });
    }
    let measured = |header: &Header| header.columns.iter().any(|column| column.kind == ColumnKind::Measure);
    let owned: Vec<Header> = found.iter().filter(|header| measured(header)).map(of_owners).collect();
    found.extend(owned);
    found
}

fn of_owners(header: &Header) -> Header {
    let mut header = header.clone();
    for column in header.columns.iter_mut().filter(|column| column.kind == ColumnKind::Measure) {
        column.kind = ColumnKind::Owner;
    }
    header
}

/// Where the heads of a second line begin, and which head of the first they stand below.
fn divided(text: Text<'_>, lines: &[usize]) -> Option<(usize, usize)> {
    (2..lines.len().saturating_sub(1)).find_map(|at| {
        let cells = |lines: &[usize]| lines.iter().map(|&line| cell(text, line)).collect::<Vec<_>>();
        let divides = lines[at..]
            .iter()
            .all(|&line| kind(text, line).is_some_and(|kind| kind.is_units() || kind == ColumnKind::Leader));
        let group = divides.then(|| group_above(&cells(&lines[..at]), &cells(&lines[at..])))??;
        Some((at, group))
    })
}
