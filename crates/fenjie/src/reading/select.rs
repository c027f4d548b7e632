//! Which entries of a part are tasks, which are headings, and which belong to another entry's text.

use std::ops::Range;

use super::genre::{Genre, sets_figure};
use super::letter;
use super::responsibility::leader_of_heading;
use crate::outline::marker::Style;
use crate::outline::{Entry, Paragraph};
use crate::text::chars::{find, has, is_open, is_stop};
use crate::vocabulary::{GENRE_WORDS, GenreWord, PROSE_HEADINGS};
use rustc_hash::{FxHashMap, FxHashSet};

/// How long a heading is that says of what sort the items below it are.
const LONGEST_HEADING: usize = 20;

/// How many items make a list where no title announces one.
const FEWEST_ITEMS: usize = 3;

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
/// `bodies` tells of each entry where it is a heading that names bodies.
pub(crate) fn select(
    entries: &[Entry],
    paragraphs: &[Paragraph],
    bodies: &[Option<Range<usize>>],
    genre: Genre,
) -> Vec<Choice> {
    let selector = Selector::new(entries, paragraphs, bodies, genre);
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
    bodies: &'a [Option<Range<usize>>],
    genre: Genre,
    children: FxHashMap<Option<usize>, Vec<usize>>,
    /// The entries below which one says who answers.
    answered: FxHashSet<Option<usize>>,
    /// By style, how many leaves there are and how many of them say who answers for them.
    leaves: FxHashMap<Option<Style>, (u32, u32)>,
    /// Per entry, whether a heading above it introduces instructions, or names an official, or says who answers.
    above: Vec<Above>,
    any_responsibility: bool,
    /// Whether items that nobody answers for are tasks.
    sets_work: bool,
    /// Whether the part states responsibility once a section, at the last item.
    at_section_end: bool,
    /// Where a list begins that has nothing to do with the tasks.
    trailing_from: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // Independent answers to independent questions.
struct Above {
    /// Whether instructions stand below, or what the other side of a letter does.
    instructs: bool,
    /// Whether the goals stand below, or work that is still to be done.
    goals: bool,
    next: bool,
    official: bool,
    answers: Option<usize>,
}

impl<'a> Selector<'a> {
    fn new(
        entries: &'a [Entry],
        paragraphs: &'a [Paragraph],
        bodies: &'a [Option<Range<usize>>],
        genre: Genre,
    ) -> Self {
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
            let of_parent = entry.parent.map(|parent| {
                *below[parent].get_or_insert_with(|| look_up(parent, entries, paragraphs, bodies, &above))
            });
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
            bodies,
            genre,
            children,
            leaves,
            above,
            any_responsibility,
            sets_work: genre == Genre::List,
            at_section_end: false,
            trailing_from: None,
        };
        selector.trailing_from = Self::find_trailing(entries).filter(|&at| entries[at].parent.is_none());
        selector.at_section_end = selector.states_at_section_end();
        if genre == Genre::Text && !any_responsibility {
            selector.sets_work = selector.sets_figures();
        }
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
        let is_loose = entry.marker.is_none() && entry.labels.is_empty();
        if self.genre == Genre::Explained || self.genre == Genre::Press && is_loose {
            return Choice::Prose;
        }
        if self.genre == Genre::Bulletin {
            return if above.next { Choice::Task { points, shares: above.answers } } else { Choice::Prose };
        }
        let instructs = above.instructs || self.heads_instructions(at);
        let sets_goals = (above.goals || self.heads_goals(at)) && self.sets_figure(at);
        if self.genre == Genre::Letter && (instructs || self.speaks_of_letter(at)) {
            return Choice::Prose;
        }
        let own = entry.has_responsibility
            || self.bodies[at].is_some()
            || points.iter().any(|&point| self.entries[point].has_responsibility);
        if own && !(instructs && self.opens(at)) {
            // What says only when, or which official, leaves the units to the section.
            return Choice::Task { points, shares: above.answers };
        }
        if sets_goals && !self.trails(at) {
            return Choice::Task { points, shares: above.answers };
        }
        if instructs || self.trails(at) {
            return Choice::Prose;
        }
        let shares = above.answers.or_else(|| self.last_sibling(at));
        let (all, answered) = self.leaves.get(&entry.style()).copied().unwrap_or_default();
        let siblings_answer = self.answered.contains(&entry.parent);
        let is_task = if self.genre == Genre::Letter {
            true
        } else if self.any_responsibility {
            shares.is_some() || above.official || siblings_answer || answered * 5 >= all * 3
        } else {
            self.sets_work
        };
        if is_task { Choice::Task { points, shares } } else { Choice::Prose }
    }

    /// Whether most of the items set figures.
    fn sets_figures(&self) -> bool {
        let leaves =
            || (0..self.entries.len()).filter(|&at| !self.entries[at].has_children && !self.above[at].instructs);
        let (all, set) = (leaves().count(), leaves().filter(|&at| self.sets_figure(at)).count());
        all >= FEWEST_ITEMS && set * 2 > all
    }

    /// Whether the first line of an entry is a heading of instructions, with them below it.
    fn heads_instructions(&self, at: usize) -> bool {
        let texts = &self.entries[at].texts;
        texts.len() > 1 && instructs(self.paragraphs[texts[0]].text())
    }

    /// Whether an entry says something of the letter that it stands in.
    fn speaks_of_letter(&self, at: usize) -> bool {
        let first = self.entries[at].texts.first().map(|&first| &self.paragraphs[first]);
        first.is_some_and(|first| letter::speaks_of_itself(&first.text()[first.body_start()..]))
    }

    /// Whether the first line, or the first sentence, of an entry is a heading of the goals, with them below or behind it.
    fn heads_goals(&self, at: usize) -> bool {
        let texts = &self.entries[at].texts;
        let Some(first) = texts.first().map(|&first| &self.paragraphs[first]) else { return false };
        let text = &first.text()[first.body_start()..];
        let heading = if texts.len() > 1 { Some(text) } else { text.split_once('。').map(|(topic, _)| topic) };
        heading.is_some_and(|heading| says(heading, GenreWord::Goal))
    }

    /// Whether an entry says only in its first clauses who answers, as instructions do: `督查室负责通报进展`.
    fn opens(&self, at: usize) -> bool {
        self.entries[at].labels.is_empty() && self.entries[at].texts.iter().any(|&text| self.paragraphs[text].opens)
    }

    /// Whether the words of an entry set a figure.
    fn sets_figure(&self, at: usize) -> bool {
        self.entries[at].texts.iter().any(|&text| {
            let paragraph = &self.paragraphs[text];
            sets_figure(&paragraph.text()[paragraph.body_start()..])
        })
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

/// Whether a heading has a word of the class.
fn says(heading: &str, word: GenreWord) -> bool {
    heading.chars().count() <= LONGEST_HEADING && GENRE_WORDS.find_iter(heading).any(|(_, _, class)| class == word)
}

/// Whether what stands below a heading instructs, and sets no task.
pub(super) fn instructs(heading: &str) -> bool {
    heading.chars().count() <= LONGEST_HEADING && PROSE_HEADINGS.find(heading).is_some()
}

/// What the headings above the children of `parent` say.
fn look_up(
    parent: usize,
    entries: &[Entry],
    paragraphs: &[Paragraph],
    bodies: &[Option<Range<usize>>],
    above: &[Above],
) -> Above {
    let entry = &entries[parent];
    let mut found = above[parent];
    if let Some(&first) = entry.texts.first() {
        let text = paragraphs[first].text();
        found.instructs |= instructs(text);
        found.instructs |= letter::heads_other_side(text) && text.chars().count() <= LONGEST_HEADING;
        found.goals |= says(text, GenreWord::Goal);
        found.next |= says(text, GenreWord::Next);
        found.official |= leader_of_heading(&paragraphs[first].flow, paragraphs[first].body_start()).is_some();
    }
    if entry.has_responsibility || bodies[parent].is_some() {
        found.answers = Some(parent);
    }
    found
}

/// Words without a stop, a bracket behind them left aside.
fn is_title(text: &str) -> bool {
    let words = &text[..find(text, is_open).unwrap_or(text.len())];
    !words.is_empty() && !has(words, is_stop)
}
