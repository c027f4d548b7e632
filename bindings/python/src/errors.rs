//! Errors of the core as exceptions of `fenjie._errors`, with their facts as attributes.

use std::path::Path;

use fenjie::{Error, Guess};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// The exception for an error of the core; `path` is the file it comes from.
pub fn raise(py: Python<'_>, error: &Error, path: Option<&Path>) -> PyErr {
    let facts = PyDict::new(py);
    let class = match describe(error, &facts) {
        Ok(class) => class,
        Err(failure) => return failure,
    };
    let message = match path {
        Some(path) => format!("{}: {error}", path.display()),
        None => error.to_string(),
    };
    if let Err(failure) = path.map_or(Ok(()), |path| facts.set_item("path", path)) {
        return failure;
    }
    make(py, class, &message, &facts)
}

/// The exception for an error of a file.
pub fn raise_file(py: Python<'_>, error: &fenjie_files::Error, path: Option<&Path>) -> PyErr {
    use fenjie_files::Error;
    let facts = PyDict::new(py);
    let format = match error {
        Error::Text(error) => return raise(py, error, path),
        Error::Encoding { .. } => return options(py, error.to_string()),
        Error::Unreadable { format } | Error::Broken { format, .. } => Some(format.to_string()),
        _ => None,
    };
    let message = path.map_or_else(|| error.to_string(), |path| format!("{}: {error}", path.display()));
    let told = facts.set_item("format", format).and_then(|()| path.map_or(Ok(()), |path| facts.set_item("path", path)));
    match told {
        Ok(()) => make(py, "FormatError", &message, &facts),
        Err(failure) => failure,
    }
}

/// The exception for a text that cannot be encoded; `offset` counts code points.
pub fn lone_surrogate(py: Python<'_>, offset: usize) -> PyErr {
    let facts = PyDict::new(py);
    let message =
        format!("not text: a lone surrogate at code point {offset}; decode the bytes without `surrogateescape`");
    match facts.set_item("offset", offset) {
        Ok(()) => make(py, "DecodeError", &message, &facts),
        Err(failure) => failure,
    }
}

/// The exception for an argument without sense.
pub fn options(py: Python<'_>, message: String) -> PyErr {
    make(py, "OptionsError", &message, &PyDict::new(py))
}

/// The `OSError` of a file that cannot be read, with its name, as `open` raises it.
pub fn unreadable(py: Python<'_>, cause: &std::io::Error, path: &Path) -> PyErr {
    let Some(number) = cause.raw_os_error() else { return PyOSError::new_err(format!("{}: {cause}", path.display())) };
    let words =
        py.import("os").and_then(|os| os.call_method1("strerror", (number,))).and_then(|text| text.extract::<String>());
    match words {
        Ok(words) => PyOSError::new_err((number, words, path.as_os_str().to_owned())),
        Err(failure) => failure,
    }
}

/// The class of an error; its facts go into `facts`.
fn describe(error: &Error, facts: &Bound<'_, PyDict>) -> PyResult<&'static str> {
    match error {
        Error::NotUtf8 { offset, guess } => {
            facts.set_item("offset", offset)?;
            facts.set_item("guess", encoding(*guess))?;
            Ok("DecodeError")
        }
        Error::Binary { offset } => {
            facts.set_item("offset", offset)?;
            Ok("DecodeError")
        }
        Error::TooLong { .. } => Ok("DecodeError"),
        Error::SourceMismatch { .. } => Ok("SourceMismatchError"),
        Error::Options { .. } => Ok("OptionsError"),
        Error::Document { .. } | Error::Reference { .. } => Ok("DocumentError"),
        _ => Ok("FenjieError"),
    }
}

/// The encoding that the bytes look like, by its name in Python.
fn encoding(guess: Guess) -> Option<&'static str> {
    match guess {
        Guess::Gb18030 => Some("gb18030"),
        Guess::Utf16Le => Some("utf-16-le"),
        Guess::Utf16Be => Some("utf-16-be"),
        _ => None,
    }
}

fn make(py: Python<'_>, class: &str, message: &str, facts: &Bound<'_, PyDict>) -> PyErr {
    let made = py.import("fenjie._errors").and_then(|module| module.getattr(class));
    match made.and_then(|class| class.call((message,), Some(facts))) {
        Ok(exception) => PyErr::from_value(exception),
        Err(failure) => failure,
    }
}
