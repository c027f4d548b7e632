//! `cargo xtask wasm`: the core compiles for the browser.
//!
//! With the target of rustup where it is installed, else with Debian's compiler, which brings the sources of the
//! standard library. Debian offers the oldest compiler that the project supports, so that it is checked as well.

use std::path::Path;

use crate::command::Run;
use crate::house::House;
use crate::outcome::Result;
use crate::step::{Job, Step};

pub(crate) const JOB: Job = Job {
    name: "wasm",
    about: "Compile the core for wasm32-unknown-unknown",
    takes_arguments: false,
    steps: &[Step { name: "wasm", run: wasm }],
};

const TARGET: &str = "wasm32-unknown-unknown";
const BUILD: [&str; 7] = ["build", "--release", "-p", "fenjie", "--locked", "--target", TARGET];

const COMPILER: [&str; 4] = ["rustc-web", "cargo-web", "libstd-rust-web-dev", "rust-web-src"];
const LINKER: &str = "lld-22";
/// The oldest supported compiler.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

fn wasm(house: &House) -> Result {
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
    let apt = || Run::new("apt-get", &house.root).set("DEBIAN_FRONTEND", "noninteractive");
    if !apt().argument("--version").works() {
        return Err(format!("needs `rustup target add {TARGET}`, or Debian's rustc-web"));
    }
    apt().argument("update").show()?;
    let oldest = COMPILER.map(|package| format!("{package}={OLDEST}*"));
    let install = || apt().arguments(["install", "-y", "--quiet", "--no-install-recommends", LINKER]);
    install().arguments(oldest.iter().map(String::as_str)).show().or_else(|_| install().arguments(COMPILER).show())
}
