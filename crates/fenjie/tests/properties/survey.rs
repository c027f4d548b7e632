//! What is still misread, by kind of difference, with a smallest notice of each: a list to work from.
//!
//! `cargo test --release -p fenjie --test properties survey -- --ignored --nocapture`

use std::collections::BTreeMap;

use fenjie_testkit::{Layout, Noise, scripts};
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

use super::shares::{faults, notice_of};
use super::{Treated, differences};

/// How many notices are counted, and how many are tried for a smallest one.
const NOTICES: u64 = 400;

/// Counts over clean and noisy notices of the layout `FENJIE_LAYOUT`, from the seed `FENJIE_SEED` on.
pub(crate) fn survey() {
    let asked = std::env::var("FENJIE_LAYOUT").unwrap_or_default();
    let layout = Layout::ALL.into_iter().find(|layout| format!("{layout:?}") == asked).unwrap_or_default();
    for noisy in [false, true] {
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        let mut right = 0;
        let from = super::asked_seed().unwrap_or(0);
        for seed in (0..NOTICES).map(|at| from.wrapping_add(at)) {
            let mut found: Vec<String> =
                faults(&notice_of(layout, seed, noisy)).iter().map(|line| kind(line)).collect();
            found.sort();
            found.dedup();
            right += usize::from(found.is_empty());
            for kind in found {
                *kinds.entry(kind).or_default() += 1;
            }
        }
        println!("{layout:?}, {}: {right} of {NOTICES} read as meant", if noisy { "noisy" } else { "clean" });
        for (kind, count) in kinds {
            println!("\n## {kind}: {count} notices");
            smallest(layout, &kind, noisy);
        }
    }
}

/// `task 3 (1) units: expected …` is of the kind `task units`.
fn kind(line: &str) -> String {
    let head = line.split(": ").next().unwrap_or_default();
    match head.strip_prefix("task ") {
        Some(task) => format!("task {}", task.rsplit(") ").next().unwrap_or_default()),
        None => head.to_owned(),
    }
}

fn smallest(layout: Layout, of: &str, noisy: bool) {
    let config = ProptestConfig { cases: 200, failure_persistence: None, max_shrink_iters: 8000, ..Default::default() };
    let result = TestRunner::new(config).run(&scripts(), |script| {
        let treatment = if noisy { Noise::new(&script) } else { Noise::default() };
        let treated = Treated { document: layout.document(&script, &treatment), noise: treatment };
        let found = differences(&treated);
        let here = found.iter().any(|line| kind(line) == of);
        prop_assert!(!here, "{}\n{}", found.join("\n"), treated.document.text);
        Ok(())
    });
    if let Err(TestError::Fail(reason, _)) = result {
        println!("{}", reason.message());
    }
}
