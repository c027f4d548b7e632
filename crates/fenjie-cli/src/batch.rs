//! One file after the other, with a progress bar when there are many.

use std::io::{self, IsTerminal as _};

use fenjie::{Document, Notice};
use fenjie_files::Options;
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::InputArgs;
use crate::{Status, read, screen};

/// From how many files on there is a progress bar.
const MANY: usize = 8;

/// Reads each file, or all of them as one, and hands what it holds with its name to `show`. A file that cannot be read is
/// complained about, and the others are gone on with.
///
/// # Errors
/// Only what `show` gives.
pub(crate) fn each(
    input: &InputArgs,
    mut show: impl FnMut(&str, &Document) -> io::Result<Status>,
) -> io::Result<Status> {
    let options = Options { encoding: input.encoding.clone(), ..Options::default() };
    if input.together {
        return match read::together(&input.files, &options) {
            Ok(document) => show(&document.files.join(" + "), &document),
            Err((name, failure)) => {
                screen::complain(&name, &failure);
                Ok(Status::Failed)
            }
        };
    }
    let bar = progress_bar(input.files.len());
    let mut worst = Status::Good;
    for path in &input.files {
        let name = read::name(path);
        bar.set_message(screen::clip(&name, 40).into_owned());
        let status = match read::document(path, &options) {
            Ok(document) => bar.suspend(|| show(&name, &document))?,
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

/// The same with what is read of each.
pub(crate) fn parsed(
    input: &InputArgs,
    mut show: impl FnMut(&str, &Document, &Notice) -> io::Result<Status>,
) -> io::Result<Status> {
    each(input, |name, document| match fenjie::parse_document(document, &fenjie::Options::default()) {
        Ok(notice) => show(name, document, &notice),
        Err(error) => {
            screen::complain(name, &error);
            Ok(Status::Failed)
        }
    })
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
