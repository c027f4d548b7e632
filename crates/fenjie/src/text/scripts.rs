//! Characters of one text in another script: which are read as which.

/// Which characters are the first of a pair of `scripts.txt`, as bits by their [`position`]: most texts have none, and are only
/// looked through.
static PRINTED: [u64; POSITIONS / 64] = printed();

/// How many bits are set before each of those.
static BEFORE: [u16; POSITIONS / 64] = before();

/// What the characters of those bits are read as, in their order.
static READ: [u16; count(DATA)] = read(DATA);

const DATA: &[u8] = include_bytes!("scripts.txt");
const POSITIONS: usize = RADICALS + IDEOGRAPHS + COMPATIBLE;
const RADICALS: usize = 0x180;
const IDEOGRAPHS: usize = 0x5200;
const COMPATIBLE: usize = 0x200;

/// Where among the bits a character of those blocks has its own.
const fn position(code: usize) -> Option<usize> {
    match code {
        0x2E80..0x3000 => Some(code - 0x2E80),
        0x4E00..0xA000 => Some(RADICALS + code - 0x4E00),
        0xF900..0xFB00 => Some(RADICALS + IDEOGRAPHS + code - 0xF900),
        _ => None,
    }
}

/// What `c` is read as, where that is another character. Both take three bytes.
pub(super) fn read_as(c: char) -> Option<char> {
    let position = position(c as usize)?;
    let (bits, bit) = (PRINTED[position / 64], position % 64);
    if bits >> bit & 1 == 0 {
        return None;
    }
    let before = (bits & ((1 << bit) - 1)).count_ones();
    char::from_u32(READ[usize::from(BEFORE[position / 64]) + before as usize].into())
}

/// A radical or a compatibility ideograph: not a character of its own, but another's code.
pub(super) fn is_lookalike(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}')
}

const fn printed() -> [u64; POSITIONS / 64] {
    let mut bits = [0; POSITIONS / 64];
    let mut at = skip(DATA, 0);
    while at < DATA.len() {
        match position(character(DATA, at) as usize) {
            Some(position) => bits[position / 64] |= 1 << (position % 64),
            None => panic!("scripts.txt has a character of another block"),
        }
        at = skip(DATA, at + 6);
    }
    bits
}

const fn before() -> [u16; POSITIONS / 64] {
    let mut before = [0; POSITIONS / 64];
    let mut at = 1;
    while at < before.len() {
        before[at] = before[at - 1] + PRINTED[at - 1].count_ones() as u16;
        at += 1;
    }
    before
}

/// How many pairs the data hold: all their characters but those of the head take three bytes.
const fn count(data: &[u8]) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < data.len() {
        at = skip(data, at);
        if at < data.len() {
            found += 1;
            at += 6;
        }
    }
    found
}

const fn read<const N: usize>(data: &[u8]) -> [u16; N] {
    let mut read = [0; N];
    let (mut at, mut next, mut last) = (0, 0, 0);
    while next < N {
        at = skip(data, at);
        assert!(last < character(data, at), "scripts.txt is not in the order of the first characters");
        last = character(data, at);
        read[next] = character(data, at + 3);
        (at, next) = (at + 6, next + 1);
    }
    read
}

/// Behind line ends and remarks.
const fn skip(data: &[u8], mut at: usize) -> usize {
    while at < data.len() && (data[at] == b'\n' || data[at] == b'#') {
        if data[at] == b'#' {
            while data[at] != b'\n' {
                at += 1;
            }
        }
        at += 1;
    }
    at
}

const fn character(data: &[u8], at: usize) -> u16 {
    ((data[at] & 0x0F) as u16) << 12 | ((data[at + 1] & 0x3F) as u16) << 6 | (data[at + 2] & 0x3F) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_the_data_is_read_and_leads_to_a_character_that_stays() {
        let lines = include_str!("scripts.txt").lines().filter(|line| !line.starts_with('#'));
        let characters: Vec<char> = lines.flat_map(str::chars).collect();
        assert!(characters.len() > 5000);
        for pair in characters.chunks(2) {
            assert_eq!(read_as(pair[0]), Some(pair[1]));
            assert_eq!(read_as(pair[1]), None);
        }
        let read = (0..0xFFFF).filter_map(char::from_u32).filter(|&c| read_as(c).is_some());
        assert_eq!(read.count(), characters.len() / 2);
    }

    #[test]
    fn what_simplified_chinese_keeps_is_left_alone() {
        assert!("乾著瞭像么藉俱沈后里只系发台松干".chars().all(|c| read_as(c).is_none()));
        let read: String = "責單頭發髮後裏於徵\u{2EA0}\u{2F08}\u{F902}".chars().filter_map(read_as).collect();
        assert_eq!(read, "责单头发发后里于征民人车");
    }
}
