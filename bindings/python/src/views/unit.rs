//! A unit as a Python object.

use fenjie::Role;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::{Assignment, Task, literal};
use crate::row::{Kind, Row, View, base, data};
use crate::rows::RowsOf;
use crate::word::value;

/// A body (责任单位).
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局、财政局\n2.修缮老桥。\n责任单位：市财政局\n")
/// >>> unit = notice.unit("市财政局")
/// >>> len(unit.tasks()), [task.number for task in unit.tasks(role="lead")]
/// (2, ['2'])
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Unit;

impl View for Unit {
    type Data = fenjie::Unit;
    const KIND: Kind = Kind::Units;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.units
    }
}

#[pymethods]
impl Unit {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str,) = ("name",);

    /// Its position in `notice.units`.
    #[getter]
    fn id(slf: &Bound<'_, Self>) -> u32 {
        data(slf).id.0
    }

    /// Its name, completed where a list hands a prefix or a suffix on.
    #[getter]
    fn name<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).name
    }

    /// Its other names (挂牌), as printed in a bracket behind it.
    #[getter]
    fn nameplates<'py>(slf: &Bound<'py, Self>) -> PyResult<Strings<'py>> {
        let plates = data(slf).nameplates.iter().map(|plate| &**plate);
        Ok(Strings(PyTuple::new(slf.py(), plates.collect::<Vec<_>>())?))
    }

    /// Whether it stands for many (各区县政府).
    #[getter]
    fn group(slf: &Bound<'_, Self>) -> bool {
        data(slf).group
    }

    /// What it does in which task, in order.
    #[getter]
    fn assignments(slf: &Bound<'_, Self>) -> RowsOf<Assignment> {
        let (row, own) = (base(slf), data(slf).id);
        let places = (0..).zip(&row.document().assignments).filter(|(_, assignment)| assignment.unit == own);
        RowsOf::picked(slf.py(), &row.notice, places.map(|(place, _)| place))
    }

    /// The tasks in which the unit has that role, or without one any, in order; each once.
    #[pyo3(signature = (role: "Role | None" = None))]
    fn tasks(slf: &Bound<'_, Self>, role: Option<&str>) -> PyResult<RowsOf<Task>> {
        let role: Option<Role> = role.map(|role| value(slf.py(), "role", role)).transpose()?;
        let row = base(slf);
        let unit = row.document().units().nth(row.at);
        let tasks = unit.into_iter().flat_map(|unit| unit.tasks(role)).map(|task| task.id.0);
        Ok(RowsOf::picked(slf.py(), &row.notice, tasks))
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        Ok(format!("Unit({})", literal(slf.py(), &data(slf).name)?))
    }
}

/// A tuple of strings.
pub struct Strings<'py>(pub Bound<'py, PyTuple>);

impl<'py> IntoPyObject<'py> for Strings<'py> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("fenjie._types", "Strings");

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}
