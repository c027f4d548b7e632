//! Texts that speak as a breakdown does, but of which no task was read.

use crate::model::{Claim, Code, Diagnostic, EvidenceKind, Notice, Occurrence, SetAside, Severity, Span, Task};
use crate::text::lines;
use crate::vocabulary::{GENRE_WORDS, GenreWord, TITLE_WORDS};

/// How many labels, or lists' bodies, or figures below a title that announces tasks, make a text speak so.
const LABELS: usize = 2;
const BODIES: usize = 4;
const FIGURES: usize = 6;

/// How many words that are in no fact, and which share of all (one in so many), make the whole text doubtful.
const LOST: u32 = 6;
const SHARE: u32 = 4;

/// How many lines from the top a title is looked for, and how long it is in characters.
const TOP: usize = 8;
const TITLE: usize = 60;

pub(super) fn check(notice: &Notice, occurrences: &[Occurrence]) -> Option<Diagnostic> {
    if !(notice.tasks.is_empty() && notice.allocations.is_empty()) {
        return half(notice).or_else(|| told(notice)).or_else(|| quoted(occurrences));
    }
    let left = |kind: EvidenceKind| {
        occurrences.iter().filter(move |row| row.kind == kind && row.claim == Claim::Unread).count()
    };
    let (labels, bodies, figures) = (left(EvidenceKind::Label), left(EvidenceKind::Body), left(EvidenceKind::Quantity));
    let title = title(notice);
    let announced = title.is_some_and(|title| TITLE_WORDS.find(title).is_some());
    let speaks = labels >= LABELS && bodies >= LABELS || bodies >= BODIES || announced && figures >= FIGURES;
    let span = notice.blocks.iter().find(|block| !notice.text(block.span).trim().is_empty())?.span;
    let telling = title.is_some_and(tells) || is_news(notice);
    speaks.then(|| Diagnostic {
        severity: if telling { Severity::Warning } else { Severity::Error },
        ..Diagnostic::of(
            Code::DoubtfulReading,
            Span::new(span.start, span.end),
            format!(
                "no task was read, though {labels} labels, {bodies} names of bodies and {figures} figures stand here"
            ),
            format!("文中有{labels}个标签、{bodies}个单位名称、{figures}个数量，却未读出任务"),
        )
    })
}

/// A text of which some tasks were read, but much that tasks are made of was not.
fn half(notice: &Notice) -> Option<Diagnostic> {
    let all = notice.evidence.total();
    let much = all.unread >= LOST && all.unread * SHARE > all.read + all.unread;
    if !much {
        return None;
    }
    let span = notice.blocks.iter().find(|block| !notice.text(block.span).trim().is_empty())?.span;
    let telling = title(notice).is_some_and(tells) || notice.header.title.as_deref().is_some_and(tells);
    Some(Diagnostic {
        severity: if telling || is_news(notice) { Severity::Warning } else { Severity::Error },
        ..Diagnostic::of(
            Code::DoubtfulReading,
            span,
            format!(
                "of {} names, labels and figures that tasks are made of, {} are in no task",
                all.read + all.unread,
                all.unread
            ),
            format!("可成条目的单位、标签、数量等{}处，有{}处未读入任何任务", all.read + all.unread, all.unread),
        )
    })
}

/// A text most of whose figures stand between quotation marks: they may be the sentences of a report that it hands out.
fn quoted(occurrences: &[Occurrence]) -> Option<Diagnostic> {
    let figures = || occurrences.iter().filter(|row| row.kind == EvidenceKind::Quantity);
    let mut aside = figures().filter(|row| row.claim == Claim::Aside(SetAside::Quotation));
    let first = aside.next()?;
    let last = aside.next_back()?;
    let count = aside.count() + 2;
    (count >= FIGURES && count * 2 > figures().count()).then(|| Diagnostic {
        severity: Severity::Error,
        ..Diagnostic::of(
            Code::DoubtfulReading,
            first.span.hull(last.span),
            format!("{count} figures stand between quotation marks, and are in no target"),
            format!("有{count}个数量在引号之内，未读作目标"),
        )
    })
}

/// A bulletin or an explanation tells of tasks; what was read from one may be no task at all.
fn told(notice: &Notice) -> Option<Diagnostic> {
    let title = notice.header.title.as_deref()?;
    let telling = GENRE_WORDS.at_end(title).is_some_and(|(_, word)| is_telling(word));
    let mut told = notice.tasks.iter().filter(|task| !comes_next(notice, task));
    let first = told.next()?;
    let span = first.span.hull(told.next_back().unwrap_or(first).span);
    telling.then(|| {
        Diagnostic::of(
            Code::DoubtfulReading,
            span,
            format!("`{title}` tells of tasks as a rule, and sets none"),
            format!("“{title}”一类文件通常只说明、通报任务，并不下达任务"),
        )
    })
}

/// Whether a task stands below a heading of what comes next.
fn comes_next(notice: &Notice, task: &Task) -> bool {
    let mut above = std::iter::successors(task.section, |&at| notice.sections[at.index()].parent);
    let says = |title: &str| GENRE_WORDS.find_iter(title).any(|(_, _, word)| word == GenreWord::Next);
    above.any(|at| notice.sections[at.index()].title.as_deref().is_some_and(says))
}

/// Whether a title is one of texts that tell of tasks and set none.
fn tells(title: &str) -> bool {
    GENRE_WORDS.find_iter(title).any(|(_, _, word)| is_telling(word))
}

fn is_telling(word: GenreWord) -> bool {
    matches!(word, GenreWord::Bulletin | GenreWord::Explains | GenreWord::Press | GenreWord::Tells)
}

/// Whether one of the first lines opens as reports of the press do.
fn is_news(notice: &Notice) -> bool {
    let opens = |line: &str| GENRE_WORDS.find_iter(line).any(|(at, _, word)| word == GenreWord::News && at < TITLE);
    lines(&notice.source).into_iter().take(2 * TOP).any(|line| opens(notice.text(line.content)))
}

/// The title, or the first line that could be one.
fn title(notice: &Notice) -> Option<&str> {
    let tops = lines(&notice.source).into_iter().map(|line| notice.text(line.content).trim());
    let mut tops = tops.filter(|line| !line.is_empty()).take(TOP);
    let announces = |line: &&str| line.chars().nth(TITLE).is_none() && TITLE_WORDS.find(line).is_some();
    notice.header.title.as_deref().filter(|title| TITLE_WORDS.find(title).is_some()).or_else(|| tops.find(announces))
}
