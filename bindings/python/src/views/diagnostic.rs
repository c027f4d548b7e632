//! A diagnostic as a Python object.

use fenjie::{Code, Severity};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::literal;
use crate::hint::{Hint, SpanType, Typed};
use crate::plain;
use crate::row::{Kind, Row, View, base, data};
use crate::word::{Word, text};

/// A doubt about a reading: what, how bad, where, and what to do.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n任单位：市城管局\n")
/// >>> diagnostic = notice.diagnostics[0]
/// >>> diagnostic
/// Diagnostic('misprinted-label', 'warning', '`任单位` is read as `责任单位`')
/// >>> notice.source[diagnostic.span.slice]
/// '任单位'
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Diagnostic;

impl View for Diagnostic {
    type Data = fenjie::Diagnostic;
    const KIND: Kind = Kind::Diagnostics;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.diagnostics
    }
}

/// A tuple of spans.
pub enum SpansType {}

impl Hint for SpansType {
    const TYPE: pyo3::inspect::PyStaticExpr = pyo3::type_hint_identifier!("fenjie._types", "Spans");
}

#[pymethods]
impl Diagnostic {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str) = ("code", "severity", "message");

    /// The kind of doubt; `fenjie.explain` tells what it means.
    #[getter]
    fn code(slf: &Bound<'_, Self>) -> Word<Code> {
        Word(data(slf).code)
    }

    /// How much it matters.
    #[getter]
    fn severity(slf: &Bound<'_, Self>) -> Word<Severity> {
        Word(data(slf).severity)
    }

    /// What was found, in English.
    #[getter]
    fn message<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).message
    }

    /// What was found, in Chinese.
    #[getter]
    fn message_zh<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).message_zh
    }

    /// What a person may do about it, in English.
    #[getter]
    fn help<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).help.as_deref()
    }

    /// Other places that belong to the doubt: the first of two duplicates, say.
    #[getter]
    fn related<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpansType>> {
        let (py, notice) = (slf.py(), base(slf).notice.get());
        let spans: PyResult<Vec<_>> = data(slf).related.iter().map(|&span| plain::span(py, notice, span)).collect();
        Ok(Typed::new(PyTuple::new(py, spans?)?.into_any()))
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let row = data(slf);
        Ok(format!("Diagnostic('{}', '{}', {})", row.code, text(&row.severity), literal(slf.py(), &row.message)?))
    }

    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("fenjie._html")?.call_method1("diagnostic", (slf,))?.extract()
    }
}
