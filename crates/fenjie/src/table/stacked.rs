//! Tables that print one cell a line, or a line of a cell: a run of heads, and after it the rows in the same order.

use super::Column;
use super::ColumnKind;
use super::raw::{RawRow, RawTable, Text};
use super::stacked_head::{Head, Header, counts, headers};
use super::stacked_rows::{Block, blocks};
use super::tried::Tried;
use super::wrapped::{Extent, Laid, Place, lay, reach};
use crate::model::Span;

/// So many lines tell which reading of the header is the right one.
const SAMPLE: usize = 64;

/// The table whose run of heads begins at line `at`.
pub(super) fn read(text: Text<'_>, at: usize, tried: &mut Tried) -> Option<RawTable> {
    if at < tried.run_over_headings || tried.run.is_exhausted(at) && !counts(text, at) {
        return None;
    }
    let mut headers = headers(text, at);
    let header = match headers.len() {
        0 => return None,
        1 => headers.remove(0),
        _ => {
            let score = |header: &Header| {
                let body = Body::read(text, header, SAMPLE);
                // More columns fit anything better: each has to be worth its place.
                body.score - 2 * (body.rows.len() * header.columns.len()) as i32
            };
            let scores: Vec<i32> = headers.iter().map(score).collect();
            let best = (0..headers.len()).max_by_key(|&at| (scores[at], std::cmp::Reverse(at)))?;
            headers.swap_remove(best)
        }
    };
    // Lines are read as far as the table goes, and not much farther.
    let mut most = SAMPLE;
    let mut body = Body::read(text, &header, most);
    while body.goes_on {
        most *= 4;
        body = Body::read(text, &header, most);
    }
    if body.rows.is_empty() {
        tried.run.fail(header.behind);
        tried.run_over_headings = tried.run_over_headings.max(body.heading.unwrap_or_default());
        return None;
    }
    Some(body.table(text, header))
}

/// The rows below a header, and how well they fit.
#[derive(Debug, Default)]
struct Body {
    rows: Vec<RawRow>,
    /// The line behind the last one.
    end: usize,
    score: i32,
    /// The last heading, where no rows follow it.
    heading: Option<usize>,
    /// Whether there may be more rows below the lines that were read.
    goes_on: bool,
}

impl Body {
    /// Reads rows from at most so many lines.
    fn read(text: Text<'_>, header: &Header, most: usize) -> Self {
        let kinds: Vec<ColumnKind> = header.columns.iter().map(|column| column.kind).collect();
        let (blocks, more) = blocks(text, header, &kinds, most);
        let mut body = Self { goes_on: more, ..Self::default() };
        let last = blocks.len().saturating_sub(1);
        for (at, block) in blocks.into_iter().enumerate() {
            let lines = match block {
                Block::Section(line) => {
                    body.heading = Some(line);
                    continue;
                }
                Block::Figures(lines) => {
                    body.begin(text);
                    body.figures(text, &lines);
                    continue;
                }
                Block::Row(lines) => (lines, if at == last { Extent::Some } else { Extent::All }),
                Block::Rows(lines) => (lines, Extent::Some),
            };
            let (lines, extent) = lines;
            let laid = lay(lines.iter().map(|&line| text.core(line)), &kinds, extent);
            let left = lines.len() - laid.places.len();
            if !laid.places.is_empty() {
                body.begin(text);
                body.take(text, &lines, &laid, kinds.len());
            }
            if left > 0 {
                // More lines would change the last block alone.
                body.goes_on &= at == last && left <= reach(kinds.len());
                break;
            }
        }
        body
    }

    /// A heading belongs to the table where rows follow it.
    fn begin(&mut self, text: Text<'_>) {
        if let Some(line) = self.heading.take() {
            self.figures(text, &[line]);
        }
    }

    /// A cell a line: where figures stand tells only their sum.
    fn figures(&mut self, text: Text<'_>, lines: &[usize]) {
        let cells = lines.iter().map(|&line| vec![text.line(line)]).collect();
        self.rows.push(RawRow { cells, first_line: lines.first().map_or(0, |&line| line as u32) });
        self.end = lines.last().map_or(self.end, |&line| line + 1);
        self.score += 1;
    }

    fn take(&mut self, text: Text<'_>, lines: &[usize], laid: &Laid, columns: usize) {
        self.score += laid.score;
        let before = self.rows.len();
        for (&line, &Place { column, row, cell }) in lines.iter().zip(&laid.places) {
            let span = text.line(line);
            if row {
                self.rows.push(RawRow { cells: Vec::with_capacity(columns), first_line: line as u32 });
            }
            let Some(last) = self.rows.last_mut() else { continue };
            if cell {
                // An empty cell stands where the one before it ends.
                let end = last.cells.last().and_then(|cell| cell.last()).map_or(span.start, |last| last.end);
                last.cells.resize(column, vec![Span::new(end, end)]);
                last.cells.push(vec![span]);
            } else if let Some(last) = last.cells.last_mut() {
                last.push(span);
            }
            self.end = line + 1;
        }
        for row in &mut self.rows[before..] {
            if let Some(&last) = row.cells.last().and_then(|cell| cell.last()) {
                if row.cells.len() > 1 {
                    row.cells.resize(columns.max(row.cells.len()), vec![Span::new(last.end, last.end)]);
                }
            }
        }
    }

    fn table(self, text: Text<'_>, header: Header) -> RawTable {
        let start = header.lines().next().unwrap_or(0);
        let row = |heads: &[Head]| RawRow {
            cells: heads.iter().map(|head| head.iter().map(|&line| text.line(line)).collect()).collect(),
            first_line: heads.first().map_or(0, |head| head[0] as u32),
        };
        let lines = (start..self.end).filter(|&line| !text.is_gap(line)).map(|line| line as u32).collect();
        let heads = [&header.first, &header.second].into_iter().filter(|heads| !heads.is_empty());
        let mut rows: Vec<RawRow> = heads.map(|heads| row(heads)).collect();
        rows.extend(self.rows);
        let columns: Vec<Column> = header.columns;
        RawTable { rows, lines, end: self.end, columns, ..RawTable::default() }
    }
}
