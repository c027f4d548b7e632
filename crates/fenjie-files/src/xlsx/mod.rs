//! Workbooks of Excel 2007 and later: what the cells of the sheets show, in the order of the sheets.

mod sheet;
mod strings;
mod styles;
#[cfg(test)]
mod tests;

use fenjie::Document;
use sheet::Shared;

use crate::grid::Allowance;
use crate::number::{Epoch, Styles};
use crate::package::Package;
use crate::relations::Relations;
use crate::writer::Writer;
use crate::xml::{Element, Event, Part};
use crate::{Error, Format, Options};

/// The workbook, in a package that does not say which part it is.
const BOOK: &str = "xl/workbook.xml";

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Xlsx, options)?;
    let name = Relations::main(&mut package)?.unwrap_or_else(|| BOOK.to_owned());
    // A workbook may be in binary parts (XLSB).
    let workbook = if name.as_bytes().ends_with(b".bin") { None } else { package.xml(&name)? };
    let workbook = workbook.ok_or(Error::Unreadable { format: Format::Xlsx })?;
    let relations = Relations::of(&mut package, &name)?;
    let relations = relations.ok_or_else(|| Error::broken(Format::Xlsx, "it does not say where its sheets are"))?;
    let book = Book::read(&workbook, &relations)?;
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
    fn read(workbook: &Part, relations: &Relations) -> Result<Self, Error> {
        let part = |kind: &str| relations.part(kind).map(String::from);
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
                b"sheet" => book.sheet(&element, relations),
                _ => {}
            }
        }
        Ok(book)
    }

    /// Takes a sheet. Those of a chart alone have no cells.
    fn sheet(&mut self, element: &Element<'_>, relations: &Relations) {
        let shown = element.attribute("state").is_none_or(|state| state == "visible");
        let relation = element.attribute("id").and_then(|id| relations.get(&id));
        if let Some(relation) = relation.filter(|relation| relation.is("/worksheet")) {
            let name = element.attribute("name").unwrap_or_default().into_owned();
            self.sheets.push((name, shown.then(|| relation.part().to_owned())));
        }
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
