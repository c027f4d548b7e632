//! `sum-mismatch`: the figures of a row do not add up to the total printed in it.

use rust_decimal::Decimal;

use crate::model::{Allocation, CellState, Code, Diagnostic, Notice, Span};

pub(super) fn check(notice: &mut Notice) {
    let rows = notice.allocations.chunk_by(is_one_row);
    let found: Vec<Diagnostic> = rows.filter_map(|row| mismatch(row, &notice.source)).collect();
    notice.diagnostics.extend(found);
}

/// Rows of the same name follow each other seldom, and then on another line.
fn is_one_row(a: &Allocation, b: &Allocation) -> bool {
    a.text == b.text && a.item == b.item && a.total == b.total && a.measure == b.measure && a.span.start <= b.span.start
}

fn mismatch(row: &[Allocation], source: &str) -> Option<Diagnostic> {
    let total = row.first()?.total?;
    let is_share = |allocation: &Allocation| {
        let words = source.get(allocation.span.range()).unwrap_or_default();
        words.contains(['%', '％', '‰']) || allocation.measure.as_deref().is_some_and(is_rate)
    };
    let given = || row.iter().filter(|allocation| allocation.state == CellState::Given);
    if given().count() == 0 || given().any(|allocation| allocation.value.is_none()) || row.iter().any(is_share) {
        return None;
    }
    let sum = given().filter_map(|allocation| allocation.value).try_fold(Decimal::ZERO, Decimal::checked_add)?;
    if sum == total {
        return None;
    }
    let name = row[0].item.as_deref().unwrap_or(&row[0].text);
    let missing = row.iter().filter(|allocation| allocation.state == CellState::Missing).count();
    let help = (missing > 0).then(|| format!("{missing} of its cells are not there"));
    let (sum, total) = (sum.normalize(), total.normalize());
    Some(Diagnostic {
        help,
        ..Diagnostic::of(
            Code::SumMismatch,
            row.iter().map(|allocation| allocation.span).reduce(Span::hull)?,
            format!("the parts of `{name}` add up to {sum}, but the total is {total}"),
            format!("“{name}”各分项之和为{sum}，合计为{total}"),
        )
    })
}

/// Shares and averages do not add up.
fn is_rate(measure: &str) -> bool {
    measure.contains(['%', '％', '‰', '率', '比'])
        || measure.contains("百分")
        || measure.contains("人均")
        || measure.starts_with('每')
}
