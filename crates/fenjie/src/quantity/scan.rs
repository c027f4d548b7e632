//! The fast way over text that holds no numeral: this much runs on every byte of a notice.

/// One bit for each character of three bytes: whether a quantity may begin there.
static OPENS: [u64; 1024] = table(
    "〇零○◯一壹壱二贰貳三叁參叄四肆五伍六陆陸七柒八捌九玖两兩十拾百佰千仟万萬亿億兆几幾数數翻０１２３４５６７８９",
);

const fn table(characters: &str) -> [u64; 1024] {
    let (bytes, mut table, mut at) = (characters.as_bytes(), [0; 1024], 0);
    while at + 2 < bytes.len() {
        let code = code(bytes, at);
        table[code >> 6] |= 1 << (code & 63);
        at += 3;
    }
    table
}

/// The code point of the three bytes at `at`.
const fn code(bytes: &[u8], at: usize) -> usize {
    ((bytes[at] as usize & 0x0f) << 12) | ((bytes[at + 1] as usize & 0x3f) << 6) | (bytes[at + 2] as usize & 0x3f)
}

/// The next place at or after `at` where a quantity may begin.
pub(super) fn next(text: &str, mut at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    while at < bytes.len() {
        at += match bytes[at] {
            b'0'..=b'9' => return Some(at),
            0..=0x7f => 1,
            0x80..=0xdf => 2,
            0xe0..=0xef => {
                let code = code(bytes, at);
                if OPENS[code >> 6] >> (code & 63) & 1 == 1 {
                    return Some(at);
                }
                3
            }
            _ => 4,
        };
    }
    None
}
