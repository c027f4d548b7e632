//! Makes the tables by which the words of `src/vocabulary/data` are found, so that no program has to make them when it
//! starts. A fault of the data fails the build with its file, its line and its word.

mod data;
mod index;

use std::path::{Path, PathBuf};
use std::{env, fs};

use data::{Format, List};

fn main() {
    let folder = Path::new("src/vocabulary/data");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed={}", folder.display());
    match written(folder) {
        Ok(code) => save(&code),
        Err(fault) => println!("cargo::error=src/vocabulary/data/{fault}"),
    }
}

fn save(code: &str) {
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).expect("Cargo says where to");
    fs::write(folder.join("tables.rs"), code).expect("Cargo's folder can be written");
}

/// The tables of all files, as Rust: a module for each list.
fn written(folder: &Path) -> Result<String, String> {
    let mut lists = vec![];
    for file in files(folder)? {
        let text = fs::read_to_string(folder.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        lists.extend(data::read(&file, &text, Format::of(&file))?);
    }
    let mut code = String::new();
    for list in &lists {
        code += &module(list)?;
    }
    code += "#[cfg(test)]\npub(crate) static ALL: &[(&str, &Words, fn(usize) -> Vec<&'static str>)] = &[\n";
    for List { name, .. } in &lists {
        let row = format!("(\"{name}\", &{name}::WORDS, |class| {name}::CLASSES[class].0.to_vec()),\n");
        code += &row;
    }
    code += "];\n";
    Ok(code)
}

/// The names of the files, in order.
fn files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn module(list: &List) -> Result<String, String> {
    let classes = &list.classes;
    let columns = classes.first().map_or(0, |class| class.columns.len());
    let classes: Vec<_> = classes.iter().map(|class| format!("({:?}, {:?})", class.columns, class.place)).collect();
    let entries: Vec<_> = list.words.iter().map(|word| format!("({:?}, {})", word.text, word.class)).collect();
    Ok(format!(
        "pub(crate) mod {} {{\nuse super::Words;\npub(crate) static WORDS: Words = {};\n\
         pub(crate) const CLASSES: [([&str; {columns}], &str); {}] = [{}];\n\
         pub(crate) const LIST: [(&str, u16); {}] = [{}];\n}}\n",
        list.name,
        index::tables(list)?,
        classes.len(),
        classes.join(", "),
        entries.len(),
        entries.join(", "),
    ))
}
