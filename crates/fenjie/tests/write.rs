//! What is written is read as it was meant: text → notice → text → notice.

#[path = "write/model.rs"]
mod model;

use std::fs;
use std::path::Path;

use fenjie::{Notice, parse};
use fenjie_testkit::{Document, Script, scripts};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use model::{differences, sayings};

/// What writing and reading a notice changes; empty where it changes nothing.
fn changes(notice: &Notice) -> Vec<String> {
    let text = notice.to_text();
    let again = parse(&text);
    let mut list = differences(notice, &again);
    let twice = again.to_text();
    if twice != text {
        let line = text.lines().zip(twice.lines()).find(|(a, b)| a != b);
        list.push(format!("written twice, it differs: {line:?}"));
    }
    list
}

fn keeps(script: &Script, noisy: bool) -> Result<(), TestCaseError> {
    let document = if noisy { Document::noisy(script) } else { Document::clean(script) };
    let notice = parse(&document.text);
    let changes = changes(&notice);
    prop_assert!(changes.is_empty(), "{}\n--- written\n{}", changes.join("\n"), notice.to_text());
    Ok(())
}

/// Fewer cases than usual, unless `PROPTEST_CASES` asks for another number.
fn cases() -> ProptestConfig {
    let asked = ProptestConfig { failure_persistence: None, max_shrink_iters: 6000, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { asked } else { ProptestConfig { cases: 128, ..asked } }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_notice_is_written_as_it_was_read(script in scripts()) {
        keeps(&script, false)?;
    }

    #[test]
    fn a_noisy_notice_is_written_as_it_was_read(script in scripts()) {
        keeps(&script, true)?;
    }
}

/// The notices of a folder, by name; none where the folder is not there.
fn notices(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &Path| Some((path.file_name()?.to_string_lossy().into_owned(), fs::read_to_string(path).ok()?));
    paths.iter().filter_map(|path| read(path)).collect()
}

/// How many facts of the notices a round trip keeps; every change is printed.
fn survey(notices: &[(String, String)]) -> Vec<String> {
    let mut changed = Vec::new();
    for (name, text) in notices {
        let notice = parse(text);
        let found = changes(&notice);
        eprintln!("{name}: {} facts, {} changes", sayings(&notice).len(), found.len());
        changed.extend(found.iter().map(|change| format!("{name}: {change}")));
    }
    changed
}

fn workspace() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_examples_are_written_as_they_were_read() {
    let notices = notices(&workspace().join("examples/notices"));
    assert!(notices.len() > 10, "only {} notices", notices.len());
    let changed = survey(&notices);
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn real_notices_are_written_as_they_were_read() {
    let notices = notices(&workspace().join("../shared/corpus"));
    if notices.is_empty() {
        eprintln!("no real notices beside the project: skipped");
    }
    let changed = survey(&notices);
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
