//! Tables whose cells run together without anything between them, as some programs write out what they show of a page.
//!
//! The heads are known words; rows count up; what stands in the columns behind the words of a task — officials, bodies,
//! times — is told by what it looks like. Where a name ends and the words begin, nothing but the language tells.

use std::ops::Range;

use super::ColumnKind;
use super::column::{Announced, Column, announced, is_usual, undivided};
use super::fit::{is_body, names_time};
use super::raw::{RawRow, RawTable, Text};
use super::stacked_rows::is_end;
use super::tried::Tried;
use crate::model::Span;
use crate::text::chars::{digit, is_blank, is_close, is_han, is_open, is_stop};
use crate::text::is_page_number;
use crate::vocabulary::{CELL_WORDS, CellWord, GROUPS, LEVELS, ORGANS, PLACE_SUFFIXES, SURNAMES};

/// The head that counts the rows: without it nothing tells one row from the next.
const COUNT: &str = "序号";
/// The heads of a table take no more bytes.
const WIDEST: usize = 240;
/// No body's name is longer.
const LONGEST_BODY: usize = 20;

/// What a name goes on in, and no other begins with.
const RANKS: [&str; 8] = ["局", "委", "办", "厅", "政府", "人民政府", "管委会", "管理委员会"];

/// The table whose heads run together on line `at`.
pub(super) fn read(text: Text<'_>, at: usize, tried: &mut Tried) -> Option<RawTable> {
    if at < tried.glued || !counts(text, at, tried) {
        return None;
    }
    let raw = text.raw(at);
    let start = raw.find(COUNT)?;
    let heads = heads(&raw[start..])?;
    let columns: Vec<Column> = heads.iter().map(|head| column(text, at, start, head)).collect();
    let width = heads.last()?.end;
    let stream = Stream::gather(text, at, start + width, &raw[start..start + width]);
    let parser = Parser::new(&stream.text, &columns)?;
    let rows = parser.rows();
    if rows.len() < 2 {
        // No line is gathered again for another header that is like this one.
        tried.glued = stream.end;
        return None;
    }
    let behind = rows.iter().flat_map(|row| row.iter().flatten()).map(|range| range.end).max()?;
    let end_byte = stream.places[behind.checked_sub(1)?];
    let header = heads.iter().map(|head| vec![text.piece(at, start + head.start, start + head.end)]).collect();
    let mut table = RawTable {
        rows: vec![RawRow { cells: header, first_line: at as u32 }],
        columns,
        glued: true,
        cut: (start > 0).then(|| (at as u32, text.lines[at].content.start + start as u32)),
        ..RawTable::default()
    };
    let line_of = |byte: u32| text.lines.partition_point(|line| line.content.start <= byte).saturating_sub(1);
    for row in rows {
        let first = row.iter().flatten().map(|range| range.start).min().unwrap_or(0);
        let start = stream.places[first];
        let cells = row.into_iter().map(|cell| {
            if cell.is_empty() {
                return vec![Span::new(start, start)];
            }
            cell.into_iter().flat_map(|range| stream.spans(range)).collect()
        });
        table.rows.push(RawRow { cells: cells.collect(), first_line: line_of(start) as u32 });
    }
    table.end = line_of(end_byte) + 1;
    table.lines = (at..table.end).filter(|&line| !text.is_gap(line)).map(|line| line as u32).collect();
    Some(table)
}

/// Whether a head that counts rows stands on a line. The text is searched for the next one, and not every line for its own.
fn counts(text: Text<'_>, at: usize, tried: &mut Tried) -> bool {
    let line = text.lines[at].content.range();
    let next = tried.next_count.filter(|&next| next >= line.start).unwrap_or_else(|| {
        let behind = text.source[line.start..].find(COUNT);
        behind.map_or(usize::MAX, |behind| line.start + behind)
    });
    tried.next_count = Some(next);
    next < line.end
}

/// Heads that run together up to the number of the first row; ranges of the words.
fn heads(words: &str) -> Option<Vec<Range<usize>>> {
    let stop = words.char_indices().take_while(|&(at, _)| at < WIDEST).find(|&(_, c)| digit(c).is_some())?.0;
    let words = &words[..stop];
    let bounds: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([stop]).collect();
    // For each place the least cost of the heads before it, and where the last of them begins.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; bounds.len()];
    best[0] = Some((0, 0));
    for from in 0..bounds.len() {
        let Some((cost, _)) = best[from] else { continue };
        for to in from + 1..bounds.len().min(from + 13) {
            let head = words[bounds[from]..bounds[to]].trim_matches(is_blank);
            // Most heads have four characters; longer ones are rather two.
            let own = match () {
                () if head.is_empty() => 0,
                () if is_usual(head) => 10 + 3 * (to - from).abs_diff(4),
                () if announced(head).is_some() => 20 + 3 * (to - from),
                () => continue,
            };
            if best[to].is_none_or(|(known, _)| cost + own < known) {
                best[to] = Some((cost + own, from));
            }
        }
    }
    let mut found = Vec::new();
    let mut at = bounds.len() - 1;
    while at > 0 {
        let (_, from) = best[at]?;
        found.push(bounds[from]..bounds[at]);
        at = from;
    }
    found.reverse();
    found.retain(|head| !words[head.clone()].trim_matches(is_blank).is_empty());
    let glued = found.windows(2).any(|pair| pair[0].end == pair[1].start && !words[..pair[0].end].ends_with(is_blank));
    (glued && found.len() >= 4 && &words[found[0].clone()] == COUNT).then_some(found)
}

fn column(text: Text<'_>, at: usize, start: usize, head: &Range<usize>) -> Column {
    let span = text.piece(at, start + head.start, start + head.end);
    let name = super::Cell::new(text.source, vec![span]).text;
    let kind = match announced(&name) {
        Some(Announced::Kind(kind)) => kind,
        _ => undivided(&name),
    };
    Column { name, kind, span }
}

/// The words below the heads as one run, and where each of its bytes stands.
#[derive(Debug, Default)]
struct Stream {
    text: String,
    places: Vec<u32>,
    /// The line behind it.
    end: usize,
}

impl Stream {
    fn gather(text: Text<'_>, at: usize, from: usize, header: &str) -> Self {
        let mut stream = Self { end: at + 1, ..Self::default() };
        stream.push(text, at, from, header);
        let mut page = numbered_page(text.raw(at)).map_or(0, |(value, _)| value);
        for line in at + 1..text.lines.len() {
            let core = text.core(line);
            if is_end(core) || core.contains(COUNT) && !core.contains(header) {
                break;
            }
            stream.end = line + 1;
            if text.is_gap(line) {
                continue;
            }
            // `2、`: the viewer's own count of what it shows.
            let own =
                numbered_page(text.raw(line)).filter(|&(value, _)| value == page + 1 || page > 0 && value == page);
            page = own.map_or(page, |(value, _)| value);
            stream.push(text, line, own.map_or(0, |(_, length)| length), header);
        }
        stream
    }

    /// Takes in a line from a byte on, without blanks, heads printed again, and the numbers of pages.
    fn push(&mut self, text: Text<'_>, line: usize, from: usize, header: &str) {
        let raw = text.raw(line);
        let start = text.lines[line].content.start;
        let mut at = from;
        while let Some(c) = raw[at..].chars().next() {
            let rest = &raw[at..];
            let skipped = if rest.starts_with(header) {
                header.len()
            } else if c == '第' {
                page_in(rest).unwrap_or(0)
            } else {
                usize::from(is_blank(c)) * c.len_utf8()
            };
            if skipped == 0 {
                self.text.push(c);
                self.places.extend((0..c.len_utf8()).map(|byte| start + (at + byte) as u32));
            }
            at += if skipped == 0 { c.len_utf8() } else { skipped };
        }
    }

    /// Where the words at a range stand.
    fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        for &place in &self.places[range] {
            match found.last_mut().filter(|last| last.end == place) {
                Some(last) => last.end = place + 1,
                None => found.push(Span::new(place, place + 1)),
            }
        }
        found
    }
}

/// `2、` at the start of a line.
fn numbered_page(raw: &str) -> Option<(u32, usize)> {
    let (value, length) = crate::text::chars::arabic(raw)?;
    raw[length..].starts_with('、').then(|| (value, length + '、'.len_utf8()))
}

/// `第 1 页` inside of a line.
fn page_in(rest: &str) -> Option<usize> {
    let end = rest.char_indices().take(8).find(|&(_, c)| c == '页')?.0 + '页'.len_utf8();
    is_page_number(&rest[..end]).then_some(end)
}

/// A column behind the words, and the pieces of its cell.
type Told = (usize, Vec<Range<usize>>);

struct Parser<'a> {
    text: &'a str,
    columns: &'a [Column],
    number: usize,
    name: Option<usize>,
    content: usize,
    /// The columns behind the words.
    tail: Vec<usize>,
}

/// For each column the pieces of its cell: every body of a list is one.
type Cells = Vec<Vec<Range<usize>>>;

impl<'a> Parser<'a> {
    fn new(text: &'a str, columns: &'a [Column]) -> Option<Self> {
        let content = columns.iter().rposition(|column| column.kind.is_prose())?;
        let name = columns[..content].iter().rposition(|column| column.kind.is_prose());
        let told = |kind: ColumnKind| kind.is_units() || matches!(kind, ColumnKind::Leader | ColumnKind::Due);
        let tail: Vec<usize> = (content + 1..columns.len()).take_while(|&at| told(columns[at].kind)).collect();
        let answers = tail.iter().any(|&at| columns[at].kind.is_units());
        let all = tail.len() + content + 1 == columns.len() && content <= 2;
        (answers && all).then_some(Self { text, columns, number: 0, name, content, tail })
    }

    fn rows(&self) -> Vec<Cells> {
        let starts = self.starts();
        let mut rows = Vec::new();
        for (order, &(start, behind)) in starts.iter().enumerate() {
            let end = starts.get(order + 1).map_or(self.text.len(), |&(next, _)| next);
            let first = rows.len();
            self.row(behind..end, &mut rows);
            if let Some(row) = rows.get_mut(first) {
                row[self.number].push(start..behind);
            }
        }
        rows
    }

    /// Where the numbers of the rows stand: the next one, behind words that end the last column.
    fn starts(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let (mut expected, mut at) = (None, 0);
        while let Some(offset) = self.text[at..].find(|c| digit(c).is_some()) {
            let start = at + offset;
            let length = self.text[start..].find(|c: char| digit(c).is_none()).unwrap_or(self.text.len() - start);
            let value = self.text[start..start + length].parse::<u32>().ok().filter(|_| length <= 3);
            let behind = self.text[start + length..].chars().next();
            let opens = behind.is_some_and(|c| is_han(c) && !"年月日号个项条家万亿".contains(c) || "“《".contains(c));
            let follows = expected.is_none() && start == 0 || self.ends_row(start);
            if value.is_some() && opens && follows && expected.is_none_or(|expected| value == Some(expected)) {
                found.push((start, start + length));
                expected = value.map(|value| value + 1);
            }
            at = start + length;
        }
        found
    }

    /// Whether the words before a place end as those in the last column do.
    fn ends_row(&self, at: usize) -> bool {
        let before = &self.text[..at];
        let last = self.tail.last().map_or(ColumnKind::Other, |&at| self.columns[at].kind);
        let ends_body = ORGANS.at_end(before).is_some()
            || PLACE_SUFFIXES.at_end(before).is_some()
            || GROUPS.at_end(before).is_some()
            || before.ends_with(is_close);
        match last {
            ColumnKind::Due => {
                ends_body || before.ends_with(['底', '前', '内', '年', '月', '日', '度', '期', '持', '进'])
            }
            ColumnKind::Leader => true,
            _ => ends_body,
        }
    }

    /// The parts of a row: words, and those who answer for them, once or more often.
    fn row(&self, range: Range<usize>, rows: &mut Vec<Cells>) {
        let mut at = range.start;
        let mut first = true;
        while at < range.end {
            let mut cells: Cells = vec![Vec::new(); self.columns.len()];
            let tail = self.tail_behind(at..range.end);
            let (words, end) = match &tail {
                Some((start, found, end)) => {
                    for (column, own) in found {
                        cells[*column].clone_from(own);
                    }
                    (at..*start, *end)
                }
                None => (at..range.end, range.end),
            };
            let name = self.name.filter(|_| first).map(|name| (name, self.name_end(words.clone())));
            match name {
                Some((name, Some(split))) => {
                    cells[name].push(words.start..split);
                    cells[self.content].extend(Some(split..words.end).filter(|range| !range.is_empty()));
                }
                _ => cells[self.content].push(words),
            }
            rows.push(cells);
            (at, first) = (end.max(at + 1), false);
            while !self.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }

    /// Those who answer, behind the first sentence that they stand behind; where they begin and end.
    fn tail_behind(&self, range: Range<usize>) -> Option<(usize, Vec<Told>, usize)> {
        let words = &self.text[range.clone()];
        let stops = words.char_indices().filter(|&(_, c)| is_stop(c) || is_close(c) || c == '”');
        stops.map(|(at, c)| range.start + at + c.len_utf8()).find_map(|start| {
            let (found, end) = self.tail_at(start, range.end)?;
            Some((start, found, end))
        })
    }

    fn tail_at(&self, start: usize, limit: usize) -> Option<(Vec<Told>, usize)> {
        let mut at = start;
        let mut found: Vec<Told> = Vec::new();
        for (order, &column) in self.tail.iter().enumerate() {
            let kind = self.columns[column].kind;
            let rest = &self.text[at..limit];
            let lengths: Vec<Range<usize>> = match kind {
                ColumnKind::Leader => Some(0..person(rest)?).into_iter().collect(),
                ColumnKind::Due => time(rest).map(|length| 0..length).into_iter().collect(),
                // Of several columns of units the first has one body, and the last all that are left.
                _ => {
                    let more = self.tail[order + 1..].iter().any(|&next| self.columns[next].kind.is_units());
                    bodies(rest, if more { 1 } else { usize::MAX })
                }
            };
            let pieces: Vec<_> = lengths.iter().map(|own| at + own.start..at + own.end).collect();
            let known = found.iter().any(|(column, _)| self.columns[*column].kind.is_units());
            match pieces.last() {
                Some(last) => {
                    at = last.end;
                    found.push((column, pieces));
                }
                None if kind.is_units() && !known => return None,
                None => {}
            }
        }
        (at > start).then_some((found, at))
    }

    /// Where the name ends that opens a row's words.
    fn name_end(&self, words: Range<usize>) -> Option<usize> {
        let text = &self.text[words.clone()];
        let places = text
            .char_indices()
            .enumerate()
            .skip(3)
            .take(16)
            .take_while(|(_, (_, c))| is_han(*c) || "“、（".contains(*c));
        let score = |at: usize| {
            let (before, behind) = text.split_at(at);
            let ends = CELL_WORDS.at_end(before).is_some_and(|(_, word)| word != CellWord::Opens);
            let opens = opens_text(behind);
            8 * usize::from(ends) + 6 * usize::from(opens)
        };
        let best = places.map(|(order, (at, _))| (score(at), std::cmp::Reverse(order), at)).max()?;
        // `健康惠民` goes on in `健康惠民工程`.
        let more = CELL_WORDS.at_start(&text[best.2..]).filter(|(_, word)| *word == CellWord::Ends);
        let more = more.map_or(0, |(word, _)| word.len());
        (best.0 >= 6).then_some(words.start + best.2 + more)
    }
}

/// Whether a task's text begins so, and no name of a body or a person.
fn opens_text(words: &str) -> bool {
    CELL_WORDS.at_start(words).is_some_and(|(_, word)| word != CellWord::Ends)
}

/// The length of the name of a person that words begin with: bodies or a time stand behind it.
fn person(words: &str) -> Option<usize> {
    let surname = SURNAMES.at_start(words).is_some();
    let bounds: Vec<usize> = words.char_indices().take(6).map(|(at, _)| at).collect();
    let fits = |chars: usize| {
        let end = *bounds.get(chars)?;
        let opens = opens_text(words);
        let name = words[..end].chars().all(is_han) && !is_body(&words[..end]) && !opens;
        let levelled = LEVELS.at_start(&words[end..]).is_some();
        let followed = !bodies(&words[end..], 1).is_empty() || time(&words[end..]).is_some();
        // A surname that no list has is one where a body follows at once.
        let organ = || bodies(&words[end..], 1).iter().any(|own| ORGANS.at_end(&words[end..][own.clone()]).is_some());
        (name && followed && (surname || chars == 3 && organ())).then_some((levelled, chars, end))
    };
    [2, 3].into_iter().filter_map(fits).max().map(|(_, _, end)| end)
}

/// The length of the time that words begin with: up to the first of its marks that no other follows.
fn time(words: &str) -> Option<usize> {
    let goes_on = |c: char| digit(c).is_some() || "年月日号底前内初末中上下旬度第、—-－至或".contains(c);
    let mut ends = words.char_indices().take(16).map(|(at, c)| at + c.len_utf8());
    ends.find(|&end| {
        let whole = words[..end].ends_with(['底', '前', '内', '年', '月', '日', '度', '期', '旬', '持', '进']);
        whole && !words[end..].starts_with(goes_on) && names_time(&words[..end])
    })
}

/// The bodies that words begin with.
fn bodies(words: &str, most: usize) -> Vec<Range<usize>> {
    let (mut found, mut at): (Vec<Range<usize>>, usize) = (Vec::new(), 0);
    while found.len() < most {
        let mark = words[at..].chars().next().filter(|&c| matches!(c, '、' | '，' | ',' | '；'));
        let start = at + mark.filter(|_| at > 0).map_or(0, char::len_utf8);
        let Some(length) = body(&words[start..]) else { break };
        at = start + length;
        found.push(start..at);
    }
    found
}

/// The length of the body that words begin with: the shortest name that ends as bodies' names do, and its other names.
fn body(words: &str) -> Option<usize> {
    if opens_text(words) {
        return None;
    }
    let ends = words.char_indices().take(LONGEST_BODY).take_while(|&(_, c)| is_han(c)).map(|(at, c)| at + c.len_utf8());
    let is_name = |end: &usize| {
        let name = &words[..*end];
        let least = if name.starts_with('各') { 2 } else { 3 };
        let placed = PLACE_SUFFIXES.at_end(name).is_some() || ORGANS.at_end(name).is_some();
        name.chars().count() >= least && is_body(name) && placed
            || name.chars().count() > 1 && GROUPS.whole(name).is_some()
    };
    let end = ends.clone().find(|end| is_name(end))?;
    // `各县` goes on in `各县市区政府`.
    let places = words[end..].trim_start_matches(['市', '县', '区', '旗', '州', '乡', '镇']);
    let all = RANKS.iter().any(|rank| places.starts_with(rank)) && words.starts_with('各');
    let end = if all { words.len() - places.len() } else { end };
    // `东湖区` goes on in `东湖区人民政府`.
    let mut end = end;
    while let Some(organ) = RANKS.iter().find(|organ| words[end..].starts_with(**organ)) {
        end += organ.len();
    }
    let rest = &words[end..];
    let bracket = rest.starts_with(is_open).then(|| rest.find(is_close)).flatten().filter(|&close| close <= 60);
    let close = bracket.map_or(0, |close| close + rest[close..].chars().next().map_or(0, char::len_utf8));
    Some(end + close)
}
