//! Model → lines, in randomly chosen forms. Each form is a small function; the plainest stands first in every choice.

mod head;
mod marks;
mod part;
mod phrase;
mod report;
mod style;
mod table;
mod task;
mod units;

use crate::draws::Draws;
use crate::layout::Layout;
use crate::model::{Includes, Model, Rule};
use crate::script::Script;

use style::Style;

/// What may happen to a line on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing but a break.
    Blank,
    /// A title, a heading, a date: printed on one line.
    Fixed,
    /// Prose or a list: a page may break inside.
    Text,
}

/// A paragraph as its author typed it, before it meets a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What may happen to it.
    pub kind: LineKind,
    /// The words.
    pub text: String,
    /// How many characters at the start belong together: a number, a label.
    pub guard: usize,
}

/// What the writer carries along from line to line.
struct Writer<'a> {
    lines: Vec<Line>,
    spaced: bool,
    /// Whether the notice's rule makes a plain list joint.
    all_lead: bool,
    /// The rule about who leads, as long as it is still to be told in a responsibility line.
    rule: Option<Rule>,
    /// The rule about a group, as long as it is still to be told in a responsibility line.
    includes: Option<&'a Includes>,
}

impl Writer<'_> {
    fn push(&mut self, kind: LineKind, text: String, guard: usize) {
        self.lines.push(Line { kind, text, guard });
        if self.spaced {
            self.blank();
        }
    }

    fn fixed(&mut self, text: impl Into<String>) {
        self.push(LineKind::Fixed, text.into(), 0);
    }

    fn text(&mut self, text: impl Into<String>, guard: usize) {
        self.push(LineKind::Text, text.into(), guard);
    }

    fn blank(&mut self) {
        self.lines.push(Line { kind: LineKind::Blank, text: String::new(), guard: 0 });
    }
}

/// Writes `model` out in the forms that `script` chooses.
pub fn write(model: &Model, script: &Script) -> Vec<Line> {
    write_in(Layout::Any, model, script)
}

/// The same in a given layout.
pub(crate) fn write_in(layout: Layout, model: &Model, script: &Script) -> Vec<Line> {
    let mut draws = Draws::new(&script.form);
    if layout == Layout::Report {
        return report::report(model, draws.chance(60));
    }
    let style = |form: &[u8]| Style::new(&mut Draws::new(form)).laid_out(layout);
    let styles: Vec<Style> = script.parts.iter().map(|part| style(&part.form)).collect();
    let own_lines = styles.iter().all(|style| style.place == style::Place::OwnLine);
    let spaced = draws.chance(60);
    let rule_in_line = own_lines && draws.chance(40);
    let rule_at_end = !rule_in_line && draws.chance(15);
    let all_lead = model.rule == Rule::AllLead;
    let mut writer = Writer { lines: Vec::new(), spaced, all_lead, rule: None, includes: None };
    head::head(&mut writer, model, &mut draws, Told { rule: !rule_in_line && !rule_at_end, includes: !own_lines });
    writer.rule = rule_in_line.then_some(model.rule);
    writer.includes = model.includes.as_ref().filter(|_| own_lines);
    let marked = !model.header.attachments.is_empty();
    for (position, part) in model.parts.iter().enumerate() {
        let (part_script, style) = (&script.parts[position], &styles[position]);
        let mark = marked.then(|| if model.parts.len() == 1 { String::new() } else { (position + 1).to_string() });
        part::title(&mut writer, part, part_script, mark.as_deref());
        match layout {
            Layout::TabTable | Layout::StrokeTable | Layout::CellsOnLines | Layout::Commitments => {
                table::table(&mut writer, part, layout);
            }
            _ => part::sections(&mut writer, part, part_script, style),
        }
    }
    if rule_at_end {
        head::note(&mut writer, model.rule);
    }
    head::foot(&mut writer, model);
    writer.lines
}

/// Which rules the head tells.
#[derive(Clone, Copy)]
struct Told {
    rule: bool,
    includes: bool,
}
