//! `cargo xtask fuzz`: the targets of `crates/fuzz`, each for some seconds.

use std::fs;
use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};
use crate::parallel;
use crate::step::{Job, Step};

pub(crate) const JOB: Job = Job {
    name: "fuzz",
    about: "Try random inputs: `fuzz [TARGET...] [--seconds N]`, all targets and 10 unless told otherwise; `fuzz --seeds`",
    takes_arguments: true,
    steps: &[Step { name: "fuzz", run: fuzz }],
};

const FOLDER: &str = "crates/fuzz";

/// Of `cargo fuzz`.
const VERSION: &str = "0.13.2";

/// Bytes of an input, seconds for it and megabytes of memory. Nothing that is read takes as much.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=2048"];

/// What is asked of a run.
#[derive(Debug, PartialEq)]
struct Wanted {
    /// All where none is named.
    targets: Vec<String>,
    seconds: u32,
    /// Whether no more than the seeds are wanted.
    seeds: bool,
}

impl Wanted {
    fn of(words: &[String]) -> Result<Self> {
        let mut wanted = Self { targets: vec![], seconds: 10, seeds: false };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--seeds" => wanted.seeds = true,
                "--seconds" => {
                    let seconds = words.next().and_then(|seconds| seconds.parse().ok());
                    wanted.seconds = seconds.ok_or("`--seconds` wants a number behind it")?;
                }
                word if word.starts_with('-') => return Err(format!("there is no option `{word}`")),
                target => wanted.targets.push(target.to_owned()),
            }
        }
        Ok(wanted)
    }
}

fn fuzz(house: &House) -> Result {
    let wanted = Wanted::of(&house.arguments)?;
    let targets = targets(house, &wanted)?;
    seeds(house)?;
    if wanted.seeds {
        return Ok(Outcome::Passed);
    }
    tool(house)?;
    build(house)?;
    println!("{:<12} {:>12} {:>10} {:>8}", "target", "executions", "a second", "crashes");
    let done = parallel::each(&targets, |target| {
        let done = run(house, target, wanted.seconds);
        if let Ok(done) = &done {
            println!("{}", done.line());
        }
        done
    });
    let done = done.into_iter().collect::<Result<Vec<_>>>()?;
    let crashes: Vec<String> = done.iter().filter_map(|done| done.crash(house)).collect();
    if crashes.is_empty() { Ok(Outcome::Passed) } else { Err(crashes.join("\n")) }
}

/// The targets that are wanted, in the order of their names.
fn targets(house: &House, wanted: &Wanted) -> Result<Vec<String>> {
    let is_target = |path: &Path| path.extension().is_some_and(|it| it == "rs");
    let paths = crate::files::files(&house.root.join(FOLDER).join("targets"), is_target)?;
    let all: Vec<String> =
        paths.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    match wanted.targets.iter().find(|target| !all.contains(target)) {
        Some(unknown) => Err(format!("there is no target `{unknown}`; there are {}", all.join(", "))),
        None if wanted.targets.is_empty() => Ok(all),
        None => Ok(wanted.targets.clone()),
    }
}

/// What is made anew by each run, and what a target found.
fn place(house: &House, what: &str) -> PathBuf {
    house.root.join("target/fuzz").join(what)
}

fn seeds(house: &House) -> Result {
    let folder = place(house, "seeds").to_string_lossy().into_owned();
    house.cargo(["run", "--quiet", "-p", "fenjie-filekit", "--example", "seeds", "--", &folder]).show()
}

/// `cargo fuzz`, and the compiler of C++ that its runtime is built with.
fn tool(house: &House) -> Result {
    if !Run::new("c++", &house.root).argument("--version").works() {
        apt::update(house)?;
        apt::install(house, &["g++"])?;
    }
    if house.cargo(["fuzz", "--version"]).works() {
        return Ok(Outcome::Passed);
    }
    house.cargo(["install", "--locked", "cargo-fuzz", "--version", VERSION]).show()
}

/// Builds all targets. No sanitizer: there is no `unsafe` of ours, and it would take twice the time.
fn build(house: &House) -> Result {
    let folder = place(house, "").to_string_lossy().into_owned();
    let run = house.cargo(["fuzz", "build", "--fuzz-dir", FOLDER, "--sanitizer", "none", "--codegen-units", "16"]);
    let run = run.arguments(["--target-dir", &folder]);
    // The flags that count which branches are taken are not stable.
    run.set("RUSTC_BOOTSTRAP", "1").show()
}

/// How a target ended.
struct Done {
    target: String,
    log: String,
}

fn run(house: &House, target: &str, seconds: u32) -> Result<Done> {
    let program = program(house, target)?;
    let [corpus, artifacts] = ["corpus", "artifacts"].map(|what| place(house, what).join(target));
    for folder in [&corpus, &artifacts, &place(house, "logs")] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut run = Run::new(&program, &house.root).arguments(LIMITS).argument("-print_final_stats=1");
    run = run
        .argument(&format!("-max_total_time={seconds}"))
        .argument(&format!("-artifact_prefix={}/", artifacts.display()));
    if let Some(words) = dictionary(house, target) {
        run = run.argument(&format!("-dict={}", words.display()));
    }
    let seeds = place(house, "seeds").join(target);
    let log = place(house, "logs").join(format!("{target}.txt"));
    run.arguments([&*corpus.to_string_lossy(), &*seeds.to_string_lossy()]).log(&log)?;
    let log = fs::read(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    Ok(Done { target: target.to_owned(), log: String::from_utf8_lossy(&log).into_owned() })
}

/// Where the program of a target was built: in the folder of whatever machine this is.
fn program(house: &House, target: &str) -> Result<String> {
    let folders = crate::files::files(&place(house, ""), Path::is_dir)?;
    let program = folders.iter().map(|folder| folder.join("release").join(target)).find(|path| path.is_file());
    program.map(|path| path.to_string_lossy().into_owned()).ok_or_else(|| format!("`{target}` was not built"))
}

/// The words that belong to a target, where there are any: those of the genre are among its seeds.
fn dictionary(house: &House, target: &str) -> Option<PathBuf> {
    const OF: [(&str, &str); 8] = [
        ("docx", "office"),
        ("xlsx", "office"),
        ("odt", "opendocument"),
        ("ods", "opendocument"),
        ("doc", "records"),
        ("xls", "records"),
        ("page", "pdf"),
        ("quantities", "parse"),
    ];
    let name = OF.iter().find(|(of, _)| *of == target).map_or(target, |(_, name)| name);
    let own = house.root.join(FOLDER).join("dictionaries").join(format!("{name}.dict"));
    [own, place(house, "seeds").join(format!("{name}.dict"))].into_iter().find(|path| path.is_file())
}

impl Done {
    /// A figure among those that libFuzzer gives at the end.
    fn figure(&self, name: &str) -> &str {
        let line = self.log.lines().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name)?.strip_prefix(':'));
        line.map_or("-", str::trim)
    }

    fn line(&self) -> String {
        let [count, speed] = ["number_of_executed_units", "average_exec_per_sec"].map(|name| self.figure(name));
        format!("{:<12} {count:>12} {speed:>10} {:>8}", self.target, u32::from(self.input().is_some()))
    }

    /// The input that broke it.
    fn input(&self) -> Option<&str> {
        self.log.lines().find_map(|line| line.split_once("Test unit written to ")).map(|(_, path)| path.trim())
    }

    /// What went wrong, and how to see it again.
    fn crash(&self, house: &House) -> Option<String> {
        let is_reason = |line: &&str| line.contains("panicked at") || line.contains("ERROR: libFuzzer");
        let reason = || self.log.lines().skip_while(|line| !is_reason(line)).take(2).collect::<Vec<_>>().join(" ");
        let whole = self.figure("number_of_executed_units") != "-";
        match self.input() {
            Some(input) => {
                let program = program(house, &self.target).unwrap_or_default();
                Some(format!("{}: {}\n  again: {program} {input}", self.target, reason()))
            }
            None if whole => None,
            None => Some(format!("{}: it did not run to its end: {}", self.target, reason())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Done, Wanted};

    #[test]
    fn targets_and_seconds_are_told_apart() {
        let wanted = |words: &[&str]| Wanted::of(&words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>());
        let targets = vec!["pdf".to_owned(), "doc".to_owned()];
        assert_eq!(wanted(&["pdf", "--seconds", "60", "doc"]), Ok(Wanted { targets, seconds: 60, seeds: false }));
        assert!(wanted(&["--seeds"]).unwrap().seeds);
        assert!(wanted(&["--seconds"]).is_err() && wanted(&["--second", "6"]).is_err());
    }

    #[test]
    fn a_log_gives_the_figures_and_the_input_that_broke_it() {
        let log = "thread panicked at a.rs:1:2:\nno\nartifact_prefix='x/'; Test unit written to x/crash-1\n\
                   stat::number_of_executed_units: 120\nstat::average_exec_per_sec:     40\n";
        let done = Done { target: "pdf".to_owned(), log: log.to_owned() };
        assert_eq!(done.line(), "pdf                   120         40        1");
        assert_eq!(done.input(), Some("x/crash-1"));
    }
}
