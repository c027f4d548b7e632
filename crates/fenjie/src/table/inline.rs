//! Tables whose lines are gone: heads and cells follow each other with a blank between, a whole page on one line.
//!
//! Each stretch between blanks is read as a line of its own, as where every cell stands on one.

use super::raw::{RawTable, Text, looks};
use super::stacked;
use super::tried::Tried;
use crate::model::Span;
use crate::text::chars::{is_blank, is_han, marks};
use crate::text::{Kinds, Line};

/// The head that counts the rows, with which such a table begins.
const COUNT: &str = "序号";

/// How many bytes a line has at least that holds the lines of a page.
const SHORTEST: usize = 600;

/// The table whose heads stand between blanks on line `at`.
pub(super) fn read(text: Text<'_>, at: usize, tried: &mut Tried) -> Option<RawTable> {
    let raw = text.raw(at);
    if at < tried.inline || raw.len() < SHORTEST || !text.has(at, Kinds::BLANK) {
        return None;
    }
    let start = begins(raw)?;
    let (pieces, rows_of) = pieces(text, at, start);
    tried.inline = rows_of.last().map_or(at, |&line| line as usize) + 1;
    let own = Text { source: text.source, lines: &pieces, looks: &looks(text.source, &pieces) };
    let table = stacked::read(own, 0, &mut Tried::default())?;
    let mut lines: Vec<u32> = table.lines.iter().map(|&line| rows_of[line as usize]).collect();
    lines.dedup();
    let cut = (start > 0).then(|| (at as u32, text.lines[at].content.start + start as u32));
    let rows =
        table.rows.into_iter().map(|row| super::raw::RawRow { first_line: rows_of[row.first_line as usize], ..row });
    let end = lines.last().map_or(at, |&line| line as usize) + 1;
    Some(RawTable { rows: rows.collect(), lines, end, cut, ..table })
}

/// Whether words are one Han character.
fn is_one(words: &str) -> bool {
    words.chars().count() == 1 && words.chars().all(is_han)
}

/// Where the head that counts the rows stands between blanks.
fn begins(raw: &str) -> Option<usize> {
    let alone = |&(at, _): &(usize, &str)| {
        let behind = &raw[at + COUNT.len()..];
        behind.starts_with(is_blank) && (at == 0 || raw[..at].ends_with(is_blank))
    };
    raw.match_indices(COUNT).find(alone).map(|(at, _)| at)
}

/// The stretches between blanks from a byte of a line on, and the line of each, up to a line that holds no page.
fn pieces(text: Text<'_>, at: usize, start: usize) -> (Vec<Line>, Vec<u32>) {
    let (mut pieces, mut lines) = (Vec::new(), Vec::new());
    for line in at..text.lines.len() {
        if text.is_gap(line) {
            continue;
        }
        if text.raw(line).len() < SHORTEST && line > at {
            break;
        }
        let from = if line == at { start } else { 0 };
        let raw = text.raw(line);
        let base = text.lines[line].content.start;
        let blanks = marks(&raw[from..]).filter(|&(_, c)| is_blank(c)).map(|(blank, c)| (from + blank, c.len_utf8()));
        let mut begin = from;
        for (end, length) in blanks.chain([(raw.len(), 0)]) {
            if end > begin {
                let content = Span::new(base + begin as u32, base + end as u32);
                // `何 远`: a name that is spread out.
                let last = pieces.last_mut().filter(|last: &&mut Line| {
                    let near = content.start <= last.next && lines.last() == Some(&(line as u32));
                    near && is_one(&text.source[last.content.range()]) && is_one(&raw[begin..end])
                });
                if let Some(last) = last {
                    (last.content.end, last.next) = (content.end, content.end + length as u32);
                    begin = end + length;
                    continue;
                }
                pieces.push(Line { content, next: content.end + length as u32, kinds: Kinds::of(&raw[begin..end]) });
                lines.push(line as u32);
            }
            begin = end + length;
        }
    }
    (pieces, lines)
}
