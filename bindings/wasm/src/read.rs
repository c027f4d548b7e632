//! From text to documents, and from documents on.

use fenjie::{Code, TaskRef, Why, quantity};
use fenjie_wasm_base::failure::{Failure, FailureCode, Result, json};
use fenjie_wasm_base::given;
use fenjie_wasm_base::units::Units;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

/// What is known of a notice beside its text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ParseOptions {
    /// The year of the notice, for parts and deadlines that print none; 1949 to 2199.
    pub(crate) year: Option<i64>,
}

/// Why each assignment and each target of a notice was read as it was, in the order of their tables.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Whys<'a> {
    /// One for each row of `assignments`.
    pub(crate) assignments: Vec<Why<'a>>,
    /// One for each row of `targets`.
    pub(crate) targets: Vec<Why<'a>>,
}

pub(crate) fn parse(text: &str, options: Option<JsValue>) -> Result<String> {
    let ParseOptions { year } = given::options(options)?;
    let mut notice = fenjie::parse_with(text, &given::year(year)?);
    let mut units = Units::of(notice.source.clone());
    notice.spans_mut().for_each(|span| *span = units.utf16(*span));
    json(&notice)
}

pub(crate) fn why(notice: JsValue, source: String) -> Result<String> {
    let notice = given::notice(notice, Some(source))?;
    let mut units = Units::of(notice.source.clone());
    let assignments =
        notice.tasks().flat_map(TaskRef::assignments).map(|row| in_utf16(row.why(), &mut units)).collect();
    let targets = notice.targets().map(|row| in_utf16(row.why(), &mut units)).collect();
    json(&Whys { assignments, targets })
}

fn in_utf16<'a>(mut why: Why<'a>, units: &mut Units) -> Why<'a> {
    why.span = units.utf16(why.span);
    if let Some(ground) = &mut why.ground {
        ground.span = units.utf16(ground.span);
    }
    why
}

pub(crate) fn coverage(notice: JsValue, source: String) -> Result<String> {
    json(&given::notice(notice, Some(source))?.coverage())
}

pub(crate) fn quantities(text: &str) -> Result<String> {
    let mut units = Units::of(text);
    let mut found: Vec<_> = quantity::find_iter(text).collect();
    for quantity in &mut found {
        quantity.span = units.utf16(quantity.span);
        quantity.number = units.utf16(quantity.number);
    }
    json(&found)
}

pub(crate) fn grids(text: &str) -> Result<String> {
    let mut units = Units::of(text);
    let mut grids = fenjie::table::grids(text);
    for column in grids.iter_mut().flat_map(|grid| &mut grid.columns) {
        column.span = units.utf16(column.span);
    }
    for row in grids.iter_mut().flat_map(|grid| &mut grid.rows) {
        row.span = units.utf16(row.span);
        row.cells.iter_mut().flat_map(|cell| &mut cell.spans).for_each(|span| *span = units.utf16(*span));
    }
    json(&grids)
}

pub(crate) fn explain(code: &str) -> Result<String> {
    let code: Code = code.parse().map_err(|error| Failure::new(FailureCode::UnknownCode, error))?;
    json(fenjie::explain(code))
}
