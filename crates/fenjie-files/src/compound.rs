//! Compound files (MS-CFB), in which Word and Excel up to 2003 keep their streams: a file system in a file.

use crate::bytes::{u16_at, u32_at};
use crate::{Error, Format};

/// The streams at the root of a file.
pub(crate) struct Compound<'a> {
    bytes: &'a [u8],
    format: Format,
    /// How many bytes a sector has.
    sector: usize,
    /// Which sector comes behind each.
    next: Vec<u32>,
    /// The same of the small sectors, and the stream that these are cut from.
    next_small: Vec<u32>,
    small: Vec<u8>,
    streams: Vec<Entry>,
}

/// What the directory says of a stream.
struct Entry {
    name: String,
    kind: u8,
    left: u32,
    right: u32,
    child: u32,
    start: u32,
    size: usize,
}

const HEADER: usize = 512;
/// Sectors of this number and above are none.
const NONE: u32 = 0xffff_fffa;
const SMALL_SECTOR: usize = 64;
/// Streams below this size are in small sectors.
const SMALL: usize = 4096;
const ENTRY: usize = 128;
const STREAM: u8 = 2;

impl<'a> Compound<'a> {
    pub(crate) fn open(bytes: &'a [u8], format: Format) -> Result<Self, Error> {
        let broken = || Error::broken(format, "its header is damaged");
        let sector = match u16_at(bytes, 0x1e) {
            Some(shift @ (9 | 12)) => 1 << shift,
            _ => return Err(broken()),
        };
        let number = |at| u32_at(bytes, at).ok_or_else(broken);
        let empty = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (next, next_small, small, streams) = empty;
        let mut file = Self { bytes, format, sector, next, next_small, small, streams };
        file.next = file.table()?;
        file.next_small = numbers(&file.chain(number(0x3c)?, usize::MAX)?);
        let entries = file.entries(number(0x30)?)?;
        if let Some(root) = entries.first() {
            file.small = file.chain(root.start, root.size)?;
        }
        file.streams = of_root(entries);
        Ok(file)
    }

    /// Whether there is a stream of a name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.streams.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream by its name; `None` where there is none.
    pub(crate) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        let bytes = if entry.size < SMALL { self.small_chain(entry)? } else { self.chain(entry.start, entry.size)? };
        if bytes.len() < entry.size { Err(self.ends(name)) } else { Ok(Some(bytes)) }
    }

    /// A stream without which the file is none.
    pub(crate) fn needed(&self, name: &str) -> Result<Vec<u8>, Error> {
        self.stream(name)?.ok_or_else(|| Error::broken(self.format, format_args!("it has no {name}")))
    }

    fn ends(&self, what: &str) -> Error {
        Error::broken(self.format, format_args!("{what} ends too early"))
    }

    /// The bytes of a sector; the last one of a file may be short.
    fn sector(&self, number: u32) -> Result<&'a [u8], Error> {
        let start = (number as usize).checked_add(1).and_then(|before| before.checked_mul(self.sector));
        let rest = start.and_then(|start| self.bytes.get(start..)).filter(|rest| !rest.is_empty());
        let rest = rest.ok_or_else(|| Error::broken(self.format, format_args!("it has no sector {number}")))?;
        Ok(&rest[..rest.len().min(self.sector)])
    }

    /// The table of which sector comes behind which. Its own sectors are listed in the header, and from there on in sectors of
    /// which each names the next one.
    fn table(&self) -> Result<Vec<u32>, Error> {
        let mut list = numbers(self.bytes.get(0x4c..HEADER).unwrap_or_default());
        let mut more = u32_at(self.bytes, 0x44).unwrap_or(NONE);
        let most = self.bytes.len() / self.sector;
        let mut seen = 0;
        while more < NONE {
            let mut sectors = numbers(self.sector(more)?);
            more = sectors.pop().unwrap_or(NONE);
            list.append(&mut sectors);
            seen += 1;
            if seen > most {
                return Err(self.ends("the list of its sectors"));
            }
        }
        list.retain(|&sector| sector < NONE);
        if list.len() > most {
            return Err(self.ends("the table of its sectors"));
        }
        let mut table = Vec::new();
        for sector in list {
            table.extend(numbers(self.sector(sector)?));
        }
        Ok(table)
    }

    /// The bytes of a chain of sectors, up to `size` of them.
    fn chain(&self, first: u32, size: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut at = first;
        while at < NONE && bytes.len() < size {
            // A chain that is longer than the file goes in a circle.
            if bytes.len() > self.bytes.len() {
                return Err(self.ends("a chain of sectors never"));
            }
            bytes.extend_from_slice(self.sector(at)?);
            at = self.next.get(at as usize).copied().unwrap_or(NONE);
        }
        bytes.truncate(size);
        Ok(bytes)
    }

    fn small_chain(&self, entry: &Entry) -> Result<Vec<u8>, Error> {
        let mut bytes = Vec::new();
        let mut at = entry.start;
        while at < NONE && bytes.len() < entry.size {
            let start = (at as usize).saturating_mul(SMALL_SECTOR);
            let rest = self.small.get(start..).filter(|rest| !rest.is_empty()).ok_or_else(|| self.ends(&entry.name))?;
            bytes.extend_from_slice(&rest[..rest.len().min(SMALL_SECTOR)]);
            at = self.next_small.get(at as usize).copied().unwrap_or(NONE);
        }
        bytes.truncate(entry.size);
        Ok(bytes)
    }

    fn entries(&self, first: u32) -> Result<Vec<Entry>, Error> {
        let bytes = self.chain(first, usize::MAX)?;
        bytes.chunks_exact(ENTRY).map(|entry| Entry::read(entry).ok_or_else(|| self.ends("its directory"))).collect()
    }
}

impl Entry {
    fn read(bytes: &[u8]) -> Option<Self> {
        let length = usize::from(u16_at(bytes, 0x40)?).clamp(2, 64) - 2;
        let wide: Vec<u16> = bytes.get(..length)?.chunks_exact(2).filter_map(|pair| u16_at(pair, 0)).collect();
        Some(Self {
            name: String::from_utf16_lossy(&wide),
            kind: *bytes.get(0x42)?,
            left: u32_at(bytes, 0x44)?,
            right: u32_at(bytes, 0x48)?,
            child: u32_at(bytes, 0x4c)?,
            start: u32_at(bytes, 0x74)?,
            // The upper half is not set by all writers, and no file is that large.
            size: u32_at(bytes, 0x78)? as usize,
        })
    }
}

/// The streams at the root. What is embedded in a document has streams of the same names below it.
fn of_root(entries: Vec<Entry>) -> Vec<Entry> {
    let mut entries: Vec<Option<Entry>> = entries.into_iter().map(Some).collect();
    let mut open: Vec<u32> = entries.first().and_then(Option::as_ref).map(|root| root.child).into_iter().collect();
    let mut streams = Vec::new();
    while let Some(at) = open.pop() {
        // Each is taken once, so that there is no going in circles.
        let Some(entry) = entries.get_mut(at as usize).and_then(Option::take) else { continue };
        open.extend([entry.left, entry.right]);
        if entry.kind == STREAM {
            streams.push(entry);
        }
    }
    streams
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect()
}

#[cfg(test)]
mod tests {
    use fenjie_filekit::compound as packed;

    use super::{Compound, HEADER};
    use crate::Format;

    #[test]
    fn streams_are_found_by_name() {
        let long: Vec<u8> = (0..100_000_u32).map(|at| at as u8).collect();
        let file = packed(&[("WordDocument", &long), ("1Table", b"table")]);
        assert_eq!(Format::of(&file), Format::Doc);
        assert_eq!(Format::of(&packed(&[("WORKBOOK", b"WordDocument")])), Format::Xls);
        let compound = Compound::open(&file, Format::Doc).unwrap();
        assert_eq!(compound.needed("WordDocument").unwrap(), long);
        assert_eq!(&compound.needed("1table").unwrap()[..5], b"table");
        assert_eq!(compound.stream("0Table").unwrap(), None);
        assert!(compound.needed("0Table").is_err());
    }

    #[test]
    fn a_file_that_is_cut_or_goes_in_circles_is_broken() {
        let file = packed(&[("WordDocument", &[7; 10_000])]);
        let read = |file: &[u8]| Compound::open(file, Format::Doc).and_then(|compound| compound.needed("WordDocument"));
        assert!(read(&file).is_ok());
        for end in [8, 100, 600, 1200, file.len() - 600] {
            assert!(read(&file[..end]).is_err(), "{end}");
        }
        let mut circle = file.clone();
        circle[HEADER + 4..HEADER + 8].copy_from_slice(&1_u32.to_le_bytes());
        assert!(read(&circle).is_err());
        let mut list = file;
        list[0x44..0x48].copy_from_slice(&0_u32.to_le_bytes());
        list[2 * HEADER - 4..2 * HEADER].copy_from_slice(&0_u32.to_le_bytes());
        assert!(read(&list).is_err());
    }
}
