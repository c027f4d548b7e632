//! The numbered paragraphs of a part → headings and items.

use std::ops::Range;

use super::closing::hands_out_above;
use super::ending::is_finished;
use super::label::item_label;
use super::look::Look;
use super::marker::{Marker, Style, marker};
use super::paragraph::Paragraph;
use super::title::names_official;
use crate::phrase::around::{is_disclosure, is_remark_head, opens_remark};
use crate::phrase::body::{Sure, sure};
use crate::text::chars::{has, is_colon, is_comma, is_han, is_stop, trim};
use crate::text::{Flow, Kinds};
use crate::vocabulary::{ABOVE_WORDS, ItemLabel, Label};

/// A heading or an item with the paragraphs that belong to it; numbers count paragraphs.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Its number; unnumbered items have none.
    pub(crate) marker: Option<Marker>,
    /// Its prose: the numbered paragraph first, where there is one.
    pub(crate) texts: Vec<usize>,
    /// Its labelled lines.
    pub(crate) labels: Vec<usize>,
    /// The entry that it stands under.
    pub(crate) parent: Option<usize>,
    /// Whether entries stand under it.
    pub(crate) has_children: bool,
    /// Whether it says itself who answers for it.
    pub(crate) has_responsibility: bool,
}

impl Entry {
    /// The style of its number.
    pub(crate) fn style(&self) -> Option<Style> {
        self.marker.as_ref().map(|marker| marker.style)
    }
}

/// The entries of a part in order, and the paragraphs that belong to none: its introduction, remarks, table rows.
pub(crate) fn entries(paragraphs: &[Paragraph], body: Range<usize>) -> (Vec<Entry>, Vec<usize>) {
    let remarks = remarks_at(paragraphs, body.clone());
    let (body, remarks) = (body.start..remarks, remarks..body.end);
    let tree = read(paragraphs, body.clone(), Vec::new());
    let heading_styles = tree.heading_styles();
    // Only the whole part shows that a number stands on headings, where some of them have one item below.
    let mut tree = if heading_styles.is_empty() { tree } else { read(paragraphs, body, heading_styles) };
    drop_lone_openings(&mut tree.entries, paragraphs);
    tree.loose.extend(remarks);
    (tree.entries, tree.loose)
}

/// Where the remarks on a part begin, at a line that says so (`备注`, `备注：1.…`) and with nobody that answers for them; the end of the
/// part, where there are none.
fn remarks_at(paragraphs: &[Paragraph], body: Range<usize>) -> usize {
    let is_plain = |at: &usize| {
        let paragraph = &paragraphs[*at];
        matches!(paragraph.look, Look::Plain | Look::Item(_)) && !paragraph.answers
    };
    let first = body.clone().rev().take_while(is_plain).last().unwrap_or(body.end);
    let counts = |text: &str| text.split_once(is_colon).is_some_and(|(_, behind)| marker(trim(behind)).is_some());
    let opens = |&at: &usize| {
        let text = paragraphs[at].text();
        is_remark_head(text.trim_end_matches(is_colon)) || opens_remark(text) && counts(text)
    };
    (first..body.end).find(opens).unwrap_or(body.end)
}

/// Words that begin with a body and what it does say who answers where many items begin so; elsewhere they are what is to be done.
fn drop_lone_openings(entries: &mut [Entry], paragraphs: &[Paragraph]) {
    let opens = |entry: &Entry| {
        let mut answering = entry.texts.iter().filter(|&&text| paragraphs[text].answers).peekable();
        answering.peek().is_some()
            && answering.all(|&text| paragraphs[text].opens)
            && entry.labels.iter().all(|&label| !says_who(&paragraphs[label]))
    };
    let leaves = entries.iter().filter(|entry| !entry.has_children).count();
    let opening = entries.iter().filter(|entry| !entry.has_children && opens(entry)).count();
    if opening * 3 < leaves {
        entries.iter_mut().filter(|entry| opens(entry)).for_each(|entry| entry.has_responsibility = false);
    }
}

/// Whether a labelled line names who answers.
fn says_who(paragraph: &Paragraph) -> bool {
    !matches!(&paragraph.look, Look::Label(head) if matches!(head.label, Label::Due | Label::Aside))
}

fn read(paragraphs: &[Paragraph], body: Range<usize>, heading_styles: Vec<Style>) -> Tree {
    let opening = opening_label(paragraphs, body.clone());
    let mut tree = Tree { heading_styles, opening, ..Tree::default() };
    let mut run = Vec::new();
    for at in body {
        match paragraphs[at].look {
            Look::Table => {
                // No item goes on below a table.
                tree.close_run(paragraphs, &std::mem::take(&mut run));
                tree.loose.push(at);
            }
            _ if stands_aside(&paragraphs[at]) => tree.loose.push(at),
            Look::Item(ref marker) if counts_on(paragraphs, &run, marker) => run.push(at),
            Look::Item(ref marker) => {
                let heading = take_heading(paragraphs, &mut run, marker.value == 1);
                tree.close_run(paragraphs, &std::mem::take(&mut run));
                if let Some(heading) = heading {
                    tree.open_unnumbered(paragraphs, heading, marker.style);
                }
                run.push(at);
            }
            _ => run.push(at),
        }
    }
    tree.close_run(paragraphs, &run);
    tree
}

/// `整改措施：1.…⏎2.…`: whether a number goes on counting the points that began behind a label inside an item.
fn counts_on(paragraphs: &[Paragraph], run: &[usize], next: &Marker) -> bool {
    let counts = |at: usize| match &paragraphs[at].look {
        Look::Item(found) => Some((found.style, found.value)),
        Look::Plain => {
            let (label, points) = paragraphs[at].text().split_once(is_colon)?;
            let found = marker(trim(points)).filter(|_| label.chars().nth(LONGEST_LABEL).is_none())?;
            Some((found.style, found.value))
        }
        _ => None,
    };
    let behind_first = run.len() > 1;
    behind_first && run.last().and_then(|&last| counts(last)) == Some((next.style, next.value.wrapping_sub(1)))
}

/// How many characters such a label has at most.
const LONGEST_LABEL: usize = 8;

/// Whether a paragraph is a remark on the list around it.
pub(crate) fn stands_aside(paragraph: &Paragraph) -> bool {
    is_remark(&paragraph.flow) || looks_back(paragraph)
}

/// `注：…`, `监督电话：…`, `特此公告。`, `（此件公开发布）`, `评分细则（略）`: a remark on the part, not a word of a task.
fn is_remark(flow: &Flow) -> bool {
    let text: &str = &flow.text;
    if text.starts_with("特此") || is_disclosure(text) {
        return true;
    }
    if !flow.kinds.meets(Kinds::COLON) {
        return false;
    }
    opens_remark(text)
}

/// `以上承诺，请社会各界监督。`: a remark on all that stands above, which it hands to nobody.
fn looks_back(paragraph: &Paragraph) -> bool {
    matches!(paragraph.look, Look::Plain) && !paragraph.answers && ABOVE_WORDS.at_start(paragraph.text()).is_some()
}

/// A short plain line right above a number, with nothing left open before it, is a heading without a number; above the first
/// number of a list, so is the name of a body.
fn take_heading(paragraphs: &[Paragraph], run: &mut Vec<usize>, begins: bool) -> Option<usize> {
    let (&last, before) = run.split_last()?;
    let names_body = begins && sure(paragraphs[last].text()) >= Sure::Likely;
    let closed = names_body
        || before.last().is_none_or(|&before| {
            let above = &paragraphs[before];
            matches!(above.look, Look::Label(_)) || above.answers
        });
    // `有关要求：`
    let heading = paragraphs[last].text().trim_end_matches(is_colon);
    let is_heading = matches!(paragraphs[last].look, Look::Plain)
        && is_worded(heading)
        && !is_finished(heading)
        && !paragraphs[last].answers;
    (closed && is_heading).then(|| {
        run.pop();
        last
    })
}

/// A few words: signs and figures that a page left behind are none.
fn is_worded(text: &str) -> bool {
    let length = text.chars().count();
    length <= 40 && text.chars().filter(|&c| is_han(c)).count() * 2 > length
}

/// Prose and the labelled lines behind it.
#[derive(Default)]
struct Stretch {
    texts: Vec<usize>,
    labels: Vec<usize>,
    /// Whether a label or a bracket ends it.
    closed: bool,
    /// Whether that names somebody, not only a day.
    answers: bool,
}

#[derive(Default)]
struct Tree {
    entries: Vec<Entry>,
    loose: Vec<usize>,
    /// The open numbered entries by style, outermost first. There are few styles, so it stays short.
    open: Vec<(Style, usize)>,
    /// The styles of numbers that are known to stand on headings of items without numbers.
    heading_styles: Vec<Style>,
    /// A label with which the blocks of the part begin.
    opening: Option<usize>,
    /// Whether the first number is not the first of its kind: the text begins inside a list.
    begins_inside: bool,
    /// The numbered lines with prose below them, and whether that is several items.
    headed: Vec<(Style, bool)>,
}

impl Tree {
    /// The styles whose numbers head several items at least as often as they head one.
    fn heading_styles(&self) -> Vec<Style> {
        let count = |style, many| self.headed.iter().filter(|&&own| own == (style, many)).count();
        let mut styles: Vec<Style> = self.headed.iter().filter(|headed| headed.1).map(|headed| headed.0).collect();
        styles.sort_unstable();
        styles.dedup();
        styles.retain(|&style| count(style, true) >= count(style, false) && count(style, false) > 0);
        styles
    }

    /// Files one numbered paragraph and all that follows up to the next one.
    fn close_run(&mut self, paragraphs: &[Paragraph], run: &[usize]) {
        let opening = self.opening.and_then(|at| label_of(&paragraphs[at]));
        let opening = opening.filter(|_| run.iter().any(|&at| label_of(&paragraphs[at]) == opening));
        let mut stretches = match opening {
            Some(label) => cut_before_label(paragraphs, run, label),
            None => cut_behind_labels(paragraphs, run),
        };
        let Some(&first) = run.first() else { return };
        let Look::Item(marker) = &paragraphs[first].look else {
            self.file_unnumbered(paragraphs, stretches, None);
            return;
        };
        self.begins_inside |= self.entries.is_empty() && marker.value > 1;
        let parent = self.parent_of(marker.style);
        let number = self.entries.len();
        let is_sentence = |text: &str| has(text, is_comma) && !is_finished(text);
        let many = stretches.iter().filter(|stretch| stretch.closed).count() > 1;
        let heads =
            stretches[0].texts.len() > 1 && stretches[0].closed && (many || !is_sentence(paragraphs[first].text()));
        let is_bare = heads && !is_finished(paragraphs[first].text());
        let several =
            heads && many || is_bare && stretches[0].texts[1..].iter().any(|&at| paragraphs[at].answers_often());
        if is_bare {
            self.headed.push((marker.style, several));
        }
        // An official's name is the name of no task.
        let names_official = || heads && names_official(paragraphs[first].text());
        let is_heading =
            several || opening.is_some() || is_bare && self.heading_styles.contains(&marker.style) || names_official();
        let mut own = if is_heading {
            stretches[0].texts.remove(0);
            self.loose.extend(take_overview(paragraphs, &mut stretches));
            Stretch { texts: vec![first], ..Stretch::default() }
        } else {
            let mut own = stretches.remove(0);
            // Words below the labels of a bare title are its text.
            let is_title = own.texts.len() == 1 && !is_finished(paragraphs[first].text());
            if stretches.len() == 1 && !stretches[0].closed && is_title && own.closed {
                own.texts.append(&mut stretches.remove(0).texts);
            }
            own
        };
        self.push(Entry {
            marker: Some(marker.clone()),
            texts: std::mem::take(&mut own.texts),
            labels: own.labels,
            parent,
            has_children: false,
            has_responsibility: own.answers,
        });
        self.open.push((marker.style, number));
        // What follows a complete item without a number of its own is its neighbour.
        self.file_unnumbered(paragraphs, stretches, if is_heading { Some(number) } else { parent });
    }

    fn file_unnumbered(&mut self, paragraphs: &[Paragraph], stretches: Vec<Stretch>, parent: Option<usize>) {
        let mut parent = parent;
        let heads = heads_among(paragraphs, &stretches);
        for mut stretch in stretches {
            if heads && opens_with_head(paragraphs, &stretch) {
                let heading = stretch.texts.remove(0);
                self.open_unnumbered(paragraphs, heading, Style::None);
                parent = Some(self.entries.len() - 1);
            }
            if !stretch.closed || stretch.texts.is_empty() {
                // Labels without a text of their own stand for the whole section.
                match parent.filter(|_| stretch.closed) {
                    Some(parent) => {
                        let parent = &mut self.entries[parent];
                        parent.labels.extend(stretch.labels);
                        parent.has_responsibility |= stretch.answers;
                    }
                    None => self.loose.extend(stretch.texts.into_iter().chain(stretch.labels)),
                }
                continue;
            }
            let (marker, has_children) = (None, false);
            self.push(Entry {
                marker,
                texts: stretch.texts,
                labels: stretch.labels,
                parent,
                has_children,
                has_responsibility: true,
            });
        }
    }

    /// A heading without a number stands above the style of the numbers below it, and below no item that is complete.
    fn open_unnumbered(&mut self, paragraphs: &[Paragraph], heading: usize, below: Style) {
        let names_unit = |&at: &usize| match &paragraphs[at].look {
            Look::Label(head) => head.label != Label::Leader,
            _ => paragraphs[at].answers,
        };
        let is_complete = |entry: usize| {
            let Entry { texts, labels, has_responsibility, .. } = &self.entries[entry];
            *has_responsibility && texts.len() > 1 && texts.iter().chain(labels).any(names_unit)
        };
        // Another one ends here where the same style stands below it.
        let heads_same = |at: usize| self.open.get(at + 1).is_none_or(|&(next, _)| next == below);
        let is_level = |&(at, &(open, entry)): &(usize, &(Style, usize))| {
            open == below || open == Style::None && heads_same(at) || is_complete(entry)
        };
        let level = self.open.iter().enumerate().find(is_level).map(|(at, _)| at);
        self.open.truncate(level.unwrap_or(self.open.len()));
        let parent = self.open.last().map(|&(_, entry)| entry);
        self.open.push((Style::None, self.entries.len()));
        self.push(Entry { texts: vec![heading], parent, ..Entry::default() });
    }

    fn push(&mut self, entry: Entry) {
        if let Some(parent) = entry.parent {
            self.entries[parent].has_children = true;
        }
        self.entries.push(entry);
    }

    /// A style seen before goes on at its level; a new one starts a level below.
    fn parent_of(&mut self, style: Style) -> Option<usize> {
        if let Some(level) = self.open.iter().position(|&(open, _)| open == style) {
            self.open.truncate(level);
        } else if self.begins_inside {
            // Above the first number of the text stood headings that are not in it.
            let level = self.open.iter().position(|&(open, _)| open.rank() > style.rank());
            self.open.truncate(level.unwrap_or(self.open.len()));
        }
        self.open.last().map(|&(_, entry)| entry)
    }
}

/// Whether some of the items without numbers begin with a line that is a heading, and others have none: a title each has.
fn heads_among(paragraphs: &[Paragraph], stretches: &[Stretch]) -> bool {
    let items = || stretches.iter().filter(|stretch| stretch.closed && !stretch.texts.is_empty());
    let headed = items().filter(|stretch| opens_with_head(paragraphs, stretch)).count();
    headed > 0 && headed < items().count()
}

/// How many characters such a line has.
const LONGEST_HEAD: usize = 14;

/// Whether an item begins with a few words without a stop that stand above a sentence.
fn opens_with_head(paragraphs: &[Paragraph], stretch: &Stretch) -> bool {
    let [first, second, ..] = stretch.texts[..] else { return false };
    let head = &paragraphs[first];
    let is_mark = |c| is_comma(c) || is_stop(c) || is_colon(c);
    let is_head = matches!(head.look, Look::Plain) && !head.answers && !has(head.text(), is_mark);
    is_head
        && is_worded(head.text())
        && head.text().chars().count() <= LONGEST_HEAD
        && is_finished(paragraphs[second].text())
}

/// The first label of a part whose tasks stand in blocks that begin with it (`承诺单位：…`, `承诺事项：…`): the name of a
/// task stands right below it, none above, and it is there again.
fn opening_label(paragraphs: &[Paragraph], body: Range<usize>) -> Option<usize> {
    let first = body.clone().find(|&at| label_of(&paragraphs[at]).is_some())?;
    let names = |at: usize| matches!(item_label(paragraphs[at].text()), Some((ItemLabel::Name, _)));
    let words = (first..body.end).find(|&at| label_of(&paragraphs[at]).is_none())?;
    let opens = names(words) && !(body.start..first).any(names);
    let label = label_of(&paragraphs[first]);
    (opens && (words..body.end).any(|at| label_of(&paragraphs[at]) == label)).then_some(first)
}

fn label_of(paragraph: &Paragraph) -> Option<&str> {
    if let Look::Label(head) = &paragraph.look { paragraph.text().get(head.range.clone()) } else { None }
}

/// The paragraphs between a heading and its first item that speak of all the items: the others are one paragraph each and
/// say themselves who answers.
fn take_overview(paragraphs: &[Paragraph], stretches: &mut [Stretch]) -> Vec<usize> {
    let Some((first, others)) = stretches.split_first_mut() else { return Vec::new() };
    let is_lone = |stretch: &Stretch| matches!(stretch.texts[..], [text] if paragraphs[text].answers);
    let mut closed = others.iter().filter(|stretch| stretch.closed).peekable();
    let own = first.texts.len().saturating_sub(1);
    let answers = first.texts.last().is_some_and(|&last| paragraphs[last].answers);
    if !answers || closed.peek().is_none() || !closed.all(is_lone) {
        return Vec::new();
    }
    first.texts.drain(..own).collect()
}

/// Cuts a run before every label with which a block begins.
fn cut_before_label(paragraphs: &[Paragraph], run: &[usize], label: &str) -> Vec<Stretch> {
    let mut found = vec![Stretch::default()];
    for &at in run {
        if label_of(&paragraphs[at]) == Some(label) {
            found.push(Stretch { closed: true, answers: true, ..Stretch::default() });
        }
        let Some(last) = found.last_mut() else { continue };
        if label_of(&paragraphs[at]).is_some() { last.labels.push(at) } else { last.texts.push(at) }
    }
    found
}

/// Cuts a run behind every responsibility.
fn cut_behind_labels(paragraphs: &[Paragraph], run: &[usize]) -> Vec<Stretch> {
    let mut found = vec![Stretch::default()];
    for &at in run {
        let is_label = matches!(paragraphs[at].look, Look::Label(_));
        let last = found.len() - 1;
        if is_label {
            found[last].labels.push(at);
            found[last].closed = true;
            found[last].answers |= says_who(&paragraphs[at]);
            continue;
        }
        if paragraphs[at].answers && hands_out_above(paragraphs[at].text()) {
            found.push(Stretch { labels: vec![at], closed: true, answers: true, ..Stretch::default() });
            continue;
        }
        if found[last].closed {
            found.push(Stretch::default());
        }
        let last = found.len() - 1;
        found[last].texts.push(at);
        found[last].closed = paragraphs[at].answers;
        found[last].answers |= paragraphs[at].answers;
    }
    found
}
