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

fn bench(house: &House) -> Result {
    let run = house.cargo(["bench", "--package", "fenjie-benches", "--"]);
    run.arguments(house.arguments.iter().map(String::as_str)).show()
}
