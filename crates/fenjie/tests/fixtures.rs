//! Reads the notices of `examples/notices/` and compares each with what a careful reader finds in it (`NAME.json`), printing precision and recall as it goes.
//! `FENJIE_NOTICES=FOLDER` takes the notices from another folder.

mod projection;

use std::path::{Path, PathBuf};
use std::{fmt::Write, fs, process::ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};
use projection::{broken_promises, differences, document, project};
use serde_json::Value;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let examples = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/notices");
    let folder = std::env::var_os("FENJIE_NOTICES").map_or_else(examples, PathBuf::from);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut notices: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    notices.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    notices.sort();
    assert!(
        notices.len() > 10 || std::env::var_os("FENJIE_NOTICES").is_some(),
        "only {} notices in {}",
        notices.len(),
        folder.display()
    );
    let trials = notices.into_iter().map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(name.clone(), move || run(&name, &path))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn run(name: &str, path: &Path) -> Result<(), Failed> {
    let notice = fs::read_to_string(path)?;
    let expected: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("json"))?)?;
    let found = document(&fenjie::parse(&notice));
    let projected = project(&found);
    let mut wrong = differences(&expected, &projected, "", &|wanted, found| fold(wanted) == fold(found));
    if wrong.iter().any(|line| line.starts_with(".tasks: ")) {
        // The whole tables would drown the report: compare the tasks that can be paired.
        wrong.retain(|line| !line.starts_with(".tasks: "));
        wrong.push(format!(".tasks: want {}, got {}", list(&expected, "tasks").len(), list(&projected, "tasks").len()));
        wrong.extend(differences_of_pairs(&expected, &projected));
    }
    wrong.extend(broken_promises(&notice, &found));
    let score = score(&expected, &projected);
    eprintln!("{name}: {score}");
    if wrong.is_empty() { Ok(()) } else { Err(format!("{score}\n{}", wrong.join("\n")).into()) }
}

fn differences_of_pairs(expected: &Value, projected: &Value) -> Vec<String> {
    let (wanted, found) = (list(expected, "tasks"), list(projected, "tasks"));
    let partners = pairs(wanted, found);
    let mut lines = vec![];
    for (at, partner) in partners.iter().enumerate() {
        match partner {
            Some(other) => {
                let path = format!(".tasks[{at}]");
                lines.extend(differences(&wanted[at], &found[*other], &path, &|wanted, found| {
                    fold(wanted) == fold(found)
                }));
            }
            None => lines.push(format!(".tasks[{at}]: not found: {} {}", wanted[at]["number"], wanted[at]["text"])),
        }
    }
    let extra = (0..found.len()).filter(|at| !partners.contains(&Some(*at)));
    lines.extend(extra.map(|at| format!("extra task: {} {}", found[at]["number"], found[at]["text"])));
    lines
}

/// What must not count as a difference: white space, full width, a final full stop.
fn fold(value: &Value) -> Value {
    let Some(text) = value.as_str() else {
        return value.clone();
    };
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    let folded: String = text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    folded.trim_end_matches(['。', '.', ';', ',']).into()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// For each expected task the found one: the one of the same words, else one that begins with them or stands in the same place.
fn pairs(wanted: &[Value], found: &[Value]) -> Vec<Option<usize>> {
    let mut free: Vec<bool> = vec![true; found.len()];
    let same = |a: &Value, b: &Value, keys: &[&str]| keys.iter().all(|&key| key_of(a, key) == key_of(b, key));
    let mut partners = vec![None; wanted.len()];
    for keys in [
        &["text", "number", "official"][..],
        &["text", "number"],
        &["text"],
        &["opening"],
        &["number", "official", "part_kind"],
        &["number", "official"],
    ] {
        for (at, task) in wanted.iter().enumerate() {
            if partners[at].is_none() {
                partners[at] = (0..found.len()).find(|&other| free[other] && same(task, &found[other], keys));
                if let Some(other) = partners[at] {
                    free[other] = false;
                }
            }
        }
    }
    partners
}

/// What a task is recognized by; its opening is the first ten characters of its text.
fn key_of(task: &Value, key: &str) -> Value {
    match (key, fold(&task["text"])) {
        ("opening", Value::String(text)) => text.chars().take(10).collect::<String>().into(),
        _ => fold(&task[key]),
    }
}

/// How many of a kind are right, were found, and should have been.
#[derive(Default)]
struct Tally {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Tally {
    /// Counts the names that two lists share, each as often as both have it.
    fn count(&mut self, wanted: &[Value], found: &[Value]) {
        let mut left: Vec<Value> = found.iter().map(fold).collect();
        self.found += left.len();
        self.wanted += wanted.len();
        for name in wanted.iter().map(fold) {
            if let Some(at) = left.iter().position(|other| *other == name) {
                left.swap_remove(at);
                self.right += 1;
            }
        }
    }

    fn f1(&self) -> f64 {
        let [right, all] =
            [self.right, self.found + self.wanted].map(|count| f64::from(u32::try_from(count).unwrap_or(u32::MAX)));
        if self.found + self.wanted == 0 { 1.0 } else { 2.0 * right / all }
    }
}

/// The F1 of tasks, texts, officials, units and leads.
fn score(expected: &Value, projected: &Value) -> String {
    let (wanted, found) = (list(expected, "tasks"), list(projected, "tasks"));
    let partners = pairs(wanted, found);
    let [mut tasks, mut texts, mut officials, mut units, mut leads] = std::array::from_fn(|_| Tally::default());
    tasks.wanted = wanted.len();
    tasks.found = found.len();
    tasks.right = partners.iter().flatten().count();
    let nothing = Value::Null;
    for (task, partner) in wanted.iter().zip(&partners) {
        let other = partner.map_or(&nothing, |at| &found[at]);
        texts.count(&[task["text"].clone()], other.get("text").map_or(&[], std::slice::from_ref));
        let named =
            |task: &Value| task.get("official").filter(|name| !name.is_null()).cloned().into_iter().collect::<Vec<_>>();
        officials.count(&named(task), &named(other));
        leads.count(list(task, "leads"), list(other, "leads"));
        let all = |task: &Value| [list(task, "leads"), list(task, "participants")].concat();
        units.count(&all(task), &all(other));
    }
    let mut line = String::new();
    for (name, tally) in
        [("tasks", tasks), ("texts", texts), ("officials", officials), ("units", units), ("leads", leads)]
    {
        let _ = write!(line, "{name} {:.3} ({}/{}/{})  ", tally.f1(), tally.right, tally.found, tally.wanted);
    }
    line.trim_end().to_owned()
}
