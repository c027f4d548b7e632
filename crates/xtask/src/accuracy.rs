//! `cargo xtask accuracy`: documents that people have read, parsed and compared; no figure may fall below its floor.

use std::fs;
use std::path::Path;

use crate::command::Run;
use crate::files::files;
use crate::house::{House, is_ci};
use crate::outcome::{Outcome, Result};
use crate::step::{Job, Step};
use crate::survey;
use crate::table::rows;

pub(crate) const JOB: Job = Job {
    name: "accuracy",
    about: "Score the parse of documents that people have read; fail beyond accuracy.tsv and survey.tsv",
    takes_arguments: false,
    steps: &[Step { name: "accuracy", run: accuracy }],
};

/// The lowest F1 that a figure of a document may have.
struct Floor {
    document: String,
    figure: String,
    f1: f64,
}

fn accuracy(house: &House) -> Result {
    let shared = house.shared();
    if !shared.is_dir() {
        let why = "../shared, where those documents are, is not there";
        return if is_ci() { Err(why.to_owned()) } else { Ok(Outcome::Skipped(why.to_owned())) };
    }
    let floors = floors(include_str!("../accuracy.tsv"))?;
    house.cargo(["build", "--quiet", "-p", "fenjie-cli"]).show()?;
    let mut below = vec![];
    let mut documents = vec![];
    for gold in files(&shared.join("gold"), |path| path.extension().is_some_and(|extension| extension == "json"))? {
        let document = gold.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let scores = score(house, &document, &gold)?;
        println!("{document}\n{scores}");
        for floor in floors.iter().filter(|floor| floor.document == document) {
            match figure(&scores, &floor.figure) {
                Some(f1) if f1 >= floor.f1 => {}
                Some(f1) => below.push(format!("{document} {}: {f1:.4} is below {}", floor.figure, floor.f1)),
                None => below.push(format!("{document} {}: was not measured", floor.figure)),
            }
        }
        documents.push(document);
    }
    let unread = floors.iter().filter(|floor| !documents.contains(&floor.document));
    below.extend(unread.map(|floor| format!("{} {}: there is no such document", floor.document, floor.figure)));
    below.extend(survey::survey(house)?);
    if below.is_empty() { Ok(Outcome::Passed) } else { Err(below.join("\n")) }
}

/// What the scorer prints for one document.
fn score(house: &House, document: &str, gold: &Path) -> Result<String> {
    let begin = format!("{document}_");
    let is_its = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&begin));
    let texts = files(&house.shared().join("corpus"), is_its)?;
    let [text] = texts.as_slice() else {
        return Err(format!("{} texts belong to {}", texts.len(), gold.display()));
    };
    let parse = house.cargo(["run", "--quiet", "-p", "fenjie-cli", "--", "parse", "--format", "json"]);
    let parse = parse.argument(&text.to_string_lossy()).output()?;
    let parsed = house.root.join("target").join(format!("accuracy-{document}.json"));
    fs::write(&parsed, parse).map_err(|error| format!("{}: {error}", parsed.display()))?;
    let script = house.shared().join("tools/score.py");
    let paths = [script.as_path(), gold, &parsed].map(|path| path.to_string_lossy());
    Run::new("python3", &house.root).arguments(paths.iter().map(AsRef::as_ref)).output()
}

/// The F1 in the line of `name`.
pub(crate) fn figure(scores: &str, name: &str) -> Option<f64> {
    let line = scores.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix("F1 "))?;
    line.split_whitespace().next()?.parse().ok()
}

fn floors(table: &str) -> Result<Vec<Floor>> {
    rows("accuracy.tsv", table)?
        .into_iter()
        .map(|[document, figure, f1]| {
            let f1 = f1.parse().map_err(|_| format!("accuracy.tsv: `{f1}` is no number"))?;
            Ok(Floor { document: document.to_owned(), figure: figure.to_owned(), f1 })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_figure_by_its_whole_name() {
        let scores = "tasks  F1 0.9000  precision 1.0\ntask text  F1 0.8000  precision 1.0\n";
        assert_eq!(figure(scores, "tasks"), Some(0.9));
        assert_eq!(figure(scores, "task text"), Some(0.8));
        assert_eq!(figure(scores, "task"), None);
    }

    #[test]
    fn the_table_of_floors_is_well_formed() {
        let floors = floors(include_str!("../accuracy.tsv")).unwrap();
        assert!(floors.iter().all(|floor| (0.0..=1.0).contains(&floor.f1)) && !floors.is_empty());
        assert!(self::floors("000\ttasks").is_err());
    }
}
