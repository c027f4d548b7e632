//! What a quantity does in its clause.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Reason;
use super::clause::Clauses;
use super::indicator::{self, Figure};
use super::number::Num;
use super::words::{self, Class};
use super::{list, meant};
use crate::model::Comparator;
use crate::quantity::Dimension;

/// The role of a quantity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It narrows down, names or idles: part of the words around it, for a reason where one is known.
    Aside(Option<Reason>),
    /// It closes what is said: `新增学位7000个`.
    End,
    /// It starts a change that the next quantity ends: `从77%提高到80%`; where that one begins.
    Base,
    /// It stands before what it counts: `新建6个消防站`.
    Before {
        /// Whether a verb says that the count is to be reached, or the reader has to guess.
        sure: bool,
    },
}

/// A quantity and the clause around it.
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) clauses: &'a Clauses,
    /// The words before it that no earlier target took.
    pub(super) before: Range<usize>,
    /// The words after it, up to the end of the clause.
    pub(super) after: Range<usize>,
    /// The next quantity of the clause.
    pub(super) next: Option<&'a Num>,
    /// Whether the part tells what was done.
    pub(super) review: bool,
    /// Whether the item before in the same list was a count before its noun.
    pub(super) carried: bool,
}

/// What `num` does in its place.
pub(super) fn of(num: &Num, place: &Place<'_>) -> Role {
    let before = &place.text[place.before.clone()];
    let by = words::at_end(before, Class::PER).map(|(length, _)| &before[..before.len() - length]);
    let of_so_many = by.is_some_and(|words| words::at_end(words, Class::LINK | Class::TO).is_some());
    if before.ends_with('每') || of_so_many {
        return Role::Aside(Some(Reason::Per));
    }
    if num.measure.as_deref().is_some_and(|measure| measure.starts_with("次/")) {
        return Role::Aside(Some(Reason::Duration));
    }
    if before.ends_with("其他") {
        return Role::Aside(Some(Reason::Described));
    }
    if costs_points(place) {
        return Role::Aside(Some(Reason::Condition));
    }
    if sizes_next(num, place) {
        return Role::Aside(Some(Reason::SizeClass));
    }
    let after = &place.text[indicator::after_brackets(place.text, place.clauses, &place.after)..place.after.end];
    if starts_change(num, place, after) {
        return Role::Base;
    }
    if num.is(Dimension::Voltage) {
        return Role::Aside(Some(Reason::Described));
    }
    if narrows_with_next(num, place) {
        return Role::Aside(Some(Reason::SizeClass));
    }
    let told_twice =
        adjoins(num, place) && place.next.is_some_and(|next| closes(&place.text[next.range.end..place.after.end]));
    let closed = closes(after) || opened(num, place, after);
    if closed || told_twice || changes_next(num, place, after) || done_within(num, after) {
        let other = meant::otherwise(num, place, after).or_else(|| closing(num, place));
        return other.map_or(Role::End, |reason| Role::Aside(Some(reason)));
    }
    if num.rank {
        return Role::Aside(Some(Reason::Described));
    }
    if num.measure.is_none() && (!thousands(num) || place.before.is_empty()) {
        return Role::Aside(Some(Reason::Name));
    }
    before_noun(num, place, after)
}

/// `3个工作日内办结`: a time within which something is done closes what is said of it.
fn done_within(num: &Num, after: &str) -> bool {
    let short = num.is(Dimension::Time) && !matches!(num.measure.as_deref(), Some("年" | "个月" | "季度"));
    short
        && num.comparator == Comparator::Le
        && words::at_start(after, Class::FINISHED).is_some_and(|(length, _)| {
            let rest = &after[length..];
            rest.is_empty() || list::joiner(rest) > 0
        })
}

/// Whether the next quantity follows straight on: `500户1800人`.
pub(super) fn adjoins(num: &Num, place: &Place<'_>) -> bool {
    place.next.is_some_and(|next| {
        let measured = num.measure.is_some() && next.measure.is_some();
        let size = next.power || next.is(Dimension::Money);
        let graded = place.text[next.range.end..].starts_with(['级', '型']);
        next.range.start == num.range.end && measured && !size && !graded && num.measure != next.measure
    })
}

/// `每少1家扣2分`: what points are taken or given for.
fn costs_points(place: &Place<'_>) -> bool {
    let Some(next) = place.next.filter(|next| next.is(Dimension::Score)) else { return false };
    words::at_end(&place.text[place.after.start..next.range.start.max(place.after.start)], Class::SCORING).is_some()
}

/// `其中10亿元以上3个`, `转移6个月以上9000人`, `80岁以上不低于75%`: a bound that only tells which of the things are counted that the
/// next figure counts.
fn sizes_next(num: &Num, place: &Place<'_>) -> bool {
    let trailing = num.bounded() && num.range.start == num.digits.start && num.range.end > num.digits.end;
    let Some(next) = place.next.filter(|_| trailing && !num.ratio) else { return false };
    let gap = &place.text[place.after.start..next.range.start.max(place.after.start)];
    let counted = !next.power && !next.is(Dimension::Money) && num.measure != next.measure;
    gap.is_empty() && counted || num.is(Dimension::Age) && next.ratio && list::joiner(gap) == 0
}

/// `10亿元、50亿元以上大项目`: sizes in a row, of which the last narrows down.
fn narrows_with_next(num: &Num, place: &Place<'_>) -> bool {
    let Some(next) = place.next.filter(|next| num.is(Dimension::Money) && next.is(Dimension::Money)) else {
        return false;
    };
    let lead = indicator::strip_lead(place.text, &place.before, place.clauses, Figure::Amount);
    if lead.start < place.before.end {
        return false;
    }
    let gap = &place.text[place.after.start..next.range.start];
    let after = place.text.get(next.range.end..place.after.end).unwrap_or_default();
    !gap.is_empty()
        && list::joiner(gap) == gap.len()
        && !closes(after)
        && words::at_start(after, Class::UP | Class::DOWN).is_none()
}

fn closes(after: &str) -> bool {
    after.is_empty()
        || after == "的"
        || list::joiner(after) > 0
        || words::at_start(after, Class::CLOSING | Class::USE).is_some()
        || words::class_of(after).meets(Class::EXTENT)
        || after.starts_with(['）', ')', '”', ' '])
}

/// Whether a change to the next quantity follows straight on.
fn starts_change(num: &Num, place: &Place<'_>, after: &str) -> bool {
    let Some(next) = place.next else { return false };
    let gap = &place.text[place.after.start..next.range.start.max(place.after.start)];
    let to = words::at_end(gap, Class::TO).is_some_and(|(length, _)| gap.len() - length <= 12);
    to && !after.is_empty() && num.ratio == next.ratio && (num.measure == next.measure || num.measure.is_none())
}

/// `新建学校30所投入使用`: what has become of things that were named and counted closes what is said of them.
fn opened(num: &Num, place: &Place<'_>, after: &str) -> bool {
    if num.measure.is_none() || num.ratio || !words::class_of(after).meets(Class::RESULT) {
        return false;
    }
    let (_, end) = indicator::strip_link(place.text, &place.before, num.figure());
    let lead = indicator::strip_lead(place.text, &(place.before.start..end), place.clauses, num.figure());
    let start = lead.kept.as_ref().map_or(lead.start, |verb| verb.end).min(end);
    let named = &place.text[start..end];
    lead.verb && named.chars().nth(1).is_some() && words::class_of(named) == Class::default()
}

/// Whether a change of the figure follows straight on: `达到300亿元增长8%`.
fn changes_next(num: &Num, place: &Place<'_>, after: &str) -> bool {
    let Some(next) = place.next.filter(|next| next.ratio && !num.ratio) else { return false };
    let gap = &place.text[place.after.start..next.range.start];
    words::at_start(after, Class::UP | Class::DOWN).is_some_and(|(length, _)| gap.len() <= length + 6)
}

/// Why a quantity at the end of what is said is no value; none where it is one.
fn closing(num: &Num, place: &Place<'_>) -> Option<Reason> {
    let before = &place.text[place.before.clone()];
    let (link, _) = indicator::strip_link(place.text, &place.before, num.figure());
    if num.chinese && idle(num, before) {
        return Some(Reason::Few);
    }
    let linked = link.any || num.bounded() || num.digits.start > num.range.start;
    let (counts, reason) = match num.dimension {
        _ if num.ratio && of_plan(before) => (false, Reason::Margin),
        _ if num.rank || num.ratio => (true, Reason::Described),
        Some(Dimension::Time) => {
            let said = link.to || link.reached || num.reached || link.change.is_some() || link.strength.is_some();
            (timed(num, said || link.comparator.is_some() || num.bounded()), Reason::Duration)
        }
        // `管理层级控制在4级以内`
        Some(Dimension::Grade) => (link.any && words::find(before, Class::COUNTED).is_some(), Reason::Grade),
        Some(Dimension::Age) => (linked, Reason::SizeClass),
        None if num.measure.is_none() => (
            linked && (!num.chinese || num.power && num.digits.len() > 3 || num.value >= TEN_THOUSAND)
                || thousands(num) && !before.is_empty(),
            Reason::Name,
        ),
        _ => (!num.power || linked, Reason::SizeClass),
    };
    (!counts).then_some(reason)
}

/// `为年度计划的103%`: how much of what was planned, which is another figure told again.
fn of_plan(before: &str) -> bool {
    let said = before.strip_suffix('的').and_then(|words| words.rfind(['为', '占', '是']).map(|at| &words[at..]));
    said.is_some_and(|words| ["计划", "任务", "预算", "目标"].iter().any(|plan| words.ends_with(plan)))
}

/// Chinese numerals that count nothing: `水厂二期`, `成一件`.
fn idle(num: &Num, before: &str) -> bool {
    let verb = words::at_start(before, Class::KEEP).is_some();
    matches!(num.measure.as_deref(), Some("期" | "轮" | "届" | "字" | "体" | "代"))
        || num.value == 1.into() && !num.rank && !verb
}

/// `120千瓦以上快充桩96根`, `年产8万吨生产线2条`, `30人扑火队1支`: a size before a noun that is counted behind it, at the end of what is
/// said.
fn sizes_counted(num: &Num, place: &Place<'_>, after: &str) -> bool {
    let measures = !matches!(
        num.dimension,
        Some(Dimension::Count | Dimension::Visits | Dimension::Households | Dimension::Events | Dimension::Time) | None
    );
    let Some(next) = place.next.filter(|next| measures && !num.ratio && next.is(Dimension::Count)) else {
        return false;
    };
    let noun = &place.text[place.after.end - after.len()..next.range.start.max(place.after.end - after.len())];
    let is_noun = noun.chars().nth(1).is_some() && list::joiner_at_end(noun) == 0 && !noun.contains('、');
    let verb = || indicator::last_verb(place.text, place.after.start..next.range.start, place.clauses).is_some();
    is_noun && closes(&place.text[next.range.end.min(place.after.end)..place.after.end]) && !verb()
}

fn timed(num: &Num, change: bool) -> bool {
    change && !matches!(num.measure.as_deref(), Some("年" | "周年" | "季度"))
}

/// 万: from here on a number without a measure counts something.
const TEN_THOUSAND: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// So few things, in Chinese numerals, have a name together: 八大行动.
const FEW: Decimal = Decimal::TEN;

/// A bare number that is written with 万 or 亿 counts something.
fn thousands(num: &Num) -> bool {
    !num.chinese && num.great && num.value >= TEN_THOUSAND
}

/// The role of a quantity that stands before a noun.
fn before_noun(num: &Num, place: &Place<'_>, after: &str) -> Role {
    if after.starts_with("范围内") || after.starts_with("半径") || after.starts_with('级') || after.starts_with('型')
    {
        return Role::Aside(Some(Reason::Described));
    }
    if sizes_counted(num, place, after) {
        return Role::Aside(Some(Reason::SizeClass));
    }
    let lead = Before::read(place);
    let noun = after.strip_prefix('的').unwrap_or(after);
    if num.is(Dimension::Money) {
        let money = noun_up_to_comma(noun);
        let counted = words::at_end(money, Class::MONEY).is_some() || words::at_start(money, Class::MONEY).is_some();
        if counted && lead.verb && !is_size(money) && meant::otherwise(num, place, noun).is_none() {
            return Role::Before { sure: true };
        }
        let reason = match meant::otherwise(num, place, noun) {
            Some(other) => other,
            None if counted && lead.ongoing => Reason::Existing,
            None => Reason::SizeClass,
        };
        return Role::Aside(Some(reason));
    }
    let by = &place.text[place.before.clone()];
    if num.ratio && (by.ends_with('按') || by.ends_with("按照")) {
        return Role::Aside(Some(Reason::Condition));
    }
    // `合格率低于80%的县`: which ones.
    if num.ratio && num.comparator == Comparator::Lt && after.starts_with('的') {
        return Role::Aside(Some(Reason::Condition));
    }
    if num.ratio {
        let covers = by.ends_with("覆盖") || reaches(place, noun);
        let described = num.measure.as_deref() == Some("倍") || after.starts_with('的') && num.bounded() && !covers;
        return if described { Role::Aside(Some(Reason::Described)) } else { Role::Before { sure: true } };
    }
    if num.chinese && num.value <= FEW && !num.bounded() && num.is(Dimension::Length) {
        return Role::Aside(Some(Reason::Few));
    }
    let size = !matches!(
        num.dimension,
        Some(Dimension::Count | Dimension::Persons | Dimension::Visits | Dimension::Households | Dimension::Events)
            | None
    );
    if size {
        let length_or_area = matches!(
            num.dimension,
            Some(Dimension::Length | Dimension::Area | Dimension::Mass | Dimension::Volume | Dimension::Power)
        );
        let counted = length_or_area
            && (lead.verb || done(noun_up_to_comma(noun)))
            && !after.starts_with('的')
            && num.comparator != Comparator::Le
            && !is_size(noun_up_to_comma(noun))
            && !num.power
            && !gauge(num);
        let reason = if num.is(Dimension::Time) { Reason::Duration } else { Reason::SizeClass };
        return if counted { Role::Before { sure: !num.bounded() } } else { Role::Aside(Some(reason)) };
    }
    count_before_noun(num, place, noun, &lead)
}

/// `4.3米焦炉`: so few metres measure one thing.
fn gauge(num: &Num) -> bool {
    num.measure.as_deref() == Some("米") && num.value < Decimal::ONE_HUNDRED
}

fn noun_up_to_comma(noun: &str) -> &str {
    let noun = noun.split('、').next().unwrap_or(noun);
    words::find(noun, Class::USE).map_or(noun, |at| &noun[..at])
}

/// Whether a size is said of a noun: projects and firms are counted themselves.
fn is_size(noun: &str) -> bool {
    words::at_end(noun, Class::SIZE).is_some()
}

/// How many bytes may say which tasks are counted (`28项省级改革任务`); more of them name what is to be done
/// (`35家国有企业改制任务`).
const NAME_OF_TASKS: usize = 9;

fn count_before_noun(num: &Num, place: &Place<'_>, noun: &str, lead: &Before) -> Role {
    if sized_by_people(num, noun) {
        return Role::Aside(Some(Reason::SizeClass));
    }
    let few = num.chinese && num.value <= FEW && !num.bounded();
    if few && num.measure.as_deref() == Some("次") {
        return Role::Aside(Some(Reason::Duration));
    }
    let undertaking = num.is(Dimension::Count)
        && words::at_end(noun, Class::UNDERTAKING).is_some_and(|(length, _)| noun.len() - length <= NAME_OF_TASKS);
    if undertaking {
        return Role::Aside(Some(Reason::Undertaking));
    }
    // `消除五类黑臭水体`: kinds are told, not counted.
    let kinds = num.chinese && matches!(num.measure.as_deref(), Some("类" | "种" | "大类"));
    if num.power && !lead.verb || few && (!lead.kept || kinds) {
        return Role::Aside(Some(Reason::Few));
    }
    let narrows = !adjoins(num, place) && place.next.is_some_and(|next| narrows(place, next));
    if narrows && sizes(num, place) {
        return Role::Aside(Some(Reason::SizeClass));
    }
    if meant::of_each(&place.text[place.before.clone()]) && !num.bounded() {
        return Role::Aside(Some(Reason::PerHead));
    }
    // `列入计划的71个小区`: the words before tell which ones, and so many there are.
    if !num.bounded() && place.text[place.before.clone()].ends_with('的') {
        return Role::Aside(Some(Reason::Existing));
    }
    let for_whom = words::class_of(&place.text[place.before.clone()]).meets(Class::PREP);
    if narrows && (!lead.verb || for_whom) {
        return Role::Aside(Some(Reason::Described));
    }
    if place.carried || lead.verb || lead.strong {
        return Role::Before { sure: true };
    }
    let reached = reaches(place, noun);
    // `对产值超5亿元的企业`: which ones.
    if num.bounded() && !reached && place.text[place.after.clone()].starts_with('的') {
        return Role::Aside(Some(Reason::Condition));
    }
    // `对17家猪场逐场会诊`: so many there are.
    if place.text[place.before.clone()].ends_with('对') && !num.bounded() {
        return Role::Aside(Some(Reason::Existing));
    }
    if lead.preposition {
        return Role::Before { sure: true };
    }
    if num.bounded() || reached && !lead.ongoing {
        return Role::Before { sure: !lead.ongoing };
    }
    // Without a verb nothing tells a count to reach from one of what is there.
    Role::Aside(lead.ongoing.then_some(Reason::Existing))
}

/// `20户以上自然村`, `56人以上大班额`: what is counted otherwise is told by how many live or sit there.
fn sized_by_people(num: &Num, noun: &str) -> bool {
    let people = num.is(Dimension::Households) || num.is(Dimension::Persons);
    let trailing = num.bounded() && num.range.start == num.digits.start;
    people && trailing && words::at_start(noun, Class::PEOPLED).is_some()
}

/// Whether a count before a noun that the next figure counts tells a size: `年出栏万头以上规模养殖场12个`.
fn sizes(num: &Num, place: &Place<'_>) -> bool {
    let trailing = num.range.start == num.digits.start;
    let noun = &place.text[place.after.clone()];
    match num.comparator {
        Comparator::Le | Comparator::Lt => trailing,
        Comparator::Ge => trailing && !reaches(place, noun),
        _ => false,
    }
}

/// Whether the next quantity belongs to the same statement: `11个平台拓展空间1.9万亩`.
fn narrows(place: &Place<'_>, next: &Num) -> bool {
    let gap = &place.text[place.after.start..next.range.start];
    list::joiner_at_end(gap) == 0
}

/// Whether the words after a size end with what is done with it: `10万平方米厂房主体竣工`, `4.2公里堤防加固`.
fn done(noun: &str) -> bool {
    words::at_end(noun, Class::RESULT | Class::LIGHT).is_some_and(|(length, _)| length < noun.len())
}

/// Whether the words after a count say that something was reached.
fn reaches(place: &Place<'_>, noun: &str) -> bool {
    let start = place.after.end - noun.len();
    let mut at = start;
    while let Some(c) = place.text[at..place.after.end].chars().next() {
        if let Some(closed) = place.clauses.closed_at(at) {
            at = closed.end.max(at + c.len_utf8()).min(place.after.end);
            continue;
        }
        let known = words::at_start(&place.text[at..place.after.end], Class::RESULT);
        if known.is_some_and(|(length, _)| at > start || ends(&noun[length..])) {
            return true;
        }
        at += c.len_utf8();
    }
    false
}

/// Whether words behind what was reached say no more (`脱贫任务`).
fn ends(words: &str) -> bool {
    words.is_empty() || words::class_of(words).meets(Class::UNDERTAKING)
}

/// What stands straight before a count.
#[allow(clippy::struct_excessive_bools)] // each says whether one word was there
#[derive(Debug, Default)]
struct Before {
    /// A verb that says the count is to be reached.
    verb: bool,
    /// One that stays with the indicator (新建).
    kept: bool,
    /// A verb that works on what is there.
    ongoing: bool,
    /// A preposition: for, in, at.
    preposition: bool,
    /// Words of strength.
    strong: bool,
}

impl Before {
    fn read(place: &Place<'_>) -> Self {
        let mut end = place.before.end;
        let mut found = Self::default();
        let (link, stripped) = indicator::strip_link(place.text, &(place.before.start..end), Figure::Amount);
        found.strong = link.strength.is_some();
        if link.any && link.strength.is_none() {
            found.verb = true;
        }
        end = stripped.min(end);
        let verb_end = indicator::before_brackets(place.text, place.clauses, &(place.before.start..end));
        let words = &place.text[place.before.start..verb_end];
        if let Some((_, class)) =
            words::at_end(words, Class::LIGHT | Class::KEEP | Class::ONGOING | Class::TO | Class::CAUSING)
        {
            found.ongoing = class.meets(Class::ONGOING);
            found.kept = class.meets(Class::KEEP);
            found.verb |= !found.ongoing;
        }
        let lead = indicator::strip_lead(place.text, &(place.before.start..end), place.clauses, Figure::Amount);
        found.ongoing |= lead.ongoing && lead.start == end;
        found.strong |= lead.strength.is_some() && lead.start == end;
        let rest_start = lead.kept.as_ref().map_or(lead.start, |verb| verb.end.max(lead.start)).min(end);
        let rest = &place.text[rest_start..end];
        found.preposition =
            !found.ongoing && (lead.preposition && !lead.verb || words::class_of(rest).meets(Class::PREP));
        // Names closed by their count (建成甲、乙、丙等4条铁路), or a place before it (改造城区60条小巷).
        let few = rest.chars().count() <= 4;
        let names =
            lead.verb && !lead.ongoing && !found.ongoing && (rest.ends_with('等') || rest.contains('、') || few);
        found.verb |= names;
        // A short unknown word between the start of the clause and the count is a verb.
        let short = !rest.is_empty() && rest.chars().count() <= 3 && !found.ongoing && !lead.verb && !lead.preposition;
        found.verb |= short && words::at_start(rest, Class::ONGOING).is_none();
        found
    }
}
