//! The headings above the tasks, and what they say of the tasks below: the section's number and the official.

use super::{Page, one_line};
use crate::model::{Notice, Official};
use crate::outline::marker::{Style, marker};
use crate::phrase::body::is_list_of_bodies;
use crate::reading::official_of_heading;
use crate::relations::{SectionRef, TaskRef};
use crate::text::chars::{digit, one_of};

/// A heading, or an item, that is still open.
struct Open {
    style: Style,
    is_task: bool,
    number: Option<String>,
    official: Option<(Option<String>, Option<String>)>,
}

/// Writes the sections, and the headings that officials without one ask for.
pub(super) struct Headings<'a> {
    notice: &'a Notice,
    /// The first section that has not been written.
    next: u32,
    open: Vec<Open>,
    /// Whether nothing has been written below the part's title.
    first: bool,
}

impl<'a> Headings<'a> {
    pub(super) fn new(notice: &'a Notice) -> Self {
        Self { notice, next: 0, open: Vec::new(), first: true }
    }

    pub(super) fn begin_part(&mut self) {
        self.open.clear();
        self.first = true;
    }

    /// Writes the headings above a task; returns whether they name its official.
    pub(super) fn above(&mut self, task: TaskRef<'_>, page: &mut Page) -> bool {
        let lines = self.unwritten(task);
        let restarts = task.number.as_deref().is_some_and(is_first);
        for line in lines {
            let counts = marker(&line).is_some();
            if counts || restarts && self.stands_alone(&line) && (!self.first || official_of_heading(&line).is_some()) {
                self.write(&line, page);
            }
        }
        let style = task.number.as_deref().and_then(style_of);
        let official = task.official.and_then(|id| self.notice.officials.get(id.index()));
        let section = self.above_style(style).iter().rev().find_map(|open| open.number.as_deref());
        let own = task.sections().find(|own| own.number.is_some());
        let own = own.filter(|own| own.number.as_deref() != section);
        let own_style = own.and_then(|own| own.row().number.as_deref()).and_then(style_of);
        let own = own.filter(|_| own_style.is_some_and(|own| Some(own) != style && self.has_room(own)));
        let above = self.above_style(own.and(own_style).or(style));
        let known = official.is_some_and(|official| names(above, official));
        let wanted = official.filter(|official| !known && official.duty.is_some()).and_then(words_of);
        match (own, wanted) {
            (Some(own), _) => self.write(&line_of(own), page),
            (None, Some(wanted)) if restarts && self.has_room(Style::None) && self.stands_alone(&wanted) => {
                self.write(&wanted, page);
            }
            _ => {}
        }
        self.first = false;
        let named = official.is_none_or(|official| names(self.above_style(style), official));
        if let Some(style) = style {
            self.close(style);
            self.open.push(Open { style, is_task: true, number: None, official: None });
        }
        named
    }

    /// What an item of that style stands under.
    fn above_style(&self, style: Option<Style>) -> &[Open] {
        let level = style.and_then(|style| self.open.iter().position(|open| open.style == style));
        &self.open[..level.unwrap_or(self.open.len())]
    }

    /// Whether a heading without a number, below a responsibility line, would not be taken for the rest of its list.
    fn stands_alone(&self, line: &str) -> bool {
        self.first || !is_list_of_bodies(line)
    }

    /// Whether a heading of that style would not stand under an item. An unnumbered one is read at the top only.
    fn has_room(&self, style: Style) -> bool {
        let known = style != Style::None && self.open.iter().any(|open| open.style == style);
        known || !self.open.iter().any(|open| open.is_task)
    }

    /// The headings above a task that stand above none before it, outermost first.
    fn unwritten(&mut self, task: TaskRef<'_>) -> Vec<String> {
        let mut found: Vec<_> = task.sections().take_while(|section| section.id.0 >= self.next).collect();
        self.next = found.first().map_or(self.next, |section| section.id.0 + 1);
        found.reverse();
        found.into_iter().map(line_of).collect()
    }

    fn write(&mut self, line: &str, page: &mut Page) {
        let found = marker(line);
        let style = found.as_ref().map_or(Style::None, |found| found.style);
        self.close(style);
        let number = found.map(|found| line[found.number].to_owned());
        let owned = |words: Option<&str>| words.map(str::to_owned);
        let official = official_of_heading(line).map(|(name, post)| (owned(name), owned(post)));
        self.open.push(Open { style, is_task: false, number, official });
        page.paragraph(line);
        page.gap();
    }

    /// What counts in a style seen before goes on at its level.
    fn close(&mut self, style: Style) {
        self.open.truncate(self.above_style(Some(style)).len());
    }
}

/// The number and the words of a heading, on one line.
pub(super) fn line_of(section: SectionRef<'_>) -> String {
    let words = section.title.as_deref().map(one_line).unwrap_or_default();
    match section.number.as_deref() {
        Some(number) => item_line(number, &words),
        None => words,
    }
}

/// Whether the nearest heading that names anybody names this official.
fn names(above: &[Open], official: &Official) -> bool {
    above.iter().rev().find(|open| open.official.is_some()).is_some_and(|open| is_of(open, official))
}

/// The style of a number as the model keeps it, without the mark behind it.
fn style_of(number: &str) -> Option<Style> {
    let line = numbered(number);
    marker(&line).filter(|found| line[found.number.clone()] == *number).map(|found| found.style)
}

/// Whether a number begins a list: only above such a one a heading without a number is read.
fn is_first(number: &str) -> bool {
    marker(&numbered(number)).is_some_and(|found| found.value == 1)
}

/// A number with the mark that sets it off.
pub(super) fn numbered(number: &str) -> String {
    let mark = match number.chars().next_back() {
        Some(_) if number.chars().all(|c| digit(c).is_some()) => ".",
        Some('）' | ')' | '①'..='⑳' | '㈠'..='㈩' | '⑴'..='⒇' | '⒈'..='⒛') => "",
        _ if number.chars().all(|c| one_of(c, "〇零一二三四五六七八九十百")) => "、",
        _ => "：",
    };
    format!("{number}{mark}")
}

/// The number and the words, parted so that both are read again.
pub(super) fn item_line(number: &str, words: &str) -> String {
    let usual = numbered(number);
    let marks = [usual, format!("{number}. "), format!("{number}、"), format!("{number}．"), number.to_owned()];
    let fits = |line: &String| {
        marker(line).is_some_and(|found| line[found.number.clone()] == *number && line[found.rest..] == *words)
    };
    let lines = marks.iter().map(|mark| format!("{mark}{words}"));
    lines.into_iter().find(fits).unwrap_or_else(|| format!("{}{words}", marks[0]))
}

fn is_of(open: &Open, official: &Official) -> bool {
    let Some((name, post)) = &open.official else { return false };
    match &official.name {
        Some(own) => name.as_deref() == Some(own),
        None => name.is_none() && post.as_deref() == official.post.as_deref(),
    }
}

/// `周明常务副市长牵头`, where a heading of these words is read as the official's.
fn words_of(official: &Official) -> Option<String> {
    let part = |words: &Option<arcstr::Substr>| words.as_deref().unwrap_or_default().to_owned();
    let line = part(&official.name) + &part(&official.post) + &part(&official.duty);
    let same = official_of_heading(&line)
        .is_some_and(|(name, post)| name == official.name.as_deref() && post == official.post.as_deref());
    same.then_some(line)
}
