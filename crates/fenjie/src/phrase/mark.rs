//! Marks: words behind units that say what these do (牵头, 配合, 按职责分工负责).

use crate::vocabulary::{MARK_MANNERS, MARKS, Mark};

/// `按照各自职责分工负责` → nothing but a mark; `市财政局牵头负责` → the length of 市财政局, and what the words make of it.
///
/// A mark is verbs with the manner in which it is done before them; of several verbs one that leads says most.
pub(crate) fn strip(words: &str) -> (usize, Option<Mark>) {
    let mut end = words.len();
    let mut mark = None;
    loop {
        let rest = &words[..end];
        if let Some((word, made)) = MARKS.at_end(rest) {
            end -= word.len();
            mark = Some(stronger(mark, made));
        } else if let Some((word, ())) = MARK_MANNERS.at_end(rest).filter(|_| mark.is_some()) {
            end -= word.len();
        } else {
            return (end, mark);
        }
    }
}

fn stronger(mark: Option<Mark>, made: Mark) -> Mark {
    match (mark, made) {
        (Some(Mark::Lead), _) => Mark::Lead,
        (Some(Mark::Participant), Mark::Joint) => Mark::Participant,
        _ => made,
    }
}

/// The words without a mark at their end.
pub(crate) fn without(words: &str) -> &str {
    &words[..strip(words).0]
}

/// The mark that `words` are, and nothing else.
pub(crate) fn whole(words: &str) -> Option<Mark> {
    let (end, mark) = strip(words);
    mark.filter(|_| end == 0)
}
