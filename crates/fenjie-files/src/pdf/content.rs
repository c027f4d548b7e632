//! What the streams of a page draw.

use std::rc::Rc;

use super::file::File;
use super::object::{Item, Object, Parser};
use super::pages::Page;
use super::path::Path;
use super::resources::{Known, Resources};
use super::shapes::{Drawing, Matrix, Rule};
use super::text::{TextState, show};
use crate::Error;

/// Draws a page.
pub(super) fn draw(file: &File<'_>, known: &mut Known, page: &Page) -> Result<Drawing, Error> {
    let mut bytes = Vec::new();
    for &number in &page.contents {
        if let Some((_, part)) = file.stream(number)? {
            // A word may not run from one stream into the next.
            bytes.extend(part);
            bytes.push(b'\n');
        }
    }
    file.charge(bytes.len().saturating_mul(DRAWN))?;
    let resources = known.of_page(file, &page.resources)?;
    let mut painter = Painter { file, known, drawing: Drawing::default() };
    painter.run(&bytes, &resources, &Graphics::default(), 0)?;
    Ok(painter.drawing)
}

struct Painter<'a, 'b> {
    file: &'a File<'b>,
    known: &'a mut Known,
    drawing: Drawing,
}

/// How things are drawn.
#[derive(Clone)]
struct Graphics {
    matrix: Matrix,
    /// How thick lines are.
    pen: f64,
    text: TextState,
}

impl Default for Graphics {
    fn default() -> Self {
        Self { matrix: Matrix::SAME, pen: 1.0, text: TextState::default() }
    }
}

/// A stream that is being drawn.
struct Run {
    resources: Rc<Resources>,
    depth: usize,
    now: Graphics,
    kept: Vec<Graphics>,
    path: Path,
    operands: Vec<Object>,
}

/// How deep forms may be drawn inside each other.
const DEPTH: usize = 12;

/// What a form costs beside its bytes: small ones that draw each other must come to an end.
const FORM: usize = 4096;

/// What each byte that is drawn costs beside being unpacked, which takes a fraction of the time.
const DRAWN: usize = 5;

/// How many states may be kept, and operands gathered. Real files are far below.
const MOST: usize = 512;

/// How many rules a page may have; one with more is a picture.
const MOST_RULES: usize = 50_000;

impl Painter<'_, '_> {
    fn run(&mut self, bytes: &[u8], resources: &Rc<Resources>, start: &Graphics, depth: usize) -> Result<(), Error> {
        let mut run = Run {
            resources: Rc::clone(resources),
            depth,
            now: start.clone(),
            kept: Vec::new(),
            path: Path::default(),
            operands: Vec::new(),
        };
        let mut parser = Parser::new(bytes, 0);
        while let Some(item) = parser.item() {
            match item {
                Item::Object(object) if run.operands.len() < MOST => run.operands.push(object),
                Item::Object(_) => {}
                Item::Word(b"BI") => self.skip_image(bytes, &mut parser),
                Item::Word(word) => {
                    let _ = run.state(word) || run.lay(word) || run.place(word);
                    self.paint(&mut run, word);
                    self.text(&mut run, word)?;
                    run.operands.clear();
                }
            }
        }
        Ok(())
    }

    /// A picture inside the stream. Its bytes may be anything; they end with a word.
    fn skip_image(&mut self, bytes: &[u8], parser: &mut Parser<'_>) {
        self.drawing.images += 1;
        while !matches!(parser.item(), Some(Item::Word(b"ID")) | None) {}
        let from = parser.at();
        let rest = bytes.get(from..).unwrap_or_default();
        let is_end = |four: &[u8]| matches!(four, [before, b'E', b'I', behind] if before.is_ascii_whitespace() && behind.is_ascii_whitespace());
        let end = rest.windows(4).position(is_end).map_or(bytes.len(), |at| from + at + 3);
        parser.move_to(end);
    }

    /// Ends a path.
    fn paint(&mut self, run: &mut Run, word: &[u8]) {
        let (stroke, fill) = match word {
            b"S" | b"s" => (true, false),
            b"f" | b"F" | b"f*" => (false, true),
            b"B" | b"B*" | b"b" | b"b*" => (true, true),
            b"n" => (false, false),
            _ => return,
        };
        if matches!(word, b"s" | b"b" | b"b*") {
            run.path.close();
        }
        let (along, up) = run.now.matrix.scale();
        let rules: Vec<Rule> = run.path.draw(stroke.then_some(run.now.pen * along.min(up)), fill);
        if self.drawing.rules.len() < MOST_RULES {
            self.drawing.rules.extend(rules);
        }
    }

    /// Words, and forms with words of their own.
    fn text(&mut self, run: &mut Run, word: &[u8]) -> Result<(), Error> {
        match (word, run.operands.as_slice()) {
            (b"Tf", [.., Object::Name(name), Object::Number(size)]) => {
                run.now.text.size = *size;
                run.now.text.font = self.known.font(self.file, &run.resources, name)?;
            }
            (b"Tj", [.., text]) => self.show(&mut run.now, std::slice::from_ref(text))?,
            (b"TJ", [.., Object::Array(pieces)]) => self.show(&mut run.now, pieces)?,
            (b"'", [.., text]) => {
                run.now.text.next_line();
                self.show(&mut run.now, std::slice::from_ref(text))?;
            }
            (b"\"", [.., Object::Number(words), Object::Number(characters), text]) => {
                (run.now.text.word_space, run.now.text.space) = (*words, *characters);
                run.now.text.next_line();
                self.show(&mut run.now, std::slice::from_ref(text))?;
            }
            (b"Do", [.., Object::Name(name)]) => self.form(run, &name.clone())?,
            _ => {}
        }
        Ok(())
    }

    fn show(&mut self, now: &mut Graphics, pieces: &[Object]) -> Result<(), Error> {
        show(self.file, &mut now.text, now.matrix, pieces, &mut self.drawing.glyphs)
    }

    /// A form, which is a drawing of its own, or a picture.
    fn form(&mut self, run: &mut Run, name: &str) -> Result<(), Error> {
        let Object::Reference(number) = *run.resources.forms.get(name) else { return Ok(()) };
        let Object::Dict(dict) = self.file.resolve(&Object::Reference(number))? else { return Ok(()) };
        if self.file.value(&dict, "Subtype")?.name() != "Form" {
            self.drawing.images += 1;
            return Ok(());
        }
        if run.depth == DEPTH {
            return Ok(());
        }
        self.file.charge(FORM)?;
        let Some((dict, bytes)) = self.file.stream(number)? else { return Ok(()) };
        self.file.charge(bytes.len().saturating_mul(DRAWN))?;
        let own = self.file.value(&dict, "Resources")?;
        let resources = match own.dict() {
            Some(own) => Rc::new(Resources::read(self.file, own)?),
            None => Rc::clone(&run.resources),
        };
        let matrix = self.file.value(&dict, "Matrix")?;
        let mut start = run.now.clone();
        if let Some(matrix) = numbers(matrix.array()) {
            start.matrix = Matrix::from(matrix).then(start.matrix);
        }
        self.run(&bytes, &resources, &start, run.depth + 1)
    }
}

impl Run {
    fn operands<const N: usize>(&self) -> Option<[f64; N]> {
        numbers(&self.operands)
    }

    /// How things are drawn; `false` where the word says nothing of it.
    fn state(&mut self, word: &[u8]) -> bool {
        match word {
            b"q" if self.kept.len() < MOST => self.kept.push(self.now.clone()),
            b"Q" => {
                if let Some(kept) = self.kept.pop() {
                    self.now = kept;
                }
            }
            b"cm" => {
                if let Some(matrix) = self.operands() {
                    self.now.matrix = Matrix::from(matrix).then(self.now.matrix);
                }
            }
            b"w" => {
                if let Some([pen]) = self.operands() {
                    self.now.pen = pen;
                }
            }
            _ => return false,
        }
        true
    }

    /// Lays a path.
    fn lay(&mut self, word: &[u8]) -> bool {
        let matrix = self.now.matrix;
        match word {
            b"m" | b"l" | b"c" | b"v" | b"y" => {
                let Some([x, y]) = self.operands() else { return true };
                let point = matrix.of(x, y);
                match word {
                    b"m" => self.path.move_to(point),
                    b"l" => self.path.line_to(point),
                    _ => self.path.curve_to(point),
                }
            }
            b"re" => {
                if let Some(corner) = self.operands() {
                    self.path.rectangle(matrix, corner);
                }
            }
            b"h" => self.path.close(),
            _ => return false,
        }
        true
    }

    /// Where words stand, and how far apart.
    fn place(&mut self, word: &[u8]) -> bool {
        let text = &mut self.now.text;
        match word {
            b"BT" => text.place(Matrix::SAME),
            b"T*" => text.next_line(),
            b"Tm" => {
                if let Some(matrix) = numbers(&self.operands) {
                    text.place(Matrix::from(matrix));
                }
            }
            b"Td" | b"TD" => {
                if let Some([x, y]) = numbers(&self.operands) {
                    if word == b"TD" {
                        text.leading = -y;
                    }
                    text.step(x, y);
                }
            }
            b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" => {
                if let Some([value]) = numbers(&self.operands) {
                    match word {
                        b"Tc" => text.space = value,
                        b"Tw" => text.word_space = value,
                        b"Tz" => text.stretch = value / 100.0,
                        b"TL" => text.leading = value,
                        _ => text.rise = value,
                    }
                }
            }
            _ => return false,
        }
        true
    }
}

/// The last numbers of a list.
fn numbers<const N: usize>(list: &[Object]) -> Option<[f64; N]> {
    let own = list.get(list.len().checked_sub(N)?..)?;
    let mut found = [0.0; N];
    for (number, object) in found.iter_mut().zip(own) {
        *number = object.number()?;
    }
    Some(found)
}
