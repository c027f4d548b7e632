//! Parts: title, headings, tasks.

use crate::draws::Draws;
use crate::model::{Heading, Official, Part, Section};
use crate::script::{PartScript, SectionScript};

use super::Writer;
use super::style::Style;
use super::task;

/// Writes what stands below a part's title.
pub(super) fn sections(writer: &mut Writer<'_>, part: &Part, script: &PartScript, style: &Style) {
    for (said, script) in part.sections.iter().zip(&script.sections) {
        section(writer, said, script, style);
    }
}

/// Writes a part's title; `mark` is the number behind `附件`, where the notice marks its parts so.
pub(super) fn title(writer: &mut Writer<'_>, part: &Part, script: &PartScript, mark: Option<&str>) {
    let mut draws = Draws::new(&script.form[script.form.len().min(10)..]);
    let title = part.title.as_str();
    match mark {
        None => writer.fixed(title),
        Some(number) if draws.chance(25) => writer.fixed(format!("附件{number}：{title}")),
        Some(number) => {
            writer.fixed(format!("附件{number}"));
            writer.fixed(title);
        }
    }
}

fn section(writer: &mut Writer<'_>, section: &Section, script: &SectionScript, style: &Style) {
    let mut draws = Draws::new(&script.form);
    let heading = heading(section, &mut draws);
    let said_by_heading = matches!(section.heading, Heading::Body(_));
    // A rule that is still to be told would be a bracket inside of the heading's bracket.
    let may_bracket =
        matches!(section.heading, Heading::Theme(_)) && writer.rule.is_none() && writer.includes.is_none();
    let bracket = section.responsibility.as_ref().filter(|_| may_bracket && draws.chance(50));
    let bracket = bracket.map(|shared| task::shared_bracket(writer, shared, style, &mut draws));
    if let Some(heading) = heading {
        writer.fixed(heading + bracket.as_deref().unwrap_or_default());
    }
    if let Some(shared) = section.responsibility.as_ref().filter(|_| bracket.is_none() && !said_by_heading) {
        task::shared(writer, shared, style, &mut draws);
    }
    for (said, script) in section.tasks.iter().zip(&script.tasks) {
        if let Some((number, words)) = &said.opens {
            writer.fixed(format!("{number}{words}"));
        }
        task::task(writer, said, style, &mut Draws::new(&script.form));
    }
}

fn heading(section: &Section, draws: &mut Draws<'_>) -> Option<String> {
    match &section.heading {
        Heading::None => None,
        Heading::Body(words) | Heading::Theme(words) => Some(numbered(section, words)),
        Heading::Official(official) => Some(numbered(section, &official_words(official, draws))),
    }
}

fn numbered(section: &Section, words: &str) -> String {
    let number = section.number.as_deref().unwrap_or_default();
    let after = match number.chars().next() {
        Some('（') | None => "",
        Some(c) if c.is_ascii_digit() => ".",
        Some(_) => "、",
    };
    format!("{number}{after}{words}")
}

/// `周明常务副市长主抓重点工作`
fn official_words(official: &Official, draws: &mut Draws<'_>) -> String {
    let (name, post) = (official.name.as_deref(), official.post.as_deref());
    let duty = official.duty.as_deref().unwrap_or_default();
    let what = draws.word(&["重点工作", "的重点工作", "工作"]);
    let (name, post) = (name.unwrap_or_default(), post.unwrap_or_default());
    match draws.pick(8) {
        6 => format!("{post}{name}{duty}{what}"),
        7 => format!("{name}（{post}）{duty}{what}"),
        _ => format!("{name}{post}{duty}{what}"),
    }
}
