//! Steps about the Python package, all in a virtual environment: build the wheel, test it as installed, lint its code.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};
use crate::venv::Venv;

/// The package's folder.
const FOLDER: &str = "bindings/python";

/// Where it is tested and linted.
const VENV: Venv = Venv { folder: FOLDER, requirements: "requirements-test.txt", place: "target/python" };

/// The stubs, which are made from the compiled code and kept beside it.
const STUBS: &str = "python/fenjie/_fenjie.pyi";

/// Builds the wheel into `dist/`.
pub(crate) fn wheel(house: &House) -> Result {
    VENV.fill(house)?;
    let dist = house.root.join("dist");
    // Of other versions; pip would not know which one is meant.
    for old in wheels(&dist) {
        fs::remove_file(&old).map_err(|error| format!("{}: {error}", old.display()))?;
    }
    let python = VENV.program(house, "python");
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

/// A program of the virtual environment, run in the package's folder.
fn in_venv(house: &House, name: &str) -> Run {
    VENV.run(house, name)
}

/// Maturin, which asks rustup and cargo for itself.
fn maturin(house: &House) -> Run {
    in_venv(house, "maturin").set("VIRTUAL_ENV", &VENV.root(house).to_string_lossy())
}

fn place(house: &House, name: &str) -> PathBuf {
    house.root.join(VENV.place).join(name)
}

fn wheels(dist: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dist).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "whl")).collect()
}
