//! Packages of Debian, for the steps that need more than Rust.

use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};

/// Looks up what Debian has now.
pub(crate) fn update(house: &House) -> Result {
    if !apt(house).argument("--version").works() {
        return Err("there is no apt-get".to_owned());
    }
    apt(house).argument("update").show()
}

/// Installs packages of Debian.
pub(crate) fn install(house: &House, packages: &[&str]) -> Result {
    let words = ["install", "-y", "--quiet", "--no-install-recommends"];
    apt(house).arguments(words).arguments(packages.iter().copied()).show()?;
    Ok(Outcome::Passed)
}

fn apt(house: &House) -> Run {
    Run::new("apt-get", &house.root).set("DEBIAN_FRONTEND", "noninteractive")
}
