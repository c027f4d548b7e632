//! Reads shapes that punish careless readers, so that callgrind can count the instructions of it: `cargo xtask growth`.
//!
//! `growth write FOLDER BYTES...` makes every shape of about so many bytes, for each of these, as `KIND: SHAPE.BYTES` in FOLDER.
//! `growth read FILE...` reads files: how many bytes each has, how long that took, and what became of it. What is counted is the
//! function `counted`, which is called once for each.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use fenjie_filekit::KINDS;
use fenjie_files::{Document, Options, read};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder, ref sizes @ ..] => write(Path::new(folder), sizes),
        ["read", ref paths @ ..] => {
            for path in paths {
                let file = fs::read(path)?;
                let begin = Instant::now();
                let read = counted(&file);
                let time = begin.elapsed().as_millis();
                let became = read.map_or_else(|error| error.to_string(), |read| format!("{} bytes", read.text.len()));
                println!("{path}\t{}\t{time} ms\t{became}", file.len());
            }
            Ok(())
        }
        _ => Err("see the head of this file".into()),
    }
}

fn write(folder: &Path, sizes: &[&str]) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for kind in KINDS {
        for shape in kind.shapes {
            for size in sizes {
                let file = (kind.pack)(&(shape.make)(size.parse()?));
                fs::write(folder.join(format!("{}: {}.{size}", kind.name, shape.name)), file)?;
            }
        }
    }
    Ok(())
}

/// Called by its name: callgrind counts from its call to its return.
#[inline(never)]
fn counted(file: &[u8]) -> Result<Document, fenjie_files::Error> {
    read(black_box(file), "清单", &Options::default())
}
