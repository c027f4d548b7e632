//! `cargo xtask bench`: the benchmarks, with criterion's own arguments behind.

use crate::house::House;
use crate::outcome::Result;
use crate::step::{Job, Step};

pub(crate) const JOB: Job = Job {
    name: "bench",
    about: "Run the benchmarks; what follows is criterion's, as in `bench parse/4 --save-baseline before`",
    takes_arguments: true,
    steps: &[Step { name: "bench", run: bench }],
};

/// What `ci` asks of the benchmarks: that each of them runs once. Figures are for a quiet machine.
const ONCE: &str = "--test";

fn bench(house: &House) -> Result {
    let run = house.cargo(["bench", "--package", "fenjie-benches", "--"]);
    let run = if house.all { run.argument(ONCE) } else { run };
    run.arguments(house.arguments.iter().map(String::as_str)).show()
}
