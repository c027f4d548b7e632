//! Whether words are the name of a body (组织机构), judged by its first and last words alone.

use std::ops::Range;

use crate::text::chars::{is_han, is_star};
use crate::vocabulary::{FULL_NAMES, GROUPS, GroupWord, LEADING_WORDS, LEVELS, MARKS, NOT_BODIES, ORGANS};

/// How long a name is, in characters.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=20;

/// What only departments' names end in.
const DEPARTMENTS: [&str; 8] = ["局", "厅", "办公室", "委员会", "管委会", "政府", "改委", "联合会"];

/// What many other words end in, too.
fn is_weak(c: char) -> bool {
    matches!(
        c,
        '户' | '网'
            | '园'
            | '场'
            | '店'
            | '厂'
            | '矿'
            | '段'
            | '班'
            | '组'
            | '市'
            | '县'
            | '区'
            | '旗'
            | '州'
            | '盟'
            | '镇'
            | '乡'
            | '村'
    )
}

/// A name, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Body {
    pub(super) name: Range<usize>,
    /// It begins and ends as only bodies' names do.
    pub(super) sure: bool,
}

/// The body that `words` name, with what they say of it left out: `由市教育局牵头`.
pub(super) fn body(words: &str) -> Option<Body> {
    let mut core = words;
    while let Some((mark, _)) = MARKS.at_end(core) {
        core = &core[..core.len() - mark.len()];
    }
    let core = core.trim_end_matches('等');
    let organ = ORGANS.at_end(core).map(|(organ, _)| organ);
    let tail = GROUPS.at_end(core).is_some_and(|(_, at)| at == GroupWord::Tail);
    // Most words end in neither.
    if organ.is_none() && !tail {
        return None;
    }
    let start = behind_leading_words(core);
    let name = &core[start..];
    let group = tail && GROUPS.at_start(name).is_some();
    let length = name.chars().take(LENGTH.end() + 1).count();
    let plain = LENGTH.contains(&length)
        && (organ.is_some_and(|organ| organ.len() < name.len()) || group)
        && name.chars().all(|c| is_han(c) && c != '的' || c == '·')
        && NOT_BODIES.at_end(name).is_none();
    let department = || length <= 14 && DEPARTMENTS.iter().any(|end| name.ends_with(end));
    let weak = || !group && name.ends_with(is_weak);
    let sure = plain && length > 2 && (department() || begins_so(name) && !weak());
    plain.then_some(Body { name: start..core.len(), sure })
}

/// Where the name begins: behind a star, and behind `由` or `会同` where a body follows.
fn behind_leading_words(words: &str) -> usize {
    let start = words.len() - words.trim_start_matches(is_star).len();
    let leading = LEADING_WORDS.at_start(&words[start..]).map_or(0, |(word, _)| word.len());
    if leading > 0 && begins_so(&words[start + leading..]) { start + leading } else { start }
}

fn begins_so(words: &str) -> bool {
    let group = GROUPS.at_start(words).is_some_and(|(_, at)| matches!(at, GroupWord::Whole | GroupWord::Head));
    group || LEVELS.at_start(words).is_some() || FULL_NAMES.at_start(words).is_some()
}

/// Whether words say only what the bodies before them do.
pub(super) fn is_mark(words: &str) -> bool {
    MARKS.whole(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_ends_as_bodies_do() {
        let read = |words: &'static str| body(words).map(|body| (&words[body.name], body.sure));
        assert_eq!(read("由市教育局牵头"), Some(("市教育局", true)));
        assert_eq!(read("各区县政府"), Some(("各区县政府", true)));
        assert_eq!(read("电力公司"), Some(("电力公司", false)));
        for words in ["新建公园3座", "提高办事效率", "局", "符合条件的企业", "优化城市布局"] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
