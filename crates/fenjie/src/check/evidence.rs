//! `unread-evidence`: words that facts are made of, which are in no fact, and nothing says why.

use crate::model::{BlockKind, Claim, Code, Diagnostic, EvidenceKind, Notice, Occurrence, Span};

/// How many of the words a message quotes.
const QUOTED: usize = 3;

pub(super) fn check(notice: &mut Notice, occurrences: &[Occurrence]) {
    // Of a text of which no task was read, all of it is doubtful.
    if notice.tasks.is_empty() && notice.allocations.is_empty() {
        return;
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut run: Vec<&Occurrence> = Vec::new();
    // A line without a place is reported as that.
    let placed = |row: &&Occurrence| {
        let block = notice.blocks.get(block_at(notice, row.span.start));
        block.is_none_or(|block| block.kind != BlockKind::Unread)
    };
    for occurrence in occurrences.iter().filter(placed) {
        let unread = occurrence.claim == Claim::Unread;
        let goes_on = run.last().is_none_or(|last| together(notice, last.span, occurrence.span));
        let parts = occurrence.claim == Claim::Read || unread && !goes_on;
        if parts {
            found.extend(report(notice, &std::mem::take(&mut run)));
        }
        if unread {
            run.push(occurrence);
        }
    }
    found.extend(report(notice, &run));
    notice.diagnostics.extend(found);
}

/// Whether two places are in one task, or no heading and no task stands between them.
fn together(notice: &Notice, first: Span, second: Span) -> bool {
    let (from, to) = (block_at(notice, first.start), block_at(notice, second.start));
    let parted = notice.blocks[from + 1..=to.max(from)].iter().any(|block| parts(block.kind));
    from == to || owner(notice, first) == owner(notice, second) && !parted
}

fn parts(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading | BlockKind::PartTitle | BlockKind::Task)
}

/// The number of the block that holds a place.
fn block_at(notice: &Notice, at: u32) -> usize {
    notice.blocks.partition_point(|block| block.span.start <= at).saturating_sub(1)
}

/// The task that a place belongs to.
fn owner(notice: &Notice, place: Span) -> Option<usize> {
    let last = notice.tasks.partition_point(|task| task.span.start <= place.start).checked_sub(1)?;
    (place.start < notice.tasks[last].span.end).then_some(last)
}

/// Where the doubt stands: at the words themselves in a task, else in the whole paragraph, with the heading over it.
fn place(notice: &Notice, words: Span) -> Span {
    if owner(notice, words).is_some() {
        return words;
    }
    let Some(block) = notice.blocks.get(block_at(notice, words.start)) else { return words };
    let above =
        notice.blocks[..block_at(notice, words.start)].iter().rev().find(|block| block.kind != BlockKind::Blank);
    let start =
        above.filter(|above| above.kind == BlockKind::Heading).map_or(block.span.start, |above| above.span.start);
    Span::new(start, words.end)
}

fn report(notice: &Notice, run: &[&Occurrence]) -> Option<Diagnostic> {
    let (first, last) = (run.first()?, run.last()?);
    let span = place(notice, first.span.hull(last.span));
    let count = |kind: EvidenceKind| run.iter().filter(|row| row.kind == kind).count();
    let counted = EvidenceKind::ALL.iter().map(|&kind| (kind, count(kind))).filter(|&(_, count)| count > 0);
    let (en, zh): (Vec<_>, Vec<_>) = counted.map(|(kind, count)| words(kind, count)).unzip();
    let (en, zh) = (en.join(", "), zh.join("、"));
    let quoted: Vec<&str> = run.iter().take(QUOTED).map(|row| notice.text(row.span)).collect();
    let more = if run.len() > QUOTED { "…" } else { "" };
    let (quoted_en, quoted_zh) = (quoted.join("`, `"), quoted.join("”“"));
    Some(Diagnostic {
        related: run.iter().map(|row| row.span).collect(),
        ..Diagnostic::of(
            Code::UnreadEvidence,
            span,
            format!("{en} in no fact: `{quoted_en}`{more}"),
            format!("{zh}未读入任何条目：“{quoted_zh}”{more}"),
        )
    })
}

/// So many of a kind, in English and in Chinese.
fn words(kind: EvidenceKind, count: usize) -> (String, String) {
    let s = if count == 1 { "" } else { "s" };
    match kind {
        EvidenceKind::Body if count == 1 => ("1 name of a body".into(), "1个单位名称".into()),
        EvidenceKind::Body => (format!("{count} names of bodies"), format!("{count}个单位名称")),
        EvidenceKind::Label => (format!("{count} label{s}"), format!("{count}个标签")),
        EvidenceKind::Official => (format!("{count} official{s}"), format!("{count}位领导")),
        EvidenceKind::Quantity if count == 1 => ("1 quantity".into(), "1个数量".into()),
        EvidenceKind::Quantity => (format!("{count} quantities"), format!("{count}个数量")),
        EvidenceKind::Deadline => (format!("{count} deadline{s}"), format!("{count}处时限")),
    }
}
