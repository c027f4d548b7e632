//! Writes what fuzzing begins with: `seeds FOLDER` makes a folder of seeds for each target, and a dictionary for `parse`. None
//! of it is kept in the repository, as all of it can be made.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fenjie_filekit::KINDS;

type Done = Result<(), Box<dyn Error>>;

/// How large the shapes are made.
const SIZES: [usize; 2] = [700, 2500];

/// A text that is longer is no seed: a small one is changed more often.
const LONGEST: usize = 4 << 10;

fn main() -> Done {
    let folder = env::args().nth(1).ok_or("the folder is not named")?;
    let folder = Path::new(&folder);
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    shapes(folder)?;
    files(folder, &house)?;
    texts(folder, &house)?;
    dictionary(folder, &house.join("crates/fenjie/src/vocabulary/data"))
}

/// The shapes of every format: for its own target what is packed, for `any` the packed file.
fn shapes(folder: &Path) -> Done {
    for kind in KINDS {
        for shape in kind.shapes {
            for size in SIZES {
                let inner = (shape.make)(size);
                let name = format!("{}-{size}", shape.name.replace(' ', "-"));
                write(folder, kind.name, &name, &inner)?;
                write(folder, "any", &format!("{}-{name}", kind.name), &(kind.pack)(&inner))?;
            }
        }
    }
    Ok(())
}

/// The pages that the tests read, and what `cargo xtask test` made of them.
fn files(folder: &Path, house: &Path) -> Done {
    for within in ["crates/fenjie-files/tests/pages", "examples/files", "target/files"] {
        for path in list(&house.join(within)) {
            let bytes = fs::read(&path)?;
            let target = if path.extension().is_some_and(|it| it == "html") { "html" } else { "any" };
            write(folder, target, &name(&path), &bytes)?;
        }
    }
    Ok(())
}

/// Notices and cases of the specification, as texts and as what is read from them.
fn texts(folder: &Path, house: &Path) -> Done {
    let mut texts = Vec::new();
    for path in list(&house.join("examples/notices")) {
        if path.extension().is_some_and(|it| it == "txt") {
            texts.push((name(&path), fs::read_to_string(&path)?));
        }
    }
    for path in list(&house.join("crates/fenjie/spec")) {
        let page = fs::read_to_string(&path).unwrap_or_default();
        // Every second piece stands between a pair of fences.
        let cases = page.split("\n```").skip(1).step_by(2);
        let cases = cases.filter_map(|case| case.split_once('\n')).map(|(_, case)| case.to_owned());
        texts.extend(cases.enumerate().map(|(at, case)| (format!("{}-{at}", name(&path)), case)));
    }
    for (name, text) in texts.iter().filter(|(_, text)| text.len() <= LONGEST) {
        write(folder, "parse", name, text.as_bytes())?;
        write(folder, "quantities", name, text.as_bytes())?;
        let json = serde_json::to_string(&fenjie::parse(text))?;
        if json.len() <= LONGEST {
            write(folder, "json", name, json.as_bytes())?;
        }
    }
    Ok(())
}

/// The words of the genre, which random bytes never hit upon.
fn dictionary(folder: &Path, data: &Path) -> Done {
    let mut dictionary = String::new();
    for path in list(data) {
        for line in fs::read_to_string(&path)?.lines().filter(|line| !line.starts_with('#')) {
            let word = line.split(['\t', ' ']).next().unwrap_or_default();
            if !word.is_empty() {
                let bytes = word.bytes().fold(String::new(), |mut bytes, byte| {
                    let _ = write!(bytes, "\\x{byte:02x}");
                    bytes
                });
                writeln!(dictionary, "\"{bytes}\"")?;
            }
        }
    }
    fs::write(folder.join("parse.dict"), dictionary)?;
    Ok(())
}

fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(folder: &Path, target: &str, name: &str, bytes: &[u8]) -> Done {
    let folder = folder.join(target);
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(name), bytes)?;
    Ok(())
}
