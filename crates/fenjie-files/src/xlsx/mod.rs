//! Workbooks of Excel 2007 and later: what the cells of the sheets show, in the order of the sheets.

mod sheet;
mod strings;
mod styles;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use fenjie::Document;
use sheet::Shared;

use crate::grid::Allowance;
use crate::number::{Epoch, Styles};
use crate::package::Package;
use crate::writer::Writer;
use crate::xml::{Element, Event, Part};
use crate::{Error, Format, Options};

const FOLDER: &str = "xl/";

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Xlsx, options)?;
    let Some(workbook) = package.xml("xl/workbook.xml")? else {
        // One of binary parts (XLSB).
        return Err(Error::Unreadable { format: Format::Xlsx });
    };
    let book = Book::read(&workbook, &package.needed("xl/_rels/workbook.xml.rels")?)?;
    let shared = shared(&mut package, &book)?;
    let allowance = Allowance::new(options);
    let mut writer = Writer::new(options);
    for (name, part) in &book.sheets {
        match part {
            Some(part) => {
                let sheet = sheet::read(&package.needed(part)?, &shared, &allowance)?;
                crate::sheet::write(&mut writer, name, sheet)?;
            }
            None => crate::sheet::pass(&mut writer, name)?,
        }
    }
    Ok(writer.finish())
}

/// What `workbook.xml` says, and where the parts are.
struct Book {
    /// The sheets: their names, and the parts of those that are shown.
    sheets: Vec<(String, Option<String>)>,
    strings: Option<String>,
    styles: Option<String>,
    epoch: Epoch,
}

impl Book {
    fn read(workbook: &Part, relations: &Part) -> Result<Self, Error> {
        let relations = Relation::all(relations)?;
        let part = |kind: &str| relations.values().find(|relation| relation.is(kind)).map(|found| found.part.clone());
        let mut book = Self {
            sheets: Vec::new(),
            strings: part("/sharedStrings"),
            styles: part("/styles"),
            epoch: Epoch::default(),
        };
        let mut xml = workbook.xml();
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            match element.local() {
                b"workbookPr" if element.is_on("date1904") => book.epoch = Epoch::Of1904,
                b"sheet" => book.sheet(&element, &relations),
                _ => {}
            }
        }
        Ok(book)
    }

    /// Takes a sheet. Those of a chart alone have no cells.
    fn sheet(&mut self, element: &Element<'_>, relations: &HashMap<String, Relation>) {
        let shown = element.attribute("state").is_none_or(|state| state == "visible");
        let relation = element.attribute("id").and_then(|id| relations.get(id.as_ref()));
        if let Some(relation) = relation.filter(|relation| relation.is("/worksheet")) {
            let name = element.attribute("name").unwrap_or_default().into_owned();
            self.sheets.push((name, shown.then(|| relation.part.clone())));
        }
    }
}

/// Another part that belongs to the workbook.
struct Relation {
    kind: String,
    part: String,
}

impl Relation {
    fn all(part: &Part) -> Result<HashMap<String, Self>, Error> {
        let mut relations = HashMap::new();
        let mut xml = part.xml();
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else { continue };
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None => format!("{FOLDER}{}", target.trim_start_matches("./")),
            };
            let kind = element.attribute("Type").unwrap_or_default().into_owned();
            relations.insert(id.into_owned(), Self { kind, part });
        }
        Ok(relations)
    }

    fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }
}

/// What the sheets share; a workbook without words has no strings, and a plain one no styles.
fn shared(package: &mut Package<'_>, book: &Book) -> Result<Shared, Error> {
    let strings = match &book.strings {
        Some(part) => package.xml(part)?.map_or(Ok(Vec::new()), |part| strings::read(&part))?,
        None => Vec::new(),
    };
    let mut styles = match &book.styles {
        Some(part) => package.xml(part)?.map_or(Ok(Styles::default()), |part| styles::read(&part))?,
        None => Styles::default(),
    };
    styles.epoch = book.epoch;
    Ok(Shared { strings, styles })
}
