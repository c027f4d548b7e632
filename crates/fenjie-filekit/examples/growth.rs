//! Reads shapes that punish careless readers, so that callgrind can count the instructions of it: `cargo xtask growth`.
//!
//! `growth list` names the shapes, `KIND<tab>SHAPE` a line; `growth KIND SHAPE BYTES` makes one of about so many bytes and reads
//! it: how many bytes it has, how long that took, and what became of it. What is counted is the function `counted`.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use fenjie_filekit::{KINDS, Kind};
use fenjie_files::{Document, Options, read};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["list"] => {
            for kind in KINDS {
                kind.shapes.iter().for_each(|shape| println!("{}\t{}", kind.name, shape.name));
            }
            Ok(())
        }
        [kind, shape, bytes] => {
            let kind = Kind::named(kind).ok_or(format!("there is no kind `{kind}`"))?;
            let shape = kind.shapes.iter().find(|known| known.name == shape);
            let shape = shape.ok_or(format!("there is no shape `{}`", words[1]))?;
            let file = (kind.pack)(&(shape.make)(bytes.parse()?));
            let begin = Instant::now();
            let read = counted(&file);
            let time = begin.elapsed().as_millis();
            let became = read.map_or_else(|error| error.to_string(), |read| format!("{} bytes", read.text.len()));
            println!("{}\t{time} ms\t{became}", file.len());
            Ok(())
        }
        _ => Err("see the head of this file".into()),
    }
}

/// Called by its name: callgrind counts from its call to its return.
#[inline(never)]
fn counted(file: &[u8]) -> Result<Document, fenjie_files::Error> {
    read(black_box(file), "清单", &Options::default())
}
