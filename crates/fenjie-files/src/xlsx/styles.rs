//! `styles.xml`: which style of a cell has which number format.

use super::xml::{Node, walk};
use crate::Error;
use crate::number::Styles;

pub(super) fn read(part: &[u8]) -> Result<Styles, Error> {
    let mut styles = Styles::default();
    // Styles that other styles are made of are kept in a list of their own.
    let mut of_cells = false;
    walk(part, "styles.xml", |node| {
        match node {
            Node::Start("numFmt", attributes) => {
                if let (Some(id), Some(code)) = (attributes.number("numFmtId"), attributes.get("formatCode")) {
                    styles.format(id, &code);
                }
            }
            Node::Start("cellXfs", _) => of_cells = true,
            Node::End("cellXfs") => of_cells = false,
            Node::Start("xf", attributes) if of_cells => styles.style(attributes.number("numFmtId").unwrap_or(0)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}
