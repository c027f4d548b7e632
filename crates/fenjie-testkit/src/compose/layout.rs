//! What a notice says where its layout is one that not everything can be said in.

use crate::draws::Draws;
use crate::layout::Layout;
use crate::model::{Basis, Body, Header, Heading, Model, Part, PartKind, Responsibility, Rule, Section, Task};
use crate::script::{PartScript, Script, SectionScript};
use crate::words::{han_numeral, words};

use super::text;

/// `model` as `layout` can say it.
pub(crate) fn lay_out(layout: Layout, model: Model, script: &Script) -> Model {
    match layout {
        Layout::Any | Layout::Lines | Layout::Brackets => model,
        Layout::TabTable | Layout::StrokeTable | Layout::CellsOnLines => table(layout, model),
        Layout::Commitments => commitments(model, script),
        Layout::Report => report(model, script),
        Layout::Bodies => bodies(model, script),
        Layout::Bullets | Layout::Unnumbered => unnumbered(model),
        Layout::OwnLabels => own_labels(model),
    }
}

/// Without what is said about lists, or of officials.
fn plain(model: Model) -> Model {
    let mut model = Model { rule: Rule::Silent, includes: None, ..model };
    tasks(&mut model).for_each(|task| task.official = None);
    model
}

fn tasks(model: &mut Model) -> impl Iterator<Item = &mut Task> {
    model.parts.iter_mut().flat_map(|part| &mut part.sections).flat_map(|section| &mut section.tasks)
}

/// All bodies in one list, of which nothing is said.
fn unmarked(responsibility: &mut Responsibility) {
    responsibility.participants.splice(0..0, responsibility.leads.drain(1..));
    responsibility.basis = if responsibility.participants.is_empty() { Basis::Sole } else { Basis::Default };
}

/// One section a part, its rows counted from 1, each with its own responsibility.
fn table(layout: Layout, model: Model) -> Model {
    let mut model = plain(model);
    for part in &mut model.parts {
        let mut rows: Vec<Task> = Vec::new();
        for section in part.sections.drain(..) {
            for mut row in section.tasks {
                row.responsibility = row.responsibility.or_else(|| section.responsibility.clone());
                row.number = (rows.len() + 1).to_string();
                (row.title, row.title_line, row.opens) = (None, false, None);
                if layout == Layout::CellsOnLines {
                    // A cell that is empty has no line.
                    row.due.get_or_insert_with(|| "12月底前完成".to_owned());
                    row.responsibility.iter_mut().for_each(unmarked);
                } else {
                    row.responsibility.iter_mut().for_each(|it| it.basis = Basis::Stated);
                }
                rows.push(row);
            }
        }
        part.sections = vec![Section { tasks: rows, ..Section::default() }];
    }
    model
}

/// The department of the `at`-th section; neighbours differ.
fn department(draws: &mut Draws<'_>, level: &str, at: usize) -> Body {
    let stock = &words().departments;
    let (stem, _) = stock[(draws.pick(stock.len()) + at * 7) % stock.len()];
    Body { prefix: level.to_owned(), stem: stem.to_owned(), ..Body::default() }
}

/// `市` of `云溪市`.
fn level(model: &Model) -> String {
    model.header.jurisdiction.chars().last().map(String::from).unwrap_or_default()
}

fn sole(body: Body) -> Responsibility {
    Responsibility { leads: vec![body], participants: Vec::new(), basis: Basis::Sole }
}

/// A section a department, its items counted from 1, each with a name.
fn commitments(model: Model, script: &Script) -> Model {
    let (level, mut model) = (level(&model), plain(model));
    for (part, part_script) in model.parts.iter_mut().zip(&script.parts) {
        part.kind = PartKind::Commitments;
        part.title = format!("{}年部门承诺事项", part.year);
        for (at, (section, said)) in part.sections.iter_mut().zip(&part_script.sections).enumerate() {
            let body = department(&mut Draws::new(&said.say), &level, at);
            (section.number, section.heading) = (None, Heading::None);
            section.responsibility = Some(sole(body));
            for (row, task) in section.tasks.iter_mut().enumerate() {
                let title = words().titles[(row + at) % words().titles.len()].to_owned();
                (task.number, task.title, task.title_line) = ((row + 1).to_string(), Some(title), false);
                (task.responsibility, task.opens, task.due) = (None, None, None);
            }
        }
    }
    model.parts.truncate(1);
    model.header.attachments.truncate(1);
    model.header.attachments.iter_mut().for_each(|title| title.clone_from(&model.parts[0].title));
    model
}

/// A heading a body; nothing is said below.
fn bodies(model: Model, script: &Script) -> Model {
    let (level, mut model) = (level(&model), plain(model));
    for (part, part_script) in model.parts.iter_mut().zip(&script.parts) {
        part.kind = PartKind::KeyWork;
        part.title = format!("{}年度重点工作任务分工", part.year);
        for (at, (section, said)) in part.sections.iter_mut().zip(&part_script.sections).enumerate() {
            let body = department(&mut Draws::new(&said.say), &level, at);
            section.number = Some(han_numeral(at + 1));
            section.heading = Heading::Body(body.name());
            section.responsibility = Some(sole(body));
            for (row, task) in section.tasks.iter_mut().enumerate() {
                (task.number, task.title, task.title_line) = ((row + 1).to_string(), None, false);
                (task.responsibility, task.opens, task.due) = (None, None, None);
            }
        }
    }
    model.parts.truncate(1);
    model.header.attachments.truncate(1);
    model.header.attachments.iter_mut().for_each(|title| title.clone_from(&model.parts[0].title));
    model
}

/// Items with a bullet or with nothing before them; a name on a line of its own would be one.
fn unnumbered(model: Model) -> Model {
    let mut model = model;
    for part in &mut model.parts {
        for section in &mut part.sections {
            let shared = section.responsibility.take();
            for task in &mut section.tasks {
                task.responsibility = task.responsibility.take().or_else(|| shared.clone());
                (task.number, task.title_line) = (String::new(), false);
            }
        }
    }
    model
}

/// Lists that nothing is said of, behind a label of the notice's own.
fn own_labels(model: Model) -> Model {
    let mut model = plain(model);
    for section in model.parts.iter_mut().flat_map(|part| &mut part.sections) {
        let shared = section.responsibility.take();
        for task in &mut section.tasks {
            task.responsibility = task.responsibility.take().or_else(|| shared.clone());
            task.responsibility.iter_mut().for_each(unmarked);
        }
    }
    model
}

/// The review of last year and the plan of this one: headings, and below them paragraphs with a topic sentence.
fn report(model: Model, script: &Script) -> Model {
    let place = model.header.jurisdiction;
    let year = model.parts.first().map_or(2025, |part| part.year);
    let header = Header {
        issuer: format!("{place}人民政府"),
        title: format!("{place}政府工作报告"),
        issued: Some((year, 1, 9)),
        jurisdiction: place,
        ..Header::default()
    };
    let review = |title: String, kind, year, script: &PartScript| Part {
        title,
        kind,
        year,
        sections: script.sections.iter().enumerate().map(|(at, script)| paragraphs(at, script)).collect(),
    };
    let last = script.parts.last();
    let mut parts = Vec::new();
    if let [first, _, ..] = script.parts.as_slice() {
        parts.push(review(format!("{}年工作回顾", year - 1), PartKind::Review, year - 1, first));
    }
    parts.extend(last.map(|last| review(format!("{year}年重点任务"), PartKind::Plan, year, last)));
    Model { header, rule: Rule::Silent, includes: None, parts }
}

fn paragraphs(at: usize, script: &SectionScript) -> Section {
    let heading = Heading::Theme(text::theme(&mut Draws::new(&script.say), at));
    let number = Some(format!("（{}）", han_numeral(at + 1)));
    let paragraph = |script: &crate::script::TaskScript| {
        let mut draws = Draws::new(&script.say);
        let title = Some(text::commonplace(&mut draws));
        Task { title, text: text::prose(&mut draws, 1), ..Task::default() }
    };
    Section { number, heading, responsibility: None, tasks: script.tasks.iter().map(paragraph).collect() }
}
