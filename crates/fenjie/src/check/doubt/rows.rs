//! Rows of tables that were not read as such.

use super::{Oddity, doubt};
use crate::model::{BlockKind, Diagnostic, Notice, Severity, Span};
use crate::text::chars::{digit, is_colon};
use crate::text::{CharSet, lines};
use crate::vocabulary::{COLUMNS, Head};

/// How many of the words that head columns make a line the head of a table.
const HEADS: usize = 4;

/// How many strokes part a line into cells.
const STROKES: usize = 3;

/// How many wide gaps part a line into cells.
const GAPS: usize = 4;
const GAP: &str = "   ";

/// What every such line has one of: a stroke, or the first character of 序号.
static SIGNS: CharSet = CharSet::of("|｜│┃┼┬序");

const ROW: Oddity = Oddity {
    en: "looks like part of a table, but was not read as one",
    zh: "似为表格的一部分，但未按表格读",
};

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    let tables = notice.blocks.iter().any(|block| block.kind == BlockKind::Table);
    let read = |kind| matches!(kind, BlockKind::Blank | BlockKind::Furniture | BlockKind::Header | BlockKind::Table);
    let unread = |kind| !read(kind) && kind != BlockKind::Responsibility;
    for block in notice.blocks.iter().filter(|block| unread(block.kind)) {
        let text = notice.text(block.span);
        if !SIGNS.meets(text) && !text.contains(GAP) {
            continue;
        }
        let mut odd = lines(text).into_iter().filter(|line| is_row(&text[line.content.range()], tables));
        let Some(first) = odd.next() else { continue };
        let last = odd.next_back().unwrap_or(first);
        let span = Span::new(block.span.start + first.content.start, block.span.start + last.content.end);
        match found.last_mut() {
            // One table, one doubt.
            Some(before) if notice.text(Span::new(before.span.end, span.start)).trim().is_empty() => {
                before.span.end = span.end;
            }
            _ => found.push(Diagnostic { severity: Severity::Error, ..doubt(span, ("this", "此处"), ROW) }),
        }
    }
    found
}

/// Whether a line is a row of cells, or names columns where no table was read.
fn is_row(line: &str, tables: bool) -> bool {
    let is_stroke = |c: char| matches!(c, '|' | '｜' | '│' | '┃' | '┼' | '┬');
    line.chars().filter(|&c| is_stroke(c)).nth(STROKES - 1).is_some()
        || !tables && heads_columns(line)
        || is_spread(line)
}

/// `1   绿道   公里   5   市城管局`: whether wide gaps part words and figures; labels on one line have colons, and words that
/// are spread out (`特   此   通   知`) no figures.
fn is_spread(line: &str) -> bool {
    let is_row = line.contains(|c| digit(c).is_some()) && !line.contains(is_colon);
    is_row && line.split(GAP).filter(|words| !words.trim().is_empty()).count() > GAPS
}

/// Whether the head of a table, cells run together or not, stands in a line: a number's column and several others behind it, or
/// alone, where each head has a line of its own.
fn heads_columns(line: &str) -> bool {
    let Some(at) = line.find("序号") else { return false };
    if line.trim().len() == "序号".len() {
        return true;
    }
    let behind = line[at..].char_indices().nth(60).map_or(&line[at..], |(end, _)| &line[at..at + end]);
    let heads = COLUMNS.find_iter(behind).filter(|(_, word, head)| word.len() > 3 && *head != Head::Number);
    heads.count() + crate::vocabulary::LABELS.find_iter(behind).count() >= HEADS - 1
}
