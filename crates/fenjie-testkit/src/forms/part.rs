//! Parts: title, headings, tasks.

use crate::draws::Draws;
use crate::model::{Heading, Official, Part, Section};
use crate::script::{PartScript, SectionScript};

use super::Writer;
use super::style::Style;
use super::task;

/// Writes a part; `mark` is the number behind `附件`, where the notice marks its parts so.
pub(super) fn part(writer: &mut Writer<'_>, part: &Part, script: &PartScript, style: &Style, mark: Option<&str>) {
    let mut draws = Draws::new(&script.form[script.form.len().min(10)..]);
    title(writer, &part.title, mark, &mut draws);
    for (said, script) in part.sections.iter().zip(&script.sections) {
        section(writer, said, script, style);
    }
}

fn title(writer: &mut Writer<'_>, title: &str, mark: Option<&str>, draws: &mut Draws<'_>) {
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
    let all_lead = writer.all_lead;
    match &section.heading {
        Heading::None => {}
        Heading::Theme(words) => writer.fixed(numbered(section, words)),
        Heading::Official(official) => writer.fixed(numbered(section, &official_words(official, &mut draws))),
    }
    if let Some(responsibility) = &section.responsibility {
        task::shared(writer, responsibility, style, &mut draws, all_lead);
    }
    for (said, script) in section.tasks.iter().zip(&script.tasks) {
        if let Some((number, words)) = &said.opens {
            writer.fixed(format!("{number}{words}"));
        }
        task::task(writer, said, style, &mut Draws::new(&script.form), all_lead);
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
    [name.unwrap_or_default(), post.unwrap_or_default(), duty, what].concat()
}
