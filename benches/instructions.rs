//! Reads texts so that callgrind can count the instructions of it: `cargo xtask instructions`.
//!
//! `instructions texts FOLDER` writes a text of each layout that is counted into FOLDER, as `LAYOUT.txt`.
//! `instructions READER first|second FILE...` reads the files: with `second` once before as well, without being counted.
//! What is counted is the function `counted`.

use std::collections::HashMap;
use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::{env, fs};

use fenjie_testkit::Layout;

/// The bytes of a text, about.
const SIZE: usize = 256 << 10;

const LAYOUTS: [(&str, Layout); 5] = [
    ("lines", Layout::Lines),
    ("brackets", Layout::Brackets),
    ("tab-tables", Layout::TabTable),
    ("cells-on-lines", Layout::CellsOnLines),
    ("report", Layout::Report),
];

/// What is done with a text; the answer is there so that nothing is left out.
type Reader = fn(&str) -> usize;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["texts", folder] => write(Path::new(folder)),
        [name, which @ ("first" | "second"), ref files @ ..] => {
            let reader = reader(name).ok_or(format!("there is no reader `{name}`"))?;
            let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
            if which == "second" {
                black_box(texts.iter().map(|text| reader(text)).sum::<usize>());
            }
            black_box(counted(reader, &texts));
            Ok(())
        }
        _ => Err("see the head of this file".into()),
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for (name, layout) in LAYOUTS {
        fs::write(folder.join(name).with_extension("txt"), layout.document_of_size(SIZE, 1).text)?;
    }
    // A notice of everyday size, for what only the first parse has to do.
    fs::write(folder.join("short.txt"), Layout::Lines.document_of_size(4 << 10, 1).text)?;
    Ok(())
}

fn reader(name: &str) -> Option<Reader> {
    Some(match name {
        "fenjie" => |text| fenjie::parse(text).tasks.len(),
        "comrak" => |text| {
            let arena = comrak::Arena::new();
            comrak::parse_document(&arena, text, &comrak::Options::default()).descendants().count()
        },
        "pulldown-cmark" => |text| pulldown_cmark::Parser::new(text).count(),
        "script" => script,
        _ => return None,
    })
}

/// Called by its name: callgrind counts from its call to its return.
#[inline(never)]
fn counted(reader: Reader, texts: &[String]) -> usize {
    texts.iter().map(|text| reader(black_box(text))).sum()
}

/// What somebody in a hurry would write: lines, labels in a hash map, names split at their marks.
fn script(text: &str) -> usize {
    let labels: HashMap<&str, bool> =
        [("责任单位", true), ("责任部门", true), ("牵头单位", true), ("配合单位", false), ("完成时限", false)].into();
    let mut tasks: Vec<(String, Vec<String>)> = vec![];
    for line in text.lines() {
        let line = line.trim();
        let labelled = line.split_once('：').or_else(|| line.split_once(':'));
        match labelled.and_then(|(label, rest)| Some((*labels.get(label)?, rest))) {
            Some((_, rest)) => {
                if let Some((_, names)) = tasks.last_mut() {
                    names.extend(rest.split(['、', '，', ',']).map(str::to_owned));
                }
            }
            None if !line.is_empty() => tasks.push((line.to_owned(), vec![])),
            None => {}
        }
    }
    tasks.iter().map(|(_, names)| names.len()).sum()
}
