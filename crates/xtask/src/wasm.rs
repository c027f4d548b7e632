//! Rust for the browser: compiled with the target of rustup where it is installed, else with Debian's compiler, which
//! brings the sources of the standard library. Debian offers the oldest compiler that the project supports, so that it is
//! checked as well; and a standard library compiled for the package leaves out what it does not need.

use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};

const TARGET: &str = "wasm32-unknown-unknown";
/// A crate at a time, and as a wasm alone: where a library for Rust is made as well, all below it is compiled for both, and
/// the wasm is a twentieth larger.
const BUILD: [&str; 6] = ["rustc", "--profile=wasm", "--crate-type=cdylib", "--locked", "--target", TARGET];
const CRATES: [&str; 2] = ["fenjie-wasm", "fenjie-wasm-files"];

const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
/// What every browser of the last years has.
const FEATURES: &str = "-Ctarget-feature=+bulk-memory,+nontrapping-fptoint,+simd128";
/// What level 2 does for speed alone is left out where it weighs more than it gives: vectors and unrolled loops next to
/// nothing, inlining beyond small functions a few hundredths.
const SMALL: &str = "-Cno-vectorize-loops -Cno-vectorize-slp -Cllvm-args=-unroll-threshold=20 \
                     -Cllvm-args=-inline-threshold=25";
/// A panic stops the wasm, and its words, which nobody would see, are left out; so are the places in the code.
const TRIMMED: &str = "-Zbuild-std-features=panic_immediate_abort,optimize_for_size";
const NO_PLACES: &str = "-Zlocation-detail=none";

const COMPILER: [&str; 4] = ["rustc-web", "cargo-web", "libstd-rust-web-dev", "rust-web-src"];
const LINKER: &str = "lld-22";
/// The oldest supported compiler.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Compiles `bindings/wasm` and `bindings/wasm-files`.
pub(crate) fn compile(house: &House) -> Result {
    if has_target(house) {
        println!("with rustup's target: the oldest supported compiler is not checked, and the package is larger");
        return each(|name| {
            let run = house.cargo(BUILD).arguments(["-p", name, "--target-dir=target/wasm"]);
            run.set(FLAGS, &format!("{FEATURES} {SMALL}"))
        });
    }
    if !has_debian() {
        install(house)?;
    }
    let version = debian_version(house)?;
    println!("with Debian's {version}; the oldest supported is {OLDEST}");
    each(|name| with_debian(house, name, is_trimmed(&version)))
}

fn each(run: impl Fn(&str) -> Run) -> Result {
    CRATES.iter().try_fold(Outcome::Passed, |_, name| run(name).show())
}

fn with_debian(house: &House, name: &str, is_trimmed: bool) -> Run {
    // Not the compiler, nor the libraries, of the cargo that runs this.
    let cargo = ["CARGO", "LD_LIBRARY_PATH", "RUSTC_WRAPPER", "RUSTUP_TOOLCHAIN"]
        .into_iter()
        .fold(Run::new("/usr/bin/cargo", &house.root), Run::unset);
    let run = cargo
        .arguments(BUILD)
        .arguments(["-p", name, "-Zbuild-std=std,panic_abort", "--target-dir=target/wasm-debian"])
        .set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
        .set(FLAGS, &format!("{FEATURES} {SMALL} {NO_PLACES}"))
        .set("RUSTC", "/usr/bin/rustc")
        .set("RUSTC_BOOTSTRAP", "1");
    if is_trimmed { run.argument(TRIMMED) } else { run }
}

/// What [`compile`] made of a crate.
pub(crate) fn compiled(house: &House, name: &str) -> PathBuf {
    let folder = if has_target(house) { "target/wasm" } else { "target/wasm-debian" };
    house.root.join(folder).join(TARGET).join(format!("wasm/{name}.wasm"))
}

/// Whether [`compile`] makes it as small as it is handed out.
pub(crate) fn is_small(house: &House) -> bool {
    !has_target(house) && debian_version(house).is_ok_and(|version| is_trimmed(&version))
}

fn debian_version(house: &House) -> Result<String> {
    let version = Run::new("/usr/bin/rustc", &house.root).argument("--version").output()?;
    Ok(version.trim().to_owned())
}

/// Later compilers trim the standard library by other switches.
fn is_trimmed(version: &str) -> bool {
    version.strip_prefix("rustc ").is_some_and(|rest| rest.starts_with(OLDEST))
}

fn has_target(house: &House) -> bool {
    let rustc = Run::new("rustc", &house.root).arguments(["--print", "target-libdir", "--target", TARGET]);
    rustc.output().is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

fn has_debian() -> bool {
    ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/bin/wasm-ld-22", "/usr/lib/rustlib/src/rust/library/std"]
        .iter()
        .all(|path| Path::new(path).exists())
}

fn install(house: &House) -> Result {
    let why = format!("needs `rustup target add {TARGET}`, or Debian's rustc-web");
    let oldest = COMPILER.map(|package| format!("{package}={OLDEST}*"));
    let install = |compiler: &[&str]| apt::install(house, &[&[LINKER], compiler].concat());
    apt::update(house).map_err(|_| why)?;
    install(&oldest.each_ref().map(String::as_str)).or_else(|_| install(&COMPILER))
}
