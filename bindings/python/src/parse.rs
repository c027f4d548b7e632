//! Texts, bytes and files → notices.

use std::path::PathBuf;

use fenjie::Options;
use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyString;

use crate::errors;
use crate::hint::{Given, PathName, Text};
use crate::notice::Notice;

/// What a notice is read from. It needs no interpreter to be read.
pub enum Input {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    File(PathBuf),
}

/// Why there is no notice.
pub enum Failure {
    Wrong(fenjie::Error, Option<PathBuf>),
    Unreadable(std::io::Error, PathBuf),
}

impl Input {
    /// A `str` is text, `bytes` and `bytearray` are text in UTF-8, an `os.PathLike` is a file.
    pub fn of(item: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = item.cast::<PyString>() {
            return Self::of_text(text);
        }
        if let Ok(bytes) = item.extract::<PyBackedBytes>() {
            return Ok(Self::Bytes(bytes));
        }
        match item.extract::<PathBuf>() {
            Ok(path) => Ok(Self::File(path)),
            Err(_) => Err(PyTypeError::new_err(format!(
                "expected str, bytes or os.PathLike, not {}",
                item.get_type().name()?
            ))),
        }
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
    pub fn read(&self, options: &Options) -> Result<fenjie::Notice, Failure> {
        match self {
            Self::Text(text) => Ok(fenjie::parse_with(text, options)),
            Self::Bytes(bytes) => decoded(bytes, options).map_err(|error| Failure::Wrong(error, None)),
            Self::File(path) => {
                let bytes = std::fs::read(path).map_err(|cause| Failure::Unreadable(cause, path.clone()))?;
                decoded(&bytes, options).map_err(|error| Failure::Wrong(error, Some(path.clone())))
            }
        }
    }
}

impl Failure {
    pub fn raise(&self, py: Python<'_>) -> PyErr {
        match self {
            Self::Wrong(error, path) => errors::raise(py, error, path.as_deref()),
            Self::Unreadable(cause, path) => errors::unreadable(py, cause, path),
        }
    }
}

fn decoded(bytes: &[u8], options: &Options) -> Result<fenjie::Notice, fenjie::Error> {
    fenjie::decode(bytes).map(|text| fenjie::parse_with(text, options))
}

/// What a caller tells beside the text.
pub fn options(py: Python<'_>, year: Option<i64>) -> PyResult<Options> {
    let Some(year) = year else { return Ok(Options::default()) };
    // A year beyond 16 bits is out of range all the same.
    let year = i16::try_from(year).unwrap_or(if year < 0 { i16::MIN } else { i16::MAX });
    Options::default().year(year).map_err(|error| errors::raise(py, &error, None))
}

/// Reads a notice. Any text is read as far as it goes; what could not be read is a diagnostic.
///
/// `bytes` are UTF-8; others raise `DecodeError`. `year` is the year of the notice, for parts and deadlines that print none.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.建设示范食堂100家以上。\n责任单位：市教育局、财政局")
/// >>> notice.tasks[0].lead.name
/// '市教育局'
/// >>> fenjie.parse("责任单位".encode("gb18030"))
/// Traceback (most recent call last):
///     ...
/// fenjie.DecodeError: not UTF-8 at byte 0: it looks like GB18030 (GBK); convert it first (`iconv -f GB18030 -t UTF-8`)
#[pyfunction]
#[pyo3(signature = (text, *, year=None))]
pub fn parse<'py>(py: Python<'py>, text: Given<Text, Bound<'py, PyAny>>, year: Option<i64>) -> PyResult<Notice> {
    let input = Input::of(&text.0)?;
    if let Input::File(_) = input {
        return Err(PyTypeError::new_err("this is a path; `fenjie.parse_file` reads files"));
    }
    read(py, &input, year)
}

/// Reads the notice in a file of UTF-8 text.
///
/// Raises `OSError` where the file cannot be read, `DecodeError` where it is no text.
///
/// >>> import fenjie, pathlib, tempfile
/// >>> path = pathlib.Path(tempfile.mkdtemp(), "notice.txt")
/// >>> _ = path.write_text("1.新建公园3座。\n责任单位：市城管局\n", encoding="utf-8")
/// >>> fenjie.parse_file(path).tasks
/// [Task('1', '新建公园3座。', lead='市城管局')]
#[pyfunction]
#[pyo3(signature = (path, *, year=None))]
pub fn parse_file(py: Python<'_>, path: Given<PathName, PathBuf>, year: Option<i64>) -> PyResult<Notice> {
    read(py, &Input::File(path.0), year)
}

fn read(py: Python<'_>, input: &Input, year: Option<i64>) -> PyResult<Notice> {
    let options = options(py, year)?;
    py.detach(|| input.read(&options)).map(Notice::from).map_err(|failure| failure.raise(py))
}
