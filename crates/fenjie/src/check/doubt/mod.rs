//! `doubtful-reading`: what was read does not look like what such a notice says. A handful of questions that know nothing of
//! how it was read, each a row of a table.

mod answers;
mod jumps;
mod lost;
mod official;
mod rows;
mod target;
mod task;
mod unit;
mod whole;

use crate::model::{Code, Diagnostic, Notice, Occurrence, Span};

/// What is odd about a fact, in English and in Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Oddity {
    en: &'static str,
    zh: &'static str,
}

pub(super) fn check(notice: &mut Notice, occurrences: &[Occurrence]) {
    let mut found = Vec::new();
    found.extend(whole::check(notice, occurrences));
    if found.is_empty() || !notice.tasks.is_empty() {
        found.extend(rows::check(notice));
    }
    found.extend(jumps::check(notice));
    found.extend(lost::check(notice, occurrences));
    found.extend(task::check(notice));
    found.extend(target::check(notice));
    found.extend(answers::check(notice));
    found.extend(unit::check(notice));
    found.extend(official::check(notice));
    notice.diagnostics.extend(found);
}

fn doubt(span: Span, what: (&str, &str), odd: Oddity) -> Diagnostic {
    let (en, zh) = what;
    Diagnostic::of(Code::DoubtfulReading, span, format!("{en} {}", odd.en), format!("{zh}{}", odd.zh))
}

/// A question about a fact, and what is odd where the answer is yes.
type Question<T> = (fn(&T) -> bool, Oddity);

/// The oddity that the first question to say yes names.
fn first<T: ?Sized>(questions: &[Question<T>], fact: &T) -> Option<Oddity> {
    questions.iter().find(|(asks, _)| asks(fact)).map(|&(_, odd)| odd)
}
