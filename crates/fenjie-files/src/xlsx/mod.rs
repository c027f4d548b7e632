//! Workbooks of Excel 2007 and later: what the cells of the sheets show, in the order of the sheets.

mod sheet;
mod strings;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::HashMap;

use fenjie::Document;
use sheet::Shared;
use xml::{Node, walk};

use crate::grid::Allowance;
use crate::number::{Epoch, Styles};
use crate::package::Package;
use crate::writer::Writer;
use crate::{Error, Format, Options};

const FOLDER: &str = "xl/";
const WORKBOOK: &str = "xl/workbook.xml";

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Xlsx, options)?;
    let Some(workbook) = package.part(WORKBOOK)? else {
        // One of binary parts (XLSB).
        return Err(Error::Unreadable { format: Format::Xlsx });
    };
    let book = Book::read(&workbook, &package.needed("xl/_rels/workbook.xml.rels")?)?;
    let shared = shared(&mut package, &book)?;
    let allowance = Allowance::new(options);
    let mut writer = Writer::new(options);
    for (name, part) in &book.sheets {
        let cells = sheet::read(&package.needed(part)?, part, &shared, &allowance)?;
        crate::sheet::write(&mut writer, name, cells)?;
    }
    Ok(writer.finish())
}

/// What `workbook.xml` says, and where the parts are.
struct Book {
    /// The sheets that are shown: their names and parts.
    sheets: Vec<(String, String)>,
    strings: Option<String>,
    styles: Option<String>,
    epoch: Epoch,
}

impl Book {
    fn read(workbook: &[u8], relations: &[u8]) -> Result<Self, Error> {
        let relations = Relation::all(relations)?;
        let part = |kind: &str| relations.values().find(|relation| relation.is(kind)).map(|found| found.part.clone());
        let mut book = Self {
            sheets: Vec::new(),
            strings: part("/sharedStrings"),
            styles: part("/styles"),
            epoch: Epoch::default(),
        };
        walk(workbook, WORKBOOK, |node| {
            match node {
                Node::Start("workbookPr", attributes) if attributes.is_on("date1904") => book.epoch = Epoch::Of1904,
                Node::Start("sheet", attributes) => {
                    let hidden = attributes.get("state").is_some_and(|state| state != "visible");
                    let relation = attributes.get("id").and_then(|id| relations.get(id.as_ref()));
                    // Sheets of a chart alone have no cells.
                    if let Some(relation) = relation.filter(|relation| !hidden && relation.is("/worksheet")) {
                        let name = attributes.get("name").unwrap_or_default().into_owned();
                        book.sheets.push((name, relation.part.clone()));
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(book)
    }
}

/// Another part that belongs to the workbook.
struct Relation {
    kind: String,
    part: String,
}

impl Relation {
    fn all(part: &[u8]) -> Result<HashMap<String, Self>, Error> {
        let mut relations = HashMap::new();
        walk(part, "workbook.xml.rels", |node| {
            if let Node::Start("Relationship", attributes) = node {
                if let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target")) {
                    let part = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("{FOLDER}{}", target.trim_start_matches("./")),
                    };
                    let kind = attributes.get("Type").unwrap_or_default().into_owned();
                    relations.insert(id.into_owned(), Self { kind, part });
                }
            }
            Ok(())
        })?;
        Ok(relations)
    }

    fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }
}

/// What the sheets share; a workbook without words has no strings, and a plain one no styles.
fn shared(package: &mut Package<'_>, book: &Book) -> Result<Shared, Error> {
    let strings = match &book.strings {
        Some(part) => package.part(part)?.map_or(Ok(Vec::new()), |part| strings::read(&part))?,
        None => Vec::new(),
    };
    let mut styles = match &book.styles {
        Some(part) => package.part(part)?.map_or(Ok(Styles::default()), |part| styles::read(&part))?,
        None => Styles::default(),
    };
    styles.epoch = book.epoch;
    Ok(Shared { strings, styles })
}
