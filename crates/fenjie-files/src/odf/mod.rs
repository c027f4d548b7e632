//! OpenDocument: texts, with the numbers that lists and headings generate and with notes behind the text, and the cells of
//! spreadsheets as they are displayed. Deleted and hidden text and annotations are left out; so are headers and footers.

mod body;
mod lists;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod words;

use fenjie::Document;

use self::body::Body;
use self::styles::Styles;
use crate::package::Package;
use crate::writer::Writer;
use crate::xml::{Event, Xml};
use crate::{Error, Format, Options, flow, sheet};

pub(crate) fn read_text(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut body = read(bytes, Format::Odt, options)?;
    let (blocks, notes) = body.finish();
    let mut writer = Writer::new(options);
    flow::write(&mut writer, blocks, notes)?;
    Ok(writer.finish())
}

pub(crate) fn read_sheets(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    let mut writer = Writer::new(options);
    for sheet in read(bytes, Format::Ods, options)?.sheets() {
        if sheet.is_hidden {
            sheet::pass(&mut writer, &sheet.name)?;
        } else {
            sheet::write(&mut writer, &sheet.name, sheet.content)?;
        }
    }
    Ok(writer.finish())
}

fn read(bytes: &[u8], format: Format, options: &Options) -> Result<Body, Error> {
    let mut package = Package::open(bytes, format, options)?;
    if is_encrypted(&mut package)? {
        return Err(Error::Unreadable { format: Format::Encrypted });
    }
    let mut styles = Styles::default();
    if let Some(part) = package.xml("styles.xml")? {
        common_styles(&mut part.xml(), &mut styles)?;
    }
    let content = package.needed("content.xml")?;
    let mut xml = content.xml();
    let mut body = Body::new(styles, format, options);
    while let Some(event) = xml.next()? {
        body.event(&mut xml, event)?;
    }
    Ok(body)
}

/// Under a password the parts are no XML, and the list of the parts says so.
fn is_encrypted(package: &mut Package<'_>) -> Result<bool, Error> {
    let manifest = package.part("META-INF/manifest.xml")?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&manifest).contains("encryption-data"))
}

/// Reads the styles that have a name for the reader; the others in their part are those of headers and footers.
fn common_styles(xml: &mut Xml<'_>, styles: &mut Styles) -> Result<(), Error> {
    while let Some(event) = xml.next()? {
        match event {
            Event::Start(element) if matches!(element.local(), b"automatic-styles" | b"master-styles") => xml.skip()?,
            Event::Start(element) => styles.take(xml, &element).map(drop)?,
            _ => {}
        }
    }
    Ok(())
}
