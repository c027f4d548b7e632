//! A task's text → rows of the table of targets.

use super::builder::Builder;
use super::table::Figure;
use super::target::{Aside, Context, Doubt, DueReading, Reason, TargetReading, TextReading, Wording, read};
use crate::calendar::{Years, last_day};
use crate::model::{Code, Due, PartKind, SetAside, Span, Target, TargetId, TaskId};
use crate::text::Flow;
use arcstr::Substr;
use jiff::civil::Date;

/// The period of a task, to which a target without a deadline of its own is held.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Period {
    pub(crate) from: Option<i16>,
    pub(crate) to: Option<i16>,
    pub(crate) kind: PartKind,
}

/// Reads the targets of a task.
pub(crate) fn fill(builder: &mut Builder, task: TaskId, text: &Flow, period: Period) {
    let context = Context { from: period.from, to: period.to, review: period.kind == PartKind::Review };
    let first = builder.notice.targets.len() as u32;
    // The sign of a remark behind the words says nothing of them.
    let words = text.text.trim_end_matches(['*', '＊', '※']);
    let readings = read(words, &context);
    for Aside { range, reason } in readings.asides {
        let span = text.span(range);
        if reason == Some(Reason::OutOfRange) {
            report_out_of_range(builder, span);
        }
        builder.figures.push((span, reason));
    }
    for reading in readings.targets {
        let id = TargetId(builder.notice.targets.len() as u32);
        if let Some(doubt) = reading.doubt {
            report(builder, text, &reading, doubt);
        }
        builder.notice.targets.push(target(id, task, text, reading, first, period));
    }
}

/// Reads the targets that the cells of a row make together, where the words of a cell alone have not said them.
pub(crate) fn fill_figures(builder: &mut Builder, task: TaskId, figures: &[Figure], period: Period) {
    let context = Context { from: period.from, to: period.to, review: period.kind == PartKind::Review };
    for Figure { statement, quote, indicator, ground, due } in figures {
        let place = quote.whole();
        let years = Years { from: period.from, to: period.to };
        // A cell of money is none of the task's words: where lines hold several cells, those only stand around it.
        let may_be_said = |target: &&mut Target| target.task == task && indicator.is_none();
        let own = builder.notice.targets.iter_mut().rev().take_while(may_be_said);
        let mut said = false;
        for target in own.filter(|target| place.start < target.span.end && target.span.start < place.end) {
            set_due(target, due.as_ref(), years);
            said = true;
        }
        let readings = if said { TextReading::default() } else { read(&statement.text, &context) };
        let Some(mut reading) = readings.targets.into_iter().last() else { continue };
        let id = TargetId(builder.notice.targets.len() as u32);
        reading.within = None;
        let mut target = target(id, task, statement, reading, 0, period);
        (target.quote, target.span) = (quote.words(0..quote.text.len()), place);
        target.ground = Some(*ground);
        set_due(&mut target, due.as_ref(), years);
        target.indicator = indicator.clone().unwrap_or(target.indicator);
        builder.notice.targets.push(target);
    }
}

/// The deadline that the head of a column sets, where the words of the cell set none.
fn set_due(target: &mut Target, head: Option<&Flow>, years: Years) {
    if let Some(words) = head.filter(|_| target.due.text.is_none()) {
        let date = last_day(&words.text, years);
        target.due = Due { text: Some(words.words(0..words.text.len())), date, inferred: false };
    }
}

fn target(id: TargetId, task: TaskId, text: &Flow, reading: TargetReading, first: u32, period: Period) -> Target {
    let indicator = match reading.indicator {
        Wording::Printed(range) => text.words(range),
        Wording::Composed(words) => Substr::from(words),
    };
    Target {
        id,
        task,
        indicator,
        comparator: reading.comparator,
        value: reading.value,
        value_max: reading.value_max,
        measure: reading.measure.map(Substr::from),
        kind: reading.kind,
        base: reading.base,
        reference: reading.reference.map(|range| text.words(range)),
        strength: reading.strength,
        due: due(reading.due, text, period),
        within: reading.within.map(|earlier| TargetId(first + earlier as u32)),
        rule: reading.rule,
        quote: text.words(reading.quote.clone()),
        span: text.span(reading.quote),
        ground: reading.ground.map(|range| text.span(range)),
    }
}

/// The deadline that the words set; else the last day of the part's period, marked as inferred.
fn due(reading: Option<DueReading>, text: &Flow, period: Period) -> Due {
    match reading {
        Some(DueReading { words, date }) => Due { text: Some(text.words(words)), date, inferred: false },
        None => Due { text: None, date: period.to.and_then(|year| Date::new(year, 12, 31).ok()), inferred: true },
    }
}

fn report(builder: &mut Builder, text: &Flow, reading: &TargetReading, doubt: Doubt) {
    let (message, message_zh) = match doubt {
        Doubt::OneOrEach => {
            ("one target for the whole list, or one for each of it", "一个数值或属全部各项合计，或属各项分别")
        }
        Doubt::CountOrScope => {
            ("a figure to reach, or the number of things that are there already", "或为目标数，或为现有数量")
        }
        Doubt::Subject => ("what is measured was supplied from an earlier clause", "指标承前省略，由前文补出"),
        Doubt::UnevenList => ("more or fewer values than indicators", "数值与指标个数不一致"),
    };
    let span = text.span(reading.quote.clone());
    builder.report(Code::DoubtfulTarget, message.to_owned(), message_zh.to_owned(), span, Vec::new());
}

fn report_out_of_range(builder: &mut Builder, span: Span) {
    let message = "this number has more digits than an exact decimal holds; no target is made of it".to_owned();
    let message_zh = "数字位数超出精确十进制数的范围，未作为目标".to_owned();
    builder.report(Code::NumberOutOfRange, message, message_zh, span, Vec::new());
}

/// The quantities of the tasks that are no targets, in the order of their places, and why, where that is known.
pub(crate) fn figures(builder: &Builder) -> Vec<(Span, Option<SetAside>)> {
    let mut known: Vec<_> =
        builder.figures.iter().map(|&(span, reason)| (span, reason.map(Reason::set_aside))).collect();
    known.sort_unstable_by_key(|(span, _)| *span);
    known
}
