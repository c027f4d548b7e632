//! What is still misread, by kind of difference, with a smallest notice of each: a list to work from.
//!
//! `cargo test --release -p fenjie --test properties survey -- --ignored --nocapture`

use std::collections::BTreeMap;

use fenjie_testkit::{Document, Script, scripts};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestError, TestRunner};

use super::{differences, document, gaps, left_out};

/// How many notices are counted, and how many are tried for a smallest one.
const NOTICES: u64 = 400;

/// Counts over clean and noisy notices. Known gaps are left out unless `FENJIE_EVERY_FORM` is set.
pub(crate) fn survey() {
    for noisy in [false, true] {
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        let (mut right, mut tried) = (0, 0);
        for seed in 0..NOTICES {
            let Some(found) = kinds_of(&Script::from_seed(seed), noisy) else { continue };
            tried += 1;
            right += usize::from(found.is_empty());
            for kind in found {
                *kinds.entry(kind).or_default() += 1;
            }
        }
        println!("{} notices: {right} of {tried} read as meant", if noisy { "noisy" } else { "clean" });
        for (kind, count) in kinds {
            println!("\n## {kind}: {count} notices");
            smallest(&kind, noisy);
        }
    }
}

/// The kinds of differences; nothing where the notice is left out.
fn kinds_of(script: &Script, noisy: bool) -> Option<Vec<String>> {
    let document = document(script, noisy);
    if left_out(&document) {
        return None;
    }
    let mut kinds: Vec<String> = differences(&document).iter().map(|line| kind(line)).collect();
    kinds.sort();
    kinds.dedup();
    Some(kinds)
}

/// `task 3 (1) units: expected …` is of the kind `task units`.
fn kind(line: &str) -> String {
    let head = line.split(": ").next().unwrap_or_default();
    match head.strip_prefix("task ") {
        Some(task) => format!("task {}", task.rsplit(") ").next().unwrap_or_default()),
        None => head.to_owned(),
    }
}

fn smallest(of: &str, noisy: bool) {
    let config = ProptestConfig { cases: 200, failure_persistence: None, max_shrink_iters: 8000, ..Default::default() };
    let result = TestRunner::new(config).run(&scripts(), |script| {
        let document = document(&script, noisy);
        let found = differences(&document);
        let here = found.iter().any(|line| kind(line) == of) && !left_out(&document);
        prop_assert!(!here, "{}\n{}", found.join("\n"), document.text);
        Ok(())
    });
    if let Err(TestError::Fail(reason, _)) = result {
        println!("{}", reason.message());
    }
}

/// Whether some small notice that has this gap and no other is misread.
pub(crate) fn is_open(name: &str) -> bool {
    let mut runner = TestRunner::deterministic();
    let alone = |document: &Document| gaps(document).map(|gap| gap.name).eq([name]);
    (0..4000).any(|at| {
        let Ok(tree) = scripts().new_tree(&mut runner) else { return false };
        let document = document(&tree.current(), at % 2 == 1);
        alone(&document) && !differences(&document).is_empty()
    })
}
