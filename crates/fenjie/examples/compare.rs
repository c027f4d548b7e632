//! What two notices have in common: tasks that say much the same, and units that answer in both.
//!
//! `cargo run -p fenjie --example compare -- examples/notices/yunxi-officials.txt examples/notices/lanjiang-lead-official.txt`

use std::collections::HashSet;
use std::{env, error::Error, fs};

use fenjie::{Notice, Role};

/// How alike two tasks are that are told to the user, from 0 to 1.
const ALIKE: f64 = 0.4;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<_> = env::args().skip(1).collect();
    let [before, after] = paths.as_slice() else { return Err("usage: compare FILE FILE".into()) };
    let (before, after) = (fenjie::parse(&fs::read_to_string(before)?), fenjie::parse(&fs::read_to_string(after)?));
    tasks(&before, &after);
    units(&before, &after);
    Ok(())
}

fn tasks(before: &Notice, after: &Notice) {
    let others: Vec<_> = after.tasks().map(|task| (pairs(&task.text), task)).collect();
    println!("tasks in common");
    for task in before.tasks() {
        let own = pairs(&task.text);
        let scored = others.iter().map(|(pairs, other)| (likeness(&own, pairs), other));
        let Some((likeness, other)) = scored.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        if likeness >= ALIKE {
            println!("  {likeness:.2}  {}\n        {}", task.text, other.text);
        }
    }
}

fn units(before: &Notice, after: &Notice) {
    println!("units in common, and the tasks they lead in each");
    for unit in before.units() {
        if let Some(other) = after.unit(&unit.name) {
            let leads = [unit, other].map(|unit| unit.tasks(Role::Lead).count());
            println!("  {:2}  {:2}  {}", leads[0], leads[1], unit.name);
        }
    }
}

/// Every two characters that stand side by side: what a text has in common with another survives a new figure or order.
fn pairs(text: &str) -> HashSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// Twice what both have, of all they have.
fn likeness(a: &HashSet<(char, char)>, b: &HashSet<(char, char)>) -> f64 {
    let share = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    share(2 * a.intersection(b).count()) / share((a.len() + b.len()).max(1))
}
