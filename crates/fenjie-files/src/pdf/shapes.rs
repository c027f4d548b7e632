//! What is drawn on a page: characters and rules, with their places.

/// A place, or a step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// What moves, turns and stretches a drawing: where a step to the right and a step up lead, and where it begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix {
    right: Point,
    up: Point,
    origin: Point,
}

impl From<[f64; 6]> for Matrix {
    fn from(numbers: [f64; 6]) -> Self {
        let [right, up, origin] = [0, 2, 4].map(|at| Point { x: numbers[at], y: numbers[at + 1] });
        Self { right, up, origin }
    }
}

impl Matrix {
    pub(super) const SAME: Self = Self::shift(0.0, 0.0);

    pub(super) const fn shift(x: f64, y: f64) -> Self {
        Self { right: Point { x: 1.0, y: 0.0 }, up: Point { x: 0.0, y: 1.0 }, origin: Point { x, y } }
    }

    /// This one, and `outer` behind it.
    pub(super) fn then(self, outer: Self) -> Self {
        let (right, up) = (outer.step(self.right), outer.step(self.up));
        Self { right, up, origin: outer.of(self.origin.x, self.origin.y) }
    }

    fn step(self, Point { x, y }: Point) -> Point {
        Point { x: self.right.x * x + self.up.x * y, y: self.right.y * x + self.up.y * y }
    }

    pub(super) fn of(self, x: f64, y: f64) -> Point {
        let step = self.step(Point { x, y });
        Point { x: step.x + self.origin.x, y: step.y + self.origin.y }
    }

    /// How much it stretches what runs to the right, and what runs up.
    pub(super) fn scale(self) -> (f64, f64) {
        (self.right.x.hypot(self.right.y), self.up.x.hypot(self.up.y))
    }

    /// Where what runs to the right runs to; `None` where that is aslant, as stamps and watermarks are.
    pub(super) fn direction(self) -> Option<Direction> {
        let Point { x, y } = self.right;
        match () {
            () if y.abs() <= x.abs() * STRAIGHT => Some(if x < 0.0 { Direction::Left } else { Direction::Right }),
            () if x.abs() <= y.abs() * STRAIGHT => Some(if y < 0.0 { Direction::Down } else { Direction::Up }),
            () => None,
        }
    }
}

/// How much a line of words may slope.
const STRAIGHT: f64 = 0.02;

/// Where a line of words runs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Right,
    Up,
    Left,
    Down,
}

impl Direction {
    pub(super) const ALL: [Self; 4] = [Self::Right, Self::Up, Self::Left, Self::Down];

    /// The place on the page when it is turned so that the words run to the right; below is more.
    pub(super) fn turned(self, x: f32, y: f32) -> (f32, f32) {
        match self {
            Self::Right => (x, -y),
            Self::Up => (y, x),
            Self::Left => (-x, y),
            Self::Down => (-y, -x),
        }
    }

    /// What the direction is on a page that is turned so that `main` runs to the right.
    fn seen_from(self, main: Self) -> Self {
        match (self as usize + 4 - main as usize) % 4 {
            0 => Self::Right,
            1 => Self::Up,
            2 => Self::Left,
            _ => Self::Down,
        }
    }
}

/// A character.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Where it begins on the line it stands on.
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    /// The size of its font.
    pub(super) size: f32,
    pub(super) direction: Direction,
    pub(super) character: char,
}

impl Glyph {
    /// The middle of a character on a page that is turned upright.
    pub(super) fn middle(&self) -> (f32, f32) {
        let (along, above) = (self.width / 2.0, self.size * 0.35);
        match self.direction {
            Direction::Right => (self.x + along, self.y - above),
            Direction::Up => (self.x - above, self.y - along),
            Direction::Left => (self.x - along, self.y + above),
            Direction::Down => (self.x + above, self.y + along),
        }
    }

    /// The character as somebody sees it who turns the page to read it.
    pub(super) fn turned(self) -> Self {
        let (x, y) = match self.direction {
            Direction::Right => (self.x, self.y),
            Direction::Up => (-self.y, self.x),
            Direction::Left => (-self.x, -self.y),
            Direction::Down => (self.y, -self.x),
        };
        Self { x, y, direction: Direction::Right, ..self }
    }
}

/// A straight line, across or down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) is_across: bool,
    /// Its height on the page, or how far to the right it stands.
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
}

impl Rule {
    /// The rule from one corner to another; `None` where it is neither across nor down.
    pub(super) fn between(first: (f32, f32), second: (f32, f32)) -> Option<Self> {
        let (width, height) = ((first.0 - second.0).abs(), (first.1 - second.1).abs());
        if width.min(height) > THICKEST || !(width + height).is_finite() {
            return None;
        }
        let is_across = width >= height;
        let [along, aside] = [(first.0, second.0), (first.1, second.1)];
        let (along, aside) = if is_across { (along, aside) } else { (aside, along) };
        Some(Self {
            is_across,
            at: f32::midpoint(aside.0, aside.1),
            from: along.0.min(along.1),
            to: along.0.max(along.1),
        })
    }
}

/// How thick a rule may be. The rows of a table are higher.
pub(super) const THICKEST: f32 = 3.0;

/// What is drawn on a page.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) rules: Vec<Rule>,
    pub(super) images: u32,
}

impl Drawing {
    /// Turns the page so that most of its words run to the right.
    pub(super) fn upright(mut self) -> Self {
        let count = |direction| self.glyphs.iter().filter(|glyph| glyph.direction == direction).count();
        // Of two directions with as many characters the first.
        let main = Direction::ALL.into_iter().rev().max_by_key(|&direction| count(direction));
        let main = main.unwrap_or(Direction::Right);
        for glyph in &mut self.glyphs {
            (glyph.x, glyph.y) = main.turned(glyph.x, glyph.y);
            glyph.direction = glyph.direction.seen_from(main);
        }
        let rules = self.rules.iter().filter_map(|rule| {
            let corner = |along| if rule.is_across { (along, rule.at) } else { (rule.at, along) };
            let [first, second] = [rule.from, rule.to].map(|along| {
                let (x, y) = corner(along);
                main.turned(x, y)
            });
            Rule::between(first, second)
        });
        self.rules = rules.collect();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Direction, Drawing, Glyph, Matrix, Rule};

    #[test]
    fn a_page_is_turned_with_its_words() {
        let across = Rule::between((0.0, 10.0), (50.0, 10.2)).unwrap();
        let glyph = |x, y, direction| Glyph { x, y, width: 5.0, size: 5.0, direction, character: '云' };
        let glyphs =
            vec![glyph(3.0, 4.0, Direction::Up), glyph(3.0, 9.0, Direction::Up), glyph(1.0, 1.0, Direction::Right)];
        let turned = Drawing { glyphs, rules: vec![across], images: 0 }.upright();
        let places: Vec<_> = turned.glyphs.iter().map(|glyph| (glyph.x, glyph.y, glyph.direction)).collect();
        let expected = [(4.0, 3.0, Direction::Right), (9.0, 3.0, Direction::Right), (1.0, 1.0, Direction::Down)];
        assert_eq!(places, expected);
        assert_eq!(turned.glyphs[2].middle(), (1.0 + 5.0 * 0.35, 3.5));
        assert_eq!(turned.rules, [Rule { is_across: false, at: 10.1, from: 0.0, to: 50.0 }]);
    }

    #[test]
    fn what_is_aslant_has_no_direction() {
        let turn = |x: f64, y: f64| Matrix::from([x, y, -y, x, 0.0, 0.0]).direction();
        assert_eq!(turn(1.0, 0.01), Some(Direction::Right));
        assert_eq!(turn(0.0, -2.0), Some(Direction::Down));
        assert_eq!(turn(1.0, 1.0), None);
        assert_eq!(Rule::between((0.0, 0.0), (50.0, 9.0)), None);
    }
}
