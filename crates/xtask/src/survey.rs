//! The survey of notices that people have read, from many places: how well each layer is read, and how much of what is
//! wrong is wrong in silence.

use std::path::PathBuf;

use crate::command::Run;
use crate::house::House;
use crate::outcome::Result;
use crate::table::rows;

/// Notices, by what their totals are filed under, and what may be read of them.
struct Survey {
    name: &'static str,
    folder: PathBuf,
    /// The table of its limits: the file's name and its text.
    limits: [&'static str; 2],
}

/// The notices of others, and our own, which are in the same form.
fn surveys(house: &House) -> [Survey; 2] {
    let own = house.root.join("crates/fenjie/tests/annotated");
    [
        Survey { name: "notices", folder: house.shared().join("notices"), limits: NOTICES },
        Survey { name: "annotated", folder: own, limits: ANNOTATED },
    ]
}

const NOTICES: [&str; 2] = ["survey.tsv", include_str!("../survey.tsv")];
const ANNOTATED: [&str; 2] = ["annotated.tsv", include_str!("../annotated.tsv")];

/// A figure of the survey and what it may be.
struct Limit<'a> {
    figure: &'a str,
    is_floor: bool,
    value: f64,
}

/// Prints the surveys; what is below its floor or above its ceiling.
pub(crate) fn survey(house: &House) -> Result<Vec<String>> {
    let [script, command] = [house.shared().join("tools/survey.py"), house.root.join("target/debug/fenjie")];
    let mut beyond = vec![];
    for Survey { name, folder, limits } in surveys(house) {
        let paths = [&script, &command, &folder].map(|path| path.to_string_lossy().into_owned());
        let found = Run::new("python3", &house.root).arguments(paths.iter().map(String::as_str)).output()?;
        println!("{name}\n{found}");
        beyond.extend(self::beyond(&found, &self::limits(limits)?).into_iter().map(|what| format!("{name} {what}")));
    }
    Ok(beyond)
}

fn beyond(found: &str, limits: &[Limit<'_>]) -> Vec<String> {
    let mut beyond = vec![];
    for Limit { figure, is_floor, value } in limits {
        let what = if *is_floor { "below" } else { "above" };
        match crate::accuracy::figure(found, figure).or_else(|| silence(found, figure)) {
            Some(it) if if *is_floor { it >= *value } else { it <= *value } => {}
            Some(it) => beyond.push(format!("{figure}: {it} is {what} {value}")),
            None => beyond.push(format!("{figure}: was not measured")),
        }
    }
    beyond
}

/// A count of the last line: `facts wrong 5, in silence 3; silent documents 0, false alarms 0, of 34 documents`.
fn silence(found: &str, figure: &str) -> Option<f64> {
    let line = found.lines().rev().find(|line| line.starts_with("facts wrong "))?;
    line.split([',', ';']).find_map(|count| count.trim().strip_prefix(figure)?.trim().parse().ok())
}

fn limits([file, table]: [&str; 2]) -> Result<Vec<Limit<'_>>> {
    rows(file, table)?
        .into_iter()
        .map(|[figure, sign, value]| {
            let is_floor = match sign {
                ">=" => true,
                "<=" => false,
                _ => return Err(format!("{file}: `{sign}` is neither `>=` nor `<=`")),
            };
            let value = value.parse().map_err(|_| format!("{file}: `{value}` is no number"))?;
            Ok(Limit { figure, is_floor, value })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: &str = "A wrong   1 silent   1  tasks 0.5\ntasks   F1 0.9000  precision 1.0\n\
        facts wrong 50, in silence 30; silent documents 6, false alarms 0, of 34 documents\n";

    #[test]
    fn figures_are_held_to_their_limits() {
        let held = |table: &str| beyond(FOUND, &limits(["", table]).unwrap()).len();
        assert_eq!(held("tasks\t>=\t0.9\nfacts wrong\t<=\t50\nin silence\t<=\t30\nsilent documents\t<=\t6\n"), 0);
        assert_eq!(held("tasks\t>=\t0.91\nin silence\t<=\t29\nfalse alarms\t<=\t0\nofficials\t>=\t0\n"), 3);
    }

    #[test]
    fn the_table_of_limits_is_well_formed() {
        assert!(limits(NOTICES).unwrap().len() > 10);
        assert!(limits(ANNOTATED).unwrap().len() > 10);
        assert!(limits(["", "tasks\t=\t1"]).is_err());
    }
}
