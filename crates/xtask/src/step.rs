//! Steps: run one after the other, each timed, with a table of them at the end.

use std::time::{Duration, Instant};

use crate::house::House;
use crate::outcome::{Outcome, Result};

/// A job that a person asks for by name.
pub(crate) struct Job {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) takes_arguments: bool,
    pub(crate) steps: &'static [Step],
}

impl Job {
    /// Its lines in the help.
    pub(crate) fn help(&self) -> String {
        let line = format!("  {:<10}{}\n", self.name, self.about);
        let steps: Vec<_> = self.steps.iter().map(|step| step.name).collect();
        if steps.len() == 1 { line } else { format!("{line}  {:<10}({})\n", "", steps.join(", ")) }
    }
}

/// One thing that passes, fails or is skipped.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&House) -> Result,
}

/// Runs the steps; whether none failed. Checks go on after a failure, so that one run tells everything; what builds
/// upon itself ends there.
pub(crate) fn run_all(steps: &[&Step], house: &House, end_at_failure: bool) -> bool {
    let mut table = String::new();
    let mut failed = 0;
    for step in steps {
        if end_at_failure && failed > 0 {
            break;
        }
        println!("\n== {} ==", step.name);
        let begin = Instant::now();
        let (word, note) = match (step.run)(house) {
            Ok(Outcome::Passed) => ("passed", String::new()),
            Ok(Outcome::Skipped(why)) => ("skipped", why),
            Err(what) => {
                failed += 1;
                ("FAILED", what)
            }
        };
        if !note.is_empty() {
            println!("{word}: {note}");
        }
        let first_line = note.lines().next().unwrap_or_default();
        let row = format!("{:<10} {word:<8} {:>8}  {first_line}", step.name, seconds(begin.elapsed()));
        table += row.trim_end();
        table.push('\n');
    }
    println!("\n{:<10} {:<8} {:>8}\n{table}", "step", "result", "time");
    failed == 0
}

fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    if whole < 60 { format!("{:.1} s", time.as_secs_f32()) } else { format!("{} m {:02} s", whole / 60, whole % 60) }
}
