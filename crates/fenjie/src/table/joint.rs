//! Whether a line or a cell carries on the one before it.

use super::ColumnKind;
use super::fit::{is_body, names_bodies};
use crate::text::chars::{digit, has, is_close, is_comma, is_open, is_stop};
use crate::vocabulary::{LEVELS, ORGANS, PLACE_SUFFIXES};

fn separates(c: char) -> bool {
    c == '、' || is_comma(c)
}

/// What it costs to read `behind` as the rest of the cell that `before` begins, below a column of `kind`.
pub(super) fn parting(before: &str, behind: &str, kind: ColumnKind) -> i32 {
    if before.is_empty() || behind.is_empty() {
        return 6;
    }
    if begins_cut(behind)
        || is_nameplate(behind) && is_body(before)
        || before.ends_with(separates)
        || PLACE_SUFFIXES.at_start(behind).is_some()
    {
        return -3;
    }
    if before.ends_with(is_stop) {
        // Points of one cell, each on a line of its own.
        return if kind.is_prose() && is_point(before) && is_point(behind) { 0 } else { 3 };
    }
    // A list that ends inside a name goes on; one that ends in a whole name has probably ended.
    let last = last_name(before);
    let listed = names_bodies(before) || has(before, |c| c == '、');
    match () {
        // Several bodies, each on a line of its own.
        () if listed && is_body(last) && kind.is_units() && names_bodies(behind) => 1,
        () if listed && is_body(last) => 3,
        () if listed => -1,
        () if kind.is_units() && ends_cut_body(before) => -1,
        () => 2,
    }
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
    let depth = text.chars().fold(0i32, |depth, c| (depth + i32::from(is_open(c)) - i32::from(is_close(c))).max(0));
    depth > 0 || text.ends_with(|c: char| separates(c) || is_open(c) || c == '“')
}

/// Whether a list of bodies ends as their names do, if only with the end of one.
pub(super) fn ends_whole(list: &str) -> bool {
    let core = list.trim_end_matches(is_stop);
    let name = last_name(core);
    core.ends_with(is_close) || is_body(name) || ORGANS.at_end(name).is_some()
}

/// The name that two lines make, each a part of it: `市人力资源` and `社会保障局`. Null where either is whole by itself.
pub(super) fn cut_body(before: &str, behind: &str) -> Option<String> {
    let first = behind.split(separates).next().unwrap_or(behind);
    let cut = ends_cut_body(before) && !first.is_empty() && LEVELS.at_start(first).is_none();
    let joined = cut.then(|| format!("{before}{behind}"))?;
    names_bodies(&joined).then_some(joined)
}

/// Whether the last name of a list begins as bodies' names do and does not end so.
fn ends_cut_body(list: &str) -> bool {
    let name = last_name(list);
    let narrow = (2..=12).contains(&name.chars().count());
    narrow
        && LEVELS.at_start(name).is_some()
        && !is_body(name)
        && !name.contains(|c: char| is_stop(c) || digit(c).is_some())
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
