//! Virtual environments of Python: made when they are missing, and filled again when the list of what they hold has changed.

use std::fs;
use std::path::PathBuf;

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::{Outcome, Result};

/// A virtual environment.
pub(crate) struct Venv {
    /// The folder in which its programs run.
    pub(crate) folder: &'static str,
    /// The list there of what it holds.
    pub(crate) requirements: &'static str,
    /// Where it is kept.
    pub(crate) place: &'static str,
}

impl Venv {
    /// Makes it and installs what is listed, where that has not been done.
    pub(crate) fn fill(&self, house: &House) -> Result {
        let requirements = house.root.join(self.folder).join(self.requirements);
        let listed =
            fs::read_to_string(&requirements).map_err(|error| format!("{}: {error}", requirements.display()))?;
        let installed = house.root.join(self.place).join("installed.txt");
        let is_filled = fs::read_to_string(&installed).is_ok_and(|installed| installed == listed);
        if is_filled && self.program(house, "python").exists() {
            return Ok(Outcome::Passed);
        }
        self.make(house)?;
        let quietly = ["install", "--quiet", "--disable-pip-version-check", "-r", self.requirements];
        self.run(house, "pip").arguments(quietly).show()?;
        fs::write(&installed, listed).map_err(|error| format!("{}: {error}", installed.display()))?;
        Ok(Outcome::Passed)
    }

    fn make(&self, house: &House) -> Result {
        let root = self.root(house);
        let make = || Run::new("python3", &house.root).arguments(["-m", "venv", &root.to_string_lossy()]);
        if make().works() {
            return Ok(Outcome::Passed);
        }
        // Debian keeps what it needs in a package of its own.
        apt::update(house).map_err(|_| "needs Python 3.10 or newer with `python3 -m venv`".to_owned())?;
        apt::install(house, &["python3-venv"])?;
        make().show()
    }

    /// One of its programs, run in its folder.
    pub(crate) fn run(&self, house: &House, name: &str) -> Run {
        Run::new(&self.program(house, name).to_string_lossy(), &house.root.join(self.folder))
    }

    /// Where one of its programs is.
    pub(crate) fn program(&self, house: &House, name: &str) -> PathBuf {
        self.root(house).join("bin").join(name)
    }

    pub(crate) fn root(&self, house: &House) -> PathBuf {
        house.root.join(self.place).join("venv")
    }
}
