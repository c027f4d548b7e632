//! Tables that go on beside themselves: a list in two halves below the same heads printed twice.

use super::column::{Announced, announced};
use super::head::is_head;
use super::{Cell, ColumnKind};

/// The rows of such a table, the second half below the first; of another one as they are. Each comes with its line.
pub(super) fn unfold(mut rows: Vec<(Vec<Cell>, u32)>) -> Vec<(Vec<Cell>, u32)> {
    let Some(width) = rows.first().and_then(|(head, _)| period(head)) else { return rows };
    let mut halves: Vec<Vec<(Vec<Cell>, u32)>> = Vec::new();
    for (cells, line) in &mut rows {
        // A heading over all columns stands above the first half.
        let mut rest = std::mem::take(cells);
        for half in 0.. {
            let behind = rest.split_off(width.min(rest.len()));
            if halves.len() == half {
                halves.push(Vec::new());
            }
            if rest.iter().any(|cell| !cell.is_empty()) {
                halves[half].push((rest, *line));
            }
            if behind.is_empty() {
                break;
            }
            rest = behind;
        }
    }
    halves.into_iter().flatten().collect()
}

/// After how many columns the heads begin anew, where they do.
fn period(head: &[Cell]) -> Option<usize> {
    let of_task = |kind| matches!(kind, ColumnKind::Number | ColumnKind::Name | ColumnKind::Content);
    let first =
        head.first().and_then(|cell| announced(&cell.text)).and_then(Announced::kind).filter(|&kind| of_task(kind))?;
    let starts = |cell: &Cell| announced(&cell.text).and_then(Announced::kind) == Some(first);
    let width = 1 + head.iter().skip(1).position(starts)?;
    let again = head
        .chunks(width)
        .all(|half| half.iter().map(|cell| &cell.text).eq(head[..width].iter().map(|cell| &cell.text)));
    (width > 1 && again && is_head(&head[..width], false)).then_some(width)
}
