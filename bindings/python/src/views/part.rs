//! A part as a Python object.

use fenjie::PartKind;
use pyo3::prelude::*;

use super::{Task, literal_or_none};
use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data};
use crate::rows::RowsOf;
use crate::word::{Word, text};

/// A part of a notice: an annex, or the body where the tasks stand in it.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("云溪市2025年民生实事任务分解\n1.新建公园3座。\n责任单位：市城管局\n")
/// >>> notice.parts
/// [Part('云溪市2025年民生实事任务分解', 'livelihood', 2025, 2025)]
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Part;

impl View for Part {
    type Data = fenjie::Part;
    const KIND: Kind = Kind::Parts;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.parts
    }
}

#[pymethods]
impl Part {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str, &'static str) =
        ("title", "kind", "from_year", "to_year");

    /// Its position in `notice.parts`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// Its title, as printed.
    #[getter]
    fn title<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).title.as_deref()
    }

    /// What it holds.
    #[getter]
    fn kind(slf: &Bound<'_, Self>) -> Word<PartKind> {
        Word(data(slf).kind)
    }

    /// The first year of its period: `from` in the document, which is a keyword here.
    #[getter]
    fn from_year(slf: &Bound<'_, Self>) -> Option<i16> {
        data(slf).from
    }

    /// The last year of its period: `to` in the document.
    #[getter]
    fn to_year(slf: &Bound<'_, Self>) -> Option<i16> {
        data(slf).to
    }

    /// The tasks of the part, in order.
    #[getter]
    fn tasks(slf: &Bound<'_, Self>) -> RowsOf<Task> {
        let (row, own) = (base(slf), data(slf).id);
        let tasks = row.document().tasks.iter().filter(|task| task.part == own);
        RowsOf::picked(slf.py(), &row.notice, tasks.map(|task| task.id.0))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let part = data(slf);
        let year = |year: Option<i16>| year.map_or_else(|| "None".to_owned(), |year| year.to_string());
        let title = literal_or_none(slf.py(), part.title.as_deref())?;
        Ok(format!("Part({title}, '{}', {}, {})", text(&part.kind), year(part.from), year(part.to)))
    }
}
