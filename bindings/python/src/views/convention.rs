//! A convention as a Python object.

use fenjie::Rule;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use super::literal;
use super::unit::Strings;
use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data};
use crate::word::{Word, text};

/// A rule that the notice states for reading its own lists.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局、市财政局（列第一位的为牵头单位，下同）\n")
/// >>> notice.conventions[0].rule
/// 'first_listed_leads'
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Convention;

impl View for Convention {
    type Data = fenjie::Convention;
    const KIND: Kind = Kind::Conventions;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.conventions
    }
}

#[pymethods]
impl Convention {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("rule", "quote");

    /// What it rules.
    #[getter]
    fn rule(slf: &Bound<'_, Self>) -> Word<Rule> {
        Word(data(slf).rule)
    }

    /// The group whose members it names.
    #[getter]
    fn group<'a>(slf: &'a Bound<'_, Self>) -> Option<&'a str> {
        data(slf).group.as_deref()
    }

    /// Whom the group includes beside its name's own meaning.
    #[getter]
    fn members<'py>(slf: &Bound<'py, Self>) -> PyResult<Strings<'py>> {
        let members: Vec<_> = data(slf).members.iter().map(|member| &**member).collect();
        Ok(Strings(PyTuple::new(slf.py(), members)?))
    }

    /// Its words.
    #[getter]
    fn quote<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        &data(slf).quote
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let row = data(slf);
        Ok(format!("Convention('{}', {})", text(&row.rule), literal(slf.py(), &row.quote)?))
    }
}
