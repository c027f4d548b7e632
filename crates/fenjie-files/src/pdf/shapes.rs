//! What is drawn on a page: characters and rules, with their places.

/// A place, or a step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// What moves, turns and stretches a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one, and `outer` behind it.
    pub(super) fn then(self, outer: Self) -> Self {
        let (Self([a, b, c, d, e, f]), Self([g, h, i, j, k, l])) = (self, outer);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    pub(super) fn of(self, x: f64, y: f64) -> Point {
        let Self([a, b, c, d, e, f]) = self;
        Point { x: a * x + c * y + e, y: b * x + d * y + f }
    }

    /// How much it stretches what runs to the right, and what runs up.
    pub(super) fn scale(self) -> (f64, f64) {
        let Self([a, b, c, d, ..]) = self;
        (a.hypot(b), c.hypot(d))
    }

    /// Where what runs to the right runs to; `None` where that is aslant, as stamps and watermarks are.
    pub(super) fn direction(self) -> Option<Direction> {
        let Self([a, b, ..]) = self;
        match () {
            () if b.abs() <= a.abs() * STRAIGHT => Some(if a < 0.0 { Direction::Left } else { Direction::Right }),
            () if a.abs() <= b.abs() * STRAIGHT => Some(if b < 0.0 { Direction::Down } else { Direction::Up }),
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
    /// Turns the page so that most of its words run to the right. Words across those are left out: they stand in margins.
    pub(super) fn upright(mut self) -> Self {
        let count = |direction| self.glyphs.iter().filter(|glyph| glyph.direction == direction).count();
        // Of two directions with as many characters the first.
        let main = Direction::ALL.into_iter().rev().max_by_key(|&direction| count(direction));
        let main = main.unwrap_or(Direction::Right);
        self.glyphs.retain(|glyph| glyph.direction == main);
        for glyph in &mut self.glyphs {
            (glyph.x, glyph.y) = main.turned(glyph.x, glyph.y);
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
        let places: Vec<_> = turned.glyphs.iter().map(|glyph| (glyph.x, glyph.y)).collect();
        assert_eq!(places, [(4.0, 3.0), (9.0, 3.0)]);
        assert_eq!(turned.rules, [Rule { is_across: false, at: 10.1, from: 0.0, to: 50.0 }]);
    }

    #[test]
    fn what_is_aslant_has_no_direction() {
        let turn = |a, b| Matrix([a, b, -b, a, 0.0, 0.0]).direction();
        assert_eq!(turn(1.0, 0.01), Some(Direction::Right));
        assert_eq!(turn(0.0, -2.0), Some(Direction::Down));
        assert_eq!(turn(1.0, 1.0), None);
        assert_eq!(Rule::between((0.0, 0.0), (50.0, 9.0)), None);
    }
}
