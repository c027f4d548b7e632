//! A task as a Python object.

use fenjie::{Role, TaskRef};
use pyo3::prelude::*;

use super::{Assignment, Official, Part, Section, Target, Unit, literal, literal_or_none};
use crate::hint::{DueType, SpanType, Typed};
use crate::plain;
use crate::row::{Kind, Row, View, base, data, open};
use crate::rows::RowsOf;

/// A task (任务): one numbered item together with its responsibility.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局牵头，市财政局\n")
/// >>> task = notice.tasks[0]
/// >>> task.lead, task.participants
/// (Unit('市城管局'), [Unit('市财政局')])
/// >>> match task:
/// ...     case fenjie.Task(number="1", official=fenjie.Official(name=name)):
/// ...         print(name)
/// 周明
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Task;

impl View for Task {
    type Data = fenjie::Task;
    const KIND: Kind = Kind::Tasks;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.tasks
    }
}

#[pymethods]
impl Task {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("number", "text");

    /// Its position in `notice.tasks`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// The part it stands in.
    #[getter]
    fn part(slf: &Bound<'_, Self>) -> PyResult<Py<Part>> {
        open(slf.py(), &base(slf).notice, data(slf).part.index())
    }

    /// The official whose task it is.
    #[getter]
    fn official(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Official>>> {
        data(slf).official.map(|official| open(slf.py(), &base(slf).notice, official.index())).transpose()
    }

    /// The nearest heading that it stands under.
    #[getter]
    fn section(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Section>>> {
        data(slf).section.map(|section| open(slf.py(), &base(slf).notice, section.index())).transpose()
    }

    /// Its number, as printed.
    #[getter]
    fn number<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).number.as_deref()
    }

    /// Its name, where it opens with one.
    #[getter]
    fn title<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).title.as_deref()
    }

    /// Its prose, without number, title and responsibility, and without the breaks that a page put into it.
    #[getter]
    fn text<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).text
    }

    /// Its own deadline, where one is printed.
    #[getter]
    fn due<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Typed<'py, DueType>>> {
        data(slf).due.as_ref().map(|due| plain::due(slf.py(), due)).transpose()
    }

    /// How far this reading is ahead of the next best one, in thousandths of its own score: 0 where another is as good, 1000
    /// where none comes near; None where nothing had to be chosen.
    #[getter]
    fn margin(slf: &Bound<'_, Self>) -> Option<u16> {
        data(slf).margin
    }

    /// Who does what in it, in the order of the notice, the units that a convention adds included.
    #[getter]
    fn assignments(slf: &Bound<'_, Self>) -> RowsOf<Assignment> {
        let (row, own) = (base(slf), data(slf).id);
        let rows = &row.document().assignments;
        let start = rows.partition_point(|row| row.task < own);
        let end = rows.partition_point(|row| row.task <= own);
        RowsOf::picked(slf.py(), &row.notice, start as u32..end as u32)
    }

    /// The units that lead (牵头单位).
    #[getter]
    fn leads(slf: &Bound<'_, Self>) -> RowsOf<Unit> {
        units(slf, Role::Lead)
    }

    /// The first unit that leads.
    #[getter]
    fn lead(slf: &Bound<'_, Self>) -> PyResult<Option<Py<Unit>>> {
        let lead = core(slf).and_then(TaskRef::lead);
        lead.map(|unit| open(slf.py(), &base(slf).notice, unit.id.index())).transpose()
    }

    /// The units that take part (配合单位).
    #[getter]
    fn participants(slf: &Bound<'_, Self>) -> RowsOf<Unit> {
        units(slf, Role::Participant)
    }

    /// The commitments inside it, in order.
    #[getter]
    fn targets(slf: &Bound<'_, Self>) -> RowsOf<Target> {
        let targets = core(slf).into_iter().flat_map(TaskRef::targets);
        RowsOf::picked(slf.py(), &base(slf).notice, targets.map(|target| target.id.0))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, task) = (slf.py(), data(slf));
        let number = literal_or_none(py, task.number.as_deref())?;
        let words = literal(py, task.title.as_ref().unwrap_or(&task.text))?;
        let lead = core(slf).and_then(TaskRef::lead).map(|unit| unit.row().name.to_string());
        Ok(format!("Task({number}, {words}, lead={})", literal_or_none(py, lead.as_deref())?))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("fenjie._html")?.call_method1("task", (slf,))?.extract()
    }
}

/// The task as the core sees it.
fn core<'a>(slf: &'a Bound<'_, Task>) -> Option<TaskRef<'a>> {
    base(slf).document().task(data(slf).id)
}

fn units(slf: &Bound<'_, Task>, role: Role) -> RowsOf<Unit> {
    let units = core(slf).into_iter().flat_map(|task| task.units(role));
    RowsOf::picked(slf.py(), &base(slf).notice, units.map(|unit| unit.id.0))
}
