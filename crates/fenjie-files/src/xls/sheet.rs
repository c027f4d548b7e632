//! A sheet: its cells with what they show, and its merged regions.

use super::Globals;
use super::record::{Record, Records, broken};
use super::{BOF, EOF};
use crate::Error;
use crate::bytes::{f64_at, u8_at, u16_at, u32_at};
use crate::grid::{Allowance, Area, Grid};
use crate::sheet;

const FORMULA: u16 = 0x06;
const COLUMNS: u16 = 0x7d;
const MULTIPLE_NUMBERS: u16 = 0xbd;
const RICH_LABEL: u16 = 0xd6;
const MERGED: u16 = 0xe5;
const SHARED_LABEL: u16 = 0xfd;
const NUMBER: u16 = 0x203;
const LABEL: u16 = 0x204;
const BOOL_OR_ERROR: u16 = 0x205;
const STRING: u16 = 0x207;
const ROW: u16 = 0x208;
const SHORT_NUMBER: u16 = 0x27e;

/// The cells of the sheet that begins at a place of the stream.
pub(super) fn read(stream: &[u8], at: usize, globals: &Globals, allowance: &Allowance) -> Result<sheet::Sheet, Error> {
    let mut records = Records::from(stream, at)?;
    let mut sheet = Sheet { globals, allowance, grid: Grid::default(), formula: None };
    // Charts are sheets inside of the sheet.
    let mut depth = 0_u32;
    loop {
        let record = records.next()?;
        // Several sheets may say that they begin at the same place.
        allowance.bytes(record.length())?;
        match record.id {
            BOF => depth += 1,
            _ if depth == 0 => return Err(broken("a sheet does not begin where it should")),
            EOF if depth == 1 => return Ok(sheet.grid.finish()),
            EOF => depth -= 1,
            _ if depth == 1 => sheet.record(&record)?,
            _ => {}
        }
    }
}

struct Sheet<'a> {
    globals: &'a Globals,
    allowance: &'a Allowance,
    grid: Grid,
    /// A formula whose words come in the next record.
    formula: Option<Head>,
}

/// Where a cell is, and its style.
#[derive(Clone, Copy)]
struct Head {
    place: (u32, u32),
    style: usize,
}

impl Head {
    fn read(body: &[u8]) -> Option<Self> {
        let place = (u32::from(u16_at(body, 0)?), u32::from(u16_at(body, 2)?));
        Some(Self { place, style: usize::from(u16_at(body, 4)?) })
    }
}

impl Sheet<'_> {
    fn record(&mut self, record: &Record<'_>) -> Result<(), Error> {
        let done = match record.id {
            MERGED => self.merged(record.body),
            ROW => self.row(record.body),
            COLUMNS => self.columns(record.body),
            MULTIPLE_NUMBERS => return self.numbers(record.body),
            FORMULA => return self.formula(record.body),
            STRING if self.formula.is_none() => Some(()),
            NUMBER | SHORT_NUMBER | SHARED_LABEL | LABEL | RICH_LABEL | BOOL_OR_ERROR | STRING => {
                match self.cell(record) {
                    Some((head, words)) => return self.grid.cell(head.place, words, self.allowance),
                    None => None,
                }
            }
            _ => Some(()),
        };
        done.ok_or_else(|| broken("a record is too short, or names a string that there is not"))
    }

    /// The cell that a record gives, with what it shows.
    fn cell(&mut self, record: &Record<'_>) -> Option<(Head, String)> {
        let body = record.body;
        let head = match record.id {
            STRING => self.formula.take(),
            _ => Head::read(body),
        }?;
        let Globals { styles, strings, coding, .. } = self.globals;
        let words = match record.id {
            NUMBER => self.number(head, f64_at(body, 6)?),
            SHORT_NUMBER => self.number(head, short(u32_at(body, 6)?)),
            SHARED_LABEL => styles.text(head.style, strings.get(u32_at(body, 6)? as usize)?.clone()),
            LABEL | RICH_LABEL => styles.text(head.style, record.reader(6).string(2, *coding)?),
            STRING => styles.text(head.style, record.reader(0).string(2, *coding)?),
            _ => truth_or_error(u8_at(body, 6)?, u8_at(body, 7)? != 0),
        };
        Some((head, words))
    }

    /// What a formula gave when it was last computed.
    fn formula(&mut self, body: &[u8]) -> Result<(), Error> {
        self.formula = None;
        let cut = || broken("a formula is too short");
        let (head, value) = Head::read(body).zip(body.get(6..14)).ok_or_else(cut)?;
        let words = match *value {
            [0, _, _, _, _, _, 0xff, 0xff] => {
                self.formula = Some(head);
                return Ok(());
            }
            [kind @ (1 | 2), _, value, _, _, _, 0xff, 0xff] => truth_or_error(value, kind == 2),
            [_, _, _, _, _, _, 0xff, 0xff] => return Ok(()),
            _ => self.number(head, f64_at(value, 0).ok_or_else(cut)?),
        };
        self.grid.cell(head.place, words, self.allowance)
    }

    fn number(&self, head: Head, value: f64) -> String {
        // What is no number is shown as nothing.
        if value.is_finite() { self.globals.styles.number(head.style, value) } else { String::new() }
    }

    /// Numbers next to each other.
    fn numbers(&mut self, body: &[u8]) -> Result<(), Error> {
        let Some((row, first)) = u16_at(body, 0).zip(u16_at(body, 2)) else { return Ok(()) };
        // The last column stands behind them.
        let numbers = body.get(4..body.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
        for (column, bytes) in (u32::from(first)..).zip(numbers) {
            let (Some(style), Some(value)) = (u16_at(bytes, 0), u32_at(bytes, 2)) else { continue };
            let head = Head { place: (u32::from(row), column), style: usize::from(style) };
            let words = self.number(head, short(value));
            self.grid.cell(head.place, words, self.allowance)?;
        }
        Ok(())
    }

    /// Whether a row is hidden. A record that is too short does not say so.
    fn row(&mut self, body: &[u8]) -> Option<()> {
        if u16_at(body, 12).is_some_and(|flags| flags & 0x20 != 0) {
            let row = u32::from(u16_at(body, 0)?);
            self.grid.hide_rows(row, row);
        }
        Some(())
    }

    /// Whether columns are hidden.
    fn columns(&mut self, body: &[u8]) -> Option<()> {
        if u16_at(body, 8).is_some_and(|flags| flags & 1 != 0) {
            self.grid.hide_columns(u16_at(body, 0)?.into(), u16_at(body, 2)?.into());
        }
        Some(())
    }

    fn merged(&mut self, body: &[u8]) -> Option<()> {
        let count = usize::from(u16_at(body, 0)?);
        for region in body.get(2..)?.chunks_exact(8).take(count) {
            let number = |at| u16_at(region, at).map(u32::from);
            self.grid.merge(Area { rows: (number(0)?, number(2)?), columns: (number(4)?, number(6)?) });
        }
        Some(())
    }
}

/// A number in 30 bits: a whole one, or the upper part of a fraction; of either a hundredth may be meant.
fn short(bits: u32) -> f64 {
    let value = if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits as i32 >> 2) };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

fn truth_or_error(value: u8, error: bool) -> String {
    let shown = match (error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    shown.to_owned()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    #[allow(clippy::float_cmp)]
    fn short_numbers_are_whole_or_fractions_or_hundredths() {
        assert_eq!(short(7 << 2 | 2), 7.0);
        assert_eq!(short(0xffff_ffe4 | 2), -7.0);
        assert_eq!(short(345 << 2 | 3), 3.45);
        assert_eq!(short((0.5_f64.to_bits() >> 32) as u32), 0.5);
    }
}
