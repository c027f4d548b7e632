//! `cargo xtask test`: everything that is tested.

use std::fs;

use crate::formats;
use crate::house::House;
use crate::npm;
use crate::outcome::{Outcome, Result};
use crate::python;
use crate::step::{Job, Step};
use crate::web;

pub(crate) const JOB: Job = Job {
    name: "test",
    about: "Run everything that is tested",
    takes_arguments: false,
    steps: &[
        Step { name: "workspace", run: workspace },
        Step { name: "examples", run: examples },
        Step { name: "formats", run: formats::test },
        Step { name: "readme", run: readme },
        Step { name: "python", run: python::test },
        Step { name: "npm", run: npm::test },
        Step { name: "web", run: web::test },
    ],
};

/// Unit, property, specification and fixture tests, and the code in the docs.
fn workspace(house: &House) -> Result {
    house.cargo(["test", "--workspace", "--no-fail-fast"]).show()
}

/// An example of the core and a notice to run it on.
struct Example {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What it must say.
    says: &'static str,
}

const EXAMPLES: [Example; 2] = [
    Example {
        name: "load",
        arguments: &["examples/notices/yunxi-officials.txt"],
        says: "    2           3  市发展改革委",
    },
    Example {
        name: "compare",
        arguments: &["examples/notices/yunxi-officials.txt", "examples/notices/lanjiang-lead-official.txt"],
        says: "  0.71  地区生产总值增长6.5％左右。",
    },
];

/// Runs every example of the core.
fn examples(house: &House) -> Result {
    unlisted(house)?;
    for example in &EXAMPLES {
        let run = house.cargo(["run", "--quiet", "-p", "fenjie", "--example", example.name, "--"]);
        let output = run.arguments(example.arguments.iter().copied()).output()?;
        println!("$ {} {}\n{output}", example.name, example.arguments.join(" "));
        if !output.contains(example.says) {
            return Err(format!("the example `{}` does not say `{}`", example.name, example.says));
        }
    }
    Ok(Outcome::Passed)
}

/// An example that nobody runs is refused.
fn unlisted(house: &House) -> Result<()> {
    let Ok(folder) = fs::read_dir(house.root.join("crates/fenjie/examples")) else { return Ok(()) };
    for path in folder.filter_map(|entry| Some(entry.ok()?.path())) {
        let stem = path.file_stem().unwrap_or_default();
        if !EXAMPLES.iter().any(|example| stem == example.name) {
            return Err(format!("the table of crates/xtask/src/test.rs does not run {}", path.display()));
        }
    }
    Ok(())
}

/// The files whose outlines the README shows.
const SHOWN: [&[&str]; 2] = [
    &["examples/notices/xinling-county.txt"],
    &["--together", "examples/files/notice.html", "examples/files/annex.csv"],
];

/// The README shows what the command says.
fn readme(house: &House) -> Result {
    let readme = fs::read_to_string(house.root.join("README.md")).map_err(|error| format!("README.md: {error}"))?;
    for files in SHOWN {
        let run = house.cargo(["run", "--quiet", "-p", "fenjie-cli", "--", "--lang", "en", "parse"]);
        let outline = run.arguments(files.iter().copied()).output()?;
        let files = files.join(" ");
        if outline.is_empty() || !readme.contains(&outline) {
            return Err(format!("README.md does not show the outline of {files} as it is now:\n{outline}"));
        }
        println!("README.md shows the outline of {files} as it is");
    }
    Ok(Outcome::Passed)
}
