//! What streams are packed with.

use std::io::Read as _;

use super::object::Dict;
use crate::Error;
use crate::Format::Pdf;

/// Unpacks `bytes` to at most `most` of them; `None` where there are more.
pub(super) fn unpack(filter: &str, bytes: &[u8], parameters: &Dict, most: u64) -> Result<Option<Vec<u8>>, Error> {
    let size = usize::try_from(most).unwrap_or(usize::MAX);
    let unpacked = match filter {
        "FlateDecode" | "Fl" => inflate(bytes, most)?,
        "LZWDecode" | "LZW" => lzw(bytes, parameters.get("EarlyChange").number() != Some(0.0), size),
        "ASCII85Decode" | "A85" => ascii85(bytes),
        "ASCIIHexDecode" | "AHx" => hexadecimal(bytes),
        "Crypt" => bytes.to_vec(),
        "RunLengthDecode" | "RL" => run_lengths(bytes, size),
        _ => return Err(Error::broken(Pdf, format_args!("words cannot be packed with {filter}"))),
    };
    if unpacked.len() > size {
        return Ok(None);
    }
    match parameters.get("Predictor").count() {
        Some(2..) if filter.starts_with(['F', 'L']) => Ok(Some(unpredict(&unpacked, parameters))),
        _ => Ok(Some(unpacked)),
    }
}

fn inflate(bytes: &[u8], most: u64) -> Result<Vec<u8>, Error> {
    let mut unpacked = Vec::new();
    let decoder = flate2::read::ZlibDecoder::new(bytes);
    let read = decoder.take(most.saturating_add(1)).read_to_end(&mut unpacked);
    read.map_err(|error| Error::broken(Pdf, format_args!("a damaged stream ({error})")))?;
    Ok(unpacked)
}

/// Codes of 9 to 12 bits, each for a string that was there before.
fn lzw(bytes: &[u8], early: bool, most: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut unpacked: Vec<u8> = Vec::new();
    // Where the strings of the codes above END stand in what is unpacked: each is the one before it and a byte more.
    let mut strings: Vec<(usize, usize)> = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in bytes {
        (bits, count) = (bits << 8 | u32::from(byte), count + 8);
        let width = match strings.len() + END + 1 + usize::from(early) {
            ..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count & ((1 << width) - 1)) as usize;
        let start = unpacked.len();
        match code {
            CLEAR => {
                strings.clear();
                continue;
            }
            END => break,
            0..CLEAR => unpacked.push(code as u8),
            _ => {
                let Some(&(from, to)) = strings.get(code - END - 1) else { break };
                // The string may reach into itself.
                for at in from..to {
                    unpacked.extend(unpacked.get(at).copied());
                }
            }
        }
        // The next string is this one and the first byte of what follows.
        if strings.len() < 4096 - END - 1 {
            strings.push((start, unpacked.len() + 1));
        }
        if unpacked.len() > most {
            break;
        }
    }
    unpacked
}

/// Five characters for four bytes.
fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::with_capacity(bytes.len());
    let mut group: Vec<u8> = Vec::with_capacity(5);
    let start = if bytes.starts_with(b"<~") { 2 } else { 0 };
    for &byte in bytes.get(start..).unwrap_or_default() {
        match byte {
            b'!'..=b'u' => group.push(byte - b'!'),
            b'z' if group.is_empty() => unpacked.extend([0; 4]),
            b'~' => break,
            _ => {}
        }
        if group.len() == 5 {
            unpacked.extend(four(&group));
            group.clear();
        }
    }
    // A last group that is short stands for one byte less than it has characters.
    let rest = group.len();
    if rest > 1 {
        group.resize(5, 84);
        unpacked.extend(four(&group).into_iter().take(rest - 1));
    }
    unpacked
}

fn four(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0_u32, |sum, &digit| sum.wrapping_mul(85).wrapping_add(u32::from(digit))).to_be_bytes()
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|&&byte| byte != b'>').filter_map(|&byte| char::from(byte).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    let byte = |pair: &[u32]| pair.first().unwrap_or(&0) * 16 + pair.get(1).unwrap_or(&0);
    digits.chunks(2).map(|pair| byte(pair) as u8).collect()
}

/// A count and as many bytes, or a count and one byte for many.
fn run_lengths(bytes: &[u8], most: usize) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let mut rest = bytes;
    while let [length, behind @ ..] = rest {
        let length = usize::from(*length);
        let taken = match length {
            128 => break,
            ..128 => {
                let taken = behind.len().min(length + 1);
                unpacked.extend(behind.iter().take(taken));
                taken
            }
            _ => {
                unpacked.extend(behind.first().into_iter().cycle().take(257 - length));
                1
            }
        };
        if unpacked.len() > most {
            break;
        }
        rest = behind.get(taken..).unwrap_or_default();
    }
    unpacked
}

/// Rows of which only the difference to what is beside or above them was packed.
fn unpredict(bytes: &[u8], parameters: &Dict) -> Vec<u8> {
    let parameter = |key, otherwise, most| parameters.get(key).count().unwrap_or(otherwise).clamp(1, most) as usize;
    let bits = parameter("Colors", 1, 32) * parameter("BitsPerComponent", 8, 16);
    let row = (bits * parameter("Columns", 1, 1 << 20)).div_ceil(8);
    // No row is longer than all that there is.
    let (pixel, row) = (bits.div_ceil(8), row.min(bytes.len().max(1)));
    let is_tiff = parameters.get("Predictor").count() == Some(2);
    let mut unpacked: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for chunk in bytes.chunks(if is_tiff { row } else { row + 1 }) {
        let (kind, own) = match chunk {
            _ if is_tiff => (1, chunk),
            [kind, own @ ..] => (*kind, own),
            [] => break,
        };
        let mut line = Vec::with_capacity(own.len());
        for (at, (&byte, &up)) in own.iter().zip(&above).enumerate() {
            let before = at.checked_sub(pixel);
            let left = before.and_then(|at| line.get(at)).copied().unwrap_or(0);
            let corner = before.and_then(|at| above.get(at)).copied().unwrap_or(0);
            line.push(byte.wrapping_add(match kind {
                1 => left,
                2 => up,
                3 => u8::midpoint(left, up),
                4 => nearest(left, up, corner),
                _ => 0,
            }));
        }
        unpacked.extend(&line);
        above = line;
        above.resize(row, 0);
    }
    unpacked
}

/// Which of three neighbours is nearest to what they make expect (Paeth).
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let expected = i16::from(left) + i16::from(up) - i16::from(corner);
    let [left_by, up_by, corner_by] = [left, up, corner].map(|byte| (expected - i16::from(byte)).abs());
    match () {
        () if left_by <= up_by && left_by <= corner_by => left,
        () if up_by <= corner_by => up,
        () => corner,
    }
}

#[cfg(test)]
mod tests {
    use super::unpack;
    use crate::pdf::object::{Dict, Object};

    fn plain(filter: &str, bytes: &[u8]) -> Vec<u8> {
        unpack(filter, bytes, &Dict::default(), 1000).unwrap().unwrap()
    }

    #[test]
    fn every_packing_is_undone() {
        assert_eq!(plain("ASCIIHexDecode", b"48 65 6c6C 7>"), b"Hellp");
        assert_eq!(plain("ASCII85Decode", b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(plain("ASCII85Decode", b"87cUR\nDZ~>"), b"Hello");
        assert_eq!(plain("RunLengthDecode", &[2, b'a', b'b', b'c', 254, b'x', 128, 9]), b"abcxxx");
        // The example of the PDF specification.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(plain("LZWDecode", &packed), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn differences_to_the_neighbours_are_undone() {
        let mut parameters = Dict::default();
        for (key, value) in [("Predictor", 12.0), ("Columns", 3.0)] {
            parameters.insert(key.into(), Object::Number(value));
        }
        let rows = [2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 0, 9, 9, 9];
        assert_eq!(super::unpredict(&rows, &parameters), [1, 2, 3, 2, 3, 4, 5, 6, 7, 9, 9, 9]);
    }

    #[test]
    fn what_is_too_large_is_none() {
        let packed = [128_u8.wrapping_add(1), b'x'].repeat(100);
        assert_eq!(unpack("RunLengthDecode", &packed, &Dict::default(), 1000).unwrap(), None);
        assert!(unpack("DCTDecode", b"", &Dict::default(), 1000).is_err());
        assert!(unpack("FlateDecode", b"no", &Dict::default(), 1000).is_err());
    }
}
