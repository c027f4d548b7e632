//! Rows of a notice as Python objects: the base of all views.

use pyo3::prelude::*;
use pyo3::pyclass::PyClass;
use pyo3::types::{PyString, PyTuple};
use serde::Serialize;

use crate::errors;
use crate::hint::{AnyDict, AnyTuple, SpanType, Typed};
use crate::notice::Notice;
use crate::plain;
use crate::views::{
    Allocation, Assignment, Block, Convention, Diagnostic, Official, Part, Section, Target, Task, Unit,
};

/// A table of the notice document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Conventions,
    Parts,
    Sections,
    Officials,
    Tasks,
    Units,
    Assignments,
    Targets,
    Allocations,
    Diagnostics,
    Blocks,
}

impl Kind {
    pub const ALL: [Self; 11] = [
        Self::Conventions,
        Self::Parts,
        Self::Sections,
        Self::Officials,
        Self::Tasks,
        Self::Units,
        Self::Assignments,
        Self::Targets,
        Self::Allocations,
        Self::Diagnostics,
        Self::Blocks,
    ];

    /// The name that the document gives the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conventions => "conventions",
            Self::Parts => "parts",
            Self::Sections => "sections",
            Self::Officials => "officials",
            Self::Tasks => "tasks",
            Self::Units => "units",
            Self::Assignments => "assignments",
            Self::Targets => "targets",
            Self::Allocations => "allocations",
            Self::Diagnostics => "diagnostics",
            Self::Blocks => "blocks",
        }
    }

    /// The table of that name.
    pub fn of(py: Python<'_>, name: &str) -> PyResult<Self> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| errors::options(py, format!("a notice has no table `{name}`")))
    }
}

/// What makes a class a view of the rows of one table.
pub trait View: PyClass<BaseType = Row> + Default {
    /// A row of the core.
    type Data: Serialize + 'static;

    const KIND: Kind;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data];
}

/// A row of a notice; the base of `Task`, `Unit`, `Target` and the others.
///
/// Two rows are equal where they say the same. A row keeps its notice alive.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
/// >>> isinstance(notice.tasks[0], fenjie.Row)
/// True
/// >>> notice.tasks[0].notice is notice
/// True
#[pyclass(frozen, subclass, module = "fenjie")]
pub struct Row {
    pub notice: Py<Notice>,
    pub kind: Kind,
    pub at: usize,
}

#[pymethods]
impl Row {
    /// The notice that the row belongs to.
    #[getter]
    fn notice(&self, py: Python<'_>) -> Py<Notice> {
        self.notice.clone_ref(py)
    }

    /// The row as it is in the document: a dict with numbers as strings and spans in bytes.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").units[0].to_dict()
    /// {'id': 0, 'name': '市城管局', 'nameplates': [], 'group': False}
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, AnyDict>> {
        plain::loads(py, &self.json(py)?)
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(other) = other.cast::<Self>() else { return Ok(false) };
        let other = other.get();
        Ok(self.kind == other.kind && (self.is(other) || self.json(py)? == other.json(py)?))
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        PyString::new(py, &self.json(py)?).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, AnyTuple>> {
        let restore = py.import("fenjie._fenjie")?.getattr("row")?;
        let arguments = (self.notice.clone_ref(py), self.kind.name(), self.at);
        Ok(Typed::new(PyTuple::new(py, [restore, arguments.into_pyobject(py)?.into_any()])?.into_any()))
    }
}

impl Row {
    pub fn document(&self) -> &fenjie::Notice {
        &self.notice.get().document
    }

    fn is(&self, other: &Self) -> bool {
        self.notice.is(&other.notice) && self.at == other.at
    }

    /// The row in the document.
    fn json(&self, py: Python<'_>) -> PyResult<String> {
        let (notice, at) = (self.document(), self.at);
        let json = match self.kind {
            Kind::Conventions => serde_json::to_string(&notice.conventions[at]),
            Kind::Parts => serde_json::to_string(&notice.parts[at]),
            Kind::Sections => serde_json::to_string(&notice.sections[at]),
            Kind::Officials => serde_json::to_string(&notice.officials[at]),
            Kind::Tasks => serde_json::to_string(&notice.tasks[at]),
            Kind::Units => serde_json::to_string(&notice.units[at]),
            Kind::Assignments => serde_json::to_string(&notice.assignments[at]),
            Kind::Targets => serde_json::to_string(&notice.targets[at]),
            Kind::Allocations => serde_json::to_string(&notice.allocations[at]),
            Kind::Diagnostics => serde_json::to_string(&notice.diagnostics[at]),
            Kind::Blocks => serde_json::to_string(&notice.blocks[at]),
        };
        json.map_err(|cause| errors::raise(py, &fenjie::Error::document(cause), None))
    }

    /// A span of the row in code points.
    pub fn place<'py>(&self, py: Python<'py>, span: fenjie::Span) -> PyResult<Typed<'py, SpanType>> {
        plain::span(py, self.notice.get(), span)
    }

    /// The same of a span that may be missing.
    pub fn place_of<'py>(&self, py: Python<'py>, span: Option<fenjie::Span>) -> PyResult<Option<Typed<'py, SpanType>>> {
        span.map(|span| self.place(py, span)).transpose()
    }
}

/// How many rows a table has.
pub fn count(notice: &fenjie::Notice, kind: Kind) -> usize {
    match kind {
        Kind::Conventions => notice.conventions.len(),
        Kind::Parts => notice.parts.len(),
        Kind::Sections => notice.sections.len(),
        Kind::Officials => notice.officials.len(),
        Kind::Tasks => notice.tasks.len(),
        Kind::Units => notice.units.len(),
        Kind::Assignments => notice.assignments.len(),
        Kind::Targets => notice.targets.len(),
        Kind::Allocations => notice.allocations.len(),
        Kind::Diagnostics => notice.diagnostics.len(),
        Kind::Blocks => notice.blocks.len(),
    }
}

/// The view of a row that is there.
pub fn open<V: View>(py: Python<'_>, notice: &Py<Notice>, at: usize) -> PyResult<Py<V>> {
    let row = Row { notice: notice.clone_ref(py), kind: V::KIND, at };
    Py::new(py, PyClassInitializer::from(row).add_subclass(V::default()))
}

/// The same, of a table that is known only when the program runs.
pub fn open_any<'py>(py: Python<'py>, notice: &Py<Notice>, kind: Kind, at: usize) -> PyResult<Bound<'py, PyAny>> {
    Ok(match kind {
        Kind::Conventions => open::<Convention>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Parts => open::<Part>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Sections => open::<Section>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Officials => open::<Official>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Tasks => open::<Task>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Units => open::<Unit>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Assignments => open::<Assignment>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Targets => open::<Target>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Allocations => open::<Allocation>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Diagnostics => open::<Diagnostic>(py, notice, at)?.into_bound(py).into_any(),
        Kind::Blocks => open::<Block>(py, notice, at)?.into_bound(py).into_any(),
    })
}

/// The row at a place of a table; pickles are restored with it.
#[pyfunction]
pub fn row<'py>(py: Python<'py>, notice: Py<Notice>, table: &str, at: usize) -> PyResult<Bound<'py, PyAny>> {
    let kind = Kind::of(py, table)?;
    let rows = count(&notice.get().document, kind);
    if at >= rows {
        return Err(errors::options(py, format!("`{table}` has {rows} rows, not one at {at}")));
    }
    open_any(py, &notice, kind, at)
}

/// The row of the core behind a view.
pub fn data<'a, V: View>(view: &'a Bound<'_, V>) -> &'a V::Data {
    let row = base(view);
    &V::rows(row.document())[row.at]
}

/// What a view holds.
pub fn base<'a, V: View>(view: &'a Bound<'_, V>) -> &'a Row {
    view.as_super().get()
}
