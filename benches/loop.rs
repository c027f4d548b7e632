//! Parses the files named as arguments once for every line of its input, and answers each with the nanoseconds that took.
//!
//! A benchmark of another language runs it beside itself, in turns, so that both meet the same machine.

use std::error::Error;
use std::hint::black_box;
use std::io::{self, BufRead as _};
use std::time::Instant;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let texts = env::args().skip(1).map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    for line in io::stdin().lock().lines() {
        line?;
        let begin = Instant::now();
        for text in &texts {
            drop(black_box(fenjie::parse(black_box(text))));
        }
        println!("{}", begin.elapsed().as_nanos());
    }
    Ok(())
}
