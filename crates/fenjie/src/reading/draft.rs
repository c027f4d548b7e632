//! Entries → tasks in draft: text, title, number, official and responsibility, before the conventions are known.

use std::ops::Range;

use arcstr::Substr;

use super::allowance::Allowance;
use super::by_body::bodies_of_headings;
use super::genre::{Genre, sets_figure};
use super::responsibility::{Leader, Responsibility, leader_of_heading};
use super::section::SectionDraft;
use super::select::{Choice, select};
use super::table::Figure;
use crate::model::{PartKind, Span};
use crate::outline::ending::is_finished;
use crate::outline::{Entry, Paragraph};
use crate::phrase::label::item_label;
use crate::text::chars::{is_comma, is_stop, trim};
use crate::text::{Flow, Joint};
use crate::vocabulary::ItemLabel;

/// A task whose roles are not settled yet.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The heading above it, by its position among the part's.
    pub(crate) section: Option<usize>,
    pub(crate) number: Option<Substr>,
    pub(crate) official: Option<Leader>,
    pub(crate) title: Option<Substr>,
    pub(crate) text: Flow,
    /// The targets that cells make together.
    pub(crate) figures: Vec<Figure>,
    pub(crate) responsibility: Responsibility,
    /// Whether the responsibility is that of its section.
    pub(crate) inherited: bool,
    /// Whether what is printed for several tasks is kept from this one, as the notice's allowance is spent.
    pub(crate) withheld: bool,
    /// Whether its place has no room for units, so that nobody is missing.
    pub(crate) unassigned: bool,
    pub(crate) span: Span,
}

impl Draft {
    /// A task whose place has no room for units.
    pub(crate) fn unassigned(number: Option<Substr>, title: Option<Substr>, text: Flow, span: Span) -> Self {
        Self {
            section: None,
            number,
            official: None,
            title,
            text,
            figures: Vec::new(),
            responsibility: Responsibility::default(),
            inherited: false,
            withheld: false,
            unassigned: true,
            span,
        }
    }

    /// The body that signs a letter takes the task on.
    pub(crate) fn sign(&mut self, signing: &Responsibility) {
        self.responsibility.inherit(signing);
        (self.inherited, self.unassigned) = (true, false);
    }
}

/// The tasks of a part; its headings are added to `sections`.
pub(crate) fn drafts(
    entries: &[Entry],
    paragraphs: &[Paragraph],
    kind: PartKind,
    genre: Genre,
    signing: Option<&Responsibility>,
    allowance: &mut Allowance,
    sections: &mut Vec<SectionDraft>,
) -> (Vec<Draft>, Vec<Choice>) {
    let bodies = bodies_of_headings(entries, paragraphs);
    let choices = select(entries, paragraphs, &bodies, genre);
    let headings = vec![None; entries.len()];
    let mut drafter = Drafter {
        entries,
        paragraphs,
        kind,
        allowance,
        headings,
        bodies,
        sections,
        sibling: None,
        signing,
        drafts: Vec::new(),
    };
    for (at, choice) in choices.iter().enumerate() {
        match choice {
            Choice::Heading => drafter.open(at),
            Choice::Task { points, shares } => drafter.task(at, points, *shares),
            Choice::Point | Choice::Prose => {}
        }
    }
    (drafter.drafts, choices)
}

/// What a heading hands to the tasks below it.
#[derive(Clone, Debug, Default)]
struct Heading {
    /// Its position among the part's sections.
    section: usize,
    official: Option<Leader>,
    responsibility: Responsibility,
}

struct Drafter<'a> {
    entries: &'a [Entry],
    paragraphs: &'a [Paragraph],
    kind: PartKind,
    allowance: &'a mut Allowance,
    headings: Vec<Option<Heading>>,
    /// By entry, where it is a heading that names bodies.
    bodies: Vec<Option<Range<usize>>>,
    sections: &'a mut Vec<SectionDraft>,
    /// The last item of a section, and what it says for those before it.
    sibling: Option<(usize, Responsibility)>,
    /// The body that signs a letter of responsibility and takes its items on.
    signing: Option<&'a Responsibility>,
    drafts: Vec<Draft>,
}

impl Drafter<'_> {
    /// A heading stands over the next tasks.
    fn open(&mut self, at: usize) {
        let heading = self.heading(at);
        let entry = &self.entries[at];
        if let Some(&first) = entry.texts.first() {
            let parent = self.section(entry.parent);
            let own = SectionDraft::of_paragraph(&self.paragraphs[first]);
            self.sections.push(SectionDraft { parent, official: heading.official.clone(), ..own });
        }
        self.headings[at] = Some(heading);
    }

    fn heading(&self, at: usize) -> Heading {
        let entry = &self.entries[at];
        let first = entry.texts.first().map(|&first| &self.paragraphs[first]);
        let mut responsibility = Responsibility::default();
        if let Some(first) = first {
            if let Some(bodies) = self.bodies[at].clone() {
                responsibility.take_named(&first.flow, bodies);
                // `包村领导：` below the name of the village.
                entry.labels.iter().for_each(|&label| responsibility.take_line(&self.paragraphs[label]));
            }
        }
        if responsibility.is_empty() {
            responsibility = self.responsibility_of(entry);
        }
        let named = first.and_then(|first| leader_of_heading(&first.flow, first.body_start()));
        let official = named.or_else(|| responsibility.leaders.first().cloned());
        Heading { section: self.sections.len(), official, responsibility }
    }

    fn responsibility_of(&self, entry: &Entry) -> Responsibility {
        let mut found = Responsibility::default();
        for &text in &entry.texts {
            let paragraph = &self.paragraphs[text];
            if paragraph.may_answer() {
                found.take_words(paragraph, paragraph.body_start());
            }
        }
        for &label in &entry.labels {
            found.take_line(&self.paragraphs[label]);
        }
        found
    }

    fn task(&mut self, at: usize, points: &[usize], shares: Option<usize>) {
        let entry = &self.entries[at];
        if points.is_empty() && entry.labels.is_empty() && entry.texts.len() == 1 && self.split_by_brackets(at) {
            return;
        }
        let mut responsibility = Responsibility::default();
        let mut prose: Vec<Flow> = Vec::new();
        let mut title: Option<Flow> = None;
        let mut span: Option<Span> = None;
        // The name of a body that stands over the words of an item is none of them.
        let named = self.bodies[at].clone().filter(|_| !entry.has_children);
        if let Some(bodies) = &named {
            responsibility.take_named(&self.paragraphs[entry.texts[0]].flow, bodies.clone());
        }
        for (order, entry) in std::iter::once(at).chain(points.iter().copied()).map(|at| &self.entries[at]).enumerate()
        {
            let above = usize::from(order == 0 && named.is_some());
            for (place, &text) in entry.texts.iter().enumerate().skip(above) {
                let paragraph = &self.paragraphs[text];
                // The number of a point is part of the words.
                let from = if order == 0 && place == 0 { paragraph.body_start() } else { 0 };
                let (label, length) = item_label(&paragraph.text()[from..]).unzip();
                let from = from + length.unwrap_or_default();
                let words = if paragraph.may_answer() {
                    joined(&paragraph.flow, responsibility.take_words(paragraph, from))
                } else {
                    let end = responsibility.take_due(&paragraph.flow, from..paragraph.text().len());
                    joined(&paragraph.flow, std::iter::once(from..end))
                };
                if label == Some(ItemLabel::Name) && title.is_none() {
                    title = words.map(|words| words.slice(0..words.text.trim_end_matches(is_stop).len()));
                } else {
                    prose.extend(words);
                }
            }
            for &label in &entry.labels {
                responsibility.take_line(&self.paragraphs[label]);
            }
            for &paragraph in entry.texts.iter().chain(&entry.labels) {
                let own = self.paragraphs[paragraph].span();
                span = Some(span.map_or(own, |whole| whole.hull(own)));
            }
        }
        let inherited = responsibility.is_empty();
        if let Some(signing) = self.signing.filter(|_| inherited && shares.is_none()) {
            responsibility.inherit(signing);
        }
        let source = shares.filter(|_| inherited || responsibility.only_supports());
        let withheld = source.is_some_and(|source| !self.hand_on(source, &mut responsibility));
        let (title, text) = match title {
            // `承诺事项：新建学校5所，…`: sentences behind the label of a name are the task's text.
            Some(title) if prose.is_empty() && title.text.contains(|c| is_comma(c) || is_stop(c)) => (None, title),
            Some(title) => (Some(title.text), as_one(prose)),
            None => self.title_and_text(prose),
        };
        self.push(
            at,
            title,
            text,
            responsibility,
            inherited && (shares.is_some() || self.signing.is_some()),
            span.unwrap_or_default(),
        );
        if let Some(draft) = self.drafts.last_mut() {
            draft.withheld = withheld;
        }
    }

    /// Hands a task what its section says, at the heading or at the last item. Returns whether it is allowed.
    fn hand_on(&mut self, from: usize, responsibility: &mut Responsibility) -> bool {
        if self.headings[from].is_none() && self.sibling.as_ref().is_none_or(|&(at, _)| at != from) {
            self.sibling = Some((from, self.responsibility_of(&self.entries[from])));
        }
        let heading = self.headings[from].as_ref().map(|heading| &heading.responsibility);
        let Some(shared) = heading.or(self.sibling.as_ref().map(|(_, sibling)| sibling)) else { return true };
        let allowed = self.allowance.grant(shared.length());
        if allowed {
            responsibility.inherit(shared);
        }
        allowed
    }

    /// Several sentences of one paragraph, each with a bracket of its own, are a task each.
    fn split_by_brackets(&mut self, at: usize) -> bool {
        let paragraph = &self.paragraphs[self.entries[at].texts[0]];
        if !paragraph.may_answer() {
            return false;
        }
        let text = paragraph.text();
        let ends = paragraph.answered_ends();
        if ends.len() < 2 {
            return false;
        }
        let mut start = paragraph.body_start();
        for (order, &bracket) in ends.iter().enumerate() {
            let behind = |accepts: fn(char) -> bool| {
                text[bracket..].chars().next().filter(|&c| accepts(c)).map_or(0, char::len_utf8)
            };
            let end = if order + 1 == ends.len() { text.len() } else { bracket + behind(is_stop) };
            let flow = paragraph.flow.slice(start..end);
            let mut responsibility = Responsibility::default();
            let ranges = responsibility.take_prose(&flow, 0);
            let span = flow.whole();
            let text = joined(&flow, ranges).unwrap_or_else(|| flow.slice(0..0));
            self.push(at, None, text, responsibility, false, span);
            start = end + behind(is_comma);
        }
        true
    }

    fn push(
        &mut self,
        at: usize,
        title: Option<Substr>,
        text: Flow,
        responsibility: Responsibility,
        inherited: bool,
        span: Span,
    ) {
        let entry = &self.entries[at];
        let number = entry
            .marker
            .as_ref()
            .zip(entry.texts.first())
            .and_then(|(marker, &first)| marker.printed(&self.paragraphs[first].flow));
        let official = responsibility.leaders.first().cloned().or_else(|| self.official_above(entry.parent));
        self.drafts.push(Draft {
            section: self.section(entry.parent),
            number,
            official,
            title,
            text,
            figures: Vec::new(),
            responsibility,
            inherited,
            withheld: false,
            unassigned: false,
            span,
        });
    }

    /// The nearest heading above.
    fn section(&self, parent: Option<usize>) -> Option<usize> {
        let mut above = std::iter::successors(parent, |&at| self.entries[at].parent);
        above
            .find_map(|at| self.headings[at].as_ref().filter(|_| !self.entries[at].texts.is_empty()))
            .map(|heading| heading.section)
    }

    fn official_above(&self, parent: Option<usize>) -> Option<Leader> {
        let mut at = parent;
        while let Some(entry) = at {
            if let Some(official) = self.headings[entry].as_ref().and_then(|heading| heading.official.clone()) {
                return Some(official);
            }
            at = self.entries[entry].parent;
        }
        None
    }

    /// A first line without an end is a title, and so is the name that opens a livelihood item with a full stop.
    fn title_and_text(&self, mut prose: Vec<Flow>) -> (Option<Substr>, Flow) {
        if prose.is_empty() {
            return (None, Flow::join([]));
        }
        if prose.len() > 1 && is_title(&prose[0].text) {
            let title = prose.remove(0);
            return (Some(title.text), as_one(prose));
        }
        let text = as_one(prose);
        let ends_name = |&stop: &usize| {
            let name = &text.text[..stop];
            is_name(name) && stop + '。'.len_utf8() < text.text.len() && !sets_figure(name)
        };
        let stop = if self.kind == PartKind::Livelihood { text.text.find('。').filter(ends_name) } else { None };
        match stop {
            Some(stop) => {
                let title = text.words(0..stop);
                let behind = text.text[stop + '。'.len_utf8()..].trim_start().len();
                let rest = text.slice(text.text.len() - behind..text.text.len());
                (Some(title), rest)
            }
            None => (None, text),
        }
    }
}

/// A first line without an end, and without a stop before it, is a title.
fn is_title(words: &str) -> bool {
    !is_finished(words) && !words.contains(is_stop)
}

/// A name has no commas and is short.
fn is_name(words: &str) -> bool {
    words.chars().count() <= 30 && !words.contains(|c| is_comma(c) || is_stop(c))
}

/// The prose at `ranges` as one flow. A stop behind a bracket is dropped where the sentence before it has its own.
pub(crate) fn joined(flow: &Flow, ranges: impl IntoIterator<Item = std::ops::Range<usize>>) -> Option<Flow> {
    let text: &str = &flow.text;
    let mut kept: Vec<std::ops::Range<usize>> = Vec::new();
    for range in ranges {
        let words = trim(&text[range.clone()]);
        let ended = kept.last().is_none_or(|last| text[last.clone()].ends_with(is_stop));
        let is_spare_stop = ended && words.chars().all(is_stop);
        if !words.is_empty() && !is_spare_stop {
            kept.push(range);
        }
    }
    match kept.len() {
        0 => None,
        1 => Some(flow.slice(kept.remove(0))),
        _ => {
            let slices: Vec<Flow> = kept.into_iter().map(|range| flow.slice(range)).collect();
            Some(Flow::join(slices.iter().map(|slice| (slice, Joint::Seamless))))
        }
    }
}

/// Several paragraphs as one text.
fn as_one(mut prose: Vec<Flow>) -> Flow {
    match prose.len() {
        1 => prose.remove(0),
        _ => Flow::join(prose.iter().map(|flow| (flow, Joint::Line))),
    }
}
