//! `cargo xtask lint`: form, lints, docs, the direction of imports, licences.

use crate::floors::floors;
use crate::formats;
use crate::house::House;
use crate::npm;
use crate::outcome::{Outcome, Result};
use crate::python;
use crate::step::{Job, Step};

pub(crate) const JOB: Job = Job {
    name: "lint",
    about: "Check the form of the code, its lints, its docs and its dependencies",
    takes_arguments: false,
    steps: &[
        Step { name: "format", run: format },
        Step { name: "clippy", run: clippy },
        Step { name: "docs", run: docs },
        Step { name: "floors", run: floors },
        Step { name: "deny", run: deny },
        Step { name: "python", run: python::lint },
        Step { name: "office", run: formats::lint },
        Step { name: "npm", run: npm::lint },
    ],
};

fn format(house: &House) -> Result {
    house.cargo(["fmt", "--all", "--check"]).show()?;
    house.cargo(["fmt", "--manifest-path", "crates/fuzz/Cargo.toml", "--check"]).show()
}

fn clippy(house: &House) -> Result {
    house.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).show()
}

fn docs(house: &House) -> Result {
    house.cargo(["doc", "--workspace", "--lib", "--no-deps"]).set("RUSTDOCFLAGS", "-D warnings").show()
}

/// Licences, doubles and sources. Advisories change from day to day and need the network: they are asked for by hand.
fn deny(house: &House) -> Result {
    if !house.cargo(["deny", "--version"]).works() {
        return Ok(Outcome::Skipped("cargo-deny is not installed".to_owned()));
    }
    house.cargo(["deny", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]).show()
}
