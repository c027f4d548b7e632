//! Divisions of labour that name a body at the head of each paragraph: `甲局：统筹…。`

use super::closing::{opening_bodies, opening_words};
use super::ending::is_finished;
use super::look::Look;
use super::paragraph::Paragraph;
use crate::text::Kinds;
use crate::text::chars::{digit, is_blank};

/// So many of them make a division of labour; fewer quote what somebody said.
const FEWEST: usize = 3;

/// How many characters say at least what a body is to do; a telephone number is shorter.
const SHORTEST: usize = 8;

/// How many characters the names before the colon have at most.
const LONGEST: usize = 24;

/// Marks the paragraphs that say at their heads who answers for them, where several follow each other and most surely name bodies.
pub(crate) fn mark(paragraphs: &mut [Paragraph]) {
    let mut start = 0;
    while start < paragraphs.len() {
        let run = paragraphs[start..].iter().take_while(|paragraph| opens_with_name(paragraph)).count();
        let own = &mut paragraphs[start..start + run];
        let sure = own.iter().filter(|paragraph| opening_bodies(paragraph.text(), 0).is_some()).count();
        if sure >= FEWEST && sure * 2 > run {
            for paragraph in own {
                (paragraph.answers, paragraph.run_in) = (true, true);
            }
        }
        start += run.max(1);
    }
}

/// Whether a few words without a mark between them stand before the colon of a whole sentence.
fn opens_with_name(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    if !matches!(paragraph.look, Look::Plain) || paragraph.answers || !paragraph.flow.kinds.meets(Kinds::COLON) {
        return false;
    }
    let Some((name, rest)) = opening_words(text, 0).filter(|_| is_finished(text)) else { return false };
    let words = text[rest..].trim_start_matches(is_blank);
    text[name].chars().nth(LONGEST).is_none()
        && words.chars().nth(SHORTEST).is_some()
        && !words.starts_with(|c: char| digit(c).is_some())
}
