//! The notice, the root of all views.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use fenjie::{LineIndex, Offsets};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};

use crate::errors;
use crate::hint::{
    AnyDict, AnyTuple, Chart, CoverageType, EvidenceType, Given, HeaderType, PandasFrame, PlotName, PolarsFrame,
    PositionType, Typed,
};
use crate::parse::{Origins, Reading};
use crate::plain;
use crate::row::open;
use crate::rows::RowsOf;
use crate::tables::{self, Table};
use crate::views::{
    Allocation, Assignment, Block, Convention, Diagnostic, Official, Part, Section, Target, Task, Unit,
};
use crate::word::Word;

/// A notice as read: its tables, and the text they were read from.
///
/// `fenjie.parse` makes one. The tables are sequences of rows that know their neighbours.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局、市财政局\n")
/// >>> notice
/// <Notice breakdown: 1 task, 1 official, 2 units, 1 target, 1 diagnostic>
/// >>> task = notice.tasks[0]
/// >>> task.official.name, [unit.name for unit in task.leads], task.targets[0].value
/// ('周明', ['市城管局'], Decimal('3'))
/// >>> notice.source[task.targets[0].span.slice]
/// '新建公园3座'
#[pyclass(frozen, weakref, module = "fenjie")]
pub struct Notice {
    pub document: fenjie::Notice,
    offsets: OnceLock<Offsets>,
    lines: OnceLock<LineIndex>,
    source: PyOnceLock<Py<PyString>>,
    origins: Origins,
}

impl From<Reading> for Notice {
    fn from(Reading { notice, origins }: Reading) -> Self {
        let (offsets, lines, source) = (OnceLock::new(), OnceLock::new(), PyOnceLock::new());
        Self { document: notice, offsets, lines, source, origins }
    }
}

impl From<fenjie::Notice> for Notice {
    fn from(notice: fenjie::Notice) -> Self {
        Self::from(Reading { notice, origins: Origins::default() })
    }
}

impl Notice {
    pub fn offsets(&self) -> &Offsets {
        self.offsets.get_or_init(|| self.document.offsets())
    }

    /// Whether its text is there; a document read without it has facts but no place for them.
    pub fn has_source(&self) -> bool {
        let document = &self.document;
        !document.source.is_empty() || document.blocks.is_empty() && document.parts.is_empty()
    }

    fn diagnostics_count(&self) -> usize {
        self.document.diagnostics.len()
    }
}

#[pymethods]
impl Notice {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("kind", "header", "tasks");

    /// What sort of document it is.
    #[getter]
    fn kind(&self) -> Word<fenjie::NoticeKind> {
        Word(self.document.kind)
    }

    /// What it says of itself: title, number, issuer, dates.
    #[getter]
    fn header<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, HeaderType>> {
        plain::header(py, self)
    }

    /// The rules that it states for reading its own lists.
    #[getter]
    fn conventions(slf: &Bound<'_, Self>) -> RowsOf<Convention> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// Its parts, in order.
    #[getter]
    fn parts(slf: &Bound<'_, Self>) -> RowsOf<Part> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The headings that tasks stand under, in order.
    #[getter]
    fn sections(slf: &Bound<'_, Self>) -> RowsOf<Section> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The officials, in order of their first appearance.
    #[getter]
    fn officials(slf: &Bound<'_, Self>) -> RowsOf<Official> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The tasks, in order.
    #[getter]
    fn tasks(slf: &Bound<'_, Self>) -> RowsOf<Task> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The bodies, in order of their first appearance.
    #[getter]
    fn units(slf: &Bound<'_, Self>) -> RowsOf<Unit> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// Who does what in which task, in order.
    #[getter]
    fn assignments(slf: &Bound<'_, Self>) -> RowsOf<Assignment> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The checkable commitments, in order.
    #[getter]
    fn targets(slf: &Bound<'_, Self>) -> RowsOf<Target> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The figures that task tables hand to regions.
    #[getter]
    fn allocations(slf: &Bound<'_, Self>) -> RowsOf<Allocation> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The doubts, in order of their place.
    #[getter]
    fn diagnostics(slf: &Bound<'_, Self>) -> RowsOf<Diagnostic> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// What every run of lines was read as; empty in a document without them.
    #[getter]
    fn blocks(slf: &Bound<'_, Self>) -> RowsOf<Block> {
        RowsOf::all(slf.py(), slf.as_unbound())
    }

    /// The text that was read, as it was given; spans index it.
    #[getter]
    fn source(&self, py: Python<'_>) -> Py<PyString> {
        self.source.get_or_init(py, || PyString::new(py, &self.document.source).unbind()).clone_ref(py)
    }

    /// The unit of that name, or else the first one with such a nameplate (挂牌).
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市政务办（市公管办）\n")
    /// >>> notice.unit("市公管办")
    /// Unit('市政务办')
    /// >>> notice.unit("市财政局") is None
    /// True
    fn unit(slf: &Bound<'_, Self>, name: &str) -> PyResult<Option<Py<Unit>>> {
        let found = slf.get().document.unit(name);
        found.map(|unit| open(slf.py(), slf.as_unbound(), unit.id.index())).transpose()
    }

    /// The official of that name.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局\n").official("周明").post
    /// '副市长'
    fn official(slf: &Bound<'_, Self>, name: &str) -> PyResult<Option<Py<Official>>> {
        let found = slf.get().document.official(name);
        found.map(|official| open(slf.py(), slf.as_unbound(), official.id.index())).transpose()
    }

    /// What stands in the text that facts are made of, and how much of it is in facts; all zeros where a document does not
    /// say.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").evidence.bodies
    /// EvidenceCount(found=1, read=1, aside=0, unread=0)
    #[getter]
    fn evidence<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, EvidenceType>> {
        plain::evidence(py, &self.document.evidence)
    }

    /// How much of the text was read as what.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("1.新建公园3座。\n\n责任单位：市城管局\n").coverage().read
    /// Amount(lines=2, bytes=50)
    fn coverage<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, CoverageType>> {
        plain::coverage(py, &self.document.coverage())
    }

    /// The line and the column, both from 1, of the code point at `offset`. A column is what a reader sees as one character.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    /// >>> notice.position(notice.assignments[0].span.start)
    /// Position(line=2, column=6)
    fn position<'py>(&self, py: Python<'py>, offset: usize) -> PyResult<Typed<'py, PositionType>> {
        let byte = self.offsets().byte_of_code_point(offset);
        let position = self.lines.get_or_init(|| self.document.line_index()).position(byte);
        plain::make(plain::class(py, "Position")?, (position.line, position.column))
    }

    /// Where in its file the code point at `offset` stands, as somebody who has the file open would name it; in Chinese with
    /// `lang="zh"`. `None` where the notice was read from a text, or from its document.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("<table><tr><td>任务<td>牵头单位<tr><td>新建公园3座<td>市城管局</table>".encode())
    /// >>> start = notice.assignments[0].span.start
    /// >>> notice.place(start), notice.place(start, lang="zh")
    /// ('table 1, row 2, column 2', '表1第2行第2列')
    #[pyo3(signature = (offset, *, lang="en"))]
    fn place(&self, py: Python<'_>, offset: usize, lang: &str) -> PyResult<Option<String>> {
        let zh = match lang {
            "zh" => true,
            "en" => false,
            lang => return Err(errors::options(py, format!("option `lang`: `{lang}` is none of en, zh"))),
        };
        Ok(self.origins.place(self.offsets().byte_of_code_point(offset), zh))
    }

    /// The notice as clean text in one canonical form, whatever form it came in.
    ///
    /// >>> import fenjie
    /// >>> print(fenjie.parse("1.新建公园3座（市城管局牵头，市财政局配合）。").to_text(), end="")
    /// 1.新建公园3座。
    /// 牵头单位：市城管局
    /// 配合单位：市财政局
    fn to_text(&self, py: Python<'_>) -> String {
        py.detach(|| self.document.to_text())
    }

    /// The notice document `fenjie.notice/2`, byte for byte as in every language: spans in UTF-8 bytes, numbers as strings.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("").to_json()[:29]
    /// '{"schema":"fenjie.notice/2","'
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        let json = py.detach(|| serde_json::to_string(&self.document));
        json.map_err(|cause| errors::raise(py, &fenjie::Error::document(cause), None))
    }

    /// The notice document as dicts and lists: what `json.loads` makes of `to_json()`.
    ///
    /// >>> import fenjie
    /// >>> fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").to_dict()["targets"][0]["value"]
    /// '3'
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Typed<'py, AnyDict>> {
        plain::loads(py, &self.to_json(py)?)
    }

    /// Reads a notice document back, and puts `text` under it, which the document does not carry.
    ///
    /// Without the text there are no spans. Raises `DocumentError` where it is no document or does not hold together, and
    /// `SourceMismatchError` where the text is another one.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    /// >>> fenjie.Notice.from_json(notice.to_json(), notice.source) == notice
    /// True
    #[staticmethod]
    #[pyo3(signature = (json: "str | bytes", text: "str | None" = None))]
    fn from_json(py: Python<'_>, json: &Bound<'_, PyAny>, text: Option<&str>) -> PyResult<Self> {
        let read = match json.cast::<PyString>() {
            Ok(json) => serde_json::from_str(json.to_str()?),
            Err(_) => serde_json::from_slice(json.extract()?),
        };
        let document: Result<fenjie::Notice, _> = read.map_err(fenjie::Error::document);
        let checked = document.and_then(|document| match text {
            Some(text) => document.with_source(text),
            None => document.check_references().map(|()| document),
        });
        checked.map(Self::from).map_err(|error| errors::raise(py, &error, None))
    }

    /// A table of the notice for data frames: one of `fenjie.TABLES`.
    ///
    /// It has `__arrow_c_stream__`, which polars, pyarrow, duckdb and pandas read without copying.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    /// >>> notice.table("targets")
    /// <Table targets: 1 row, 21 columns>
    #[pyo3(signature = (name: "TableName" = "overview"))]
    fn table(slf: &Bound<'_, Self>, name: &str) -> PyResult<Table> {
        tables::of_one(slf.py(), name, slf.get())
    }

    /// A table as a pandas data frame; needs `fenjie[pandas]`.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    /// >>> notice.to_pandas("tasks")["text"].tolist()
    /// ['新建公园3座。']
    #[pyo3(signature = (name: "TableName" = "overview"))]
    fn to_pandas<'py>(slf: &Bound<'py, Self>, name: &str) -> PyResult<Typed<'py, PandasFrame>> {
        Bound::new(slf.py(), Self::table(slf, name)?)?.call_method0("to_pandas").map(Typed::new)
    }

    /// A table as a polars data frame; needs `fenjie[polars]`.
    ///
    /// >>> import fenjie
    /// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    /// >>> notice.to_polars("targets").select("indicator", "value").rows()
    /// [('新建公园', Decimal('3.000000000'))]
    #[pyo3(signature = (name: "TableName" = "overview"))]
    fn to_polars<'py>(slf: &Bound<'py, Self>, name: &str) -> PyResult<Typed<'py, PolarsFrame>> {
        Bound::new(slf.py(), Self::table(slf, name)?)?.call_method0("to_polars").map(Typed::new)
    }

    /// A chart of the notice, of `officials` if not said otherwise; needs `fenjie[plot]`.
    ///
    /// `officials` shows how many tasks each official has and how many units lead them, `network` which units take part
    /// under which leads, `targets` what is to be reached, by measure.
    #[pyo3(signature = (what = None))]
    fn plot<'py>(slf: &Bound<'py, Self>, what: Option<Given<PlotName, String>>) -> PyResult<Typed<'py, Chart>> {
        let what = what.map_or_else(|| "officials".to_owned(), |what| what.0);
        slf.py().import("fenjie._plot")?.call_method1("plot", (slf, what)).map(Typed::new)
    }

    fn __repr__(&self) -> String {
        let document = &self.document;
        let counts = [
            count(document.tasks.len(), "task"),
            count(document.officials.len(), "official"),
            count(document.units.len(), "unit"),
            count(document.targets.len(), "target"),
            count(self.diagnostics_count(), "diagnostic"),
        ];
        let title = document.header.title.as_ref().map(|title| format!(" 《{title}》")).unwrap_or_default();
        format!("<Notice {}{title}: {}>", crate::word::text(&document.kind), counts.join(", "))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("fenjie._html")?.call_method1("notice", (slf,))?.extract()
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.document == other.get().document)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&*self.document.source, &self.document.tasks).hash(&mut hasher);
        hasher.finish()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, AnyTuple>> {
        let (py, notice) = (slf.py(), slf.get());
        let restore = slf.get_type().getattr("from_json")?;
        let source = notice.has_source().then(|| notice.source(py));
        let arguments = (notice.to_json(py)?, source);
        Ok(Typed::new(PyTuple::new(py, [restore, arguments.into_pyobject(py)?.into_any()])?.into_any()))
    }
}

/// `1 task`, `2 tasks`.
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
