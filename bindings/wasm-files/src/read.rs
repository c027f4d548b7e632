//! From files to documents and notices.

use fenjie::Document;
use fenjie_files::Options;
use fenjie_wasm_base::failure::{Failure, json};
use fenjie_wasm_base::given;
use fenjie_wasm_base::units::Units;
use js_sys::Uint8Array;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::failure::{FileFailure, Result};

/// What is known of files beside their bytes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FilesOptions {
    /// The encoding of texts and pages that do not say it themselves, such as `gb18030`; found out where nothing is said.
    pub(crate) encoding: Option<String>,
    /// The year of the notice, for parts and deadlines that print none; 1949 to 2199.
    pub(crate) year: Option<i64>,
}

pub(crate) fn parse(files: &[Uint8Array], names: &[String], options: Option<JsValue>) -> Result<String> {
    let FilesOptions { encoding, year } = given::options(options)?;
    let (options, known) = (Options { encoding, ..Options::default() }, given::year(year)?);
    let mut whole = Document::default();
    for (file, name) in files.iter().zip(names) {
        let next = document(file, name, &options)?;
        whole.join(next).map_err(|error| FileFailure::of(name, error.into()))?;
    }
    let mut notice = fenjie::parse_document(&whole, &known).map_err(Failure::from)?;
    let mut units = Units::of(notice.source.clone());
    notice.spans_mut().for_each(|span| *span = units.utf16(*span));
    spans_in_utf16(&mut whole, &mut units);
    Ok(json(&(notice, whole))?)
}

pub(crate) fn read(file: &Uint8Array, name: &str, options: Option<JsValue>) -> Result<String> {
    let FilesOptions { encoding, .. } = given::options(options)?;
    let mut document = document(file, name, &Options { encoding, ..Options::default() })?;
    let mut units = Units::of(&*document.text);
    spans_in_utf16(&mut document, &mut units);
    Ok(json(&document)?)
}

fn document(file: &Uint8Array, name: &str, options: &Options) -> Result<Document> {
    fenjie_files::read(&file.to_vec(), name, options).map_err(|error| FileFailure::of(name, error))
}

fn spans_in_utf16(document: &mut Document, units: &mut Units) {
    for table in &mut document.tables {
        table.span = units.utf16(table.span);
        table.cells.iter_mut().for_each(|cell| cell.span = units.utf16(cell.span));
    }
    document.origins.iter_mut().for_each(|origin| origin.span = units.utf16(origin.span));
}
