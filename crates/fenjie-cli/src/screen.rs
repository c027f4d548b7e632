//! What the terminal needs: its width, clean characters, styles, complaints.

use std::borrow::Cow;
use std::fmt;
use std::io::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthChar as _;

pub(crate) const TITLE: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();

/// The columns of the terminal; 100 where the output goes elsewhere.
pub(crate) fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(terminal_size::Width(columns), _)| columns.max(40) as usize)
}

/// Says on standard error what went wrong with an input. Where even that fails, nobody is listening.
pub(crate) fn complain(name: &str, error: &dyn fmt::Display) {
    let name = clean(name);
    let _ = writeln!(anstream::stderr().lock(), "{ERROR}error{ERROR:#}: {name}: {error}");
}

/// `text` fit for one line of a terminal: what would move the cursor, start an escape sequence or turn the writing
/// direction becomes a replacement character, a line break or a tab a space.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let replaced = text.chars().map(|c| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_harmful(c) => '\u{fffd}',
        c => c,
    });
    Cow::Owned(replaced.collect())
}

fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns a character takes.
pub(crate) fn columns(c: char) -> usize {
    c.width().unwrap_or(1)
}

/// The first words of `text`, clean and at most `width` columns wide, an ellipsis included where it was cut.
pub(crate) fn clip(text: &str, width: usize) -> Cow<'_, str> {
    let mut used = 0;
    let mut fits = 0;
    for (at, c) in text.char_indices() {
        used += columns(c);
        if used > width {
            return Cow::Owned(format!("{}…", clean(&text[..fits])));
        }
        if used < width {
            fits = at + c.len_utf8();
        }
    }
    clean(text)
}

/// `text` broken into lines of at most `width` columns, where a reader of either language would break it.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<Cow<'_, str>> {
    textwrap::wrap(text, textwrap::Options::new(width).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit))
}

#[cfg(test)]
mod tests {
    use super::{clean, clip, wrap};

    #[test]
    fn a_line_does_not_begin_with_a_full_stop() {
        assert_eq!(wrap("新建公园。改造老桥。", 8), ["新建公", "园。改造", "老桥。"]);
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(clip("市财政局", 8), "市财政局");
        assert_eq!(clip("市财政局", 7), "市财政…");
        assert_eq!(clip("市a财政局", 6), "市a财…");
        assert_eq!(clip("", 5), "");
    }

    #[test]
    fn nothing_reaches_the_terminal_that_it_would_obey() {
        assert_eq!(clean("市\u{1b}[2J财\n政\u{202e}局"), "市\u{fffd}[2J财 政\u{fffd}局");
    }
}
