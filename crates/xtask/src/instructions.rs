//! `cargo xtask instructions`: how many instructions a parse takes a byte, by form. Unlike seconds they are the same in
//! every run, so that a small loss is seen as one.

use std::fs;
use std::path::Path;

use crate::callgrind;
use crate::command::Run;
use crate::files::files;
use crate::house::House;
use crate::outcome::{Outcome, Result};
use crate::step::{Job, Step};
use crate::table::rows;

pub(crate) const JOB: Job = Job {
    name: "instructions",
    about: "Count the instructions of a parse, by form, with callgrind; fail above instructions.tsv",
    takes_arguments: false,
    steps: &[Step { name: "instructions", run: instructions }],
};

/// What the instructions are counted of, and the column's head. The first is judged.
const READERS: [(&str, &str); 4] =
    [("fenjie", "fenjie"), ("comrak", "comrak"), ("pulldown-cmark", "pulldown-cmark"), ("script", "plain script")];

/// The most instructions of a figure: for a form those of a byte, for `warm-up` thousands of them.
struct Ceiling {
    figure: String,
    most: u64,
}

fn instructions(house: &House) -> Result {
    if let Some(why) = callgrind::lacking(house) {
        return Ok(Outcome::Skipped(why));
    }
    let ceilings = ceilings(include_str!("../instructions.tsv"))?;
    house
        .cargo(["build", "--quiet", "--profile", "bench", "-p", "fenjie-benches", "--example", "instructions"])
        .show()?;
    let folder = house.root.join("target/instructions");
    Run::new(&program(house), &house.root).arguments(["texts", &folder.to_string_lossy()]).output()?;
    let is_text = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
    let mut forms: Vec<(String, Vec<String>)> = vec![];
    for path in files(&folder, |path| is_text(path) && path.file_stem().is_some_and(|stem| stem != "short"))? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        forms.push((name, vec![path.to_string_lossy().into_owned()]));
    }
    let corpus = house.shared().join("corpus");
    if corpus.is_dir() {
        let texts = files(&corpus, is_text)?;
        forms.push(("corpus".to_owned(), texts.iter().map(|path| path.to_string_lossy().into_owned()).collect()));
    }
    let mut figures = vec![];
    println!("{}", line("instructions a byte", &READERS.map(|(_, head)| head.to_owned())));
    for (form, texts) in &forms {
        let bytes = texts.iter().map(|path| fs::metadata(path).map_or(0, |it| it.len())).sum::<u64>().max(1);
        let mut cells = vec![];
        for (reader, _) in READERS {
            let a_byte = counted(house, reader, "second", texts)?.div_ceil(bytes);
            if reader == READERS[0].0 {
                figures.push((form.clone(), a_byte));
            }
            cells.push(a_byte.to_string());
        }
        println!("{}", line(form, &cells));
    }
    let short = [folder.join("short.txt").to_string_lossy().into_owned()];
    let first = counted(house, READERS[0].0, "first", &short)?;
    let second = counted(house, READERS[0].0, "second", &short)?;
    let warm_up = first.saturating_sub(second) / 1000;
    println!("a notice of 4 KB: the first parse {first}, the second {second}: {warm_up} thousand to warm up");
    figures.push(("warm-up".to_owned(), warm_up));
    judge(&figures, &ceilings)
}

/// The program that reads.
fn program(house: &House) -> String {
    house.root.join("target/release/examples/instructions").to_string_lossy().into_owned()
}

/// How many instructions the reader takes for the files, in its first or its second reading of them.
fn counted(house: &House, reader: &str, which: &str, files: &[String]) -> Result<u64> {
    let program = program(house);
    let words = [&*program, reader, which].into_iter().chain(files.iter().map(String::as_str));
    callgrind::counted(house, "instructions::counted", words)
}

fn line(first: &str, cells: &[String]) -> String {
    cells.iter().fold(format!("{first:<20}"), |line, cell| line + &format!(" {cell:>14}"))
}

/// Every figure that was counted has a ceiling and is below it; of the corpus only where it is there.
fn judge(figures: &[(String, u64)], ceilings: &[Ceiling]) -> Result {
    let mut wrong = vec![];
    for (name, count) in figures {
        match ceilings.iter().find(|ceiling| ceiling.figure == *name) {
            Some(ceiling) if *count <= ceiling.most => {}
            Some(ceiling) => wrong.push(format!("{name}: {count} is above {}", ceiling.most)),
            None => wrong.push(format!("{name}: has no ceiling in instructions.tsv")),
        }
    }
    let counted = |name: &str| figures.iter().any(|(figure, _)| figure == name);
    let idle = ceilings.iter().filter(|it| !counted(&it.figure) && it.figure != "corpus");
    wrong.extend(idle.map(|ceiling| format!("{}: was not counted", ceiling.figure)));
    if wrong.is_empty() { Ok(Outcome::Passed) } else { Err(wrong.join("\n")) }
}

fn ceilings(table: &str) -> Result<Vec<Ceiling>> {
    rows("instructions.tsv", table)?
        .into_iter()
        .map(|[figure, most]| {
            let most = most.parse().map_err(|_| format!("instructions.tsv: `{most}` is no number"))?;
            Ok(Ceiling { figure: figure.to_owned(), most })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_above_its_ceiling_fails_and_so_does_one_without() {
        let ceilings = [Ceiling { figure: "lines".to_owned(), most: 400 }];
        let judged = |figures: &[(&str, u64)]| {
            judge(&figures.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect::<Vec<_>>(), &ceilings)
        };
        assert!(judged(&[("lines", 400)]).is_ok());
        assert!(judged(&[("lines", 401)]).is_err());
        assert!(judged(&[("lines", 1), ("report", 1)]).is_err());
        assert!(judged(&[]).is_err());
    }

    #[test]
    fn the_table_of_ceilings_is_well_formed() {
        assert!(ceilings(include_str!("../instructions.tsv")).unwrap().len() > 5);
    }
}
