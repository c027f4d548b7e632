//! Tables whose cells stand between tabs or upright strokes.

use super::column::{Announced, announced, is_usual};
use super::delimited_head::{Delimiter, Opening, is_card, opening, signs};
use super::fit::{is_body, is_section, number};
use super::joint::ends_open;
use super::raw::{RawRow, RawTable, Text};
use crate::model::Span;
use crate::phrase::around::opens_remark;
use crate::phrase::body::is_torn;
use crate::text::Kinds;
use crate::text::chars::{is_blank, is_close, is_colon, is_comma, is_han, is_open, is_stop, marks};
use crate::vocabulary::{LEVELS, ORGANS, PLACE_SUFFIXES, TITLE_WORDS};

/// The table whose first row begins at line `at`.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    let Opening { delimiter, signs, along } = opening(text, at)?;
    let mut reader = Reader::new(text, delimiter, signs, along);
    reader.run(at);
    Some(reader.finish())
}

/// No cell has more lines without delimiters.
const MOST_PLAIN: usize = 24;

/// What a line is to a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A gap, or the number of a page.
    Nothing,
    /// A line drawn below the header.
    Rule,
    /// Cells, or parts of them.
    Cells,
    /// A heading between two rows.
    Section,
    /// It carries on the last cell.
    Rest,
    /// The first line of a cell that a row begins with.
    Opening,
    /// It is no part of the table.
    End,
}

struct Reader<'a> {
    text: Text<'a>,
    delimiter: Delimiter,
    /// How many strokes a row has.
    signs: usize,
    table: RawTable,
    row: RawRow,
    /// The strokes of the row so far.
    seen: usize,
    /// The cells of a row, as the first line of the header has them; 0 where there is none.
    width: usize,
    /// The column that counts the rows.
    numbered: Option<usize>,
    last_number: u32,
    /// Whether every line of a row ends in a stroke, as the header does; unknown where each head has a line of its own.
    closed: Option<bool>,
    /// Whether the last line of the row ends so.
    shut: bool,
    /// Whether the row has nothing yet but the first line of its first cell.
    begun: bool,
}

impl<'a> Reader<'a> {
    fn new(text: Text<'a>, delimiter: Delimiter, signs: usize, along: bool) -> Self {
        let (table, row) = (RawTable::default(), RawRow::default());
        Self {
            text,
            delimiter,
            signs,
            table,
            row,
            seen: 0,
            width: 0,
            numbered: None,
            last_number: 0,
            closed: along.then_some(false),
            shut: false,
            begun: false,
        }
    }

    fn run(&mut self, from: usize) {
        let mut plain = 0;
        for at in from..self.text.lines.len() {
            // A heading ends the row above it.
            if self.is_heading(at) {
                self.close();
            }
            match self.role(at, plain) {
                Role::End => break,
                Role::Nothing => continue,
                Role::Rule => {}
                Role::Cells => {
                    plain = 0;
                    self.take(at);
                }
                Role::Section => self.take_section(at),
                Role::Rest => {
                    plain += 1;
                    self.append(vec![self.whole(at)]);
                }
                Role::Opening => {
                    self.close();
                    let cells = vec![vec![self.whole(at)]];
                    (self.row, self.seen, self.begun) = (RawRow { cells, first_line: at as u32 }, 0, true);
                }
            }
            self.table.lines.push(at as u32);
        }
        self.table.end = self.table.lines.last().map_or(from + 1, |&last| last as usize + 1);
    }

    fn is_heading(&self, at: usize) -> bool {
        // Between tabs a row is not filled up: one with fewer cells than the header may be whole.
        let ended = || !self.is_open() || self.delimiter == Delimiter::Tab && !ends_open(self.last_words());
        is_section(self.text.words(self.banner(at))) && ended()
    }

    /// `| 一、经济运行 |`: the words of a line, without strokes around all of them.
    fn banner(&self, at: usize) -> Span {
        let raw = self.text.raw(at);
        let drawn = self.delimiter == Delimiter::Stroke && self.signs > 2 && signs(raw) == 2;
        let inner =
            raw.trim_matches(is_blank).strip_prefix(['|', '｜']).and_then(|rest| rest.strip_suffix(['|', '｜']));
        match inner.filter(|_| drawn) {
            Some(words) => {
                let start = raw.find(|c| Delimiter::Stroke.is(c)).map_or(0, |at| at + 1);
                let start = start + raw[start..].find(words).unwrap_or(0);
                self.text.piece(at, start, start + words.len())
            }
            None => self.whole(at),
        }
    }

    /// What a line is, behind `plain` lines without delimiters.
    fn role(&self, at: usize, plain: usize) -> Role {
        let (raw, core) = (self.text.raw(at), self.text.core(at));
        match () {
            () if self.text.is_gap(at) => Role::Nothing,
            () if self.is_quoted(at) => {
                if self.has_cells(at) {
                    Role::Cells
                } else {
                    Role::Rest
                }
            }
            // The number of a page.
            () if core.len() <= 3 && number(core).is_some() && !self.is_open() => Role::Nothing,
            () if self.delimiter == Delimiter::Stroke && is_rule(core) => Role::Rule,
            () if self.width > 2 && !self.is_open() && is_card(raw, self.delimiter) => Role::End,
            () if self.is_heading(at) && self.width > 0 && self.is_above_row(at) => Role::Section,
            () if self.is_sparse(raw) && (self.text.is_foot(at) || self.titles_another(at)) => Role::End,
            // Rows that follow are the table's all the same.
            () if self.width > 0 && self.is_remark(at) => {
                if self.is_above_row(at) {
                    Role::Nothing
                } else {
                    Role::End
                }
            }
            () if self.has_cells(at) => Role::Cells,
            () if self.goes_on_in_head(core) => Role::Rest,
            () if plain < MOST_PLAIN && self.goes_on_in(core) => Role::Rest,
            () if self.opens_row(at, core) => Role::Opening,
            () => Role::End,
        }
    }

    /// Whether the row has fewer cells, or strokes, than rows have.
    fn is_open(&self) -> bool {
        match self.delimiter {
            // A row that lacks a cell which was printed once for several ends with its line all the same.
            Delimiter::Stroke if self.shut && self.seen + 2 >= self.signs => false,
            Delimiter::Stroke => !self.row.cells.is_empty() && self.seen < self.signs,
            Delimiter::Tab => !self.row.cells.is_empty() && self.row.cells.len() < self.width,
        }
    }

    /// `"1.新增…；⏎2.…"`: whether the line stands inside quotation marks, as spreadsheets print a cell of several lines.
    fn is_quoted(&self, at: usize) -> bool {
        let quotes = |words: &str| words.matches('"').count();
        let Some(cell) = self.row.cells.last().filter(|_| self.delimiter == Delimiter::Tab) else { return false };
        let begins = cell.first().is_some_and(|&span| self.text.words(span).starts_with('"'));
        let is_open = || cell.iter().map(|&span| quotes(self.text.words(span))).sum::<usize>() % 2 == 1;
        let closes = |line: usize| quotes(self.text.raw(line)) > 0;
        begins && cell.len() <= MOST_PLAIN && is_open() && (at..self.text.lines.len()).take(MOST_PLAIN).any(closes)
    }

    /// Whether a row begins with a heading over several rows that is broken inside its cell.
    fn opens_row(&self, at: usize, core: &str) -> bool {
        let head = self.table.rows.first().unwrap_or(&self.row);
        let groups = head.cells.first().is_some_and(|cell| {
            announced(self.text.words(cell[0])) == Some(Announced::Kind(super::ColumnKind::Category))
        });
        let short = core.chars().count() <= 10 && !core.contains(|c| is_stop(c) || is_colon(c));
        self.delimiter == Delimiter::Tab && groups && short && !self.is_open() && self.is_above_row(at)
    }

    /// Whether a line has words in no more than one cell, or in few of those that a row has.
    fn is_sparse(&self, raw: &str) -> bool {
        let has_words = |cell: &&str| !cell.trim_matches(is_blank).is_empty();
        let words = match self.delimiter {
            Delimiter::Tab => raw.split('\t').filter(has_words).count(),
            Delimiter::Stroke => raw.split(['|', '｜']).filter(has_words).count(),
        };
        words < 2 || words * 3 < self.width
    }

    fn has_cells(&self, at: usize) -> bool {
        self.text.has(at, self.delimiter.kind())
    }

    /// Whether the next line that is no gap has cells.
    fn is_above_row(&self, at: usize) -> bool {
        let next = (at + 1..self.text.lines.len()).take(4).find(|&line| !self.text.is_gap(line));
        next.is_some_and(|line| self.has_cells(line))
    }

    /// Whether a line is a remark below its table.
    fn is_remark(&self, at: usize) -> bool {
        if !self.text.has(at, Kinds::COLON) {
            return false;
        }
        let words = self.text.words(self.banner(at));
        opens_remark(words.split(|c| self.delimiter.is(c)).next().unwrap_or(words))
    }

    /// Whether a line without cells stands, with no more than two others, above a line like the first of the table: it is of the
    /// title of another table with the same heads.
    fn titles_another(&self, at: usize) -> bool {
        let Some(&head) = self.table.lines.first().filter(|_| self.width > 0) else { return false };
        let mut below = (at + 1..self.text.lines.len()).take(6).filter(|&line| !self.text.is_gap(line)).take(3);
        let row = below.find(|&line| self.has_cells(line));
        row.is_some_and(|line| self.text.core(line) == self.text.core(head as usize)) && self.ends_title(at)
    }

    /// Whether a line ends as titles and marks of annexes do.
    fn ends_title(&self, at: usize) -> bool {
        let core = self.text.core(at);
        TITLE_WORDS.at_end(core).is_some()
            || core.starts_with("附") && number(core.trim_start_matches(is_han)).is_some()
    }

    fn last_words(&self) -> &str {
        let last = self.row.cells.last().and_then(|cell| cell.last());
        last.map_or("", |&span| self.text.words(span))
    }

    /// Whether a line without delimiters carries on the last cell.
    fn goes_on_in(&self, line: &str) -> bool {
        let last = self.last_words();
        if self.row.cells.is_empty() || last.is_empty() && self.delimiter == Delimiter::Tab {
            return false;
        }
        // Nothing is cut off before a stroke.
        if self.shut && !self.is_open() {
            return false;
        }
        if self.is_open() {
            return !last.ends_with(is_stop) || self.delimiter == Delimiter::Stroke;
        }
        let joined =
            ends_open(last) || line.starts_with(|c: char| c == '、' || is_comma(c) || is_close(c) || is_open(c));
        let tail = line.split(['、', '，', ',']).next().unwrap_or(line);
        let joined = joined || is_torn(last.rsplit('、').next().unwrap_or(last), tail);
        let joined =
            joined || PLACE_SUFFIXES.at_start(line).is_some() && is_body(last.rsplit('、').next().unwrap_or(last));
        let ends_name = is_body(tail) || tail.chars().count() <= 3 && ORGANS.at_end(tail).is_some();
        joined || (line.chars().count() <= 24 && !line.contains(is_stop) && ends_name && cut_name(last))
    }

    /// `责任⏎领导`: whether words carry on the last head of a header between tabs.
    fn goes_on_in_head(&self, first: &str) -> bool {
        let last = self.last_words();
        let is_head = |cell: &Vec<Span>| announced(first_words(self.text, cell)).is_some();
        self.delimiter == Delimiter::Tab
            && self.table.rows.is_empty()
            && !(last.is_empty() || first.is_empty())
            && self.row.cells.iter().filter(|cell| is_head(cell)).count() > 1
            && is_usual(&[last, first].concat())
    }

    fn take(&mut self, at: usize) {
        let pieces = self.pieces(at);
        let signs = pieces.len() - 1;
        let shuts = self.delimiter == Delimiter::Stroke && pieces.last().is_some_and(|last| last.is_empty());
        if self.starts_row(&pieces, at) {
            self.close();
            self.row = RawRow { cells: Vec::with_capacity(pieces.len()), first_line: at as u32 };
            self.row.cells.extend(pieces.into_iter().map(|piece| vec![piece]));
            self.seen = signs;
        } else {
            self.seen += signs;
            self.append(pieces);
        }
        if self.table.rows.is_empty() {
            self.closed = self.closed.map(|_| shuts && self.seen == self.signs && self.signs > 2);
        }
        self.shut = shuts && self.closed == Some(true);
    }

    /// A heading between two rows.
    fn take_section(&mut self, at: usize) {
        let piece = self.banner(at);
        // Where strokes open the rows, an empty cell stands before the first.
        let lead = self.leads().then(|| vec![Span::new(piece.start, piece.start)]);
        self.row = RawRow { cells: lead.into_iter().chain([vec![piece]]).collect(), first_line: at as u32 };
        self.close();
    }

    /// A line as one piece.
    fn whole(&self, at: usize) -> Span {
        self.text.piece(at, 0, self.text.raw(at).len())
    }

    /// The first piece carries on the last cell.
    fn append(&mut self, pieces: Vec<Span>) {
        let mut pieces = pieces.into_iter();
        if let (Some(last), Some(first)) = (self.row.cells.last_mut(), pieces.next()) {
            let empty = last.len() == 1 && last[0].is_empty();
            if empty {
                *last = vec![first];
            } else if !first.is_empty() {
                last.push(first);
            }
        }
        self.row.cells.extend(pieces.map(|piece| vec![piece]));
    }

    fn starts_row(&mut self, pieces: &[Span], at: usize) -> bool {
        let goes_on =
            |reader: &Self| pieces.first().is_some_and(|&first| reader.goes_on_in_head(reader.text.words(first)));
        if std::mem::take(&mut self.begun) || self.is_quoted(at) || goes_on(self) {
            return false;
        }
        if self.row.cells.is_empty() || !self.is_open() {
            return true;
        }
        let words = |at: usize| pieces.get(at).map_or("", |&span| self.text.words(span));
        let (first, count) = (words(0), pieces.len());
        let value = self.numbered.and_then(|column| number(words(column)));
        let own = self.numbered.and_then(|column| self.row.cells.get(column)?.first().copied());
        let above = own.and_then(|span| number(self.text.words(span))).unwrap_or(self.last_number);
        let next = value.is_some_and(|value| value == above + 1 || value == 1);
        match self.delimiter {
            Delimiter::Stroke => {
                let leads = self.text.raw(at).trim_start_matches(is_blank).starts_with(['|', '｜']);
                leads && self.leads() || next && self.row.cells.len() > 1 && self.seen > 0
            }
            Delimiter::Tab => {
                let last = self.last_words();
                let fits = self.row.cells.len() + count - 1 <= self.width;
                let unfinished =
                    ends_open(last) || (last.contains(is_comma) && !last.ends_with(is_stop)) || self.numbered.is_some();
                let carries_on = fits && unfinished && !first.is_empty() && !last.is_empty() && !next;
                !carries_on
            }
        }
    }

    /// Whether rows open with a stroke.
    fn leads(&self) -> bool {
        let first = self.table.rows.first().or(Some(&self.row)).and_then(|row| row.cells.first());
        first.is_some_and(|cell| cell.iter().all(|span| span.is_empty()))
    }

    fn pieces(&self, at: usize) -> Vec<Span> {
        let raw = self.text.raw(at);
        let mut found = Vec::new();
        let mut start = 0;
        for (end, c) in marks(raw).filter(|&(_, c)| self.delimiter.is(c)) {
            found.push(self.text.piece(at, start, end));
            start = end + c.len_utf8();
        }
        found.push(self.text.piece(at, start, raw.len()));
        found
    }

    fn close(&mut self) {
        if self.row.cells.is_empty() {
            return;
        }
        let row = std::mem::take(&mut self.row);
        let skip = usize::from(
            self.delimiter == Delimiter::Stroke
                && row.cells[0].iter().all(|span| span.is_empty())
                && self.table.rows.first().is_none_or(|first| first.cells[0].iter().all(|span| span.is_empty())),
        );
        let words = |at: usize| row.cells.get(at).map_or("", |cell| first_words(self.text, cell));
        if self.table.rows.is_empty() {
            let known = row.cells.iter().filter(|cell| announced(first_words(self.text, cell)).is_some()).count();
            if known >= 2 {
                self.width = row.cells.len();
                let counts = |at: &usize| announced(words(*at)) == Some(Announced::Kind(super::ColumnKind::Number));
                self.numbered = (skip..row.cells.len().min(skip + 3)).find(counts);
            }
        } else if let Some(value) = self.numbered.and_then(|column| number(words(column))) {
            self.last_number = value;
        }
        self.table.rows.push(row);
    }

    /// Takes off the empty cells outside of the outer strokes.
    fn finish(mut self) -> RawTable {
        self.close();
        if self.delimiter == Delimiter::Stroke {
            let blank = |cell: Option<&Vec<Span>>| cell.is_some_and(|cell| cell.iter().all(|span| span.is_empty()));
            let first = self.table.rows.first();
            let leads = first.is_some_and(|row| blank(row.cells.first()));
            let trails = first.is_some_and(|row| row.cells.len() > 1 && blank(row.cells.last()));
            for row in &mut self.table.rows {
                if trails && row.cells.len() > 1 && blank(row.cells.last()) {
                    row.cells.pop();
                }
                if leads && row.cells.len() > 1 && blank(row.cells.first()) {
                    row.cells.remove(0);
                }
            }
        }
        for cell in self.table.rows.iter_mut().flat_map(|row| &mut row.cells) {
            break_cell(self.text, cell);
            unquote(self.text, cell);
        }
        self.table
    }
}

/// `甲局<br>乙局`: what Markdown writes for a break inside a cell.
fn break_cell(text: Text<'_>, cell: &mut Vec<Span>) {
    const BREAKS: [&str; 4] = ["<br>", "<br/>", "<br />", "<BR>"];
    if !cell.iter().any(|&span| text.words(span).contains('<')) {
        return;
    }
    let mut lines = Vec::with_capacity(cell.len());
    for &span in &*cell {
        let words = text.words(span);
        let mut start = span.start;
        for (at, _) in words.match_indices('<') {
            if let Some(sign) = BREAKS.iter().find(|sign| words[at..].starts_with(**sign)) {
                lines.push(Span::new(start, span.start + at as u32));
                start = span.start + (at + sign.len()) as u32;
            }
        }
        lines.push(Span::new(start, span.end));
    }
    *cell = lines;
}

/// `"甲局⏎乙局"`: what spreadsheets print around a cell of several lines.
fn unquote(text: Text<'_>, cell: &mut [Span]) {
    let ends = |cell: &[Span]| {
        let (first, last) = (text.words(*cell.first()?), text.words(*cell.last()?));
        Some(cell.len() > 1 && first.starts_with('"') && last.ends_with('"'))
    };
    if ends(cell) == Some(true) {
        cell[0].start += 1;
        cell[cell.len() - 1].end -= 1;
    }
}

fn first_words<'a>(text: Text<'a>, cell: &[Span]) -> &'a str {
    cell.first().map_or("", |&span| text.words(span))
}

/// `|---|:-:|`: the line below a header in Markdown.
fn is_rule(core: &str) -> bool {
    core.contains('-') && core.chars().all(|c| matches!(c, '|' | '｜' | '-' | ':' | '+' | ' '))
}

/// Whether the last name of a list is one that a line's end may have cut.
fn cut_name(text: &str) -> bool {
    let name = text.rsplit(['、', '，', ',']).next().unwrap_or(text);
    !is_body(name)
        && name.chars().count() <= 12
        && (text.contains('、') || LEVELS.at_start(name).is_some() || name.chars().count() <= 3)
}
