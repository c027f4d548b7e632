//! Tables whose cells stand below their heads, over several lines, as a page's layout is kept in plain text.
//!
//! Columns are told by their places alone; a cell may begin above the line on which its row is counted, where cells are
//! centred. Which lines make a row is settled for all rows at once.

use std::ops::Range;

use super::ColumnKind;
use super::column::announced;
use super::fit::{Face, is_section, number};
use super::joint::{Parting, begins_cut, ends_open, ends_whole};
use super::raw::{RawRow, RawTable, Text};
use super::spaced::{Metric, Token, close_names, tokens};
use super::spaced_head::Header;
use super::stacked_rows::is_end;
use super::tried::Tried;
use crate::model::Span;
use crate::text::chars::is_stop;

/// No row is higher.
pub(super) const HIGHEST: usize = 40;

/// A line, and what stands on it below each head.
#[derive(Clone, Debug)]
struct Strip {
    line: usize,
    cells: Vec<Option<Span>>,
    /// Whether a heading between rows stands above it.
    section: Option<usize>,
}

/// The table below a header, where some of its cells take several lines.
///
/// Where the header stands among pages that were read before, its own page is read alone.
pub(super) fn read(text: Text<'_>, header: &Header, tried: &mut Tried) -> Option<RawTable> {
    let kinds = &header.kinds[..];
    let alone = header.lines[0] < tried.pages;
    let gathered = [Metric::Screen, Metric::Characters].map(|metric| gather(text, header, metric, alone));
    let [(screen, reached), (characters, reached_too)] = gathered;
    tried.pages = tried.pages.max(reached).max(reached_too);
    let strips = if characters.len() > screen.len() { characters } else { screen };
    let anchors = anchors(text, &strips, kinds)?;
    if anchors.len() == strips.len() {
        return None;
    }
    let rows = divide(text, &strips, &anchors, kinds)?;
    Some(table(text, header, &strips, &rows))
}

/// The lines below a header, as far as each of their words stands below one head, and the line behind them.
fn gather(text: Text<'_>, header: &Header, metric: Metric, alone: bool) -> (Vec<Strip>, usize) {
    let at = header.lines[header.lines.len() - 1];
    let mut places = header.places(text, metric);
    let mut strips: Vec<Strip> = Vec::new();
    let mut section = None;
    let mut reached = at;
    for line in at + 1..text.lines.len() {
        reached = line;
        if text.is_gap(line) {
            continue;
        }
        let core = text.core(line);
        if core.len() > 4000 || is_end(core) {
            break;
        }
        let found = laid(text, line, metric, &places);
        if header.is_repeated(text, line) {
            if strips.is_empty() || alone {
                break;
            }
            continue;
        }
        if found.len() == 1 && heads_page(text, header, line) {
            continue;
        }
        // A cell may end in a place's kind, as heads of regions do.
        let known = || found.iter().filter(|token| announced(text.words(token.span)).is_some()).count();
        if found.len() > 2 && announced(text.words(found[0].span)).is_some() && known() * 2 > found.len() {
            // Another table's header, which reads its own lines.
            break;
        }
        if found.len() == 1 && is_section(core) {
            section = Some(line);
            continue;
        }
        let behind_gap = text.core(line - 1).is_empty();
        let is_cell = || found.len() > 1 || section.is_none() && (!behind_gap || is_above_row(text, line, metric));
        let Some(columns) = below(&found, &mut places).filter(|_| is_cell()) else { break };
        let mut cells = vec![None; places.len()];
        for (token, column) in found.iter().zip(columns) {
            cells[column] = Some(token.span);
        }
        strips.push(Strip { line, cells, section: section.take() });
    }
    (strips, reached)
}

/// Whether the header follows a line below a page's number once more: it is the running head of another page.
fn heads_page(text: Text<'_>, header: &Header, at: usize) -> bool {
    let mut above = (0..at).rev().take(4).take_while(|&line| text.is_gap(line));
    if above.all(|line| text.core(line).is_empty()) {
        return false;
    }
    let below = (at + 1..text.lines.len()).take(4).find(|&line| !text.is_gap(line));
    below.is_some_and(|below| text.core(below) == text.core(header.lines[0]))
}

/// Whether a line with several cells stands below a line, with no gap between: cells are centred, and the highest begins alone.
fn is_above_row(text: Text<'_>, at: usize, metric: Metric) -> bool {
    let below = (at + 1..text.lines.len()).take(4).take_while(|&line| !text.is_gap(line));
    below.into_iter().any(|line| tokens(text, line, 2, metric).len() > 2)
}

/// The head above each word; words below a head make its column wider.
fn below(found: &[Token], places: &mut [(usize, usize)]) -> Option<Vec<usize>> {
    let mut columns: Vec<usize> = Vec::with_capacity(found.len());
    for token in found {
        let apart =
            |&(start, end): &(usize, usize)| start.saturating_sub(token.end).max(token.column.saturating_sub(end));
        let shared = |place: &(usize, usize)| shared(token, *place);
        if places.iter().filter(|place| shared(place) > LONGEST_TOUCH).count() > 1 {
            return None;
        }
        let near = |at: &usize| {
            let place = &places[*at];
            (std::cmp::Reverse(shared(place)), apart(place), place.0.abs_diff(token.column))
        };
        let column = (0..places.len()).min_by_key(near)?;
        if columns.last().is_some_and(|&last| last >= column) {
            return None;
        }
        columns.push(column);
    }
    for (token, &column) in found.iter().zip(&columns) {
        // A column ends where the next one begins.
        let start = token.column.max(column.checked_sub(1).map_or(0, |left| places[left].1));
        let end = token.end.min(places.get(column + 1).map_or(usize::MAX, |right| right.0));
        places[column] = (places[column].0.min(start), places[column].1.max(end));
    }
    Some(columns)
}

/// How many columns of a screen words may reach into the column beside their own.
const LONGEST_TOUCH: usize = 2;

/// How many columns of a screen words share with a place.
fn shared(token: &Token, place: (usize, usize)) -> usize {
    token.end.min(place.1).saturating_sub(token.column.max(place.0))
}

/// The words of a line, between two blanks or more; between all where one blank parts words below different heads.
fn laid(text: Text<'_>, line: usize, metric: Metric, places: &[(usize, usize)]) -> Vec<Token> {
    let mut wide = tokens(text, line, 2, metric);
    close_names(text, &mut wide);
    let spans_heads = |token: &Token| places.iter().filter(|&&place| shared(token, place) > LONGEST_TOUCH).count() > 1;
    let begins_cell = |part: &Token| places.iter().any(|place| place.0 == part.column);
    let mut narrow = tokens(text, line, 1, metric).into_iter().peekable();
    let mut found = Vec::with_capacity(wide.len() + 1);
    for token in wide {
        let own: Vec<Token> = std::iter::from_fn(|| narrow.next_if(|part| part.span.start < token.span.end)).collect();
        if spans_heads(&token) || own.iter().skip(1).any(begins_cell) {
            found.extend(own);
        } else {
            found.push(token);
        }
    }
    found
}

/// The lines on which rows are counted: those with the next number, or with a cell of a column whose cells all take one line.
fn anchors(text: Text<'_>, strips: &[Strip], kinds: &[ColumnKind]) -> Option<Vec<usize>> {
    if let Some(column) = kinds.iter().take(2).position(|&kind| kind == ColumnKind::Number) {
        let mut last = 0;
        let mut counts = |at: &usize| {
            let value = strips[*at].cells[column].and_then(|span| number(text.words(span)));
            let next = value.filter(|&value| value == last + 1 || value == 1 || last == 0);
            last = next.unwrap_or(last);
            next.is_some()
        };
        return Some((0..strips.len()).filter(|at| counts(at)).collect())
            .filter(|found: &Vec<usize>| !found.is_empty());
    }
    let whole = |at: usize, column: usize| {
        let kind = kinds[column];
        let words = strips[at].cells[column].map(|span| text.words(span))?;
        let answers = kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Due);
        let ended = !kind.is_units() || ends_whole(words);
        Some(answers && ended && !ends_open(words) && Face::of(words).fit(kind) > 0)
    };
    let printed = |column: usize| (0..strips.len()).filter(move |&at| strips[at].cells[column].is_some());
    let steady =
        |&column: &usize| printed(column).count() > 1 && printed(column).all(|at| whole(at, column) == Some(true));
    // Several such columns differ where cells were printed once for several rows.
    let column = (0..kinds.len()).filter(steady).max_by_key(|&column| (printed(column).count(), column))?;
    Some(printed(column).collect())
}

/// For each row the strips it is made of.
fn divide(text: Text<'_>, strips: &[Strip], anchors: &[usize], kinds: &[ColumnKind]) -> Option<Vec<Range<usize>>> {
    let judge = Judge::new(text, strips, kinds);
    let (&first, &last) = (anchors.first()?, anchors.last()?);
    let behind = (strips.len() - last - 1).min(HIGHEST);
    let gaps: Vec<Range<usize>> = anchors
        .windows(2)
        .map(|pair| pair[0] + 1..pair[1])
        .chain(std::iter::once(last + 1..last + 1 + behind))
        .collect();
    if first > HIGHEST || gaps.iter().any(|gap| gap.len() > HIGHEST) {
        return None;
    }
    let flush: i32 = gaps.iter().map(|gap| judge.cost(gap, gap.len())).sum();
    let (centred, cuts) = judge.centred(first, &gaps);
    let cuts = if first == 0 && flush <= centred { gaps.iter().map(|gap| gap.end).collect() } else { cuts };
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    Some(starts.zip(&cuts).map(|(start, &end)| start..end).collect())
}

/// What the words below a head cost, on a line and next to the words above them. Lines without words below it have none.
#[derive(Clone, Copy, Debug)]
struct Cost {
    /// The line of the words above.
    above: Option<usize>,
    /// To read them as the rest of the cell above.
    carried: i32,
    /// To begin a row with them.
    first: i32,
    /// To end a row with them.
    last: i32,
}

/// What it costs to divide the strips into rows. Each is asked for many divisions, so that all is worked out before.
struct Judge<'a> {
    strips: &'a [Strip],
    /// For each column, for each strip.
    costs: Vec<Vec<Option<Cost>>>,
}

impl<'a> Judge<'a> {
    fn new(text: Text<'a>, strips: &'a [Strip], kinds: &[ColumnKind]) -> Self {
        let column = |(column, &kind): (usize, &ColumnKind)| {
            let mut above: Option<(usize, &str)> = None;
            let cost = |(at, strip): (usize, &Strip)| {
                let words = text.words(strip.cells[column]?);
                let before = above.replace((at, words));
                Some(Cost {
                    above: before.map(|(at, _)| at),
                    carried: before.map_or(0, |(_, before)| Parting::of(before, words).below(kind).clamp(0, 3)),
                    first: if begins_cut(words) { 5 } else { 0 },
                    last: end(words, kind),
                })
            };
            strips.iter().enumerate().map(cost).collect()
        };
        Self { strips, costs: kinds.iter().enumerate().map(column).collect() }
    }

    /// What it costs to give the row above the first `own` lines of a gap, and the row below the others. Behind the last row
    /// the others are left to the text.
    fn cost(&self, gap: &Range<usize>, own: usize) -> i32 {
        let cut = gap.start + own;
        let headed = (gap.start..=gap.end).find(|&at| self.strips.get(at).is_some_and(|strip| strip.section.is_some()));
        if headed.is_some_and(|at| at != cut) {
            return 100;
        }
        // The line that counts the row below, if there is one.
        let end = (gap.end + 1).min(self.strips.len());
        let end = if end == self.strips.len() && end == gap.end { cut } else { end };
        let left = if end == cut { gap.end - cut } else { 0 };
        let lines = gap.start - 1..end;
        3 * left as i32 + self.costs.iter().map(|costs| cost_below(costs, lines.clone(), cut)).sum::<i32>()
    }

    /// Cells are centred: a row has as many lines above the one that counts it as below.
    fn centred(&self, first: usize, gaps: &[Range<usize>]) -> (i32, Vec<usize>) {
        let uneven = |above: usize, below: usize| 3 * (above.abs_diff(below) as i32 - 1).max(0);
        // For each number of lines above the row: the least cost so far, and the cuts that lead to it.
        let mut above: Vec<(usize, i32, usize)> = vec![(first, 0, 0)];
        let mut trail: Vec<Vec<(usize, i32, usize)>> = Vec::new();
        for gap in gaps {
            let mut next = Vec::with_capacity(gap.len() + 1);
            for own in 0..=gap.len() {
                let base = self.cost(gap, own);
                let best = (0..above.len()).min_by_key(|&at| above[at].1 + uneven(above[at].0, own)).unwrap_or(0);
                next.push((gap.len() - own, base + above[best].1 + uneven(above[best].0, own), best));
            }
            trail.push(next.clone());
            above = next;
        }
        let mut at = (0..above.len()).min_by_key(|&at| above[at].1).unwrap_or(0);
        let cost = above.get(at).map_or(0, |end| end.1);
        let mut cuts = vec![0; gaps.len()];
        for order in (0..gaps.len()).rev() {
            cuts[order] = gaps[order].start + at;
            at = trail[order][at].2;
        }
        (cost, cuts)
    }
}

/// What the lines cost below one head, where a row ends before the line `cut`.
fn cost_below(costs: &[Option<Cost>], lines: Range<usize>, cut: usize) -> i32 {
    // The first line of the row that a line is in.
    let row = |at: usize| if at < cut { lines.start } else { cut };
    let printed = || lines.clone().filter_map(|at| costs[at].as_ref().map(|cost| (at, cost)));
    let carried = printed().filter(|(at, cost)| cost.above.is_some_and(|above| above >= row(*at)));
    let carried: i32 = carried.map(|(_, cost)| cost.carried).sum();
    let last = printed().take_while(|&(at, _)| at < cut).last().map_or(0, |(_, cost)| cost.last);
    let first = if lines.contains(&cut) { costs[cut].map_or(0, |cost| cost.first) } else { 0 };
    carried + last + first
}

/// What it costs to end a cell with these words.
fn end(words: &str, kind: ColumnKind) -> i32 {
    match () {
        () if ends_open(words) => 5,
        () if kind.is_units() && !ends_whole(words) => 4,
        () if kind.is_prose() && !words.ends_with(is_stop) => 1,
        () => 0,
    }
}

fn table(text: Text<'_>, header: &Header, strips: &[Strip], rows: &[Range<usize>]) -> RawTable {
    let at = header.lines[0];
    let mut found = vec![header.row()];
    let mut end = at + 1;
    for own in rows.iter().map(|row| &strips[row.clone()]) {
        let Some(first) = own.first() else { continue };
        if let Some(line) = own.iter().find_map(|strip| strip.section) {
            found.push(RawRow { cells: vec![vec![text.line(line)]], first_line: line as u32 });
        }
        let start = own.iter().flat_map(|strip| strip.cells.iter().flatten()).map(|span| span.start).min().unwrap_or(0);
        let mut cells: Vec<Vec<Span>> = Vec::with_capacity(first.cells.len());
        for column in 0..first.cells.len() {
            let spans: Vec<Span> = own.iter().filter_map(|strip| strip.cells[column]).collect();
            cells.push(if spans.is_empty() { vec![Span::new(start, start)] } else { spans });
        }
        found.push(RawRow { cells, first_line: first.line as u32 });
        end = own.last().map_or(end, |last| last.line + 1);
    }
    let lines = (at..end).filter(|&line| !text.is_gap(line)).map(|line| line as u32).collect();
    RawTable { rows: found, lines, end, ..RawTable::default() }
}
