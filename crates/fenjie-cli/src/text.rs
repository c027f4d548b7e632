//! `fenjie text`.

use std::io::{self, BufWriter, Write as _};

use crate::args::{TextArgs, TextFormat};
use crate::{Status, batch};

/// Prints what each file holds before anything of it is understood. What the words do not show, `check` says, and the JSON.
pub(crate) fn run(args: &TextArgs) -> io::Result<Status> {
    batch::each(&args.input, |_, document| {
        let mut out = BufWriter::new(io::stdout().lock());
        match args.format {
            TextFormat::Text => out.write_all(document.text.as_bytes())?,
            TextFormat::Json => {
                serde_json::to_writer(&mut out, document)?;
                out.write_all(b"\n")?;
            }
        }
        out.flush()?;
        Ok(Status::Good)
    })
}
