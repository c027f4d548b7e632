//! One script for all that is read: simplified characters, without the pinyin that converters put behind characters and
//! without characters that take no room. Facts are told in the text's own characters again.

use arcstr::ArcStr;
use rustc_hash::FxHashMap;

use super::chars::{is_blank, is_han, is_zero_width};
use super::scripts::{is_lookalike, read_as};
use crate::model::Span;

/// A text as it is read, and how it was printed.
#[derive(Clone, Debug)]
pub(crate) struct Folded {
    /// The text as it is read.
    pub(crate) text: ArcStr,
    /// The text as it was given.
    source: ArcStr,
    /// From where in the text on the bytes stand where in the source, in order; the first at 0. A character takes as many
    /// bytes as the one it is read as.
    pieces: Vec<Piece>,
    /// How a character is printed where the text has it in another script.
    printed: FxHashMap<char, char>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    at: u32,
    from: u32,
}

/// What words are told for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// A quotation: with the pinyin that is printed in it, and the signs of a sheet.
    Quoted,
    /// What is said: with the pinyin, without the signs of a sheet or of markup.
    Worded,
    /// A name: its characters alone.
    Plain,
}

/// What is not read as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// So many bytes are left out.
    Drop(usize),
    /// Another character.
    Read { printed: char, read: char },
}

/// How many bytes further on a word is looked for that does not follow the one before it.
const REACH: usize = 600;

/// The text as it is read, where that is not as it stands; `known` changes are made as well, in order. A text without anything
/// to fold is looked through once, and not copied.
pub(crate) fn fold(source: &ArcStr, known: &[(usize, Change)]) -> Option<Folded> {
    let mut known = known.iter().copied().peekable();
    let mut own = next_change(source, 0);
    let mut next_change = |from: usize| {
        if own.is_some_and(|(at, _)| at < from) {
            own = next_change(source, from);
        }
        match (known.peek().copied(), own) {
            (Some(sign), Some(own)) if own.0 < sign.0 => Some(own),
            (Some(_), _) => known.next(),
            (None, own) => own,
        }
    };
    let (mut at, mut change) = next_change(0)?;
    let mut text = String::with_capacity(source.len());
    let mut pieces = vec![Piece { at: 0, from: 0 }];
    let mut printed = FxHashMap::default();
    let mut copied = 0;
    loop {
        text.push_str(&source[copied..at]);
        match change {
            Change::Read { printed: c, read } => {
                text.push(read);
                copied = at + c.len_utf8();
                if !is_lookalike(c) && !is_blank(read) {
                    printed.entry(read).or_insert(c);
                }
            }
            Change::Drop(length) => {
                copied = at + length;
                let piece = Piece { at: text.len() as u32, from: copied as u32 };
                match pieces.last_mut().filter(|last| last.at == piece.at) {
                    Some(last) => *last = piece,
                    None => pieces.push(piece),
                }
            }
        }
        let Some(found) = next_change(copied) else { break };
        (at, change) = found;
    }
    text.push_str(&source[copied..]);
    // What takes no room at all is told as it stands.
    (!text.chars().all(is_zero_width)).then(|| Folded { text: text.into(), source: source.clone(), pieces, printed })
}

/// The same of a few words of which only the reading matters.
pub(crate) fn folded(words: &str) -> ArcStr {
    let words = ArcStr::from(words);
    fold(&words, &[]).map_or(words, |folded| folded.text)
}

/// The same of a piece of a text, which is copied only where there is anything to fold.
pub(crate) fn fold_piece(piece: &str) -> Option<Folded> {
    next_change(piece, 0)?;
    fold(&ArcStr::from(piece), &[])
}

/// The first change from byte `at` on, and where.
fn next_change(text: &str, mut at: usize) -> Option<(usize, Change)> {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        let length = match byte {
            // Most of a text: U+4000 to U+9FFF.
            0xE4..=0xE9 => 3,
            b'(' | 0xC2 | 0xE2 | 0xEF => 0,
            _ => {
                at += 1;
                continue;
            }
        };
        let c = text[at..].chars().next()?;
        if let Some(read) = read_as(c) {
            return Some((at, Change::Read { printed: c, read }));
        }
        if length == 0 {
            let dropped = if is_zero_width(c) { usize::from(at > 0) * c.len_utf8() } else { pinyin(text, at, c) };
            if dropped > 0 {
                return Some((at, Change::Drop(dropped)));
            }
        }
        at += c.len_utf8();
    }
    None
}

/// How many bytes a syllable in brackets takes that a converter put behind a character: `責(zé)任`.
fn pinyin(text: &str, at: usize, open: char) -> usize {
    let follows = || text[..at].chars().next_back().is_some_and(|c| is_han(c) || c.is_alphanumeric());
    if !matches!(open, '(' | '（') || !follows() {
        return 0;
    }
    let inner = &text[at + open.len_utf8()..];
    let (mut length, mut toned) = (0, false);
    for (order, c) in inner.chars().enumerate() {
        if order > 0 && matches!(c, ')' | '）') {
            let known = toned || NEUTRAL.contains(&&inner[..length]);
            return if known { open.len_utf8() + length + c.len_utf8() } else { 0 };
        }
        if order == SYLLABLE || !(c.is_ascii_lowercase() || is_toned(c)) {
            return 0;
        }
        toned |= is_toned(c);
        length += c.len_utf8();
    }
    0
}

/// How many letters a syllable has at most: `zhuang`.
const SYLLABLE: usize = 6;

/// Syllables that are written without a tone, and are no abbreviation.
const NEUTRAL: [&str; 5] = ["men", "zhe", "me", "de", "le"];

fn is_toned(c: char) -> bool {
    matches!(c, 'à' | 'á' | 'è'..='ê' | 'ì' | 'í' | 'ò' | 'ó' | 'ù' | 'ú' | 'ü' | 'ā' | 'ē' | 'ě' | 'ī' | 'ń' | 'ň' | 'ō' | 'ū'
        | 'ǎ'..='ǜ' | 'ǹ' | 'ɑ' | 'ɡ')
}

impl Folded {
    /// Where the words at `place` of the text stand in the source.
    pub(crate) fn span(&self, place: Span) -> Span {
        if place.is_empty() {
            let at = self.source_of(place.start);
            return Span::new(at, at);
        }
        Span::new(self.source_of(place.start), self.end_of(place.end))
    }

    /// Where the words at `place` of the source stand in the text.
    pub(crate) fn place(&self, place: Span) -> Span {
        Span::new(self.text_of(place.start), self.text_of(place.end))
    }

    /// The same of a stretch of lines: nothing of the source stands between one and the next.
    pub(crate) fn lines(&self, place: Span) -> Span {
        let whole = self.text.len() as u32;
        let edge = |at: u32| if at == whole { self.source.len() as u32 } else { self.end_of(at) };
        Span::new(edge(place.start), edge(place.end))
    }

    /// Where the words stand that begin like these, from byte `from` of the text on.
    pub(crate) fn find(&self, words: &str, from: u32) -> Option<Span> {
        let start: String = words.chars().take_while(|&c| !is_blank(c)).take(4).collect();
        let text = self.text.get(from as usize..)?;
        let at = from + text.find(&start)? as u32;
        let end = floor(&self.text, (at as usize).saturating_add(words.len() + REACH));
        Some(Span::new(at, end as u32))
    }

    /// Words that were read at `place`, as they are printed there. What is not found there (a prefix that a list hands on) is
    /// told in the script that the text has it in elsewhere.
    pub(crate) fn printed(&self, words: &str, place: Span, wording: Wording) -> String {
        let mut told = String::with_capacity(words.len() + 8);
        let area = self.text.get(place.range()).unwrap_or_default();
        let (mut at, mut last) = (0, None);
        for (offset, c) in words.char_indices() {
            if is_blank(c) {
                told.push(c);
                continue;
            }
            let next = behind_blanks(area, at);
            let found = if area[next..].starts_with(c) { Some(next) } else { search(area, next, &words[offset..]) };
            let Some(found) = found else {
                told.push(self.printed.get(&c).copied().unwrap_or(c));
                continue;
            };
            let from = self.source_of(place.start + found as u32);
            if let Some(last) = last.filter(|_| found == next && wording != Wording::Plain) {
                let between = self.source.get(last as usize..from as usize).unwrap_or_default();
                let is_sign = |c| wording == Wording::Worded && matches!(c, '"' | ',' | '*');
                let between = if between.starts_with('&') { "" } else { between };
                told.extend(between.chars().filter(|&c| !is_blank(c) && !is_sign(c)));
            }
            let printed = self.source[from as usize..].chars().next().unwrap_or(c);
            told.push(if wording == Wording::Plain && is_lookalike(printed) { c } else { printed });
            at = found + c.len_utf8();
            last = Some(from + c.len_utf8() as u32);
        }
        told
    }

    fn source_of(&self, at: u32) -> u32 {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        let piece = self.pieces[after.saturating_sub(1)];
        piece.from + (at - piece.at)
    }

    /// What is left out stands where the next character does.
    fn text_of(&self, at: u32) -> u32 {
        let after = self.pieces.partition_point(|piece| piece.from <= at);
        let piece = self.pieces[after.saturating_sub(1)];
        let next = self.pieces.get(after).map_or(self.text.len() as u32, |next| next.at);
        (piece.at + (at - piece.from.min(at))).min(next)
    }

    /// Where the character ends in the source that ends at `at` in the text.
    fn end_of(&self, at: u32) -> u32 {
        if at == 0 { 0 } else { self.source_of(at - 1) + 1 }
    }
}

fn behind_blanks(area: &str, at: usize) -> usize {
    area[at..].find(|c| !is_blank(c)).map_or(area.len(), |skipped| at + skipped)
}

/// Where the first two characters of `words` stand next.
fn search(area: &str, from: usize, words: &str) -> Option<usize> {
    let start = words.char_indices().nth(2).map_or(words, |(end, _)| &words[..end]).trim_end_matches(is_blank);
    let window = &area[from..floor(area, from.saturating_add(REACH))];
    window.find(start).map(|at| from + at)
}

/// The last boundary between characters at or before byte `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, words: &str) -> Span {
        let start = text.find(words).unwrap();
        Span::new(start as u32, (start + words.len()) as u32)
    }

    #[test]
    fn what_is_plain_is_not_copied() {
        for text in ["", "责任单位：市财政局（市国资委）", "乾坤(km)湾(MPa)、WTO(世贸)", "\u{FEFF}\u{200B}", "50（kw）"]
        {
            assert!(fold(&ArcStr::from(text), &[]).is_none(), "{text}");
        }
    }

    #[test]
    fn words_are_told_as_they_are_printed() {
        let source = ArcStr::from("責(zé)任\u{200B}單位:縣經(jīng)濟和信\n息化局、\u{2EA0}政局,進(jìn)度。");
        let folded = fold(&source, &[]).unwrap();
        assert_eq!(folded.text, "责任单位:县经济和信\n息化局、民政局,进度。");
        let name = place(&folded.text, "经济和信\n息化局");
        assert_eq!(&source[folded.span(name).range()], "經(jīng)濟和信\n息化局");
        assert_eq!(folded.printed("县经济和信息化局", name, Wording::Plain), "縣經濟和信息化局");
        assert_eq!(folded.printed("经济和信息化局", name, Wording::Quoted), "經(jīng)濟和信息化局");
        let name = place(&folded.text, "民政局");
        assert_eq!(folded.printed("民政局", name, Wording::Plain), "民政局");
        assert_eq!(folded.printed("民政局", name, Wording::Quoted), "\u{2EA0}政局");
        assert_eq!(&source[folded.span(place(&folded.text, "责任单位")).range()], "責(zé)任\u{200B}單位");
        for words in ["责任单位", "经济和信\n息化局", "进度"] {
            let there = place(&folded.text, words);
            assert_eq!(folded.place(folded.span(there)), there, "{words}");
        }
    }

    #[test]
    fn lines_leave_nothing_between_them() {
        let source = ArcStr::from("甲\u{200B}\n\u{200B}乙\n丙\u{200B}");
        let folded = fold(&source, &[]).unwrap();
        let lines: Vec<Span> = [(0, 4), (4, 8), (8, 11)].map(|(a, b)| folded.lines(Span::new(a, b))).to_vec();
        assert_eq!(lines[0].start, 0);
        assert!(lines.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!(lines[2].end as usize, source.len());
        assert_eq!(&source[lines[1].range()], "\u{200B}乙\n");
    }
}
