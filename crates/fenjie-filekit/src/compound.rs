//! Compound files (MS-CFB).

const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Streams below this size would be in small sectors.
const SMALL: usize = 4096;
const ROOT: u8 = 5;
const STREAM: u8 = 2;
const LAST: u32 = 0xffff_fffe;

/// A compound file of streams, each at least as large as one in sectors of its own.
///
/// ```
/// assert!(fenjie_filekit::compound(&[("Workbook", &[1, 2, 3])]).starts_with(&[0xd0, 0xcf, 0x11, 0xe0]));
/// ```
pub fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let count = |bytes: usize| bytes.div_ceil(HEADER) as u32;
    let directory = count((streams.len() + 1) * ENTRY);
    let sectors: Vec<u32> = streams.iter().map(|(_, bytes)| count(bytes.len().max(SMALL))).collect();
    let tables = (sectors.iter().sum::<u32>() + directory).div_ceil(127);
    let mut next: Vec<u32> = vec![0xffff_fffd; tables as usize];
    let mut chain = |count: u32| {
        let first = next.len() as u32;
        next.extend((1..count).map(|at| first + at).chain([LAST]));
        first
    };
    let first = chain(directory);
    let mut entries = entry("Root Entry", ROOT, [u32::MAX, u32::MAX, 1, LAST, 0]);
    for (at, ((name, bytes), &count)) in streams.iter().zip(&sectors).enumerate() {
        let right = if at + 1 < streams.len() { at as u32 + 2 } else { u32::MAX };
        entries.extend(entry(name, STREAM, [u32::MAX, right, u32::MAX, chain(count), bytes.len().max(SMALL) as u32]));
    }
    next.resize(tables as usize * 128, u32::MAX);
    let mut file = header(tables, first);
    file.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    entries.resize(directory as usize * HEADER, 0);
    file.extend(entries);
    for ((_, bytes), count) in streams.iter().zip(sectors) {
        let end = file.len() + count as usize * HEADER;
        file.extend_from_slice(bytes);
        file.resize(end, 0);
    }
    file
}

/// A line of the directory: its neighbours to the left and to the right, what stands below it, its first sector and its size.
fn entry(name: &str, kind: u8, numbers: [u32; 5]) -> Vec<u8> {
    let mut entry = vec![0; ENTRY];
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry[..wide.len()].copy_from_slice(&wide);
    entry[0x40] = wide.len() as u8 + 2;
    entry[0x42] = kind;
    for (at, number) in [0x44, 0x48, 0x4c, 0x74, 0x78].into_iter().zip(numbers) {
        entry[at..at + 4].copy_from_slice(&number.to_le_bytes());
    }
    entry
}

fn header(tables: u32, directory: u32) -> Vec<u8> {
    assert!(tables <= 109, "the header has no more places");
    let mut header = vec![0; HEADER];
    header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    (header[0x1e], header[0x20]) = (9, 6);
    let mut put = |at: usize, number: u32| header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    for (at, number) in [(0x2c, tables), (0x30, directory), (0x38, SMALL as u32), (0x3c, LAST), (0x44, LAST)] {
        put(at, number);
    }
    (0..109).for_each(|at| put(0x4c + 4 * at as usize, if at < tables { at } else { u32::MAX }));
    header
}
