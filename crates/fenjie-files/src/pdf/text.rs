//! Strings → characters with their places.

use std::rc::Rc;

use super::file::File;
use super::font::{Font, Shown};
use super::object::Object;
use super::shapes::{Glyph, Matrix};
use crate::Error;

/// How words are set, and where the next one goes.
#[derive(Clone)]
pub(super) struct TextState {
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    /// What is added to the width of each character, and of each space.
    pub(super) space: f64,
    pub(super) word_space: f64,
    /// How much wider than usual characters are.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    /// Where the line begins, and where the next character does.
    line: Matrix,
    next: Matrix,
}

impl Default for TextState {
    fn default() -> Self {
        Self {
            font: None,
            size: 0.0,
            space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            line: Matrix::SAME,
            next: Matrix::SAME,
        }
    }
}

impl TextState {
    pub(super) fn place(&mut self, matrix: Matrix) {
        (self.line, self.next) = (matrix, matrix);
    }

    /// Begins a line at a step from where the last one began.
    pub(super) fn step(&mut self, x: f64, y: f64) {
        self.place(Matrix::shift(x, y).then(self.line));
    }

    pub(super) fn next_line(&mut self) {
        self.step(0.0, -self.leading);
    }

    /// Goes on along the line, by parts of the size and what comes to it.
    fn advance(&mut self, parts: f64, more: f64, is_vertical: bool) {
        let step = parts * self.size + more;
        let (x, y) = if is_vertical { (0.0, -step) } else { (step * self.stretch, 0.0) };
        self.next = Matrix::shift(x, y).then(self.next);
    }
}

/// Shows strings, and moves by the numbers between them. A character takes many times more room than its code, so that each is
/// charged.
pub(super) fn show(
    file: &File<'_>,
    state: &mut TextState,
    matrix: Matrix,
    pieces: &[Object],
    glyphs: &mut Vec<Glyph>,
) -> Result<(), Error> {
    let Some(font) = state.font.clone() else { return Ok(()) };
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Object::Number(back) => {
                // Down a column, numbers go the other way.
                let parts = if font.is_vertical { back / 1000.0 } else { -back / 1000.0 };
                state.advance(parts, 0.0, font.is_vertical);
            }
            Object::Text(bytes) => {
                let mut rest = bytes.as_slice();
                while !rest.is_empty() {
                    let shown = font.show(rest, &mut text);
                    file.charge(text.chars().count().max(1) * size_of::<Glyph>())?;
                    put(state, matrix, &shown, &text, font.is_vertical, glyphs);
                    let words = if shown.is_space { state.word_space } else { 0.0 };
                    let parts = if font.is_vertical { 1.0 } else { shown.width };
                    state.advance(parts, state.space + words, font.is_vertical);
                    rest = rest.get(shown.length..).unwrap_or_default();
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Puts down what one code stands for.
fn put(state: &TextState, matrix: Matrix, shown: &Shown, text: &str, is_vertical: bool, glyphs: &mut Vec<Glyph>) {
    let place = state.next.then(matrix);
    let Some(direction) = place.direction() else { return };
    // Down a column, characters hang with the middle of their heads on the line.
    let (aside, above) = if is_vertical { (-0.5, -0.88) } else { (0.0, 0.0) };
    let (along, up) = place.scale();
    // A ligature is as wide as its letters are together.
    let letters = u32::try_from(text.chars().count()).map_or(1.0, f64::from);
    let step = shown.width * state.size.abs() * state.stretch.abs() / letters.max(1.0);
    let mut x = aside * state.size;
    for character in text.chars() {
        let point = place.of(x, state.rise + above * state.size);
        let glyph = Glyph {
            x: point.x as f32,
            y: point.y as f32,
            width: (step * along) as f32,
            size: (state.size.abs() * up) as f32,
            direction,
            character,
        };
        let is_sane = |number: f32| number.abs() < FARTHEST;
        if [glyph.x, glyph.y, glyph.width, glyph.size].into_iter().all(is_sane) && glyph.size > 0.0 {
            glyphs.push(glyph);
        }
        x += step;
    }
}

/// Farther away is no page.
const FARTHEST: f32 = 1e6;
