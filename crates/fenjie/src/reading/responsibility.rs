//! Who answers for a task, as its labelled lines and brackets say it; roles are settled when all conventions are known.

use std::borrow::Cow;
use std::ops::Range;

use arcstr::Substr;

use super::official::{self, Named};
use super::units::{self, Listed, Mention};
use crate::model::Span;
use crate::outline::Paragraph;
use crate::outline::look::Look;
use crate::phrase::answer::{Answer, heads_bodies};
use crate::phrase::body::{ends_with_body, is_list_of_bodies};
use crate::phrase::closing::{
    Closing, due_bracket, handing_clause, label_behind, opening_bodies, opening_clauses, opening_words,
    responsible_brackets, said_at,
};
use crate::phrase::label::{LabelHead, ends_label, meant, spelled};
use crate::text::chars::{has, is_blank, is_close, is_colon, is_comma, is_open, is_stop, marks};
use crate::text::{Flow, Kinds};
use crate::vocabulary::{ABOVE_WORDS, Label, Mark, WORK_WORDS};

/// A list of units with the label before it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) label: Option<Label>,
    /// The label, the head of the column, or the heading that says that the list is one.
    pub(crate) ground: Option<Span>,
    pub(crate) flow: Flow,
    pub(crate) listed: Listed,
}

/// An official as words name one, and the label, the head of the column, or the heading that says so.
#[derive(Clone, Debug)]
pub(crate) struct Leader {
    pub(crate) flow: Flow,
    pub(crate) named: Named,
    pub(crate) ground: Option<Span>,
}

/// A label that was read as another one.
#[derive(Clone, Debug)]
pub(crate) struct Misprint {
    pub(crate) printed: String,
    pub(crate) meant: &'static str,
    pub(crate) span: Span,
}

/// All that a task's lines and brackets say of responsibility.
#[derive(Clone, Debug, Default)]
pub(crate) struct Responsibility {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) leaders: Vec<Leader>,
    pub(crate) dues: Vec<(Flow, Range<usize>)>,
    pub(crate) misprints: Vec<Misprint>,
    /// Every label with its place, to find the one that the part does not use.
    pub(crate) labels: Vec<(Substr, Label, Span)>,
    /// Where it stands.
    pub(crate) span: Option<Span>,
}

impl Responsibility {
    /// Whether it names nobody.
    pub(crate) fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| piece.listed.mentions.is_empty())
    }

    /// Whether it names only who takes part, so that the leads stand elsewhere.
    pub(crate) fn only_supports(&self) -> bool {
        let mut naming = self.pieces.iter().filter(|piece| !piece.listed.mentions.is_empty()).peekable();
        let helps = |piece: &Piece| {
            let marked = |mention: &Mention| mention.mark == Some(Mark::Participant);
            piece.label == Some(Label::Participant) || piece.listed.mentions.iter().all(marked)
        };
        naming.peek().is_some() && naming.all(helps)
    }

    /// Takes the bodies that its section names before its own, and of the rest what it does not say itself.
    pub(crate) fn inherit(&mut self, section: &Responsibility) {
        self.pieces.splice(0..0, section.pieces.iter().cloned());
        self.misprints.extend(section.misprints.iter().cloned());
        self.span = self.span.or(section.span);
        if self.dues.is_empty() {
            self.dues.clone_from(&section.dues);
        }
        if self.leaders.is_empty() {
            self.leaders.clone_from(&section.leaders);
        }
    }

    /// How many bytes the words take that it hands on.
    pub(crate) fn length(&self) -> usize {
        let pieces = self.pieces.iter().map(|piece| &piece.flow);
        let others = self.leaders.iter().map(|leader| &leader.flow).chain(self.dues.iter().map(|(flow, _)| flow));
        pieces.chain(others).map(|flow| flow.text.len()).sum()
    }

    /// Reads a labelled line, or one that hands out what stands above it.
    pub(crate) fn take_line(&mut self, paragraph: &Paragraph) {
        let Look::Label(head) = &paragraph.look else {
            self.take_end(&paragraph.flow, 0);
            return;
        };
        let end = paragraph.text().len();
        self.cover(paragraph.span());
        self.take_labelled(&paragraph.flow, head.clone(), end);
    }

    /// Takes the bodies that a line names for all that stands below it: a heading, or the side that signs a letter. All of them
    /// lead that are not said to do anything else.
    pub(crate) fn take_named(&mut self, flow: &Flow, range: Range<usize>) {
        self.cover(flow.span(range.clone()));
        self.take_list(flow, (None, Some(flow.whole())), range, None);
        if let Some(several) = self.pieces.last_mut().filter(|piece| piece.listed.mentions.len() > 1) {
            several.label = Some(Label::Lead);
        }
    }

    /// Reads the cell of a table as if its column's head stood before it as a label.
    pub(crate) fn take_cell(&mut self, flow: &Flow, label: Label, head: Option<Span>) {
        let text: &str = &flow.text;
        self.cover(flow.whole());
        let first = spelled(&flow.text, 0);
        let next = first.or_else(|| next_label(flow, 0..text.len()));
        let end = trim_end(text, 0, next.as_ref().map_or(text.len(), |head| head.range.start));
        if end > 0 {
            match label {
                Label::Leader => {
                    self.take_leaders(flow, official::in_cell(text, 0..end, flow.gaps()), head);
                }
                Label::Due => self.dues.push((flow.clone(), 0..end)),
                Label::Aside => {}
                label => self.take_list(flow, (Some(label), head), 0..end, None),
            }
        }
        if let Some(head) = next {
            self.take_labelled(flow, head, text.len());
        }
    }

    /// Reads the responsibility inside a numbered or plain paragraph and returns the ranges of its prose.
    pub(crate) fn take_words(&mut self, paragraph: &Paragraph, from: usize) -> Vec<Range<usize>> {
        let opening = if paragraph.run_in {
            opening_words(paragraph.text(), from)
        } else {
            opening_of_item(&paragraph.flow, from)
        };
        self.take_known(&paragraph.flow, from, opening, paragraph.closings.as_deref())
    }

    /// The same of words of which nothing is known.
    pub(crate) fn take_prose(&mut self, flow: &Flow, from: usize) -> Vec<Range<usize>> {
        self.take_known(flow, from, opening_of_item(flow, from), None)
    }

    /// `opening` is where bodies stand before a colon at the head of the words, and what is behind it.
    fn take_known(
        &mut self,
        flow: &Flow,
        from: usize,
        opening: Option<(Range<usize>, usize)>,
        known: Option<&[Closing]>,
    ) -> Vec<Range<usize>> {
        let text: &str = &flow.text;
        let from = opening.map_or(from, |(bodies, rest)| {
            self.cover(flow.span(bodies.clone()));
            self.take_list(flow, (None, None), bodies, None);
            rest
        });
        let end = self.take_end(flow, from);
        let end = self.take_due(flow, from..end);
        let mut prose = Vec::new();
        let mut start = from;
        // Those that are known are the whole text's.
        let known = known.filter(|_| end == text.len());
        let closings = known.map_or_else(|| Cow::Owned(responsible_brackets(&text[..end])), Cow::Borrowed);
        for closing in closings.iter().filter(|closing| closing.bracket.start >= from) {
            self.take_bracket(flow, closing);
            prose.push(start..text[..closing.bracket.start].trim_end_matches(is_blank).len().max(start));
            start = closing.bracket.end;
        }
        prose.push(start..end.max(start));
        if from > 0 && self.pieces.is_empty() {
            for clause in opening_clauses(text, from) {
                self.cover(flow.span(clause.clone()));
                self.take_list(flow, (None, None), clause, None);
            }
        }
        prose
    }

    /// Reads what stands behind a label or in a clause (`由…牵头`) at the end of a paragraph, and returns where the words
    /// before it end. A clause of a sentence that says more stays with its words.
    fn take_end(&mut self, flow: &Flow, from: usize) -> usize {
        let text: &str = &flow.text;
        let label = label_behind(text, flow.kinds);
        if let Some(head) = label.filter(|head| head.range.start >= from) {
            let start = head.range.start;
            self.cover(flow.span(start..text.len()));
            self.take_labelled(flow, head, text.len());
            return text[..start].trim_end_matches(is_blank).len();
        }
        let Some(clause) = handing_clause(text).filter(|clause| clause.start >= from) else { return text.len() };
        self.cover(flow.span(clause.clone()));
        self.take_list(flow, (None, None), clause.clone(), None);
        let before = without_above(text[..clause.start].trim_end_matches(is_blank));
        let is_sentence = !before.ends_with(is_comma) && text[clause.end..].trim_matches(is_stop).is_empty();
        if is_sentence { before.len() } else { text.len() }
    }

    /// Reads a bracket at the end of words that only says by when, and returns where the words before it end.
    pub(crate) fn take_due(&mut self, flow: &Flow, words: Range<usize>) -> usize {
        let text = &flow.text[..words.end];
        let Some((bracket, content)) = due_bracket(text).filter(|(bracket, _)| bracket.start >= words.start) else {
            return words.end;
        };
        self.cover(flow.span(bracket.clone()));
        self.dues.push((flow.clone(), content));
        text[..bracket.start].trim_end_matches(is_blank).len()
    }

    /// Reads a bracket.
    pub(crate) fn take_bracket(&mut self, flow: &Flow, closing: &Closing) {
        self.cover(flow.span(closing.bracket.clone()));
        let text: &str = &flow.text;
        let lead =
            text[closing.content.clone()].len() - text[closing.content.clone()].trim_start_matches(is_blank).len();
        // What stands behind the bracket is none of its words.
        if let Some(head) = meant(&text[..closing.content.end], closing.content.start + lead) {
            return self.take_labelled(flow, head, closing.content.end);
        }
        // `（市发改委牵头；配合单位：市财政局）`: a list first, labels behind it.
        let next = next_label(flow, closing.content.clone());
        let end = next.as_ref().map_or(closing.content.end, |head| head.range.start);
        if closing.answer.is_some() || next.is_none() {
            self.take_list(flow, (None, None), closing.content.start..end, closing.answer.as_ref());
        }
        if let Some(head) = next {
            self.take_labelled(flow, head, closing.content.end);
        }
    }

    fn take_labelled(&mut self, flow: &Flow, first: LabelHead, end: usize) {
        let text: &str = &flow.text;
        let mut head = Some(first);
        while let Some(label) = head.take() {
            // `责任单位：牵头单位：甲局；配合单位：乙局`: labels behind a label that says nothing of its own.
            let next = spelled(&text[..end], label.content)
                .or_else(|| next_label(flow, label.content..end))
                .or_else(|| next_said(text, label.content..end));
            let until = next.as_ref().map_or(end, |next| next.range.start);
            let content = label.content..trim_end(text, label.content, until);
            let printed = flow.span(label.range.clone());
            self.labels.push((flow.words(label.range.clone()), label.label, printed));
            if let Some(meant) = label.misprint_of {
                // What stands in place of the colon is the misprint where the words are not.
                let words = &text[label.range.clone()];
                let words = if words == meant { text[label.range.start..label.content].trim() } else { words };
                self.misprints.push(Misprint { printed: words.to_owned(), meant, span: printed });
            }
            match label.label {
                Label::Leader => self.take_leaders_first(flow, content, printed),
                Label::Due => self.dues.push((flow.clone(), content)),
                Label::Aside => {}
                label => self.take_list(flow, (Some(label), Some(printed)), content, None),
            }
            head = next;
        }
    }

    /// `责任领导：周明；甲局、乙局`: officials, and behind a semicolon bodies that no label of their own names.
    fn take_leaders_first(&mut self, flow: &Flow, content: Range<usize>, printed: Span) {
        let text: &str = &flow.text;
        let stop = marks(&text[content.clone()]).find(|&(_, c)| matches!(c, '；' | ';'));
        let bodies = stop.map(|(at, c)| content.start + at + c.len_utf8()..content.end);
        let bodies =
            bodies.filter(|bodies| is_list_of_bodies(&text[bodies.clone()]) || heads_bodies(&text[bodies.clone()]));
        let end = bodies.as_ref().map_or(content.end, |bodies| trim_end(text, content.start, bodies.start));
        self.take_leaders(flow, official::behind_label(text, content.start..end, flow.gaps()), Some(printed));
        if let Some(bodies) = bodies {
            self.take_list(flow, (None, None), bodies, None);
        }
    }

    fn take_leaders(&mut self, flow: &Flow, named: Vec<Named>, ground: Option<Span>) {
        self.leaders.extend(named.into_iter().map(|named| Leader { flow: flow.clone(), named, ground }));
    }

    /// Reads a list, or takes over what is `known` of it where a space that was left out cannot have parted its names.
    fn take_list(
        &mut self,
        flow: &Flow,
        (label, ground): (Option<Label>, Option<Span>),
        range: Range<usize>,
        known: Option<&Answer>,
    ) {
        let (list, remark) = part_remark(&flow.text, range);
        let known = known.filter(|known| known.range == list && flow.gaps().is_empty());
        let read = || units::list(&flow.text, list.clone(), flow.gaps());
        let mut listed = known.map_or_else(read, |known| known.listed.clone());
        listed.notes.extend(remark);
        let persons = std::mem::take(&mut listed.persons);
        self.take_leaders(flow, persons, ground);
        self.dues.extend(listed.dues.iter().map(|due| (flow.clone(), due.clone())));
        self.pieces.push(Piece { label, ground, flow: flow.clone(), listed });
    }

    fn cover(&mut self, span: Span) {
        self.span = Some(self.span.map_or(span, |whole| whole.hull(span)));
    }
}

/// Where a heading names bodies, without the words for what they are to do; of a bracket behind them only another name stays.
pub(crate) fn bodies_in_heading(text: &str, from: usize) -> Option<Range<usize>> {
    let outer = |c: char| is_blank(c) || is_colon(c) || is_stop(c);
    let words = text.get(from..)?;
    let start = from + words.len() - words.trim_start_matches(outer).len();
    let words = words.trim_matches(outer);
    let open = words.find(is_open).filter(|_| words.ends_with(is_close));
    let (mut names, bracket) = words.split_at(open.unwrap_or(words.len()));
    names = names.trim_end_matches(is_blank);
    let is_other_name = ends_with_body(bracket);
    while let Some((word, ())) = WORK_WORDS.at_end(names).filter(|_| !is_other_name) {
        names = &names[..names.len() - word.len()];
    }
    let end = if is_other_name { words.len() } else { names.len() };
    heads_bodies(names).then_some(start..start + end)
}

/// The official whom a heading names with a post, or behind a label, in a bracket or not.
pub(super) fn leader_of_heading(heading: &Flow, from: usize) -> Option<Leader> {
    let from = from + heading.text[from..].len() - heading.text[from..].trim_start_matches(is_blank).len();
    if let Some(named) = official::in_heading(&heading.text, from) {
        return Some(Leader { flow: heading.clone(), named, ground: Some(heading.whole()) });
    }
    let mut found = Responsibility::default();
    // `一、督办领导：副市长 周明`
    if let Some(label) = spelled(&heading.text, from).filter(|label| label.label == Label::Leader) {
        found.take_labelled(heading, label, heading.text.len());
    }
    for bracket in &responsible_brackets(&heading.text) {
        found.take_bracket(heading, bracket);
    }
    found.leaders.into_iter().next()
}

/// `甲局牵头。以下均需各县落实，不再列出`: the list, and the sentence behind it that names no bodies of its own.
fn part_remark(text: &str, range: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let Some(stop) = text[range.clone()].find('。').map(|at| range.start + at) else { return (range, None) };
    let rest = stop + '。'.len_utf8()..range.end;
    let words = text[rest.clone()].trim_matches(|c: char| is_blank(c) || is_stop(c));
    if words.is_empty() || is_list_of_bodies(words) { (range, None) } else { (range.start..stop, Some(rest)) }
}

/// The next label inside a line: `责任单位：甲局；配合单位：乙局`. Short ones count behind a separator only.
fn next_label(flow: &Flow, range: Range<usize>) -> Option<LabelHead> {
    let text: &str = &flow.text;
    if !has(&text[range.clone()], ends_label) {
        return None;
    }
    let mut behind_separator = false;
    for (offset, c) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        // A space that was left out may have set the label off.
        behind_separator |= flow.gaps().binary_search(&(at as u32)).is_ok();
        let found = if behind_separator { meant(text, at) } else { spelled(text, at) };
        // `负责　完成时限：`: where a label begins behind a left-out space, the words before it belong to the list.
        let inner = |head: &LabelHead| {
            let gaps = &flow.gaps()[flow.gaps().partition_point(|&gap| gap as usize <= at)..];
            gaps.iter()
                .take_while(|&&gap| (gap as usize) < head.range.end)
                .any(|&gap| spelled(text, gap as usize).is_some())
        };
        // Behind a bracket a name may still go on: `各县（市、区）政府　完成时限：`.
        let goes_on = !behind_separator || text[..at].ends_with(is_close);
        if let Some(head) = found.filter(|head| head.content <= range.end && !(goes_on && inner(head))) {
            // `映湖区政府完成时限：` ends a name before the label.
            let words = &text[head.range.clone()];
            let sets_itself_off = words.chars().count() >= 4 && !words.starts_with(['市', '县', '区', '州', '政']);
            if at > range.start && (behind_separator || sets_itself_off) {
                return Some(head);
            }
        }
        behind_separator = is_comma(c) || is_stop(c) || is_blank(c) || is_open(c) || is_close(c) || c == '、';
    }
    None
}

/// `…。此项工作`: without the words for all that stands above, which hand it out.
fn without_above(text: &str) -> &str {
    let start = text.rfind(is_stop).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    if start > 0 && ABOVE_WORDS.whole(text[start..].trim_matches(is_blank)).is_some() { &text[..start] } else { text }
}

fn trim_end(text: &str, start: usize, end: usize) -> usize {
    let opens = |c: char| is_blank(c) || is_comma(c) || is_stop(c) || is_open(c) || c == '、';
    start + text[start..end].trim_end_matches(opens).len()
}

/// `牵头单位为甲局，责任单位为乙局`: the next label with 为 in place of its colon.
fn next_said(text: &str, range: Range<usize>) -> Option<LabelHead> {
    if !text[range.clone()].contains('为') && !text[range.clone()].contains('是') {
        return None;
    }
    let clauses = marks(&text[range.clone()]).filter(|&(_, c)| is_comma(c) || is_stop(c));
    let mut starts = clauses.map(|(at, c)| range.start + at + c.len_utf8());
    starts.find_map(|at| said_at(&text[..range.end], at))
}

/// `1.甲局：新建…`: the bodies before the first colon of a numbered item.
fn opening_of_item(flow: &Flow, from: usize) -> Option<(Range<usize>, usize)> {
    if from > 0 && flow.kinds.meets(Kinds::COLON) { opening_bodies(&flow.text, from) } else { None }
}
