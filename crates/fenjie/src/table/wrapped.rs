//! Lines → rows and cells, where every line is a cell or a part of one.
//!
//! Nothing between the lines says where a cell ends. What does is what they say: how well a line fits below a column, whether it
//! carries on the line before, and what a row without a cell would lack. All of it is weighed at once, over all the lines.

use super::ColumnKind;
use super::align::absence;
use super::fit::{Face, is_void};
use super::joint::{Parting, begins_cut, cut_body, ends_open, ends_whole};
use super::raw::width;
use crate::text::chars::is_stop;

/// Worse than any sum of fits.
const NONE: i32 = i32::MIN / 4;
/// What it costs to begin another row.
const ROW: i32 = 1;
/// A table has ended where the best reading has become this much worse than it was, or has not become better for long.
const DROP: i32 = 30;

/// How many lines without a better reading end a table of so many columns.
pub(super) fn reach(columns: usize) -> usize {
    columns + 12
}

/// Where a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) column: usize,
    /// Whether a row begins with it.
    pub(super) row: bool,
    /// Whether a cell begins with it.
    pub(super) cell: bool,
}

/// The best reading of some lines.
#[derive(Clone, Debug, Default)]
pub(super) struct Laid {
    /// A place for each line; of lines that may end somewhere, for those of the table alone.
    pub(super) places: Vec<Place>,
    pub(super) score: i32,
}

/// Which lines have to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of them: another row follows.
    All,
    /// As many as fit; the table ends there.
    Some,
}

/// Lays lines below columns.
pub(super) fn lay<'a>(lines: impl Iterator<Item = &'a str>, kinds: &[ColumnKind], extent: Extent) -> Laid {
    let mut lines = lines.peekable();
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut course = Course::new(kinds, extent, vec![Habit::default(); kinds.len()]);
    while let Some(words) = lines.next() {
        let piece = Piece::new(pieces.last(), words, lines.peek().copied());
        course.take(pieces.last(), &piece);
        pieces.push(piece);
        if course.has_ended() {
            break;
        }
    }
    let first = course.best();
    // The lines of a column know each other: what the first reading found out about them helps the second.
    let habits = habits(&pieces, &first.places, kinds.len());
    if habits.iter().all(|habit| *habit == Habit::default()) {
        return first;
    }
    let mut again = Course::new(kinds, extent, habits);
    for (at, piece) in pieces.iter().enumerate() {
        again.take(at.checked_sub(1).map(|before| &pieces[before]), piece);
    }
    again.best()
}

/// A line, and what is to be known of it wherever it stands.
#[derive(Clone, Debug)]
struct Piece<'a> {
    words: &'a str,
    face: Face<'a>,
    ending: Ending,
    /// How far it is parted from the line before.
    parting: Parting,
    begins_cut: bool,
}

impl<'a> Piece<'a> {
    /// A body's name for which the column was too narrow shows only together with the line below.
    fn new(before: Option<&Piece<'_>>, words: &'a str, below: Option<&str>) -> Self {
        let joined = below.and_then(|below| cut_body(words, below));
        Self {
            words,
            face: joined.map_or_else(|| Face::of_part(words), Face::of),
            ending: Ending::of(words),
            parting: before.map(|before| Parting::of(before.words, words)).unwrap_or_default(),
            begins_cut: begins_cut(words),
        }
    }

    /// How well it fits; beside a column of sentences a name is none.
    fn fit(&self, kind: ColumnKind) -> i32 {
        let told = kind == ColumnKind::Name && self.ending.sentence;
        self.face.fit(kind) - if told { 3 } else { 0 }
    }

    fn width(&self) -> usize {
        width(self.words)
    }
}

/// How a line ends.
#[derive(Clone, Copy, Debug)]
struct Ending {
    /// Something must follow.
    open: bool,
    /// A list of bodies is whole, or there is none.
    whole: bool,
    /// A sentence is whole.
    sentence: bool,
}

impl Ending {
    fn of(words: &str) -> Self {
        let whole = ends_whole(words) || is_void(words);
        Self { open: ends_open(words), whole, sentence: words.ends_with(is_stop) }
    }
}

/// What the cells of a column have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Habit {
    /// The width at which its lines are broken.
    width: Option<usize>,
    /// Its cells end in full stops.
    stops: bool,
}

impl Habit {
    /// Whether a line is as long as the column is wide; a mark that may not begin a line can make it a little shorter or longer.
    fn is_full(self, piece: &Piece<'_>) -> Option<bool> {
        self.width.map(|width| piece.width() + 3 >= width)
    }
}

/// What the cells of each column have in common, as far as more than one of them shows it.
fn habits(pieces: &[Piece<'_>], places: &[Place], columns: usize) -> Vec<Habit> {
    #[derive(Clone, Copy, Default)]
    struct Seen {
        broken: usize,
        narrowest: usize,
        widest: usize,
        ends: usize,
        stops: usize,
    }
    let mut seen = vec![Seen::default(); columns];
    for (at, (piece, place)) in pieces.iter().zip(places).enumerate() {
        let column = &mut seen[place.column];
        if places.get(at + 1).is_some_and(|next| !next.cell) {
            let width = piece.width();
            column.narrowest = if column.broken == 0 { width } else { column.narrowest.min(width) };
            column.widest = column.widest.max(width);
            column.broken += 1;
        } else {
            column.ends += 1;
            column.stops += usize::from(piece.ending.sentence);
        }
    }
    let habit = |column: Seen| Habit {
        width: (column.broken > 1 && column.widest - column.narrowest <= 4).then_some(column.widest),
        stops: column.broken > 0 && column.ends > 1 && column.stops * 4 >= column.ends * 3,
    };
    seen.into_iter().map(habit).collect()
}

/// The step that leads to a line's place: the column of the line before, and what begins.
#[derive(Clone, Copy, Debug)]
struct Step {
    from: usize,
    row: bool,
    cell: bool,
}

/// Of several columns of prose the first holds the names of tasks, whatever its head says.
fn roles(kinds: &[ColumnKind]) -> Vec<ColumnKind> {
    let mut kinds = kinds.to_vec();
    let prose: Vec<usize> = (0..kinds.len()).filter(|&at| kinds[at].is_prose()).collect();
    if let (Some(&first), Some(&last)) = (prose.first(), prose.last()) {
        kinds[first] = ColumnKind::Name;
        kinds[last] = ColumnKind::Content;
    }
    kinds
}

/// All readings of the lines so far: for each column the best one that puts the last line there.
struct Course {
    kinds: Vec<ColumnKind>,
    extent: Extent,
    habits: Vec<Habit>,
    /// What it costs to leave out all columns before the j-th.
    skipped: Vec<i32>,
    /// How many lines were taken.
    lines: usize,
    scores: Vec<i32>,
    /// The scores, where a cell ends with the last line.
    left: Vec<i32>,
    steps: Vec<Step>,
    end: End,
}

/// The best reading that ends with a line.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    lines: usize,
    score: i32,
    column: usize,
}

impl Course {
    fn new(kinds: &[ColumnKind], extent: Extent, habits: Vec<Habit>) -> Self {
        let kinds = roles(kinds);
        let costs = kinds.iter().scan(0, |sum, &kind| {
            // A row that says nothing is hardly one.
            *sum += if kind == ColumnKind::Content { 5 } else { absence(kind) };
            Some(*sum)
        });
        let skipped = std::iter::once(0).chain(costs).collect();
        let (scores, left, steps) = (vec![0; kinds.len()], Vec::with_capacity(kinds.len()), Vec::new());
        Self { kinds, extent, habits, skipped, lines: 0, scores, left, steps, end: End::default() }
    }

    /// What it costs to leave out all columns behind the j-th.
    fn rest(&self, column: usize) -> i32 {
        self.skipped[self.kinds.len()] - self.skipped[column + 1]
    }

    fn take(&mut self, before: Option<&Piece<'_>>, piece: &Piece<'_>) {
        match before {
            Some(before) => self.step(before, piece),
            None => self.begin(piece),
        }
        self.lines += 1;
        self.leave(piece);
        self.note_end();
    }

    /// Puts the first line below each column.
    fn begin(&mut self, piece: &Piece<'_>) {
        for (at, &kind) in self.kinds.iter().enumerate() {
            self.scores[at] = piece.fit(kind) - self.skipped[at];
            self.steps.push(Step { from: 0, row: true, cell: true });
        }
    }

    fn step(&mut self, before: &Piece<'_>, piece: &Piece<'_>) {
        let opening = if piece.begins_cut { 5 } else { 0 };
        let ended = |&at: &usize| (self.left[at] - self.rest(at), std::cmp::Reverse(at));
        let row_from = (0..self.kinds.len()).max_by_key(ended).unwrap_or(0);
        let row = self.left[row_from] - self.rest(row_from) - ROW - opening;
        let (mut cell, mut cell_from) = (NONE, 0);
        for at in 0..self.kinds.len() {
            let fit = piece.fit(self.kinds[at]);
            if at > 0 && self.left[at - 1] + self.skipped[at] > cell {
                (cell, cell_from) = (self.left[at - 1] + self.skipped[at], at - 1);
            }
            let next = cell - self.skipped[at] + fit - opening;
            let anew = row - self.skipped[at] + fit;
            let rest = self.scores[at] + fit.clamp(-1, 1) - self.carrying(before, piece, at);
            let (score, step) = match () {
                () if next >= rest && next >= anew => (next, Step { from: cell_from, row: false, cell: true }),
                () if rest >= anew => (rest, Step { from: at, row: false, cell: false }),
                () => (anew, Step { from: row_from, row: true, cell: true }),
            };
            self.scores[at] = score;
            self.steps.push(step);
        }
    }

    /// Whether the units of a column have helpers in the next one.
    fn leads(&self, at: usize) -> bool {
        matches!(self.kinds[at], ColumnKind::Lead | ColumnKind::Responsible)
            && self.kinds.get(at + 1) == Some(&ColumnKind::Participant)
    }

    /// Ends the cell of each column with a line.
    fn leave(&mut self, piece: &Piece<'_>) {
        let ending = piece.ending;
        let cost = |(kind, habit): (&ColumnKind, &Habit)| match () {
            () if ending.open => 5,
            () if kind.is_units() && !ending.whole => 3,
            () if habit.stops && !ending.sentence => 2,
            () => 0,
        };
        let costs = self.kinds.iter().zip(&self.habits).map(cost);
        self.left.clear();
        self.left.extend(self.scores.iter().zip(costs).map(|(score, cost)| score - cost));
    }

    /// What it costs to read a line as the rest of the cell that the line before it stands in.
    fn carrying(&self, before: &Piece<'_>, piece: &Piece<'_>, at: usize) -> i32 {
        if self.kinds[at] == ColumnKind::Number {
            return 20;
        }
        // Of bodies one a line, those that lead are the fewer.
        let few = piece.parting.units == 1 && self.leads(at);
        let apart = piece.parting.below(self.kinds[at]) + i32::from(few);
        match self.habits[at].is_full(before) {
            Some(true) => apart - 2,
            Some(false) if !before.ending.sentence && apart > 0 => apart + 2,
            _ => apart,
        }
    }

    fn note_end(&mut self) {
        let score = |at: usize| self.left[at] - self.rest(at);
        let column = (0..self.kinds.len()).max_by_key(|&at| (score(at), std::cmp::Reverse(at))).unwrap_or(0);
        let end = End { lines: self.lines, score: score(column), column };
        if self.extent == Extent::All || end.score > 0 && end.score >= self.end.score {
            self.end = end;
        }
    }

    /// Whether the table has ended before the last lines.
    fn has_ended(&self) -> bool {
        let now = self.scores.iter().max().copied().unwrap_or(NONE);
        let beyond = self.lines - self.end.lines;
        self.extent == Extent::Some && (self.end.score - now > DROP || beyond > reach(self.kinds.len()))
    }

    fn best(&self) -> Laid {
        let n = self.kinds.len();
        let mut places = Vec::with_capacity(self.end.lines);
        let mut column = self.end.column;
        for at in (0..self.end.lines).rev() {
            let step = self.steps[at * n + column];
            places.push(Place { column, row: step.row, cell: step.cell });
            column = step.from;
        }
        places.reverse();
        Laid { places, score: self.end.score }
    }
}
