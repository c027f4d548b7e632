//! What a file says, a task a line.

use std::fs;
use std::path::Path;

use fenjie::{Document, Notice, TargetRef, TaskRef};
use fenjie_files::{Options, read};

/// What a file holds.
pub(crate) fn open(path: &Path) -> Document {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let document = read(&bytes, &path.display().to_string(), &Options::default());
    document.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn parse(document: &Document) -> Notice {
    fenjie::parse_document(document, &fenjie::Options::default()).expect("the readers make whole documents")
}

/// What a task says: who answers to whom, and what is to be reached.
fn told(task: TaskRef<'_>) -> String {
    let leads: Vec<_> = task.leads().map(|unit| unit.name.to_string()).collect();
    let others: Vec<_> = task.participants().map(|unit| unit.name.to_string()).collect();
    let targets: Vec<_> = task.targets().map(target).collect();
    let official =
        task.official().map_or(String::new(), |official| official.name.clone().unwrap_or_default().to_string());
    [
        task.number.as_deref().unwrap_or("-").to_owned(),
        [task.title.as_deref().unwrap_or_default(), &task.text].concat(),
        official,
        leads.join("、"),
        others.join("、"),
        targets.join("；"),
    ]
    .join("|")
}

fn target(target: TargetRef<'_>) -> String {
    let value = target.value.map_or(String::new(), |value| value.normalize().to_string());
    format!("{} {:?} {value} {}", target.indicator, target.comparator, target.measure.as_deref().unwrap_or_default())
}

pub(crate) fn tasks(notice: &Notice) -> Vec<String> {
    notice.tasks().map(told).collect()
}
