//! Whether a line can be the rest of a list of bodies: asked only where lines are joined.

use crate::calendar;
use crate::text::chars::{digit, is_blank, is_close, is_colon, is_comma, is_open, is_stop};
use crate::vocabulary::{FULL_NAMES, LEVELS, MARKS, ORGANS, TITLE_WORDS};

/// Whether the text ends as a body's name does; `46所` is a count of schools.
fn ends_with_organ(text: &str) -> bool {
    ORGANS.at_end(text).is_some_and(|(organ, _)| {
        text[..text.len() - organ.len()].chars().next_back().is_none_or(|before| digit(before).is_none())
    })
}

/// Whether the text ends in a whole name of a body.
pub(crate) fn ends_with_body(text: &str) -> bool {
    let core = text.trim_end_matches(|c: char| is_close(c) || is_stop(c));
    let core = MARKS.at_end(core).map_or(core, |(mark, _)| &core[..core.len() - mark.len()]);
    ends_with_organ(core)
}

/// Whether the last name of `tail` is cut off and the first one of `text` is the rest of it.
pub(crate) fn completes_body(tail: &str, text: &str) -> bool {
    let separates = |c: char| c == '、' || is_comma(c) || is_open(c) || is_close(c) || is_stop(c) || is_colon(c);
    let head = tail.rsplit(separates).next().unwrap_or(tail);
    let rest = text.split(separates).next().unwrap_or(text);
    if head.is_empty() || rest.is_empty() || head.chars().count() + rest.chars().count() > 20 {
        return false;
    }
    let rest = MARKS
        .at_end(rest)
        .map_or(rest, |(mark, _)| if mark.len() < rest.len() { &rest[..rest.len() - mark.len()] } else { rest });
    let whole = format!("{head}{rest}");
    if MARKS.at_end(&whole).is_some_and(|(mark, _)| mark.len() > rest.len()) {
        return true;
    }
    if ends_with_body(head) {
        return false;
    }
    ORGANS.at_end(&whole).is_some_and(|(organ, _)| organ.len() > rest.len() || ORGANS.at_end(rest).is_some())
}

/// Whether the text begins with a mark between names.
pub(crate) fn starts_with_separator(text: &str) -> bool {
    text.starts_with(|c: char| is_comma(c) || is_close(c) || c == '、')
}

/// Whether `name` is a body's name by itself: a level at its head and an organ at its end.
pub(crate) fn is_whole_name(name: &str) -> bool {
    LEVELS.at_start(name).is_some() && name.chars().count() >= 3 && ORGANS.at_end(name).is_some()
}

/// Whether the text consists of names between separators, the first of which may be the rest of one.
pub(crate) fn is_list_of_bodies(text: &str) -> bool {
    let core = text.trim_end_matches(is_stop);
    if core.is_empty() || core.contains(|c| is_stop(c) || is_colon(c)) || TITLE_WORDS.at_end(core).is_some() {
        return false;
    }
    let mut names = core.split(|c: char| c == '、' || is_comma(c)).peekable();
    let mut count = 0;
    let plain = |name: &str| {
        let name = name.split(is_open).next().unwrap_or(name);
        name.chars().count() <= 20 && (name.is_empty() || ends_with_organ(name) || MARKS.at_end(name).is_some())
    };
    names.all(|name| {
        count += 1;
        plain(name)
    }) && (count > 1 || core.chars().count() <= 20)
}

/// Whether a heading names the bodies that answer for what stands below it, and nothing else.
pub(crate) fn heads_bodies(heading: &str) -> bool {
    let mut names = heading.split(|c: char| c == '、' || is_comma(c)).peekable();
    let leads = |first: &&str| {
        let signs = Signs::of(first);
        // `区域中心` begins and ends as bodies' names do: only what can be nothing else counts.
        let is_marked = || ends_with_body(first) && MARKS.at_end(first).is_some();
        signs.sure && (signs.department || FULL_NAMES.at_start(first).is_some() || is_marked())
    };
    names.peek().is_some_and(leads) && names.all(|name| Signs::of(name).body)
}

/// Where a bracket stands: the nearer to the end of a sentence, the surer it is that names in it answer for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Behind a full stop: nothing else is set there.
    BehindStop,
    /// Before the last full stop.
    AtEnd,
    /// Before another full stop.
    InText,
}

/// Whether the words of a bracket are names of bodies with what they do, and not a remark.
pub(crate) fn names_bodies(content: &str, place: Place) -> bool {
    // What stands behind a full stop is a remark on the list.
    let content = content.split('。').next().unwrap_or(content).trim_end_matches(is_stop);
    let mut depth = 0i32;
    let names = content.split(move |c: char| {
        depth += i32::from(is_open(c)) - i32::from(is_close(c));
        depth == 0 && (c == '、' || is_comma(c) || is_stop(c) || is_blank(c))
    });
    // A deadline among the names is neither for nor against.
    let is_time = |name: &&str| calendar::names_time(name) || name.starts_with(|c: char| digit(c).is_some());
    let signs: Vec<Signs> = names.filter(|name| !name.is_empty() && !is_time(name)).map(Signs::of).collect();
    let count = |has: fn(&Signs) -> bool| signs.iter().filter(|signs| has(signs)).count();
    let (all, bodies, departments) = (signs.len(), count(|s| s.body), count(|s| s.department));
    let listed = match place {
        Place::BehindStop => bodies == all && all > 0,
        // Lists without any level print bare names of departments.
        Place::AtEnd => bodies == all && all > 1 && departments > 0,
        Place::InText => departments == all && all > 1,
    };
    listed || (count(|s| s.sure) > 0 && bodies * 4 >= all * 3)
}

/// What speaks for a name in a bracket being a body's.
struct Signs {
    /// It ends as bodies' names do, or a mark says what it does.
    body: bool,
    /// It ends as departments' names do.
    department: bool,
    /// It begins as bodies' names do, or a mark says what it does.
    sure: bool,
}

impl Signs {
    fn of(name: &str) -> Self {
        const DEPARTMENTS: [&str; 6] = ["局", "委", "办", "厅", "政府", "管委会"];
        let ends_list = |at: &usize| ORGANS.at_end(&name[..*at]).is_some() || name[..*at].ends_with(is_close);
        let name = name.rfind('等').filter(ends_list).map_or(name, |at| &name[..at]);
        let mark = MARKS.at_end(name);
        let core = mark.map_or(name, |(mark, _)| &name[..name.len() - mark.len()]);
        let core = core.split(is_open).next().unwrap_or(core);
        let length = core.chars().count();
        // 列第一位的…, 有条件的…: phrases, not names.
        let is_phrase = core.contains('的');
        let ends_so = (2..=20).contains(&length) && ORGANS.at_end(core).is_some();
        let begins_so = LEVELS.at_start(core).is_some() || FULL_NAMES.at_start(core).is_some();
        let is_marked = mark.is_some() && length > 0;
        Self {
            body: !is_phrase && (ends_so || mark.is_some()),
            department: length >= 3 && DEPARTMENTS.iter().any(|end| core.ends_with(end)),
            sure: !is_phrase && (is_marked || (ends_so && length >= 3 && begins_so)),
        }
    }
}
