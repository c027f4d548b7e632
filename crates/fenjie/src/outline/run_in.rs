//! Divisions of labour that name a body at the head of each paragraph: `甲局：统筹…。`

use super::closing::{opening_bodies, opening_words};
use super::ending::is_finished;
use super::look::Look;
use super::marker::Style;
use super::paragraph::Paragraph;
use super::units_tail::ends_with_body;
use crate::text::Kinds;
use crate::text::chars::{is_blank, is_han};

/// So many of them make a division of labour; fewer quote what somebody said.
const FEWEST: usize = 3;

/// How many characters say at least what a body is to do, some of them Han; a telephone number has none.
const SHORTEST: usize = 8;

/// How many characters the names before the colon have at most.
const LONGEST: usize = 24;

/// Marks the paragraphs that say at their heads who answers for them, where several follow each other, in one style of number or
/// without any, and most surely name bodies; the others may be names of bodies that nothing but their place tells.
pub(crate) fn mark(paragraphs: &mut [Paragraph]) {
    let mut start = 0;
    while start < paragraphs.len() {
        let style = style(&paragraphs[start]);
        let goes_on = |paragraph: &&Paragraph| self::style(paragraph) == style && opens_with_name(paragraph);
        let run = paragraphs[start..].iter().take_while(goes_on).count();
        let own = &mut paragraphs[start..start + run];
        let sure = own.iter().filter(|it| opening_bodies(it.text(), it.body_start()).is_some()).count();
        let likely = || {
            own.iter().all(|it| {
                opening_words(it.text(), it.body_start()).is_some_and(|(name, _)| ends_with_body(&it.text()[name]))
            })
        };
        if sure >= FEWEST && (sure * 2 > run || likely()) {
            for paragraph in own {
                (paragraph.answers, paragraph.run_in) = (true, true);
            }
        }
        start += run.max(1);
    }
}

/// The style of a paragraph's number, where it has one.
fn style(paragraph: &Paragraph) -> Option<Style> {
    if let Look::Item(marker) = &paragraph.look { Some(marker.style) } else { None }
}

/// Whether a few words without a mark between them stand before the colon of a whole sentence.
fn opens_with_name(paragraph: &Paragraph) -> bool {
    let text = paragraph.text();
    let answers_else = || paragraph.answers && opening_bodies(text, paragraph.body_start()).is_none();
    let is_kind = matches!(paragraph.look, Look::Plain | Look::Item(_));
    if !is_kind || answers_else() || !paragraph.flow.kinds.meets(Kinds::COLON) {
        return false;
    }
    let Some((name, rest)) = opening_words(text, paragraph.body_start()).filter(|_| is_finished(text)) else {
        return false;
    };
    let words = text[rest..].trim_start_matches(is_blank);
    text[name].chars().nth(LONGEST).is_none()
        && words.chars().nth(SHORTEST).is_some()
        && words.chars().take(SHORTEST).any(is_han)
}
