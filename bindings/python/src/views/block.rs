//! A block as a Python object.

use fenjie::BlockKind;
use pyo3::prelude::*;

use crate::hint::{SpanType, Typed};
use crate::row::{Kind, Row, View, base, data};
use crate::word::{Word, text};

/// A run of whole lines and what they were read as. Every line of a notice is in exactly one block.
///
/// >>> import fenjie
/// >>> notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
/// >>> [(block.kind, block.text) for block in notice.blocks]
/// [('task', '1.新建公园3座。\n'), ('responsibility', '责任单位：市城管局\n')]
#[pyclass(frozen, extends = Row, module = "fenjie")]
#[derive(Default)]
pub struct Block;

impl View for Block {
    type Data = fenjie::Block;
    const KIND: Kind = Kind::Blocks;

    fn rows(notice: &fenjie::Notice) -> &[Self::Data] {
        &notice.blocks
    }
}

#[pymethods]
impl Block {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str) = ("kind", "text");

    /// What the lines are.
    #[getter]
    fn kind(slf: &Bound<'_, Self>) -> Word<BlockKind> {
        Word(data(slf).kind)
    }

    /// Whether it carries on the sentence of an earlier block of its kind, across blank lines or page furniture.
    #[getter]
    fn continues(slf: &Bound<'_, Self>) -> bool {
        data(slf).continues
    }

    /// Its lines, as they stand in the source; empty where the notice has no text.
    #[getter]
    fn text<'a>(slf: &'a Bound<'_, Self>) -> &'a str {
        base(slf).document().text(data(slf).span)
    }

    /// Where it stands in the source, in code points.
    #[getter]
    fn span<'py>(slf: &Bound<'py, Self>) -> PyResult<Typed<'py, SpanType>> {
        base(slf).place(slf.py(), data(slf).span)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let row = data(slf);
        let words = super::literal(slf.py(), base(slf).document().text(row.span))?;
        Ok(format!("Block('{}', {words})", text(&row.kind)))
    }
}
