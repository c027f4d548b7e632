//! A line → the words in it that facts are made of.

use std::ops::Range;

use super::body::{Body, body, is_mark};
use super::person;
use super::pieces::{Piece, pieces};
use crate::calendar;
use crate::model::EvidenceKind;
use crate::quantity::{self, Dimension, Precision, Quantity, QuantityKind};
use crate::text::chars::{digit, has, is_blank, is_comma, is_open, is_stop};
use crate::vocabulary::{Label, label_words};

/// Words that a fact may be made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) kind: EvidenceKind,
    /// Where they stand in the line.
    pub(super) words: Range<usize>,
    pub(super) place: Place,
}

/// How words stand in their line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a sentence.
    Running,
    /// A figure at the end of what is said: `新增学位7000个。`
    Closing,
    /// A figure that only tells how long, how old or how good.
    Timing,
    /// A score.
    Scored,
    /// A figure between quotation marks.
    Quoted,
    /// A label before the persons whom to ask, or such a person.
    Contact,
    /// In a list of bodies that fills a line, a cell or the end of one.
    Listed,
    /// In such a list before a colon.
    Heading,
    /// In such a list in brackets.
    Bracketed,
    /// Behind a label.
    Labelled,
    /// A label: what is behind it.
    Label(Label),
    /// A label that no list knows, with bodies behind it.
    OddLabel,
}

/// The words of a label and the run that it is in force over.
type InForce<'a> = Option<(u32, &'a str, Option<Label>)>;

/// What stands in `line`, in no order.
pub(super) fn findings(line: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let judged: Vec<Judged> = pieces(line).into_iter().map(|piece| Judged::of(line, piece)).collect();
    let mut rest = judged.as_slice();
    let mut label: InForce<'_> = None;
    while let Some(Judged { piece: first, .. }) = rest.first() {
        let length = rest.iter().take_while(|it| it.piece.run == first.run && !it.piece.labels).count();
        // A label, or bodies that a colon closes, ends the run before it.
        let labels = rest.get(length).is_some_and(|it| it.piece.run == first.run && it.piece.labels);
        let (run, behind) = rest.split_at(length + usize::from(labels));
        rest = behind;
        let (before, last) = if labels { run.split_at(length) } else { (run, &[][..]) };
        let in_force = label.filter(|&(at, ..)| at == first.run).map(|(_, words, label)| (words, label));
        read_run(line, before, in_force, last.is_empty(), &mut found);
        if let [it] = last {
            let words = it.words(line);
            let known = label_words(words, 0).filter(|&(end, _)| end == words.len()).map(|(_, label)| label);
            let odd = known.is_none() && may_be_label(words, it) && opens_with_bodies(line, rest, it.piece.run);
            if known.is_some() || odd {
                let place = if asks(words) { Place::Contact } else { known.map_or(Place::OddLabel, Place::Label) };
                found.push(Finding { kind: EvidenceKind::Label, words: it.piece.words.clone(), place });
            } else {
                read_run(line, last, None, false, &mut found);
            }
            label = (known.is_some() || odd).then_some((it.piece.run, words, known));
        }
    }
    figures(line, &mut found);
    found
}

/// A piece, and the body that it names.
struct Judged {
    piece: Piece,
    body: Option<Body>,
}

impl Judged {
    fn of(line: &str, piece: Piece) -> Self {
        Self { body: body(&line[piece.words.clone()]), piece }
    }

    fn words<'t>(&self, line: &'t str) -> &'t str {
        &line[self.piece.words.clone()]
    }
}

/// A label that no list knows is short, and no body.
fn may_be_label(words: &str, judged: &Judged) -> bool {
    judged.body.is_none() && (2..=8).contains(&words.chars().count()) && !words.contains(|c| digit(c).is_some())
}

/// Whether the words of a run are bodies for the most part, a sure one among them.
fn opens_with_bodies(line: &str, rest: &[Judged], run: u32) -> bool {
    let words = rest.iter().take_while(|it| it.piece.run == run && !it.piece.labels);
    is_list(line, words, false)
}

/// Whether pieces name bodies and nothing else, or not much else.
fn is_list<'a>(line: &str, pieces: impl Iterator<Item = &'a Judged> + Clone, whole: bool) -> bool {
    let sure = |it: &Judged| it.body.as_ref().is_some_and(|body| body.sure);
    if !pieces.clone().any(sure) {
        return false;
    }
    let bodies = pieces.clone().filter(|it| it.body.is_some()).count();
    // Marks and deadlines may stand among them.
    let is_other =
        |it: &&Judged| it.body.is_none() && !is_mark(it.words(line)) && !calendar::is_deadline(it.words(line));
    let others = pieces.filter(is_other).count();
    if whole { others == 0 } else { bodies >= others * 3 }
}

/// The names in pieces of one run; `ends` says that no colon closes it.
fn read_run(line: &str, run: &[Judged], label: Option<(&str, Option<Label>)>, ends: bool, found: &mut Vec<Finding>) {
    let Some(Judged { piece: first, .. }) = run.first() else { return };
    if let Some((words, Some(Label::Leader))) = label {
        let place = if asks(words) { Place::Contact } else { Place::Labelled };
        let names = run.iter().filter_map(|it| person::behind_label(line, it.piece.words.clone()));
        found.extend(names.map(official(place)));
        return;
    }
    let answers = !first.quoted && is_list(line, run.iter(), !first.bracketed);
    let place = match label {
        Some(_) => Place::Labelled,
        None if !answers => Place::Running,
        None if first.bracketed => Place::Bracketed,
        None if !ends => Place::Heading,
        None => Place::Listed,
    };
    for it in run {
        let start = it.piece.words.start;
        let name = person::with_post(it.words(line)).map(|name| shifted(&name, start));
        found.extend(name.map(official(Place::Running)));
        let body = it.body.as_ref().filter(|body| body.sure || place != Place::Running);
        found.extend(body.map(|body| Finding { kind: EvidenceKind::Body, words: shifted(&body.name, start), place }));
    }
}

fn official(place: Place) -> impl Fn(Range<usize>) -> Finding {
    move |words| Finding { kind: EvidenceKind::Official, words, place }
}

/// Whether a label stands before persons whom to ask: 责任人, 联系人.
fn asks(label: &str) -> bool {
    label.ends_with("责任人") || label.ends_with("联系人") || label.ends_with("负责人")
}

fn shifted(words: &Range<usize>, by: usize) -> Range<usize> {
    words.start + by..words.end + by
}

/// The numbers and the times of a line.
fn figures(line: &str, found: &mut Vec<Finding>) {
    let mut last: Option<(usize, Quantity)> = None;
    for quantity in quantity::find_iter(line) {
        let words = quantity.span.range();
        if counts(&quantity) {
            let place = place_of(line, &quantity);
            // `10亿元、50亿元以上大项目`: what the second one is for, the first one is for.
            if let Some((at, before)) = last.filter(|(_, before)| is_row(line, before, &quantity)) {
                if before.unit().is_some() && place == Place::Running {
                    found[at].place = place;
                }
            }
            last = Some((found.len(), quantity));
            found.push(Finding { kind: EvidenceKind::Quantity, words, place });
        }
    }
    let deadlines = calendar::deadlines(line).map(|(start, time)| start..start + time.length);
    found.extend(deadlines.map(|words| Finding { kind: EvidenceKind::Deadline, words, place: Place::Running }));
}

/// Whether a number says how much of what; one too long to be held is reported as that.
fn counts(quantity: &Quantity) -> bool {
    matches!(quantity.kind, QuantityKind::Cardinal | QuantityKind::Ratio)
        && quantity.measure.is_some()
        && quantity.precision != Precision::Overflow
}

/// Whether two figures of one measure follow each other with nothing but `、` between.
fn is_row(line: &str, first: &Quantity, second: &Quantity) -> bool {
    first.measure == second.measure && line.get(first.span.end as usize..second.span.start as usize) == Some("、")
}

/// Words before a number of tasks, not of things.
const TALLIES: [&str; 6] = ["共", "列入", "分解为", "分解成", "细化为", "合计"];

/// Whether a figure says how much, as far as it tells by itself.
fn place_of(line: &str, quantity: &Quantity) -> Place {
    let (before, behind) = (&line[..quantity.span.start as usize], &line[quantity.span.end as usize..]);
    let dimension = quantity.unit().map(|unit| unit.dimension);
    let figures = has(&line[quantity.number.range()], |c| digit(c).is_some());
    if matches!(dimension, Some(Dimension::Time | Dimension::Age | Dimension::Grade)) {
        Place::Timing
    } else if dimension == Some(Dimension::Score) {
        Place::Scored
    } else if before.ends_with(['“', '「', '"']) || behind.starts_with(['”', '」', '"']) {
        Place::Quoted
    } else if TALLIES.iter().any(|word| before.ends_with(word)) {
        Place::Running
    } else if figures && ends_clause(behind) {
        Place::Closing
    } else {
        Place::Running
    }
}

/// Whether what stands behind a figure lets the clause end with it.
fn ends_clause(behind: &str) -> bool {
    let next = behind.trim_start_matches(is_blank).chars().next();
    next.is_none_or(|c| is_stop(c) || is_comma(c) || is_open(c) || matches!(c, '、' | '.' | '|' | '│'))
}
