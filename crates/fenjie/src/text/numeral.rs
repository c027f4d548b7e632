//! Numerals as characters write them.

/// The Chinese integer below ten thousand at the start of `text`, and how many bytes it takes: `二十三、` → (23, 9).
pub(crate) fn chinese_small(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length) = (0, None, 0);
    for c in text.chars() {
        match (digit_value(c), power_value(c)) {
            (Some(value), _) => {
                // Digits written one after another (二〇二五) are a positional numeral.
                digit = Some(digit.filter(|_| total == 0).unwrap_or(0) * 10 + value);
                if digit > Some(9999) {
                    return None;
                }
            }
            (None, Some(power)) => {
                total += digit.take().unwrap_or(1) * power;
                if total > 9999 {
                    return None;
                }
            }
            (None, None) => break,
        }
        length += c.len_utf8();
    }
    (length > 0).then(|| (total + digit.unwrap_or(0), length))
}

fn digit_value(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u32).or((c == '零' || c == '○').then_some(0))
}

fn power_value(c: char) -> Option<u32> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}
