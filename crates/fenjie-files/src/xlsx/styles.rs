//! `styles.xml`: which style of a cell has which number format.

use crate::Error;
use crate::number::Styles;
use crate::xml::{Event, Part};

pub(super) fn read(part: &Part) -> Result<Styles, Error> {
    let mut styles = Styles::default();
    // Styles that other styles are made of are kept in a list of their own.
    let mut of_cells = false;
    let mut xml = part.xml();
    while let Some(event) = xml.next()? {
        let element = match event {
            Event::Start(element) => element,
            Event::End(element) => {
                of_cells &= element.local() != b"cellXfs";
                continue;
            }
            Event::Text(_) => continue,
        };
        let format = element.number("numFmtId").and_then(|id| u16::try_from(id).ok());
        match element.local() {
            b"numFmt" => {
                if let (Some(id), Some(code)) = (format, element.attribute("formatCode")) {
                    styles.format(id, &code);
                }
            }
            b"cellXfs" => of_cells = true,
            b"xf" if of_cells => styles.style(format.unwrap_or(0)),
            _ => {}
        }
    }
    Ok(styles)
}
