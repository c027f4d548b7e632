//! Texts, bytes and files → notices.

use std::path::{Path, PathBuf};

use fenjie::Document;
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyString;

use crate::errors;
use crate::hint::{Given, Items, PathName, Text};
use crate::notice::Notice;

/// What a notice is read from. It needs no interpreter to be read.
pub enum Input {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    File(PathBuf),
}

/// What a caller tells beside it.
#[derive(Clone, Debug, Default)]
pub struct How {
    notice: fenjie::Options,
    file: fenjie_files::Options,
}

/// A notice, and where its words stand in the file that it was read from.
pub struct Reading {
    pub notice: fenjie::Notice,
    pub origins: Origins,
}

/// Where the words of a document stand in its files.
#[derive(Clone, Debug, Default)]
pub struct Origins(Document);

/// Why there is no notice.
pub enum Failure {
    Wrong(fenjie_files::Error, Option<PathBuf>),
    Unreadable(std::io::Error, PathBuf),
}

impl How {
    pub fn of(py: Python<'_>, year: Option<i64>, encoding: Option<String>) -> PyResult<Self> {
        let file = fenjie_files::Options { encoding, ..fenjie_files::Options::default() };
        let Some(year) = year else { return Ok(Self { file, ..Self::default() }) };
        // A year beyond 16 bits is out of range all the same.
        let year = i16::try_from(year).unwrap_or(if year < 0 { i16::MIN } else { i16::MAX });
        let notice = fenjie::Options::default().year(year).map_err(|error| errors::raise(py, &error, None))?;
        Ok(Self { notice, file })
    }
}

impl Input {
    /// A `str` is text, `bytes` and `bytearray` are what a file holds, an `os.PathLike` is a file; so is what can be `read`.
    pub fn of(item: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = item.cast::<PyString>() {
            return Self::of_text(text);
        }
        if let Ok(bytes) = item.extract::<PyBackedBytes>() {
            return Ok(Self::Bytes(bytes));
        }
        if let Ok(path) = item.extract::<PathBuf>() {
            return Ok(Self::File(path));
        }
        match item.getattr("read") {
            Ok(read) => Self::of_content(&read.call0()?),
            Err(_) => Err(Self::refuse(item)),
        }
    }

    /// What an open file gives.
    fn of_content(content: &Bound<'_, PyAny>) -> PyResult<Self> {
        match content.cast::<PyString>() {
            Ok(text) => Self::of_text(text),
            Err(_) => content.extract().map(Self::Bytes).map_err(|_| Self::refuse(content)),
        }
    }

    fn refuse(item: &Bound<'_, PyAny>) -> PyErr {
        let name = item.get_type().name().map_or_else(|_| "this".to_owned(), |name| name.to_string());
        PyTypeError::new_err(format!("expected str, bytes, os.PathLike or an open file, not {name}"))
    }

    fn of_text(text: &Bound<'_, PyString>) -> PyResult<Self> {
        let py = text.py();
        PyBackedStr::try_from(text.clone()).map(Self::Text).map_err(|failure| {
            if !failure.is_instance_of::<PyUnicodeEncodeError>(py) {
                return failure;
            }
            match failure.value(py).getattr("start").and_then(|start| start.extract()) {
                Ok(start) => errors::lone_surrogate(py, start),
                Err(failure) => failure,
            }
        })
    }

    /// The notice, read without the interpreter.
    pub fn read(&self, how: &How) -> Result<Reading, Failure> {
        match self {
            // A text has no file in which its words would stand elsewhere.
            Self::Text(text) => {
                Ok(Reading { notice: fenjie::parse_with(text, &how.notice), origins: Origins::default() })
            }
            _ => self.document(how).and_then(|document| Reading::of(document, how)),
        }
    }

    fn document(&self, how: &How) -> Result<Document, Failure> {
        let read = |bytes: &[u8], path: Option<&Path>| {
            let name = path.map(|path| path.display().to_string()).unwrap_or_default();
            fenjie_files::read(bytes, &name, &how.file)
                .map_err(|error| Failure::Wrong(error, path.map(Path::to_path_buf)))
        };
        match self {
            Self::Text(text) => Ok(Document::from(&**text)),
            Self::Bytes(bytes) => read(bytes, None),
            Self::File(path) => {
                let bytes = std::fs::read(path).map_err(|cause| Failure::Unreadable(cause, path.clone()))?;
                read(&bytes, Some(path))
            }
        }
    }
}

impl Reading {
    fn of(document: Document, how: &How) -> Result<Self, Failure> {
        let notice = fenjie::parse_document(&document, &how.notice);
        let notice = notice.map_err(|error| Failure::Wrong(error.into(), None))?;
        Ok(Self { notice, origins: Origins::of(document) })
    }
}

impl Origins {
    fn of(document: Document) -> Self {
        // The notice has the text, and its tables are read.
        Self(Document { text: String::new(), tables: Vec::new(), ..document })
    }

    /// Where the words at byte `at` of the text stand, with the name of the file where there are several.
    pub fn place(&self, at: usize, zh: bool) -> Option<String> {
        let at = u32::try_from(at).ok()?;
        let origin = self.0.origin(fenjie::Span::new(at, at))?;
        let place = if zh { origin.place.zh() } else { origin.place.to_string() };
        let file = self.0.files.get(origin.file as usize).filter(|_| self.0.files.len() > 1);
        Some(file.map_or(place.clone(), |file| format!("{file}: {place}")))
    }
}

impl Failure {
    pub fn raise(&self, py: Python<'_>) -> PyErr {
        match self {
            Self::Wrong(error, path) => errors::raise_file(py, error, path.as_deref()),
            Self::Unreadable(cause, path) => errors::unreadable(py, cause, path),
        }
    }
}

/// Reads a notice. Any text is read as far as it goes; what could not be read is a diagnostic.
///
/// `bytes` are what a file of any kind holds, as `parse_file` reads them. `year` is the year of the notice, for parts and
/// deadlines that print none; `encoding` that of bytes that do not say it themselves.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.建设示范食堂100家以上。\n责任单位：市教育局、市财政局")
/// >>> notice.tasks[0].lead.name
/// '市教育局'
/// >>> fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n".encode("gb18030")).tasks
/// [Task('1', '新建公园3座。', lead='市城管局')]
#[pyfunction]
#[pyo3(signature = (text, *, year=None, encoding=None))]
pub fn parse<'py>(
    py: Python<'py>,
    text: Given<Text, Bound<'py, PyAny>>,
    year: Option<i64>,
    encoding: Option<String>,
) -> PyResult<Notice> {
    let input = Input::of(&text.0)?;
    if let Input::File(_) = input {
        return Err(PyTypeError::new_err("this is a path; `fenjie.parse_file` reads files"));
    }
    read(py, &input, &How::of(py, year, encoding)?)
}

/// Reads the notice in a file: a web page, DOCX, DOC, ODT, XLSX, XLS, ODS, PDF, CSV, or text in any encoding. What it is, its
/// bytes say and not its name.
///
/// Raises `OSError` where the file cannot be read, `FormatError` where it is of a kind that is not read or is damaged,
/// `DecodeError` where it is no text.
///
/// >>> import fenjie, pathlib, tempfile
/// >>> path = pathlib.Path(tempfile.mkdtemp(), "notice.csv")
/// >>> _ = path.write_text("序号,任务,牵头单位\n1,新建公园3座,市城管局\n", encoding="gb18030")
/// >>> notice = fenjie.parse_file(path)
/// >>> notice.tasks
/// [Task('1', '新建公园3座', lead='市城管局')]
/// >>> notice.place(notice.targets[0].span.start)
/// 'table 1, row 2, column 2'
#[pyfunction]
#[pyo3(signature = (path, *, year=None, encoding=None))]
pub fn parse_file(
    py: Python<'_>,
    path: Given<PathName, PathBuf>,
    year: Option<i64>,
    encoding: Option<String>,
) -> PyResult<Notice> {
    read(py, &Input::File(path.0), &How::of(py, year, encoding)?)
}

/// Reads several files that are one notice: a page and its annexes, in this order. What the page says of who leads holds in
/// the annexes. Items are what `parse_many` takes.
///
/// >>> import fenjie
/// >>> page = "关于印发任务清单的通知\n责任单位中列首位的为牵头单位。\n附件：任务清单\n"
/// >>> annex = "序号,任务,责任单位\n1,新建公园3座,市城管局、市财政局\n".encode()
/// >>> [unit.name for unit in fenjie.parse_together([page, annex]).tasks[0].leads]
/// ['市城管局']
#[pyfunction]
#[pyo3(signature = (items, *, year=None, encoding=None))]
pub fn parse_together<'py>(
    py: Python<'py>,
    items: Given<Items, Vec<Bound<'py, PyAny>>>,
    year: Option<i64>,
    encoding: Option<String>,
) -> PyResult<Notice> {
    let how = How::of(py, year, encoding)?;
    let inputs: Vec<Input> = items.0.iter().map(Input::of).collect::<PyResult<_>>()?;
    let read = || {
        let mut whole = Document::default();
        for input in &inputs {
            let joined = whole.join(input.document(&how)?);
            joined.map_err(|error| Failure::Wrong(error.into(), None))?;
        }
        Reading::of(whole, &how)
    };
    py.detach(read).map(Notice::from).map_err(|failure| failure.raise(py))
}

fn read(py: Python<'_>, input: &Input, how: &How) -> PyResult<Notice> {
    py.detach(|| input.read(how)).map(Notice::from).map_err(|failure| failure.raise(py))
}
