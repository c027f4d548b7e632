//! Numerals as characters write them.

/// What a character is worth inside a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// 0 to 9, in Chinese characters, plain or for banks (大写); 两 is [`Sign::Pair`].
    Digit(u8),
    /// 两: a 2 that cannot stand in the last place.
    Pair,
    /// Ten to the power of 1, 2 or 3: 十, 百, 千.
    Small(u8),
    /// Ten to the power of 4, 8 or 12: 万, 亿, 兆.
    Big(u8),
}

impl Sign {
    /// Whether it is a power of ten.
    pub(crate) fn is_power(self) -> bool {
        matches!(self, Self::Small(_) | Self::Big(_))
    }
}

/// The worth of a Chinese numeral character.
pub(crate) fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => Sign::Digit(0),
        '一' | '壹' | '壱' => Sign::Digit(1),
        '二' | '贰' | '貳' => Sign::Digit(2),
        '三' | '叁' | '參' | '叄' => Sign::Digit(3),
        '四' | '肆' => Sign::Digit(4),
        '五' | '伍' => Sign::Digit(5),
        '六' | '陆' | '陸' => Sign::Digit(6),
        '七' | '柒' => Sign::Digit(7),
        '八' | '捌' => Sign::Digit(8),
        '九' | '玖' => Sign::Digit(9),
        '两' | '兩' => Sign::Pair,
        '十' | '拾' => Sign::Small(1),
        '百' | '佰' => Sign::Small(2),
        '千' | '仟' => Sign::Small(3),
        '万' | '萬' => Sign::Big(4),
        '亿' | '億' => Sign::Big(8),
        '兆' => Sign::Big(12),
        _ => return None,
    })
}

/// The value of an Arabic digit of either width.
pub(crate) fn arabic(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// The Chinese integer below ten thousand at the start of `text`, and how many bytes it takes: `二十三、` → (23, 9).
pub(crate) fn chinese_small(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length) = (0, None, 0);
    for c in text.chars() {
        match plain(c) {
            Some(Sign::Digit(value)) => {
                // Digits written one after another (二〇二五) are a positional numeral.
                digit = Some(digit.filter(|_| total == 0).unwrap_or(0) * 10 + u32::from(value));
                if digit > Some(9999) {
                    return None;
                }
            }
            Some(Sign::Small(power)) => {
                total += digit.take().unwrap_or(1) * 10_u32.pow(u32::from(power));
                if total > 9999 {
                    return None;
                }
            }
            _ => break,
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (total + digit.unwrap_or(0), length))
}

/// Numbering is never written in the characters for banks, and 陆 or 伍 is a surname more often than a number.
fn plain(c: char) -> Option<Sign> {
    let is_plain = matches!(
        c,
        '〇' | '零' | '○' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
    );
    if is_plain { sign(c) } else { None }
}
