//! The lines of cells, and which of them end where the cell does, and which where something new begins.

use super::lines::{Line, width};

/// Stands where a line is broken because it is full, as Unicode has it for lines that are no paragraphs.
pub(super) const FULL: char = '\u{2028}';

/// How a cell is set, which tells whether its words go on in the cell below it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Fill {
    /// How much room is left behind the last line.
    pub(super) left: f32,
    /// How much the first line needs to begin at the end of another.
    pub(super) head: f32,
    /// The size of its characters.
    pub(super) size: f32,
}

/// What the end of a line says of the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// There was no room for it.
    Full,
    /// There was room enough: it is of its own.
    Own,
    Unclear,
}

impl Break {
    fn of(room: f32, head: f32, size: f32) -> Self {
        match () {
            () if room < head - 0.1 * size => Self::Full,
            () if room > head + 0.5 * size => Self::Own,
            () => Self::Unclear,
        }
    }
}

impl Fill {
    /// What the end of this cell says of the words of another that stands below it.
    pub(super) fn then(self, below: Self) -> Break {
        Break::of(self.left, below.head, self.size.max(below.size))
    }
}

/// How far from its edges the words of a cell are kept, as cells of several lines show. A mark that hangs over an edge moves
/// the line of a few.
pub(super) fn padding<'a>(cells: impl Iterator<Item = ((f32, f32), &'a [Line])>) -> f32 {
    let (mut single, mut several) = (Vec::new(), Vec::new());
    for ((left, _), lines) in cells {
        let gaps = if lines.len() > 1 { &mut several } else { &mut single };
        gaps.extend(lines.iter().map(|line| line.left - left).reduce(f32::min));
    }
    let gaps = if several.is_empty() { &mut single } else { &mut several };
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0).max(0.0)
}

/// Where the lines of a column's cells end that are full; `None` where its cells do not show it. Full lines end at one place,
/// the last lines of cells mostly before it. Names on lines of their own end at one place as well where they are as long, but
/// the last ones do so too.
pub(super) fn edge<'a>(cells: impl Iterator<Item = &'a [Line]>) -> Option<f32> {
    let (mut inner, mut last): (Vec<&Line>, Vec<&Line>) = (Vec::new(), Vec::new());
    for lines in cells {
        let Some((end, others)) = lines.split_last() else { continue };
        last.push(end);
        inner.extend(others);
    }
    let edge = inner.iter().map(|line| line.right).reduce(f32::max)?;
    let reaching = |lines: &[&Line]| lines.iter().filter(|line| reaches(line, edge)).count();
    let (full, ends) = (reaching(&inner), reaching(&last));
    (full >= 3 && full * 5 >= inner.len() * 2 && ends * 5 <= last.len()).then_some(edge)
}

fn reaches(line: &Line, edge: f32) -> bool {
    line.right > edge - 0.2 * line.size
}

/// The words of a cell from `left` to `right`, and how it is set. Full lines end at `edge`, where that is known.
pub(super) fn set((left, right): (f32, f32), padding: f32, edge: Option<f32>, lines: &[Line]) -> (String, Fill) {
    let mut text = String::new();
    let mut before: Option<&Line> = None;
    let room = |line: &Line| {
        let (ahead, behind) = (line.left - left - padding, right - padding - line.right);
        // A line in the middle has its room at both ends.
        if (ahead - behind).abs() < 0.3 * line.size { ahead + behind } else { behind }
    };
    for line in lines {
        if let Some(before) = before {
            let size = before.size.max(line.size);
            let is_full = edge.is_some_and(|edge| reaches(before, edge));
            match Break::of(room(before), head(line), size) {
                Break::Unclear if is_full && !before.is_spaced => text.push(FULL),
                // Not even another digit had room.
                Break::Full if tears_figure(&before.text, &line.text) && room(before) < DIGIT * size => {}
                Break::Full if !before.is_spaced => text.push(FULL),
                _ => text.push('\n'),
            }
        }
        text.push_str(&line.text);
        before = Some(line);
    }
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    (text, Fill { left: before.map_or(0.0, room), head: lines.first().map_or(0.0, head), size })
}

/// How wide a digit is at most, in parts of its size.
const DIGIT: f32 = 0.6;

/// Whether a break goes through a figure.
fn tears_figure(before: &str, behind: &str) -> bool {
    let is_of_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    before.ends_with(is_of_figure) && behind.starts_with(is_of_figure)
}

/// How wide the first words of a line are that cannot be parted: a character or a number, with the marks around it.
fn head(line: &Line) -> f32 {
    const OPEN: &str = "（《“‘〈【「";
    const CLOSE: &str = "，。、；：？！）》”’〉】」%％℃‰";
    let mut end = 0;
    let mut is_begun = false;
    let mut last = ' ';
    for c in line.text.chars() {
        let holds = c.is_ascii_graphic() && last.is_ascii_graphic() || CLOSE.contains(c);
        if is_begun && !holds {
            break;
        }
        is_begun = !OPEN.contains(c);
        end += c.len_utf8();
        last = c;
    }
    #[allow(clippy::cast_precision_loss)] // No word is so long.
    let columns = line.text.get(..end).map_or(0, width) as f32;
    columns / 2.0 * line.size
}

#[cfg(test)]
mod tests {
    use super::{Break, Fill, edge, padding, set};
    use crate::pdf::lines::Line;

    /// Lines of characters 10 wide in a cell from 0 to 100, each at its place.
    fn lines(words: &[(f32, &str)]) -> Vec<Line> {
        let of = |&(left, text): &(f32, &str)| {
            let right = left + 10.0 * text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum::<f32>();
            Line { y: 0.0, left, right, size: 10.0, text: text.trim_end().into(), is_spaced: text.ends_with(' ') }
        };
        words.iter().map(of).collect()
    }

    fn text(words: &[(f32, &str)]) -> String {
        set((0.0, 100.0), 5.0, None, &lines(words)).0
    }

    #[test]
    fn a_line_that_is_full_goes_on() {
        assert_eq!(text(&[(5.0, "各县区人民政府及市"), (5.0, "财政局")]), "各县区人民政府及市\u{2028}财政局");
        // No mark stands at the head of a line, and no number is parted.
        assert_eq!(text(&[(5.0, "市财政局市教育局"), (5.0, "县、市水利局")]), "市财政局市教育局\u{2028}县、市水利局");
        assert_eq!(text(&[(5.0, "建成各类休闲公园"), (5.0, "1200个")]), "建成各类休闲公园\u{2028}1200个");
        assert_eq!(text(&[(5.0, "一二三四五六七2,0"), (5.0, "00万元")]), "一二三四五六七2,000万元");
    }

    #[test]
    fn a_line_that_ends_before_its_cell_does_is_a_paragraph() {
        assert_eq!(text(&[(5.0, "组织一科"), (5.0, "县农业农村局")]), "组织一科\n县农业农村局");
        // A blank between two names is left at the end of the line.
        assert_eq!(text(&[(5.0, "市财政局市教育局 "), (5.0, "县城管局")]), "市财政局市教育局\n县城管局");
        // In the middle of the cell.
        assert_eq!(text(&[(35.0, "副县长"), (35.0, "向云舟")]), "副县长\n向云舟");
    }

    #[test]
    fn lines_that_end_where_those_of_other_cells_do_are_full() {
        // Each leaves room for one more character at 80, which the next one might need.
        let cells = [
            &[(5.0, "市退役军人事务"), (5.0, "局"), (5.0, "市民政局")][..],
            &[(5.0, "市人力资源和社"), (5.0, "会保障局")],
            &[(5.0, "市发展和改革委"), (5.0, "员会")],
        ];
        let cells: Vec<_> = cells.into_iter().map(lines).collect();
        let found = edge(cells.iter().map(Vec::as_slice));
        assert_eq!(found, Some(75.0));
        let text = |at: usize, edge| set((0.0, 91.0), 5.0, edge, &cells[at]).0;
        assert_eq!(
            (text(1, found), text(1, None)),
            ("市人力资源和社\u{2028}会保障局".into(), "市人力资源和社\n会保障局".into())
        );
        assert_eq!(text(0, found), "市退役军人事务\u{2028}局\n市民政局");
        // Names that are as long as each other.
        let names: Vec<_> = (0..5).map(|_| lines(&[(5.0, "市教育局"), (5.0, "市财政局")])).collect();
        assert_eq!(edge(names.iter().map(Vec::as_slice)), None);
    }

    #[test]
    fn words_are_kept_from_the_edges_as_most_cells_say() {
        let cells = [&[(35.0, "县长")][..], &[(-1.0, "一二三"), (6.0, "四")]];
        let full = [&[(6.0, "财政局"), (8.0, "水务")][..]; 3];
        let cells: Vec<_> = cells.into_iter().chain(full).map(lines).collect();
        let found = padding(cells.iter().map(|lines| ((0.0, 100.0), lines.as_slice())));
        assert!((found - 6.0).abs() < 0.01, "{found}");
    }

    #[test]
    fn a_cell_says_whether_it_goes_on_below() {
        let set = |words: &[(f32, &str)]| set((0.0, 100.0), 5.0, None, &lines(words)).1;
        let (whole, short) = (set(&[(5.0, "各县区人民政府及市")]), set(&[(5.0, "财政局")]));
        assert_eq!((whole.then(short), short.then(whole)), (Break::Full, Break::Own));
        assert_eq!(Fill::default().then(Fill::default()), Break::Unclear);
    }
}
