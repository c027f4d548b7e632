//! Valgrind's callgrind, which counts the instructions of a program: the same in every run.

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::Result;

/// Why there is no callgrind; nothing where there is, or where it could be installed.
pub(crate) fn lacking(house: &House) -> Option<String> {
    let works = || Run::new("valgrind", &house.root).argument("--version").works();
    if works() {
        return None;
    }
    let installed = apt::update(house).and_then(|_| apt::install(house, &["valgrind"]));
    match installed {
        Ok(_) if works() => None,
        Ok(_) => Some("valgrind does not run here".to_owned()),
        Err(why) => Some(format!("valgrind cannot be had: {why}")),
    }
}

/// How many instructions a program takes in the function `counted`, called with these words, of which the first is its path.
pub(crate) fn counted<'a>(house: &House, function: &str, words: impl IntoIterator<Item = &'a str>) -> Result<u64> {
    let calls = counted_by_call(house, function, words)?;
    Ok(calls.iter().sum())
}

/// The same, call by call.
pub(crate) fn counted_by_call<'a>(
    house: &House,
    function: &str,
    words: impl IntoIterator<Item = &'a str>,
) -> Result<Vec<u64>> {
    // Several programs may be counted at a time.
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let folder = house.root.join(format!("target/callgrind/{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
    let failed = |error| format!("{}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    let run = Run::new("valgrind", &house.root).arguments(["--quiet", "--tool=callgrind"]);
    let run = run.argument(&format!("--callgrind-out-file={}", folder.join("out").display()));
    let run = run.argument(&format!("--toggle-collect={function}")).argument(&format!("--dump-after={function}"));
    run.arguments(words).output()?;
    // `out.1` for the first call and so on; `out`, of what comes behind the last one, is empty.
    let mut calls = vec![];
    while let Ok(counts) = fs::read_to_string(folder.join(format!("out.{}", calls.len() + 1))) {
        calls
            .push(total(&counts).filter(|&count| count > 0).ok_or(format!("callgrind counted nothing of {function}"))?);
    }
    if calls.is_empty() { Err(format!("{function} was not called")) } else { Ok(calls) }
}

/// The sum in callgrind's file.
fn total(counts: &str) -> Option<u64> {
    counts.lines().find_map(|line| line.strip_prefix("totals: ")?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_sum_of_a_count() {
        assert_eq!(total("events: Ir\nsummary: 12\n\ntotals: 243485484\n"), Some(243_485_484));
        assert_eq!(total("events: Ir\n"), None);
    }
}
