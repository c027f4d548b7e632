//! Workbooks of Excel up to 2003 (MS-XLS: BIFF5 and BIFF8): what the cells of the sheets show, in the order of the sheets.

mod record;
mod sheet;
#[cfg(test)]
mod tests;

use encoding_rs::{BIG5, Encoding, GB18030};
use fenjie::Document;
use record::{Coding, Record, Records, broken};

use crate::bytes::{u8_at, u16_at, u32_at};
use crate::compound::Compound;
use crate::grid::Allowance;
use crate::number::{Epoch, Styles};
use crate::writer::Writer;
use crate::{Error, Format, Options};

const EOF: u16 = 0x0a;
const EPOCH: u16 = 0x22;
const PASSWORD: u16 = 0x2f;
const CODE_PAGE: u16 = 0x42;
const SHEET: u16 = 0x85;
const STYLE: u16 = 0xe0;
const STRINGS: u16 = 0xfc;
const FORMAT: u16 = 0x41e;
const BOF: u16 = 0x809;

pub(crate) fn read(bytes: &[u8], options: &Options) -> Result<Document, Error> {
    if bytes.trim_ascii_start().starts_with(b"<") || bytes.starts_with(b"\xef\xbb\xbf") {
        // In the XML of Excel 2003.
        return Err(Error::Unreadable { format: Format::Xls });
    }
    let file = Compound::open(bytes, Format::Xls)?;
    // A file that two versions are to read has both.
    let stream = match file.stream("Workbook")? {
        Some(stream) => stream,
        None => file.needed("Book")?,
    };
    let globals = Globals::read(&stream)?;
    let allowance = Allowance::new(options);
    let mut writer = Writer::new(options);
    for (name, at) in &globals.sheets {
        match *at {
            Some(at) => crate::sheet::write(&mut writer, name, sheet::read(&stream, at, &globals, &allowance)?)?,
            None => crate::sheet::pass(&mut writer, name)?,
        }
    }
    Ok(writer.finish())
}

/// What the sheets of a workbook share.
struct Globals {
    coding: Coding,
    styles: Styles,
    strings: Vec<String>,
    /// The sheets: their names, and where those begin that are shown.
    sheets: Vec<(String, Option<usize>)>,
}

impl Globals {
    fn read(stream: &[u8]) -> Result<Self, Error> {
        let mut records = Records::from(stream, 0)?;
        let first = records.next()?;
        let coding = match (first.id, u16_at(first.body, 0)) {
            (BOF, Some(0x600)) => Coding::Wide,
            (BOF, Some(0x500)) => Coding::Bytes(GB18030),
            _ => return Err(broken("it is of no version that is known")),
        };
        let mut globals = Self { coding, styles: Styles::default(), strings: Vec::new(), sheets: Vec::new() };
        loop {
            let record = records.next()?;
            match record.id {
                EOF => return Ok(globals),
                PASSWORD => return Err(Error::Unreadable { format: Format::Encrypted }),
                _ => globals.record(&record).ok_or_else(|| broken("a record is too short"))?,
            }
        }
    }

    /// Takes a record; `None` where it is too short.
    fn record(&mut self, record: &Record<'_>) -> Option<()> {
        let body = record.body;
        match record.id {
            EPOCH if u16_at(body, 0)? == 1 => self.styles.epoch = Epoch::Of1904,
            CODE_PAGE => {
                if let Coding::Bytes(encoding) = &mut self.coding {
                    *encoding = code_page(u16_at(body, 0)?);
                }
            }
            FORMAT => {
                let length = if matches!(self.coding, Coding::Wide) { 2 } else { 1 };
                // Some programs cut a code short.
                let code = record.reader(2).string(length, self.coding).unwrap_or_default();
                self.styles.format(u16_at(body, 0)?, &code);
            }
            STYLE => self.styles.style(u16_at(body, 2)?),
            SHEET => {
                let (hidden, kind) = (u8_at(body, 4)? & 3 != 0, u8_at(body, 5)?);
                let name = record.reader(6).string(1, self.coding)?;
                let at = u32_at(body, 0)? as usize;
                if kind == 0 {
                    self.sheets.push((name, (!hidden).then_some(at)));
                }
            }
            STRINGS => {
                // Some programs count more strings than there are; a cell that names one is broken.
                let mut reader = record.reader(8);
                let strings = (0..u32_at(body, 4)?).map_while(|_| reader.string(2, Coding::Wide));
                self.strings.extend(strings);
            }
            _ => {}
        }
        Some(())
    }
}

/// The encoding of a code page; most say which one, and a Chinese workbook that does not is in GBK.
fn code_page(number: u16) -> &'static Encoding {
    match number {
        950 => BIG5,
        874 | 1250..=1258 => {
            Encoding::for_label(format!("windows-{number}").as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
        }
        _ => GB18030,
    }
}
