//! Tables that print a stroke before each cell and break lines wherever they please: a line may be a cell, or a part of one.
//!
//! A row has no end of its own: it has as many cells as there are heads, and one more where the numbers of the rows stand
//! below no head. The heading of several rows (类别) may be a cell of the first of them alone.

use super::ColumnKind;
use super::column::{Announced, announced};
use super::fit::{is_section, number};
use super::raw::{RawRow, RawTable, Text, closed};
use crate::model::Span;
use crate::text::Kinds;
use crate::text::chars::{is_blank, is_colon, is_stop};

/// A table has no more columns.
const MOST: usize = 24;
/// No head has more bytes.
const LONGEST: usize = 60;
/// No cell has more lines.
const HIGHEST: usize = 24;

fn is_stroke(c: char) -> bool {
    matches!(c, '|' | '｜')
}

/// A part of a line: what stands before its first stroke, or behind one.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    line: usize,
    /// Whether a cell begins with it.
    begins: bool,
}

/// The pieces of a line. A stroke at the end of a line stands before the words of the next one.
fn pieces(text: Text<'_>, line: usize) -> Vec<Piece> {
    let raw = text.raw(line);
    let mut found = Vec::new();
    let (mut start, mut begins) = (0, ends_above(text, line));
    let strokes = raw.char_indices().filter(|&(_, c)| is_stroke(c));
    for (end, next) in strokes.map(|(at, c)| (at, at + c.len_utf8())).chain([(raw.len(), raw.len())]) {
        let span = text.piece(line, start, end);
        if begins || !span.is_empty() {
            found.push(Piece { span, line, begins });
        }
        (start, begins) = (next, true);
    }
    let goes_below = || words_below(text, line).is_some_and(|below| !opens_with_stroke(text, below));
    if found.last().is_some_and(|last| last.begins && last.span.is_empty()) && goes_below() {
        found.pop();
    }
    found
}

/// Whether a stroke at the end of the line above begins the words of this one.
fn ends_above(text: Text<'_>, line: usize) -> bool {
    let above = (line.saturating_sub(4)..line).rev().find(|&above| !text.is_gap(above));
    above.is_some_and(|above| text.core(above).ends_with(is_stroke)) && !opens_with_stroke(text, line)
}

/// The next line with words.
fn words_below(text: Text<'_>, line: usize) -> Option<usize> {
    (line + 1..text.lines.len()).take(4).find(|&below| !text.is_gap(below))
}

fn opens_with_stroke(text: Text<'_>, line: usize) -> bool {
    text.lines[line].kinds.meets(Kinds::STROKE) && text.core(line).starts_with(is_stroke)
}

/// The table whose first head is line `at`, with a stroke at the start of the line below it.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    let first = text.core(at);
    if first.is_empty() || first.len() > LONGEST || text.has(at, Kinds::STROKE | Kinds::COLON) {
        return None;
    }
    let next = words_below(text, at)?;
    if !opens_with_stroke(text, next) {
        return None;
    }
    known(first)?;
    let Header { heads, behind } = Header::at(text, at)?;
    let is = |at: usize, wanted| kind(text, &heads[at]) == Some(wanted);
    let grouped = is(0, ColumnKind::Category) && is(1, ColumnKind::Number);
    let counted = grouped || is(0, ColumnKind::Number);
    let mut reader = Reader { text, width: heads.len(), counted, grouped, last: 0, rows: Vec::new(), row: None };
    let header = RawRow { cells: heads, first_line: at as u32 };
    reader.run(behind);
    if reader.rows.is_empty() {
        return None;
    }
    let end = reader.rows.iter().map(|(_, end)| *end).max().unwrap_or(at);
    let wide = reader.rows.iter().any(|(row, _)| row.cells.len() > reader.width);
    let start = header.cells[0].first().map_or(0, |span| span.start);
    let lead = wide.then(|| vec![Span::new(start, start)]);
    let header = RawRow { cells: lead.into_iter().chain(header.cells).collect(), ..header };
    let rows = std::iter::once(header).chain(reader.rows.into_iter().map(|(row, _)| row)).collect();
    let lines = (at..=end).filter(|&line| !text.is_gap(line)).map(|line| line as u32).collect();
    Some(RawTable { rows, lines, end: end + 1, ..RawTable::default() })
}

/// What a head announces, its blanks left out.
fn known(words: &str) -> Option<Announced> {
    if words.len() > LONGEST || words.contains(is_colon) {
        return None;
    }
    announced(&closed(words))
}

fn words(text: Text<'_>, cell: &[Span]) -> String {
    cell.iter().flat_map(|&span| text.words(span).chars()).filter(|&c| !is_blank(c)).collect()
}

fn kind(text: Text<'_>, cell: &[Span]) -> Option<ColumnKind> {
    known(&words(text, cell)).and_then(Announced::kind)
}

/// The heads of a table.
struct Header {
    heads: Vec<Vec<Span>>,
    /// The first piece behind them: its line and its place there.
    behind: (usize, usize),
}

impl Header {
    fn at(text: Text<'_>, at: usize) -> Option<Self> {
        let mut heads: Vec<Vec<Span>> = Vec::new();
        for line in (at..text.lines.len()).filter(|&line| !text.is_gap(line)).take(MOST * 2) {
            for (place, piece) in pieces(text, line).into_iter().enumerate() {
                let own = text.words(piece.span);
                // What follows the heads is a number or a heading.
                if piece.begins && heads.len() > 2 && (number(own).is_some() || is_section(own)) {
                    return is_header(text, &heads).then_some(Self { heads, behind: (line, place) });
                }
                if own.is_empty() || own.contains(is_stop) || own.chars().count() > 16 || heads.len() > MOST {
                    return None;
                }
                match heads.last_mut().filter(|_| !piece.begins) {
                    Some(last) => last.push(piece.span),
                    None => heads.push(vec![piece.span]),
                }
            }
        }
        None
    }
}

/// Whether most heads are known, and they say what is to be done and who does it, or how much.
fn is_header(text: Text<'_>, heads: &[Vec<Span>]) -> bool {
    let known = heads.iter().filter(|head| known(&words(text, head)).is_some()).count();
    let kinds = || heads.iter().filter_map(|head| kind(text, head));
    let says = kinds()
        .any(|kind| kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Goal | ColumnKind::Total));
    known * 5 >= heads.len() * 4 && kinds().any(ColumnKind::is_prose) && says
}

struct Reader<'a> {
    text: Text<'a>,
    /// How many heads there are.
    width: usize,
    /// Whether one of them stands over the numbers.
    counted: bool,
    /// Whether a heading over several rows stands before the number of the first of them.
    grouped: bool,
    last: u32,
    /// The rows, each with its last line.
    rows: Vec<(RawRow, usize)>,
    row: Option<Open>,
}

/// The row that is being read.
struct Open {
    row: RawRow,
    width: usize,
    /// Its last line.
    end: usize,
    /// The lines of its last cell.
    height: usize,
}

impl Reader<'_> {
    /// Reads rows from a piece on.
    fn run(&mut self, (from, place): (usize, usize)) {
        let mut skip = place;
        for line in from..self.text.lines.len() {
            if self.text.is_gap(line) {
                continue;
            }
            for piece in pieces(self.text, line).into_iter().skip(std::mem::take(&mut skip)) {
                if !self.take(piece) {
                    self.close();
                    return;
                }
            }
        }
        self.close();
    }

    fn is_full(&self) -> bool {
        self.row.as_ref().is_none_or(|open| open.row.cells.len() >= open.width)
    }

    /// Whether the piece belongs to the table.
    fn take(&mut self, piece: Piece) -> bool {
        let text = self.text;
        let words = text.words(piece.span);
        let full = self.is_full();
        if full && (self.begins_row(words) || self.grouped && self.heads_row(piece)) {
            self.begin(piece);
            return true;
        }
        let Some(open) = &mut self.row else { return words.is_empty() };
        if !piece.begins {
            open.height += 1;
            open.end = piece.line;
            if let Some(last) = open.row.cells.last_mut() {
                last.retain(|span| !span.is_empty());
                last.push(piece.span);
            }
            let goes_on = words_below(text, piece.line);
            return open.height <= HIGHEST && (!full || goes_on.is_some_and(|line| opens_with_stroke(text, line)));
        }
        if full {
            // A stroke may stand before the row and behind it.
            self.close();
            return words.is_empty();
        }
        open.row.cells.push(vec![piece.span]);
        (open.end, open.height) = (piece.line, 1);
        if self.grouped && open.row.cells.len() == 2 {
            self.last = number(words).unwrap_or(self.last);
        }
        true
    }

    /// Whether a row begins with these words: they count it, or they are a heading over others.
    fn begins_row(&self, words: &str) -> bool {
        let next = |value: u32| value == self.last + 1 || value == 1 || self.rows.is_empty() && self.row.is_none();
        is_section(words) || number(words).is_some_and(next)
    }

    /// Whether the number of a row stands right behind a piece.
    fn heads_row(&self, piece: Piece) -> bool {
        let words = |line: usize| self.text.core(line).trim_matches(|c| is_stroke(c) || is_blank(c));
        let behind = (piece.line + 1..self.text.lines.len()).take(4).map(words).find(|words| !words.is_empty());
        !self.text.words(piece.span).is_empty() && behind.and_then(number) == Some(self.last + 1)
    }

    fn begin(&mut self, piece: Piece) {
        self.close();
        let text = self.text;
        let words = text.words(piece.span);
        let count = number(words).filter(|_| !is_section(words));
        self.last = count.unwrap_or(self.last);
        let width = self.width + usize::from(count.is_some() && !self.counted);
        let start = piece.span.start;
        let group = (self.grouped && count.is_some()).then(|| vec![Span::new(start, start)]);
        let cells = group.into_iter().chain([vec![piece.span]]).collect();
        self.row =
            Some(Open { row: RawRow { cells, first_line: piece.line as u32 }, width, end: piece.line, height: 1 });
    }

    /// A row is kept where all its cells are there; of a heading only its words are.
    fn close(&mut self) {
        let Some(Open { mut row, width, end, .. }) = self.row.take() else { return };
        let heading = is_section(self.text.words(row.cells[0][0]));
        if heading && row.cells.iter().skip(1).flatten().all(|&span| is_weight(self.text.words(span))) {
            row.cells.truncate(1);
        } else if row.cells.len() + 1 < width {
            return;
        }
        self.rows.push((row, end));
    }
}

/// A cell beside a heading that says no more than the heading does: nothing, or what all below it weighs.
fn is_weight(words: &str) -> bool {
    words.chars().all(|c| c.is_ascii_digit() || matches!(c, '%' | '％' | '.'))
}
