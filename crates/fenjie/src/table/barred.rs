//! Tables whose cells stand between strokes below each other, several lines a row, with no line drawn between the rows.

use super::ColumnKind;
use super::boxed::{MOST, is_border, is_upright, pieces};
use super::column::{Announced, announced};
use super::fit::{is_section, number};
use super::raw::{RawRow, RawTable, Text, closed, width};
use crate::model::Span;
use crate::text::Kinds;

/// How much wider or narrower a line may be than the first: what hangs over the edge of a cell, and signs whose width is not settled.
const DRIFT: usize = 3;

/// The table whose head begins on line `at`; its rows are told by their numbers.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    if !text.has(at, Kinds::STROKE) || !text.core(at).starts_with(is_upright) {
        return None;
    }
    let first = pieces(text, at);
    let counts = |span: &Span| announced(&closed(text.words(*span))) == Some(Announced::Kind(ColumnKind::Number));
    if !(3..=MOST).contains(&first.len()) || !first.first().is_some_and(counts) {
        return None;
    }
    let (mut lines, whole) = (Vec::new(), width(text.core(at)));
    for line in at..text.lines.len() {
        let core = text.core(line);
        if !core.starts_with(is_upright) || pieces(text, line).len() != first.len() {
            break;
        }
        // A line drawn below the head tells another form.
        if is_border(core) || core.contains("--") || width(core).abs_diff(whole) > DRIFT {
            return None;
        }
        lines.push(line);
    }
    let rows = rows(text, &lines)?;
    let end = lines.last().map_or(at + 1, |&last| last + 1);
    Some(RawTable { rows, lines: lines.iter().map(|&line| line as u32).collect(), end, ..RawTable::default() })
}

/// The lines put together to rows, where some take several; else null.
fn rows(text: Text<'_>, lines: &[usize]) -> Option<Vec<RawRow>> {
    let mut found: Vec<RawRow> = Vec::new();
    let (mut counted, mut broken) = (false, false);
    for &line in lines {
        let parts = pieces(text, line);
        let mut printed = parts.iter().map(|&span| text.words(span)).filter(|words| !words.is_empty());
        let starts = number(text.words(parts[0])).is_some();
        let heading = printed.next().is_some_and(is_section) && printed.next().is_none();
        counted |= starts;
        match found.last_mut() {
            Some(row) if !starts && !heading => {
                broken |= counted;
                for (cell, part) in row.cells.iter_mut().zip(parts).filter(|(_, part)| !part.is_empty()) {
                    if cell.first().is_some_and(|span| span.is_empty()) {
                        cell.clear();
                    }
                    cell.push(part);
                }
            }
            _ => found
                .push(RawRow { cells: parts.into_iter().map(|part| vec![part]).collect(), first_line: line as u32 }),
        }
    }
    (broken && found.len() > 2).then_some(found)
}
