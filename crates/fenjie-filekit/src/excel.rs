//! Workbooks of Excel up to 2003 (BIFF8).

use crate::compound::compound;

/// The most bytes of a record, and what goes on from one.
const LONGEST: usize = 8224;
const CONTINUE: u16 = 0x3c;
const STRINGS: u16 = 0xfc;

/// A record; what is longer than one goes on in others.
pub fn record(id: u16, body: &[u8]) -> Vec<u8> {
    let mut pieces = body.chunks(LONGEST);
    let one = |id: u16, body: &[u8]| [&id.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat();
    let mut whole = one(id, pieces.next().unwrap_or_default());
    whole.extend(pieces.flat_map(|piece| one(CONTINUE, piece)));
    whole
}

/// A string with its length in two bytes.
pub fn wide(words: &str) -> Vec<u8> {
    let units: Vec<u16> = words.encode_utf16().collect();
    let mut bytes = (units.len() as u16).to_le_bytes().to_vec();
    bytes.push(1);
    bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

/// Row, column and style of a cell, and its value.
pub fn cell(id: u16, row: u16, column: u16, style: u16, value: &[u8]) -> Vec<u8> {
    let head = [row, column, style].into_iter().flat_map(u16::to_le_bytes);
    record(id, &head.chain(value.iter().copied()).collect::<Vec<_>>())
}

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// The strings that its cells share.
    pub strings: Vec<String>,
    /// The records of its sheets, without those at their beginnings and ends.
    pub sheets: Vec<Vec<u8>>,
}

impl Book {
    /// Its stream.
    pub fn stream(&self) -> Vec<u8> {
        let begin = record(0x809, &[0, 6, 16, 0]);
        let end = record(0x0a, &[]);
        let mut at = self.globals(&vec![0; self.sheets.len()]).len();
        let mut places = Vec::new();
        for sheet in &self.sheets {
            places.push(at as u32);
            at += begin.len() + sheet.len() + end.len();
        }
        let mut stream = self.globals(&places);
        self.sheets.iter().for_each(|sheet| stream.extend([&begin[..], sheet, &end].concat()));
        stream
    }

    fn globals(&self, places: &[u32]) -> Vec<u8> {
        let format = [&[176, 0][..], &wide("yyyy\"年\"m\"月\"")].concat();
        let mut globals = [record(0x809, &[0, 6, 5, 0]), record(0x41e, &format), record(0xe0, &[0; 20])].concat();
        globals.extend(record(0xe0, &[0, 0, 9, 0]));
        globals.extend(record(0xe0, &[0, 0, 176, 0]));
        for place in places {
            let sheet = [&place.to_le_bytes()[..], &[0, 0, 2, 1], &[0x05, 0x6e, 0x55, 0x53]].concat();
            globals.extend(record(0x85, &sheet));
        }
        globals.extend(self.shared());
        globals.extend(record(0x0a, &[]));
        globals
    }

    /// The strings, none of which goes on in the next record.
    fn shared(&self) -> Vec<u8> {
        let (mut records, mut id) = (Vec::new(), STRINGS);
        let mut body = [&[0; 4][..], &(self.strings.len() as u32).to_le_bytes()].concat();
        for string in self.strings.iter().map(|string| wide(string)) {
            if body.len() + string.len() > LONGEST {
                records.extend(record(id, &body));
                (id, body) = (CONTINUE, Vec::new());
            }
            body.extend(string);
        }
        records.extend(record(id, &body));
        records
    }
}

/// A file of this stream.
pub(crate) fn xls(inner: &[u8]) -> Vec<u8> {
    compound(&[("Workbook", inner)])
}
