//! An assignment as a Python object.

use fenjie::{Basis, Role, TaskRef};
use pyo3::prelude::*;

use super::{Task, Unit, literal};
use crate::hint::{SpanType, Typed, WhyType};
use crate::plain;
use crate::row::{Kind, Row, View, base, data, open};
use crate::word::{Word, text};

/// A unit's part in a task.
///
/// >>> import fenjie
/// >>> assignment = fenjie.parse("1.新建公园3座（市城管局牵头，财政局配合）。").assignments[1]
/// >>> assignment, assignment.quote, assignment.unit.name
/// (Assignment('市财政局', 'participant', 'stated'), '财政局', '市财政局')
/// >>> assignment.why().ground.quote
/// '配合'
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Assignment;

impl View for Assignment {
    type Data = fenjie::Assignment;
    const KIND: Kind = Kind::Assignments;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.assignments
    }
}

#[pymethods]
impl Assignment {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("unit", "role", "basis");

    /// The task.
    #[getter]
    fn task(slf: &Bound<'_, Self>) -> PyResult<Py<Task>> {
        open(slf.py(), &base(slf).notice, data(slf).task.index())
    }

    /// The unit.
    #[getter]
    fn unit(slf: &Bound<'_, Self>) -> PyResult<Py<Unit>> {
        open(slf.py(), &base(slf).notice, data(slf).unit.index())
    }

    /// What it does.
    #[getter]
    fn role(slf: &Bound<'_, Self>) -> Word<Role> {
        Word(data(slf).role)
    }

    /// What tells its role.
    #[getter]
    fn basis(slf: &Bound<'_, Self>) -> Word<Basis> {
        Word(data(slf).basis)
    }

    /// Whether a convention adds it and the line does not print it.
    #[getter]
    fn implied(slf: &Bound<'_, Self>) -> bool {
        data(slf).implied
    }

    /// The unit's words, as printed.
    #[getter]
    fn quote<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).quote
    }

    /// What gave the unit its role: its words, and the convention, label or mark that decides.
    fn why<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, WhyType>> {
        let row = base(slf);
        let (document, own) = (row.document(), data(slf));
        let place = row.at - document.assignments.partition_point(|other| other.task < own.task);
        let assignment = document.task(own.task).map(TaskRef::assignments).and_then(|mut all| all.nth(place));
        let Some(assignment) = assignment else { unreachable!("the references of a notice are checked") };
        plain::why(slf.py(), row.notice.get(), assignment.why())
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    /// What tells its role besides its own words: a label, a mark, the head of a column, a heading, or the rule that the
    /// notice states.
    #[getter]
    fn ground<'py>(slf: &Bound<'py, Self>) -> PyResult<Option<Typed<'py, SpanType>>> {
        base(slf).place_of(slf.py(), data(slf).ground)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let row = data(slf);
        let unit = &base(slf).document().units[row.unit.index()].name;
        Ok(format!("Assignment({}, '{}', '{}')", literal(slf.py(), unit)?, text(&row.role), text(&row.basis)))
    }
}
