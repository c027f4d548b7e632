//! Runs the executable specification: every case of `spec/*.md` is one test, named `page/heading`. See `spec/README.md` for the form of a case.

mod projection;

use std::{path::Path, process::ExitCode};

use fenjie_testkit::{Case, read_spec};
use libtest_mimic::{Arguments, Failed, Trial};
use projection::{broken_promises, differences, document, project};
use serde_json::Value;

/// Cases whose document has a doubt that they do not name: the case is to name it, or the reader not to raise it. The list
/// only gets shorter.
const DOUBTED: [&str; 17] = [
    "diagnostics/a label without its colon",
    "header/the printing line in two lines",
    "header/whose place it is where nobody signs",
    "header/two bodies that sign",
    "not-notices/a truncated notice",
    "not-notices/brackets that never close",
    "not-notices/separators alone",
    "officials/two names in one label",
    "officials/a long name behind a label",
    "reports/livelihood items behind a report",
    "tables/a category whose cell is left out",
    "tables/a heading behind a table",
    "tables/a row a line between spaces, its header behind other words",
    "tables/a row a line that lacks the cell of its group, leads and participants in one column",
    "tables/the money of the year's plan",
    "text-as-it-comes/a web site's own numbered legend",
    "text-as-it-comes/links of a web page behind the tasks",
];

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
    if expected["diagnostics"].is_null() {
        // A doubt that the case does not speak of is a defect of the case or of the reader. Notes may go unnamed.
        let severe = notice.diagnostics.iter().filter(|it| it.severity != fenjie::Severity::Note);
        let unnamed: Vec<String> =
            severe.map(|it| format!("not named: {} at {:?}: {}", it.code, it.span, it.message)).collect();
        match DOUBTED.contains(&&*case.name) {
            true if unnamed.is_empty() => wrong.push("no doubt is left: take it off the list DOUBTED".to_owned()),
            true => {}
            false => wrong.extend(unnamed),
        }
    }
    if document(&fenjie::parse(&case.notice)) != found {
        wrong.push("parsing twice gives two documents".to_owned());
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
