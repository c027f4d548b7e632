//! Text → the elements of a page, as a browser finds them. html5ever does it; what is here keeps it within bounds.

mod charset;
mod end;
mod filter;
mod sink;
mod tree;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

pub(super) use charset::declared;
use filter::Filter;
use sink::Sink;
pub(super) use tree::{Id, Kind, ROOT, Step, Tree, Walk};

use crate::{Error, Format, Limit, Options};

/// The elements of a page.
pub(super) fn parse(text: &str, options: &Options) -> Result<Tree, Error> {
    if u32::try_from(text.len()).is_err() {
        return Err(fenjie::Error::TooLong { bytes: text.len() as u64 }.into());
    }
    if has_endless_tag(text) {
        return Err(Error::broken(Format::Html, "a tag has thousands of attributes"));
    }
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let tokenizer = Tokenizer::new(Filter::new(builder, options.depth), TokenizerOpts::default());
    let queue = BufferQueue::default();
    for piece in pieces(text) {
        queue.push_back(StrTendril::from_slice(piece));
        // The tokenizer stops behind each script, for a browser to run it.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.is_too_deep() {
            return Err(Error::TooLarge { limit: Limit::Depth, allowed: options.depth as u64 });
        }
    }
    tokenizer.sink.close();
    tokenizer.end();
    match tokenizer.sink.lacks() {
        Some(reason) => Err(Error::broken(Format::Html, reason)),
        None => Ok(tokenizer.sink.finish()),
    }
}

/// The text in pieces, so that what goes too deep is not read to its end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut length = rest.len().min(PIECE);
        while !rest.is_char_boundary(length) {
            length += 1;
        }
        let (piece, behind) = rest.split_at(length);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How many bytes are parsed at a time.
const PIECE: usize = 1 << 16;

/// How many attributes a tag may have. The tokenizer compares each with all before it.
const ATTRIBUTES: usize = 4096;

/// Whether a tag has more attributes than any page needs.
fn has_endless_tag(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('<') {
        rest = behind;
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let Some(length) = tag_length(rest) else { return true };
        let (tag, behind) = rest.split_at(length);
        let is_raw = |name: &&str| tag.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let raw = ["script", "style"].into_iter().find(is_raw);
        rest = raw.map_or(behind, |name| behind_raw(behind, name));
    }
    false
}

/// How long a tag is; `None` where it has too many pieces that can be attributes.
fn tag_length(tag: &str) -> Option<usize> {
    let (mut quote, mut before, mut pieces) = (None, b' ', 0);
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open != byte => {}
            (Some(_), _) => {
                quote = None;
                pieces += 1;
            }
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b' ' | b'\t' | b'\n' | b'\x0c' | b'\r' | b'/') => pieces += usize::from(before != byte),
            _ => {}
        }
        if pieces > ATTRIBUTES {
            return None;
        }
        before = byte;
    }
    Some(tag.len())
}

/// What stands behind a script: in it, a `<` begins no tag.
fn behind_raw<'a>(text: &'a str, name: &str) -> &'a str {
    let ends = |&(at, _): &(usize, &str)| {
        text.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name))
    };
    text.match_indices("</").find(ends).map_or("", |(at, _)| &text[at..])
}
