//! Paths: which of the lines and areas that are drawn are rules.

use super::shapes::{Matrix, Point, Rule, THICKEST};

/// A path that is being laid.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// The straight lines of it.
    lines: Vec<(Point, Point)>,
    /// The corners of the parts that are closed.
    areas: Vec<(Point, Point)>,
    /// The corners of the part that is being laid.
    area: Option<(Point, Point)>,
    start: Point,
    at: Point,
}

/// How many lines a path may have; one with more is a picture.
const MOST: usize = 10_000;

impl Path {
    pub(super) fn move_to(&mut self, point: Point) {
        self.areas.extend(self.area.take().filter(|_| self.areas.len() < MOST));
        (self.start, self.at) = (point, point);
    }

    pub(super) fn line_to(&mut self, point: Point) {
        if self.lines.len() < MOST {
            self.lines.push((self.at, point));
        }
        self.reach(self.at);
        self.reach(point);
        self.at = point;
    }

    /// A curve is no rule, but the area inside of it may be one.
    pub(super) fn curve_to(&mut self, point: Point) {
        self.reach(self.at);
        self.reach(point);
        self.at = point;
    }

    pub(super) fn close(&mut self) {
        if self.at != self.start {
            self.line_to(self.start);
        }
    }

    pub(super) fn rectangle(&mut self, matrix: Matrix, [x, y, width, height]: [f64; 4]) {
        self.move_to(matrix.of(x, y));
        for (x, y) in [(x + width, y), (x + width, y + height), (x, y + height)] {
            self.line_to(matrix.of(x, y));
        }
        self.close();
    }

    fn reach(&mut self, point: Point) {
        let (low, high) = self.area.get_or_insert((point, point));
        (low.x, low.y) = (low.x.min(point.x), low.y.min(point.y));
        (high.x, high.y) = (high.x.max(point.x), high.y.max(point.y));
    }

    /// Ends the path, and gives the rules that it draws: its lines where it is stroked with a pen as thin, its areas where
    /// it is filled.
    pub(super) fn draw(&mut self, stroke: Option<f64>, fill: bool) -> Vec<Rule> {
        self.areas.extend(self.area.take());
        let path = std::mem::take(self);
        let stroked = stroke.filter(|&pen| pen <= f64::from(THICKEST)).map(|_| path.lines);
        let filled = fill.then_some(path.areas);
        let shapes = stroked.into_iter().chain(filled).flatten();
        shapes.filter_map(|(a, b)| Rule::between((a.x as f32, a.y as f32), (b.x as f32, b.y as f32))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Matrix, Path, Point};

    #[test]
    fn thin_areas_and_straight_lines_are_rules() {
        let mut path = Path::default();
        path.rectangle(Matrix::SAME, [0.0, 0.0, 100.0, 0.5]);
        path.rectangle(Matrix::SAME, [0.0, 0.0, 0.5, 80.0]);
        path.rectangle(Matrix::SAME, [0.0, 0.0, 100.0, 80.0]);
        let found: Vec<_> = path.draw(None, true).iter().map(|rule| (rule.is_across, rule.to)).collect();
        assert_eq!(found, [(true, 100.0), (false, 80.0)]);
        path.rectangle(Matrix::SAME, [0.0, 0.0, 100.0, 80.0]);
        path.move_to(Point { x: 0.0, y: 0.0 });
        path.line_to(Point { x: 30.0, y: 30.0 });
        assert_eq!(path.draw(Some(1.0), false).len(), 4);
        assert_eq!(path.draw(Some(1.0), true).len(), 0);
    }
}
