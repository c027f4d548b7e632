//! What is written is read as it was meant, for the notices of the examples and for real ones.

#[path = "properties/written.rs"]
mod written;

use std::fs;
use std::path::{Path, PathBuf};

use fenjie::{ArcStr, Notice, parse};

use written::{changes, sayings};

/// The notices of a folder, by name; none where the folder is not there.
fn notices(folder: &Path) -> Vec<(String, String)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &Path| Some((path.file_name()?.to_string_lossy().into_owned(), fs::read_to_string(path).ok()?));
    paths.iter().filter_map(|path| read(path)).collect()
}

/// Every change that a round trip makes to the notices.
fn changed(notices: &[(String, String)]) -> Vec<String> {
    let mut changed = Vec::new();
    for (name, text) in notices {
        let notice = parse(text);
        let found = changes(&notice);
        eprintln!("{name}: {} facts, {} changes", sayings(&notice).len(), found.len());
        changed.extend(found.iter().take(12).map(|change| format!("{name}: {change}")));
    }
    changed
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_examples_are_written_as_they_were_read() {
    let notices = notices(&workspace().join("examples/notices"));
    assert!(notices.len() > 10, "only {} notices", notices.len());
    let changed = changed(&notices);
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn real_notices_are_written_as_they_were_read() {
    let notices = notices(&workspace().join("../shared/corpus"));
    if notices.is_empty() {
        eprintln!("no real notices beside the project: skipped");
    }
    let changed = changed(&notices);
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

/// The form needs no source: what a document says is written from its tables alone.
#[test]
fn a_notice_without_its_source_is_written_as_it_was_read() {
    for folder in ["examples/notices", "../shared/corpus"] {
        for (name, text) in notices(&workspace().join(folder)) {
            let notice = Notice { source: ArcStr::default(), ..parse(&text) };
            let found = changes(&notice);
            assert!(found.is_empty(), "{name}: {}", found.join("\n"));
        }
    }
}
