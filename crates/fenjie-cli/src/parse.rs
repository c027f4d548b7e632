//! `fenjie parse`.

use std::io::{self, BufWriter, Write as _};

use fenjie::Notice;
use serde::Serialize;

use crate::args::{Lang, ParseArgs, ParseFormat};
use crate::{Status, batch, outline, screen};

/// A notice's document with the name of its file.
#[derive(Serialize)]
struct Document<'a> {
    file: &'a str,
    #[serde(flatten)]
    notice: &'a Notice,
}

/// Prints each notice.
pub(crate) fn run(args: &ParseArgs, lang: Lang) -> io::Result<Status> {
    let style = outline::Style { lang, width: screen::width(), full: args.full, why: args.why };
    let several = args.input.files.len() > 1 && !args.input.together;
    batch::parsed(&args.input, |name, _, notice| {
        match args.format {
            ParseFormat::Json => write_json(&Document { file: name, notice }, args.pretty)?,
            ParseFormat::Outline => {
                let heading = if several { name } else { "" };
                anstream::stdout().lock().write_all(outline::outline(heading, notice, style).as_bytes())?;
            }
        }
        Ok(Status::Good)
    })
}

fn write_json(document: &Document<'_>, pretty: bool) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if pretty {
        serde_json::to_writer_pretty(&mut out, document)?;
    } else {
        serde_json::to_writer(&mut out, document)?;
    }
    out.write_all(b"\n")?;
    out.flush()
}
