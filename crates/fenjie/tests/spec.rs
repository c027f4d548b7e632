//! Runs the executable specification: every case of `spec/*.md` is one test, named `page/heading`. See `spec/README.md` for the form of a case.

mod projection;

use std::{fs, path::Path, process::ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use projection::{broken_promises, differences, document, project};
use serde_json::Value;

/// One case of the specification.
struct Case {
    name: String,
    notice: String,
    expected: String,
}

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec");
    let mut trials = vec![];
    for page in pages(&folder) {
        let text = fs::read_to_string(&page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
        let stem = page.file_stem().unwrap_or_default().to_string_lossy();
        for case in cases(&stem, &text) {
            trials.push(Trial::test(case.name.clone(), move || run(&case)));
        }
    }
    // A specification that was not found must not pass for one that holds.
    assert!(trials.len() > 100, "only {} cases in {}", trials.len(), folder.display());
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn pages(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut pages: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md"));
    pages.sort();
    pages
}

/// Reads the cases of a page.
fn cases(page: &str, text: &str) -> Vec<Case> {
    let mut cases = vec![];
    let (mut heading, mut fence, mut body) = ("", None::<&str>, vec![]);
    let mut notice = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), fence) {
            (Some(info), None) => fence = Some(info.trim()),
            (Some(_), Some(info)) => {
                let content = std::mem::take(&mut body).join("\n");
                match info {
                    "notice" => notice = Some(unescape(&content)),
                    "json" => {
                        if let Some(notice) = notice.take() {
                            cases.push(Case { name: format!("{page}/{heading}"), notice, expected: content });
                        }
                    }
                    _ => {}
                }
                fence = None;
            }
            (None, Some(_)) => body.push(line),
            (None, None) if line.starts_with('#') => heading = line.trim_start_matches('#').trim(),
            (None, None) => {}
        }
    }
    cases
}

/// Puts the characters back that `⟨U+XXXX⟩` stands for.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("⟨U+") {
        let after = &rest[start + "⟨U+".len()..];
        let escaped = after.find('⟩').and_then(|end| {
            let character = char::from_u32(u32::from_str_radix(&after[..end], 16).ok()?)?;
            Some((character, &after[end + '⟩'.len_utf8()..]))
        });
        let (character, tail) = escaped.unwrap_or_else(|| panic!("not an escape: {}", &rest[start..]));
        out.push_str(&rest[..start]);
        out.push(character);
        rest = tail;
    }
    out + rest
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
