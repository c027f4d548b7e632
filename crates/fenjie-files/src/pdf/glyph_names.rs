//! The names of glyphs that fonts of one-byte codes have, as far as notices need them.

/// The character of a glyph by its name.
pub(super) fn character(name: &str) -> Option<char> {
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => return Some(only),
        (Some('u'), Some(_)) if name.starts_with("uni") && name.len() >= 7 => {
            if let Some(found) = name.get(3..7).and_then(code) {
                return Some(found);
            }
        }
        (Some('u'), Some('0'..='9' | 'A'..='F')) => return name.get(1..).and_then(code),
        _ => {}
    }
    NAMES.iter().find(|(known, _)| *known == name).map(|&(_, character)| character)
}

const NAMES: [(&str, char); 60] = [
    ("space", ' '),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("asciicircum", '^'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("asciitilde", '~'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("endash", '–'),
    ("emdash", '—'),
    ("ellipsis", '…'),
    ("bullet", '•'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("degree", '°'),
    ("plusminus", '±'),
    ("multiply", '×'),
    ("section", '§'),
    ("perthousand", '‰'),
    ("lessequal", '≤'),
    ("greaterequal", '≥'),
];

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_letters_codes_or_known() {
        let expected =
            [("A", 'A'), ("one", '1'), ("uni4E91", '云'), ("u4E91", '云'), ("emdash", '—'), ("underscore", '_')];
        for (name, expected) in expected {
            assert_eq!(character(name), Some(expected), "{name}");
        }
        assert_eq!(["", "g12", "uniZZZZ", ".notdef", "un云"].map(character), [None; 5]);
    }
}
