//! `cargo xtask growth`: files that punish careless readers take no more instructions a byte when they are large than when
//! they are small, counted with callgrind.

use std::fs;
use std::path::{Path, PathBuf};

use crate::callgrind;
use crate::command::Run;
use crate::files::files;
use crate::house::House;
use crate::outcome::{Outcome, Result};
use crate::parallel;
use crate::step::{Job, Step};

pub(crate) const JOB: Job = Job {
    name: "growth",
    about: "Count the instructions of hostile files at two sizes, with callgrind; fail where they outgrow the file",
    takes_arguments: true,
    steps: &[Step { name: "growth", run: growth }],
};

/// The sizes of a shape, in bytes.
const SIZES: [u64; 2] = [64 << 10, 512 << 10];

/// How many instructions a byte the large one may take, for each that the small one takes. Sorting takes a little more.
const MOST: f64 = 1.25;

/// No file takes more a byte, however it grows.
const MOST_A_BYTE: u64 = 8000;

/// A shape, and the instructions at each of its sizes.
struct Counted {
    name: String,
    bytes: [u64; 2],
    instructions: [u64; 2],
}

impl Counted {
    fn a_byte(&self, at: usize) -> u64 {
        self.instructions[at] / self.bytes[at].max(1)
    }

    /// How many times more instructions a byte the large one takes.
    #[allow(clippy::cast_precision_loss)] // They are far below.
    fn growth(&self) -> f64 {
        self.instructions[1] as f64 / self.instructions[0] as f64 * self.bytes[0] as f64 / self.bytes[1] as f64
    }

    fn is_within(&self) -> bool {
        self.growth() <= MOST && self.a_byte(1) <= MOST_A_BYTE
    }

    fn line(&self) -> String {
        format!("{:<36} {:>8} {:>8} {:>8.2}", self.name, self.a_byte(0), self.a_byte(1), self.growth())
    }
}

/// How many shapes are counted in one go: a program that is counted is slow to start.
const AT_ONCE: usize = 8;

/// Counts every shape, or those whose names hold a word that was given.
fn growth(house: &House) -> Result {
    if let Some(why) = callgrind::lacking(house) {
        return Ok(Outcome::Skipped(why));
    }
    house.cargo(["build", "--quiet", "--profile", "bench", "-p", "fenjie-filekit", "--example", "growth"]).show()?;
    let shapes = shapes(house)?;
    println!("{:<36} {:>8} {:>8} {:>8}", "instructions a byte", "64 KB", "512 KB", "growth");
    let some: Vec<_> = shapes.chunks(AT_ONCE).collect();
    let counted = parallel::each(&some, |shapes| {
        let counted = count(house, shapes)?;
        for shape in &counted {
            println!("{}", shape.line());
        }
        Ok(counted)
    });
    let counted: Vec<_> = counted.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    let outgrown: Vec<_> = counted.iter().filter(|it| !it.is_within()).map(Counted::line).collect();
    if outgrown.is_empty() {
        Ok(Outcome::Passed)
    } else {
        Err(format!("these outgrow their files:\n{}", outgrown.join("\n")))
    }
}

fn program(house: &House) -> String {
    house.root.join("target/release/examples/growth").to_string_lossy().into_owned()
}

fn folder(house: &House) -> PathBuf {
    house.root.join("target/growth")
}

/// Makes the files of all shapes, and names the shapes that are wanted.
fn shapes(house: &House) -> Result<Vec<String>> {
    let folder = folder(house);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let run = Run::new(&program(house), &house.root).arguments(["write", &folder.to_string_lossy()]);
    run.arguments(SIZES.map(|size| size.to_string()).iter().map(String::as_str)).output()?;
    let is_small = |path: &Path| path.extension().is_some_and(|size| *size == *SIZES[0].to_string());
    let names = files(&folder, is_small)?;
    let names = names.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let is_wanted = |name: &String| house.arguments.iter().any(|word| name.contains(word.as_str()));
    Ok(names.filter(|name| house.arguments.is_empty() || is_wanted(name)).collect())
}

fn count(house: &House, shapes: &[String]) -> Result<Vec<Counted>> {
    let path = |shape: &String, size: u64| folder(house).join(format!("{shape}.{size}")).to_string_lossy().into_owned();
    let paths: Vec<String> = shapes.iter().flat_map(|shape| SIZES.map(|size| path(shape, size))).collect();
    let program = program(house);
    let words = [&*program, "read"].into_iter().chain(paths.iter().map(String::as_str));
    let counts = callgrind::counted_by_call(house, "growth::counted", words)?;
    if counts.len() != paths.len() {
        return Err(format!("{} files were counted of {}", counts.len(), paths.len()));
    }
    let length = |path: &String| fs::metadata(path).map_or(0, |file| file.len());
    let pairs = shapes.iter().zip(paths.chunks(2)).zip(counts.chunks(2));
    let counted = pairs.filter_map(|((shape, paths), counts)| match (paths, counts) {
        ([small, large], &[few, many]) => {
            Some(Counted { name: shape.clone(), bytes: [length(small), length(large)], instructions: [few, many] })
        }
        _ => None,
    });
    Ok(counted.collect())
}

#[cfg(test)]
mod tests {
    use super::Counted;

    fn counted(small: u64, large: u64) -> Counted {
        Counted { name: String::new(), bytes: [100, 800], instructions: [small, large] }
    }

    #[test]
    fn what_grows_with_the_file_is_within_and_no_more() {
        assert!(counted(1000, 8000).is_within());
        assert!(counted(1000, 9900).is_within());
        assert!(!counted(1000, 11_000).is_within());
        assert!(!counted(1_000_000, 8_000_000).is_within());
    }
}
