//! The tables of notices as Arrow data, which every data frame reads without copying.

mod columns;
mod document;
mod overview;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::ffi::FFI_ArrowSchema;
use columns::Columns;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use crate::errors;
use crate::hint::{Capsule, Given, Names, PandasFrame, PolarsFrame, TableName, Typed};
use crate::notice::{Notice, count};
use crate::row::Kind;

/// A notice and the name that its rows bear in a table over many.
struct Source<'a> {
    name: &'a str,
    notice: &'a Notice,
}

impl Source<'_> {
    /// Start and end in code points; nothing where the notice has no text to count in.
    fn place(&self, span: fenjie::Span) -> Option<[u32; 2]> {
        let offsets = self.notice.has_source().then(|| self.notice.offsets())?;
        Some([span.start, span.end].map(|byte| offsets.code_points(byte as usize) as u32))
    }
}

/// The rows of one table in all notices, each with its notice.
type Rows<'a, Row> = Vec<(&'a Source<'a>, &'a Row)>;

fn rows<'a, Row>(sources: &'a [Source<'a>], table: impl Fn(&'a fenjie::Notice) -> &'a [Row]) -> Rows<'a, Row> {
    sources.iter().flat_map(|source| table(&source.notice.document).iter().map(move |row| (source, row))).collect()
}

/// A table of one notice or of many, for data frames.
///
/// It has `__arrow_c_stream__`: `polars.DataFrame(table)`, `pyarrow.table(table)` and `duckdb.sql("from table")` read it.
///
/// >>> import fenjie
/// >>> table = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").table("units")
/// >>> table
/// <Table units: 1 row, 4 columns>
/// >>> table.columns
/// ('id', 'name', 'nameplates', 'group')
#[pyclass(frozen, module = "fenjie")]
pub struct Table {
    name: String,
    batch: RecordBatch,
}

#[pymethods]
impl Table {
    /// Its name.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// The names of its columns.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<crate::views::Strings<'py>> {
        let schema = self.batch.schema();
        let names: Vec<_> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        Ok(crate::views::Strings(pyo3::types::PyTuple::new(py, names)?))
    }

    /// The number of rows and of columns.
    #[getter]
    fn shape(&self) -> (usize, usize) {
        (self.batch.num_rows(), self.batch.num_columns())
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// The schema, for the Arrow PyCapsule interface.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, Capsule>> {
        let schema = FFI_ArrowSchema::try_from(self.batch.schema().as_ref()).map_err(broken)?;
        Ok(Typed::new(PyCapsule::new_with_value(py, schema, c"arrow_schema")?.into_any()))
    }

    /// The rows, for the Arrow PyCapsule interface. Another schema that a reader asks for is its own to make.
    #[pyo3(signature = (requested_schema: "object | None" = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Typed<'py, Capsule>> {
        let _ = requested_schema;
        let batches = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        let stream = FFI_ArrowArrayStream::new(Box::new(batches));
        Ok(Typed::new(PyCapsule::new_with_value(py, stream, c"arrow_array_stream")?.into_any()))
    }

    /// The table as a pandas data frame with Arrow's types; needs `fenjie[pandas]`.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, PandasFrame>> {
        slf.py().import("fenjie._frames")?.call_method1("to_pandas", (slf,)).map(Typed::new)
    }

    /// The table as a polars data frame; needs `fenjie[polars]`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, PolarsFrame>> {
        slf.py().import("fenjie._frames")?.call_method1("to_polars", (slf,)).map(Typed::new)
    }

    fn __repr__(&self) -> String {
        let (rows, columns) = self.shape();
        format!("<Table {}: {}, {}>", self.name, count(rows, "row"), count(columns, "column"))
    }
}

/// One table over many notices; with names, its first column is `notice`.
#[pyfunction]
pub fn table(
    py: Python<'_>,
    name: Given<TableName, String>,
    notices: Vec<Py<Notice>>,
    names: Given<Names, Vec<String>>,
) -> PyResult<Table> {
    let (name, names) = (name.0, names.0);
    if notices.len() != names.len() {
        return Err(errors::options(py, format!("{} notices have {} names", notices.len(), names.len())));
    }
    let sources: Vec<_> =
        notices.iter().zip(&names).map(|(notice, name)| Source { name, notice: notice.get() }).collect();
    build(py, &name, &sources, true)
}

/// A table of one notice.
pub fn of_one(py: Python<'_>, name: &str, notice: &Notice) -> PyResult<Table> {
    build(py, name, &[Source { name: "", notice }], false)
}

fn build(py: Python<'_>, name: &str, sources: &[Source<'_>], named: bool) -> PyResult<Table> {
    let kind = if name == overview::NAME { None } else { Some(Kind::of(py, name)?) };
    let columns = py.detach(|| {
        let mut columns = Columns::new(named);
        match kind {
            None => overview::fill(&mut columns, sources),
            Some(kind) => document::fill(&mut columns, sources, kind),
        }
        columns
    });
    if columns.rounded > 0 {
        let message = format!(
            "{} of `{name}` have more than {} decimals and are rounded there",
            count(columns.rounded, "number"),
            columns::SCALE
        );
        let warning = py.import("fenjie._errors")?.getattr("RoundingWarning")?;
        py.import("warnings")?.call_method1("warn", (message, warning, 2))?;
    }
    Ok(Table { name: name.to_owned(), batch: columns.finish().map_err(broken)? })
}

/// What Arrow refuses; the columns are built here, so that this is a fault of ours.
fn broken(cause: impl std::fmt::Display) -> PyErr {
    PyRuntimeError::new_err(cause.to_string())
}
