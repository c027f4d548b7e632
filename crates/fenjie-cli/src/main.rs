//! The command `fenjie`: reads notices from files and shows, checks or converts them.

mod args;
mod batch;
mod check;
mod explain;
mod figure;
mod fmt;
mod outline;
mod parse;
mod quantities;
mod read;
mod screen;
mod snippet;
mod summary;
mod text;
mod why;
mod words;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;

use crate::args::{Args, Command};

/// How a run ended, the worst of its files. The numbers are the exit statuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Everything was read, and nothing was found that should stop anybody.
    Good = 0,
    /// `check` found errors, or what `--deny` names; `fmt` found a text that is not canonical, or no notice.
    Found = 1,
    /// A file could not be read.
    Failed = 2,
}

fn main() -> ExitCode {
    let args = Args::parse();
    args.color.write_global();
    let lang = args.lang.unwrap_or_else(args::Lang::of_environment);
    let result = match &args.command {
        Command::Parse(options) => parse::run(options, lang),
        Command::Check(options) => check::run(options, lang),
        Command::Fmt(options) => fmt::run(options, lang),
        Command::Text(options) => text::run(options),
        Command::Quantities(options) => quantities::run(options),
        Command::Explain(options) => explain::run(options, lang),
    };
    match result {
        Ok(status) => ExitCode::from(status as u8),
        // Whoever reads the output has seen enough (`fenjie … | head`).
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            screen::complain("standard output", &error);
            ExitCode::from(Status::Failed as u8)
        }
    }
}
