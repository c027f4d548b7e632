//! A sequence of rows: a whole table, a slice of one, or some picked rows.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PySlice, PyTuple};
use pyo3::{PyTypeInfo, type_hint_identifier, type_hint_subscript};

use crate::errors;
use crate::hint::{AnyTuple, Typed};
use crate::notice::Notice;
use crate::row::{Kind, View, count, open_any};

/// How many rows a `repr` shows.
const SHOWN: usize = 8;

/// The positions of the rows in their table.
#[derive(Clone, Debug)]
enum Positions {
    Run(Range<usize>),
    Picked(Vec<u32>),
}

impl Positions {
    fn len(&self) -> usize {
        match self {
            Self::Run(run) => run.len(),
            Self::Picked(picked) => picked.len(),
        }
    }

    fn get(&self, index: usize) -> Option<usize> {
        match self {
            Self::Run(run) => (index < run.len()).then(|| run.start + index),
            Self::Picked(picked) => picked.get(index).map(|&at| at as usize),
        }
    }

    fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }
}

/// A sequence of rows, made as they are asked for. A slice of it is one, too.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n2.修缮老桥5座。\n责任单位：市交通局\n")
/// >>> len(notice.tasks), notice.tasks[-1].text
/// (2, '修缮老桥5座。')
/// >>> notice.tasks[:1]
/// [Task('1', '新建公园3座。', lead='市城管局')]
#[pyclass(frozen, sequence, module = "fenjie")]
pub struct Rows {
    notice: Py<Notice>,
    kind: Kind,
    positions: Positions,
}

/// `Rows` of one class, which the stubs name.
pub struct RowsOf<V: View>(Rows, std::marker::PhantomData<V>);

impl<V: View> RowsOf<V> {
    /// The whole table.
    pub fn all(py: Python<'_>, notice: &Py<Notice>) -> Self {
        let rows = count(&notice.get().document, V::KIND);
        Self::make(py, notice, Positions::Run(0..rows))
    }

    /// The rows at these positions.
    pub fn picked(py: Python<'_>, notice: &Py<Notice>, rows: impl Iterator<Item = u32>) -> Self {
        Self::make(py, notice, Positions::Picked(rows.collect()))
    }

    fn make(py: Python<'_>, notice: &Py<Notice>, positions: Positions) -> Self {
        Self(Rows { notice: notice.clone_ref(py), kind: V::KIND, positions }, std::marker::PhantomData)
    }
}

impl<'py, V: View> IntoPyObject<'py> for RowsOf<V> {
    type Target = Rows;
    type Output = Bound<'py, Rows>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Sequence"), <V as PyTypeInfo>::TYPE_HINT);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Bound::new(py, self.0)
    }
}

#[pymethods]
impl Rows {
    fn __len__(&self) -> usize {
        self.positions.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        if let Ok(slice) = index.cast::<PySlice>() {
            return Ok(Bound::new(py, self.slice(py, slice)?)?.into_any());
        }
        let length = self.positions.len();
        let asked: isize = index.extract()?;
        let from_start = if asked < 0 { length.checked_add_signed(asked) } else { usize::try_from(asked).ok() };
        let at = from_start.and_then(|index| self.positions.get(index));
        let at = at.ok_or_else(|| PyIndexError::new_err(format!("there are {length} rows, not one at {asked}")))?;
        open_any(py, &self.notice, self.kind, at)
    }

    fn __iter__(slf: Py<Self>) -> RowsIterator {
        RowsIterator { rows: slf, next: AtomicUsize::new(0) }
    }

    fn __reversed__(&self, py: Python<'_>) -> PyResult<RowsIterator> {
        let positions = self.positions.iter().map(|at| at as u32).collect::<Vec<_>>();
        let positions = Positions::Picked(positions.into_iter().rev().collect());
        let rows = Self { notice: self.notice.clone_ref(py), kind: self.kind, positions };
        Ok(RowsIterator { rows: Py::new(py, rows)?, next: AtomicUsize::new(0) })
    }

    fn __contains__(&self, py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        Ok(self.place(py, value)?.is_some())
    }

    fn __eq__(&self, py: Python<'_>, other: &Bound<'_, PyAny>) -> PyResult<bool> {
        let Ok(length) = other.len() else { return Ok(false) };
        if length != self.positions.len() {
            return Ok(false);
        }
        for (at, other) in self.positions.iter().zip(other.try_iter()?) {
            if !open_any(py, &self.notice, self.kind, at)?.eq(other?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The position of the first row that is equal to `value`.
    fn index(&self, py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        self.place(py, value)?.ok_or_else(|| PyValueError::new_err("it is not among the rows"))
    }

    /// How many rows are equal to `value`.
    fn count(&self, py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        let mut equal = 0;
        for at in self.positions.iter() {
            equal += usize::from(open_any(py, &self.notice, self.kind, at)?.eq(value)?);
        }
        Ok(equal)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut shown = vec![];
        for at in self.positions.iter().take(SHOWN) {
            shown.push(open_any(py, &self.notice, self.kind, at)?.repr()?.to_string());
        }
        let hidden = self.positions.len().saturating_sub(SHOWN);
        if hidden > 0 {
            shown.push(format!("… {hidden} more"));
        }
        Ok(format!("[{}]", shown.join(", ")))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("fenjie._html")?.call_method1("rows", (slf, slf.get().kind.name()))?.extract()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, AnyTuple>> {
        let restore = py.import("fenjie._fenjie")?.getattr("rows")?;
        let positions: Vec<usize> = self.positions.iter().collect();
        let arguments = (self.notice.clone_ref(py), self.kind.name(), positions);
        Ok(Typed::new(PyTuple::new(py, [restore, arguments.into_pyobject(py)?.into_any()])?.into_any()))
    }
}

impl Rows {
    fn slice(&self, py: Python<'_>, slice: &Bound<'_, PySlice>) -> PyResult<Self> {
        let bounds = slice.indices(isize::try_from(self.positions.len())?)?;
        let indices =
            (0..bounds.slicelength).map(|step| bounds.start + isize::try_from(step).unwrap_or(0) * bounds.step);
        let positions = match &self.positions {
            Positions::Run(run) if bounds.step == 1 => {
                let start = run.start + usize::try_from(bounds.start)?;
                Positions::Run(start..start + bounds.slicelength)
            }
            positions => {
                let picked = indices.filter_map(|index| positions.get(usize::try_from(index).ok()?));
                Positions::Picked(picked.map(|at| at as u32).collect())
            }
        };
        Ok(Self { notice: self.notice.clone_ref(py), kind: self.kind, positions })
    }

    fn place(&self, py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<Option<usize>> {
        for (index, at) in self.positions.iter().enumerate() {
            if open_any(py, &self.notice, self.kind, at)?.eq(value)? {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }
}

/// Goes through `Rows`.
#[pyclass(frozen, module = "fenjie")]
pub struct RowsIterator {
    rows: Py<Rows>,
    next: AtomicUsize,
}

#[pymethods]
impl RowsIterator {
    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let rows = self.rows.get();
        let at = rows.positions.get(self.next.fetch_add(1, Ordering::Relaxed));
        at.map(|at| open_any(py, &rows.notice, rows.kind, at)).transpose()
    }
}

/// The rows at these places of a table; pickles are restored with it.
#[pyfunction]
pub fn rows(py: Python<'_>, notice: Py<Notice>, table: &str, places: Vec<u32>) -> PyResult<Rows> {
    let kind = Kind::of(py, table)?;
    let length = count(&notice.get().document, kind);
    if let Some(at) = places.iter().find(|&&at| at as usize >= length) {
        return Err(errors::options(py, format!("`{table}` has {length} rows, not one at {at}")));
    }
    Ok(Rows { notice, kind, positions: Positions::Picked(places) })
}
