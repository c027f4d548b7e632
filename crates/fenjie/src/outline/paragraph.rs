//! Lines → paragraphs: what a page, a wrap at a width or a copy from a PDF broke is put together again.

use super::closing::{
    Closing, answers_at_end, brackets_of, carries_responsibility, ends_of_answers, opening_bodies, opening_clauses,
};
use super::ending::{
    begins_with_figure, closes_first, cuts_clause, cuts_deadline, ends_open, is_finished, is_full_name, is_signatory,
    is_signing_name, is_torn, opens_with_topic,
};
use super::label::{item_label, spelled};
use super::look::{Look, Looked};
use super::marker::Style;
use super::run_in;
use super::shape::Shape;
use super::title::{ends_title_of_notice, names_official};
use super::units_tail::{completes_body, ends_with_body, is_list_of_bodies, starts_with_separator};
use crate::model::Span;
use crate::phrase::around::is_disclosure;
use crate::text::chars::{find, has, is_close, is_colon, is_comma, is_open, is_stop, marks, tears_figure};
use crate::text::{Flow, Joint, Kinds};
use crate::vocabulary::{Label, OWN_WORDS, TITLE_WORDS};

/// One or more lines that are read as one text.
#[allow(clippy::struct_excessive_bools)] // each says whether one thing was seen
#[derive(Clone, Debug)]
pub(crate) struct Paragraph {
    /// What its first line looks like.
    pub(crate) look: Look,
    /// Its words.
    pub(crate) flow: Flow,
    /// Its lines; between them may stand blank ones and furniture.
    pub(crate) lines: Vec<u32>,
    /// Where a break inside a sentence or a name was taken out.
    pub(crate) mended: Vec<Span>,
    /// Whether its prose says who answers for it, in brackets or behind a label.
    pub(crate) answers: bool,
    /// Whether only its first clauses do: `甲局牵头，新建…`.
    pub(crate) opens: bool,
    /// Whether it stands among others that name a body at their heads: `甲局：统筹…`.
    pub(crate) run_in: bool,
    /// Whether a file, or a sheet of one, begins with it.
    pub(crate) begins_file: bool,
    /// The brackets that do, where it is a numbered or plain line: only of these it was asked.
    pub(crate) closings: Option<Vec<Closing>>,
}

impl Paragraph {
    /// Its words.
    pub(crate) fn text(&self) -> &str {
        &self.flow.text
    }

    /// Whether its prose may say who answers: only that of numbered and plain lines was asked.
    pub(crate) fn may_answer(&self) -> bool {
        self.answers || !matches!(self.look, Look::Item(_) | Look::Plain)
    }

    /// Where they stand.
    pub(crate) fn span(&self) -> Span {
        self.flow.whole()
    }

    /// Whether several of its sentences say each who answers for it.
    pub(crate) fn answers_often(&self) -> bool {
        self.answers && self.answered_ends().len() > 1
    }

    /// Where the brackets end that say who answers for a sentence.
    pub(crate) fn answered_ends(&self) -> Vec<usize> {
        self.closings.as_ref().map_or_else(Vec::new, |closings| ends_of_answers(self.text(), closings))
    }

    /// The words behind its number.
    pub(crate) fn body_start(&self) -> usize {
        if let Look::Item(marker) = &self.look { marker.rest } else { 0 }
    }
}

/// The paragraphs of the text, in order. Blank lines and furniture are in none.
pub(crate) fn paragraphs(looked: &[Looked]) -> Vec<Paragraph> {
    let shape = Shape::of(looked);
    let mut found: Vec<Open> = Vec::with_capacity(looked.len() / 2);
    for (number, line) in looked.iter().enumerate() {
        if matches!(line.look, Look::Blank | Look::Furniture) {
            continue;
        }
        let open = found.last_mut().filter(|open| !matches!(open.look(looked), Look::Table | Look::Date));
        match open.and_then(|open| open.joint(looked, number, &shape).map(|joint| (open, joint))) {
            Some((open, joint)) => open.push(number, joint, looked),
            None => found.push(Open::new(number, line)),
        }
    }
    let mut paragraphs: Vec<Paragraph> = found.into_iter().map(|open| open.finish(looked)).collect();
    run_in::mark(&mut paragraphs);
    paragraphs
}

/// Marks the paragraphs with which the files begin that start at `starts`.
pub(crate) fn mark_files(paragraphs: &mut [Paragraph], starts: impl Iterator<Item = u32>) {
    for start in starts.filter(|&start| start > 0) {
        let first = paragraphs.partition_point(|paragraph| paragraph.span().start < start);
        if let Some(first) = paragraphs.get_mut(first) {
            first.begins_file = true;
        }
    }
}

/// Whether a line stands right below another, or a page's foot and head are all that is between them.
fn follows(looked: &[Looked], above: usize, below: usize) -> bool {
    let mut between = looked[above + 1..below].iter().map(|line| &line.look).peekable();
    between.peek().is_none() || between.any(|look| matches!(look, Look::Furniture))
}

/// `…；牵` and `头单位：…`: a label that the end of a line cut in two looks like a misprint.
fn completes_label(tail: &str, text: &str) -> bool {
    let starts = tail.char_indices().rev().take(3).map(|(at, _)| at);
    starts.into_iter().any(|at| spelled(&format!("{}{text}", &tail[at..]), 0).is_some())
}

/// The line above a date names who signs; so do those above it that name bodies with their places.
fn next_is_date(below: &[Looked]) -> bool {
    let signs = |line: &Looked| {
        matches!(line.look, Look::Plain) && is_full_name(&line.flow.text) && is_signing_name(&line.flow.text)
    };
    let is_around = |line: &Looked| matches!(line.look, Look::Blank | Look::Furniture) || signs(line);
    let next = below.iter().take(8).find(|line| !is_around(line));
    next.is_some_and(|line| matches!(line.look, Look::Date | Look::Copy))
}

/// How many characters a heading with a comma may have.
const LONGEST_HEADING: usize = 30;

/// How many lines a bracket may take.
const MOST_IN_BRACKET: usize = 12;

/// A paragraph in the making. Its words are kept by line, so that a text of many short lines stays linear.
struct Open {
    lines: Vec<(usize, Joint)>,
    /// Opened minus closed brackets so far.
    depth: i32,
    has_clause: bool,
}

/// Where one line ends and another begins.
#[derive(Clone, Copy, Debug)]
struct Seam<'a> {
    /// The line above.
    tail: &'a str,
    /// The line below.
    text: &'a str,
    /// Whether nothing is between them.
    in_page: bool,
    /// Whether, moreover, the line above is as long as the page is wide.
    is_full: bool,
}

impl Open {
    fn new(number: usize, line: &Looked) -> Self {
        let mut open = Self { lines: vec![(number, Joint::Seamless)], depth: 0, has_clause: false };
        open.take_in(&line.flow);
        open
    }

    fn push(&mut self, number: usize, joint: Joint, looked: &[Looked]) {
        self.lines.push((number, joint));
        self.take_in(&looked[number].flow);
    }

    fn take_in(&mut self, flow: &Flow) {
        let ends_clause = |c| is_comma(c) || is_stop(c);
        self.has_clause |= flow.kinds.meets(Kinds::COMMA | Kinds::STOP) && has(&flow.text, ends_clause);
        if flow.kinds.meets(Kinds::OPEN | Kinds::CLOSE) {
            let steps = marks(&flow.text).map(|(_, c)| i32::from(is_open(c)) - i32::from(is_close(c)));
            self.depth += steps.sum::<i32>();
        }
        self.depth = self.depth.max(0);
    }

    /// Whether a bracket is open; one that stays open over many lines was never meant to be closed.
    fn in_bracket(&self) -> bool {
        self.depth > 0 && self.lines.len() <= MOST_IN_BRACKET
    }

    fn look<'a>(&self, looked: &'a [Looked]) -> &'a Look {
        &looked[self.lines[0].0].look
    }

    /// How the line joins the paragraph, if it does.
    fn joint(&self, looked: &[Looked], number: usize, shape: &Shape) -> Option<Joint> {
        let line = &looked[number];
        let last = self.lines.last().map_or(0, |&(last, _)| last);
        let tail = &looked[last].flow.text;
        if matches!(line.look, Look::Label(_))
            && self.in_bracket()
            && (closes_first(&line.flow.text) || ends_open(tail))
        {
            return Some(Joint::Seamless);
        }
        // `（责任` above `领导：…`: the rest of a label may be one itself.
        if matches!(&line.look, Look::Label(head) if head.misprint_of.is_some() || self.in_bracket())
            && completes_label(tail, &line.flow.text)
        {
            return Some(Joint::Seamless);
        }
        let signs = || {
            !self.in_bracket()
                && is_signatory(&line.flow.text)
                && next_is_date(&looked[number + 1..])
                && !ends_open(tail)
        };
        let is_labelled = item_label(&line.flow.text).is_some() && !self.in_bracket();
        if !matches!(line.look, Look::Plain | Look::BareNumber(_)) || is_labelled || signs() {
            return None;
        }
        match self.look(looked) {
            Look::Label(head) => {
                let is_empty = (head.content == tail.len() && self.lines.len() == 1) || tail.ends_with(is_colon);
                let text = &line.flow.text;
                let is_full = follows(looked, last, number)
                    && TITLE_WORDS.at_end(text).is_none()
                    && shape.is_full(&looked[last], text);
                self.joint_of_label(head.label, (tail, text), is_empty || is_full)
            }
            look => {
                let text = &line.flow.text;
                let in_page = follows(looked, last, number);
                let seam = Seam { tail, text, in_page, is_full: in_page && shape.is_full(&looked[last], text) };
                let answered = || self.answers(looked, &looked[last].flow);
                let joint = if self.tears_figure(look, tail, text) { Joint::Torn } else { Joint::Seamless };
                self.is_open(look, seam, answered, shape).then_some(joint)
            }
        }
    }

    /// Whether a figure goes on below the line, inside an item or a sentence; the number of an item may stand alone on its line.
    fn tears_figure(&self, look: &Look, tail: &str, text: &str) -> bool {
        let is_number = match look {
            Look::Item(marker) => marker.rest >= tail.len() && self.lines.len() == 1,
            _ => !self.has_clause,
        };
        !is_number && tears_figure(tail, text)
    }

    /// A responsibility line goes on where its list is open, or where the next line can only be the rest of a list.
    fn joint_of_label(&self, label: Label, (tail, text): (&str, &str), has_more: bool) -> Option<Joint> {
        if names_official(text) {
            return None;
        }
        if has_more || self.in_bracket() || ends_open(tail) || starts_with_separator(text) || cuts_deadline(tail, text)
        {
            return Some(Joint::Seamless);
        }
        // Nobody stands behind a deadline alone.
        if label == Label::Due && tail.matches(is_colon).count() < 2 {
            return None;
        }
        if completes_body(tail, text) {
            return Some(Joint::Seamless);
        }
        if !is_list_of_bodies(text) {
            return None;
        }
        let first = text.split(['、', '，', ',']).next().unwrap_or("");
        let both_whole = ends_with_body(tail) && super::units_tail::is_whole_name(first);
        Some(if both_whole { Joint::Separator } else { Joint::Seamless })
    }

    /// Whether the sentence is unfinished and the next line can carry it on.
    fn is_open(&self, look: &Look, seam: Seam<'_>, answered: impl Fn() -> bool, shape: &Shape) -> bool {
        let Seam { tail, text, in_page, is_full } = seam;
        if matches!(look, Look::Item(marker) if marker.rest >= tail.len()) && self.lines.len() == 1 {
            return true;
        }
        if self.in_bracket() {
            return true;
        }
        // A bracket ends a sentence only where it says who answers.
        let is_cut = tail.ends_with(is_close) && !answered();
        if (is_finished(tail) && !is_cut)
            || names_official(text)
            || is_disclosure(text)
            || (!self.has_clause && (text.ends_with(is_colon) || ends_title_of_notice(tail)))
        {
            return false;
        }
        let is_rest = text.starts_with(['、', '，', '。', '；', '）', '”', '》']);
        let cut = self.has_clause && cuts_clause(tail, text);
        if ends_open(tail) || is_rest || is_torn(tail, text) || self.tears_figure(look, tail, text) || cut {
            return true;
        }
        if self.is_short_above(look, tail, text, shape) && !is_full {
            return false;
        }
        // Lines of titles and headings may all be as long as the page is wide; sentences have marks.
        let is_sentence = !matches!(look, Look::Plain) || self.has_clause || has(text, |c| is_comma(c) || is_stop(c));
        if is_sentence && (is_full || in_page && begins_with_figure(text)) {
            return true;
        }
        match look {
            // Two or three characters are no sentence, but the end of one.
            Look::Item(_) if is_finished(text) && text.chars().count() <= "以上。".chars().count() => true,
            // A few words without a mark, with a sentence below them, are a title.
            Look::Item(_) if !self.has_clause && tail.chars().count() <= 20 && is_finished(text) => false,
            Look::Item(marker) if shape.makes_headings(marker.style) && opens_with_topic(text) => false,
            // What is left of a broken line is no longer than the line; below a heading of a high rank that is open.
            Look::Item(marker) if marker.style.rank() >= Style::Arabic.rank() && self.has_clause => {
                let prose = find(text, is_open).unwrap_or(text.len());
                prose <= tail.len() || shape.makes_sentences(marker.style, true)
            }
            Look::Item(marker) => shape.makes_sentences(marker.style, self.has_clause),
            Look::Plain | Look::Copy => self.has_clause && has(text, |c| is_comma(c) || is_stop(c)),
            _ => false,
        }
    }

    /// A numbered line without the marks of a sentence, shorter than the one below it: what is left of a broken line is hardly longer than
    /// the line, but the text below a heading is.
    fn is_short_above(&self, look: &Look, tail: &str, text: &str, shape: &Shape) -> bool {
        // Headings of the first rank may have a comma where most of their numbers open no whole sentences, and so may others
        // above a paragraph with a topic of its own.
        let may_have_comma = match look {
            Look::Item(marker) if marker.style == Style::Han => !shape.mostly_ends(marker.style),
            Look::Item(marker) if marker.style != Style::HanBracket => false,
            Look::Item(_) | Look::Plain => opens_with_topic(text),
            _ => return false,
        };
        let is_heading =
            !self.has_clause || may_have_comma && !has(tail, is_stop) && tail.chars().count() <= LONGEST_HEADING;
        is_heading && self.lines.len() == 1 && has(text, |c| is_comma(c) || is_stop(c)) && text.len() > tail.len()
    }

    /// Whether the paragraph so far says who answers; the bracket that its last line closes may have opened above.
    fn answers(&self, looked: &[Looked], last: &Flow) -> bool {
        let opens = last.text.chars().filter(|&c| is_open(c)).count();
        let closes = last.text.chars().filter(|&c| is_close(c)).count();
        if self.lines.len() == 1 || opens >= closes {
            return carries_responsibility(last);
        }
        // A bracket of more lines was never meant to be closed.
        let lines = &self.lines[self.lines.len().saturating_sub(MOST_IN_BRACKET)..];
        carries_responsibility(&Flow::join(lines.iter().map(|&(number, joint)| (&looked[number].flow, joint))))
    }

    fn finish(self, looked: &[Looked]) -> Paragraph {
        let first = &looked[self.lines[0].0];
        let flow = match self.lines.len() {
            1 => first.flow.clone(),
            _ => Flow::join(self.lines.iter().map(|&(number, joint)| (&looked[number].flow, joint))),
        };
        let seamless = self.lines.windows(2).filter(|pair| pair[1].1 != Joint::Separator);
        let mended = seamless
            .map(|pair| Span::new(looked[pair[0].0].flow.whole().end, looked[pair[1].0].flow.whole().start))
            .collect();
        let lines = self.lines.iter().map(|&(number, _)| looked[number].line).collect();
        let look = first.look.clone();
        let closings = matches!(look, Look::Item(_) | Look::Plain).then(|| brackets_of(&flow));
        let opens = match &look {
            Look::Item(marker) if flow.kinds.meets(Kinds::COLON) => opening_bodies(&flow.text, marker.rest).is_some(),
            _ => false,
        };
        let bracketed = |closings: &Vec<Closing>| !closings.is_empty();
        let speaks_of_notice = || matches!(look, Look::Plain) && OWN_WORDS.find(&flow.text).is_some();
        let at_end = || answers_at_end(&flow) && !speaks_of_notice();
        let answers = opens || closings.as_ref().is_some_and(|closings| bracketed(closings) || at_end());
        let opens = match &look {
            Look::Item(marker) if !answers => !opening_clauses(&flow.text, marker.rest).is_empty(),
            _ => false,
        };
        Paragraph {
            look,
            flow,
            lines,
            mended,
            answers: answers || opens,
            opens,
            run_in: false,
            begins_file: false,
            closings,
        }
    }
}
