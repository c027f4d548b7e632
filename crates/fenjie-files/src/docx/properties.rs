//! What elements say of the paragraph, the run, the row or the cell in which they stand.

use crate::Error;
use crate::xml::{Element, Xml};

/// What `pPr` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: Option<String>,
    /// The list to which it belongs; 0 for none, whatever its style says.
    pub(super) list: Option<u32>,
    pub(super) level: Option<u32>,
    /// Whether its end is deleted or hidden, so that the next paragraph goes on from it.
    pub(super) runs_on: bool,
}

/// What `rPr` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) style: Option<String>,
    pub(super) hidden: Option<bool>,
}

/// What `trPr` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// How many columns of the grid are left free before its first cell.
    pub(super) before: u32,
    /// Whether it is deleted or hidden.
    pub(super) gone: bool,
}

/// What `tcPr` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    /// Over how many columns of the grid it goes.
    pub(super) columns: u32,
    /// Whether it begins a merge downwards, or is covered by one.
    pub(super) down: Option<Merge>,
    /// The same to the right; Word 97 merged so.
    pub(super) right: Option<Merge>,
    pub(super) gone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    Begins,
    GoesOn,
}

/// Word has 63 columns at most.
const MOST_COLUMNS: u32 = 1024;

/// Whether a property is set: it is where nothing else is said.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    !element.attribute("val").is_some_and(|value| matches!(&*value, "0" | "false" | "off"))
}

fn value(element: &Element<'_>) -> Option<String> {
    element.attribute("val").map(String::from)
}

/// Reads what stands in an element of properties; what held before a change is passed over.
fn properties<T>(xml: &mut Xml<'_>, mut found: T, take: impl Fn(&mut T, &Element<'_>)) -> Result<T, Error> {
    xml.inside(|xml, element| {
        match element.local() {
            b"pPrChange" | b"rPrChange" | b"trPrChange" | b"tcPrChange" | b"numberingChange" | b"sectPr" => {
                xml.skip()?;
            }
            _ => take(&mut found, element),
        }
        Ok(())
    })?;
    Ok(found)
}

pub(super) fn paragraph(xml: &mut Xml<'_>) -> Result<Paragraph, Error> {
    properties(xml, Paragraph::default(), |found, element| match element.local() {
        b"pStyle" => found.style = value(element),
        b"numId" => found.list = element.number("val"),
        b"ilvl" => found.level = element.number("val"),
        b"del" | b"moveFrom" => found.runs_on = true,
        b"vanish" => found.runs_on |= is_on(element),
        _ => {}
    })
}

pub(super) fn run(xml: &mut Xml<'_>) -> Result<Run, Error> {
    properties(xml, Run::default(), |found, element| match element.local() {
        b"rStyle" => found.style = value(element),
        b"vanish" => found.hidden = Some(is_on(element)),
        _ => {}
    })
}

pub(super) fn row(xml: &mut Xml<'_>) -> Result<Row, Error> {
    properties(xml, Row::default(), |found, element| match element.local() {
        b"gridBefore" => found.before = element.number("val").unwrap_or(0).min(MOST_COLUMNS),
        b"del" | b"moveFrom" => found.gone = true,
        b"hidden" => found.gone |= is_on(element),
        _ => {}
    })
}

pub(super) fn cell(xml: &mut Xml<'_>) -> Result<Cell, Error> {
    let merge = |element: &Element<'_>| if element.is("val", "restart") { Merge::Begins } else { Merge::GoesOn };
    properties(xml, Cell { columns: 1, ..Cell::default() }, |found, element| match element.local() {
        b"gridSpan" => found.columns = element.number("val").unwrap_or(1).clamp(1, MOST_COLUMNS),
        b"vMerge" => found.down = Some(merge(element)),
        b"hMerge" => found.right = Some(merge(element)),
        b"cellDel" => found.gone = true,
        _ => {}
    })
}
