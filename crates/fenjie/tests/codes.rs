//! Every diagnostic's own example gives it, and the specification has a case that does and one that does not.

use std::path::Path;

use fenjie::{Code, Severity, explain, parse};
use fenjie_testkit::read_spec;

/// The codes that a text can give; the others say something of a file.
fn of_text() -> impl Iterator<Item = Code> {
    Code::ALL.iter().copied().filter(|code| !matches!(code, Code::HiddenCells | Code::UnreadPart))
}

#[test]
fn an_example_gives_what_it_is_an_example_of() {
    for code in of_text() {
        let found = parse(explain(code).example).diagnostics;
        let given = found.iter().any(|found| found.code == code);
        assert!(given, "{code}: {found:#?}");
    }
}

#[test]
fn an_example_holds_no_other_error() {
    for &code in Code::ALL {
        let found = parse(explain(code).example).diagnostics;
        let other = found.iter().find(|found| found.severity == Severity::Error && found.code != code);
        assert_eq!(other, None, "in the example of {code}");
    }
}

/// The rows of the table below a heading of `spec/diagnostics.md`.
fn rows<const CELLS: usize>(heading: &str) -> Vec<[&'static str; CELLS]> {
    let page = include_str!("../spec/diagnostics.md");
    let (_, table) = page.split_once(heading).expect("the page has the table");
    let table = table.split("\n## ").next().unwrap_or(table);
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let cells = |line: &'static str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    rows.map(|row| cells(row).try_into().expect("a cell for each head")).collect()
}

#[test]
fn the_specification_has_a_case_for_and_against_every_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let cases = read_spec(&folder).expect("the specification is there");
    let case = |name: &str| cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case is {name}"));
    // The case has to speak of diagnostics, and to say what is found.
    let gives = |name: &str, code: &str| {
        let case = case(name);
        let found = parse(&case.notice).diagnostics.iter().any(|found| found.code.as_str() == code);
        let expected: serde_json::Value = serde_json::from_str(&case.expected).expect("cases expect JSON");
        let codes = expected["diagnostics"].as_array().unwrap_or_else(|| panic!("{name} expects no diagnostics"));
        assert_eq!(codes.iter().any(|expected| expected == code), found, "{name}: {code}");
        found
    };
    // Code, case that gives it, case that does not.
    let rows: Vec<[&str; 3]> = rows("## every code");
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), of_text().map(Code::as_str).collect::<Vec<_>>());
    for [code, given, silent] in rows {
        assert!(gives(given, code), "{given} does not give {code}");
        assert!(!gives(silent, code), "{silent} gives {code}");
    }
}

#[test]
fn the_specification_says_how_severe_a_doubt_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let cases = read_spec(&folder).expect("the specification is there");
    for [name, severities] in rows::<2>("## how severe a doubt is") {
        let case = cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case is {name}"));
        let found = parse(&case.notice).diagnostics.into_iter().filter(|found| found.code == Code::DoubtfulReading);
        let found: Vec<String> = found.map(|found| format!("{:?}", found.severity).to_lowercase()).collect();
        assert_eq!(found.join(", "), severities, "{name}");
    }
}
