//! The executable specification as data. The form of its pages is defined in `spec/README.md` of the core.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// One case of the specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// `page/heading`.
    pub name: String,
    /// The text to parse.
    pub notice: String,
    /// What it must give, as JSON.
    pub expected: String,
}

/// The cases of every page in the folder `spec`, page by page.
///
/// # Errors
/// Where the folder or a page cannot be read.
pub fn read_spec(spec: &Path) -> io::Result<Vec<Case>> {
    let mut all = vec![];
    for page in pages(spec)? {
        let stem = page.file_stem().unwrap_or_default().to_string_lossy();
        all.extend(cases(&stem, &fs::read_to_string(&page)?));
    }
    Ok(all)
}

fn pages(spec: &Path) -> io::Result<Vec<PathBuf>> {
    let mut pages = fs::read_dir(spec)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md"));
    pages.sort();
    Ok(pages)
}

/// The cases of one page.
///
/// # Panics
/// Where an escape (`⟨U+XXXX⟩`) names no character: the page is wrong, and a case must not run on another text.
pub fn cases(page: &str, text: &str) -> Vec<Case> {
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

#[cfg(test)]
mod tests {
    use super::{Case, cases};

    #[test]
    fn a_case_is_a_notice_and_what_it_gives() {
        let page = "# Page\n\n## one\n```notice\n一、\n甲⟨U+3000⟩乙\n```\nso\n```json\n{}\n```\n```json\n[]\n```\n";
        let case = Case { name: "units/one".into(), notice: "一、\n甲\u{3000}乙".into(), expected: "{}".into() };
        assert_eq!(cases("units", page), [case]);
    }
}
