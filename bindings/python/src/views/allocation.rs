//! An allocation as a Python object.

use fenjie::{CellState, Decimal};
use pyo3::prelude::*;

use super::{Task, literal, literal_or_none};
use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data, open};
use crate::word::{Word, text};

/// The figure of one region in one row of a task table (任务分解到区县).
///
/// >>> import fenjie
/// >>> rows = "序号\t工作任务\t单位\t全市任务\t东湖区\t西湖区\n1\t新建公共停车位\t个\t1000\t600\t400\n"
/// >>> fenjie.parse("云溪市2025年民生实事任务清单\n" + rows).allocations
/// [Allocation('新建公共停车位', '东湖区', 600, '个'), Allocation('新建公共停车位', '西湖区', 400, '个')]
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Allocation;

impl View for Allocation {
    type Data = fenjie::Allocation;
    const KIND: Kind = Kind::Allocations;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.allocations
    }
}

#[pymethods]
impl Allocation {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str, &'static str) = ("text", "region", "value", "measure");

    /// The row's task, as printed.
    #[getter]
    fn text<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).text
    }

    /// The livelihood task that the row spells out.
    #[getter]
    fn task(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Task>>> {
        data(slf).task.map(|task| open(slf.py(), &base(slf).notice, task.index())).transpose()
    }

    /// The name of the sub-row.
    #[getter]
    fn item<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).item.as_deref()
    }

    /// The region.
    #[getter]
    fn region<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).region
    }

    /// Its figure.
    #[getter]
    fn value(slf: &Bound<'_, Self>) -> Option<Decimal> {
        data(slf).value.map(|value| value.normalize())
    }

    /// Whether there is one.
    #[getter]
    fn state(slf: &Bound<'_, Self>) -> Word<CellState> {
        Word(data(slf).state)
    }

    /// The measure word of the row.
    #[getter]
    fn measure<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).measure.as_deref()
    }

    /// The whole city's figure in the row.
    #[getter]
    fn total(slf: &Bound<'_, Self>) -> Option<Decimal> {
        data(slf).total.map(|value| value.normalize())
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, row) = (slf.py(), data(slf));
        let value = row.value.map_or_else(|| format!("'{}'", text(&row.state)), |value| value.normalize().to_string());
        let (words, region) = (literal(py, &row.text)?, literal(py, &row.region)?);
        Ok(format!("Allocation({words}, {region}, {value}, {})", literal_or_none(py, row.measure.as_deref())?))
    }
}
