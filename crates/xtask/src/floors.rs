//! A step of `cargo xtask lint`: in the core, no room imports from its own floor or one above. ARCHITECTURE.md says why.

use std::fs;
use std::path::{Path, PathBuf};

use crate::house::House;
use crate::outcome::{Outcome, Result};

/// The rooms of the core, floor by floor from the ground.
const FLOORS: [&[&str]; 9] = [
    &["error", "model"],
    &["document", "integrity", "options", "position", "relations", "text", "vocabulary"],
    &["calendar"],
    &["coverage", "phrase", "printed", "quantity"],
    &["outline"],
    &["algebra", "evidence", "table", "why"],
    &["reading"],
    &["check", "write"],
    &["parse"],
];

/// Files that are above all floors, or no part of the house.
const OUTSIDE: [&str; 2] = ["lib", "testing"];

pub(crate) fn floors(house: &House) -> Result {
    let source = house.root.join("crates/fenjie/src");
    let mut files = vec![];
    collect(&source, &mut files)?;
    let mut wrong = vec![];
    for file in &files {
        let inside = file.strip_prefix(&source).unwrap_or(file);
        let room = inside.iter().next().map(Path::new).and_then(Path::file_stem).unwrap_or_default().to_string_lossy();
        if OUTSIDE.contains(&room.as_ref()) {
            continue;
        }
        // Tests come in from the street.
        if inside.iter().any(|part| Path::new(part).file_stem().is_some_and(|stem| stem == "tests")) {
            continue;
        }
        let Some(floor) = floor(&room) else {
            wrong.push(format!("`{room}` has no floor in crates/xtask/src/floors.rs"));
            continue;
        };
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let upwards = imports(&text).into_iter().filter(|name| *name != room && self::floor(name) >= Some(floor));
        let front = imports(&text).into_iter().filter(|name| name.starts_with(char::is_uppercase));
        wrong.extend(front.map(|name| format!("{} takes `{name}` from the front door", inside.display())));
        wrong.extend(upwards.map(|name| format!("{} imports from `{name}`, which is not below it", inside.display())));
    }
    println!("{} files look only downwards", files.len());
    if wrong.is_empty() { Ok(Outcome::Passed) } else { Err(wrong.join("\n")) }
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// The names straight behind `crate::`, outside of comments and of the tests at a file's end.
fn imports(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let uses = code.match_indices("crate::").filter(|&(at, _)| {
        let line = code[..at].rsplit('\n').next().unwrap_or_default();
        !line.trim_start().starts_with("//")
    });
    uses.flat_map(|(at, path)| names(&code[at + path.len()..])).collect()
}

/// The name at the start, or those in the braces there.
fn names(path: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    match path.strip_prefix('{').and_then(|list| list.split('}').next()) {
        Some(list) => list.split(',').map(|item| item.trim().split(|c| !is_name(c)).next().unwrap_or("")).collect(),
        None => vec![path.split(|c| !is_name(c)).next().unwrap_or("")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_import() {
        let text = "use crate::{Options, check, text::lines};\n// crate::lib\nfn f() { crate::reading::go() }\n";
        assert_eq!(imports(text), ["Options", "check", "text", "reading"]);
    }
}
