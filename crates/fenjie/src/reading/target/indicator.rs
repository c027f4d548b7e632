//! The words before a figure → the indicator: time, place, strength and verbs of accomplishment come off both ends.

use std::ops::Range;

use super::clause::Clauses;
use super::due;
use super::words::{self, Class, Words};
use crate::model::{Comparator, Strength};

/// Which way a figure changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Up,
    Down,
}

/// What stood between the indicator and its figure.
#[allow(clippy::struct_excessive_bools)] // each says whether one word was there
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Link {
    pub(super) change: Option<Change>,
    /// The change is said up to a value: the value is a level.
    pub(super) to: bool,
    pub(super) comparator: Option<Comparator>,
    pub(super) each: bool,
    pub(super) respectively: bool,
    pub(super) strength: Option<Strength>,
    /// The figure is said to be reached (达到, 为), not to change.
    pub(super) reached: bool,
    /// Whether anything stood there at all.
    pub(super) any: bool,
}

/// What figure the words lead up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    /// %, ‰, 个百分点, 倍: may tell a change.
    Ratio,
    /// Things or people counted.
    Amount,
    /// Money, area, mass: what is not counted but measured.
    Sum,
    /// A place in a ranking.
    Rank,
    /// A comparison without a number.
    Relative,
}

/// Takes the link off the end of `range`; gives it and where the words before it end.
pub(super) fn strip_link(text: &str, range: &Range<usize>, figure: Figure) -> (Link, usize) {
    let mut link = Link::default();
    let mut end = range.end;
    loop {
        let words = &text[range.start..end];
        let mut wanted = Class::LINK
            | Class::GT
            | Class::GE
            | Class::LE
            | Class::LT
            | Class::APPROX
            | Class::EACH
            | Class::RESPECTIVELY
            | Class::STRIVE
            | Class::ENSURE
            | Class::TO
            | Class::UP
            | Class::DOWN;
        if figure == Figure::Rank {
            wanted = wanted | Class::PLACE;
        }
        if link.any || figure == Figure::Relative {
            wanted = wanted | Class::WEAK;
        }
        if let Some(length) = year_before(words).filter(|_| link.change.is_some()) {
            end -= length;
            continue;
        }
        let ending = words::ending(words);
        let Some((length, class)) = ending.longest(wanted) else { break };
        let guarded =
            ending.longest(Class::GUARD).is_some_and(|(guard, _)| guard > length) || is_of_year(words, length);
        if guarded || !takes_off(words, length, class, figure, link) {
            break;
        }
        note(&mut link, &words[words.len() - length..], class, figure);
        link.any = true;
        end -= length;
    }
    if text[range.start..end].ends_with('的') {
        end -= '的'.len_utf8();
    }
    (link, end)
}

/// The length of `比2020年` at the end of a text: the year that a change is counted from.
fn year_before(words: &str) -> Option<usize> {
    let rest = words.strip_suffix('年').or_else(|| words.strip_suffix("年底"))?;
    let digits = rest.len().checked_sub(4)?;
    let year = rest.get(digits..)?;
    let than = ['比', '较'].iter().find(|than| rest[..digits].ends_with(**than))?;
    year.bytes().all(|byte| byte.is_ascii_digit()).then(|| words.len() - digits + than.len_utf8())
}

/// Whether the 年 that the words end with is the mark of a year or of a half of one: `到2025年`, `上半年`.
fn is_of_year(words: &str, length: usize) -> bool {
    let (rest, word) = words.split_at(words.len() - length);
    word == "年" && rest.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '半' | '今' | '明' | '当' | '全' | '去'))
}

/// Whether a word of change is said of the figure; with a plain amount most of them are verbs of accomplishment.
fn takes_off(words: &str, length: usize, class: Class, figure: Figure, link: Link) -> bool {
    let changes = class.meets(Class::UP | Class::DOWN) && !class.meets(Class::TO | Class::LINK);
    if !changes || figure == Figure::Relative {
        return true;
    }
    let (rest, word) = words.split_at(words.len() - length);
    match figure {
        Figure::Ratio => !link.to,
        Figure::Rank => true,
        Figure::Sum if words::class_of(word).meets(Class::SUM_CHANGE) => true,
        _ => {
            class.meets(Class::DOWN) && !link.any
                || word.ends_with("增长")
                || class.meets(Class::SUM_CHANGE) && words::at_end(rest, Class::COUNTED).is_some()
                || words::at_end(rest, Class::COMPARED).is_some()
                || words::at_start(word, Class::COMPARED).is_some()
        }
    }
}

fn note(link: &mut Link, word: &str, class: Class, figure: Figure) {
    let place = class.meets(Class::PLACE);
    link.to |= class.meets(Class::TO);
    link.reached |= class.meets(Class::LINK | Class::TO);
    link.each |= class.meets(Class::EACH) || place && word.starts_with('均');
    link.respectively |= class.meets(Class::RESPECTIVELY) || place && word.starts_with("分别");
    link.strength = link.strength.or(strength(class));
    if link.change.is_none() && !link.to && figure != Figure::Rank {
        link.change = change(class);
    }
    link.comparator = link.comparator.or(comparator(class));
}

fn change(class: Class) -> Option<Change> {
    if class.meets(Class::UP) { Some(Change::Up) } else { class.meets(Class::DOWN).then_some(Change::Down) }
}

fn strength(class: Class) -> Option<Strength> {
    if class.meets(Class::STRIVE) {
        Some(Strength::Strive)
    } else {
        class.meets(Class::ENSURE).then_some(Strength::Ensure)
    }
}

/// The comparator of a word of a comparator class.
pub(super) fn comparator(class: Class) -> Option<Comparator> {
    let known = [
        (Class::GT, Comparator::Gt),
        (Class::GE, Comparator::Ge),
        (Class::LE, Comparator::Le),
        (Class::LT, Comparator::Lt),
        (Class::APPROX, Comparator::Approx),
    ];
    known.into_iter().find(|(wanted, _)| class.meets(*wanted)).map(|(_, comparator)| comparator)
}

/// What stood before the indicator.
#[allow(clippy::struct_excessive_bools)] // each says whether one word was there
#[derive(Clone, Debug, Default)]
pub(super) struct Lead {
    /// Where the indicator begins.
    pub(super) start: usize,
    pub(super) strength: Option<Strength>,
    /// 其中 stood there.
    pub(super) part: bool,
    /// A verb of change stood there (提高, 降低).
    pub(super) change: Option<Change>,
    /// A verb stood there, taken off or kept.
    pub(super) verb: bool,
    /// The verb that stays with the indicator.
    pub(super) kept: Option<Range<usize>>,
    /// Words that say for whom or where stood there.
    pub(super) preposition: bool,
    /// The verb taken off works on what is there (推进, 深化).
    pub(super) ongoing: bool,
}

/// Takes time, place, adverbs, strength and one verb of accomplishment off the start of `range`.
pub(super) fn strip_lead(text: &str, range: &Range<usize>, clauses: &Clauses, figure: Figure) -> Lead {
    let mut lead = Lead { start: range.start, ..Lead::default() };
    loop {
        let words = &text[lead.start..range.end];
        if let Some(c) = words.chars().next().filter(|c| matches!(c, '、' | ' ' | '的' | '/' | '-')) {
            lead.start += c.len_utf8();
        } else if let Some((length, _)) = words::at_start(words, Class::PART_MARK) {
            lead.part = true;
            lead.start += length;
        } else if let Some(length) = levels_at_start(words) {
            lead.start += length;
        } else if let Some(length) = due::time_at_start(words) {
            lead.start += length;
        } else {
            let known = words::beginning(words);
            if !(adverb(words, known, &mut lead)
                || verb(words, known, &mut lead, figure)
                || preposition(text, range.end, known, clauses, &mut lead))
            {
                return lead;
            }
        }
    }
}

/// How many characters may name the levels at which something is done.
const LEVELS: usize = 16;

/// The length of the levels at the start of a text: `市、区（县级市）两级`, `省市县三级`.
fn levels_at_start(text: &str) -> Option<usize> {
    let is_level = |c: char| {
        matches!(
            c,
            '省' | '市'
                | '县'
                | '区'
                | '州'
                | '盟'
                | '旗'
                | '镇'
                | '乡'
                | '村'
                | '街'
                | '道'
                | '（'
                | '）'
                | '('
                | ')'
                | '、'
                | '级'
        )
    };
    let names: usize = text.chars().take(LEVELS).take_while(|&c| is_level(c)).map(char::len_utf8).sum();
    let count = text[names..].chars().next().filter(|c| matches!(c, '两' | '二' | '三' | '四' | '五'))?;
    let end = names + count.len_utf8();
    (names > 0 && text[end..].starts_with('级')).then_some(end + '级'.len_utf8())
}

fn protected(words: Words) -> usize {
    words.longest(Class::PROTECTED).map_or(0, |(length, _)| length)
}

fn adverb(words: &str, known: Words, lead: &mut Lead) -> bool {
    let wanted = Class::TIME | Class::SCOPE | Class::ADVERB | Class::STRIVE | Class::ENSURE;
    let verbs = Class::LIGHT | Class::KEEP | Class::ONGOING;
    let verb = known.longest(verbs).map_or(0, |(length, _)| length);
    let Some((length, class)) =
        known.longest(wanted).filter(|&(length, _)| length > protected(known) && length >= verb)
    else {
        return false;
    };
    // `高标准推进…`, but `高标准粮田`: a quality before a noun is of the noun.
    if words.starts_with('高') && words::at_start(&words[length..], verbs | Class::ADVERB).is_none() {
        return false;
    }
    lead.strength = lead.strength.or(strength(class));
    lead.start += length;
    true
}

fn verb(words: &str, known: Words, lead: &mut Lead, figure: Figure) -> bool {
    let wanted = Class::LIGHT | Class::KEEP | Class::ONGOING | Class::CAUSING | Class::UP | Class::DOWN;
    // 增幅 begins like a verb.
    let noun = known.longest(Class::UPNOUN | Class::DOWNNOUN).map_or(0, |(length, _)| length);
    let least = noun.max(protected(known));
    let Some((length, class)) = known.longest(wanted).filter(|&(length, _)| length > least) else {
        return false;
    };
    let rest = &words[length..];
    // One character left over is the end of a word that begins like a verb (轮训率).
    let stays = class.meets(Class::KEEP);
    // So is a short noun that needs an owner: 接入时间.
    let short = rest.chars().nth(2).is_none() && words::class_of(rest).meets(Class::DEPENDENT | Class::HEAD);
    if (rest.chars().nth(1).is_none() || short && figure != Figure::Amount)
        && !stays
        && class.meets(Class::LIGHT)
        && !class.meets(Class::UP | Class::DOWN)
    {
        return false;
    }
    let changes = class.meets(Class::UP | Class::DOWN) && lead.change.is_none();
    if changes
        && (figure == Figure::Ratio || class.meets(Class::DOWN) && !stays)
        && !rest.is_empty()
        && lead.kept.is_none()
    {
        lead.change = change(class);
        lead.verb = true;
    } else if stays {
        lead.kept = lead.kept.take().or(Some(lead.start..lead.start + length));
        lead.verb = true;
        return false;
    } else if !class.meets(Class::LIGHT | Class::ONGOING | Class::CAUSING) || lead.verb && !class.meets(Class::CAUSING)
    {
        return false;
    } else {
        lead.verb |= !class.meets(Class::CAUSING) || class.meets(Class::ONGOING);
        lead.ongoing |= class.meets(Class::ONGOING);
    }
    lead.start += length;
    true
}

/// `为老旧小区解决办公用房`: what follows the last verb; without a verb only the preposition comes off.
fn preposition(text: &str, end: usize, known: Words, clauses: &Clauses, lead: &mut Lead) -> bool {
    let Some((length, _)) = known.longest(Class::PREP).filter(|&(length, _)| length > protected(known)) else {
        return false;
    };
    if lead.preposition || lead.verb || end - lead.start == length {
        return false;
    }
    lead.preposition = true;
    match last_verb(text, lead.start + length..end, clauses) {
        Some((verb, true)) => {
            lead.kept = Some(verb.clone());
            lead.start = verb.start;
            lead.verb = true;
        }
        Some((verb, false)) => {
            lead.start = verb.end;
            lead.verb = true;
        }
        None => lead.start += length,
    }
    true
}

/// The last verb of accomplishment inside a stretch that still has words after it, and whether it stays.
pub(super) fn last_verb(text: &str, range: Range<usize>, clauses: &Clauses) -> Option<(Range<usize>, bool)> {
    let mut found = None;
    let mut at = range.start;
    while let Some(c) = text[at..range.end].chars().next() {
        if let Some(closed) = clauses.closed_at(at) {
            at = closed.end.min(range.end).max(at + c.len_utf8());
            continue;
        }
        let words = &text[at..range.end];
        let known = words::beginning(words);
        let verb = known
            .longest(Class::LIGHT | Class::KEEP)
            // 建成率: what is left must be a word.
            .filter(|&(length, _)| {
                length >= 6 && words[length..].chars().nth(1).is_some() && length > protected(known)
            });
        if let Some((length, class)) = verb {
            found = Some((at..at + length, class.meets(Class::KEEP)));
            at += length;
        } else {
            at += protected(known).max(c.len_utf8());
        }
    }
    found
}

/// Where the words of a stretch end when a bracket closes it: `新建（改建）`.
pub(super) fn before_brackets(text: &str, clauses: &Clauses, range: &Range<usize>) -> usize {
    if !text[range.clone()].ends_with(['）', ')']) {
        return range.end;
    }
    match clauses.closed_at(range.end - 1) {
        Some(closed) if closed.end == range.end && closed.start > range.start => closed.start,
        _ => range.end,
    }
}

/// Where a bracket ends that opens a stretch; its start where none does.
pub(super) fn after_brackets(text: &str, clauses: &Clauses, range: &Range<usize>) -> usize {
    if !text[range.clone()].starts_with(['（', '(']) {
        return range.start;
    }
    clauses
        .closed_at(range.start)
        .filter(|closed| closed.start == range.start && closed.end <= range.end)
        .map_or(range.start, |closed| closed.end)
}

/// Whether the phrase tells a change by its own last word (增速, 降幅).
pub(super) fn change_noun(words: &str) -> Option<Change> {
    let (length, class) = words::at_end(words, Class::UPNOUN | Class::DOWNNOUN)?;
    if words::at_end(words, Class::GUARD).is_some_and(|(guard, _)| guard > length) {
        return None;
    }
    Some(if class.meets(Class::UPNOUN) { Change::Up } else { Change::Down })
}
