//! From text to documents, and from documents on.

use fenjie::{Code, Notice, Options, Why, quantity};
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, FailureCode, Result, json};
use crate::units::Units;

/// What is known of a notice beside its text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ParseOptions {
    /// The year of the notice, for parts and deadlines that print none; 1949 to 2199.
    pub(crate) year: Option<i16>,
}

/// Why each assignment and each target of a notice was read as it was, in the order of their tables.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Whys<'a> {
    /// One for each row of `assignments`.
    pub(crate) assignments: Vec<Why<'a>>,
    /// One for each row of `targets`.
    pub(crate) targets: Vec<Why<'a>>,
}

pub(crate) fn parse(text: &str, options: Option<&str>) -> Result<String> {
    let mut notice = fenjie::parse_with(text, &parse_options(options)?);
    let units = Units::of(notice.source.clone());
    notice.spans_mut().for_each(|span| *span = units.utf16(*span));
    json(&notice)
}

fn parse_options(options: Option<&str>) -> Result<Options> {
    let Some(options) = options else { return Ok(Options::default()) };
    let options: ParseOptions =
        serde_json::from_str(options).map_err(|error| Failure::new(FailureCode::Options, error))?;
    Ok(match options.year {
        Some(year) => Options::default().year(year)?,
        None => Options::default(),
    })
}

/// A document with its spans in bytes and its source, where there is one.
pub(crate) fn document(notice: &str, source: Option<String>) -> Result<Notice> {
    let mut notice: Notice = serde_json::from_str(notice).map_err(fenjie::Error::document)?;
    let Some(source) = source else {
        notice.check_references()?;
        return Ok(notice);
    };
    let units = Units::of(&*source);
    notice.spans_mut().for_each(|span| *span = units.bytes(*span));
    Ok(notice.with_source(source)?)
}

pub(crate) fn why(notice: &str, source: String) -> Result<String> {
    let notice = document(notice, Some(source))?;
    let units = Units::of(notice.source.clone());
    let assignments =
        notice.tasks().flat_map(|task| task.assignments()).map(|row| in_utf16(row.why(), &units)).collect();
    let targets = notice.targets().map(|row| in_utf16(row.why(), &units)).collect();
    json(&Whys { assignments, targets })
}

fn in_utf16<'a>(mut why: Why<'a>, units: &Units) -> Why<'a> {
    why.span = units.utf16(why.span);
    if let Some(ground) = &mut why.ground {
        ground.span = units.utf16(ground.span);
    }
    why
}

pub(crate) fn coverage(notice: &str, source: String) -> Result<String> {
    json(&document(notice, Some(source))?.coverage())
}

pub(crate) fn quantities(text: &str) -> Result<String> {
    let units = Units::of(text);
    let mut found: Vec<_> = quantity::find_iter(text).collect();
    for quantity in &mut found {
        quantity.span = units.utf16(quantity.span);
        quantity.number = units.utf16(quantity.number);
    }
    json(&found)
}

pub(crate) fn grids(text: &str) -> Result<String> {
    let units = Units::of(text);
    let mut grids = fenjie::table::grids(text);
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
