//! What must not count as a difference between two readings.

/// `text` with full width folded to half width, quotes alike, and without white space, invisible characters and the
/// punctuation at its end.
///
/// ```
/// use fenjie_testkit::fold;
///
/// assert_eq!(fold("增长５％，\n 推进“双碳”。"), fold("增长5%,推进\"双碳\""));
/// ```
pub fn fold(text: &str) -> String {
    let mut folded: String = text.chars().filter(|c| !ignored(*c)).map(narrow).collect();
    let kept = folded.trim_end_matches(['。', '.', ';', ',']).len();
    folded.truncate(kept);
    folded
}

/// White space, and the characters that take no room: joiners, byte order marks, marks of direction, soft hyphens.
fn ignored(c: char) -> bool {
    let invisible = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}');
    c.is_whitespace() || invisible || matches!(c, '\u{ad}' | '\u{feff}')
}

fn narrow(c: char) -> char {
    match c {
        '“' | '”' => '"',
        '〔' | '[' => '(',
        '〕' | ']' => ')',
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}
