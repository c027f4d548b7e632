//! `cargo xtask npm`: the npm package, put together in `target/npm/fenjie`.
//!
//! `bindings/wasm` and `bindings/wasm-files` have the Rust side, `bindings/wasm/npm` what is written in TypeScript,
//! `bindings/wasm/tool` what makes the glue between both and the types.

use std::fs;
use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};
use crate::step::{Job, Step};
use crate::wasm;

pub(crate) const JOB: Job = Job {
    name: "npm",
    about: "Make the npm package in target/npm/fenjie",
    takes_arguments: false,
    steps: &[Step { name: "wasm", run: wasm::compile }, Step { name: "npm", run: assemble }],
};

pub(crate) const BENCH: Job = Job {
    name: "npm-bench",
    about: "Compare the speed of the npm package with the core's own",
    takes_arguments: false,
    steps: &[Step { name: "npm-bench", run: bench }],
};

/// The crates that become a wasm, and the names that their modules have in the package.
const MODULES: [(&str, &str); 2] = [("fenjie_wasm", "fenjie"), ("fenjie_wasm_files", "fenjie_files")];

/// Where the types come from, in the order in which they are written.
const TYPES: [&str; 26] = [
    "crates/fenjie/src/model/notice.rs",
    "crates/fenjie/src/model/header.rs",
    "crates/fenjie/src/model/id.rs",
    "crates/fenjie/src/model/part.rs",
    "crates/fenjie/src/model/section.rs",
    "crates/fenjie/src/model/task.rs",
    "crates/fenjie/src/model/unit.rs",
    "crates/fenjie/src/model/target.rs",
    "crates/fenjie/src/model/diagnostic.rs",
    "crates/fenjie/src/model/evidence.rs",
    "crates/fenjie/src/model/block.rs",
    "crates/fenjie/src/coverage.rs",
    "crates/fenjie/src/algebra.rs",
    "crates/fenjie/src/check/codes.rs",
    "crates/fenjie/src/why/mod.rs",
    "crates/fenjie/src/quantity/model.rs",
    "crates/fenjie/src/table/column.rs",
    "crates/fenjie/src/table/mod.rs",
    "bindings/wasm/src/read.rs",
    "bindings/wasm/src/judge.rs",
    "bindings/wasm-base/src/failure.rs",
    "crates/fenjie/src/document.rs",
    "crates/fenjie-files/src/format.rs",
    "crates/fenjie-files/src/error.rs",
    "bindings/wasm-files/src/read.rs",
    "bindings/wasm-files/src/failure.rs",
];

/// The folder of the package's sources.
fn source(house: &House) -> PathBuf {
    house.root.join("bindings/wasm")
}

/// The folder of the finished package.
pub(crate) fn package(house: &House) -> PathBuf {
    house.root.join("target/npm/fenjie")
}

/// Puts the package together out of the compiled wasm.
pub(crate) fn assemble(house: &House) -> Result {
    install(house, &source(house))?;
    let (from, to) = (source(house), package(house));
    clear(&to)?;
    for (file, name) in [
        (from.join("npm/package.json"), "package.json"),
        (from.join("README.md"), "README.md"),
        (house.root.join("CHANGELOG.md"), "CHANGELOG.md"),
        (house.root.join("LICENSE-MIT"), "LICENSE-MIT"),
        (house.root.join("LICENSE-APACHE"), "LICENSE-APACHE"),
    ] {
        copy(&file, &to.join(name))?;
    }
    glue(house)?;
    types(house)?;
    node(house, &["node_modules/typescript/bin/tsc", "--project", "."])?;
    node(house, &["scripts/link.mjs"])?;
    node(house, if wasm::is_small(house) { &["scripts/size.mjs", "--limit"] } else { &["scripts/size.mjs"] })
}

/// The package as its users have it, run by Node.
pub(crate) fn test(house: &House) -> Result {
    wasm::compile(house)?;
    assemble(house)?;
    write_cases(house)?;
    Run::new("npm", &source(house)).arguments(["run", "--silent", "test"]).show()
}

/// Leaves the cases that run through all languages where the tests and the benchmark look for them.
fn write_cases(house: &House) -> std::result::Result<(), String> {
    let cases = house.cargo(["run", "--quiet", "-p", "fenjie-testkit", "--bin", "cases"]).output()?;
    let to = house.root.join("target/npm/cases.jsonl");
    fs::write(&to, cases).map_err(|error| format!("{}: {error}", to.display()))
}

/// Whether package managers and compilers find everything where they look for it.
pub(crate) fn lint(house: &House) -> Result {
    let tarball = tarball(house, &house.root.join("target/npm"))?;
    node(house, &["node_modules/publint/src/cli.js", "--strict", &words(&package(house))])?;
    let attw = "node_modules/@arethetypeswrong/cli/dist/index.js";
    // The wasms are no modules; and the package is for `import` alone.
    let exclude = ["--exclude-entrypoints", "fenjie.wasm", "fenjie_files.wasm"];
    node(house, &[&[attw, &words(&tarball), "--profile=esm-only"], &exclude[..]].concat())
}

/// Leaves the package in `dist/`.
pub(crate) fn pack(house: &House) -> Result {
    let dist = house.root.join("dist");
    fs::create_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    println!("{}", tarball(house, &dist)?.display());
    Ok(Outcome::Passed)
}

fn bench(house: &House) -> Result {
    wasm::compile(house)?;
    assemble(house)?;
    write_cases(house)?;
    house.cargo(["build", "--quiet", "--release", "-p", "fenjie-wasm", "--example", "native"]).show()?;
    node(house, &["bench/speed.mjs", &words(&house.root.join("target/release/examples/native"))])
}

/// The package in one file, in `folder`.
fn tarball(house: &House, folder: &Path) -> Result<PathBuf> {
    wasm::compile(house)?;
    assemble(house)?;
    let pack = Run::new("npm", &package(house)).arguments(["pack", "--silent", "--pack-destination", &words(folder)]);
    Ok(folder.join(pack.output()?.trim()))
}

/// The wasms made small and fast, and the JavaScript around them.
fn glue(house: &House) -> Result {
    clear(&package(house).join("wasm"))?;
    for (from, name) in MODULES {
        module(house, &wasm::compiled(house, from), name)?;
    }
    Ok(Outcome::Passed)
}

fn module(house: &House, raw: &Path, name: &str) -> Result {
    let made = house.root.join("target/npm/glue");
    let optimised = made.join(format!("{name}_bg.opt.wasm"));
    if is_older(&optimised, raw) {
        tool(house, &["glue", &words(raw), &words(&made), name]).show()?;
        let input = words(&made.join(format!("{name}_bg.wasm")));
        // Higher levels make fewer bytes, but such as gzip cannot make smaller; functions of one name stand together, which
        // it can.
        let opt = "node_modules/binaryen/bin/wasm-opt";
        node(house, &[opt, "--reorder-functions-by-name", "-O1", &input, "-o", &words(&optimised)])?;
    }
    let to = package(house).join("wasm");
    for end in ["js", "d.ts"] {
        let file = format!("{name}.{end}");
        copy(&made.join(&file), &to.join(&file))?;
    }
    copy(&optimised, &to.join(format!("{name}_bg.wasm")))
}

/// The types are kept in the repository, so that a change of them is seen; here they are made anew.
fn types(house: &House) -> Result {
    let made = tool(house, &[&["types"], &TYPES[..]].concat()).output()?;
    let kept = source(house).join("npm/src/model.ts");
    if fs::read_to_string(&kept).is_ok_and(|text| text == made) {
        return Ok(Outcome::Passed);
    }
    fs::write(&kept, made).map_err(|error| format!("{}: {error}", kept.display()))?;
    if crate::house::is_ci() {
        return Err("bindings/wasm/npm/src/model.ts is not what the Rust types say; `cargo xtask npm` writes it".into());
    }
    println!("bindings/wasm/npm/src/model.ts has changed with the Rust types");
    Ok(Outcome::Passed)
}

fn tool(house: &House, arguments: &[&str]) -> Run {
    house.cargo(["run", "--quiet", "-p", "fenjie-wasm-tool", "--"]).arguments(arguments.iter().copied())
}

/// Runs node in the folder of the sources.
fn node(house: &House, arguments: &[&str]) -> Result {
    Run::new("node", &source(house)).arguments(arguments.iter().copied()).show()
}

/// Installs what the lock file of a folder says, where it has changed since.
pub(crate) fn install(house: &House, folder: &Path) -> Result {
    let has = |program: &str| Run::new(program, folder).argument("--version").works();
    if !has("node") || !has("npm") {
        apt::update(house).map_err(|_| "needs Node 18 or newer, with npm".to_owned())?;
        apt::install(house, &["nodejs", "npm"])?;
    }
    if is_older(&folder.join("node_modules/.package-lock.json"), &folder.join("package-lock.json")) {
        return Run::new("npm", folder).argument("ci").show();
    }
    Ok(Outcome::Passed)
}

/// Whether `made` is missing, or older than what it is made from.
fn is_older(made: &Path, from: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    changed(made) < changed(from) || !made.exists()
}

fn clear(folder: &Path) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn copy(from: &Path, to: &Path) -> Result {
    fs::copy(from, to).map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))?;
    Ok(Outcome::Passed)
}

fn words(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
