//! What a list hands on from name to name: prefixes forwards, suffixes backwards, and groups with a pause inside.

use std::ops::Range;

use super::member::Mention;
use crate::phrase::body::{counts_places, is_group};
use crate::text::chars::{is_close, is_open, is_region};
use crate::vocabulary::{
    FIRMS, FULL_NAMES, FUNCTIONS, Function, GROUPS, GroupWord, LEVELS, NOT_PREFIXES, ORGANS, Organ, PLACE_SUFFIXES,
    PLACES, Place, VILLAGE_SUFFIXES,
};

/// `各区、县级市政府`, `各部门、单位`: kinds of places or bodies that one group lists are one mention.
pub(super) fn merge_groups(text: &str, mentions: &mut Vec<Mention>) {
    if !mentions.iter().any(|mention| mention.group) {
        return;
    }
    let mut merged: Vec<Mention> = Vec::with_capacity(mentions.len());
    // Whether the last one lists nothing but kinds so far, and so may go on.
    let mut goes_on = false;
    for mention in mentions.drain(..) {
        let name = &text[mention.name.clone()];
        let open = merged.last_mut().filter(|last| !mention.opens_group && last.nameplates.is_empty());
        match open {
            Some(last)
                if goes_on && goes_with(&text[last.name.clone()], name)
                    || lists_bodies(&text[last.name.clone()], name) =>
            {
                goes_on &= is_bare_kind(name);
                last.name.end = mention.name.end;
                last.quote.end = mention.quote.end;
                if mention.mark.is_some() {
                    (last.mark, last.mark_at) = (mention.mark, mention.mark_at);
                }
            }
            _ => {
                goes_on = lists_kinds(name);
                merged.push(mention);
            }
        }
    }
    *mentions = merged;
}

/// `各区`, `各有关区`, `13个街道`: a group that names only a kind of place.
fn lists_kinds(name: &str) -> bool {
    if let Some(counted) = counts_places(name) {
        return counted == name.len() || is_bare_kind(&name[counted..]);
    }
    let mut kind = name;
    while let Some((word, at)) = GROUPS.at_start(kind).filter(|(_, at)| *at != GroupWord::Tail) {
        let ends_so = at == GroupWord::Head && kind.len() < name.len();
        kind = &kind[word.len()..];
        if ends_so {
            break;
        }
    }
    // `各盟行政公署、市人民政府`: some kinds of places have another government than the rest.
    let kind = SPECIAL.iter().find_map(|own| kind.strip_suffix(own)).unwrap_or(kind);
    kind.len() < name.len() && is_bare_kind(kind)
}

/// What governments are called that only some kinds of places have.
const SPECIAL: [&str; 2] = ["行政公署", "行署"];

/// `有关部门` and `单位`: kinds of bodies.
fn lists_bodies(last: &str, name: &str) -> bool {
    matches!(name, "单位" | "部门" | "机构" | "企业") && last.ends_with(['门', '位']) && is_group(last)
}

/// `县级市`, `县（市）人民政府`, `开发区管委会`: a kind of place, with or without what it hands out.
fn is_kind(name: &str) -> bool {
    let core = PLACE_SUFFIXES.at_end(name).map_or(name, |(suffix, _)| &name[..name.len() - suffix.len()]);
    core.is_empty() || is_bare_kind(name) || is_bare_kind(core)
}

/// Whether a kind of place goes on with a group: towns stand beside each other, but a zone is none of them
/// (`各乡镇、经开区管委会`).
fn goes_with(group: &str, name: &str) -> bool {
    let town = |word: &str| word.contains(['乡', '镇', '街', '村']);
    let zone = || PLACES.at_start(name).is_some_and(|(_, place)| place == Place::Zone);
    is_kind(name) && !(town(group) && zone())
}

fn is_bare_kind(name: &str) -> bool {
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        if is_open(c) || is_close(c) || c == '、' {
            rest = &rest[c.len_utf8()..];
        } else if let Some((word, _)) = PLACES.at_start(rest) {
            rest = &rest[word.len()..];
        } else {
            return false;
        }
    }
    !name.is_empty()
}

/// `市发改委、财政局`: a department without a prefix takes that of the last name that had one. A name that holds
/// the notice's own `place` is whole.
pub(crate) fn hand_prefixes_on(text: &str, mentions: &mut [Mention], place: &str) {
    let mut prefix: Option<&str> = None;
    for mention in mentions {
        let name = &text[mention.name.clone()];
        if let Some(level) = level_of(name) {
            prefix = Some(level);
            continue;
        }
        let whole = mention.group || mention.completed.is_some() || is_whole(name, place);
        let Some(level) = prefix.filter(|_| !whole) else { continue };
        match ORGANS.at_end(name) {
            Some((_, Organ::Party)) => mention.completed = Some(format!("{level}委{name}")),
            Some((_, Organ::Bare)) => mention.completed = Some(format!("{level}{name}")),
            _ => {}
        }
    }
}

/// The level at the head of a name: `市` of 市财政局, none of 市场监管局.
fn level_of(name: &str) -> Option<&str> {
    let (level, ()) = LEVELS.at_start(name)?;
    NOT_PREFIXES.at_start(name).is_none().then_some(level)
}

/// Whether a name needs no prefix: it begins with a place, or as bodies of their own kind do.
fn is_whole(name: &str, place: &str) -> bool {
    let begins_whole = FULL_NAMES.at_start(name).is_some() || (place.chars().nth(1).is_some() && name.contains(place));
    // `东湖区教育局`: a region's word behind at least two characters, with more behind it.
    let has_place = name.char_indices().skip(2).any(|(at, c)| {
        let rest = &name[at..];
        is_region(c) && rest.len() > c.len_utf8() && NOT_PREFIXES.at_start(rest).is_none()
    });
    begins_whole || has_place || stands_in_place(name)
}

/// `云溪银保监局`, `云溪生态环境分局`: two to four characters before what only a body of the state sees to, or a branch, are its place.
fn stands_in_place(name: &str) -> bool {
    let is_placed = |function| function == Function::Vertical || name.ends_with("分局");
    FUNCTIONS.at_start(name).is_none()
        && name
            .char_indices()
            .skip(2)
            .take(3)
            .any(|(at, _)| FUNCTIONS.at_start(&name[at..]).is_some_and(|(_, function)| is_placed(function)))
}

/// `东区、西县政府`: the places before a place with a suffix take the suffix.
pub(super) fn hand_suffixes_out(text: &str, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let name = &text[mentions[at].name.clone()];
        let Some((suffix, kind)) = suffix_of(name) else { continue };
        let mut before = at;
        while before > 0 && !mentions[before].opens_group {
            before -= 1;
            if mentions[before].completed.is_some() || !takes(&text[mentions[before].name.clone()], kind) {
                break;
            }
            let place = &text[mentions[before].name.clone()];
            mentions[before].completed = Some(format!("{place}{suffix}"));
        }
    }
}

/// `电信、移动、联通白石分公司`: firms by their short names take the place and the branch of the last one.
pub(super) fn hand_branches_out(text: &str, mentions: &mut [Mention]) {
    for at in (1..mentions.len()).rev() {
        let name = &text[mentions[at].name.clone()];
        let Some((firm, ())) = FIRMS.at_start(name).filter(|(firm, ())| firm.len() < name.len()) else { continue };
        let branch = &name[firm.len()..];
        for mention in mentions[..at].iter_mut().rev() {
            let own = &text[mention.name.clone()];
            if FIRMS.whole(own).is_none() || mention.completed.is_some() {
                break;
            }
            mention.completed = Some(format!("{own}{branch}"));
        }
    }
}

/// The suffix of a place's body: `政府` of 西县政府, none of 市政府.
fn suffix_of(name: &str) -> Option<(&str, Place)> {
    let village = || VILLAGE_SUFFIXES.at_end(name).map(|(suffix, ())| (suffix, Place::Street));
    let (suffix, kind) = PLACE_SUFFIXES.at_end(name).or_else(village)?;
    let place = &name[..name.len() - suffix.len()];
    let named = kind == Place::Street || PLACES.at_end(place).is_some();
    (place.chars().count() >= 2 && named && !place.starts_with('各')).then_some((suffix, kind))
}

/// Whether a name is a bare place of the kind that takes the suffix.
fn takes(name: &str, kind: Place) -> bool {
    if kind == Place::Street {
        // `城南、城北街道`: a bare name, which no other body has.
        let bare = ORGANS.at_end(name).is_none() && PLACES.at_end(name).is_none();
        return (2..=4).contains(&name.chars().take(5).count()) && bare && !is_group(name);
    }
    name.chars().count() >= 2
        && !name.starts_with('各')
        && PLACES.at_end(name).is_some_and(|(word, place)| {
            place == kind && ORGANS.at_end(name).is_none_or(|(organ, _)| organ.len() <= word.len())
        })
}

/// The members that a remark names for a group (`南新区、北新区管委会，以下…均含…`), completed alike.
pub(crate) fn members(text: &str, range: Range<usize>) -> Vec<String> {
    let mut found = super::list(text, range, &[]).mentions;
    hand_suffixes_out(text, &mut found);
    found.iter().map(|mention| mention.full_name(text)).filter(|name| name.chars().count() >= 2).collect()
}
