//! Which entries of a part are tasks, which are headings, and which belong to another entry's text.

use super::official;
use super::responsibility::bodies_in_heading;
use crate::outline::marker::Style;
use crate::outline::{Entry, Paragraph};
use crate::text::chars::{find, has, is_open, is_stop};
use crate::vocabulary::PROSE_HEADINGS;
use rustc_hash::{FxHashMap, FxHashSet};

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// A task, with the points below it that belong to its text, and the entry whose responsibility it shares.
    Task {
        points: Vec<usize>,
        shares: Option<usize>,
    },
    Heading,
    /// A point of the task above it.
    Point,
    /// Running text with a number.
    Prose,
}

/// Chooses for every entry.
pub(crate) fn select(entries: &[Entry], paragraphs: &[Paragraph], titled: bool) -> Vec<Choice> {
    let selector = Selector::new(entries, paragraphs, titled);
    let mut choices: Vec<Choice> = (0..entries.len()).map(|at| selector.choose(at)).collect();
    for at in 0..choices.len() {
        let Choice::Task { points, .. } = choices[at].clone() else { continue };
        for point in points {
            choices[point] = Choice::Point;
        }
    }
    choices
}

struct Selector<'a> {
    entries: &'a [Entry],
    paragraphs: &'a [Paragraph],
    titled: bool,
    children: FxHashMap<Option<usize>, Vec<usize>>,
    /// The entries below which one says who answers.
    answered: FxHashSet<Option<usize>>,
    /// By style, how many leaves there are and how many of them say who answers for them.
    leaves: FxHashMap<Option<Style>, (u32, u32)>,
    /// Per entry, whether a heading above it introduces instructions, or names an official, or says who answers.
    above: Vec<Above>,
    any_responsibility: bool,
    /// Whether the part states responsibility once a section, at the last item.
    at_section_end: bool,
    /// Where a list begins that has nothing to do with the tasks.
    trailing_from: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Above {
    instructs: bool,
    official: bool,
    answers: Option<usize>,
}

impl<'a> Selector<'a> {
    fn new(entries: &'a [Entry], paragraphs: &'a [Paragraph], titled: bool) -> Self {
        let mut children: FxHashMap<Option<usize>, Vec<usize>> = FxHashMap::default();
        let mut leaves: FxHashMap<Option<Style>, (u32, u32)> = FxHashMap::default();
        let mut above: Vec<Above> = Vec::with_capacity(entries.len());
        let mut below: Vec<Option<Above>> = vec![None; entries.len()];
        for (at, entry) in entries.iter().enumerate() {
            children.entry(entry.parent).or_default().push(at);
            if !entry.has_children {
                let counts = leaves.entry(entry.style()).or_default();
                counts.0 += 1;
                counts.1 += u32::from(entry.has_responsibility);
            }
            let of_parent = entry
                .parent
                .map(|parent| *below[parent].get_or_insert_with(|| look_up(parent, entries, paragraphs, &above)));
            above.push(of_parent.unwrap_or_default());
        }
        let any_responsibility =
            entries.iter().any(|entry| entry.has_responsibility) || above.iter().any(|above| above.answers.is_some());
        let answering = entries.iter().filter(|entry| entry.has_responsibility);
        let answered = answering.map(|entry| entry.parent).collect();
        let mut selector = Self {
            answered,
            entries,
            paragraphs,
            titled,
            children,
            leaves,
            above,
            any_responsibility,
            at_section_end: false,
            trailing_from: None,
        };
        selector.trailing_from = Self::find_trailing(entries).filter(|&at| entries[at].parent.is_none());
        selector.at_section_end = selector.states_at_section_end();
        selector
    }

    fn choose(&self, at: usize) -> Choice {
        let entry = &self.entries[at];
        if !entry.has_children {
            return self.leaf(at, Vec::new());
        }
        let points = &self.children[&Some(at)];
        if self.are_points(points) { self.leaf(at, points.clone()) } else { Choice::Heading }
    }

    /// Points inside an item: counted in a minor style, and at most the last one says who answers, for all of them.
    fn are_points(&self, children: &[usize]) -> bool {
        let minor = |&child: &usize| {
            !self.entries[child].has_children && self.entries[child].style().is_some_and(Style::is_minor)
        };
        let answered = children.iter().filter(|&&child| self.entries[child].has_responsibility).count();
        // Below a bare heading, one point that answers, or points under the heading's own answer, are items.
        let parent = self.entries[children[0]].parent.unwrap_or_default();
        let shared = answered == 0 && self.entries[parent].has_responsibility;
        let is_item = (answered == 1 && children.len() == 1 || shared) && self.opens_as_title(parent);
        children.iter().all(minor) && answered <= 1 && !is_item
    }

    /// Whether the first line of an entry ends without a stop, as titles do.
    fn opens_as_title(&self, at: usize) -> bool {
        let first = self.entries[at].texts.first().map(|&first| &self.paragraphs[first]);
        first.is_some_and(|first| is_title(&first.text()[first.body_start()..]))
    }

    fn leaf(&self, at: usize, points: Vec<usize>) -> Choice {
        let entry = &self.entries[at];
        let above = self.above[at];
        let own = entry.has_responsibility || points.iter().any(|&point| self.entries[point].has_responsibility);
        if own {
            // What says only when, or which official, leaves the units to the section.
            return Choice::Task { points, shares: above.answers };
        }
        if above.instructs || self.trails(at) {
            return Choice::Prose;
        }
        let shares = above.answers.or_else(|| self.last_sibling(at));
        let (all, answered) = self.leaves.get(&entry.style()).copied().unwrap_or_default();
        let siblings_answer = self.answered.contains(&entry.parent);
        let is_task = if self.any_responsibility {
            shares.is_some() || above.official || siblings_answer || answered * 5 >= all * 3
        } else {
            self.titled
        };
        if is_task { Choice::Task { points, shares } } else { Choice::Prose }
    }

    /// Behind the last item that says who answers, a list that begins anew is the web site's own, or a remark.
    fn trails(&self, at: usize) -> bool {
        self.trailing_from.is_some_and(|from| at >= from)
    }

    /// Where such a list begins.
    fn find_trailing(entries: &[Entry]) -> Option<usize> {
        let last = entries.iter().rposition(|entry| entry.has_responsibility)?;
        let value = |at: usize| entries[at].marker.as_ref().map(|marker| (marker.style, marker.value));
        let (style, number) = value(last)?;
        (last + 1..entries.len())
            .find(|&at| value(at).is_some_and(|(own, value)| own == style && value <= number && value == 1))
    }

    fn last_sibling(&self, at: usize) -> Option<usize> {
        let last = *self.children[&self.entries[at].parent].last()?;
        (self.at_section_end && last != at).then_some(last)
    }

    /// In every section with several items only the last one says who answers, and there is more than one such section.
    fn states_at_section_end(&self) -> bool {
        let mut sections = 0;
        for items in self
            .children
            .values()
            .filter(|items| items.len() > 1 && items.iter().all(|&item| !self.entries[item].has_children))
        {
            let answered = items.iter().filter(|&&item| self.entries[item].has_responsibility).count();
            let at_end = items.last().is_some_and(|&item| self.entries[item].has_responsibility);
            if answered != 1 || !at_end {
                return false;
            }
            sections += 1;
        }
        sections > 1
    }
}

/// What the headings above the children of `parent` say.
fn look_up(parent: usize, entries: &[Entry], paragraphs: &[Paragraph], above: &[Above]) -> Above {
    let entry = &entries[parent];
    let mut found = above[parent];
    if let Some(&first) = entry.texts.first() {
        let text = paragraphs[first].text();
        found.instructs |= PROSE_HEADINGS.find(text).is_some() && text.chars().count() <= 20;
        found.official |= official::in_heading(text, paragraphs[first].body_start()).is_some();
    }
    let names_bodies = |&first: &usize| {
        let first = &paragraphs[first];
        bodies_in_heading(first.text(), first.body_start()).is_some()
    };
    if entry.has_responsibility || entry.texts.first().is_some_and(names_bodies) {
        found.answers = Some(parent);
    }
    found
}

/// Words without a stop, a bracket behind them left aside.
fn is_title(text: &str) -> bool {
    let words = &text[..find(text, is_open).unwrap_or(text.len())];
    !words.is_empty() && !has(words, is_stop)
}
