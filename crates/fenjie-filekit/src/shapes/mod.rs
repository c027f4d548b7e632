//! Shapes that cost a careless reader more than they are worth.

mod html;
mod office;
mod old;
mod opendocument;
mod pdf;
mod text;

pub(crate) use html::HTML;
pub(crate) use office::{DOCX, XLSX};
pub(crate) use old::{DOC, XLS};
pub(crate) use opendocument::{ODS, ODT};
pub(crate) use pdf::{PAGE, PDF};
pub(crate) use text::{ARCHIVE, TEXT};

/// A head, as many pieces as there is room for, and a tail.
fn filled(size: usize, head: &str, piece: impl Fn(usize) -> String, tail: &str) -> Vec<u8> {
    let mut whole = head.to_owned();
    for at in 0.. {
        let piece = piece(at);
        if whole.len() + piece.len() + tail.len() > size {
            break;
        }
        whole += &piece;
    }
    whole += tail;
    whole.into_bytes()
}

/// Elements inside each other down to `depth`, over and over.
fn nested(size: usize, (head, tail): (&str, &str), depth: usize, (open, close): (&str, &str), words: &str) -> Vec<u8> {
    let piece = [&open.repeat(depth), words, &close.repeat(depth)].concat();
    filled(size, head, |_| piece.clone(), tail)
}

/// Half of the room for one thing, half for another.
fn halves(
    size: usize,
    (first, second): (impl Fn(usize) -> Vec<u8>, impl Fn(usize) -> Vec<u8>),
    between: &[u8],
) -> Vec<u8> {
    let half = size.saturating_sub(between.len()) / 2;
    [&first(half)[..], between, &second(half)].concat()
}
