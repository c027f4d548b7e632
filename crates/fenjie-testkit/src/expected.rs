//! The model in the terms of the notice document: flat tables, as a parse gives them.

use crate::model::{Basis, Header, Heading, Includes, Model, Official, PartKind, Responsibility, Rule, Section, Task};

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

/// A task, as a parse must give it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedTask {
    /// Position in [`Expected::parts`].
    pub part: usize,
    /// Position in [`Expected::officials`].
    pub official: Option<usize>,
    /// The number of the nearest heading.
    pub section: Option<String>,
    /// The number, as printed.
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
        let mut expected = Expected { header: model.header.clone(), rule: model.rule, ..Expected::default() };
        for part in &model.parts {
            let position = expected.parts.len();
            expected.parts.push(ExpectedPart { title: part.title.clone(), kind: part.kind, year: part.year });
            for section in &part.sections {
                expected.add_section(position, section, model.includes.as_ref());
            }
        }
        expected
    }

    fn add_section(&mut self, part: usize, section: &Section, includes: Option<&Includes>) {
        let head = match &section.heading {
            Heading::Official(official) => Some(self.official(official)),
            _ => None,
        };
        let shared = section.responsibility.as_ref().map(|shared| Answer::of(shared, includes));
        let mut number = section.number.clone();
        for task in &section.tasks {
            if let Some((sub, _)) = &task.opens {
                number = Some(sub.clone());
            }
            let own = task.responsibility.as_ref().map(|own| Answer::of(own, includes));
            let answer = own.or_else(|| shared.clone()).unwrap_or_default();
            let official = task.official.as_ref().map(|official| self.official(official)).or(head);
            self.tasks.push(expected_task(part, task, official, number.clone(), answer));
        }
    }

    fn official(&mut self, official: &Official) -> usize {
        let same = |known: &Official| known.name == official.name && known.post == official.post;
        self.officials.iter().position(same).unwrap_or_else(|| {
            self.officials.push(official.clone());
            self.officials.len() - 1
        })
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
    }
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
