//! Mended text: the words of one or more lines without what a page or a keyboard put between them.

use std::ops::Range;

use arcstr::{ArcStr, Substr};

use super::chars::{has, is_blank, is_close, is_han, is_wide, is_zero_width};
use super::{Kinds, Line};
use crate::model::Span;

/// How two lines are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A break inside a sentence or a name: nothing stands between.
    Seamless,
    /// A break inside a figure: its digits stand side by side.
    Torn,
    /// A break that stands for the separator of a list.
    Separator,
    /// A break between paragraphs.
    Line,
}

/// A text that is read as one run, and where each of its bytes stands in the source.
///
/// White space beside a wide character and characters without width are left out. Where nothing had to be left out, the
/// text is a slice of the source and nothing is copied.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    /// The words.
    pub(crate) text: Substr,
    /// The kinds of marks in it, and maybe those around it in its line.
    pub(crate) kinds: Kinds,
    /// Where its first byte stands in the source.
    from: u32,
    /// What was put together; most texts are one stretch of the source.
    mended: Option<Box<Mended>>,
}

/// How a text was put together.
#[derive(Clone, Debug, Default)]
struct Mended {
    /// From where in the text on the bytes stand where in the source, in order; never empty.
    pieces: Vec<Piece>,
    /// Where a space between two Han characters was left out.
    gaps: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    at: u32,
    from: u32,
}

impl Flow {
    /// The words of one line of the source.
    pub(crate) fn of_line(source: &ArcStr, line: Line) -> Self {
        Self::of(source, line.content, line.kinds)
    }

    /// The words at one place of the source.
    pub(crate) fn at(source: &ArcStr, place: Span) -> Self {
        Self::of(source, place, Kinds::of(&source[place.range()]))
    }

    fn of(source: &ArcStr, content: Span, kinds: Kinds) -> Self {
        let raw = &source[content.range()];
        let core = super::chars::trim_range(raw);
        let start = content.start + core.start as u32;
        if !kinds.meets(Kinds::BLANK) || !has(&raw[core.clone()], is_blank) {
            let text = source.substr(start as usize..content.start as usize + core.end);
            return Self { text, kinds, from: start, mended: None };
        }
        let mut builder = Builder { kinds, ..Builder::default() };
        builder.push_raw(&raw[core], start);
        builder.finish()
    }

    /// The words of several lines, each with how it is joined to the one before it.
    pub(crate) fn join<'a>(flows: impl IntoIterator<Item = (&'a Flow, Joint)>) -> Self {
        let mut builder = Builder::default();
        for (flow, joint) in flows {
            builder.push_flow(flow, joint);
        }
        builder.finish()
    }

    /// Where the words at `range` of the text stand in the source.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        let start = self.source_of(range.start as u32);
        let end = if range.end > range.start { self.source_of(range.end as u32 - 1) + 1 } else { start };
        Span::new(start, end)
    }

    /// Where all its words stand.
    pub(crate) fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }

    /// The words at `range`, trimmed ranges being the caller's business.
    pub(crate) fn words(&self, range: Range<usize>) -> Substr {
        self.text.substr(range)
    }

    /// The words at `range` as a flow of their own.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        let (start, end) = (range.start as u32, range.end as u32);
        let text = self.text.substr(range);
        let Some(mended) = &self.mended else {
            return Self { text, kinds: self.kinds, from: self.from + start, mended: None };
        };
        let first = mended.pieces.partition_point(|piece| piece.at <= start).saturating_sub(1);
        let mut pieces: Vec<Piece> =
            mended.pieces[first..].iter().take_while(|piece| piece.at < end.max(start + 1)).copied().collect();
        for piece in &mut pieces {
            piece.from += start.saturating_sub(piece.at);
            piece.at = piece.at.saturating_sub(start);
        }
        let gap_at = |offset: u32| mended.gaps.partition_point(|&gap| gap < offset);
        let gaps = mended.gaps[gap_at(start)..gap_at(end)].iter().map(|gap| gap - start).collect();
        Mended { pieces, gaps }.hold(text, self.kinds)
    }

    /// Where in the text a space between two Han characters was left out: in a list it may have been the separator.
    pub(crate) fn gaps(&self) -> &[u32] {
        self.mended.as_ref().map_or(&[], |mended| &mended.gaps)
    }

    fn source_of(&self, offset: u32) -> u32 {
        let Some(mended) = &self.mended else { return self.from + offset };
        let after = mended.pieces.partition_point(|piece| piece.at <= offset);
        let piece = mended.pieces[after.saturating_sub(1)];
        piece.from + (offset - piece.at)
    }
}

impl Mended {
    /// The flow of a text that was put together so.
    fn hold(self, text: Substr, kinds: Kinds) -> Flow {
        let from = self.pieces[0].from;
        let is_whole = self.pieces.len() == 1 && self.gaps.is_empty();
        Flow { text, kinds, from, mended: (!is_whole).then(|| Box::new(self)) }
    }
}

#[derive(Default)]
struct Builder {
    text: String,
    kinds: Kinds,
    mended: Mended,
}

impl Builder {
    fn push_raw(&mut self, raw: &str, from: u32) {
        let mut space = false;
        for (at, c) in raw.char_indices() {
            if is_zero_width(c) {
                continue;
            }
            if is_blank(c) {
                space = true;
                continue;
            }
            if std::mem::take(&mut space) {
                self.space_before(c, from + at as u32);
            }
            self.push_char(c, from + at as u32);
        }
    }

    fn push_flow(&mut self, flow: &Flow, joint: Joint) {
        let Some(first) = flow.text.chars().next() else { return };
        self.kinds = self.kinds | flow.kinds;
        let from = flow.source_of(0);
        if !self.text.is_empty() {
            match joint {
                Joint::Separator => self.insert("、", from),
                Joint::Line => self.insert("\n", from),
                Joint::Torn => {}
                Joint::Seamless => {
                    let wide = is_wide(first) || self.text.chars().next_back().is_some_and(is_wide);
                    if !wide {
                        self.insert(" ", from);
                    }
                }
            }
        }
        let base = self.text.len() as u32;
        match &flow.mended {
            None => self.mended.pieces.push(Piece { at: base, from }),
            Some(mended) => {
                let pieces = mended.pieces.iter().map(|piece| Piece { at: base + piece.at, from: piece.from });
                self.mended.pieces.extend(pieces);
            }
        }
        self.mended.gaps.extend(flow.gaps().iter().map(|gap| base + gap));
        self.text.push_str(&flow.text);
    }

    /// A run of blanks before `c`: kept as one space between narrow characters only.
    fn space_before(&mut self, c: char, from: u32) {
        let Some(last) = self.text.chars().next_back() else { return };
        if !is_wide(last) && !is_wide(c) {
            self.insert(" ", from.saturating_sub(1));
        } else if (is_han(last) || is_close(last)) && is_han(c) {
            self.mended.gaps.push(self.text.len() as u32);
        }
    }

    fn insert(&mut self, words: &str, from: u32) {
        self.kinds = self.kinds | Kinds::of(words);
        self.mended.pieces.push(Piece { at: self.text.len() as u32, from });
        self.text.push_str(words);
    }

    fn push_char(&mut self, c: char, from: u32) {
        let at = self.text.len() as u32;
        let carries_on = self.mended.pieces.last().is_some_and(|piece| piece.from + (at - piece.at) == from);
        if !carries_on {
            self.mended.pieces.push(Piece { at, from });
        }
        self.text.push(c);
    }

    fn finish(mut self) -> Flow {
        if self.mended.pieces.is_empty() {
            self.mended.pieces.push(Piece { at: 0, from: 0 });
        }
        self.mended.hold(Substr::from(ArcStr::from(self.text)), self.kinds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lines;

    fn flow(text: &str) -> (ArcStr, Flow) {
        let source = ArcStr::from(text);
        let all: Vec<_> = lines(&source).iter().map(|line| Flow::of_line(&source, *line)).collect();
        let joined = Flow::join(all.iter().map(|flow| (flow, Joint::Seamless)));
        (source, joined)
    }

    #[test]
    fn spans_find_the_words_across_what_was_taken_out() {
        let (source, flow) = flow("\u{3000}\u{3000}责 任\u{200B} 单位：市市场\r\n 监管局 A 6%");
        assert_eq!(&*flow.text, "责任单位：市市场监管局A 6%");
        let at = flow.text.find("市市场监管局").unwrap();
        let span = flow.span(at..at + "市市场监管局".len());
        assert_eq!(&source[span.range()], "市市场\r\n 监管局");
        assert_eq!(&source[flow.span(0..12).range()], "责 任\u{200B} 单位");
    }

    #[test]
    fn clean_lines_are_slices_of_the_source() {
        let source = ArcStr::from("　市财政局、市经信局\n");
        let flow = Flow::of_line(&source, lines(&source)[0]);
        assert!(ArcStr::ptr_eq(flow.text.parent(), &source));
        assert_eq!(flow.whole(), Span::new(3, 30));
    }
}
