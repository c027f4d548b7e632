//! Looking around in a text without ever leaving a character boundary.

/// The character that starts at `at`.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at `at`.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether a space may stand inside a quantity; tabs and line ends separate cells and lines.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' | '\u{200b}')
}

/// Spaces are passed over only up to this many, so that looking ahead costs the same everywhere.
const SPACES: usize = 4;

/// The position after the spaces at `at`.
pub(super) fn skip_spaces(text: &str, at: usize) -> usize {
    let spaces = text[at..].chars().take(SPACES).take_while(|&c| is_space(c));
    at + spaces.map(char::len_utf8).sum::<usize>()
}

/// The position before the spaces that end at `at`, not before `floor`.
pub(super) fn skip_spaces_back(text: &str, at: usize, floor: usize) -> usize {
    let spaces = text[floor..at].chars().rev().take(SPACES).take_while(|&c| is_space(c));
    at - spaces.map(char::len_utf8).sum::<usize>()
}

/// Whether `c` is one of the characters of `set`. For a handful of them this is faster than a search for a substring.
pub(super) fn one_of(c: char, set: &str) -> bool {
    set.chars().any(|member| member == c)
}

/// Whether `c` is a Chinese character of running text.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
