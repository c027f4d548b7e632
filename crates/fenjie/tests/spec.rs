//! Runs the executable specification: every case of `spec/*.md` is one test, named `page/heading`. See `spec/README.md` for the form of a case.

mod projection;

use std::{path::Path, process::ExitCode};

use fenjie_testkit::{Case, read_spec};
use libtest_mimic::{Arguments, Failed, Trial};
use projection::{broken_promises, differences, document, project};
use serde_json::Value;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let cases = read_spec(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let trials: Vec<_> = cases.into_iter().map(|case| Trial::test(case.name.clone(), move || run(&case))).collect();
    // A specification that was not found must not pass for one that holds.
    assert!(trials.len() > 100, "only {} cases in {}", trials.len(), folder.display());
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn run(case: &Case) -> Result<(), Failed> {
    let expected: Value =
        serde_json::from_str(&case.expected).map_err(|error| format!("the expectation is not JSON: {error}"))?;
    let notice = fenjie::parse(&case.notice);
    let found = document(&notice);
    let mut wrong = differences(&expected, &project(&found), "", &|wanted, found| wanted == found);
    wrong.extend(broken_promises(&case.notice, &found));
    if document(&fenjie::parse(&case.notice)) != found {
        wrong.push("parsing twice gives two documents".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
