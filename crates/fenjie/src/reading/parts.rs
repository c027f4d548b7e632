//! The regions of the outline → parts in draft, and what each of their paragraphs turned out to be.

use arcstr::Substr;

use super::breakdown::{PartDraft, conventions_in_prose};
use super::builder::Builder;
use super::draft::{Draft, drafts};
use super::genre::{Genre, genre, goals, is_news};
use super::letter;
use super::part;
use super::report::is_glossary;
use super::select::Choice;
use super::table::{self, Tables};
use crate::model::{BlockKind, Code, PartKind, Span};
use crate::outline::look::Look;
use crate::outline::numbering::gaps;
use crate::outline::region::is_title_line;
use crate::outline::tree::stands_aside;
use crate::outline::{Entry, Paragraph, Region, Regions, entries};
use crate::text::chars::is_stop;
use crate::text::{Flow, Joint};
use crate::vocabulary::Label;

/// Reads every part. `kinds` is filled with what each paragraph is.
pub(crate) fn parts(
    paragraphs: &[Paragraph],
    regions: &Regions,
    tables: Tables<'_>,
    builder: &mut Builder,
    kinds: &mut [BlockKind],
) -> Vec<PartDraft> {
    for at in regions.front.clone() {
        kinds[at] = front_kind(&paragraphs[at]);
        if kinds[at] == BlockKind::Prose {
            builder.notice.conventions.extend(conventions_in_prose(&paragraphs[at].flow));
        }
    }
    for &at in &regions.foot {
        kinds[at] = BlockKind::Header;
    }
    let mut parts: Vec<PartDraft> =
        regions.parts.iter().filter_map(|region| part(paragraphs, region, tables, builder, kinds)).collect();
    // Goals that stand before the first number are those of the part below.
    if let Some(part) = parts.first_mut().filter(|part| !part.tasks.is_empty()) {
        let genre = genre(builder.notice.header.title.as_deref(), is_news(paragraphs), true);
        let before: Vec<usize> = regions.front.clone().collect();
        let goals = goals_of(paragraphs, &before, genre);
        for &(at, _) in &goals {
            kinds[at] = BlockKind::Task;
        }
        part.span = goals.iter().map(|(_, goal)| goal.span).fold(part.span, Span::hull);
        part.tasks.splice(0..0, goals.into_iter().map(|(_, goal)| goal));
    }
    parts
}

/// The notice's own words are sentences; all else in front of the parts is its head.
fn front_kind(paragraph: &Paragraph) -> BlockKind {
    let is_prose = match paragraph.look {
        Look::Plain => {
            paragraph.text().contains(is_stop) || !is_title_line(paragraph) && !paragraph.text().ends_with(['：', ':'])
        }
        Look::Item(_) => true,
        _ => false,
    };
    if is_prose { BlockKind::Prose } else { BlockKind::Header }
}

fn part(
    paragraphs: &[Paragraph],
    region: &Region,
    tables: Tables<'_>,
    builder: &mut Builder,
    kinds: &mut [BlockKind],
) -> Option<PartDraft> {
    for at in region.annex.into_iter().chain(region.title.clone()) {
        kinds[at] = BlockKind::PartTitle;
        // A remark under the title may rule who leads.
        builder.notice.conventions.extend(conventions_in_prose(&paragraphs[at].flow));
    }
    let title = title(paragraphs, region).or_else(|| builder.notice.header.title.clone());
    let explains = |paragraph: &Paragraph| is_glossary(paragraph.text());
    if region.title.clone().chain(region.body.clone().take(1)).any(|at| explains(&paragraphs[at])) {
        return None;
    }
    let mut sections = Vec::new();
    let mut read = table::read(tables, paragraphs, region.body.clone(), builder, &mut sections);
    let kind = read.kind.unwrap_or_else(|| part::kind(title.as_deref().unwrap_or_default()));
    let (entries, loose) = entries(paragraphs, region.body.clone());
    let is_letter = title.as_deref().is_some_and(letter::is_letter);
    let answered = paragraphs[region.body.clone()].iter().any(names_units);
    let announced = (kind == PartKind::Commitments && !answered && !entries.is_empty())
        .then(|| letter::announcing(paragraphs, builder.notice.header.issuer.as_deref()?));
    let signing = letter::signing(paragraphs, is_letter);
    if let Some(signing) = &signing {
        read.drafts.iter_mut().filter(|draft| draft.unassigned).for_each(|draft| draft.sign(signing));
    }
    let genre = genre(
        builder.notice.header.title.as_deref(),
        is_news(paragraphs),
        !region.title.is_empty() || region.annex.is_some(),
    );
    let genre = if signing.is_some() || is_letter { Genre::Letter } else { genre };
    let (mut tasks, choices) = drafts(
        &entries,
        paragraphs,
        kind,
        genre,
        signing.or(announced.flatten()).as_ref(),
        &mut builder.allowance,
        &mut sections,
    );
    mark_entries(&entries, &choices, kinds);
    let goals = goals_of(paragraphs, &loose, genre);
    let loose: Vec<usize> = loose.into_iter().filter(|at| !goals.iter().any(|(goal, _)| goal == at)).collect();
    for (at, draft) in goals {
        kinds[at] = BlockKind::Task;
        tasks.push(draft);
    }
    place_loose(paragraphs, &entries, &loose, builder, kinds);
    if !tasks.is_empty() {
        report_gaps(&entries, paragraphs, builder);
    }
    for &at in &read.headings {
        kinds[at] = BlockKind::Heading;
        tasks.retain(|task| task.span != paragraphs[at].span());
    }
    tasks.extend(read.drafts);
    tasks.sort_by_key(|task| task.span.start);
    for next in 1..tasks.len() {
        let start = tasks[next].span.start;
        end_above(&mut tasks[next - 1], start);
    }
    // A row may end in empty cells, and so behind the words of its line.
    let span = tasks.iter().map(|task| task.span).fold(span(paragraphs, region), Span::hull);
    Some(PartDraft { title, kind, span, sections, tasks })
}

/// A label below other tasks may answer for one above them, which ends above them all the same.
fn end_above(task: &mut Draft, next: u32) {
    if task.text.whole().end > next {
        return;
    }
    let spans = [Some(&mut task.span), task.responsibility.span.as_mut()];
    for span in spans.into_iter().flatten().filter(|span| span.end > next) {
        *span = Span::new(span.start.min(next), next);
    }
}

/// Whether a paragraph says which bodies answer.
fn names_units(paragraph: &Paragraph) -> bool {
    match &paragraph.look {
        Look::Label(head) => !matches!(head.label, Label::Due | Label::Leader | Label::Aside),
        _ => paragraph.answers,
    }
}

/// The paragraphs of a list that set the goals for all of it.
fn goals_of(paragraphs: &[Paragraph], loose: &[usize], genre: Genre) -> Vec<(usize, Draft)> {
    if matches!(genre, Genre::Bulletin | Genre::Press | Genre::Explained) {
        return Vec::new();
    }
    let is_plain = |at: &usize| matches!(paragraphs[*at].look, Look::Plain);
    let draft = |at: usize| {
        let paragraph = &paragraphs[at];
        let name = goals(paragraph)?;
        let title = Some(paragraph.flow.words(name));
        let draft = Draft::unassigned(None, title, paragraph.flow.clone(), paragraph.span());
        Some((at, draft))
    };
    loose.iter().copied().filter(is_plain).filter_map(draft).collect()
}

/// The lines of the title as one; a remark in brackets below it is not part of it.
fn title(paragraphs: &[Paragraph], region: &Region) -> Option<Substr> {
    let lines = region.title.clone().map(|at| &paragraphs[at].flow).filter(|flow| !flow.text.starts_with(['（', '(']));
    let flow = Flow::join(lines.map(|flow| (flow, Joint::Seamless)));
    if !flow.text.is_empty() {
        return Some(flow.text);
    }
    // `附件1：…`: the title stands behind the mark.
    let annex = &paragraphs[region.annex?];
    let at = annex.text().find(['：', ':', ' '])?;
    let start = at + annex.text()[at..].chars().next().map_or(0, char::len_utf8);
    (start < annex.text().len()).then(|| annex.flow.words(start..annex.text().len()))
}

fn span(paragraphs: &[Paragraph], region: &Region) -> Span {
    let all = region.annex.into_iter().chain(region.title.clone()).chain(region.body.clone());
    all.map(|at| paragraphs[at].span()).reduce(Span::hull).unwrap_or_default()
}

fn mark_entries(entries: &[Entry], choices: &[Choice], kinds: &mut [BlockKind]) {
    for (entry, choice) in entries.iter().zip(choices) {
        let kind = match choice {
            Choice::Task { .. } | Choice::Point => BlockKind::Task,
            Choice::Heading => BlockKind::Heading,
            Choice::Prose => BlockKind::Prose,
        };
        for &at in &entry.texts {
            kinds[at] = kind;
        }
        for &at in &entry.labels {
            kinds[at] = BlockKind::Responsibility;
        }
    }
}

/// Paragraphs of no entry: table rows, introductions, words behind the last task; in the middle of tasks they are unread.
fn place_loose(
    paragraphs: &[Paragraph],
    entries: &[Entry],
    loose: &[usize],
    builder: &mut Builder,
    kinds: &mut [BlockKind],
) {
    let of_entries = || entries.iter().flat_map(|entry| entry.texts.iter().chain(&entry.labels).copied());
    let (first, last) = (of_entries().min().unwrap_or(usize::MAX), of_entries().max().unwrap_or(0));
    for &at in loose {
        let paragraph = &paragraphs[at];
        kinds[at] = match paragraph.look {
            Look::Table => BlockKind::Table,
            // What stands right below a heading speaks of all below it.
            Look::Plain if at > 0 && kinds[at - 1] == BlockKind::Heading => BlockKind::Prose,
            _ if first < at && at < last && !stands_aside(paragraph) => BlockKind::Unread,
            _ => BlockKind::Prose,
        };
        match kinds[at] {
            BlockKind::Prose => builder.notice.conventions.extend(conventions_in_prose(&paragraph.flow)),
            BlockKind::Unread => builder.report(
                Code::UnreadText,
                "this line belongs to no task that was read".to_owned(),
                "此行未归入任何任务".to_owned(),
                paragraph.span(),
                Vec::new(),
            ),
            _ => {}
        }
    }
}

fn report_gaps(entries: &[Entry], paragraphs: &[Paragraph], builder: &mut Builder) {
    for gap in gaps(entries, paragraphs) {
        builder.report(
            Code::NumberingGap,
            format!("number {} where {} is expected", gap.found, gap.expected),
            format!("序号为{}，应为{}", gap.found, gap.expected),
            gap.span,
            Vec::new(),
        );
    }
}
