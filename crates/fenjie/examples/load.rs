//! Who carries the most: the units of a notice by the number of tasks they lead.
//!
//! `cargo run -p fenjie --example load -- examples/notices/yunxi-officials.txt`

use std::cmp::Reverse;
use std::{env, error::Error, fs};

use fenjie::Role;

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("usage: load FILE")?;
    let notice = fenjie::parse(&fs::read_to_string(path)?);
    let mut loads: Vec<_> = notice
        .units()
        .map(|unit| (unit.tasks(Role::Lead).count(), unit.tasks(Role::Participant).count(), unit))
        .collect();
    loads.sort_by_key(|&(leads, takes_part, _)| Reverse((leads, takes_part)));
    println!("leads  takes part  unit");
    for (leads, takes_part, unit) in loads.iter().take(10) {
        println!("{leads:5}  {takes_part:10}  {}", unit.name);
    }
    Ok(())
}
