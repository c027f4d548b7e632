//! Other programs: shown, run, and judged by their exit status.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::outcome::{Outcome, Result};

/// A program to run.
pub(crate) struct Run {
    command: Command,
    shown: String,
}

impl Run {
    pub(crate) fn new(program: &str, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder);
        let name = Path::new(program).file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { command, shown: name }
    }

    pub(crate) fn argument(mut self, word: &str) -> Self {
        self.command.arg(word);
        self.shown.push(' ');
        self.shown += word;
        self
    }

    pub(crate) fn arguments<'a>(self, words: impl IntoIterator<Item = &'a str>) -> Self {
        words.into_iter().fold(self, Self::argument)
    }

    pub(crate) fn set(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self.shown = format!("{name}={value} {}", self.shown);
        self
    }

    pub(crate) fn unset(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it with its output on the screen.
    pub(crate) fn show(mut self) -> Result {
        println!("$ {}", self.shown);
        let status = self.command.status().map_err(|error| format!("{}: {error}", self.shown))?;
        if status.success() { Ok(Outcome::Passed) } else { Err(format!("`{}` ended with {status}", self.shown)) }
    }

    /// Runs it and gives back what it wrote to standard output.
    pub(crate) fn output(mut self) -> Result<String> {
        let output =
            self.command.stderr(Stdio::inherit()).output().map_err(|error| format!("{}: {error}", self.shown))?;
        if !output.status.success() {
            return Err(format!("`{}` ended with {}", self.shown, output.status));
        }
        String::from_utf8(output.stdout).map_err(|_| format!("`{}` wrote something that is not UTF-8", self.shown))
    }

    /// Runs it with its output in a file; whether it ended well.
    pub(crate) fn log(mut self, path: &Path) -> Result<bool> {
        let file = |error| format!("{}: {error}", path.display());
        let out = File::create(path).map_err(file)?;
        let err = out.try_clone().map_err(file)?;
        let status = self.command.stdout(out).stderr(err).status();
        Ok(status.map_err(|error| format!("{}: {error}", self.shown))?.success())
    }

    /// Whether it is there and does as asked, without a word on the screen.
    pub(crate) fn works(mut self) -> bool {
        let status = self.command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    }
}
