//! The tables of the document, column by column: the document's fields, with spans as `start` and `end`, and grounds as
//! `ground_start` and `ground_end`.

use fenjie::{Due, Substr};

use super::columns::Columns;
use super::{Source, rows};
use crate::row::Kind;
use crate::word::text;

pub(super) fn fill(columns: &mut Columns, sources: &[Source<'_>], kind: Kind) {
    match kind {
        Kind::Conventions => conventions(columns, sources),
        Kind::Parts => parts(columns, sources),
        Kind::Sections => sections(columns, sources),
        Kind::Officials => officials(columns, sources),
        Kind::Tasks => tasks(columns, sources),
        Kind::Units => units(columns, sources),
        Kind::Assignments => assignments(columns, sources),
        Kind::Targets => targets(columns, sources),
        Kind::Allocations => allocations(columns, sources),
        Kind::Diagnostics => diagnostics(columns, sources),
        Kind::Blocks => blocks(columns, sources),
    }
}

fn conventions(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.conventions);
    columns.notices(&rows);
    columns.words("rule", rows.iter().map(|(_, row)| Some(text(&row.rule))));
    columns.text("group", rows.iter().map(|(_, row)| row.group.as_deref()));
    columns.texts("members", rows.iter().map(|(_, row)| strings(&row.members)));
    columns.text("quote", rows.iter().map(|(_, row)| Some(&*row.quote)));
    columns.places(&rows, |row| row.span);
}

fn parts(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.parts);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.text("title", rows.iter().map(|(_, row)| row.title.as_deref()));
    columns.words("kind", rows.iter().map(|(_, row)| Some(text(&row.kind))));
    columns.year("from", rows.iter().map(|(_, row)| row.from));
    columns.year("to", rows.iter().map(|(_, row)| row.to));
    columns.places(&rows, |row| row.span);
}

fn sections(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.sections);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.whole("part", rows.iter().map(|(_, row)| Some(row.part.0)));
    columns.whole("parent", rows.iter().map(|(_, row)| row.parent.map(|id| id.0)));
    columns.text("number", rows.iter().map(|(_, row)| row.number.as_deref()));
    columns.text("title", rows.iter().map(|(_, row)| row.title.as_deref()));
    columns.whole("official", rows.iter().map(|(_, row)| row.official.map(|id| id.0)));
    columns.places(&rows, |row| row.span);
}

fn officials(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.officials);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.text("name", rows.iter().map(|(_, row)| row.name.as_deref()));
    columns.text("post", rows.iter().map(|(_, row)| row.post.as_deref()));
    columns.words("duty", rows.iter().map(|(_, row)| row.duty.as_deref()));
    columns.places(&rows, |row| row.span);
    columns.grounds(&rows, |row| row.ground);
}

fn tasks(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.tasks);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.whole("part", rows.iter().map(|(_, row)| Some(row.part.0)));
    columns.whole("official", rows.iter().map(|(_, row)| row.official.map(|id| id.0)));
    columns.whole("section", rows.iter().map(|(_, row)| row.section.map(|id| id.0)));
    columns.text("number", rows.iter().map(|(_, row)| row.number.as_deref()));
    columns.text("title", rows.iter().map(|(_, row)| row.title.as_deref()));
    columns.text("text", rows.iter().map(|(_, row)| Some(&*row.text)));
    let dues: Vec<_> = rows.iter().map(|(_, row)| row.due.as_ref()).collect();
    due(columns, &dues);
    columns.whole("margin", rows.iter().map(|(_, row)| row.margin.map(u32::from)));
    columns.places(&rows, |row| row.span);
}

fn units(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.units);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.text("name", rows.iter().map(|(_, row)| Some(&*row.name)));
    columns.texts("nameplates", rows.iter().map(|(_, row)| strings(&row.nameplates)));
    columns.flag("group", rows.iter().map(|(_, row)| Some(row.group)));
}

fn assignments(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.assignments);
    columns.notices(&rows);
    columns.whole("task", rows.iter().map(|(_, row)| Some(row.task.0)));
    columns.whole("unit", rows.iter().map(|(_, row)| Some(row.unit.0)));
    columns.words("role", rows.iter().map(|(_, row)| Some(text(&row.role))));
    columns.words("basis", rows.iter().map(|(_, row)| Some(text(&row.basis))));
    columns.flag("implied", rows.iter().map(|(_, row)| Some(row.implied)));
    columns.words("quote", rows.iter().map(|(_, row)| Some(&*row.quote)));
    columns.places(&rows, |row| row.span);
    columns.grounds(&rows, |row| row.ground);
}

fn targets(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.targets);
    columns.notices(&rows);
    columns.whole("id", rows.iter().map(|(_, row)| Some(row.id.0)));
    columns.whole("task", rows.iter().map(|(_, row)| Some(row.task.0)));
    columns.text("indicator", rows.iter().map(|(_, row)| Some(&*row.indicator)));
    columns.words("comparator", rows.iter().map(|(_, row)| Some(text(&row.comparator))));
    columns.number("value", rows.iter().map(|(_, row)| row.value));
    columns.number("value_max", rows.iter().map(|(_, row)| row.value_max));
    columns.words("measure", rows.iter().map(|(_, row)| row.measure.as_deref()));
    columns.words("kind", rows.iter().map(|(_, row)| Some(text(&row.kind))));
    columns.number("base", rows.iter().map(|(_, row)| row.base));
    columns.text("reference", rows.iter().map(|(_, row)| row.reference.as_deref()));
    columns.words("strength", rows.iter().map(|(_, row)| row.strength.as_ref().map(text)));
    let dues: Vec<_> = rows.iter().map(|(_, row)| Some(&row.due)).collect();
    due(columns, &dues);
    columns.whole("within", rows.iter().map(|(_, row)| row.within.map(|id| id.0)));
    columns.words("rule", rows.iter().map(|(_, row)| Some(text(&row.rule))));
    columns.text("quote", rows.iter().map(|(_, row)| Some(&*row.quote)));
    columns.places(&rows, |row| row.span);
    columns.grounds(&rows, |row| row.ground);
}

fn allocations(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.allocations);
    columns.notices(&rows);
    columns.words("text", rows.iter().map(|(_, row)| Some(&*row.text)));
    columns.whole("task", rows.iter().map(|(_, row)| row.task.map(|id| id.0)));
    columns.words("item", rows.iter().map(|(_, row)| row.item.as_deref()));
    columns.words("region", rows.iter().map(|(_, row)| Some(&*row.region)));
    columns.number("value", rows.iter().map(|(_, row)| row.value));
    columns.words("state", rows.iter().map(|(_, row)| Some(text(&row.state))));
    columns.words("measure", rows.iter().map(|(_, row)| row.measure.as_deref()));
    columns.number("total", rows.iter().map(|(_, row)| row.total));
    columns.places(&rows, |row| row.span);
}

fn diagnostics(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.diagnostics);
    columns.notices(&rows);
    columns.words("code", rows.iter().map(|(_, row)| Some(row.code.as_str())));
    columns.words("severity", rows.iter().map(|(_, row)| Some(text(&row.severity))));
    columns.text("message", rows.iter().map(|(_, row)| Some(&*row.message)));
    columns.text("message_zh", rows.iter().map(|(_, row)| Some(&*row.message_zh)));
    columns.text("help", rows.iter().map(|(_, row)| row.help.as_deref()));
    columns.places(&rows, |row| row.span);
}

fn blocks(columns: &mut Columns, sources: &[Source<'_>]) {
    let rows = rows(sources, |notice| &notice.blocks);
    columns.notices(&rows);
    columns.words("kind", rows.iter().map(|(_, row)| Some(text(&row.kind))));
    columns.flag("continues", rows.iter().map(|(_, row)| Some(row.continues)));
    columns.places(&rows, |row| row.span);
}

/// A deadline in three columns.
fn due(columns: &mut Columns, dues: &[Option<&Due>]) {
    columns.text("due_text", dues.iter().map(|due| due.and_then(|due| due.text.as_deref())));
    columns.date("due_date", dues.iter().map(|due| due.and_then(|due| due.date)));
    columns.flag("due_inferred", dues.iter().map(|due| due.map(|due| due.inferred)));
}

fn strings(texts: &[Substr]) -> impl Iterator<Item = &str> {
    texts.iter().map(|text| &**text)
}
