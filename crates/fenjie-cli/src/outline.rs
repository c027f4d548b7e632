//! A notice as an outline for people: head, conventions, then part → official → task → units and targets.

use std::fmt::Write as _;

use fenjie::{Due, Header, Notice, Official, OfficialId, Part, Role, Rule, TargetRef, TaskRef, View};

use crate::args::Lang;
use crate::figure;
use crate::screen::{FAINT, TITLE, clean, clip, columns, wrap};
use crate::summary::summary;
use crate::why::why;
use crate::words;

/// How an outline is to look.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) lang: Lang,
    /// The columns of the terminal.
    pub(crate) width: usize,
    /// Whether to show the whole text of a task, over several lines, or only what fits one.
    pub(crate) full: bool,
    /// Whether to tell the rule and the words that gave units and targets.
    pub(crate) why: bool,
}

/// An outline in the making.
struct Outline {
    text: String,
    style: Style,
}

/// The outline of a notice, below the name of its file where one is given.
pub(crate) fn outline(file: &str, notice: &Notice, style: Style) -> String {
    let mut outline = Outline { text: String::new(), style };
    if !file.is_empty() {
        outline.line(0, &format!("{FAINT}==> {} <=={FAINT:#}", clean(file)));
    }
    outline.head(notice);
    outline.conventions(notice);
    outline.tasks(notice);
    outline.summary(notice);
    outline.text
}

impl Outline {
    fn line(&mut self, indent: usize, words: &str) {
        let _ = writeln!(self.text, "{:indent$}{words}", "");
    }

    /// A line that begins with what it is about.
    fn entry(&mut self, indent: usize, label: &str, words: &str) {
        self.line(indent, &format!("{FAINT}{label}{FAINT:#} {words}"));
    }

    fn pick<'a>(&self, en: &'a str, zh: &'a str) -> &'a str {
        self.style.lang.pick(en, zh)
    }

    fn head(&mut self, notice: &Notice) {
        let Header { title, document_number, issuer, issued, addressees, .. } = &notice.header;
        let kind = words::kind(notice.kind, self.style.lang);
        let title = title.as_deref().map_or(self.pick("(no title)", "（无标题）").into(), clean);
        let line = format!("{TITLE}{title}{TITLE:#} {FAINT}{kind}{FAINT:#}");
        self.line(0, &line);
        let number = document_number.as_ref().map(|number| clean(&number.text).into_owned());
        let issuer = issuer.as_deref().map(|issuer| clean(issuer).into_owned());
        let facts: Vec<_> = [number, issuer, issued.map(|date| date.to_string())].into_iter().flatten().collect();
        if !facts.is_empty() {
            self.line(2, &facts.join(" · "));
        }
        if let Some(addressees) = addressees {
            let (label, words) = (self.pick("to", "主送"), clip(addressees, self.style.width.saturating_sub(8)));
            self.entry(2, label, &words);
        }
    }

    fn conventions(&mut self, notice: &Notice) {
        for convention in &notice.conventions {
            let rule = match convention.rule {
                Rule::FirstListedLeads => self.pick("the first listed leads", "列第一位的牵头"),
                Rule::AllLead => self.pick("all lead", "均为牵头"),
                Rule::GroupIncludes => self.pick("a group includes", "所含单位"),
                Rule::Other => self.pick("other", "其他"),
            };
            let label = format!("{} ({rule})", self.pick("convention", "约定"));
            self.entry(2, &label, &clip(&convention.quote, self.style.width.saturating_sub(40)));
        }
    }

    fn tasks(&mut self, notice: &Notice) {
        let mut before: Option<TaskRef<'_>> = None;
        for task in notice.tasks() {
            let new_part = before.is_none_or(|before| before.row().part != task.row().part);
            if new_part {
                self.part(task.part().row());
            }
            if new_part || before.is_some_and(|before| before.row().official != task.row().official) {
                self.official(task.row().official, task.official().map(View::row));
            }
            self.task(task);
            before = Some(task);
        }
    }

    fn part(&mut self, part: &Part) {
        let kind = words::part(part.kind, self.style.lang);
        let years = match (part.from, part.to) {
            (Some(from), Some(to)) if from != to => format!(" {from}–{to}"),
            (Some(year), _) | (None, Some(year)) => format!(" {year}"),
            (None, None) => String::new(),
        };
        let line =
            format!("\n{TITLE}{}{TITLE:#} {FAINT}{kind}{years}{FAINT:#}", clean(part.title.as_deref().unwrap_or("–")));
        self.line(0, &line);
    }

    fn official(&mut self, id: Option<OfficialId>, official: Option<&Official>) {
        let words = match official {
            Some(Official { name, post, duty, .. }) => {
                let words: Vec<_> = [name, post, duty].into_iter().flatten().map(|word| clean(word)).collect();
                words.join(" ")
            }
            None if id.is_none() => return,
            None => "?".to_owned(),
        };
        self.line(2, &format!("{TITLE}{words}{TITLE:#}"));
    }

    fn task(&mut self, task: TaskRef<'_>) {
        let number = task.number.as_deref().map_or(String::new(), |number| format!("{} ", clean(number)));
        let words = match (&task.title, &*task.text) {
            (Some(title), "") => title.to_string(),
            (Some(title), text) => format!("{title}：{text}"),
            (None, text) => text.to_owned(),
        };
        let indent = 4 + number.chars().map(columns).sum::<usize>();
        let width = self.style.width.saturating_sub(indent).max(20);
        if self.style.full {
            let words = clean(&words);
            let mut lines = wrap(&words, width).into_iter();
            self.line(4, &format!("{number}{}", lines.next().unwrap_or_default()));
            lines.for_each(|line| self.line(indent, &line));
        } else {
            self.line(4, &format!("{number}{}", clip(&words, width)));
        }
        self.units(task, Role::Lead, self.style.lang.pick("lead", "牵头"));
        self.units(task, Role::Participant, self.style.lang.pick("with", "配合"));
        if let Some(due) = task.due.as_ref().and_then(due_words) {
            self.entry(8, self.style.lang.pick("due ", "时限"), &due);
        }
        for target in task.targets() {
            self.target(target);
        }
    }

    fn units(&mut self, task: TaskRef<'_>, role: Role, label: &str) {
        let assignments: Vec<_> = task.assignments().filter(|assignment| assignment.role == role).collect();
        let names: Vec<_> = assignments
            .iter()
            .map(|assignment| {
                let name = clean(&assignment.unit().row().name).into_owned();
                if assignment.implied { format!("[{name}]") } else { name }
            })
            .collect();
        if !names.is_empty() {
            self.entry(8, label, &names.join("、"));
        }
        if self.style.why {
            let lang = self.style.lang;
            self.why(10, assignments.into_iter().map(|assignment| why(&assignment.why(), false, lang)));
        }
    }

    /// Each reason once, dimmed.
    fn why(&mut self, indent: usize, reasons: impl Iterator<Item = String>) {
        let width = self.style.width.saturating_sub(indent).max(20);
        let mut told: Vec<String> = Vec::new();
        for reason in reasons {
            if !told.contains(&reason) {
                for line in wrap(&clean(&reason), width) {
                    self.line(indent, &format!("{FAINT}{line}{FAINT:#}"));
                }
                told.push(reason);
            }
        }
    }

    fn target(&mut self, target: TargetRef<'_>) {
        let indent = if target.within.is_some() { 10 } else { 8 };
        let words = figure::target(&target, self.style.lang);
        let due = Some(&target.due).filter(|due| !due.inferred).and_then(due_words);
        let due = due.map_or(String::new(), |due| format!(" {FAINT}({due}){FAINT:#}"));
        self.entry(indent, self.style.lang.pick("goal", "目标"), &format!("{}{due}", clean(&words)));
        if self.style.why {
            self.why(indent + 2, std::iter::once(why(&target.why(), true, self.style.lang)));
        }
    }

    fn summary(&mut self, notice: &Notice) {
        let line = summary(notice, self.style.lang);
        self.line(0, &format!("\n{FAINT}{line}{FAINT:#}"));
    }
}

/// The words of a deadline, and the date they come to.
fn due_words(due: &Due) -> Option<String> {
    match (&due.text, due.date) {
        (Some(text), Some(date)) => Some(format!("{} → {date}", clean(text))),
        (Some(text), None) => Some(clean(text).into_owned()),
        (None, date) => date.map(|date| date.to_string()),
    }
}
