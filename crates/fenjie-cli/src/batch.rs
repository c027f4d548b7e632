//! One file after the other, with a progress bar when there are many.

use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use fenjie::Notice;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Status, read, screen};

/// From how many files on there is a progress bar.
const MANY: usize = 8;

/// Parses each file and hands the notice with its name to `show`. A file that cannot be read is complained about, and the
/// others are gone on with.
///
/// # Errors
/// Only what `show` gives.
pub(crate) fn each(files: &[PathBuf], mut show: impl FnMut(&str, &Notice) -> io::Result<Status>) -> io::Result<Status> {
    let bar = progress_bar(files.len());
    let mut worst = Status::Good;
    for path in files {
        let name = read::name(path);
        bar.set_message(screen::clip(&name, 40).into_owned());
        let status = match read::read(path) {
            Ok(text) => {
                let notice = fenjie::parse(&text);
                bar.suspend(|| show(&name, &notice))?
            }
            Err(failure) => {
                bar.suspend(|| screen::complain(&name, &failure));
                Status::Failed
            }
        };
        worst = worst.max(status);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(worst)
}

fn progress_bar(files: usize) -> ProgressBar {
    if files < MANY || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {eta} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}
