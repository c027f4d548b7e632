//! Heads of columns between spaces, on one line or laid out over several.

use super::ColumnKind;
use super::column::{Announced, announced, is_usual};
use super::fit::{is_section, number};
use super::raw::{RawRow, Text, closed};
use super::spaced::{Metric, tokens};
use crate::model::Span;
use crate::text::Kinds;
use crate::text::chars::{find, is_blank, is_colon, is_han};

/// Words of a head, and the line on which they stand.
type Part = (usize, Span);

/// The heads of a table.
pub(super) struct Header {
    /// The lines that it takes.
    pub(super) lines: Vec<usize>,
    /// The heads from left to right, each with its parts from top to bottom.
    pub(super) heads: Vec<Vec<Part>>,
    /// What stands below each.
    pub(super) kinds: Vec<ColumnKind>,
    /// Whether the first counts the rows.
    pub(super) numbered: bool,
    /// Whether the line says something else before them.
    pub(super) follows: bool,
}

/// A head on several lines may have blank lines between them.
const MOST_GAPS: usize = 1;

/// No head has more bytes, nor a line of them.
const LONGEST: usize = 60;
const LONGEST_LINE: usize = 400;

impl Header {
    /// The header that begins on a line, where one does: most of its words are known heads, and some of them only tables have.
    pub(super) fn at(text: Text<'_>, at: usize) -> Option<Self> {
        Self::over(text, at).or_else(|| Self::on(text, at))
    }

    /// The header on one line.
    fn on(text: Text<'_>, at: usize) -> Option<Self> {
        let raw = text.raw(at);
        let marks = text.lines[at].kinds;
        if raw.len() > 4000 || marks.meets(Kinds::TAB) || !marks.meets(Kinds::BLANK) {
            return None;
        }
        let from = opening(raw, marks)?;
        let core = raw[from..].trim_matches(is_blank);
        let mut heads = tokens(text, at, 1, Metric::Screen);
        let start = text.lines[at].content.start + from as u32;
        let before = heads.iter().take_while(|head| head.span.start < start).count();
        heads.drain(..before);
        if core.contains(is_colon) {
            return None;
        }
        let announces: Vec<_> = heads.iter().map(|token| announced(text.words(token.span))).collect();
        let heads = heads.into_iter().map(|token| vec![(at, token.span)]).collect();
        Self::of(vec![at], heads, &announces).map(|header| Self { follows: before > 0, ..header })
    }

    /// The header on this line and one or two below it, where some heads are broken or stand above others.
    fn over(text: Text<'_>, at: usize) -> Option<Self> {
        if !may_begin(text, at) {
            return None;
        }
        let mut lines = vec![at];
        let mut found = None;
        let mut heads = pieces(text, at)?;
        while lines.len() < 3 {
            let last = lines[lines.len() - 1];
            let below = (last + 1..text.lines.len()).take(1 + MOST_GAPS).find(|&line| !text.is_gap(line));
            let Some((below, own)) = below.and_then(|below| Some((below, pieces(text, below)?))) else { break };
            lines.push(below);
            heads = stack(text, &heads, &own);
            let announces: Vec<_> = heads.iter().map(|head| head.announces(text)).collect();
            let printed = heads.iter().map(|head| head.printed(text)).collect();
            found = Self::of(lines.clone(), printed, &announces).or(found);
        }
        found
    }

    fn of(lines: Vec<usize>, heads: Vec<Vec<Part>>, announces: &[Option<Announced>]) -> Option<Self> {
        let known = announces.iter().flatten().count();
        let has = |test: fn(ColumnKind) -> bool| announces.iter().flatten().filter_map(|head| head.kind()).any(test);
        let says = |kind: ColumnKind| kind.is_units() || is_allotted(kind) || is_of_tables(kind);
        if heads.len() < 3 || known * 5 < heads.len() * 4 || !has(ColumnKind::is_prose) || !has(says) {
            return None;
        }
        let numbered = announces[0] == Some(Announced::Kind(ColumnKind::Number));
        let kinds = announces.iter().map(|head| head.and_then(Announced::kind).unwrap_or_default()).collect();
        Some(Self { lines, heads, kinds, numbered, follows: false })
    }

    /// Where each head begins and ends.
    pub(super) fn places(&self, text: Text<'_>, metric: Metric) -> Vec<(usize, usize)> {
        let laid: Vec<_> = self.lines.iter().map(|&line| (line, tokens(text, line, 1, metric))).collect();
        let place = |&(line, span): &Part| {
            let own = laid.iter().find(|(own, _)| *own == line).map_or(&[][..], |(_, tokens)| tokens);
            let first = own.partition_point(|token| token.span.end <= span.start);
            let last = own.partition_point(|token| token.span.start < span.end).max(first + 1) - 1;
            (own.get(first).map_or(0, |token| token.column), own.get(last).map_or(0, |token| token.end))
        };
        let hull = |a: (usize, usize), b: (usize, usize)| (a.0.min(b.0), a.1.max(b.1));
        self.heads.iter().map(|head| head.iter().map(place).reduce(hull).unwrap_or_default()).collect()
    }

    /// Whether a line is one of the header, printed once more.
    pub(super) fn is_repeated(&self, text: Text<'_>, line: usize) -> bool {
        self.lines.iter().any(|&own| text.core(own) == text.core(line))
    }

    /// The header as a row.
    pub(super) fn row(&self) -> RawRow {
        let cells = self.heads.iter().map(|head| head.iter().map(|&(_, span)| span).collect()).collect();
        RawRow { cells, first_line: self.lines[0] as u32 }
    }

    /// How many of the columns hold figures.
    pub(super) fn figures(&self) -> usize {
        self.kinds.iter().filter(|&&kind| is_allotted(kind)).count()
    }
}

/// Whether figures stand below a head.
fn is_allotted(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Total | ColumnKind::Region)
}

/// Whether only tables have such a head.
fn is_of_tables(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Leader | ColumnKind::Goal)
}

/// Where the first head stands: at the start of the line, or behind what the line said before a table that counts its rows.
fn opening(raw: &str, marks: Kinds) -> Option<usize> {
    let core = raw.trim_matches(is_blank);
    // Few lines have a known head before their first blank: the others cost one look-up.
    let first = find(core, is_blank)?;
    if announced(&core[..first]).is_some() && !marks.meets(Kinds::STOP) {
        return Some(0);
    }
    let at = raw.rfind("序号")?;
    (at > 0 && raw[..at].ends_with(is_blank)).then_some(at)
}

/// Whether the first words of a line are a head that other lines of the header may follow.
fn may_begin(text: Text<'_>, at: usize) -> bool {
    let kinds = text.lines[at].kinds;
    let core = text.core(at);
    if core.len() > LONGEST_LINE || !kinds.meets(Kinds::BLANK) || kinds.meets(Kinds::STOP | Kinds::COMMA | Kinds::COLON)
    {
        return false;
    }
    let first = find(core, is_blank).unwrap_or(core.len());
    // Spread out over the line: `责 任 分 工`.
    let spread = || core.split("  ").next().is_some_and(|words| announced(&closed(words)).is_some());
    announced(&core[..first]).is_some() || core[..first].chars().nth(1).is_none() && spread()
}

/// A head so far: its parts from top to bottom, and its place.
#[derive(Clone, Debug)]
struct Head {
    parts: Vec<Part>,
    column: usize,
    end: usize,
}

impl Head {
    fn words(&self, text: Text<'_>) -> String {
        self.parts.iter().map(|&(_, span)| closed(text.words(span))).collect()
    }

    fn overlaps(&self, other: &Head) -> bool {
        self.column < other.end && other.column < self.end
    }

    /// The parts that are its name: all of them, or the lowest where the others stand above more than this one.
    fn printed(&self, text: Text<'_>) -> Vec<Part> {
        let whole = self.words(text);
        let lowest = self.parts.last().map_or_else(String::new, |&(_, span)| closed(text.words(span)));
        if self.parts.len() > 1 && !is_usual(&whole) && announced(&lowest).is_some() {
            self.parts[self.parts.len() - 1..].to_vec()
        } else {
            self.parts.clone()
        }
    }

    fn announces(&self, text: Text<'_>) -> Option<Announced> {
        let printed = Self { parts: self.printed(text), ..self.clone() };
        let words = printed.words(text);
        // The cell of a row below a head is no part of it.
        announced(&words).filter(|_| printed.parts.len() == 1 || is_usual(&words))
    }
}

/// The words of a line that may be heads, or null where one cannot.
fn pieces(text: Text<'_>, line: usize) -> Option<Vec<Head>> {
    let kinds = text.lines[line].kinds;
    if text.core(line).len() > LONGEST_LINE || kinds.meets(Kinds::TAB | Kinds::STOP | Kinds::COLON) {
        return None;
    }
    let mut found: Vec<Head> = Vec::new();
    let mut spread = false;
    for token in tokens(text, line, 1, Metric::Screen) {
        let words = text.words(token.span);
        if words.len() > LONGEST || number(words).is_some() || is_section(words) {
            return None;
        }
        let single = words.chars().map(is_han).eq([true]);
        match found.last_mut().filter(|last| spread && single && token.column <= last.end + 2) {
            Some(last) => (last.parts[0].1.end, last.end) = (token.span.end, token.end),
            None => found.push(Head { parts: vec![(line, token.span)], column: token.column, end: token.end }),
        }
        spread = single;
    }
    Some(found)
}

/// Heads above others: one above several only names what they have in common, one above one is its first line.
fn stack(text: Text<'_>, above: &[Head], below: &[Head]) -> Vec<Head> {
    let mut heads = below.to_vec();
    for head in above {
        let under: Vec<usize> = (0..below.len()).filter(|&at| below[at].overlaps(head)).collect();
        match under[..] {
            [] if announced(&head.words(text)) == Some(Announced::Group) => {}
            [] => heads.push(head.clone()),
            [only] => {
                let parts = head.parts.iter().chain(&heads[only].parts).copied().collect();
                heads[only] =
                    Head { parts, column: head.column.min(heads[only].column), end: head.end.max(heads[only].end) };
            }
            _ => {}
        }
    }
    heads.sort_by_key(|head| head.column);
    heads
}
