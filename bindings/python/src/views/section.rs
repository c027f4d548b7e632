//! A section as a Python object.

use pyo3::prelude::*;

use super::{Official, Part, Task, literal_or_none};
use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data, open};
use crate::rows::RowsOf;

/// A heading that tasks stand under: one with a number, a line over a table, a category that a table prints once for several
/// rows.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("一、优化营商环境\n（一）压减材料\n1.压减审批材料三成。\n责任单位：市政务办\n")
/// >>> section = notice.tasks[0].section
/// >>> section, section.parent
/// (Section('（一）', '压减材料'), Section('一', '优化营商环境'))
/// >>> [task.number for task in section.tasks]
/// ['1']
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Section;

impl View for Section {
    type Data = fenjie::Section;
    const KIND: Kind = Kind::Sections;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.sections
    }
}

#[pymethods]
impl Section {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("number", "title");

    /// Its position in `notice.sections`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// The part it stands in.
    #[getter]
    fn part(slf: &Bound<'_, Self>) -> PyResult<Py<Part>> {
        open(slf.py(), &base(slf).notice, data(slf).part.index())
    }

    /// The section that it stands under.
    #[getter]
    fn parent(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Self>>> {
        data(slf).parent.map(|parent| open(slf.py(), &base(slf).notice, parent.index())).transpose()
    }

    /// Its number, as printed.
    #[getter]
    fn number<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).number.as_deref()
    }

    /// Its words, without the number and without who answers.
    #[getter]
    fn title<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).title.as_deref()
    }

    /// The official whom it names for the tasks below.
    #[getter]
    fn official(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Official>>> {
        data(slf).official.map(|official| open(slf.py(), &base(slf).notice, official.index())).transpose()
    }

    /// The tasks right below it, in order.
    #[getter]
    fn tasks(slf: &Bound<'_, Self>) -> RowsOf<Task> {
        let (row, own) = (base(slf), data(slf).id);
        let tasks = row.document().tasks.iter().filter(|task| task.section == Some(own));
        RowsOf::picked(slf.py(), &row.notice, tasks.map(|task| task.id.0))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, section) = (slf.py(), data(slf));
        let number = literal_or_none(py, section.number.as_deref())?;
        Ok(format!("Section({number}, {})", literal_or_none(py, section.title.as_deref())?))
    }
}
