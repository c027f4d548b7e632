//! The card of metadata that web sites print with a notice: the name of a field and its value, in whatever layout.
//!
//! Several names may stand on one line, one on each, name and value on lines of their own, or both in cells. A card is a run of
//! such lines at the top or the foot of the page.

use std::borrow::Cow;

use arcstr::ArcStr;

use crate::calendar::date;
use crate::model::Span;
use crate::text::chars::{digit, is_blank, is_close, is_colon, is_han, is_open};
use crate::text::{Flow, Kinds, Line};
use crate::vocabulary::{CardField, FURNITURE, Furniture, ORGANS, TITLE_WORDS};

/// How many lines from the top, and from the end, a card may stand in.
const EDGES: [usize; 2] = [60, 30];
/// The longest line of a card, in bytes.
const LONGEST: u32 = 1200;
/// The longest value, in characters.
const LONGEST_VALUE: usize = 120;

/// What the card says, and where it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Card {
    /// The fields and their values, in order.
    pub(crate) fields: Vec<(CardField, Flow)>,
    /// The lines it takes, in order.
    pub(crate) lines: Vec<u32>,
}

impl Card {
    /// The values of a field.
    pub(crate) fn values(&self, field: CardField) -> impl Iterator<Item = &Flow> {
        self.fields.iter().filter(move |(own, _)| *own == field).map(|(_, value)| value)
    }

    /// The lines of the text, those of the card as if they were blank.
    pub(crate) fn without<'a>(&self, lines: &'a [Line]) -> Cow<'a, [Line]> {
        if self.lines.is_empty() {
            return Cow::Borrowed(lines);
        }
        let mut rest = lines.to_vec();
        for &at in &self.lines {
            let line = &mut rest[at as usize];
            let content = Span::new(line.content.start, line.content.start);
            *line = Line { content, kinds: Kinds::default(), ..*line };
        }
        Cow::Owned(rest)
    }
}

/// Finds the cards at the top and at the foot of the text.
pub(crate) fn card(source: &ArcStr, lines: &[Line]) -> Card {
    let mut card = Card::default();
    let [top, foot] = [EDGES[0].min(lines.len()), lines.len().saturating_sub(EDGES[1])];
    for edge in [0..top, foot.max(top)..lines.len()] {
        let mut run = Run::default();
        for at in edge {
            let line = lines[at];
            let short = Some(line).filter(|line| line.content.end - line.content.start <= LONGEST);
            match short.map(|line| Flow::of_line(source, line)) {
                Some(flow) if flow.text.is_empty() => run.waits = None,
                Some(flow) if run.take(at as u32, &flow) => {}
                _ => std::mem::take(&mut run).close(&mut card),
            }
        }
        run.close(&mut card);
    }
    card
}

/// Where the card begins that was run on behind a title: `…责任分解表 发布时间：…`.
pub(crate) fn behind_title(flow: &Flow) -> Option<usize> {
    names(flow).find(|name| name.start > 0 && name.marked && name.field != CardField::Weak).map(|name| name.start)
}

/// Lines that follow each other and look like a card's.
#[derive(Debug, Default)]
struct Run {
    fields: Vec<(CardField, Flow)>,
    lines: Vec<u32>,
    /// How many fields may be everyday words.
    weak: usize,
    /// Whether one of them says where the page is from, or when.
    page: bool,
    /// Whether a name is none but a card's.
    sure: bool,
    /// The name whose value is still to come.
    waits: Option<CardField>,
}

impl Run {
    /// Whether the line is one of the run.
    fn take(&mut self, at: u32, flow: &Flow) -> bool {
        let text: &str = &flow.text;
        if !self.lines.is_empty() && text.chars().all(is_frame) {
            self.lines.push(at);
            return true;
        }
        let named: Vec<Name> = names(flow).collect();
        let opens = named.first().is_some_and(|name| text[..name.start].chars().all(is_frame));
        if !opens || text.contains('。') && named.len() < 2 {
            return self.take_value(at, flow);
        }
        self.lines.push(at);
        self.waits = None;
        for (number, name) in named.iter().enumerate() {
            let end = named.get(number + 1).map_or(text.len(), |next| next.start);
            self.field(name, flow, end);
        }
        true
    }

    fn field(&mut self, name: &Name, flow: &Flow, end: usize) {
        let (start, end) = core(&flow.text, name.value.min(end), end);
        let value = flow.slice(start..end);
        let is_value = fits(name.field, &value.text);
        self.weak += usize::from(name.marked && start < end);
        self.page |= is_value && matches!(name.field, CardField::Source | CardField::Published);
        self.sure |= name.long && (is_value || start == end) || is_value && tells(name.field);
        self.waits = (start == end && name.field != CardField::Weak).then_some(name.field);
        if is_value {
            self.fields.push((name.field, value));
        }
    }

    /// The value of the name on the line above.
    fn take_value(&mut self, at: u32, flow: &Flow) -> bool {
        let Some(field) = self.waits.take() else { return false };
        let (start, end) = core(&flow.text, 0, flow.text.len());
        let value = flow.slice(start..end);
        // What ends in a colon leads on: a salutation, the name of another list.
        let is_value = fits(field, &value.text) && !flow.text.ends_with(is_colon);
        if is_value {
            self.lines.push(at);
            self.fields.push((field, value));
        }
        is_value
    }

    fn close(self, card: &mut Card) {
        if self.sure || self.page && self.weak >= 2 {
            card.fields.extend(self.fields);
            card.lines.extend(self.lines);
        }
    }
}

/// The name of a field in a line.
#[derive(Clone, Copy, Debug)]
struct Name {
    field: CardField,
    start: usize,
    /// Where its value begins.
    value: usize,
    /// Whether a colon stands behind it.
    marked: bool,
    /// Whether it is longer than everyday words are.
    long: bool,
}

/// The names of fields in a line: at its start, behind a space or a mark, or anywhere where they are long and marked.
fn names(flow: &Flow) -> impl Iterator<Item = Name> + '_ {
    let text: &str = &flow.text;
    let mut from = 0;
    let candidates = FURNITURE.starts(text);
    candidates.filter_map(move |at| {
        let (word, Furniture::Card(field)) = FURNITURE.at_start(&text[at..])? else { return None };
        let end = at + word.len();
        let behind = text[end..].chars().next();
        let marked = behind.is_some_and(is_colon);
        let long = word.chars().count() >= 3 && field != CardField::Weak;
        let is_gap = |at: usize| flow.gaps().binary_search(&(at as u32)).is_ok();
        let set_off = at == 0 || is_gap(at) || text[..at].chars().next_back().is_some_and(|c| !is_han(c));
        let ends = behind.is_none_or(|c| c == '|' || is_colon(c) || is_close(c))
            || is_gap(end)
            || long && behind.is_some_and(|c| digit(c).is_some());
        // Where names have lost the spaces before them, a colon still tells them.
        let is_name = at >= from && ends && (set_off || marked && (from > 0 || word.chars().count() >= 4));
        is_name.then(|| {
            from = end;
            let value = end + behind.filter(|&c| is_colon(c) || is_close(c)).map_or(0, char::len_utf8);
            Name { field, start: at, value, marked, long }
        })
    })
}

/// What cards are framed with.
fn is_frame(c: char) -> bool {
    is_blank(c) || is_colon(c) || matches!(c, '|' | '【' | '】' | '[' | ']' | '·' | '•' | '*' | '#' | '>' | '-' | '—')
}

/// A value without its frame.
fn core(text: &str, start: usize, end: usize) -> (usize, usize) {
    let frames = |c: char| is_blank(c) || is_colon(c) || c == '|';
    let words = &text[start..end];
    let start = end - words.trim_start_matches(frames).len();
    (start, start + text[start..end].trim_end_matches(|c| frames(c) || is_open(c) && c != '《').len())
}

/// Whether a value of this field says something that the head of a notice needs.
fn tells(field: CardField) -> bool {
    matches!(field, CardField::Number | CardField::Title | CardField::Dated)
}

/// Whether a text can be the value of the field.
fn fits(field: CardField, value: &str) -> bool {
    if value.is_empty() || value.chars().nth(LONGEST_VALUE).is_some() {
        return false;
    }
    let is_title = || value.contains("关于") || TITLE_WORDS.find(value).is_some();
    match field {
        CardField::Number => value.contains(is_open) && value.contains('号'),
        CardField::Dated | CardField::Published => date::loose(value).is_some(),
        CardField::Title => is_title(),
        CardField::Issuer => value.chars().nth(40).is_none() && !is_title() && ORGANS.at_end(value).is_some(),
        CardField::Source | CardField::Other | CardField::Weak => {
            value.chars().nth(60).is_none() && !value.contains('。') && !is_title()
        }
    }
}
