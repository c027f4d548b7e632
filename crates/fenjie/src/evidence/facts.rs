//! Where the facts of a notice stand, to be asked of any place.

use rustc_hash::FxHashSet;

use crate::model::{Block, BlockKind, Notice, PartKind, SetAside, Span, Task};
use crate::text::chars::is_close;
use crate::vocabulary::{GENRE_WORDS, GenreWord};

/// The facts of a notice by their places.
pub(super) struct Facts<'a> {
    pub(super) notice: &'a Notice,
    /// Figures that are no targets, in order, with the reason if there is one.
    known: &'a [(Span, Option<SetAside>)],
    /// Who answers, and by what rule.
    who: Vec<Span>,
    /// What is to be reached.
    what: Vec<Span>,
    names: FxHashSet<&'a str>,
    /// Whether the document tells what was done (通报).
    pub(super) reports: bool,
    /// From the first task to the last one.
    pub(super) tasks: Option<Span>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(notice: &'a Notice, known: &'a [(Span, Option<SetAside>)]) -> Self {
        let Notice { assignments, officials, conventions, targets, allocations, tasks, .. } = notice;
        let who = assignments.iter().map(|row| row.span);
        let who = who.chain(officials.iter().map(|row| row.span)).chain(conventions.iter().map(|row| row.span));
        let what = targets.iter().map(|row| row.span).chain(allocations.iter().map(|row| row.span));
        let first = tasks.iter().map(|task| task.span.start).chain(allocations.iter().map(|row| row.span.start)).min();
        let last = tasks.iter().map(|task| task.span.end).chain(allocations.iter().map(|row| row.span.end)).max();
        Self {
            notice,
            known,
            who: merged(who.collect()),
            what: merged(what.collect()),
            names: officials.iter().filter_map(|official| official.name.as_deref()).collect(),
            reports: notice.header.title.as_deref().is_some_and(is_bulletin),
            tasks: first.zip(last).map(|(start, end)| Span::new(start, end)),
        }
    }

    /// Whether words are part of what says who answers.
    pub(super) fn answers(&self, place: Span) -> bool {
        meets(&self.who, place)
    }

    /// Whether words are part of a target or an allocation.
    pub(super) fn counts(&self, place: Span) -> bool {
        meets(&self.what, place)
    }

    /// Whether words stand among figures that are handed to regions.
    pub(super) fn allocates(&self, place: Span) -> bool {
        let rows = &self.notice.allocations;
        let reach = rows.first().zip(rows.last()).map(|(first, last)| first.span.hull(last.span));
        reach.is_some_and(|reach| reach.start <= place.end && place.start <= reach.end)
    }

    /// Why a figure is no target, where the reader of targets knows it.
    pub(super) fn known(&self, place: Span) -> Option<SetAside> {
        let behind = self.known.partition_point(|(span, _)| span.end <= place.start);
        self.known.get(behind).filter(|(span, _)| span.start < place.end).and_then(|&(_, reason)| reason)
    }

    /// Whether a name is an official's.
    pub(super) fn names(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The block that holds a place.
    pub(super) fn block(&self, at: u32) -> BlockKind {
        let blocks = &self.notice.blocks;
        let behind = blocks.partition_point(|block: &Block| block.span.start <= at);
        behind.checked_sub(1).map_or(BlockKind::Unread, |last| blocks[last].kind)
    }

    /// Whether the block that holds a place is a sentence with its stop.
    pub(super) fn is_sentence(&self, place: Span) -> bool {
        let blocks = &self.notice.blocks;
        let behind = blocks.partition_point(|block: &Block| block.span.start <= place.start);
        let block = behind.checked_sub(1).map(|last| self.notice.text(blocks[last].span).trim_end());
        block.is_some_and(|words| words.trim_end_matches(is_close).ends_with(['。', '；']) || words.contains('。'))
    }

    /// The last task that begins before a place, if it reaches there.
    pub(super) fn task(&self, at: u32) -> Option<&'a Task> {
        let tasks = &self.notice.tasks;
        let behind = tasks.partition_point(|task| task.span.start <= at);
        behind.checked_sub(1).map(|last| &tasks[last]).filter(|task| at < task.span.end)
    }

    /// Whether the task at a place, or the next one, is an official's.
    pub(super) fn led(&self, at: u32) -> bool {
        let next = || self.notice.tasks.get(self.notice.tasks.partition_point(|task| task.span.start <= at));
        self.task(at).or_else(next).is_some_and(|task| task.official.is_some())
    }

    /// Whether a task looks back.
    pub(super) fn looks_back(&self, task: &Task) -> bool {
        self.notice.parts[task.part.index()].kind == PartKind::Review
    }
}

fn is_bulletin(title: &str) -> bool {
    matches!(GENRE_WORDS.at_end(title), Some((_, GenreWord::Bulletin)))
}

/// Spans in order, those that touch put together.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut found: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        match found.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => found.push(span),
        }
    }
    found
}

/// Whether one of the spans, which are in order, shares a byte with `place`.
fn meets(spans: &[Span], place: Span) -> bool {
    let behind = spans.partition_point(|span| span.end <= place.start);
    spans.get(behind).is_some_and(|span| span.start < place.end)
}
