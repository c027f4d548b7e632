//! The views: one class for each table of the document, its fields and its walks.

mod allocation;
mod assignment;
mod block;
mod convention;
mod diagnostic;
mod official;
mod part;
mod section;
mod target;
mod task;
mod unit;

pub use allocation::Allocation;
pub use assignment::Assignment;
pub use block::Block;
pub use convention::Convention;
pub use diagnostic::Diagnostic;
pub use official::Official;
pub use part::Part;
use pyo3::prelude::*;
use pyo3::types::PyString;
pub use section::Section;
pub use target::Target;
pub use task::Task;
pub use unit::{Strings, Unit};

/// How many characters of a text a `repr` shows.
const SHOWN: usize = 40;

/// The text as a Python literal, cut where it is long.
fn literal(py: Python<'_>, text: &str) -> PyResult<String> {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    Ok(PyString::new(py, &shown).repr()?.to_string())
}

/// The same, or `None`.
fn literal_or_none(py: Python<'_>, text: Option<&str>) -> PyResult<String> {
    text.map_or_else(|| Ok("None".to_owned()), |text| literal(py, text))
}
