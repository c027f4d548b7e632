//! Enums of the core as the words of the document: `Role::Lead` is `"lead"`.

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyString;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors;

/// An enum whose words have a `Literal` type in `fenjie._types`.
pub trait Vocabulary: Serialize {
    const TYPE: PyStaticExpr;
}

/// A value of such an enum, on its way to Python.
pub struct Word<E: Vocabulary>(pub E);

impl<'py, E: Vocabulary> IntoPyObject<'py> for Word<E> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = E::TYPE;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(PyString::intern(py, &text(&self.0)))
    }
}

/// The word of a value, as the document has it.
pub fn text<E: Serialize>(value: &E) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        // An enum of unit variants is a string; nothing else comes here.
        other => unreachable!("not a word: {other:?}"),
    }
}

/// The value of a word that a caller gave for `option`.
pub fn value<E: DeserializeOwned>(py: Python<'_>, option: &str, word: &str) -> PyResult<E> {
    serde_json::from_value(serde_json::Value::String(word.to_owned()))
        .map_err(|cause| errors::options(py, format!("option `{option}`: {cause}")))
}

/// Each line an enum of the core; its `Literal` has the same name.
macro_rules! vocabularies {
    ($($name:ident),+ $(,)?) => {
        $(impl Vocabulary for fenjie::$name {
            const TYPE: PyStaticExpr = type_hint_identifier!("fenjie._types", stringify!($name));
        })+
    };
}

vocabularies! {
    Basis, BlockKind, CellState, Change, Code, Comparator, NoticeKind, PartKind, Role, Rule, Severity, Strength, TargetKind,
    TargetRule,
}
