//! What works on any text: quantities, tables, and the meaning of a code.

use fenjie::{Code, Offsets, Span, quantity, table};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::errors;
use crate::hint::{ExplanationType, GridType, QuantityType, SpanType, Typed};
use crate::plain::{class, code_points, make};
use crate::word::text;

/// The quantities of a text, from left to right: numbers with their comparators and measures, as exact decimals.
///
/// >>> import fenjie
/// >>> fenjie.quantities("新增学位不少于1.2万个")[0]
/// Quantity(text='不少于1.2万个', span=Span(4, 12), number=Span(7, 11), value=Decimal('12000'), value_max=None, comparator='ge', measure='个', kind='cardinal', precision='exact')
#[pyfunction]
pub fn quantities<'py>(py: Python<'py>, text: &str) -> PyResult<Vec<Typed<'py, QuantityType>>> {
    let found: Vec<_> = py.detach(|| quantity::find_iter(text).collect());
    let (class, offsets) = (class(py, "Quantity")?, Offsets::new(text));
    found.iter().map(|quantity| of_quantity(&class, &offsets, text, quantity)).collect()
}

fn of_quantity<'py>(
    class: &Bound<'py, PyAny>,
    offsets: &Offsets,
    source: &str,
    quantity: &quantity::Quantity,
) -> PyResult<Typed<'py, QuantityType>> {
    let py = class.py();
    let fields = (
        quantity.text(source),
        span(py, offsets, quantity.span)?,
        span(py, offsets, quantity.number)?,
        quantity.value.normalize(),
        quantity.value_max.map(|value| value.normalize()),
        text(&quantity.comparator),
        quantity.measure.as_deref(),
        text(&quantity.kind),
        text(&quantity.precision),
    );
    make(class.clone(), fields)
}

/// The tables of a text, from top to bottom, whatever shape they have in it.
///
/// >>> import fenjie
/// >>> grid = fenjie.grids("序号\t工作任务\t责任单位\n1\t新建公园3座\t市城管局\n")[0]
/// >>> [column.kind for column in grid.columns]
/// ['number', 'content', 'responsible']
/// >>> [cell.text for row in grid.body for cell in row.cells]
/// ['1', '新建公园3座', '市城管局']
#[pyfunction]
pub fn grids<'py>(py: Python<'py>, text: &str) -> PyResult<Vec<Typed<'py, GridType>>> {
    let found = py.detach(|| table::grids(text));
    let offsets = Offsets::new(text);
    found.iter().map(|grid| of_grid(py, &offsets, grid)).collect()
}

fn of_grid<'py>(py: Python<'py>, offsets: &Offsets, grid: &table::Grid) -> PyResult<Typed<'py, GridType>> {
    let column = class(py, "Column")?;
    let of_column =
        |found: &table::Column| column.call1((&*found.name, text(&found.kind), span(py, offsets, found.span)?));
    let columns: PyResult<Vec<_>> = grid.columns.iter().map(of_column).collect();
    let rows: PyResult<Vec<_>> = grid.rows.iter().map(|row| of_row(py, offsets, row)).collect();
    make(class(py, "Grid")?, (PyTuple::new(py, columns?)?, PyTuple::new(py, rows?)?))
}

fn of_row<'py>(py: Python<'py>, offsets: &Offsets, row: &table::Row) -> PyResult<Bound<'py, PyAny>> {
    let cell = class(py, "Cell")?;
    let cells: PyResult<Vec<_>> = row
        .cells
        .iter()
        .map(|found| {
            let spans: PyResult<Vec<_>> = found.spans.iter().map(|&place| span(py, offsets, place)).collect();
            cell.call1((&*found.text, PyTuple::new(py, spans?)?))
        })
        .collect();
    let fields = (PyTuple::new(py, cells?)?, row.header, row.printed, span(py, offsets, row.span)?);
    class(py, "GridRow")?.call1(fields)
}

fn span<'py>(py: Python<'py>, offsets: &Offsets, span: Span) -> PyResult<Typed<'py, SpanType>> {
    code_points(py, offsets.code_points(span.start as usize), offsets.code_points(span.end as usize))
}

/// What the code of a diagnostic means, why it matters, and what to do about it. Raises `OptionsError` for an unknown one.
///
/// >>> import fenjie
/// >>> fenjie.explain("sum-mismatch").title_zh
/// '分项之和与合计不符'
#[pyfunction]
#[pyo3(signature = (code: "Code"))]
pub fn explain<'py>(py: Python<'py>, code: &str) -> PyResult<Typed<'py, ExplanationType>> {
    let code: Code = code.parse().map_err(|error: fenjie::UnknownCode| errors::options(py, error.to_string()))?;
    let found = fenjie::explain(code);
    let fields = (
        found.code.as_str(),
        text(&found.severity),
        found.title,
        found.title_zh,
        found.text,
        found.text_zh,
        found.example,
    );
    make(class(py, "Explanation")?, fields)
}
