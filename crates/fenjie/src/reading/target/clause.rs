//! Text → clauses, with what stands in quotes and brackets closed off.

use std::ops::Range;

use super::words::{self, Class};
use crate::outline::marker::marker;
use crate::quantity;
use crate::text::chars::{is_comma, is_han, is_stop};

/// A stretch of text between two marks that no commitment crosses.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) range: Range<usize>,
    /// Counts full stops: nothing is handed on from one sentence to the next.
    pub(super) sentence: u32,
    /// Counts semicolons as well: strength and deadline end there.
    pub(super) section: u32,
    /// Whether it stood in brackets and speaks of a part of what is before them.
    pub(super) bracket: bool,
}

/// The clauses of a text and its closed-off stretches.
#[derive(Debug, Default)]
pub(super) struct Clauses {
    pub(super) clauses: Vec<Clause>,
    /// Quotes, titles and brackets, outermost only, in order.
    pub(super) closed: Vec<Range<usize>>,
}

impl Clauses {
    /// The closed-off stretch that holds `at`.
    pub(super) fn closed_at(&self, at: usize) -> Option<&Range<usize>> {
        let next = self.closed.partition_point(|range| range.end <= at);
        self.closed.get(next).filter(|range| range.start <= at)
    }
}

/// How long the number of a point is that opens a clause: `（1）新增…`.
fn number_of_point(clause: &str) -> usize {
    marker(clause).filter(|marker| clause[marker.rest..].starts_with(is_han)).map_or(0, |marker| marker.rest)
}

/// How deep quotes and brackets are looked back for; deeper ones are taken as misprints.
const DEPTH: usize = 8;

/// Splits a text. `held` are stretches (numbers with separators) whose marks do not split.
pub(super) fn split(text: &str, held: &[Range<usize>]) -> Clauses {
    let (closed, spoken) = close_off(text);
    let mut result = Clauses { clauses: Vec::new(), closed };
    let mut cursor = Cursor { start: 0, sentence: 0, section: 0 };
    let (mut next_closed, mut next_held) = (0, 0);
    let mut at = 0;
    while let Some(c) = sign_from(text, &mut at) {
        let end = at + c.len_utf8();
        if let Some(range) = result.closed.get(next_closed).filter(|range| range.start == at).cloned() {
            next_closed += 1;
            if let Some(inner) = part_in_brackets(text, &range) {
                result.clauses.push(cursor.clause(range.start));
                let clause = Clause { range: inner, sentence: cursor.sentence, section: cursor.section, bracket: true };
                result.clauses.push(clause);
                cursor.start = range.end;
            }
            at = range.end;
            continue;
        }
        let spoken = || spoken.binary_search(&at).is_ok().then_some(Mark::Comma);
        if let Some(strength) = mark(c).or_else(|| half_width_stop(text, at, c)).or_else(spoken) {
            next_held += held[next_held..].iter().take_while(|range| range.end <= at).count();
            if held.get(next_held).is_none_or(|range| at < range.start) {
                result.clauses.push(cursor.clause(at));
                cursor.start = end;
                cursor.sentence += u32::from(strength == Mark::Stop);
                cursor.section += u32::from(strength != Mark::Comma);
            }
        }
        at = end;
    }
    result.clauses.push(cursor.clause(text.len()));
    for clause in &mut result.clauses {
        clause.range.start += number_of_point(&text[clause.range.clone()]);
    }
    result.clauses.retain(|clause| !clause.range.is_empty());
    result
}

/// The next character at or after `at` that is no Han character; those are most of a text and never marks.
fn sign_from(text: &str, at: &mut usize) -> Option<char> {
    let bytes = text.as_bytes();
    while let Some(0xE4..=0xE9) = bytes.get(*at) {
        *at += 3;
    }
    text[*at..].chars().next()
}

struct Cursor {
    start: usize,
    sentence: u32,
    section: u32,
}

impl Cursor {
    fn clause(&self, end: usize) -> Clause {
        Clause {
            range: self.start..end.max(self.start),
            sentence: self.sentence,
            section: self.section,
            bracket: false,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Comma,
    Semicolon,
    Stop,
}

fn mark(c: char) -> Option<Mark> {
    match c {
        '，' | ',' | '：' | ':' => Some(Mark::Comma),
        '；' | ';' => Some(Mark::Semicolon),
        '。' | '！' | '？' | '!' | '?' | '\n' => Some(Mark::Stop),
        _ => None,
    }
}

/// A full stop of half width behind Chinese words or a measure: no decimal point and no abbreviation.
fn half_width_stop(text: &str, at: usize, c: char) -> Option<Mark> {
    let behind =
        text[..at].chars().next_back().is_some_and(|c| is_han(c) || matches!(c, '%' | '％' | '）' | ')' | '”'));
    let before = text[at + c.len_utf8()..].chars().next().is_none_or(|c| is_han(c) || c.is_whitespace());
    (c == '.' && behind && before).then_some(Mark::Stop)
}

/// The inside of brackets that speak of a part: `（其中市本级5家）`, `（含快充站20座）`.
fn part_in_brackets(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let inner = text[range.clone()].strip_prefix(['（', '('])?.strip_suffix(['）', ')'])?;
    let start = range.start + text[range.clone()].chars().next().map_or(0, char::len_utf8);
    let part = words::at_start(inner, Class::PART_MARK).is_some() && quantity::find_iter(inner).next().is_some();
    part.then(|| start..start + inner.len())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Round,
    Quote,
    Single,
    Plain,
    Book,
    Square,
}

fn opener(c: char) -> Option<Kind> {
    Some(match c {
        '（' | '(' => Kind::Round,
        '“' | '「' => Kind::Quote,
        '‘' => Kind::Single,
        '《' | '〈' => Kind::Book,
        '〔' | '【' | '[' => Kind::Square,
        _ => return None,
    })
}

fn closer(c: char) -> Option<Kind> {
    Some(match c {
        '）' | ')' => Kind::Round,
        '”' | '」' => Kind::Quote,
        '’' => Kind::Single,
        '》' | '〉' => Kind::Book,
        '〕' | '】' | ']' => Kind::Square,
        _ => return None,
    })
}

/// The outermost matched pairs, and where the marks stand around whole sentences, which close nothing off. An opener without its
/// closer, and a closer without its opener, close nothing.
fn close_off(text: &str) -> (Vec<Range<usize>>, Vec<usize>) {
    let mut open: Vec<(Kind, usize)> = Vec::new();
    let mut closed: Vec<Range<usize>> = Vec::new();
    let mut spoken: Vec<usize> = Vec::new();
    let mut next = 0;
    while let Some(c) = sign_from(text, &mut next) {
        let at = next;
        next += c.len_utf8();
        let kind = if c == '"' { Some(Kind::Plain) } else { closer(c) };
        let opened = kind.and_then(|kind| open.iter().rev().take(DEPTH).position(|&(k, _)| k == kind));
        if let Some(back) = opened {
            let place = open.len() - 1 - back;
            let start = open[place].1;
            open.truncate(place);
            if matches!(kind, Some(Kind::Quote | Kind::Plain))
                && is_spoken(text, start..at + c.len_utf8(), c.len_utf8())
            {
                spoken.extend([start, at]);
                continue;
            }
            while closed.last().is_some_and(|last| last.start >= start) {
                closed.pop();
            }
            closed.push(start..at + c.len_utf8());
        } else if c == '"' {
            open.push((Kind::Plain, at));
        } else if let Some(kind) = opener(c) {
            open.push((kind, at));
        }
    }
    spoken.sort_unstable();
    (closed, spoken)
}

/// Whether what stands between two marks of quotation is a sentence of its own, as a report's that a list quotes: it has its own
/// stop, or it is all there is and has several clauses.
fn is_spoken(text: &str, quote: Range<usize>, mark: usize) -> bool {
    let inner = &text[quote.start + mark..quote.end - mark];
    let is_all = || text[..quote.start].trim().is_empty() && text[quote.end..].chars().all(is_stop);
    inner.ends_with(['。', '；']) || inner.contains(is_comma) && is_all()
}

/// Where the words of a clause begin, after marks of a list (`一是`, `并`, `、`).
pub(super) fn without_list_mark(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let mut chars = words.char_indices();
    let number = chars
        .next()
        .is_some_and(|(_, c)| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'));
    if let (true, Some((at, '是'))) = (number, chars.next()) {
        return range.start + at + '是'.len_utf8()..range.end;
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clauses(text: &str) -> Vec<&str> {
        split(text, &[]).clauses.into_iter().map(|clause| &text[clause.range]).collect()
    }

    #[test]
    fn marks_inside_quotes_do_not_split() {
        assert_eq!(clauses("推行“无事，不扰；有求必应”，建房10套。"), ["推行“无事，不扰；有求必应”", "建房10套"]);
    }

    #[test]
    fn sentences_that_are_quoted_are_split_as_all_are() {
        assert_eq!(clauses("“建房10套，修路“三纵”2公里。”"), ["建房10套", "修路“三纵”2公里"]);
        assert_eq!(clauses("“建房10套，修路2公里”。"), ["建房10套", "修路2公里"]);
    }

    #[test]
    fn an_unmatched_quote_closes_nothing() {
        assert_eq!(clauses("实施“双强“工程”，建房10套"), ["实施“双强“工程”", "建房10套"]);
        assert_eq!(clauses("实施“双强工程，建房10套"), ["实施“双强工程", "建房10套"]);
    }

    #[test]
    fn a_part_in_brackets_is_a_clause() {
        assert_eq!(clauses("建站30座（其中快充站10座）、桩200个"), ["建站30座", "其中快充站10座", "、桩200个"]);
        assert_eq!(clauses("建养老（照料）中心30座"), ["建养老（照料）中心30座"]);
    }
}
