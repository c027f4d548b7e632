//! Characters of one text in another script: which are read as which.

/// The pairs of `scripts.txt`, in the order of the first: what is printed, and what it is read as.
static PAIRS: [(u16, u16); count(DATA)] = pairs(DATA);

/// Which characters from [`FIRST`] on are the first of a pair: most texts have none, and are only looked through.
static PRINTED: [u64; (LAST - FIRST + 1).div_ceil(64)] = printed();

const DATA: &[u8] = include_bytes!("scripts.txt");
const FIRST: usize = 0x4E00;
const LAST: usize = 0x9FFF;

/// What `c` is read as, where that is another character. Both take three bytes.
pub(super) fn read_as(c: char) -> Option<char> {
    let code = c as usize;
    if (FIRST..=LAST).contains(&code) && PRINTED[(code - FIRST) / 64] >> ((code - FIRST) % 64) & 1 == 0 {
        return None;
    }
    let code = u16::try_from(code).ok()?;
    let at = PAIRS.binary_search_by_key(&code, |&(printed, _)| printed).ok()?;
    char::from_u32(u32::from(PAIRS[at].1))
}

/// A radical or a compatibility ideograph: not a character of its own, but another's code.
pub(super) fn is_lookalike(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}')
}

const fn printed() -> [u64; (LAST - FIRST + 1).div_ceil(64)] {
    let mut bits = [0; (LAST - FIRST + 1).div_ceil(64)];
    let mut at = 0;
    while at < PAIRS.len() {
        let code = PAIRS[at].0 as usize;
        if code >= FIRST && code <= LAST {
            bits[(code - FIRST) / 64] |= 1 << ((code - FIRST) % 64);
        }
        at += 1;
    }
    bits
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

const fn pairs<const N: usize>(data: &[u8]) -> [(u16, u16); N] {
    let mut found = [(0, 0); N];
    let (mut at, mut next) = (0, 0);
    while next < N {
        at = skip(data, at);
        found[next] = (character(data, at), character(data, at + 3));
        (at, next) = (at + 6, next + 1);
    }
    found
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
    fn the_data_are_in_order_and_lead_to_characters_that_stay() {
        assert!(PAIRS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        let stays = |code: u16| char::from_u32(code.into()).is_some_and(|c| read_as(c).is_none());
        assert!(PAIRS.iter().all(|&(_, read)| stays(read)));
    }

    #[test]
    fn what_simplified_chinese_keeps_is_left_alone() {
        assert!("乾著瞭像么藉俱沈后里只系发台松干".chars().all(|c| read_as(c).is_none()));
        let read: String = "責單頭發髮後裏於徵\u{2EA0}\u{2F08}\u{F902}".chars().filter_map(read_as).collect();
        assert_eq!(read, "责单头发发后里于征民人车");
    }
}
