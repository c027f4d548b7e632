//! A parse held against what the notice was made from.

use fenjie::{Assignment, Basis, Notice, Part, PartKind, Role, Task};
use fenjie_testkit as kit;
use kit::{Expected, ExpectedPart, ExpectedTask, Noise};

/// Every difference, in words; empty where the parse says what was expected. What `noise` may have changed is no difference;
/// everything else is, to the character.
pub(crate) fn differences(expected: &Expected, notice: &Notice, noise: &Noise) -> Vec<String> {
    let mut list = Differences { list: Vec::new(), noise };
    header(expected, notice, &mut list);
    parts(expected, notice, &mut list);
    officials(expected, notice, &mut list);
    list.compare("number of tasks", &expected.tasks.len(), &notice.tasks.len());
    if expected.tasks.len() == notice.tasks.len() {
        for (expected_task, task) in expected.tasks.iter().zip(&notice.tasks) {
            one_task(expected, expected_task, notice, task, &mut list);
        }
    } else {
        let found: Vec<String> = notice.tasks.iter().map(|task| task.text.chars().take(12).collect()).collect();
        list.list.push(format!("tasks found: {found:?}"));
    }
    list.list
}

struct Differences<'a> {
    list: Vec<String>,
    noise: &'a Noise,
}

impl Differences<'_> {
    fn compare<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, expected: &T, found: &T) {
        if expected != found {
            self.list.push(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }

    fn words(&mut self, what: &str, expected: Option<&str>, found: Option<&str>) {
        self.compare(what, &expected.map(|it| self.noise.undone(it)), &found.map(|it| self.noise.undone(it)));
    }
}

fn header(expected: &Expected, notice: &Notice, list: &mut Differences<'_>) {
    let (want, got) = (&expected.header, &notice.header);
    let date = |date: (i16, u8, u8)| format!("{:04}-{:02}-{:02}", date.0, date.1, date.2);
    list.words("title", Some(&want.title), got.title.as_deref());
    let number = got.document_number.as_ref().map(|number| &*number.text);
    // The brackets of the year are the printer's; the number is kept with those that it printed.
    let bracketed = |number: &str| number.replace(['[', '（', '('], "〔").replace([']', '）', ')'], "〕");
    list.words(
        "document number",
        want.document_number.as_deref().map(bracketed).as_deref(),
        number.map(bracketed).as_deref(),
    );
    list.words("issuer", Some(&want.issuer), got.issuer.as_deref());
    list.words("jurisdiction", Some(&want.jurisdiction), got.jurisdiction.as_deref());
    list.words("addressees", want.addressees.as_deref(), got.addressees.as_deref());
    list.words("signatory", want.signatory.as_deref(), got.signatory.as_deref());
    list.compare("issued", &want.issued.map(date), &got.issued.map(|date| date.to_string()));
    list.compare("printed", &want.printed.map(date), &got.printed.map(|date| date.to_string()));
    list.words("cc", want.cc.as_deref(), got.cc.as_deref());
    list.words("disclosure", want.disclosure.as_deref(), got.disclosure.as_deref());
    let noise = list.noise;
    let folded = |titles: &mut dyn Iterator<Item = &str>| titles.map(|it| noise.undone(it)).collect::<Vec<_>>();
    let attachments = folded(&mut got.attachments.iter().map(|title| &**title));
    list.compare("attachments", &folded(&mut want.attachments.iter().map(String::as_str)), &attachments);
}

fn parts(expected: &Expected, notice: &Notice, list: &mut Differences<'_>) {
    let noise = list.noise;
    let found = |part: &Part| (noise.undone(part.title.as_deref().unwrap_or_default()), part.kind, part.from, part.to);
    let wanted = |part: &ExpectedPart| {
        let kind = match part.kind {
            kit::PartKind::KeyWork => PartKind::KeyWork,
            kit::PartKind::Livelihood => PartKind::Livelihood,
            kit::PartKind::Review => PartKind::Review,
            kit::PartKind::Plan => PartKind::Plan,
            kit::PartKind::Commitments => PartKind::Commitments,
        };
        (noise.undone(&part.title), kind, Some(part.year), Some(part.year))
    };
    let wanted: Vec<_> = expected.parts.iter().map(wanted).collect();
    list.compare("parts", &wanted, &notice.parts.iter().map(found).collect());
}

fn officials(expected: &Expected, notice: &Notice, list: &mut Differences<'_>) {
    let noise = list.noise;
    let fold = |words: Option<&str>| words.map(|it| noise.undone(it));
    let wanted = expected.officials.iter();
    let wanted = wanted.map(|o| (fold(o.name.as_deref()), fold(o.post.as_deref()), fold(o.duty.as_deref())));
    let found = notice.officials.iter();
    let found = found.map(|o| (fold(o.name.as_deref()), fold(o.post.as_deref()), fold(o.duty.as_deref())));
    list.compare("officials", &wanted.collect::<Vec<_>>(), &found.collect());
}

/// The number of the nearest heading that has one.
fn section_number<'a>(notice: &'a Notice, task: &Task) -> Option<&'a str> {
    notice.task(task.id)?.sections().find_map(|section| section.row().number.as_deref())
}

fn one_task(expected: &Expected, want: &ExpectedTask, notice: &Notice, got: &Task, list: &mut Differences<'_>) {
    let what = |field: &str| format!("task {} ({}) {field}", got.id.0, want.number);
    list.compare(&what("part"), &want.part, &got.part.index());
    let official = got.official.and_then(|id| notice.officials.get(id.index()));
    let wanted = want.official.map(|at| &expected.officials[at]);
    let name = official.and_then(|official| official.name.as_deref());
    list.words(&what("official's name"), wanted.and_then(|official| official.name.as_deref()), name);
    let post = official.and_then(|official| official.post.as_deref());
    list.words(&what("official's post"), wanted.and_then(|official| official.post.as_deref()), post);
    list.words(&what("section"), want.section.as_deref(), section_number(notice, got));
    list.words(&what("number"), Some(&*want.number).filter(|number| !number.is_empty()), got.number.as_deref());
    list.words(&what("title"), want.title.as_deref(), got.title.as_deref());
    list.words(&what("text"), Some(&want.text), Some(&got.text));
    list.compare(&what("line breaks"), &0, &breaks_inside_of_sentences(&got.text));
    list.words(&what("due"), want.due.as_deref(), got.due.as_ref().and_then(|due| due.text.as_deref()));
    units(want, notice, got, list);
    targets(want, notice, got, list);
}

fn targets(want: &ExpectedTask, notice: &Notice, got: &Task, list: &mut Differences<'_>) {
    let wanted = want.targets.iter();
    let wanted = wanted.map(|it| (it.comparator.to_owned(), Some(it.value.clone()), Some(it.measure.to_owned())));
    let found = notice.targets.iter().filter(|target| target.task == got.id);
    let found = found.map(|it| {
        let value = it.value.map(|value| value.normalize().to_string());
        (format!("{:?}", it.comparator).to_lowercase(), value, it.measure.as_ref().map(ToString::to_string))
    });
    let what = format!("task {} ({}) targets", got.id.0, want.number);
    list.compare(&what, &wanted.collect::<Vec<_>>(), &found.collect());
}

/// A text may keep its author's paragraphs, which end in a stop. Any other break is a page's and was to be mended.
fn breaks_inside_of_sentences(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .iter()
        .rev()
        .skip(1)
        .filter(|line| !line.trim_end().ends_with(['。', '；', '！', '？', '：', ';', ':']))
        .count()
}

/// Name, nameplates, group, lead, basis: as much of an assignment as the model says.
type Unit = (String, Vec<String>, bool, bool, Basis);

fn units(want: &ExpectedTask, notice: &Notice, got: &Task, list: &mut Differences<'_>) {
    let noise = list.noise;
    let what = format!("task {} ({}) units", got.id.0, want.number);
    let (implied, printed): (Vec<&Assignment>, Vec<&Assignment>) =
        notice.assignments.iter().filter(|assignment| assignment.task == got.id).partition(|it| it.implied);
    let wanted: Vec<Unit> = want.units.iter().map(|unit| wanted(unit, noise)).collect();
    let found = printed.iter().map(|assignment| unit(notice, assignment, noise));
    // A lead may be printed last; among leads and among participants the order is that of the line.
    let (mut found, participants): (Vec<Unit>, Vec<Unit>) = found.partition(|(_, _, _, lead, _)| *lead);
    found.extend(participants);
    let members: Vec<String> = implied.iter().map(|assignment| unit(notice, assignment, noise).0).collect();
    list.compare(&format!("{what}, implied"), &want.implied.iter().map(|name| noise.undone(name)).collect(), &members);
    list.compare(&what, &wanted, &found);
}

fn wanted(unit: &kit::ExpectedAssignment, noise: &Noise) -> Unit {
    let basis = match unit.basis {
        kit::Basis::Sole => Basis::Sole,
        kit::Basis::Default => Basis::Default,
        kit::Basis::FirstListed => Basis::FirstListed,
        kit::Basis::Joint => Basis::Joint,
        kit::Basis::Stated => Basis::Stated,
    };
    (
        noise.undone(&unit.name),
        unit.nameplates.iter().map(|name| noise.undone(name)).collect(),
        unit.group,
        unit.lead,
        basis,
    )
}

fn unit(notice: &Notice, assignment: &Assignment, noise: &Noise) -> Unit {
    let unit = &notice.units[assignment.unit.index()];
    let nameplates = unit.nameplates.iter().map(|name| noise.undone(name)).collect();
    (noise.undone(&unit.name), nameplates, unit.group, assignment.role == Role::Lead, assignment.basis)
}
