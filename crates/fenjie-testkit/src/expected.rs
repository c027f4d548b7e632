//! The model in the terms of the notice document: flat tables, as a parse gives them.

use std::collections::HashMap;

use crate::model::{Basis, Header, Heading, Includes, Model, Official, PartKind, Responsibility, Rule, Section, Task};
use crate::words::words;

/// A part, as a parse must give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedPart {
    /// The title.
    pub title: String,
    /// What it holds.
    pub kind: PartKind,
    /// The year it is for.
    pub year: i16,
}

/// A unit's part in a task, as a parse must give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedAssignment {
    /// The unit's full name.
    pub name: String,
    /// Its other names.
    pub nameplates: Vec<String>,
    /// Whether it stands for many.
    pub group: bool,
    /// Whether it leads.
    pub lead: bool,
    /// What tells it.
    pub basis: Basis,
}

/// A target, as a parse must give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedTarget {
    /// `ge`, `eq`, `approx`.
    pub comparator: &'static str,
    /// The value, multiplied out.
    pub value: String,
    /// The measure.
    pub measure: &'static str,
}

/// A task, as a parse must give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedTask {
    /// Position in [`Expected::parts`].
    pub part: usize,
    /// Position in [`Expected::officials`].
    pub official: Option<usize>,
    /// The number of the nearest heading.
    pub section: Option<String>,
    /// The number, as printed; empty where there is none.
    pub number: String,
    /// The name.
    pub title: Option<String>,
    /// The prose.
    pub text: String,
    /// The deadline's words.
    pub due: Option<String>,
    /// The units that are printed, in order.
    pub units: Vec<ExpectedAssignment>,
    /// The units that the notice's rule about a group adds.
    pub implied: Vec<String>,
    /// Its targets, in order.
    pub targets: Vec<ExpectedTarget>,
}

/// What a parse of the written notice must give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    /// What the notice says of itself.
    pub header: Header,
    /// Its rule about who leads.
    pub rule: Rule,
    /// The parts, in order.
    pub parts: Vec<ExpectedPart>,
    /// The officials, in order of their first appearance.
    pub officials: Vec<Official>,
    /// The tasks, in order.
    pub tasks: Vec<ExpectedTask>,
}

impl Expected {
    /// The flat form of `model`.
    pub fn of(model: &Model) -> Self {
        let mut tables = Tables { includes: model.includes.as_ref(), ..Tables::default() };
        for part in &model.parts {
            let position = tables.expected.parts.len();
            let title = part.title.clone();
            tables.expected.parts.push(ExpectedPart { title, kind: part.kind, year: part.year });
            for section in &part.sections {
                tables.add_section(position, section);
            }
        }
        Expected { header: model.header.clone(), rule: model.rule, ..tables.expected }
    }
}

/// The tables while they fill.
#[derive(Default)]
struct Tables<'a> {
    expected: Expected,
    includes: Option<&'a Includes>,
    /// Where each name and post stands in the table of officials.
    known: HashMap<(Option<&'a str>, Option<&'a str>), usize>,
}

impl<'a> Tables<'a> {
    fn add_section(&mut self, part: usize, section: &'a Section) {
        let head = match &section.heading {
            Heading::Official(official) => Some(self.official(official)),
            _ => None,
        };
        let shared = section.responsibility.as_ref().map(|shared| Answer::of(shared, self.includes));
        let mut number = section.number.clone();
        for task in &section.tasks {
            if let Some((sub, _)) = &task.opens {
                number = Some(sub.clone());
            }
            let own = task.responsibility.as_ref().map(|own| Answer::of(own, self.includes));
            let answer = own.or_else(|| shared.clone()).unwrap_or_default();
            let official = task.official.as_ref().map(|official| self.official(official)).or(head);
            self.expected.tasks.push(expected_task(part, task, official, number.clone(), answer));
        }
    }

    fn official(&mut self, official: &'a Official) -> usize {
        let next = self.known.len();
        let at = *self.known.entry((official.name.as_deref(), official.post.as_deref())).or_insert(next);
        if at == next {
            self.expected.officials.push(official.clone());
        }
        at
    }
}

fn expected_task(
    part: usize,
    task: &Task,
    official: Option<usize>,
    section: Option<String>,
    answer: Answer,
) -> ExpectedTask {
    ExpectedTask {
        part,
        official,
        section,
        number: task.number.clone(),
        title: task.title.clone(),
        text: task.text.clone(),
        due: task.due.clone(),
        units: answer.units,
        implied: answer.implied,
        targets: task.text.split(['，', '。']).filter_map(target).collect(),
    }
}

/// The target that a clause of the stock sets.
fn target(clause: &str) -> Option<ExpectedTarget> {
    words().figures.iter().find_map(|figure| {
        let value = figure.value_in(clause)?;
        Some(ExpectedTarget { comparator: figure.comparator, value, measure: figure.measure })
    })
}

#[derive(Clone, Default)]
struct Answer {
    units: Vec<ExpectedAssignment>,
    implied: Vec<String>,
}

impl Answer {
    fn of(responsibility: &Responsibility, rule: Option<&Includes>) -> Self {
        let mut answer = Answer::default();
        let leads = responsibility.leads.iter().map(|body| (body, true));
        for (body, lead) in leads.chain(responsibility.participants.iter().map(|body| (body, false))) {
            let name = body.name();
            if let Some(includes) = rule.filter(|includes| includes.group == name) {
                answer.implied = includes.members.iter().map(crate::model::Body::name).collect();
            }
            let basis = responsibility.basis;
            let nameplates = body.nameplates.clone();
            answer.units.push(ExpectedAssignment { name, nameplates, group: body.group, lead, basis });
        }
        answer
    }
}
