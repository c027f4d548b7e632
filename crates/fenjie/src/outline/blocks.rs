//! Lines → blocks: the account of every line of the source.

use super::Paragraph;
use super::look::{Look, Looked};
use crate::model::{Block, BlockKind, Span};
use crate::text::Line;

/// The blocks of the source, given what each paragraph turned out to be.
pub(crate) fn blocks(lines: &[Line], looked: &[Looked], paragraphs: &[Paragraph], kinds: &[BlockKind]) -> Vec<Block> {
    let owners = owners(lines.len(), paragraphs);
    let blank = blank_lines(lines.len(), looked);
    let mut found: Vec<Block> = Vec::new();
    let mut last: Option<(BlockKind, Option<usize>)> = None;
    for (at, line) in lines.iter().enumerate() {
        let owner = owners[at];
        let kind = match owner {
            Some(owner) => kinds[owner],
            None if blank[at] => BlockKind::Blank,
            None => BlockKind::Furniture,
        };
        if last == Some((kind, owner)) {
            if let Some(block) = found.last_mut() {
                block.span.end = line.next;
            }
            continue;
        }
        let continues = owner.is_some_and(|owner| paragraphs[owner].lines.first() != Some(&(at as u32)));
        found.push(Block { kind, span: Span::new(line.content.start, line.next), continues });
        last = Some((kind, owner));
    }
    found
}

/// For every line the first paragraph that it belongs to.
fn owners(count: usize, paragraphs: &[Paragraph]) -> Vec<Option<usize>> {
    let mut owners = vec![None; count];
    for (at, paragraph) in paragraphs.iter().enumerate().rev() {
        for &line in &paragraph.lines {
            owners[line as usize] = Some(at);
        }
    }
    owners
}

fn blank_lines(count: usize, looked: &[Looked]) -> Vec<bool> {
    let mut blank = vec![false; count];
    for line in looked.iter().filter(|line| matches!(line.look, Look::Blank)) {
        blank[line.line as usize] = true;
    }
    blank
}
