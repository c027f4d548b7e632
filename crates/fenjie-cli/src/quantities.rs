//! `fenjie quantities`: a line in, a line of JSON out.

use std::fmt;
use std::io::{self, BufRead as _, BufReader, BufWriter, Write};
use std::path::Path;

use fenjie::quantity::{self, Quantity};
use serde::Serialize;

use crate::args::QuantitiesArgs;
use crate::{Status, read, screen};

/// A quantity with its words.
#[derive(Serialize)]
struct Row<'a> {
    text: &'a str,
    #[serde(flatten)]
    quantity: &'a Quantity,
}

/// Prints the quantities of each line of the files as a JSON array, an empty one where there are none.
pub(crate) fn run(args: &QuantitiesArgs) -> io::Result<Status> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut worst = Status::Good;
    for path in &args.files {
        let status = match read::open(path) {
            Ok(input) => copy(path, BufReader::with_capacity(1 << 16, input), &mut out)?,
            Err(failure) => {
                screen::complain(&read::name(path), &failure);
                Status::Failed
            }
        };
        worst = worst.max(status);
    }
    out.flush()?;
    Ok(worst)
}

/// A line out for every line in, also where it cannot be read, so that the two stay side by side.
fn copy<R: io::Read>(path: &Path, mut input: BufReader<R>, out: &mut impl Write) -> io::Result<Status> {
    let complain = |number: u64, error: &dyn fmt::Display| {
        screen::complain(&format!("{}:{number}", read::name(path)), error);
    };
    let (mut status, mut line) = (Status::Good, Vec::new());
    for number in 1.. {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => {
                if let Err(error) = write_line(&line, out)? {
                    complain(number, &error);
                    status = Status::Failed;
                }
            }
            Err(error) => {
                complain(number, &read::Failure::System(error));
                return Ok(Status::Failed);
            }
        }
        // Whoever writes a line and waits for the answer gets it; whoever writes many is not held up by each.
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    Ok(status)
}

fn write_line(line: &[u8], out: &mut impl Write) -> io::Result<Result<(), fenjie::Error>> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let text = fenjie::decode(line.strip_suffix(b"\r").unwrap_or(line));
    let words = *text.as_ref().unwrap_or(&"");
    let found: Vec<_> = quantity::find_iter(words).collect();
    let rows: Vec<_> = found.iter().map(|quantity| Row { text: quantity.text(words), quantity }).collect();
    serde_json::to_writer(&mut *out, &rows)?;
    out.write_all(b"\n")?;
    Ok(text.map(|_| ()))
}
