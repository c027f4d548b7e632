//! How tables between tabs or upright strokes begin: what parts their cells, and how many of it a row has.

use super::column::announced;
use super::fit::number;
use super::raw::Text;
use crate::text::Kinds;
use crate::text::chars::{has, is_blank, is_colon, trim};
use crate::vocabulary::label_words;

/// What stands between the cells of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Delimiter {
    Tab,
    Stroke,
}

impl Delimiter {
    pub(super) fn is(self, c: char) -> bool {
        match self {
            Self::Tab => c == '\t',
            Self::Stroke => matches!(c, '|' | '｜'),
        }
    }

    /// The kind of mark that it is.
    pub(super) fn kind(self) -> Kinds {
        match self {
            Self::Tab => Kinds::TAB,
            Self::Stroke => Kinds::STROKE,
        }
    }
}

/// What the first line of a table says of its rows.
pub(super) struct Opening {
    pub(super) delimiter: Delimiter,
    /// How many strokes a row has.
    pub(super) signs: usize,
    /// Whether the heads stand along a line, and not each on its own.
    pub(super) along: bool,
}

/// How a table begins at line `at`, where one does.
pub(super) fn opening(text: Text<'_>, at: usize) -> Option<Opening> {
    let raw = text.raw(at);
    if !text.has(at, Kinds::STROKE | Kinds::TAB) && !text.core(at).is_empty() {
        return None;
    }
    if is_stroke_row(raw) {
        return Some(Opening { delimiter: Delimiter::Stroke, signs: signs_of_row(text, at), along: true });
    }
    if is_tab_row(raw) {
        return (!is_caption(text, at)).then_some(Opening { delimiter: Delimiter::Tab, signs: 0, along: true });
    }
    Some(Opening { delimiter: Delimiter::Stroke, signs: stroke_a_line(text, at)?, along: false })
}

pub(super) fn signs(raw: &str) -> usize {
    raw.chars().filter(|&c| Delimiter::Stroke.is(c)).count()
}

/// How many strokes the row at line `at` has, with those on the lines below on which its heads go on: `序号 | 责任⏎领导 | 时限`.
fn signs_of_row(text: Text<'_>, at: usize) -> usize {
    let cells = |line: usize| text.raw(line).split(['|', '｜']).map(trim);
    let known = |words: &str| announced(words).is_some();
    let mut count = signs(text.raw(at));
    if cells(at).filter(|cell| known(cell)).count() < 2 {
        return count;
    }
    for next in (at + 1..text.lines.len()).take(MOST_BREAKS) {
        let (last, first) = (cells(next - 1).next_back().unwrap_or(""), cells(next).next().unwrap_or(""));
        if last.is_empty() || first.is_empty() || !known(&[last, first].concat()) {
            break;
        }
        count += signs(text.raw(next));
    }
    count
}

/// On no more lines the heads of a table go on.
const MOST_BREAKS: usize = 16;

/// Whether there is a stroke of either width.
fn has_stroke(raw: &str) -> bool {
    has(raw, |c| Delimiter::Stroke.is(c))
}

fn is_stroke_row(raw: &str) -> bool {
    has_stroke(raw) && signs(raw) >= 2 && !is_card(raw, Delimiter::Stroke)
}

/// `索引号：… | 发布机构：…`, `文号： | … | 日期： | …`: what a web site says of the page, each thing behind its name.
pub(super) fn is_card(raw: &str, delimiter: Delimiter) -> bool {
    let mut cells = raw.split(|c| delimiter.is(c)).map(trim).filter(|cell| !cell.is_empty()).peekable();
    let names = |cell: &str| cell.char_indices().take(10).any(|(_, c)| is_colon(c));
    let mut count = 0;
    while let Some(cell) = cells.next() {
        if !names(cell) || label_words(cell, 0).is_some() {
            return false;
        }
        count += 1;
        if cell.ends_with(is_colon) {
            cells.next();
        }
    }
    count >= 2
}

/// Cells between tabs. A tab behind a number or a label only sets the text off.
fn is_tab_row(raw: &str) -> bool {
    if !raw.contains('\t') || is_card(raw, Delimiter::Tab) {
        return false;
    }
    let mut cells = raw.split('\t').map(|cell| cell.trim_matches(is_blank)).filter(|cell| !cell.is_empty());
    let (Some(head), Some(_)) = (cells.next(), cells.next()) else { return false };
    let labelled = label_words(head, 0).is_some_and(|(end, _)| head[end..].starts_with(is_colon));
    let set_off = head.ends_with(['.', '．', '、', '）', ')']) || head.ends_with(is_colon);
    !labelled && (cells.next().is_some() || !set_off)
}

/// `填报单位：督查室⇥⇥截至9月30日`, `乙方⇥白石镇人民政府⇥责任人⇥周明`: a row of a sheet that stands above the header of its table, no row
/// with a number between them.
fn is_caption(text: Text<'_>, at: usize) -> bool {
    let heads = |line: usize| text.raw(line).split('\t').filter(|cell| announced(trim(cell)).is_some()).count();
    let counts = |line: usize| number(trim(text.raw(line).split('\t').next().unwrap_or_default())).is_some();
    let below = (at + 1..text.lines.len()).take(MOST_TITLES).filter(|&line| !text.is_gap(line));
    let mut rows = below.take_while(|&line| text.has(line, Kinds::TAB) && !counts(line));
    // The heads may break over lines.
    let is_header = |line: usize| heads(line) > 1 && heads(line) + heads(line + 1) > 2;
    heads(at) < 2 && !counts(at) && rows.any(|line| line + 1 < text.lines.len() && is_header(line))
}

/// How many rows may stand above the header of a sheet's table.
const MOST_TITLES: usize = 8;

/// A header that prints each head on a line of its own, or on two, with a stroke behind it: how many strokes it has.
fn stroke_a_line(text: Text<'_>, at: usize) -> Option<usize> {
    let (mut count, mut unknown) = (0, 0);
    // The first line of a head that goes on below it.
    let mut begun = "";
    for next in (at..text.lines.len()).take(64) {
        let raw = text.raw(next);
        let core = raw.trim_matches(|c: char| is_blank(c) || Delimiter::Stroke.is(c));
        if raw.trim_matches(is_blank).is_empty() {
            continue;
        }
        let closes = has_stroke(raw) && signs(raw) == 1;
        if closes && announced(&[begun, core].concat()).is_some() {
            (count, unknown, begun) = (count + 1 + unknown, 0, "");
        } else if closes && count > 0 && unknown < MOST_UNKNOWN && number(core).is_none() {
            // A head that the genre does not know counts where known ones follow.
            (unknown, begun) = (unknown + 1, "");
        } else if count > 0 && begun.is_empty() && !has_stroke(raw) && core.chars().nth(LONGEST_PART).is_none() {
            begun = core;
        } else {
            // The last one may do without.
            let last = || begun.is_empty() && announced(core).is_some() || announced(begun).is_some();
            return (count >= 3 || count == 2 && last()).then_some(count);
        }
    }
    None
}

/// How many heads may follow each other that the genre does not know.
const MOST_UNKNOWN: usize = 2;

/// How many characters the first line of a head has that goes on below it.
const LONGEST_PART: usize = 4;
