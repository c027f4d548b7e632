//! The tables of what a figure may be, beside this crate's `Cargo.toml`: a row a line, tabs between the cells, `#` before a remark.

use crate::outcome::Result;

/// The rows of the table `name`, each of `N` cells.
pub(crate) fn rows<'a, const N: usize>(name: &str, table: &'a str) -> Result<Vec<[&'a str; N]>> {
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        cells.try_into().map_err(|_| format!("{name}: `{row}` has not {N} cells"))
    })
    .collect()
}
