//! Cells → columns, where a row has a cell more or fewer than its header.

use super::fit::Face;
use super::{Column, ColumnKind};

/// Rows beyond this many pairs of cell and column are left as they are: no printed table comes near.
const LIMIT: usize = 1 << 14;

/// Worse than any sum of fits.
const NONE: i32 = i32::MIN / 4;

/// Cells below columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    /// For each cell its column.
    pub(super) places: Vec<usize>,
    /// How well the cells fit there.
    pub(super) score: i32,
}

/// For each cell the column that it belongs below, from left to right; several cells may be parts of one. Null where
/// nothing says it better than the order itself.
///
/// `apart` is what it costs to read a cell as the rest of the one before it.
pub(super) fn align(faces: &[Face<'_>], columns: &[Column], apart: impl Fn(usize) -> i32) -> Option<Aligned> {
    let (m, n) = (faces.len(), columns.len());
    if m == 0 || n == 0 || m * n > LIMIT {
        return None;
    }
    // The cost of leaving out all columns before the j-th.
    let skipped: Vec<i32> = std::iter::once(0)
        .chain(columns.iter().scan(0, |sum, column| {
            *sum += absence(column.kind);
            Some(*sum)
        }))
        .collect();
    let mut from: Vec<Vec<usize>> = Vec::with_capacity(m);
    let mut best: Vec<i32> = Vec::new();
    for (i, face) in faces.iter().enumerate() {
        let mut row = vec![NONE; n];
        let mut parents = vec![usize::MAX; n];
        // The best place of the cell before, left of here, with what lies between left out.
        let (mut left, mut left_at) = (NONE, usize::MAX);
        for j in 0..n {
            let fit = face.fit(columns[j].kind);
            if i == 0 {
                row[j] = fit - skipped[j];
                continue;
            }
            if j > 0 && best[j - 1] + skipped[j] > left {
                (left, left_at) = (best[j - 1] + skipped[j], j - 1);
            }
            let fresh = left - skipped[j];
            let merged = best[j] + fit.clamp(-1, 1) - apart(i);
            if left_at != usize::MAX && fresh + fit >= merged {
                (row[j], parents[j]) = (fresh + fit, left_at);
            } else {
                (row[j], parents[j]) = (merged, j);
            }
        }
        from.push(parents);
        best = row;
    }
    let whole = |j: usize| best[j] - (skipped[n] - skipped[j + 1]);
    let end = (0..n).max_by_key(|&j| (whole(j), std::cmp::Reverse(j)))?;
    let score = whole(end);
    let mut places = vec![end; m];
    for i in (1..m).rev() {
        places[i - 1] = from[i][places[i]];
    }
    Some(Aligned { places, score })
}

/// How well cells fit below the columns in their own order, what is left out taken off.
pub(super) fn in_order(faces: &[Face<'_>], columns: &[Column]) -> i32 {
    let below = |(face, column): (&Face<'_>, &Column)| {
        if face.is_empty() { -absence(column.kind) } else { face.fit(column.kind) }
    };
    faces.iter().zip(columns).map(below).sum()
}

/// What it costs to find nothing below a column: headings are printed once for many rows, numbers hardly ever left out.
pub(super) fn absence(kind: ColumnKind) -> i32 {
    match kind {
        ColumnKind::Category | ColumnKind::Other | ColumnKind::Item => 1,
        ColumnKind::Number | ColumnKind::Content | ColumnKind::Responsible | ColumnKind::Lead => 3,
        _ => 2,
    }
}
