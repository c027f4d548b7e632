//! The compiled half of the Python package: views of a notice, and what needs speed. The other half is `python/fenjie`.
//!
//! A notice is one Python object; its rows are light views that hold the notice and a position. What has no neighbours (a span,
//! a header, a verdict) is a plain dataclass of the Python half.

// The signatures are those that pyo3 asks for: owned arguments, `self` by reference, results throughout.
#![allow(clippy::needless_pass_by_value, clippy::trivially_copy_pass_by_ref, clippy::unnecessary_wraps)]
// Types that Python sees are public for pyo3; nobody else can use this library.
#![allow(unreachable_pub, clippy::missing_errors_doc)]
// The docs of what Python sees are Python's docstrings, with Python's lists in their examples.
#![allow(clippy::doc_link_with_quotes, clippy::doc_markdown, rustdoc::broken_intra_doc_links)]

mod errors;
mod hint;
mod many;
mod notice;
mod number;
mod parse;
mod plain;
mod row;
mod rows;
mod tables;
mod tools;
mod views;
mod word;

use pyo3::prelude::*;

/// The compiled half of `fenjie`; use the names of the package instead.
#[pymodule]
mod _fenjie {
    #[pymodule_export]
    use super::many::parse_many;
    #[pymodule_export]
    use super::notice::Notice;
    #[pymodule_export]
    use super::parse::{parse, parse_file, parse_together};
    #[pymodule_export]
    use super::row::{Row, row};
    #[pymodule_export]
    use super::rows::{Rows, RowsIterator, rows};
    #[pymodule_export]
    use super::tables::{Table, table};
    #[pymodule_export]
    use super::tools::{explain, grids, quantities};
    #[pymodule_export]
    use super::views::{
        Allocation, Assignment, Block, Convention, Diagnostic, Official, Part, Section, Target, Task, Unit,
    };
}
