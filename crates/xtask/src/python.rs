//! Steps about the Python package: build the wheel, test it as installed, lint its code.
//!
//! Everything happens in a virtual environment below `target`, made when it is missing and filled again when the list of
//! what it holds has changed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};

/// The package's folder.
const FOLDER: &str = "bindings/python";

/// What the virtual environment holds beside the wheel.
const REQUIREMENTS: &str = "requirements-test.txt";

/// The stubs, which are made from the compiled code and kept beside it.
const STUBS: &str = "python/fenjie/_fenjie.pyi";

/// Builds the wheel into `dist/`.
pub(crate) fn wheel(house: &House) -> Result {
    fill_venv(house)?;
    let dist = house.root.join("dist");
    // Of other versions; pip would not know which one is meant.
    for old in wheels(&dist) {
        fs::remove_file(&old).map_err(|error| format!("{}: {error}", old.display()))?;
    }
    let python = tool(house, "python");
    let build = maturin(house).arguments(["build", "--release", "--locked", "--interpreter"]);
    build.argument(&python.to_string_lossy()).arguments(["--out", "../../dist"]).show()
}

/// Installs the wheel and tests it, also against what the core reads.
pub(crate) fn test(house: &House) -> Result {
    install(house)?;
    let cases = house.cargo(["run", "--quiet", "-p", "fenjie-testkit", "--bin", "cases"]).output()?;
    let path = place(house, "cases.jsonl");
    fs::write(&path, cases).map_err(|error| format!("{}: {error}", path.display()))?;
    in_venv(house, "pytest").argument("--quiet").set("FENJIE_CASES", &path.to_string_lossy()).show()
}

/// Form, lints and types of the Python code, and stubs that fit the compiled code.
pub(crate) fn lint(house: &House) -> Result {
    install(house)?;
    stubs(house)?;
    in_venv(house, "ruff").argument("check").show()?;
    in_venv(house, "ruff").arguments(["format", "--check"]).show()?;
    in_venv(house, "mypy").arguments(["python", "tests", "benches"]).show()?;
    let stubtest = in_venv(house, "stubtest").argument("fenjie");
    stubtest.arguments(["--mypy-config-file", "pyproject.toml", "--allowlist", "tests/stubtest.txt"]).show()
}

/// Makes the stubs anew and compares them with those that are there.
fn stubs(house: &House) -> Result {
    let made = place(house, "stubs");
    let generate = maturin(house).arguments(["generate-stubs", "--profile", "release", "--locked", "--out"]);
    generate.argument(&made.to_string_lossy()).show()?;
    let there = house.root.join(FOLDER).join(STUBS);
    let made = made.join(STUBS.trim_start_matches("python/"));
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    if read(&made)? == read(&there)? {
        return Ok(Outcome::Passed);
    }
    Err(format!("{} are not the stubs of the code; {} are", there.display(), made.display()))
}

/// Puts the wheel of the code as it is into the virtual environment.
fn install(house: &House) -> Result {
    wheel(house)?;
    let [wheel] = &wheels(&house.root.join("dist"))[..] else { return Err("dist/ has not one wheel".to_owned()) };
    let pip = in_venv(house, "pip").arguments(["install", "--quiet", "--force-reinstall", "--no-deps"]);
    pip.argument(&wheel.to_string_lossy()).show()
}

/// Makes the virtual environment and installs what is listed, where that has not been done.
fn fill_venv(house: &House) -> Result {
    let requirements = house.root.join(FOLDER).join(REQUIREMENTS);
    let listed = fs::read_to_string(&requirements).map_err(|error| format!("{}: {error}", requirements.display()))?;
    let installed = place(house, "installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == listed) && tool(house, "python").exists() {
        return Ok(Outcome::Passed);
    }
    make_venv(house)?;
    let pip =
        in_venv(house, "pip").arguments(["install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]);
    pip.show()?;
    fs::write(&installed, listed).map_err(|error| format!("{}: {error}", installed.display()))?;
    Ok(Outcome::Passed)
}

fn make_venv(house: &House) -> Result {
    let venv = place(house, "venv");
    let make = || Run::new("python3", &house.root).arguments(["-m", "venv", &venv.to_string_lossy()]);
    if make().works() {
        return Ok(Outcome::Passed);
    }
    // Debian keeps what it needs in a package of its own.
    apt::update(house).map_err(|_| "needs Python 3.10 or newer with `python3 -m venv`".to_owned())?;
    apt::install(house, &["python3-venv"])?;
    make().show()
}

/// A program of the virtual environment, run in the package's folder.
fn in_venv(house: &House, name: &str) -> Run {
    Run::new(&tool(house, name).to_string_lossy(), &house.root.join(FOLDER))
}

/// Maturin, which asks rustup and cargo for itself.
fn maturin(house: &House) -> Run {
    in_venv(house, "maturin").set("VIRTUAL_ENV", &place(house, "venv").to_string_lossy())
}

fn tool(house: &House, name: &str) -> PathBuf {
    place(house, "venv/bin").join(name)
}

fn place(house: &House, name: &str) -> PathBuf {
    house.root.join("target/python").join(name)
}

fn wheels(dist: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dist).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "whl")).collect()
}
