//! An official as a Python object.

use pyo3::prelude::*;

use super::{Task, literal_or_none};
use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data};
use crate::rows::RowsOf;

/// An official (责任领导) as the notice names one.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局\n")
/// >>> official = notice.officials[0]
/// >>> official
/// Official('周明', '副市长', '牵头')
/// >>> len(official.tasks)
/// 1
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Official;

impl View for Official {
    type Data = fenjie::Official;
    const KIND: Kind = Kind::Officials;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.officials
    }
}

#[pymethods]
impl Official {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("name", "post", "duty");

    /// Its position in `notice.officials`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// The name; None where only a post is printed.
    #[getter]
    fn name<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).name.as_deref()
    }

    /// The post (职务); None where only a name is printed.
    #[getter]
    fn post<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).post.as_deref()
    }

    /// What the official does for the tasks (主抓, 牵头); None where a label says it.
    #[getter]
    fn duty<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).duty.as_deref()
    }

    /// The tasks that are the official's, in order, in all parts.
    #[getter]
    fn tasks(slf: &Bound<'_, Self>) -> RowsOf<Task> {
        let (row, own) = (base(slf), data(slf).id);
        let tasks = row.document().tasks.iter().filter(|task| task.official == Some(own));
        RowsOf::picked(slf.py(), &row.notice, tasks.map(|task| task.id.0))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    /// What tells that the words name who answers: a label, the head of a column, a heading.
    #[getter]
    fn ground<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Typed<'py, SpanType>>> {
        base(slf).place_of(slf.py(), data(slf).ground)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let official = data(slf);
        let fields = [&official.name, &official.post, &official.duty];
        let shown: PyResult<Vec<_>> =
            fields.map(|field| literal_or_none(slf.py(), field.as_deref())).into_iter().collect();
        Ok(format!("Official({})", shown?.join(", ")))
    }
}
