//! Pages → words and tables in reading order.

use std::collections::HashMap;

use fenjie::Place;

use super::columns::parts;
use super::file::File;
use super::grid::{Filled, Grid, GridCell};
use super::lattice::{Area, Lattice};
use super::lines::{Line, columns, heights, lines};
use super::rules::tables;
use super::shapes::{Direction, Drawing, Glyph};
use super::wrap::{edge, padding, set};
use crate::Error;
use crate::writer::{Cell, Writer};

/// What stands on a page, from top to bottom.
pub(super) struct Flow {
    pieces: Vec<Piece>,
}

enum Piece {
    Line(Words),
    Table(Grid),
}

/// A line as it is written.
struct Words {
    text: String,
    place: (u32, u32),
    /// Whether a gap parts it from the line above.
    is_apart: bool,
}

impl Flow {
    /// The words and tables of a page.
    ///
    /// # Errors
    /// Where there are more tables than may be looked at for each character, or more places in them than may be.
    pub(super) fn of(file: &File<'_>, page: u32, drawing: Drawing) -> Result<Self, Error> {
        let heights = heights(&drawing.glyphs);
        let line_at = |y: f32| heights.partition_point(|&height| height <= y) as u32;
        let lattices = tables(&drawing.rules);
        let places: usize = lattices.iter().map(Lattice::places).sum();
        file.charge(places * size_of::<GridCell>() + lattices.len() * drawing.glyphs.len())?;
        let (mut inside, mut outside) = sorted(&lattices, drawing.glyphs);
        let (mut grids, mut frames) = (Vec::new(), Vec::new());
        for (lattice, cells) in lattices.iter().zip(&mut inside) {
            match Grid::of(lattice, &filled(page, lattice, cells, line_at)) {
                Some(grid) => {
                    frames.push(lattice.frame());
                    grids.push(Some(grid));
                }
                // A frame around words.
                None => outside.extend(cells.drain(..).flatten()),
            }
        }
        // Outside of tables, what runs up or down stands in a margin.
        outside.retain(|glyph| glyph.direction == Direction::Right);
        let mut pieces = Vec::new();
        for part in parts(outside, &frames) {
            let grids = part.tables.iter().filter_map(|&at| Some((frames.get(at)?.2, grids.get_mut(at)?.take()?)));
            let mut own = in_order(written(page, &lines(part.glyphs), line_at), grids);
            if let Some(Piece::Line(words)) = own.first_mut().filter(|_| !pieces.is_empty()) {
                words.is_apart = !part.is_column;
            }
            pieces.append(&mut own);
        }
        Ok(Self { pieces })
    }
}

/// Lines and tables by their heights on the page.
fn in_order(lines: Vec<(f32, Words)>, grids: impl Iterator<Item = (f32, Grid)>) -> Vec<Piece> {
    let mut grids = grids.peekable();
    let mut pieces = Vec::with_capacity(lines.len());
    for (y, words) in lines {
        while let Some((_, grid)) = grids.next_if(|&(top, _)| top < y) {
            pieces.push(Piece::Table(grid));
        }
        pieces.push(Piece::Line(words));
    }
    pieces.extend(grids.map(|(_, grid)| Piece::Table(grid)));
    pieces
}

/// The characters in the cells of each table, and those outside of all.
fn sorted(lattices: &[Lattice], glyphs: Vec<Glyph>) -> (Vec<Vec<Vec<Glyph>>>, Vec<Glyph>) {
    let mut inside: Vec<Vec<Vec<Glyph>>> =
        lattices.iter().map(|lattice| vec![Vec::new(); lattice.areas.len()]).collect();
    let mut outside = Vec::new();
    for glyph in glyphs {
        let found = lattices.iter().enumerate().find_map(|(at, lattice)| Some((at, lattice.cell(&glyph)?)));
        match found.and_then(|(at, cell)| inside.get_mut(at)?.get_mut(cell)) {
            Some(cell) => cell.push(glyph),
            None => outside.push(glyph),
        }
    }
    (inside, outside)
}

/// The words of the cells of a table, and where they begin. Those that run up or down, as in narrow cells, stand behind the
/// others.
fn filled(page: u32, lattice: &Lattice, cells: &[Vec<Glyph>], line_at: impl Fn(f32) -> u32) -> Vec<Filled> {
    let running = |glyphs: &[Glyph], direction| -> Vec<Line> {
        let own = glyphs.iter().filter(|glyph| glyph.direction == direction).map(|glyph| glyph.turned());
        lines(own.collect())
    };
    let right: Vec<_> = cells.iter().map(|glyphs| running(glyphs, Direction::Right)).collect();
    let extents = lattice.areas.iter().map(|area| lattice.extent(area));
    let padding = padding(extents.zip(right.iter().map(Vec::as_slice)));
    let mut columns: HashMap<(usize, usize), Vec<&[Line]>> = HashMap::new();
    for (area, lines) in lattice.areas.iter().zip(&right) {
        columns.entry((area.column, area.columns)).or_default().push(lines);
    }
    let edges: HashMap<_, _> = columns.into_iter().map(|(at, cells)| (at, edge(cells.into_iter()))).collect();
    let fill = |(area, (glyphs, lines)): (&Area, (&Vec<Glyph>, &Vec<Line>))| {
        let edge = edges.get(&(area.column, area.columns)).copied().flatten();
        let (first, fill) = set(lattice.extent(area), padding, edge, lines);
        let others = Direction::ALL.into_iter().skip(1).flat_map(|direction| running(glyphs, direction));
        let texts: Vec<String> =
            Some(first).into_iter().chain(others.map(|line| line.text)).filter(|text| !text.is_empty()).collect();
        let top = glyphs.iter().map(|glyph| glyph.y).reduce(f32::min);
        Filled { words: texts.join("\n"), fill, place: (page, top.map_or(0, &line_at)) }
    };
    lattice.areas.iter().zip(cells.iter().zip(&right)).map(fill).collect()
}

/// How much farther than usual a line stands below another where something new begins.
const APART: f32 = 1.6;

/// The lines as they are written, with the spaces before them and between their columns.
fn written(page: u32, lines: &[Line], line_at: impl Fn(f32) -> u32) -> Vec<(f32, Words)> {
    let margin = lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
    let steps = |pair: &[Line]| pair.first().zip(pair.last()).map_or(0.0, |(above, below)| below.y - above.y);
    let mut usual: Vec<f32> = lines.windows(2).map(steps).collect();
    usual.sort_by(f32::total_cmp);
    let usual = usual.get(usual.len() / 2).copied().unwrap_or(0.0);
    let mut above: Option<&Line> = None;
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        let is_apart = above.is_some_and(|above| line.y - above.y > APART * usual.clamp(line.size, 2.0 * line.size));
        let indent = " ".repeat(columns((line.left - margin) / line.size));
        let words = Words { text: indent + &line.text, place: (page, line_at(line.y)), is_apart };
        found.push((line.y, words));
        above = Some(line);
    }
    found
}

/// Joins the tables that go on over pages.
pub(super) fn joined(pages: Vec<Flow>) -> Flow {
    let heads = running_heads(&pages);
    let is_furniture = |piece: &Piece| match piece {
        Piece::Line(words) => {
            is_page_number(&words.text) || heads.get(&key(&words.text)).is_some_and(|&count| count > 1)
        }
        Piece::Table(_) => false,
    };
    let mut whole: Vec<Piece> = Vec::new();
    // The table with which the page before ends.
    let mut last: Option<usize> = None;
    for page in pages {
        let first = page.pieces.iter().position(|piece| !is_furniture(piece));
        let end = page.pieces.iter().rposition(|piece| !is_furniture(piece));
        let mut open = None;
        for (at, piece) in page.pieces.into_iter().enumerate() {
            let is_end = Some(at) == end && matches!(piece, Piece::Table(_));
            let before = last.filter(|_| Some(at) == first).and_then(|last| whole.get_mut(last));
            match (before, piece) {
                (Some(Piece::Table(before)), Piece::Table(grid)) if before.goes_on_in(&grid) => {
                    before.go_on(grid);
                    open = last.filter(|_| is_end);
                }
                (_, piece) => {
                    open = is_end.then_some(whole.len()).or(open);
                    whole.push(piece);
                }
            }
        }
        last = open;
    }
    Flow { pieces: whole }
}

/// How many pages have a line at their head or foot.
fn running_heads(pages: &[Flow]) -> HashMap<String, u32> {
    const REACH: usize = 2;
    let mut counts = HashMap::new();
    for page in pages {
        let count = page.pieces.len();
        for (at, piece) in page.pieces.iter().enumerate() {
            if let (Piece::Line(words), true) = (piece, at < REACH || at + REACH >= count) {
                *counts.entry(key(&words.text)).or_default() += 1;
            }
        }
    }
    counts
}

/// A running head without the number of the page in it.
fn key(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_ascii_digit()).collect()
}

/// `— 3 —`, `3`, `第3页 共9页`.
fn is_page_number(text: &str) -> bool {
    const MARKS: &str = "-－—–―·/第页共";
    let mut printed = text.chars().filter(|c| !c.is_whitespace()).peekable();
    printed.peek().is_some() && printed.all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c) || MARKS.contains(c))
}

/// Writes what stands on the pages.
pub(super) fn write(flow: Flow, writer: &mut Writer) -> Result<(), Error> {
    let place = |(page, line)| Place::Page { page, line };
    for piece in flow.pieces {
        match piece {
            Piece::Line(words) => {
                if words.is_apart {
                    writer.line("", place(words.place))?;
                }
                writer.line(&words.text, place(words.place))?;
            }
            Piece::Table(grid) => {
                let at = |cell: &GridCell| ((cell.row, cell.column), cell.place);
                let places: HashMap<(u32, u32), (u32, u32)> = grid.cells.iter().map(at).collect();
                let cells = grid.cells.into_iter().map(|cell| Cell {
                    row: cell.row,
                    column: cell.column,
                    rows: cell.rows,
                    columns: cell.columns,
                    words: cell.words,
                });
                let found = |row, column| place(places.get(&(row, column)).copied().unwrap_or_default());
                writer.table_at(cells.collect(), found)?;
            }
        }
    }
    Ok(())
}
