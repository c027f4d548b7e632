//! Tables drawn with lines: `┌──┬──┐`, or with `+--+--+` and strokes.

use super::raw::{RawRow, RawTable, Text};
use crate::model::Span;
use crate::text::chars::{has, is_blank};

/// A table has no more columns.
pub(super) const MOST: usize = 64;

pub(super) fn is_upright(c: char) -> bool {
    matches!(c, '│' | '┃' | '║' | '|' | '｜')
}

fn is_joint(c: char) -> bool {
    matches!(c, '┌'..='╋' | '╒'..='╬' | '+')
}

fn is_level(c: char) -> bool {
    matches!(c, '─' | '━' | '═' | '-' | '=' | '┄' | '┅' | '┈' | '┉')
}

/// Whether a line is drawn below a row, at least below a part of it.
pub(super) fn is_border(core: &str) -> bool {
    let opens = |c: char| is_joint(c) || is_upright(c);
    core.starts_with(opens) && core.contains(is_level) && core.contains(is_joint)
}

/// The table whose upper line is line `at`.
pub(super) fn read(text: Text<'_>, at: usize) -> Option<RawTable> {
    let core = text.core(at);
    let opens = core.starts_with(is_joint) && has(core, is_level);
    if !opens || !core.chars().all(|c| is_joint(c) || is_level(c)) {
        return None;
    }
    let width = pieces(text, at).len();
    if !(2..=MOST).contains(&width) {
        return None;
    }
    let mut reader = Reader { text, width, rows: Vec::new(), owner: vec![0; width], fresh: vec![true; width] };
    let mut lines = vec![at as u32];
    for line in at + 1..text.lines.len() {
        let core = text.core(line);
        match () {
            () if text.is_gap(line) => continue,
            () if is_border(core) => reader.draw(line),
            () if core.starts_with(is_upright) => reader.write(line),
            () => break,
        }
        lines.push(line as u32);
    }
    let end = lines.last().map_or(at + 1, |&line| line as usize + 1);
    reader.rows.retain(|row| row.cells.iter().flatten().any(|span| !span.is_empty()));
    (reader.rows.len() > 1).then(|| RawTable { rows: reader.rows, lines, end, ..RawTable::default() })
}

/// The parts of a line between its upright lines and joints.
pub(super) fn pieces(text: Text<'_>, at: usize) -> Vec<Span> {
    let raw = text.raw(at);
    let border = is_border(raw.trim_matches(is_blank));
    let parts = |c: char| is_upright(c) || border && is_joint(c);
    let mut signs = raw.char_indices().filter(|&(_, c)| parts(c)).map(|(at, c)| (at, at + c.len_utf8()));
    let Some((_, mut start)) = signs.next() else { return Vec::new() };
    let mut found = Vec::new();
    for (end, next) in signs {
        found.push(text.piece(at, start, end));
        start = next;
    }
    found
}

struct Reader<'a> {
    text: Text<'a>,
    width: usize,
    rows: Vec<RawRow>,
    /// For each column the row that its cell belongs to: a cell over several rows belongs to the first.
    owner: Vec<usize>,
    /// For each column whether a line was drawn below its cell.
    fresh: Vec<bool>,
}

impl Reader<'_> {
    /// A line below the cells of some columns.
    fn draw(&mut self, line: usize) {
        let parts = pieces(self.text, line);
        let all = parts.len() != self.width;
        for (column, fresh) in self.fresh.iter_mut().enumerate() {
            *fresh |= all || self.text.words(parts[column]).contains(is_level);
        }
    }

    /// A line of cells.
    fn write(&mut self, line: usize) {
        let parts = pieces(self.text, line);
        if self.rows.is_empty() || self.fresh.contains(&true) {
            let start = parts.first().map_or(0, |part| part.start);
            self.rows.push(RawRow { cells: vec![vec![Span::new(start, start)]; self.width], first_line: line as u32 });
        }
        let last = self.rows.len() - 1;
        for (column, part) in parts.into_iter().take(self.width).enumerate() {
            if std::mem::take(&mut self.fresh[column]) {
                self.owner[column] = last;
            }
            if part.is_empty() {
                continue;
            }
            let cell = &mut self.rows[self.owner[column]].cells[column];
            if cell.iter().all(|span| span.is_empty()) {
                cell.clear();
            }
            cell.push(part);
        }
    }
}
