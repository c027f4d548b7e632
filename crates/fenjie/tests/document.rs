//! A notice as a document: written, read back, and given its text again.

use std::fs;
use std::path::{Path, PathBuf};

use fenjie::{Notice, parse};

/// The example notices.
fn examples() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/notices");
    let paths =
        fs::read_dir(folder).expect("the examples are there").map(|entry| entry.expect("it can be read").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| (path.clone(), fs::read_to_string(path).expect("it is text"))).collect()
}

#[test]
fn a_notice_survives_being_written_and_read() {
    assert!(examples().len() > 3);
    for (path, text) in examples() {
        let notice = parse(&text);
        let json = serde_json::to_string(&notice).unwrap();
        let read: Notice = serde_json::from_str(&json).unwrap();
        let read = read.with_source(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(read, notice, "{}", path.display());
    }
}

#[test]
fn another_text_is_refused() {
    for (path, text) in examples() {
        let refused = |other: String| parse(&text).with_source(other).is_err();
        assert!(refused(text.replace('\n', "\r\n")), "{}", path.display());
        assert!(refused(format!(" {text}")), "{}", path.display());
        assert!(refused("x".repeat(text.len())), "{}", path.display());
    }
}

#[test]
fn a_document_of_another_schema_is_refused() {
    let json = serde_json::to_string(&parse("")).unwrap();
    let other = json.replace(fenjie::SCHEMA, "fenjie.notice/999");
    let error = serde_json::from_str::<Notice>(&other).unwrap_err().to_string();
    assert!(error.contains("fenjie.notice/999") && error.contains(fenjie::SCHEMA), "{error}");
}

#[test]
fn every_line_is_covered() {
    for (path, text) in examples() {
        let coverage = parse(&text).coverage();
        assert_eq!(coverage.total().bytes, text.len() as u64, "{}", path.display());
        assert_eq!(coverage.total().lines, text.lines().count() as u64, "{}", path.display());
    }
}
