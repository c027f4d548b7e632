//! Rust for the browser: compiled with the target of rustup where it is installed, else with Debian's compiler, which
//! brings the sources of the standard library. Debian offers the oldest compiler that the project supports, so that it is
//! checked as well.

use std::path::{Path, PathBuf};

use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};

const TARGET: &str = "wasm32-unknown-unknown";
const BUILD: [&str; 7] = ["build", "--profile=wasm", "-p", "fenjie-wasm", "--locked", "--target", TARGET];

const COMPILER: [&str; 4] = ["rustc-web", "cargo-web", "libstd-rust-web-dev", "rust-web-src"];
const LINKER: &str = "lld-22";
/// The oldest supported compiler.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// Compiles `bindings/wasm`.
pub(crate) fn compile(house: &House) -> Result {
    if has_target(house) {
        println!("with rustup's target; the oldest supported compiler is not checked");
        return house.cargo(BUILD).argument("--target-dir=target/wasm").show();
    }
    if !has_debian() {
        install(house)?;
    }
    let version = Run::new("/usr/bin/rustc", &house.root).argument("--version").output()?;
    println!("with Debian's {}; the oldest supported is {OLDEST}", version.trim());
    // Not the compiler, nor the libraries, of the cargo that runs this.
    let cargo = ["CARGO", "LD_LIBRARY_PATH", "RUSTC_WRAPPER", "RUSTUP_TOOLCHAIN"]
        .into_iter()
        .fold(Run::new("/usr/bin/cargo", &house.root), Run::unset);
    cargo
        .arguments(BUILD)
        .arguments(["-Zbuild-std=std,panic_abort", "--target-dir=target/wasm-debian"])
        .set("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-22")
        .set("RUSTC", "/usr/bin/rustc")
        .set("RUSTC_BOOTSTRAP", "1")
        .show()
}

/// What [`compile`] made.
pub(crate) fn compiled(house: &House) -> PathBuf {
    let folder = if has_target(house) { "target/wasm" } else { "target/wasm-debian" };
    house.root.join(folder).join(TARGET).join("wasm/fenjie_wasm.wasm")
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
    let install = |compiler: &[&str]| apt_install(house, &[&[LINKER], compiler].concat());
    apt_update(house).map_err(|_| why)?;
    install(&oldest.each_ref().map(String::as_str)).or_else(|_| install(&COMPILER))
}

/// Looks up what Debian has now.
pub(crate) fn apt_update(house: &House) -> Result {
    if !apt(house).argument("--version").works() {
        return Err("there is no apt-get".to_owned());
    }
    apt(house).argument("update").show()
}

/// Installs packages of Debian.
pub(crate) fn apt_install(house: &House, packages: &[&str]) -> Result {
    let words = ["install", "-y", "--quiet", "--no-install-recommends"];
    apt(house).arguments(words).arguments(packages.iter().copied()).show()?;
    Ok(Outcome::Passed)
}

fn apt(house: &House) -> Run {
    Run::new("apt-get", &house.root).set("DEBIAN_FRONTEND", "noninteractive")
}
