//! Reads Chinese local-government notices and gives back who answers for what.

#![forbid(unsafe_code)]

mod algebra;
mod calendar;
mod check;
mod coverage;
mod document;
mod error;
mod evidence;
mod integrity;
mod model;
mod options;
mod outline;
mod parse;
mod phrase;
mod position;
mod printed;
pub mod quantity;
mod reading;
mod relations;
pub mod table;
#[cfg(test)]
mod testing;
mod text;
mod vocabulary;
mod why;
mod write;

pub use algebra::{Change, Judging, Verdict};
pub use arcstr::{ArcStr, Substr};
pub use check::codes::{Explanation, UnknownCode, explain};
pub use coverage::{Amount, Coverage};
pub use document::{Document, DocumentCell, DocumentTable, Origin, Place, Remark, RemarkKind};
pub use error::{Error, Guess, decode};
pub use jiff::civil::Date;
pub use model::*;
pub use options::Options;
pub use parse::{parse, parse_document, parse_with};
#[doc(hidden)]
pub use phrase::around::card_field;
pub use position::{LineIndex, Offsets, Position};
pub use relations::{AssignmentRef, OfficialRef, PartRef, SectionRef, TargetRef, TaskRef, UnitRef, View};
pub use rust_decimal::Decimal;
pub use why::{Ground, GroundKind, Why};

/// The examples of the project's front page run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
