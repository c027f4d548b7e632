//! What happens to a text on its way: pages, scanners, copy and paste, web sites. Nothing here changes what it says.

mod breaks;
mod characters;

use crate::draws::Draws;
use crate::forms::{Line, LineKind};
use crate::script::Script;
use crate::words::words;

use characters::Width;

/// A treatment of a text. The default leaves it alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noise {
    /// Starts with a byte order mark.
    pub bom: bool,
    /// Ends lines with CR LF.
    pub crlf: bool,
    /// What stands before each paragraph: spaces, U+3000, NBSP, a tab.
    pub indent: &'static str,
    /// Breaks lines after this many characters.
    pub wrap: Option<usize>,
    /// Prints punctuation at half width, at every n-th place.
    pub half_punctuation: Option<usize>,
    /// Prints digits at full width, at every n-th place.
    pub full_digits: Option<usize>,
    /// Puts a space into every n-th gap between Han characters, or Han character and digit.
    pub spaces: Option<usize>,
    /// Puts a character without width into every n-th gap.
    pub zero_width: Option<usize>,
    /// Puts a web page's furniture before and after.
    pub furniture: bool,
    /// Where pages break, and in which of the ways.
    pub breaks: Vec<(u16, u8)>,
}

impl Noise {
    /// The treatment that `script` chooses.
    pub fn new(script: &Script) -> Self {
        let mut draws = Draws::new(&script.noise);
        let mut now_and_then = |low, high, percent| draws.chance(percent).then(|| draws.between(low, high));
        let wrap = now_and_then(22, 45, 25);
        let spaces = now_and_then(3, 40, 20);
        let zero_width = now_and_then(5, 60, 15);
        let half_punctuation = now_and_then(1, 4, 25);
        let full_digits = now_and_then(1, 3, 15);
        Self {
            bom: draws.chance(10),
            crlf: draws.chance(15),
            indent: draws.word(&["", "", "　　", "  ", "\u{a0}\u{a0}", "\t"]),
            furniture: draws.chance(25),
            breaks: script.breaks.clone(),
            wrap,
            half_punctuation,
            full_digits,
            spaces,
            zero_width,
        }
    }

    /// The text of `lines` under this treatment.
    pub fn apply(&self, lines: &[Line]) -> String {
        let mut pieces = Vec::with_capacity(lines.len() + 16);
        self.furniture(&mut pieces, "before");
        breaks::lay_out(lines, self.wrap, &self.breaks, |kind, piece, first| {
            pieces.push(self.piece(kind, piece, first));
        });
        self.furniture(&mut pieces, "after");
        let end = if self.crlf { "\r\n" } else { "\n" };
        let mut text = if self.bom { "\u{feff}".to_owned() } else { String::new() };
        for piece in pieces {
            text.push_str(&piece);
            text.push_str(end);
        }
        text
    }

    /// `text` without what this treatment may have changed in it. Nothing else is folded, so that nothing else can hide.
    pub fn undone(&self, text: &str) -> String {
        let ascii = |c: char| char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
        let dropped = |c: &char| match c {
            ' ' | '\u{a0}' => self.spaces.is_some(),
            // A page that breaks behind a full stop leaves what an author's own break would.
            '\n' => self.wrap.is_some() || !self.breaks.is_empty(),
            '\u{200b}' | '\u{feff}' | '\u{200d}' => self.zero_width.is_some(),
            _ => false,
        };
        let printed = |c: char| match c {
            '，' | '：' | '；' | '（' | '）' if self.half_punctuation.is_some() => ascii(c),
            '０'..='９' | '％' if self.full_digits.is_some() => ascii(c),
            _ => c,
        };
        text.chars().filter(|c| !dropped(c)).map(printed).collect()
    }

    fn piece(&self, kind: LineKind, piece: &str, first: bool) -> String {
        if kind == LineKind::Blank {
            return String::new();
        }
        let width = Width { half_punctuation: self.half_punctuation, full_digits: self.full_digits };
        let printed = characters::spread(&width.print(piece), self.spaces, self.zero_width);
        if first { format!("{}{printed}", self.indent) } else { printed }
    }

    fn furniture(&self, pieces: &mut Vec<String>, place: &str) {
        if self.furniture {
            let here = words().furniture.iter().filter(|(at, _)| *at == place);
            pieces.extend(here.map(|(_, words)| (*words).to_owned()));
        }
    }
}
