//! Tables that print one cell a line, or a line of a cell: a run of heads, and after it the rows in the same order.

use super::ColumnKind;
use super::raw::{RawRow, RawTable, Text};
use super::stacked_head::{Head, Header, counts, headers};
use super::stacked_rows::{Block, Cutter};
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
    let headers = headers(text, at);
    let kinds: Vec<Vec<ColumnKind>> = headers.iter().map(Header::kinds).collect();
    let pairs = headers.iter().zip(&kinds);
    let mut readers: Vec<Reader<'_>> = pairs.map(|(header, kinds)| Reader::new(text, header, kinds)).collect();
    let scores: Vec<i32> = readers.iter_mut().map(Reader::score).collect();
    let best = (0..headers.len()).max_by_key(|&at| (scores[at], std::cmp::Reverse(at)))?;
    let body = readers.swap_remove(best).finish();
    let header = &headers[best];
    if body.rows.is_empty() {
        tried.run.fail(header.behind);
        tried.run_over_headings = tried.run_over_headings.max(body.heading.unwrap_or_default());
        return None;
    }
    Some(body.table(text, header))
}

/// Reads the rows below a header, as far as they go and not much farther.
struct Reader<'a> {
    text: Text<'a>,
    kinds: &'a [ColumnKind],
    cutter: Cutter<'a>,
    /// How many lines were cut into blocks.
    cut: usize,
    body: Body,
    /// How many blocks were read that no more lines can change.
    settled: usize,
    /// The body as those blocks make it.
    mark: Mark,
    /// Whether there may be more rows below the lines that were read.
    goes_on: bool,
}

/// How far a body has come.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    rows: usize,
    end: usize,
    score: i32,
    heading: Option<usize>,
}

impl<'a> Reader<'a> {
    fn new(text: Text<'a>, header: &'a Header, kinds: &'a [ColumnKind]) -> Self {
        let (cutter, body, mark) = (Cutter::new(text, header, kinds), Body::default(), Mark::default());
        Self { text, kinds, cutter, cut: 0, body, settled: 0, mark, goes_on: true }
    }

    /// How well the first lines fit.
    fn score(&mut self) -> i32 {
        self.read_on(SAMPLE);
        // More columns fit anything better: each has to be worth its place.
        self.body.score - 2 * (self.body.rows.len() * self.kinds.len()) as i32
    }

    /// Reads all rows.
    fn finish(mut self) -> Body {
        while self.goes_on {
            self.read_on(3 * self.cut);
        }
        self.body
    }

    /// Reads so many more lines.
    fn read_on(&mut self, lines: usize) {
        self.cut += lines;
        let more = self.cutter.read_on(lines);
        self.body.go_back(self.mark);
        let last = self.cutter.len().saturating_sub(1);
        self.goes_on = false;
        while self.settled < last {
            if self.read_block(self.settled) > 0 {
                return;
            }
            self.settled += 1;
        }
        self.mark = self.body.mark();
        let left = if self.settled < self.cutter.len() { self.read_block(last) } else { 0 };
        // More lines would change the last block.
        self.goes_on = more && left <= reach(self.kinds.len());
    }

    /// Reads the lines of a block, and says how many of them are no part of the table.
    fn read_block(&mut self, at: usize) -> usize {
        let another_follows = at + 1 < self.cutter.len();
        let (lines, extent) = match self.cutter.block(at) {
            Block::Section(line) => {
                self.body.heading = Some(line);
                return 0;
            }
            Block::Figures(lines) => {
                self.body.begin(self.text);
                self.body.figures(self.text, lines);
                return 0;
            }
            Block::Row(lines) => (lines, if another_follows { Extent::All } else { Extent::Some }),
            Block::Rows(lines) => (lines, Extent::Some),
        };
        let laid = lay(lines.iter().map(|&line| self.text.core(line)), self.kinds, extent);
        if !laid.places.is_empty() {
            self.body.begin(self.text);
            self.body.take(self.text, lines, &laid, self.kinds.len());
        }
        lines.len() - laid.places.len()
    }
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
}

impl Body {
    fn mark(&self) -> Mark {
        Mark { rows: self.rows.len(), end: self.end, score: self.score, heading: self.heading }
    }

    /// Leaves out what was read since.
    fn go_back(&mut self, mark: Mark) {
        self.rows.truncate(mark.rows);
        (self.end, self.score, self.heading) = (mark.end, mark.score, mark.heading);
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

    fn table(self, text: Text<'_>, header: &Header) -> RawTable {
        let start = header.lines().next().unwrap_or(0);
        let row = |heads: &[Head]| RawRow {
            cells: heads.iter().map(|head| head.iter().map(|&line| text.line(line)).collect()).collect(),
            first_line: heads.first().map_or(0, |head| head[0] as u32),
        };
        let lines = (start..self.end).filter(|&line| !text.is_gap(line)).map(|line| line as u32).collect();
        let heads = [&header.first, &header.second].into_iter().filter(|heads| !heads.is_empty());
        let mut rows: Vec<RawRow> = heads.map(|heads| row(heads)).collect();
        rows.extend(self.rows);
        RawTable { rows, lines, end: self.end, columns: header.columns.clone(), ..RawTable::default() }
    }
}
