//! A sheet: its cells with what they show, and its merged regions.

use super::strings::{Words, unescaped};
use crate::grid::{Allowance, Area, Grid};
use crate::number::Styles;
use crate::sheet;
use crate::xml::{Element, Event, Part};
use crate::{Error, Format};

/// What the sheets of a workbook share.
pub(super) struct Shared {
    pub(super) strings: Vec<String>,
    pub(super) styles: Styles,
}

/// The cells of a sheet, with what they show, and what is hidden.
pub(super) fn read(part: &Part, shared: &Shared, allowance: &Allowance) -> Result<sheet::Sheet, Error> {
    let mut sheet =
        Sheet { shared, allowance, grid: Grid::default(), row: 0, column: 0, cell: None, words: Words::default() };
    let mut xml = part.xml();
    while let Some(event) = xml.next()? {
        sheet.see(&event)?;
    }
    Ok(sheet.grid.finish())
}

struct Sheet<'a> {
    shared: &'a Shared,
    allowance: &'a Allowance,
    grid: Grid,
    /// Where the next row and the next cell are, unless they say it themselves.
    row: u32,
    column: u32,
    cell: Option<Opened>,
    words: Words,
}

/// A cell that is being read.
struct Opened {
    row: u32,
    column: u32,
    kind: Kind,
    style: usize,
}

/// What the value of a cell is.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    /// The position of a string that is shared.
    Shared,
    /// Words: its own, or a formula's.
    Words,
    Bool,
    /// A date as ISO 8601 writes it.
    Date,
    /// The name of an error.
    Error,
}

impl Sheet<'_> {
    fn see(&mut self, event: &Event<'_>) -> Result<(), Error> {
        if self.cell.is_some() {
            self.words.see(event);
        }
        match event {
            Event::Start(element) => self.start(element),
            Event::End(element) if element.local() == b"c" => self.close(),
            Event::End(element) => {
                self.row = self.row.saturating_add(u32::from(element.local() == b"row"));
                Ok(())
            }
            Event::Text(_) => Ok(()),
        }
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), Error> {
        match element.local() {
            b"row" => {
                self.row = element.number("r").map_or(self.row, |row| row.saturating_sub(1));
                self.column = 0;
                if element.is_on("hidden") {
                    self.grid.hide_rows(self.row, self.row);
                }
            }
            b"col" if element.is_on("hidden") => {
                let end = |name| element.number(name).unwrap_or(1).saturating_sub(1);
                self.grid.hide_columns(end("min"), end("max"));
            }
            b"c" => self.open(element)?,
            b"mergeCell" => {
                if let Some(area) = element.attribute("ref").as_deref().and_then(area) {
                    self.grid.merge(area);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>) -> Result<(), Error> {
        let (row, column) = match element.attribute("r") {
            Some(place) => self::place(&place)
                .ok_or_else(|| Error::broken(Format::Xlsx, format_args!("there is no cell {place}")))?,
            None => (self.row, self.column),
        };
        self.column = column.saturating_add(1);
        let kind = match element.attribute("t").as_deref() {
            Some("s") => Kind::Shared,
            Some("str" | "inlineStr") => Kind::Words,
            Some("b") => Kind::Bool,
            Some("d") => Kind::Date,
            Some("e") => Kind::Error,
            _ => Kind::Number,
        };
        let style = element.number("s").unwrap_or(0) as usize;
        self.cell = Some(Opened { row, column, kind, style });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let value = self.words.take();
        if value.is_empty() {
            return Ok(());
        }
        let styles = &self.shared.styles;
        let words = match cell.kind {
            Kind::Number => match value.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => styles.number(cell.style, number),
                _ => value,
            },
            Kind::Shared => {
                let string = value.trim().parse().ok().and_then(|at: usize| self.shared.strings.get(at));
                let string = string
                    .ok_or_else(|| Error::broken(Format::Xlsx, format_args!("there is no shared string {value}")))?;
                styles.text(cell.style, string.clone())
            }
            Kind::Words => styles.text(cell.style, unescaped(value)),
            Kind::Bool => if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned(),
            Kind::Date => value.trim_end_matches("T00:00:00").replace('T', " "),
            Kind::Error => value,
        };
        self.grid.cell((cell.row, cell.column), words, self.allowance)
    }
}

/// The highest row and column that a sheet has.
const LAST: (u32, u32) = (1_048_575, 16_383);

/// Row and column of a place such as `AB12`, counted from 0.
fn place(place: &str) -> Option<(u32, u32)> {
    let letters = place.find(|c: char| !c.is_ascii_alphabetic())?;
    let (letters, row) = place.split_at(letters);
    let digit = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().try_fold(0_u32, |column, byte| column.checked_mul(26)?.checked_add(digit(byte)))?;
    let row = row.parse::<u32>().ok()?;
    let found = (row.checked_sub(1)?, column.checked_sub(1)?);
    (found.0 <= LAST.0 && found.1 <= LAST.1).then_some(found)
}

/// A region such as `A1:C3`.
fn area(reference: &str) -> Option<Area> {
    let (first, last) = reference.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Area { rows: (top, bottom), columns: (left, right) })
}

#[cfg(test)]
mod tests {
    use super::{Area, area, place};

    #[test]
    fn places_are_read() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("AB12"), Some((11, 27)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        for none in ["", "A", "1", "A0", "XFE1", "A1048577", "A-1", "ZZZZZZZZZZZZ1", "部1"] {
            assert_eq!(place(none), None, "{none}");
        }
        assert_eq!(area("B2:D4"), Some(Area { rows: (1, 3), columns: (1, 3) }));
        assert_eq!(area("B2"), None);
    }
}
