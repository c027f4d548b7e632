//! What the npm package is made with. `cargo xtask npm` runs it.
//!
//! ```text
//! fenjie-wasm-tool glue IN.wasm FOLDER NAME    the JavaScript around the wasm, and the wasm made to fit
//! fenjie-wasm-tool types FILE.rs…              the TypeScript types of the Rust types in these files
//! ```

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

mod glue;
mod types;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().context("glue or types?")?;
    match (command.as_str(), rest) {
        ("glue", [wasm, folder, name]) => glue::write(wasm, folder, name),
        ("types", files) if !files.is_empty() => {
            print!("{}", types::of_files(files)?);
            Ok(())
        }
        _ => bail!("cannot `{}`", arguments.join(" ")),
    }
}
