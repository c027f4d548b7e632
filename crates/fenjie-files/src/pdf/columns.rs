//! Pages that are set in two columns → parts that are read one behind the other. A table without rules has a gap down its
//! middle as well; its words do not fill both sides of it as those of columns do, and begin side by side.

use std::ops::Range;

use super::lines::levels;
use super::shapes::Glyph;

/// A part of a page, which is read from top to bottom.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Part {
    pub(super) glyphs: Vec<Glyph>,
    /// Which of the tables stand in it.
    pub(super) tables: Vec<usize>,
    /// Whether it is the second of two columns, whose words may go on from the first.
    pub(super) is_column: bool,
}

/// Where a table stands: its left and right edge, and its top.
pub(super) type Frame = (f32, f32, f32);

/// The characters of a line, or the place of a table.
struct Row {
    y: f32,
    glyphs: Vec<Glyph>,
    tables: Vec<usize>,
    /// From where to where words go that no wide gap parts.
    runs: Vec<(f32, f32)>,
    size: f32,
}

/// On which side of a gap a run stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Across,
}

/// How wide a gap is between columns at least, in parts of the size.
const GAP: f32 = 1.0;

/// How many lines a column has at least.
const LINES: usize = 6;

/// The parts of a page, whose words outside of tables these are.
pub(super) fn parts(mut glyphs: Vec<Glyph>, tables: &[Frame]) -> Vec<Part> {
    let whole = |glyphs| vec![Part { glyphs, tables: (0..tables.len()).collect(), is_column: false }];
    let mut rows: Vec<Row> = levels(&mut glyphs).map(Row::of).collect();
    let Some(gap) = gap(&rows) else { return whole(glyphs) };
    let frames = tables.iter().enumerate().map(|(at, &frame)| Row::of_table(at, frame));
    rows.extend(frames);
    rows.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut parts: Vec<Part> = Vec::new();
    let parted = |row: &Row| row.runs.iter().all(|&run| side(run, gap) != Side::Across);
    for rows in rows.chunk_by(|a, b| parted(a) && parted(b)) {
        if !rows.first().is_some_and(parted) || !are_columns(rows, gap) {
            across(&mut parts, rows, gap);
            continue;
        }
        let Range { start, end } = columns(rows, gap);
        let ((rows, below), above) = (rows[start..].split_at(end - start), &rows[..start]);
        across(&mut parts, above, gap);
        parts.push(part(rows, |side| side == Side::Left, gap));
        parts.push(Part { is_column: true, ..part(rows, |side| side == Side::Right, gap) });
        across(&mut parts, below, gap);
    }
    if parts.iter().any(|part| part.is_column) { parts } else { whole(glyphs) }
}

/// Adds rows that are read over both columns.
fn across(parts: &mut Vec<Part>, rows: &[Row], gap: f32) {
    let mut own = part(rows, |_| true, gap);
    match parts.last_mut() {
        // Behind a second column something else begins.
        Some(last) if !last.is_column => {
            last.glyphs.append(&mut own.glyphs);
            last.tables.append(&mut own.tables);
        }
        _ if rows.is_empty() => {}
        _ => parts.push(own),
    }
}

/// Which of the rows are of the columns: a short line that stands above or below both, and apart from them, is of neither,
/// though it may end before the gap or begin behind it.
fn columns(rows: &[Row], gap: f32) -> Range<usize> {
    let is_of = |row: &Row, own: Side| row.runs.iter().all(|&run| side(run, gap) == own);
    let head = rows.iter().position(|row| !is_of(row, Side::Right)).unwrap_or(0);
    let tail = rows.iter().rposition(|row| !is_of(row, Side::Left)).map_or(rows.len(), |last| last + 1);
    let step = |pair: &[Row]| pair.first().zip(pair.last()).map_or(0.0, |(above, below)| below.y - above.y);
    let steps: Vec<f32> = rows.windows(2).map(step).collect();
    let mut usual = steps.clone();
    usual.sort_by(f32::total_cmp);
    let usual = usual.get(usual.len() / 2).copied().unwrap_or(0.0);
    // Whether a gap parts a row from the one above it.
    let is_apart = |&at: &usize| at.checked_sub(1).and_then(|at| steps.get(at)).is_some_and(|&step| step > 1.5 * usual);
    let start = (1..=head).rfind(is_apart).unwrap_or(0);
    let end = (tail.max(1)..rows.len()).find(is_apart).unwrap_or(rows.len());
    start..end
}

/// What of some rows stands on one side.
fn part(rows: &[Row], holds: impl Fn(Side) -> bool, gap: f32) -> Part {
    let mut part = Part::default();
    for row in rows {
        let own = row.glyphs.iter().filter(|glyph| holds(side((glyph.x, glyph.x + glyph.width), gap)));
        part.glyphs.extend(own);
        let is_own = row.runs.first().is_some_and(|&run| holds(side(run, gap)));
        part.tables.extend(row.tables.iter().filter(|_| is_own));
    }
    part
}

fn side((left, right): (f32, f32), gap: f32) -> Side {
    match () {
        () if right <= gap => Side::Left,
        () if left >= gap => Side::Right,
        () => Side::Across,
    }
}

impl Row {
    fn of(mut glyphs: Vec<Glyph>) -> Self {
        glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
        let mut runs: Vec<(f32, f32)> = Vec::new();
        for glyph in glyphs.iter().filter(|glyph| !glyph.character.is_whitespace()) {
            let end = glyph.x + glyph.width;
            match runs.last_mut() {
                Some(run) if glyph.x - run.1 < GAP * size => run.1 = run.1.max(end),
                _ => runs.push((glyph.x, end)),
            }
        }
        let y = glyphs.first().map_or(0.0, |glyph| glyph.y);
        Self { y, glyphs, tables: Vec::new(), runs, size }
    }

    fn of_table(at: usize, (left, right, top): Frame) -> Self {
        Self { y: top, glyphs: Vec::new(), tables: vec![at], runs: vec![(left, right)], size: 0.0 }
    }
}

/// The middle of a gap that goes down near the middle of a page, over which most lines do not go.
fn gap(rows: &[Row]) -> Option<f32> {
    const STEPS: usize = 128;
    let runs = || rows.iter().flat_map(|row| &row.runs);
    let left = runs().map(|run| run.0).reduce(f32::min)?;
    let right = runs().map(|run| run.1).reduce(f32::max)?;
    let sizes = rows.iter().map(|row| row.size).filter(|&size| size > 0.0);
    let size = sizes.reduce(f32::min)?;
    #[allow(clippy::cast_precision_loss)] // There are few.
    let place = |step: usize| left + (right - left) * (0.35 + 0.3 * step as f32 / STEPS as f32);
    let across = |step: usize| runs().filter(|run| (run.0..=run.1).contains(&place(step))).count();
    let counts: Vec<usize> = (0..STEPS).map(across).collect();
    let least = *counts.iter().min()?;
    if least * 2 > rows.len() || right - left < 24.0 * size {
        return None;
    }
    let longest = counts.chunk_by(|a, b| a == b).scan(0, |start, chunk| {
        let at = *start;
        *start += chunk.len();
        Some((chunk, at))
    });
    let (chunk, at) =
        longest.filter(|(chunk, _)| chunk.first() == Some(&least)).max_by_key(|(chunk, _)| chunk.len())?;
    Some(place(at + chunk.len() / 2))
}

/// Lines of one side of a gap.
struct Column {
    /// Where each stands, and from where to where it goes.
    lines: Vec<(f32, f32, f32)>,
    /// How many of them wide gaps part.
    broken: usize,
    left: f32,
    right: f32,
    size: f32,
}

impl Column {
    fn of(rows: &[Row], wanted: Side, gap: f32) -> Self {
        let (mut lines, mut broken) = (Vec::new(), 0);
        for row in rows.iter().filter(|row| !row.glyphs.is_empty()) {
            let own = row.runs.iter().filter(|&&run| side(run, gap) == wanted).copied();
            broken += usize::from(own.clone().count() > 1);
            lines.extend(own.reduce(|a, b| (a.0, b.1)).map(|(left, right)| (row.y, left, right)));
        }
        let mut sizes: Vec<f32> = rows.iter().map(|row| row.size).filter(|&size| size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let size = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
        let left = lines.iter().map(|line| line.1).fold(f32::INFINITY, f32::min);
        let right = lines.iter().map(|line| line.2).fold(f32::NEG_INFINITY, f32::max);
        Self { lines, broken, left, right, size }
    }

    fn is_full(&self, line: &(f32, f32, f32)) -> bool {
        line.2 > self.right - 1.8 * self.size
    }

    /// Whether its lines begin and end where those of a text do: most are full, and begin at the margin or two characters
    /// behind it.
    fn is_text(&self) -> bool {
        let begins = |line: &&(f32, f32, f32)| {
            let indent = (line.1 - self.left) / self.size;
            indent < 0.6 || (1.5..2.6).contains(&indent)
        };
        let full = self.lines.iter().filter(|line| self.is_full(line)).count();
        let begun = self.lines.iter().filter(begins).count();
        let is_wide = self.right - self.left > 8.0 * self.size;
        let count = self.lines.len();
        count >= LINES && is_wide && self.broken * 5 <= count && full * 10 >= count * 6 && begun * 10 >= count * 8
    }

    /// Where something begins: a line behind one that is not full.
    fn starts(&self) -> Vec<f32> {
        let behind = |pair: &[(f32, f32, f32)]| match pair {
            [before, line] if !self.is_full(before) => Some(line.0),
            _ => None,
        };
        self.lines.windows(2).filter_map(behind).collect()
    }

    /// How many lines it has down to a place.
    fn down_to(&self, y: f32) -> usize {
        self.lines.iter().filter(|line| line.0 <= y).count()
    }
}

/// Whether rows that a gap parts are two columns of a text.
fn are_columns(rows: &[Row], gap: f32) -> bool {
    let [left, right] = [Side::Left, Side::Right].map(|side| Column::of(rows, side, gap));
    if !left.is_text() || !right.is_text() || right.left - left.right < GAP * left.size {
        return false;
    }
    // A cell that is shorter than the one beside it leaves room below it; a column does so only at its end.
    let last = |column: &Column| column.lines.last().map_or(0.0, |line| line.0);
    let shared = last(&left).min(last(&right)) + left.size / 2.0;
    let (first, second) = (left.down_to(shared), right.down_to(shared));
    let are_dense = first.abs_diff(second) * 8 <= first.max(second);
    let (starts, others) = (left.starts(), right.starts());
    let beside = |y: &&f32| others.iter().any(|other| (other - *y).abs() < left.size / 2.0);
    let together = starts.iter().filter(beside).count();
    let fewer = starts.len().min(others.len());
    are_dense && (fewer < 2 || together * 10 < fewer * 7)
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};
    use crate::pdf::shapes::{Direction, Glyph};

    /// Characters 10 wide and high: lines of so many at places, each 15 below the one before.
    fn glyphs(lines: &[&[(u16, u16)]]) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for (line, runs) in (0_u16..).zip(lines) {
            for &(from, count) in *runs {
                glyphs.extend((0..count).map(|at| Glyph {
                    x: f32::from(from + at * 10),
                    y: f32::from(line * 15),
                    width: 10.0,
                    size: 10.0,
                    direction: Direction::Right,
                    character: if from < 200 { '左' } else { '右' },
                }));
            }
        }
        glyphs
    }

    fn words(parts: &[Part]) -> Vec<String> {
        let text = |part: &Part| part.glyphs.iter().map(|glyph| glyph.character).collect::<String>();
        parts.iter().map(text).collect()
    }

    const FULL: &[(u16, u16)] = &[(0, 18), (200, 18)];

    #[test]
    fn columns_are_read_one_behind_the_other() {
        let mut lines = vec![&[(0, 38)][..], &[(330, 5)], &[]];
        lines.extend([FULL; 3]);
        lines.extend([&[(0, 9), (200, 18)][..], &[(20, 16), (200, 18)], FULL, FULL]);
        lines.extend([&[(0, 18)][..], &[], &[(0, 3)], &[(150, 10)]]);
        let found = parts(glyphs(&lines), &[(0.0, 180.0, 80.0), (0.0, 380.0, -5.0), (200.0, 380.0, 90.0)]);
        let counts: Vec<usize> = found.iter().map(|part| part.glyphs.len()).collect();
        assert_eq!(counts, [43, 18 * 6 + 9 + 16, 18 * 7, 13]);
        let words = words(&found);
        assert!(!words[1].contains('右') && !words[2].contains('左'));
        let tables: Vec<&[usize]> = found.iter().map(|part| part.tables.as_slice()).collect();
        assert_eq!(tables, [&[1][..], &[0], &[2], &[]]);
        assert_eq!(found.iter().map(|part| part.is_column).collect::<Vec<_>>(), [false, false, true, false]);
    }

    #[test]
    fn tables_without_rules_are_no_columns() {
        let whole = |lines: &[&[(u16, u16)]]| parts(glyphs(lines), &[]).len() == 1;
        // Lists of names; cells of one line.
        assert!(whole(&[&[(0, 3), (200, 4)][..]; 20]));
        assert!(whole(&[&[(0, 18), (200, 5)][..]; 20]));
        // Cells of three lines, and cells beside of which others are shorter.
        let cell: [&[(u16, u16)]; 3] = [FULL, FULL, &[(0, 9), (200, 7)]];
        assert!(whole(&[cell; 5].concat()));
        let uneven: [&[(u16, u16)]; 4] = [FULL, FULL, &[(0, 18)], &[(0, 18)]];
        assert!(whole(&[uneven; 5].concat()));
        // Three columns, too few lines, and no gap at all.
        assert!(whole(&[&[(0, 12), (140, 3), (200, 18)][..]; 20]));
        assert!(whole(&[FULL; 4]));
        assert!(whole(&[&[(0, 38)][..]; 20]));
        assert!(whole(&[]));
    }
}
