//! `cargo xtask web`: the page of `examples/web`, built and served on this machine; and its tests, in a real browser.

use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::house::{House, is_ci};
use crate::outcome::{Outcome, Result};
use crate::step::{Job, Step};
use crate::{apt, npm, wasm};

pub(crate) const JOB: Job = Job {
    name: "web",
    about: "Serve the page of examples/web on this machine; what follows is the port",
    takes_arguments: true,
    steps: &[
        Step { name: "wasm", run: wasm::compile },
        Step { name: "npm", run: npm::assemble },
        Step { name: "build", run: build },
        Step { name: "serve", run: serve },
    ],
};

/// Debian's browser, and the characters it shows a notice with.
const BROWSER: [(&str, &str); 2] =
    [("chromium", "/usr/bin/chromium"), ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")];

fn folder(house: &House) -> PathBuf {
    house.root.join("examples/web")
}

/// Puts the page into `target/web`.
fn build(house: &House) -> Result {
    npm::install(house, &folder(house))?;
    script(house, &["run", "build"])
}

/// Until it is told to end.
fn serve(house: &House) -> Result {
    let run = Run::new("node", &folder(house)).argument("serve.js");
    run.arguments(house.arguments.iter().map(String::as_str)).show()
}

/// Types, and what a reader does with the page.
pub(crate) fn test(house: &House) -> Result {
    if !npm::package(house).join("package.json").exists() {
        wasm::compile(house)?;
        npm::assemble(house)?;
    }
    if let Err(why) = browser(house) {
        return if is_ci() { Err(why) } else { Ok(Outcome::Skipped(why)) };
    }
    build(house)?;
    script(house, &["run", "types"])?;
    script(house, &["test"])
}

fn script(house: &House, words: &[&str]) -> Result {
    Run::new("npm", &folder(house)).argument("--silent").arguments(words.iter().copied()).show()
}

/// Installs the browser where it is missing and no other is named.
fn browser(house: &House) -> Result {
    let missing: Vec<_> = BROWSER.iter().filter(|(_, file)| !Path::new(file).exists()).map(|(name, _)| *name).collect();
    if missing.is_empty() || std::env::var_os("CHROMIUM").is_some() {
        return Ok(Outcome::Passed);
    }
    let why = |_| "needs Chromium; the variable CHROMIUM may say where it is".to_owned();
    apt::update(house).map_err(why)?;
    apt::install(house, &missing).map_err(why)
}
