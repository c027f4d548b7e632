//! Characters → the lines they stand on.

use super::shapes::{Direction, Glyph};

/// A line of words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Where it stands on the page, and from where to where it goes.
    pub(super) y: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The size of its largest character.
    pub(super) size: f32,
    pub(super) text: String,
    /// Whether a blank stands behind its last word.
    pub(super) is_spaced: bool,
}

/// How far apart the feet of two characters of a line may be, in parts of their size.
const LEVEL: f32 = 0.45;

/// How wide a gap between two words of a line of one sentence may be, in parts of the size; a wider one parts columns.
const WIDE_GAP: f32 = 1.5;

/// How wide a gap is that parts Latin words.
const WORD_GAP: f32 = 0.2;

/// How near to each other the same character is drawn twice, to look bold.
const TWICE: f32 = 0.2;

/// The lines, from top to bottom.
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    levels(&mut glyphs).filter_map(line).collect()
}

/// The places of the lines, from top to bottom.
pub(super) fn heights(glyphs: &[Glyph]) -> Vec<f32> {
    let mut glyphs: Vec<Glyph> = glyphs.iter().filter(|glyph| glyph.direction == Direction::Right).copied().collect();
    levels(&mut glyphs).filter_map(|level| Some(level.first()?.y)).collect()
}

/// The characters of each line, from top to bottom.
pub(super) fn levels(glyphs: &mut Vec<Glyph>) -> impl Iterator<Item = Vec<Glyph>> {
    glyphs.retain(|glyph| !glyph.character.is_control());
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rest = glyphs.as_slice();
    std::iter::from_fn(move || {
        let first = rest.first()?;
        let end = rest.iter().position(|glyph| glyph.y - first.y > LEVEL * first.size.max(glyph.size));
        let (own, below) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = below;
        Some(own.to_vec())
    })
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    glyphs.dedup_by(|next, kept| next.character == kept.character && next.x - kept.x < TWICE * kept.size);
    let printed = |glyph: &&Glyph| !glyph.character.is_whitespace();
    let (first, last) = (glyphs.iter().find(printed)?, glyphs.iter().rfind(printed)?);
    let size = glyphs.iter().filter(printed).map(|glyph| glyph.size).fold(0.0, f32::max);
    let (mut text, mut taken) = (String::new(), 0);
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs.iter().filter(|glyph| (first.x..=last.x).contains(&glyph.x)) {
        if let Some(before) = before {
            let spaces = spaces(before, glyph, || columns((glyph.x - first.x) / size).saturating_sub(taken));
            text.extend(std::iter::repeat_n(' ', spaces));
            taken += spaces;
        }
        taken += wide(glyph.character);
        text.push(if glyph.character == '\u{a0}' { ' ' } else { glyph.character });
        before = Some(glyph);
    }
    let is_spaced = glyphs.last().is_some_and(|glyph| glyph.character.is_whitespace() && glyph.x > last.x);
    Some(Line { y: first.y, left: first.x, right: last.x + last.width, size, text, is_spaced })
}

/// How many spaces the gap between two characters stands for: none between those of a sentence, one between Latin words,
/// and between columns as many as bring the next word to where it stands.
fn spaces(before: &Glyph, next: &Glyph, missing: impl Fn() -> usize) -> usize {
    let gap = (next.x - before.x - before.width) / before.size.max(next.size);
    let is_latin = |glyph: &Glyph| glyph.character.is_ascii_alphanumeric();
    match () {
        () if gap > WIDE_GAP => missing().max(2),
        () if gap > WORD_GAP && is_latin(before) && is_latin(next) => 1,
        () => 0,
    }
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

/// How many columns a character takes.
fn wide(character: char) -> usize {
    if character < FIRST_WIDE { 1 } else { 2 }
}

/// From the radicals on, characters are as wide as high.
const FIRST_WIDE: char = '\u{2e80}';

/// How many columns of text, of which a Chinese character takes two, go into parts of the size.
pub(super) fn columns(parts: f32) -> usize {
    #[allow(clippy::cast_sign_loss)] // A negative number becomes 0.
    let columns = (parts * 2.0).round() as usize;
    columns.min(MOST_COLUMNS)
}

/// No page is wider.
const MOST_COLUMNS: usize = 200;

#[cfg(test)]
mod tests {
    use super::lines;
    use crate::pdf::shapes::{Direction, Glyph};

    /// Characters 10 wide and high, each at its place.
    fn glyphs(words: &[(f32, f32, &str)]) -> Vec<Glyph> {
        let of_word = |&(x, y, word): &(f32, f32, &str)| {
            let glyph = move |(at, character): (u16, char)| Glyph {
                x: x + f32::from(at) * 10.0,
                y,
                width: 10.0,
                size: 10.0,
                direction: Direction::Right,
                character,
            };
            (0..).zip(word.chars()).map(glyph).collect::<Vec<_>>()
        };
        words.iter().flat_map(of_word).collect()
    }

    fn texts(words: &[(f32, f32, &str)]) -> Vec<String> {
        lines(glyphs(words)).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_are_read_from_top_to_bottom_and_words_from_left_to_right() {
        let words = [(0.0, 30.0, "市财政局"), (20.0, 12.0, "单位："), (0.0, 10.0, "责任")];
        assert_eq!(texts(&words), ["责任单位：", "市财政局"]);
    }

    #[test]
    fn a_wide_gap_is_spaces_and_a_narrow_one_none() {
        let words = [(0.0, 0.0, "任务"), (24.0, 0.0, "一"), (64.0, 0.0, "单位"), (87.0, 0.0, "AB"), (110.0, 0.0, "C")];
        assert_eq!(texts(&words), ["任务一       单位AB C"]);
    }

    #[test]
    fn what_is_drawn_twice_is_read_once() {
        assert_eq!(texts(&[(0.0, 0.0, "附件11"), (0.4, 0.1, "附件11"), (-30.0, 0.0, "  ")]), ["附件11"]);
        assert_eq!(lines(glyphs(&[(0.0, 0.0, "  ")])), []);
    }
}
