//! `spec/targets.md`, case by case.

use std::fmt::Write as _;

use super::super::{Context, TargetReading};
use super::read;

const PAGE: &str = include_str!("../../../../spec/targets.md");

/// A sentence and the lines that it must give.
struct Case<'a> {
    line: usize,
    sentence: &'a str,
    targets: Vec<&'a str>,
}

fn cases() -> Vec<Case<'static>> {
    let mut cases: Vec<Case<'static>> = Vec::new();
    for (line, words) in PAGE.lines().enumerate() {
        if let Some(sentence) = words.strip_prefix("> ") {
            cases.push(Case { line: line + 1, sentence, targets: Vec::new() });
        } else if let (Some(target), Some(case)) = (words.strip_prefix("- "), cases.last_mut()) {
            case.targets.push(target);
        }
    }
    cases
}

/// A reading in the words of the page.
fn written(text: &str, target: &TargetReading) -> String {
    let number = |value: Option<rust_decimal::Decimal>| value.map(|value| value.normalize().to_string());
    let word = |value: &dyn erased::Word| value.word();
    let mut value = number(target.value).unwrap_or("-".into());
    if let Some(max) = number(target.value_max) {
        write!(value, "..{max}").unwrap();
    }
    let measure = target.measure.as_deref().unwrap_or("-");
    let mut line = format!(
        "{} | {} {value} {measure} {}",
        target.indicator.of(text),
        word(&target.comparator),
        word(&target.kind)
    );
    let mut fields = Vec::new();
    fields.extend(target.strength.map(|strength| format!("strength={}", word(&strength))));
    fields.extend(target.due.as_ref().map(|due| {
        format!("due={}→{}", &text[due.words.clone()], due.date.map_or("-".into(), |date| date.to_string()))
    }));
    fields.extend(number(target.base).map(|base| format!("base={base}")));
    fields.extend(target.reference.clone().map(|range| format!("reference={}", &text[range])));
    fields.extend(target.within.map(|within| format!("within={}", within + 1)));
    if !fields.is_empty() {
        write!(line, " | {}", fields.join(" ")).unwrap();
    }
    line
}

mod erased {
    /// A plain enum by its name in JSON.
    pub(super) trait Word {
        fn word(&self) -> String;
    }

    impl<T: serde::Serialize> Word for T {
        fn word(&self) -> String {
            serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
        }
    }
}

#[test]
fn the_page_holds() {
    let context = Context { from: Some(2026), to: Some(2026), review: false };
    let mut failures = String::new();
    for case in cases() {
        let found: Vec<String> =
            read(case.sentence, &context).iter().map(|target| written(case.sentence, target)).collect();
        let wanted: &[&str] = if case.targets == ["none"] { &[] } else { &case.targets };
        if found != wanted {
            let _ = writeln!(failures, "line {}: {}\n  want {wanted:#?}\n  got {found:#?}", case.line, case.sentence);
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_case_says_what_it_gives() {
    let cases = cases();
    assert!(cases.len() > 100, "only {} cases were found", cases.len());
    for case in cases {
        assert!(!case.targets.is_empty(), "line {}: no targets and no `none`", case.line);
    }
}
