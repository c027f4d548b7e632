//! Characters of the fonts of symbols, which a document of Word names by their place in the font.

use crate::labels::circled;

/// The character that is meant by a place in a font; `None` for an ornament.
pub(crate) fn character(font: &str, code: u32) -> Option<char> {
    // Places in a font stand in an area for private use.
    let place = match code {
        0xf000..=0xf0ff => code - 0xf000,
        0x20..=0xff => code,
        _ => return char::from_u32(code).filter(|c| !c.is_control()),
    };
    match font.to_ascii_lowercase().as_str() {
        "wingdings" => wingdings(place),
        "wingdings 2" => wingdings_2(place),
        "symbol" => symbol(place),
        font if font.contains("dings") => None,
        _ => char::from_u32(place).filter(|c| !c.is_control()),
    }
}

fn wingdings(place: u32) -> Option<char> {
    match place {
        0x6c => Some('●'),
        0x6e => Some('■'),
        0x6f | 0xa8 => Some('□'),
        0x75 => Some('◆'),
        // 0 to 10 in circles, white and black.
        0x80 => Some('⓪'),
        0x81..=0x8a => char::from_u32('①' as u32 + place - 0x81),
        0x8b => Some('⓿'),
        0x8c..=0x95 => char::from_u32('❶' as u32 + place - 0x8c),
        0xa1 => Some('○'),
        0xab => Some('★'),
        0xe0 => Some('→'),
        0xfb => Some('×'),
        0xfc => Some('√'),
        0xfd => Some('☒'),
        0xfe => Some('☑'),
        _ => None,
    }
}

fn wingdings_2(place: u32) -> Option<char> {
    match place {
        0x50 => Some('√'),
        0x4f => Some('×'),
        0x51 | 0x53 => Some('☒'),
        0x52 => Some('☑'),
        0xa3 | 0x2a => Some('□'),
        0x69 => Some('⓪'),
        0x6a..=0x73 => char::from_u32('①' as u32 + place - 0x6a),
        _ => None,
    }
}

fn symbol(place: u32) -> Option<char> {
    match place {
        0x61 => Some('α'),
        0x62 => Some('β'),
        0x6d => Some('μ'),
        0x70 => Some('π'),
        0xa3 => Some('≤'),
        0xb3 => Some('≥'),
        0xb0 => Some('°'),
        0xb1 => Some('±'),
        0xb4 => Some('×'),
        0xb7 => Some('·'),
        0xb8 => Some('÷'),
        0xb9 => Some('≠'),
        0xbb => Some('≈'),
        0xd6 => Some('√'),
        0x20..=0x40 | 0x5b | 0x5d | 0x7b..=0x7d => char::from_u32(place),
        _ => None,
    }
}

/// The character that a field draws, a number in a circle (带圈字符): `eq \\o\\ac(○,1)` is `①`.
pub(super) fn drawn(instruction: &str) -> Option<char> {
    let words: String = instruction.chars().filter(|c| !c.is_whitespace()).collect();
    let inside = words.strip_prefix("eq\\o\\ac(").or_else(|| words.strip_prefix("EQ\\o\\ac("))?.strip_suffix(')')?;
    let number = inside.strip_prefix(['○', '◯', '〇'])?.strip_prefix([',', '，', ';'])?;
    match number.parse().ok() {
        Some(number) => circled(number),
        None => "一二三四五六七八九十"
            .chars()
            .zip('㊀'..='㊉')
            .find_map(|(c, drawn)| number.chars().eq([c]).then_some(drawn)),
    }
}

#[cfg(test)]
mod tests {
    use super::{character, drawn};

    #[test]
    fn a_number_in_a_circle_may_be_drawn() {
        assert_eq!(drawn(" eq \\o\\ac(○,1)"), Some('①'));
        assert_eq!(drawn("eq \\o\\ac(○,36)"), Some('㊱'));
        assert_eq!(drawn("EQ \\o\\ac(○,三)"), Some('㊂'));
        for other in ["eq \\o\\ac(○,0)", "eq \\f(1,2)", "eq \\o\\ac(○,)", "PAGE", ""] {
            assert_eq!(drawn(other), None, "{other}");
        }
    }

    #[test]
    fn a_symbol_is_the_character_that_is_meant() {
        assert_eq!(character("Wingdings", 0xf083), Some('③'));
        assert_eq!(character("Wingdings 2", 0x52), Some('☑'));
        assert_eq!(character("Symbol", 0xf0b3), Some('≥'));
        assert_eq!(character("宋体", 0x2460), Some('①'));
        assert_eq!(character("Webdings", 0xf041), None);
        assert_eq!(character("宋体", u32::MAX), None);
    }
}
