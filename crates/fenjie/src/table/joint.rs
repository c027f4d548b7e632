//! Whether a line or a cell carries on the one before it.

use super::ColumnKind;
use super::fit::{is_body, is_longer, names_bodies};
use crate::text::chars::{digit, has, is_close, is_comma, is_open, is_stop, marks};
use crate::vocabulary::{LEVELS, ORGANS, PLACE_SUFFIXES, POSTS};

fn separates(c: char) -> bool {
    c == '、' || is_comma(c)
}

/// What it costs to read words as the rest of the cell that the words before them begin, below the kinds of columns that
/// make a difference.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parting {
    prose: i32,
    pub(super) units: i32,
    other: i32,
}

impl Parting {
    pub(super) fn of(before: &str, behind: &str) -> Self {
        if before.is_empty() || behind.is_empty() {
            return Self::alike(6);
        }
        if carries_on(before, behind) {
            return Self::alike(-3);
        }
        // `已完工3个；`: a sentence that goes on.
        if before.ends_with(['；', ';']) && !is_point(behind) {
            return Self { units: 3, ..Self::alike(-1) };
        }
        if before.ends_with(is_stop) {
            // Points of one cell, each on a line of its own.
            let points = is_point(before) && is_point(behind);
            return Self { prose: if points { 0 } else { 3 }, ..Self::alike(3) };
        }
        // A list that ends inside a name goes on; one that ends in a whole name has probably ended.
        let listed = has(before, |c| c == '、') || names_bodies(before);
        match () {
            // Several bodies, each on a line of its own.
            () if listed && is_body(last_name(before)) => {
                Self { units: if names_bodies(behind) { 1 } else { 3 }, ..Self::alike(3) }
            }
            () if listed => Self::alike(-1),
            () => Self { units: if ends_cut_body(before) { -1 } else { 2 }, ..Self::alike(2) },
        }
    }

    fn alike(cost: i32) -> Self {
        Self { prose: cost, units: cost, other: cost }
    }

    pub(super) fn below(self, kind: ColumnKind) -> i32 {
        match kind {
            kind if kind.is_prose() => self.prose,
            kind if kind.is_units() => self.units,
            _ => self.other,
        }
    }
}

/// Whether words are the rest of those before them, whatever column they stand in.
fn carries_on(before: &str, behind: &str) -> bool {
    begins_cut(behind)
        || is_nameplate(behind) && is_body(before)
        || before.ends_with(separates)
        || begins_with_suffix(behind)
}

/// `政府、市教育局` below `各区县`: whether the first name is only what places hand out, and not a post (`党委副书记`).
fn begins_with_suffix(words: &str) -> bool {
    PLACE_SUFFIXES.at_start(words).is_some() && POSTS.at_end(words.split(separates).next().unwrap_or(words)).is_none()
}

/// `（市政务服务中心）`: another name of the body above.
fn is_nameplate(words: &str) -> bool {
    let inner = words.strip_prefix(is_open).and_then(|rest| rest.strip_suffix(is_close));
    inner.is_some_and(is_body)
}

/// Whether words can only be the rest of something.
pub(super) fn begins_cut(words: &str) -> bool {
    words.starts_with(|c: char| separates(c) || is_stop(c) || is_close(c))
}

/// Whether something must follow: a mark of a list, or an open bracket.
pub(super) fn ends_open(text: &str) -> bool {
    text.ends_with(|c: char| separates(c) || is_open(c) || c == '“') || has_open_bracket(text)
}

fn has_open_bracket(text: &str) -> bool {
    marks(text).fold(0i32, |depth, (_, c)| (depth + i32::from(is_open(c)) - i32::from(is_close(c))).max(0)) > 0
}

/// Whether a list of bodies ends as their names do, if only with the end of one.
pub(super) fn ends_whole(list: &str) -> bool {
    let core = list.trim_end_matches(is_stop);
    let name = last_name(core);
    core.ends_with(is_close) || ORGANS.at_end(name).is_some() || is_body(name)
}

/// The name that two lines make, each a part of it: `市人力资源` and `社会保障局`. Null where either is whole by itself.
pub(super) fn cut_body(before: &str, behind: &str) -> Option<String> {
    let goes_on = !behind.is_empty() && !behind.starts_with(separates) && LEVELS.at_start(behind).is_none();
    let cut = goes_on && ends_cut_body(before);
    let joined = cut.then(|| format!("{before}{behind}"))?;
    names_bodies(&joined).then_some(joined)
}

/// Whether the last name of a list begins as bodies' names do and does not end so.
fn ends_cut_body(list: &str) -> bool {
    let name = last_name(list);
    LEVELS.at_start(name).is_some()
        && is_longer(name, 1)
        && !is_longer(name, 12)
        && !has(name, |c| is_stop(c) || digit(c).is_some())
        && !is_body(name)
}

fn last_name(list: &str) -> &str {
    list.rsplit(separates).next().unwrap_or(list)
}

/// A point of several: `1.新建…`, `（2）…`, `①…`.
fn is_point(words: &str) -> bool {
    let circled = |c: char| ('①'..='⑳').contains(&c);
    let inner = words.trim_start_matches(is_open);
    let behind = inner.trim_start_matches(|c: char| digit(c).is_some() || circled(c));
    inner.starts_with(circled)
        || behind.len() < inner.len() && behind.starts_with(|c: char| matches!(c, '.' | '．' | '、') || is_close(c))
}
