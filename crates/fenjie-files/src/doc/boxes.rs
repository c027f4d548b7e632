//! The text boxes of a document: their texts, and the characters they hang on.

use std::collections::HashMap;
use std::ops::Range;

use crate::bytes::{u16_at, u32_at};

/// The boxes whose texts were not read yet.
pub(super) struct Boxes {
    /// The characters of each box, in the order of the file.
    texts: Vec<Option<Range<u32>>>,
    /// Which of them hang on a character of the main text.
    anchors: HashMap<u32, Vec<usize>>,
}

/// What is said of a box, and of the shape that it is in, beside where it begins.
const BOX: usize = 22;
const SHAPE: usize = 26;

impl Boxes {
    /// Reads which texts belong to which shapes, and where these hang. `story` is where the texts of all boxes are.
    pub(super) fn read(texts: &[u8], anchors: &[u8], story: &Range<u32>) -> Self {
        let mut boxes = Self { texts: Vec::new(), anchors: HashMap::new() };
        let mut of_shape: HashMap<u32, Vec<usize>> = HashMap::new();
        for (start, end, said) in entries(texts, BOX) {
            let (is_free, shape) = (u16_at(said, 8) != Some(0), u32_at(said, 14).unwrap_or(0));
            let start = story.start.saturating_add(start).min(story.end);
            let end = story.start.saturating_add(end).min(story.end);
            if !is_free && start < end {
                of_shape.entry(shape).or_default().push(boxes.texts.len());
                boxes.texts.push(Some(start..end));
            }
        }
        for (at, _, said) in entries(anchors, SHAPE) {
            let own = u32_at(said, 0).and_then(|shape| of_shape.remove(&shape));
            boxes.anchors.entry(at).or_default().extend(own.unwrap_or_default());
        }
        boxes
    }

    /// Takes the texts that hang on a character.
    pub(super) fn at(&mut self, character: u32) -> Vec<Range<u32>> {
        let own = self.anchors.remove(&character).unwrap_or_default();
        own.into_iter().filter_map(|at| self.texts.get_mut(at)?.take()).collect()
    }

    /// Takes those that are left: boxes in groups hang on shapes that are not known here.
    pub(super) fn rest(&mut self) -> Vec<Range<u32>> {
        self.texts.iter_mut().filter_map(Option::take).collect()
    }
}

/// The entries of a list that has first the places between them and then what is said of each.
fn entries(list: &[u8], size: usize) -> impl Iterator<Item = (u32, u32, &[u8])> {
    let count = list.len().saturating_sub(4) / (4 + size);
    let (places, said) = list.split_at(list.len().min((count + 1) * 4));
    let place = |at: usize| u32_at(places, at * 4).unwrap_or(0);
    (0..count).zip(said.chunks_exact(size)).map(move |(at, said)| (place(at), place(at + 1), said))
}

#[cfg(test)]
mod tests {
    use super::Boxes;

    /// A list of places and what is said between them.
    fn list(places: &[u32], said: &[Vec<u8>]) -> Vec<u8> {
        places.iter().flat_map(|place| place.to_le_bytes()).chain(said.iter().flatten().copied()).collect()
    }

    fn text(shape: u8, is_free: u8) -> Vec<u8> {
        [&[0; 8][..], &[is_free, 0, 0, 0, 0, 0, shape, 0, 0, 0, 0, 0, 0, 0]].concat()
    }

    fn anchor(shape: u8) -> Vec<u8> {
        [&[shape][..], &[0; 25]].concat()
    }

    #[test]
    fn boxes_are_found_by_the_shapes_they_are_in() {
        let texts = list(&[0, 5, 9, 12, 99], &[text(7, 0), text(8, 0), text(9, 1), text(6, 0)]);
        let anchors = list(&[3, 40, 50], &[anchor(8), anchor(1)]);
        let mut boxes = Boxes::read(&texts, &anchors, &(100..130));
        assert_eq!(boxes.at(3), vec![105..109]);
        assert_eq!(boxes.at(3), vec![]);
        assert_eq!(boxes.at(40), vec![]);
        // One that is free has no text, and none goes farther than all of them.
        assert_eq!(boxes.rest(), vec![100..105, 112..130]);
        assert_eq!(boxes.rest(), vec![]);
    }
}
