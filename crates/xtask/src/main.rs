//! `cargo xtask`: the project's chores, each a list of steps. See `cargo xtask --help`.

mod accuracy;
mod apt;
mod bench;
mod callgrind;
mod command;
mod dist;
mod files;
mod floors;
mod formats;
mod fuzz;
mod growth;
mod house;
mod instructions;
mod lint;
mod npm;
mod outcome;
mod parallel;
mod python;
mod step;
mod survey;
mod table;
mod test;
mod venv;
mod wasm;
mod web;

use std::process::ExitCode;

use house::House;
use step::Job;

/// Every job, in the order in which `ci` does them. A new one is a line here.
const JOBS: [&Job; 7] =
    [&test::JOB, &lint::JOB, &npm::JOB, &accuracy::JOB, &bench::JOB, &instructions::JOB, &dist::JOB];

/// Jobs for a person: figures that want a quiet machine, searches that find more the longer they last, a page that is served until it
/// is ended. `ci` leaves them out.
const ON_DEMAND: [&Job; 4] = [&growth::JOB, &fuzz::JOB, &npm::BENCH, &web::JOB];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    if matches!(name.as_str(), "" | "help" | "-h" | "--help") {
        println!("{}", help());
        return ExitCode::SUCCESS;
    }
    let on_demand = ON_DEMAND.iter().any(|job| job.name == name);
    let jobs = match JOBS.iter().chain(&ON_DEMAND).find(|job| job.name == name) {
        Some(job) => vec![*job],
        None if name == "ci" => JOBS.to_vec(),
        None => return refuse(&format!("there is no job `{name}`")),
    };
    let all = name == "ci";
    if !rest.is_empty() && (all || !jobs[0].takes_arguments) {
        return refuse(&format!("`{name}` takes no arguments"));
    }
    let steps: Vec<_> = jobs.iter().flat_map(|job| job.steps).collect();
    if step::run_all(&steps, &House::find(rest, all), on_demand) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn refuse(reason: &str) -> ExitCode {
    eprintln!("{reason}\n\n{}", help());
    ExitCode::from(2)
}

fn help() -> String {
    let help = |jobs: &[&Job]| jobs.iter().map(|job| job.help()).collect::<String>();
    format!(
        "The project's chores\n\nUsage: cargo xtask JOB\n\nJobs:\n{}  ci        All of these, in this order\n\n{}\n\
         Exit status: 0 when every step passed or was skipped, 1 when one failed.",
        help(&JOBS),
        help(&ON_DEMAND),
    )
}
