//! Tables with their words, and those that go on over several pages.

use super::lattice::{Lattice, NEAR};
use super::wrap::{Break, FULL, Fill};

/// A table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Grid {
    /// The edges of its columns.
    xs: Vec<f32>,
    height: u32,
    /// From left to right and from top to bottom on each page.
    pub(super) cells: Vec<GridCell>,
    /// Which cells reach down to its last row.
    last: Vec<usize>,
    /// The first column most of whose cells are numbers.
    number: Option<u32>,
    is_open_above: bool,
    is_open_below: bool,
}

/// A cell with its words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GridCell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) rows: u32,
    pub(super) columns: u32,
    pub(super) words: String,
    /// The page and the line of its first words.
    pub(super) place: (u32, u32),
    pub(super) fill: Fill,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filled {
    pub(super) words: String,
    /// The page and the line of its first words.
    pub(super) place: (u32, u32),
    pub(super) fill: Fill,
}

/// How many rows may be repeated at the head of each page.
const MOST_HEADERS: u32 = 4;

impl Grid {
    /// A table of which the words of each cell are known; `None` where they do not stand beside each other.
    pub(super) fn of(lattice: &Lattice, words: &[Filled]) -> Option<Self> {
        let cells: Vec<GridCell> = lattice
            .areas
            .iter()
            .zip(words)
            .map(|(area, Filled { words, place, fill })| {
                let [row, column, rows, columns] = [area.row, area.column, area.rows, area.columns].map(|at| at as u32);
                GridCell { row, column, rows, columns, words: words.clone(), place: *place, fill: *fill }
            })
            .collect();
        let mut written = cells.iter().filter(|cell| !cell.words.is_empty());
        let first = written.next()?.column;
        if !written.any(|cell| cell.column != first) {
            return None;
        }
        let (is_open_above, is_open_below) = (lattice.is_open_above, lattice.is_open_below);
        let (xs, height) = (lattice.xs.clone(), (lattice.ys.len() - 1) as u32);
        Some(Self { xs, is_open_above, is_open_below, ..Self::new(cells, height) })
    }

    fn new(cells: Vec<GridCell>, height: u32) -> Self {
        let mut grid = Self { number: number_column(&cells), cells, height, ..Self::default() };
        grid.last = grid.reaching_down(0);
        grid
    }

    /// Which cells, from one on, reach down to the last row.
    fn reaching_down(&self, from: usize) -> Vec<usize> {
        let cells = self.cells.iter().enumerate().skip(from);
        cells.filter(|(_, cell)| cell.row + cell.rows == self.height).map(|(at, _)| at).collect()
    }

    /// Whether `next`, at the head of the next page, is the rest of this table: it has the same columns, some of which may be
    /// merged throughout a page.
    pub(super) fn goes_on_in(&self, next: &Self) -> bool {
        let has = |xs: &[f32], edge: f32| {
            let first = xs.partition_point(|x| x - edge < -NEAR);
            xs.get(first).is_some_and(|x| x - edge <= NEAR)
        };
        let are_in = |inner: &[f32], outer: &[f32]| inner.iter().all(|&edge| has(outer, edge));
        let ends = |xs: &[f32]| [xs.first(), xs.last()].map(|x| x.copied().unwrap_or(0.0));
        are_in(&ends(&self.xs), &ends(&next.xs)) && (are_in(&self.xs, &next.xs) || are_in(&next.xs, &self.xs))
    }

    /// Puts the rest of the table below it. The cells of the pages before the last are not looked at again, but for those
    /// that reach down to it.
    pub(super) fn go_on(&mut self, mut next: Self) {
        if next.xs.len() > self.xs.len() {
            self.lay_on(&next.xs);
        } else {
            next.lay_on(&self.xs);
        }
        next.drop_rows(self.repeated(&next));
        if next.height > 0 {
            self.join_cut_row(&mut next);
        }
        let (from, below) = (self.cells.len(), self.height);
        self.height += next.height;
        self.cells.extend(next.cells.into_iter().map(|cell| GridCell { row: cell.row + below, ..cell }));
        let goes_on = |&at: &usize| self.cells.get(at).is_some_and(|cell| cell.row + cell.rows == self.height);
        self.last = self.last.iter().copied().filter(goes_on).chain(self.reaching_down(from)).collect();
        self.number = self.number.or(next.number);
        self.is_open_below = next.is_open_below;
    }

    /// Counts the columns by other edges, among which are all of its own.
    fn lay_on(&mut self, xs: &[f32]) {
        let find = |edge: f32| xs.partition_point(|&x| x < edge - NEAR) as u32;
        let edges: Vec<u32> = self.xs.iter().map(|&edge| find(edge)).collect();
        let edge = |at: u32| edges.get(at as usize).copied().unwrap_or(at);
        for cell in &mut self.cells {
            let (start, end) = (edge(cell.column), edge(cell.column + cell.columns));
            (cell.column, cell.columns) = (start, end.saturating_sub(start).max(1));
        }
        self.number = self.number.map(edge);
        self.xs = xs.to_vec();
    }

    /// A row near the head.
    fn row(&self, row: u32) -> impl Iterator<Item = &GridCell> {
        self.cells.iter().take_while(move |cell| cell.row <= row).filter(move |cell| cell.row == row)
    }

    /// How many rows at the head of `next` are those at the head of this table.
    fn repeated(&self, next: &Self) -> u32 {
        let same = |&row: &u32| {
            let form = |cell: &GridCell| (cell.column, cell.columns, closed_up(&cell.words));
            let is_written = self.row(row).any(|cell| !cell.words.is_empty());
            is_written && self.row(row).map(form).eq(next.row(row).map(form))
        };
        (0..self.height.min(next.height).min(MOST_HEADERS)).take_while(same).count() as u32
    }

    fn drop_rows(&mut self, count: u32) {
        self.cells.retain(|cell| cell.row >= count);
        for cell in &mut self.cells {
            cell.row -= count;
        }
        self.height -= count.min(self.height);
        self.is_open_above &= count == 0;
    }

    /// Joins the rows that were cut where the page ends: the last one with the first of `next`, and merged cells that go on.
    fn join_cut_row(&mut self, next: &mut Self) {
        let is_cut = self.is_cut(next);
        for &at in &self.last {
            let Some(cell) = self.cells.get_mut(at) else { continue };
            let mut first = next.cells.iter_mut().take_while(|rest| rest.row == 0);
            let Some(rest) = first.find(|rest| rest.is_below(cell)) else { continue };
            // A row without a number is a part of the one above it.
            let is_merged = cell.rows > 1 || self.number.is_some_and(|column| cell.column <= column);
            if is_cut && !rest.words.is_empty() {
                let is_full = cell.fill.then(rest.fill) == Break::Full;
                let line_end = if is_full { FULL } else { '\n' };
                cell.words.extend(Some(line_end).filter(|_| !cell.words.is_empty()));
                cell.words.push_str(&rest.words);
                cell.fill.left = rest.fill.left;
            }
            if is_cut || is_merged && rest.words.is_empty() {
                cell.rows += rest.rows - u32::from(is_cut);
                rest.rows = 0;
            }
        }
        next.cells.retain(|cell| cell.rows > 0);
        if is_cut {
            for cell in &mut next.cells {
                cell.row = cell.row.saturating_sub(1);
            }
            next.height -= 1;
        }
    }

    /// Whether the first row of `next` is the rest of the last one: it has no number where rows have one and most of its
    /// cells go on from those above, or no rule parts them on either page.
    fn is_cut(&self, next: &Self) -> bool {
        let last = || self.last.iter().filter_map(|&at| self.cells.get(at));
        let above = |cell: &GridCell| last().find(|above| cell.is_below(above));
        if !next.row(0).all(|cell| above(cell).is_some()) {
            return false;
        }
        let Some(column) = self.number else { return self.is_open_below || next.is_open_above };
        // Where it stands in the middle of its cell, it may be below.
        let lacks = |cell: &GridCell| {
            let is_above = above(cell).is_some_and(|above| above.rows == 1 && above.words.is_empty());
            cell.words.is_empty() || is_above
        };
        // A row over whose place for the number another cell goes has none.
        let number = next.row(0).find(|cell| cell.column == column && cell.columns == 1);
        if number.is_some_and(|number| !lacks(number)) {
            return false;
        }
        let is_single = |cell: &GridCell| cell.rows == 1 && above(cell).is_some_and(|above| above.rows == 1);
        let (mut full, mut own, mut written, mut empty) = (0, 0, 0, 0);
        for cell in next.row(0) {
            let Some(above) = above(cell).filter(|above| !above.words.is_empty()) else { continue };
            let found = above.fill.then(cell.fill);
            let is_written = !cell.words.is_empty();
            written += usize::from(is_written);
            empty += usize::from(!is_written && is_single(cell));
            full += usize::from(is_written && found == Break::Full && !above.words.ends_with('。'));
            own += usize::from(is_written && found == Break::Own);
        }
        // A part of a row whose number goes over several of them has none either, nor has a sum.
        let is_doubtful = number.is_none_or(|number| !is_single(number) || !number.words.is_empty());
        full >= own + usize::from(is_doubtful) || full >= own && empty > written
    }
}

impl GridCell {
    /// Whether it has the columns of a cell above it.
    fn is_below(&self, above: &Self) -> bool {
        (self.column, self.columns) == (above.column, above.columns)
    }
}

fn number_column(cells: &[GridCell]) -> Option<u32> {
    let width = cells.iter().map(|cell| cell.column as usize + 1).max()?;
    let mut counts = vec![(0_usize, 0_usize); width];
    for cell in cells.iter().filter(|cell| cell.columns == 1 && !cell.words.is_empty()) {
        if let Some((numbers, all)) = counts.get_mut(cell.column as usize) {
            *numbers += usize::from(is_number(&cell.words));
            *all += 1;
        }
    }
    counts.iter().position(|&(numbers, all)| numbers > 0 && numbers * 2 >= all).map(|column| column as u32)
}

/// The words without the breaks and spaces that pages put between them.
fn closed_up(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a cell is the number of its row.
fn is_number(words: &str) -> bool {
    const NUMERALS: &str = "〇零一二三四五六七八九十百（）().．、-";
    let mut characters = words.chars().filter(|c| !c.is_whitespace()).peekable();
    characters.peek().is_some() && characters.all(|c| c.is_ascii_digit() || NUMERALS.contains(c))
}

#[cfg(test)]
mod tests {
    use super::{Fill, Grid, GridCell, is_number};

    /// A table of columns 100 wide; `|` parts the cells of a row, `^` is a cell that goes on from above, and one that ends in `…`
    /// is full.
    fn grid(rows: &[&str]) -> Grid {
        let mut cells: Vec<GridCell> = Vec::new();
        let width = rows[0].split('|').count();
        for (row, line) in (0..).zip(rows) {
            for (column, words) in (0..).zip(line.split('|')) {
                match cells.iter_mut().rfind(|cell| cell.column == column) {
                    Some(above) if words == "^" => above.rows += 1,
                    _ => {
                        let (rows, columns, place) = (1, 1, (1, row));
                        let fill =
                            Fill {
                                left: if words.ends_with('…') { 0.0 } else { 50.0 }, head: 10.0, ..Fill::default()
                            };
                        let words = words.trim_end_matches('…').into();
                        cells.push(GridCell { row, column, rows, columns, words, place, fill });
                    }
                }
            }
        }
        let xs = (0..=width as u16).map(|edge| f32::from(edge) * 100.0).collect();
        Grid { xs, ..Grid::new(cells, rows.len() as u32) }
    }

    fn joined(first: &[&str], second: &[&str]) -> Grid {
        let (mut first, second) = (grid(first), grid(second));
        assert!(first.goes_on_in(&second));
        first.go_on(second);
        for cell in &mut first.cells {
            (cell.place, cell.fill) = ((0, 0), Fill::default());
        }
        first
    }

    fn expected(rows: &[&str]) -> Vec<GridCell> {
        let mut cells = grid(rows).cells;
        for cell in &mut cells {
            (cell.place, cell.fill) = ((0, 0), Fill::default());
        }
        cells
    }

    #[test]
    fn rows_go_on_below_a_repeated_header() {
        let found = joined(&["序号|任务|单位", "1|修路|交通局"], &["序号|任 务|单位", "2|建桥|住建局"]);
        assert_eq!(found.cells, expected(&["序号|任务|单位", "1|修路|交通局", "2|建桥|住建局"]));
    }

    #[test]
    fn a_row_that_the_page_cuts_is_one() {
        let found = joined(&["序号|任务|单位", "1|修好…|交通局"], &["|农村公路|", "2|建桥|住建局"]);
        assert_eq!(found.cells, expected(&["序号|任务|单位", "1|修好\u{2028}农村公路|交通局", "2|建桥|住建局"]));
        assert_eq!(found.height, 3);
        let found = joined(&["序号|任务|单位", "1|修好…|交通局", "^|建桥…|住建局"], &["|20座|", "2|通水|水务局"]);
        let rows = ["序号|任务|单位", "1|修好|交通局", "^|建桥\u{2028}20座|住建局", "2|通水|水务局"];
        assert_eq!(found.cells, expected(&rows));
    }

    #[test]
    fn a_part_of_a_row_below_the_page_is_a_row() {
        let found = joined(&["序号|任务|单位", "1|修好公路|交通局"], &["|建桥|住建局", "2|通水|水务局"]);
        let mut cells = found.cells;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        assert_eq!(cells, expected(&["序号|任务|单位", "1|修好公路|交通局", "^|建桥|住建局", "2|通水|水务局"]));
    }

    #[test]
    fn a_merged_cell_goes_on() {
        let found = joined(&["类别|序号|任务", "城建|1|修路", "^|2|建桥"], &["|3|通水", "^|4|通气", "教育|5|建校"]);
        let rows = ["类别|序号|任务", "城建|1|修路", "^|2|建桥", "^|3|通水", "^|4|通气", "教育|5|建校"];
        let mut cells = found.cells;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        assert_eq!(cells, expected(&rows));
    }

    #[test]
    fn a_row_that_is_cut_below_merged_cells_is_one() {
        let head = "序号|问题|措施|领导|单位|时限|进展";
        let above = [head, "5|扬尘反弹…|安装率达|周明|规划局|12月|无"];
        let found = joined(&above, &["|率下降|100%||||", "^|^|淘汰320辆||交警|8月|"]);
        let rows = [head, "5|扬尘反弹\u{2028}率下降|安装率达\n100%|周明|规划局|12月|无", "^|^|淘汰320辆||交警|8月|"];
        let mut cells = found.cells;
        cells.sort_by_key(|cell| (cell.row, cell.column));
        assert_eq!(cells, expected(&rows));
    }

    #[test]
    fn a_row_without_a_place_for_its_number_is_cut() {
        let wide = |mut grid: Grid| {
            // Its first cell takes the place of the number as well.
            let at = grid.cells.len() - 2;
            grid.cells.remove(at - 1);
            (grid.cells[at - 1].column, grid.cells[at - 1].columns) = (0, 2);
            Grid { last: grid.reaching_down(0), ..grid }
        };
        let mut first = wide(grid(&["序号|任务|单位", "1|修路|交通局", "|甲方：清溪县人民…|乙方：白石镇人民…"]));
        first.go_on(wide(grid(&["|政府|政府"])));
        let words: Vec<&str> = first.cells[6..].iter().map(|cell| cell.words.as_str()).collect();
        assert_eq!(words, ["甲方：清溪县人民\u{2028}政府", "乙方：白石镇人民\u{2028}政府"]);
    }

    #[test]
    fn another_table_does_not_go_on() {
        let (one, mut other) = (grid(&["a|b|c"]), grid(&["d|e|f"]));
        other.xs[1] = 130.0;
        assert!(!one.goes_on_in(&other));
        other.xs.remove(1);
        assert!(one.goes_on_in(&other));
    }

    #[test]
    fn numbers_are_digits_or_numerals() {
        assert!(["1", "（一）", "2.1", "1 2"].into_iter().all(is_number));
        assert!(!["", "一号", "序号"].into_iter().any(is_number));
    }
}
