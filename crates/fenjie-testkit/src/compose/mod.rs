//! Script → model: what the notice says.

mod header;
mod layout;
mod people;
mod responsibility;
mod scheme;
mod text;

use crate::draws::Draws;
use crate::model::{Body, Heading, Includes, Model, Official, Part, PartKind, Rule, Section, Task};
use crate::script::{PartScript, Script, SectionScript, TaskScript};
use crate::words::{Place, words};

pub(crate) use layout::lay_out;

use people::{Custom, Roster};
use scheme::{Mark, Scheme};

/// What holds for the whole notice while it is made up.
struct Scene {
    place: &'static Place,
    year: i16,
    rule: Rule,
    /// Whether units are named without the level in front: `财政局`.
    bare: bool,
    includes: Option<Includes>,
    roster: Roster,
}

/// What the items of a part have in common.
#[derive(Clone, Copy)]
struct Items {
    kind: PartKind,
    /// Whether names stand on lines of their own.
    title_lines: bool,
}

/// Makes up a notice from the choices of `script`.
pub fn compose(script: &Script) -> Model {
    let mut draws = Draws::new(&script.say);
    let scene = scene(&mut draws);
    let mut parts: Vec<Part> = Vec::with_capacity(script.parts.len());
    for part_script in &script.parts {
        let part = part(part_script, &scene, &parts);
        parts.push(part);
    }
    let header = header::header(&mut draws, &scene, &parts);
    Model { header, rule: scene.rule, includes: scene.includes, parts }
}

fn scene(draws: &mut Draws<'_>) -> Scene {
    let place = draws.one(&words().places);
    let year = *draws.one(&[2025, 2024, 2023, 2026]);
    let rule = *draws.one(&[Rule::Silent, Rule::FirstListedLeads, Rule::FirstListedLeads, Rule::AllLead]);
    let bare = draws.chance(12);
    let includes = (draws.chance(20) && place.level() == "市" && !bare).then(|| includes(place));
    let roster = Roster::new(draws, place);
    Scene { place, year, rule, bare, includes, roster }
}

fn includes(place: &Place) -> Includes {
    let member = |zone: &&str| Body { stem: (*zone).to_owned(), suffix: "管委会".to_owned(), ..Body::default() };
    Includes { group: "各区县政府".to_owned(), members: place.zones.iter().map(member).collect() }
}

fn part(script: &PartScript, scene: &Scene, before: &[Part]) -> Part {
    let mut draws = Draws::new(&script.say);
    let (kind, title) = title(&mut draws, scene, before);
    let scheme = Scheme::new(&mut draws, kind);
    let items = Items { kind, title_lines: kind == PartKind::Livelihood && draws.chance(20) };
    let mut count = 0;
    let mut sections = Vec::with_capacity(script.sections.len());
    for (index, section_script) in script.sections.iter().enumerate() {
        if !scheme.runs_on {
            count = 0;
        }
        sections.push(section(section_script, scene, scheme, items, index, &mut count));
    }
    Part { title, kind, year: scene.year, sections }
}

/// The title of the stock that the draws choose, or the next one that no part before has.
fn title(draws: &mut Draws<'_>, scene: &Scene, before: &[Part]) -> (PartKind, String) {
    let stock = &words().part_titles;
    let first = draws.pick(stock.len());
    let filled = |at: usize| {
        let (kind, template) = stock[(first + at) % stock.len()];
        let kind = if kind == "livelihood" { PartKind::Livelihood } else { PartKind::KeyWork };
        (kind, scene.place.fill(template).replace("{y}", &scene.year.to_string()))
    };
    let fresh = |title: &String| before.iter().all(|part| part.title != *title);
    (0..stock.len()).map(filled).find(|(_, title)| fresh(title)).unwrap_or_else(|| filled(0))
}

fn section(
    script: &SectionScript,
    scene: &Scene,
    scheme: Scheme,
    items: Items,
    index: usize,
    count: &mut usize,
) -> Section {
    let mut draws = Draws::new(&script.say);
    let number = scheme.heading.map(|mark| mark.number(index + 1));
    let heading = match (&number, scene.roster.custom) {
        (None, _) => Heading::None,
        (Some(_), Custom::Heading) => Heading::Official(scene.roster.official(index, Some(&mut draws))),
        (Some(_), _) => Heading::Theme(text::theme(&mut draws, index)),
    };
    let shared = number.is_some() && draws.chance(12);
    let responsibility = shared.then(|| responsibility::responsibility(&mut draws, scene));
    let mut tasks = Vec::with_capacity(script.tasks.len());
    let second = if scheme.sub { script.tasks.len() / 2 } else { usize::MAX };
    for (at, task_script) in script.tasks.iter().enumerate() {
        let opens = match at {
            0 if scheme.sub => Some(1),
            _ if at == second => Some(2),
            _ => None,
        };
        if opens.is_some() && !scheme.runs_on {
            *count = 0;
        }
        *count += 1;
        let mut task = task(task_script, scene, items, scheme.task.number(*count));
        task.opens = opens.map(|n| (Mark::Bracket.number(n), text::theme(&mut draws, index + n)));
        if shared {
            task.responsibility = None;
        }
        tasks.push(task);
    }
    Section { number, heading, responsibility, tasks }
}

fn task(script: &TaskScript, scene: &Scene, items: Items, number: String) -> Task {
    let mut draws = Draws::new(&script.say);
    let responsibility = Some(responsibility::responsibility(&mut draws, scene));
    let titled = items.title_lines || items.kind == PartKind::Livelihood && !draws.chance(30);
    let title = titled.then(|| draws.word(&words().titles).to_owned());
    let due = draws.chance(25).then(|| draws.word(&words().dues).replace("{y}", &scene.year.to_string()));
    let official = official_of_task(&mut draws, scene);
    let clauses = if items.kind == PartKind::Livelihood && !titled { 2 } else { 1 };
    let text = text::prose(&mut draws, clauses);
    Task { opens: None, number, title, title_line: items.title_lines, text, responsibility, official, due }
}

fn official_of_task(draws: &mut Draws<'_>, scene: &Scene) -> Option<Official> {
    let by_label = matches!(scene.roster.custom, Custom::Label | Custom::LabelName | Custom::LabelPost);
    by_label.then(|| scene.roster.official(draws.pick(9), None))
}
