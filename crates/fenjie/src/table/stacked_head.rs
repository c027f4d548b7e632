//! The heads of a table that prints them one a line, and what columns they may stand for.

use std::borrow::Cow;

use super::column::{Announced, Column, announced, is_usual, may_title, undivided, without_year};
use super::fit::{is_figure, is_longer, is_section, is_sum, number};
use super::head::group_above;
use super::raw::Text;
use super::{Cell, ColumnKind};
use crate::model::Span;
use crate::text::Kinds;
use crate::text::chars::{is_blank, is_close, is_colon, is_open, is_stop};

/// No table has more columns, and a run of more heads is none.
const MOST: usize = 64;

/// How many bytes a line of a head has at most.
const LONGEST: usize = 60;

/// The lines of a head: more than one where the column was too narrow for it.
pub(super) type Head = Vec<usize>;

/// One reading of the lines of a header.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    /// The heads, each with its lines.
    pub(super) first: Vec<Head>,
    /// Heads that stand below one of the first.
    pub(super) second: Vec<Head>,
    pub(super) columns: Vec<Column>,
    /// The line behind them.
    pub(super) behind: usize,
}

impl Header {
    /// The lines of the heads as they follow each other.
    pub(super) fn lines(&self) -> impl Iterator<Item = usize> + '_ {
        self.first.iter().chain(&self.second).flatten().copied()
    }

    /// What stands in the columns.
    pub(super) fn kinds(&self) -> Vec<ColumnKind> {
        self.columns.iter().map(|column| column.kind).collect()
    }

    /// Whether the rows hand figures to regions.
    pub(super) fn allots(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.kind, ColumnKind::Region | ColumnKind::Total))
    }
}

/// Every way to read the run of heads that begins at line `at`, the likeliest first; the rows below tell which is right.
pub(super) fn headers(text: Text<'_>, at: usize) -> Vec<Header> {
    let mut runs: Vec<(Vec<Head>, usize)> = Vec::new();
    if text.core(at).len() > LONGEST || !is_narrow(text, at) && !is_head(text, &[at]) {
        return Vec::new();
    }
    for mending in [Mending::None, Mending::Unknown, Mending::All] {
        let run = run(text, at, mending);
        runs.extend(run.filter(|run| !runs.contains(run)));
    }
    runs.iter().flat_map(|(heads, behind)| of_run(text, heads, *behind)).collect()
}

fn of_run(text: Text<'_>, heads: &[Head], behind: usize) -> Vec<Header> {
    let heads = match heads.split_first() {
        Some((first, rest)) if may_title(&words(text, first)) && says_enough(text, rest) => rest,
        _ => heads,
    };
    let mut found = readings(text, heads, behind);
    // The first cell of the first row may look like a head, too.
    if let Some((last, own)) = heads.split_last() {
        if !counts_rows(text, &heads[0]) && last[..] == [behind - 1] && says_enough(text, own) {
            found.extend(readings(text, own, behind - 1));
        }
    }
    found
}

/// Which lines are put together to one head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mending {
    /// None.
    None,
    /// Those that are no head by themselves: `牵头`, `单位`.
    Unknown,
    /// All that together are a head: `任务`, `目标`.
    All,
}

/// The words of a head.
fn words<'a>(text: Text<'a>, head: &[usize]) -> Cow<'a, str> {
    match head {
        [line] if !text.has(*line, Kinds::BLANK) => Cow::Borrowed(text.core(*line)),
        _ => head.iter().flat_map(|&line| text.core(line).chars()).filter(|&c| !is_blank(c)).collect(),
    }
}

/// Whether a line has so few characters that a head may go on below it; a year before them does not count.
fn is_narrow(text: Text<'_>, line: usize) -> bool {
    let core = text.core(line);
    let core = without_year(core).unwrap_or(core);
    if text.has(line, Kinds::BLANK) {
        core.chars().filter(|&c| !is_blank(c)).nth(4).is_none()
    } else {
        !is_longer(core, 4)
    }
}

/// The head that begins at a line, with the bracket that stands below it on a line of its own: `投资估算⏎（万元）`.
fn head_at(text: Text<'_>, at: usize, mending: Mending) -> Head {
    let mut head = words_at(text, at, mending);
    let below = head.last().map_or(at, |&line| line) + 1;
    let next = (below..text.lines.len()).take(3).find(|&line| !text.is_gap(line));
    head.extend(next.filter(|&line| is_remark(text.core(line))));
    head
}

/// `（万元）`: a few characters between brackets.
fn is_remark(words: &str) -> bool {
    let inner = words.strip_prefix(is_open).and_then(|rest| rest.strip_suffix(is_close));
    inner.is_some_and(|inner| {
        !is_longer(inner, 5) && !inner.contains(|c| is_open(c) || is_close(c)) && number(words).is_none()
    })
}

/// The longest head that the lines from one on make together.
fn words_at(text: Text<'_>, at: usize, mending: Mending) -> Head {
    if mending == Mending::None || !is_narrow(text, at) {
        return vec![at];
    }
    let printed = (at..text.lines.len()).take(12).filter(|&line| !text.is_gap(line)).take(3);
    let lines: Vec<usize> = printed.take_while(|&line| is_narrow(text, line)).collect();
    let mends = |lines: &[usize]| {
        let cut = |&line: &usize| {
            let own = words(text, &[line]);
            !is_longer(&own, 1) || announced(&own).is_none()
        };
        let all = words(text, lines);
        // `配合` over `单位` is one head.
        let label = || announced(&all).and_then(Announced::kind).is_some_and(ColumnKind::is_units);
        let bare = |line: Option<&usize>| line.is_some_and(|&line| matches!(text.core(line), "单位" | "部门"));
        let mends = mending == Mending::All || lines.iter().any(cut) || bare(lines.last()) && label();
        mends && is_usual(&all)
    };
    (2..=lines.len())
        .rev()
        .map(|length| &lines[..length])
        .find(|lines| mends(lines))
        .map_or_else(|| vec![at], <[_]>::to_vec)
}

/// The run of heads at a line, and the line behind it.
fn run(text: Text<'_>, at: usize, mending: Mending) -> Option<(Vec<Head>, usize)> {
    let first = head_at(text, at, mending);
    if !is_head(text, &first) {
        return None;
    }
    let counted = counts_rows(text, &first);
    let (mut found, mut next, mut unknown): (Vec<Head>, _, _) = (vec![], at, 0);
    while next < text.lines.len() {
        if found.len() == MOST {
            return None;
        }
        if text.is_gap(next) {
            next += 1;
            continue;
        }
        let head = head_at(text, next, mending);
        let known = is_head(text, &head);
        // A head that is not known stands between others; the number of the first row ends them all.
        if !known && (!counted || !may_head(text, next)) || adds_up(text, next) {
            break;
        }
        unknown = if known { 0 } else { unknown + 1 };
        next = head.last().map_or(next, |&line| line) + 1;
        found.push(head);
    }
    let ends_in_number = text.lines.get(next).is_some() && number(text.core(next)).is_some();
    let all_unknown = found.iter().filter(|head| !is_head(text, head)).count();
    if unknown > 0 && !ends_in_number || all_unknown * 2 > found.len() {
        let known = found.iter().take_while(|head| is_head(text, head)).count();
        next = found.get(known).map_or(next, |head| head[0]);
        found.truncate(known);
    }
    (found.len() >= 3 && says_enough(text, &found)).then_some((found, next))
}

/// `合计⏎296800`: whether the sums of the rows begin at a line, and not a head over sums.
fn adds_up(text: Text<'_>, at: usize) -> bool {
    let next = || (at + 1..text.lines.len()).take(4).find(|&line| !text.is_gap(line));
    is_sum(text.core(at)) && next().is_some_and(|line| is_figure(text.core(line)))
}

/// Whether a head over the numbers of rows begins at a line.
pub(super) fn counts(text: Text<'_>, line: usize) -> bool {
    counts_rows(text, &head_at(text, line, Mending::All))
}

fn counts_rows(text: Text<'_>, head: &[usize]) -> bool {
    kind(text, head) == Some(ColumnKind::Number)
}

fn kind(text: Text<'_>, head: &[usize]) -> Option<ColumnKind> {
    announced(&words(text, head)).and_then(Announced::kind)
}

fn is_head(text: Text<'_>, head: &[usize]) -> bool {
    let plain = |&line: &usize| {
        let words = text.core(line);
        let tabbed = || text.has(line, Kinds::TAB) && words.contains('\t');
        // `一、扩大投资`: a heading over rows may end as heads do.
        words.len() <= LONGEST && !text.has(line, Kinds::COLON) && !tabbed() && !is_section(words)
    };
    head.iter().all(plain) && announced(&words(text, head)).is_some()
}

fn may_head(text: Text<'_>, line: usize) -> bool {
    let words = text.core(line);
    let closed = |c: char| is_stop(c) || is_colon(c) || c == '，' || c == '\t' || c == '|' || c.is_ascii_digit();
    let words = without_year(words).unwrap_or(words);
    !words.is_empty() && words.len() <= 36 && !words.contains(closed) && number(words).is_none() && !is_section(words)
}

/// Whether there are columns for what is to be done and for who does it, or how much.
fn says_enough(text: Text<'_>, heads: &[Head]) -> bool {
    let kinds = || heads.iter().filter_map(|head| kind(text, head));
    let says = kinds()
        .any(|kind| kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Goal | ColumnKind::Total));
    heads.len() >= 3 && kinds().any(ColumnKind::is_prose) && says
}

fn cell(text: Text<'_>, head: &[usize]) -> Cell {
    Cell::new(text.source, head.iter().map(|&line| text.line(line)).collect())
}

fn column(text: Text<'_>, head: &[usize]) -> Column {
    let name = cell(text, head).text;
    let kind = undivided(&name);
    let span = head.iter().map(|&line| text.line(line)).reduce(Span::hull).unwrap_or_default();
    Column { name, kind, span }
}

/// The same heads with and without one that stands over others, and 单位 over measure words or over bodies.
fn readings(text: Text<'_>, heads: &[Head], behind: usize) -> Vec<Header> {
    let columns = |heads: &mut dyn Iterator<Item = &Head>| heads.map(|head| column(text, head)).collect::<Vec<_>>();
    let mut found =
        vec![Header { first: heads.to_vec(), second: Vec::new(), columns: columns(&mut heads.iter()), behind }];
    if let Some((at, group)) = divided(text, heads) {
        let (first, second) = heads.split_at(at);
        let mut spliced = first[..group].iter().chain(second).chain(&first[group + 1..]);
        let columns = columns(&mut spliced);
        found.push(Header { first: first.to_vec(), second: second.to_vec(), columns, behind });
    }
    // Heads below another may follow it at once.
    let over = (1..heads.len().saturating_sub(2)).find(|&at| {
        let groups = announced(&words(text, &heads[at])) == Some(Announced::Group)
            || kind(text, &heads[at]).is_some_and(ColumnKind::is_units);
        groups && heads[at + 1..at + 3].iter().all(|head| kind(text, head).is_some_and(ColumnKind::is_units))
    });
    if let Some(over) = over {
        let mut below = heads[..over].iter().chain(&heads[over + 1..]);
        found.push(Header { first: heads.to_vec(), second: Vec::new(), columns: columns(&mut below), behind });
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
fn divided(text: Text<'_>, heads: &[Head]) -> Option<(usize, usize)> {
    (2..heads.len().saturating_sub(1)).find_map(|at| {
        let cells = |heads: &[Head]| heads.iter().map(|head| cell(text, head)).collect::<Vec<_>>();
        let divides = heads[at..]
            .iter()
            .all(|head| kind(text, head).is_some_and(|kind| kind.is_units() || kind == ColumnKind::Leader));
        let group = divides.then(|| group_above(&cells(&heads[..at]), &cells(&heads[at..])))??;
        Some((at, group))
    })
}
