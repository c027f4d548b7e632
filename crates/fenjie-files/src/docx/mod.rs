//! Word 2007 and later: what a reader of the document sees, with the numbers that Word generates, tracked changes as accepted,
//! hidden text left out, and notes behind the text. Headers, footers and comments are not read.

mod body;
mod numbering;
mod paragraph;
mod properties;
mod styles;
mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use fenjie::Document;

use self::body::{Body, NoteKind};
use self::numbering::Numbering;
use self::styles::Styles;
use crate::flow::{self, Block};
use crate::package::Package;
use crate::relations::Relations;
use crate::writer::Writer;
use crate::xml::{Event, Xml};
use crate::{Error, Format, Options};

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Docx, options)?;
    let name = Relations::main(&mut package)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let main = package.needed(&name)?;
    let parts = Relations::of(&mut package, &name)?.unwrap_or_default();
    let styles = match package.xml(parts.part("/styles").unwrap_or("word/styles.xml"))? {
        Some(part) => Styles::read(&mut part.xml())?,
        None => Styles::default(),
    };
    let numbering = match package.xml(parts.part("/numbering").unwrap_or("word/numbering.xml"))? {
        Some(part) => Numbering::read(&mut part.xml())?,
        None => Numbering::default(),
    };
    let mut body = Body::new(&styles, numbering, options);
    let mut xml = main.xml();
    while let Some(event) = xml.next()? {
        body.event(&mut xml, event)?;
    }
    let blocks = body.finish();
    let notes = notes(&mut package, &parts, &mut body)?;
    let mut writer = Writer::new(options);
    flow::write(&mut writer, blocks, notes)?;
    Ok(writer.finish())
}

/// The notes to which the text refers, in its order; those at the feet of pages first.
fn notes(package: &mut Package<'_>, parts: &Relations, body: &mut Body<'_>) -> Result<Vec<Block>, Error> {
    let mut found = Vec::new();
    for (kind, relation, usual) in
        [(NoteKind::Foot, "/footnotes", "word/footnotes.xml"), (NoteKind::End, "/endnotes", "word/endnotes.xml")]
    {
        let meant = body.notes(kind);
        if meant.is_empty() {
            continue;
        }
        let Some(part) = package.xml(parts.part(relation).unwrap_or(usual))? else { continue };
        let mut all = all_notes(&mut part.xml(), body)?;
        found.extend(meant.iter().filter_map(|id| all.remove(id)).flatten());
    }
    Ok(found)
}

fn all_notes(xml: &mut Xml<'_>, body: &mut Body<'_>) -> Result<HashMap<String, Vec<Block>>, Error> {
    let mut notes = HashMap::new();
    let mut id = None;
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) if matches!(element.local(), b"footnote" | b"endnote") => {
                id = element.attribute("id").map(String::from);
            }
            Event::End(element) if matches!(element.local(), b"footnote" | b"endnote") => {
                notes.extend(id.take().map(|id| (id, body.finish())));
            }
            _ => body.event(xml, event)?,
        }
    }
    Ok(notes)
}
