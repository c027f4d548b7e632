//! The numbers that lists and outlines write before paragraphs.

use std::collections::HashMap;

use super::styles::{LEVELS, Level, ListStyle, Styles};
use crate::labels::{Label, Numbers};
use crate::xml::Element;

/// How far a list has been counted.
type Counts = [Option<u32>; LEVELS];

/// The lists of a text.
#[derive(Default)]
pub(super) struct Lists {
    counts: Vec<Counts>,
    /// The lists that others may go on with, by their name and by their style.
    by_name: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
    outline: Counts,
    /// The lists that are open, each in an item of the one before it; `None` where a cell or a text box begins.
    open: Vec<Option<Open>>,
}

struct Open {
    list: usize,
    style: Option<String>,
    level: usize,
    item: Option<Item>,
}

/// An item whose first paragraph is still to come.
struct Item {
    start: Option<u32>,
    style: Option<String>,
}

impl Lists {
    /// Begins a cell, a note or a text box: a list in it belongs to none outside.
    pub(super) fn enter(&mut self) {
        self.open.push(None);
    }

    /// Ends a list, or what [`enter`](Self::enter) began.
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    pub(super) fn open_list(&mut self, element: &Element<'_>) {
        let named = |name: &str| element.attribute(name).map(String::from);
        let own = named("style-name");
        let outer = self.open.last().and_then(Option::as_ref);
        let (level, list, style) = match outer {
            Some(outer) => (outer.level.saturating_add(1), Some(outer.list), own.or_else(|| outer.style.clone())),
            None => (0, self.continued(element, own.as_deref()), own),
        };
        let list = list.unwrap_or_else(|| {
            self.counts.push(Counts::default());
            self.counts.len() - 1
        });
        if level == 0 {
            self.by_name.extend(named("id").map(|id| (id, list)));
            self.by_style.insert(style.clone().unwrap_or_default(), list);
        }
        self.open.push(Some(Open { list, style, level, item: None }));
    }

    /// The list with which another goes on.
    fn continued(&self, element: &Element<'_>, style: Option<&str>) -> Option<usize> {
        if let Some(name) = element.attribute("continue-list") {
            return self.by_name.get(&*name).copied();
        }
        let goes_on = element.is("continue-numbering", "true");
        self.by_style.get(style.unwrap_or_default()).copied().filter(|_| goes_on)
    }

    pub(super) fn open_item(&mut self, element: &Element<'_>) {
        if let Some(Some(open)) = self.open.last_mut() {
            let style = element.attribute("style-override").map(String::from);
            open.item = Some(Item { start: element.number("start-value"), style });
        }
    }

    pub(super) fn close_item(&mut self) {
        if let Some(Some(open)) = self.open.last_mut() {
            open.item = None;
        }
    }

    /// What stands before a paragraph that begins.
    pub(super) fn label(&mut self, element: &Element<'_>, styles: &Styles) -> Option<Label> {
        let Some(Some(open)) = self.open.last_mut() else { return self.heading(element, styles) };
        let item = open.item.take()?;
        let style = item.style.as_deref().or(open.style.as_deref()).and_then(|name| styles.list(name));
        let counts = self.counts.get_mut(open.list)?;
        next(counts, style.unwrap_or(&ListStyle::default()), open.level, item.start)
    }

    /// The number of a heading that stands in no list.
    fn heading(&mut self, element: &Element<'_>, styles: &Styles) -> Option<Label> {
        if element.local() != b"h" || element.is("is-list-header", "true") {
            return None;
        }
        let level = element.number("outline-level").unwrap_or(1).checked_sub(1)?;
        let restarts = element.is("restart-numbering", "true");
        let start = element.number("start-value").filter(|_| restarts);
        next(&mut self.outline, styles.outline(), level as usize, start)
    }
}

/// Counts on, and gives the label.
fn next(counts: &mut Counts, style: &ListStyle, level: usize, start: Option<u32>) -> Option<Label> {
    let own = style.get(level)?;
    let count = counts.get_mut(level)?;
    let following = || count.map_or(own.start, |count| count.saturating_add(1));
    *count = Some(start.unwrap_or_else(following));
    counts.iter_mut().skip(level + 1).for_each(|below| *below = None);
    label(counts, style, level, own)
}

fn label(counts: &Counts, style: &ListStyle, level: usize, own: &Level) -> Option<Label> {
    if own.numbers == Numbers::Nothing {
        return None;
    }
    let number = |at: usize| {
        let (of, count) = (style.get(at)?, counts.get(at)?);
        let numbers = if own.legal { of.numbers.legal() } else { of.numbers };
        Some(numbers.write(count.unwrap_or(of.start)))
    };
    let label = if let Some(form) = &own.form {
        filled(form, number)
    } else {
        let first = (level + 1).saturating_sub(own.shown.max(1) as usize);
        let shown: Vec<String> = (first..=level).filter_map(number).filter(|shown| !shown.is_empty()).collect();
        format!("{}{}{}", own.prefix, shown.join("."), own.suffix)
    };
    Label::shown(label, own.gap)
}

/// A form with the numbers in the places of `%1%`, `%2%` and so on.
fn filled(form: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut label = String::new();
    for (at, piece) in form.split('%').enumerate() {
        let level = if at % 2 == 1 { piece.parse::<usize>().ok().and_then(|level| level.checked_sub(1)) } else { None };
        match level {
            Some(level) => label.extend(number(level)),
            None => label += piece,
        }
    }
    label
}
