//! Elements → lines and tables, in reading order.

use super::article::Article;
use super::card;
use super::element::{is_block, is_preformatted};
use super::grid::{Grid, Placed};
use super::list::List;
use super::measure::Measures;
use super::parse::{Id, Kind, ROOT, Step, Tree, Walk};
use super::space::Line;
use crate::writer::Cell;

/// A piece of what is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A line; without words it is a blank one.
    Line(String),
    Table(Vec<Cell>),
}

/// How deep tables may be in cells of tables; those that are deeper are read as lines.
const DEEPEST: usize = 8;

/// Reads a part of a page.
pub(super) struct Flow<'a> {
    tree: &'a Tree,
    measures: &'a Measures,
    /// Where the article is; `None` inside of a cell, where all that is there belongs to it.
    article: Option<&'a Article>,
    /// How many cells it is inside of.
    level: usize,
    line: Line,
    pieces: Vec<Piece>,
    /// The cards that stand behind the article.
    cards: Vec<Piece>,
    lists: Vec<List>,
    /// The number of the item that has no words yet.
    marker: Option<String>,
    /// How many elements that keep their blanks it is in.
    preformatted: u32,
    stand: Stand,
    /// The element whose content was left out.
    skipped: Option<Id>,
}

/// Where the reading stands, as seen from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stand {
    Before,
    Inside,
    Behind,
    /// In a card behind the article, which began when so many pieces were there.
    Card(Id, usize),
}

/// The lines and tables of a page.
pub(super) fn page(tree: &Tree, measures: &Measures) -> Vec<Piece> {
    let article = Article::of(tree, measures);
    let mut flow = Flow::new(tree, measures, Some(&article), 0);
    flow.read(ROOT);
    while matches!(flow.pieces.last(), Some(Piece::Line(line)) if line.is_empty()) {
        flow.pieces.pop();
    }
    if !flow.cards.is_empty() {
        flow.cards.push(Piece::Line(String::new()));
    }
    card::join(flow.cards.into_iter().chain(flow.pieces).collect())
}

impl<'a> Flow<'a> {
    fn new(tree: &'a Tree, measures: &'a Measures, article: Option<&'a Article>, level: usize) -> Self {
        let stand = if article.is_some() { Stand::Before } else { Stand::Inside };
        Self {
            tree,
            measures,
            article,
            level,
            line: Line::default(),
            pieces: Vec::new(),
            cards: Vec::new(),
            lists: Vec::new(),
            marker: None,
            preformatted: 0,
            stand,
            skipped: None,
        }
    }

    fn read(&mut self, root: Id) {
        let mut walk = self.tree.walk(root);
        while let Some(step) = walk.next() {
            match step {
                Step::Enter(id) => match self.tree.kind(id) {
                    Kind::Text(text) => self.text(text),
                    Kind::Element(..) => self.enter(id, &mut walk, id == root),
                    Kind::Nothing => {}
                },
                Step::Leave(id) if self.skipped == Some(id) => self.skipped = None,
                Step::Leave(id) => self.leave(id),
            }
        }
        self.end_line();
    }

    fn skip(&mut self, id: Id, walk: &mut Walk<'_>) {
        walk.skip(id);
        self.skipped = Some(id);
    }

    fn enter(&mut self, id: Id, walk: &mut Walk<'_>, is_root: bool) {
        if !self.measures.is_read(self.tree, id) {
            return self.skip(id, walk);
        }
        match self.tree.name(id) {
            "br" => self.break_line(),
            "table" if !is_root && self.is_aside(id) => self.aside(id, walk),
            "table" => self.enter_table(id, walk),
            _ if is_block(self.tree, id) && self.is_aside(id) => self.aside(id, walk),
            _ => self.enter_block(id),
        }
    }

    fn enter_block(&mut self, id: Id) {
        if is_block(self.tree, id) {
            self.end_line();
        }
        self.stand_at(id);
        self.preformatted += u32::from(is_preformatted(self.tree, id));
        if self.tree.name(id) == "li" {
            self.marker = self.lists.last_mut().and_then(|list| list.item(self.tree, id));
        }
        self.lists.extend(List::of(self.tree, id));
    }

    fn leave(&mut self, id: Id) {
        if is_block(self.tree, id) {
            self.end_line();
        }
        self.preformatted -= u32::from(is_preformatted(self.tree, id));
        match self.tree.name(id) {
            "li" => self.marker = None,
            "ol" | "ul" | "menu" | "dir" => drop(self.lists.pop()),
            _ => {}
        }
        match self.stand {
            Stand::Inside if self.article.is_some_and(|article| article.core == id) => {
                self.end_line();
                self.blank();
                self.stand = Stand::Behind;
            }
            Stand::Card(card, from) if card == id => self.move_card(from),
            _ => {}
        }
    }

    /// Notices where an element stands.
    fn stand_at(&mut self, id: Id) {
        let Some(article) = self.article else { return };
        if article.core == id {
            self.blank();
            self.stand = Stand::Inside;
        } else if self.stand == Stand::Behind && self.measures.at(id).fields >= card::FIELDS {
            self.end_line();
            self.stand = Stand::Card(id, self.pieces.len());
        }
    }

    /// A card beside the article is read before it, wherever the page has it.
    fn move_card(&mut self, from: usize) {
        self.end_line();
        self.stand = Stand::Behind;
        let card = self.pieces.split_off(from.min(self.pieces.len()));
        self.cards.extend(card);
    }

    fn is_aside(&self, id: Id) -> bool {
        let inside = self.stand == Stand::Inside;
        self.article.is_some_and(|article| article.is_aside(self.tree, id, &self.measures.at(id), inside))
    }

    fn aside(&mut self, id: Id, walk: &mut Walk<'_>) {
        self.end_line();
        self.skip(id, walk);
    }

    fn text(&mut self, text: &str) {
        if self.preformatted == 0 {
            return self.line.add(text);
        }
        for (order, line) in text.split('\n').enumerate() {
            if order > 0 {
                self.break_line();
            }
            self.line.add_exactly(line.trim_end_matches('\r'));
        }
    }

    /// Ends a line that may be without words.
    fn break_line(&mut self) {
        if self.line.is_empty() {
            self.blank();
        }
        self.end_line();
    }

    fn end_line(&mut self) {
        let words = self.line.take();
        if words.is_empty() {
            return;
        }
        if words.trim().is_empty() {
            return self.blank();
        }
        let words = match self.marker.take() {
            Some(marker) => format!("{marker}{}", words.trim_start()),
            None => words,
        };
        self.pieces.push(Piece::Line(words));
    }

    /// A blank line, where there is not one already.
    fn blank(&mut self) {
        if matches!(self.pieces.last(), Some(Piece::Line(line)) if !line.is_empty()) {
            self.pieces.push(Piece::Line(String::new()));
        }
    }

    fn enter_table(&mut self, id: Id, walk: &mut Walk<'_>) {
        self.end_line();
        let shallow = self.level < DEEPEST;
        let grid = if shallow { Grid::of(self.tree, self.measures, id) } else { None };
        match grid.filter(Grid::is_table) {
            None => self.enter_block(id),
            Some(grid) => {
                self.table(&grid);
                self.skip(id, walk);
            }
        }
    }

    fn table(&mut self, grid: &Grid) {
        for &caption in &grid.captions {
            let pieces = self.part(caption);
            self.pieces.extend(pieces);
        }
        let mut inner = Vec::new();
        let cells: Vec<Cell> = grid.cells.iter().map(|cell| self.cell(cell, &mut inner)).collect();
        if is_card(&cells) {
            self.pieces.extend(card_lines(&cells));
        } else {
            self.pieces.push(Piece::Table(cells));
        }
        // Tables inside of cells follow as tables of their own.
        self.pieces.append(&mut inner);
    }

    fn cell(&self, placed: &Placed, inner: &mut Vec<Piece>) -> Cell {
        let Placed { row, column, rows, columns, .. } = *placed;
        let mut words = String::new();
        for piece in self.part(placed.id) {
            match piece {
                Piece::Line(line) if words.is_empty() => words = line,
                Piece::Line(line) => {
                    words.push('\n');
                    words.push_str(&line);
                }
                table @ Piece::Table(_) => inner.push(table),
            }
        }
        Cell { row, column, rows, columns, words }
    }

    /// What is in a cell or a caption.
    fn part(&self, id: Id) -> Vec<Piece> {
        let mut flow = Self::new(self.tree, self.measures, None, self.level + 1);
        flow.read(id);
        flow.pieces
    }
}

/// Whether each name of a field stands in a cell with its value in the next, and such pairs are most of the table.
fn is_card(cells: &[Cell]) -> bool {
    let pairs = cells.windows(2).filter(|pair| is_pair(pair)).count();
    pairs >= card::FIELDS as usize && pairs * 3 >= cells.len()
}

fn is_pair(cells: &[Cell]) -> bool {
    matches!(cells, [name, value] if name.row == value.row && card::is_name(&name.words) && !card::is_name(&value.words))
}

/// A card as lines, a field on each.
fn card_lines(cells: &[Cell]) -> Vec<Piece> {
    let mut lines = Vec::new();
    let mut rest = cells;
    while let Some((first, behind)) = rest.split_first() {
        let joins = rest.get(..2).is_some_and(is_pair);
        let value = if joins { behind.first().map(|value| value.words.replace('\n', " ")) } else { None };
        rest = behind.get(usize::from(joins)..).unwrap_or_default();
        match value {
            Some(value) => lines.push(Piece::Line(card::joined(&first.words, &value))),
            None => lines.extend(first.words.lines().map(|line| Piece::Line(line.to_owned()))),
        }
    }
    lines
}
