//! A task: its number, its prose, and where its responsibility stands.

use crate::draws::Draws;
use crate::model::{Official, Responsibility, Task};

use super::Writer;
use super::phrase::{Clause, Phrasing, phrase, rule};
use super::style::{Place, Style};

pub(super) fn task(writer: &mut Writer<'_>, task: &Task, style: &Style, draws: &mut Draws<'_>) {
    let number = numbered(&task.number, style);
    let guard = number.chars().count() + 2;
    let (mut item, guard) = match &task.title {
        Some(title) if task.title_line => {
            writer.fixed(format!("{number}{title}"));
            (task.text.clone(), 2)
        }
        Some(title) => (format!("{number}{title}。{}", task.text), guard),
        None => (format!("{number}{}", task.text), guard),
    };
    let clauses = clauses(writer, task, style, draws);
    if style.place == Place::OwnLine || clauses.is_empty() {
        writer.text(item, guard);
        own_lines(writer, clauses, style, draws);
        return;
    }
    let (open, close) = style.bracket;
    let bracket = format!("{open}{}{close}", joined(clauses, style, "；"));
    if style.place == Place::BracketLine {
        writer.text(item, guard);
        writer.text(bracket, 4);
        return;
    }
    let at = if style.place == Place::BeforeStop { item.len() - '。'.len_utf8() } else { item.len() };
    item.insert_str(at, &bracket);
    writer.text(item, guard);
}

fn numbered(number: &str, style: &Style) -> String {
    let after = match number.chars().next() {
        None => style.bullet,
        Some('（') => "",
        Some('实') => "：",
        Some(c) if c.is_ascii_digit() => style.after_number,
        _ => "、",
    };
    format!("{number}{after}")
}

/// A responsibility of a whole section: on a line below its heading.
pub(super) fn shared(writer: &mut Writer<'_>, responsibility: &Responsibility, style: &Style, draws: &mut Draws<'_>) {
    let clauses = said(writer, responsibility, style, draws, false);
    own_lines(writer, clauses, style, draws);
}

/// The same in a bracket at the heading's end.
pub(super) fn shared_bracket(
    writer: &mut Writer<'_>,
    responsibility: &Responsibility,
    style: &Style,
    draws: &mut Draws<'_>,
) -> String {
    let (open, close) = style.bracket;
    let clauses = said(writer, responsibility, style, draws, false);
    format!("{open}{}{close}", joined(clauses, style, "；"))
}

/// Everything that the task's lines or bracket have to say.
fn clauses(writer: &mut Writer<'_>, task: &Task, style: &Style, draws: &mut Draws<'_>) -> Vec<Clause> {
    let bare = style.place != Place::OwnLine && task.official.is_none();
    let mut clauses: Vec<Clause> = task.official.iter().map(|official| official_clause(official, style)).collect();
    let Some(responsibility) = &task.responsibility else {
        clauses.extend(task.due.iter().map(|due| Clause { label: Some(style.due), words: due.clone() }));
        return clauses;
    };
    clauses.extend(said(writer, responsibility, style, draws, bare));
    match (&task.due, clauses.last_mut()) {
        (Some(due), Some(last)) if style.due_in_list => last.words.extend(["，", due.as_str()]),
        (Some(due), _) => clauses.push(Clause { label: Some(style.due), words: due.clone() }),
        (None, _) => {}
    }
    clauses
}

fn said(
    writer: &mut Writer<'_>,
    responsibility: &Responsibility,
    style: &Style,
    draws: &mut Draws<'_>,
    bare: bool,
) -> Vec<Clause> {
    let mut phrasing = Phrasing { style, bare, all_lead: writer.all_lead, untold: &mut writer.includes };
    let (mut clauses, plain) = phrase(responsibility, &mut phrasing, draws);
    if plain {
        let told = writer.rule.take().map_or("", rule);
        clauses.iter_mut().take(1).for_each(|clause| clause.words.push_str(told));
    }
    clauses
}

fn official_clause(official: &Official, style: &Style) -> Clause {
    let name = official.name.as_deref().unwrap_or_default();
    let post = official.post.as_deref().unwrap_or_default();
    let words = if style.post_first { format!("{post}{name}") } else { format!("{name}{post}") };
    Clause { label: Some(style.official), words }
}

/// A line for each clause, or all on one.
fn own_lines(writer: &mut Writer<'_>, clauses: Vec<Clause>, style: &Style, draws: &mut Draws<'_>) {
    if clauses.len() > 1 && draws.chance(25) {
        let guard = clauses[0].label.map_or(0, |label| label.chars().count()) + 2;
        let line = joined(clauses, style, style.between) + style.stop;
        writer.text(line, guard);
        return;
    }
    for clause in clauses {
        let label = clause.label.unwrap_or(style.units);
        writer.text(format!("{label}：{}{}", clause.words, style.stop), label.chars().count() + 2);
    }
}

fn joined(clauses: Vec<Clause>, style: &Style, between: &str) -> String {
    let one = clauses.len() == 1;
    let whole = |clause: Clause| match clause.label {
        Some(label) => format!("{label}：{}", clause.words),
        None if one || clause.words.ends_with("配合") || clause.words.ends_with("负责") => clause.words,
        None => format!("{}：{}", style.units, clause.words),
    };
    clauses.into_iter().map(whole).collect::<Vec<_>>().join(between)
}
