//! The grammar of times: `[到] point [至 point]`, where a point is a year and what stands behind it (底, 6月底前, 第三季度),
//! or words that need none (年内, 三年内, 春节前).

use jiff::civil::Date;

use super::day::{When, Year, Years};
use crate::text::CharSet;
use crate::text::chars::{arabic, digit, is_blank, is_numeral};
use crate::text::numeral::chinese_small;
use crate::vocabulary::{TIME_WORDS, TimeWord, tables};

/// Words of time, and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Time {
    /// How many bytes they take.
    pub(crate) length: usize,
    /// Whether they say themselves that they are a bound: `9月底前` is one, `9月` only in a place for deadlines.
    pub(crate) bound: bool,
    when: When,
}

impl Time {
    /// The last day that they allow, where their year is known.
    pub(crate) fn last_day(self, years: Years) -> Option<Date> {
        self.when.last_day(years)
    }

    /// Whether they are a year, or the end of one, that is printed.
    pub(crate) fn is_year(self) -> bool {
        matches!(self.when, When::Year(Year::Printed(_)))
    }

    /// Whether they are of a year before the notice's own: nothing can be due then.
    pub(crate) fn is_past(self) -> bool {
        matches!(self.when.year(), Some(Year::From(..=-1)))
    }
}

/// The years that a notice may speak of.
const YEARS: std::ops::Range<u32> = 1949..2100;

/// How many years a plan may count ahead.
const AHEAD: std::ops::RangeInclusive<u32> = 1..=30;

/// The year before the first five-year plan, less five: the plan of number n ends five times n years later.
const BEFORE_PLANS: i16 = 1955;

/// Characters that a time may begin with: those of numbers of years, months and plans, and of words of time.
static OPENS: CharSet = CharSet::of("0123456789０１２３４５６７８９一二三四五六七八九十两〇零○第“\"「")
    .with_firsts(&tables::time_words::LIST);

/// The next place at or after `at` where a time may begin.
pub(super) fn next_start(text: &str, at: usize) -> Option<usize> {
    OPENS.next(text, at)
}

/// The length of the Arabic digits at the start of `text`, which are read as a whole or not at all.
pub(super) fn digits(text: &str) -> usize {
    text.chars().take_while(|&c| digit(c).is_some()).map(char::len_utf8).sum()
}

/// The time at the start of `text`.
pub(super) fn read(text: &str) -> Option<Time> {
    if !OPENS.begins(text) {
        return None;
    }
    let lead = skip(text, TimeWord::Lead);
    let bounded = lead > 0;
    let first = point(&text[lead..])?;
    let at = lead + first.length;
    if let Some((second, length)) = range_end(&text[at..], first) {
        return Some(Time { length: at + length, ..second });
    }
    let whole_year = matches!(first.when, When::Year(Year::Printed(_)) | When::Day(..));
    Some(Time { length: at, bound: first.bound || bounded && whole_year, ..first })
}

/// The end of a range that opens with `first`: `至明年3月前` of `11月至明年3月前`.
fn range_end(text: &str, first: Time) -> Option<(Time, usize)> {
    let joint = connector(text)?;
    let second = point(&text[joint..])?;
    let when = match (first.when.year(), second.when.year()?) {
        (Some(year), Year::Unsaid) => {
            let earlier = second.when.month().zip(first.when.month()).is_some_and(|(second, first)| second < first);
            second.when.of_year(if earlier { year.after() } else { year })
        }
        _ => second.when,
    };
    Some((Time { when, ..second }, joint + second.length))
}

/// The length of what joins the ends of a range.
fn connector(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(is_blank);
    let joint = rest.chars().next().filter(|&c| joins(c))?;
    let behind = rest[joint.len_utf8()..].trim_start_matches(joint).trim_start_matches(is_blank);
    Some(text.len() - behind.len())
}

fn point(text: &str) -> Option<Time> {
    if !may_be_point(text) {
        return None;
    }
    numeric(text)
        .or_else(|| of_year(text))
        .or_else(|| counted(text))
        .or_else(|| of_plan(text))
        .or_else(|| below(text, Year::Unsaid))
}

/// Whether a word of time or a mark opens `text`, or a number with what makes a time of it.
fn may_be_point(text: &str) -> bool {
    let behind = text.trim_start_matches(is_figure);
    if TIME_WORDS.at_start(text).is_some() {
        return true;
    }
    if behind.len() == text.len() {
        return text.starts_with(['第', '“', '"', '「']);
    }
    let next = behind.trim_start_matches(is_blank).chars().next();
    let of_plan = |c| matches!(c, '规' | '时' | '期');
    let marks = |c| matches!(c, '年' | '月' | '季' | '.' | '/') || of_plan(c);
    next.is_some_and(|c| marks(c) || joins(c) || TIME_WORDS.begins(c))
}

/// Whether numbers are written with `c`.
fn is_figure(c: char) -> bool {
    digit(c).is_some() || is_numeral(c) || matches!(c, '两' | '〇' | '零' | '○' | '百' | '千')
}

/// Whether `c` joins the ends of a range.
fn joins(c: char) -> bool {
    matches!(c, '至' | '到' | '-' | '—' | '–' | '~' | '～' | '－' | '−')
}

/// `2025-06-30`, `2025.6.30`, `2025/6`.
fn numeric(text: &str) -> Option<Time> {
    let (year, length) = arabic(text).filter(|(year, _)| YEARS.contains(year))?;
    let mark = text[length..].chars().next().filter(|c| matches!(c, '-' | '.' | '/'))?;
    let at = length + mark.len_utf8();
    let (month, length) = arabic(&text[at..]).filter(|(month, _)| (1..=12).contains(month))?;
    let (year, month) = (Year::Printed(i16::try_from(year).ok()?), i8::try_from(month).ok()?);
    let at = at + length;
    let day = text[at..].strip_prefix(mark).and_then(arabic).filter(|(day, _)| (1..=31).contains(day));
    let (when, at) = match day {
        Some((day, length)) => (When::Day(year, month, i8::try_from(day).ok()?), at + mark.len_utf8() + length),
        // `2025.6` is a number as well; only a stroke makes a month of it.
        None if mark == '.' => return None,
        None => (When::Month(year, month), at),
    };
    let before = skip(&text[at..], TimeWord::Before);
    Some(Time { length: at + before, bound: before > 0, when })
}

/// A year, and the month, quarter or half behind it.
fn of_year(text: &str) -> Option<Time> {
    let (year, at) = year(text)?;
    let rest = text[at..].trim_start_matches(is_blank);
    let at = text.len() - rest.len();
    if let Some(time) = below(rest, year) {
        return Some(Time { length: at + time.length, ..time });
    }
    Some(match end_of(rest) {
        End::Open(length) => Time { length: at + length, bound: true, when: When::Year(year) },
        End::Before(length) => Time { length: at + length, bound: true, when: When::BeforeYear(year) },
        End::Start(length) => Time { length: at + length, bound: false, when: When::Words },
        End::None => Time { length: at, bound: false, when: When::Year(year) },
    })
}

/// `2025年`, `二〇二五年度`, `2021—2025年`, `明年`.
fn year(text: &str) -> Option<(Year, usize)> {
    if let Some((word, TimeWord::Year(count))) = TIME_WORDS.at_start(text) {
        return Some((Year::From(count), word.len()));
    }
    let (value, length) = number(text).filter(|(value, _)| YEARS.contains(value))?;
    let (value, at) = match connector(&text[length..])
        .and_then(|joint| number(&text[length + joint..]).map(|(until, second)| (until, length + joint + second)))
    {
        Some((until, at)) if YEARS.contains(&until) => (until, at),
        _ => (value, length),
    };
    let rest = behind_mark(&text[at..], '年')?;
    let rest = rest.strip_prefix('度').filter(|rest| !rest.starts_with('内')).unwrap_or(rest);
    Some((Year::Printed(i16::try_from(value).ok()?), text.len() - rest.len()))
}

/// The end of a year, a half, a quarter, a month or a day of it, or an event: what may stand behind a year or without one.
fn below(text: &str, year: Year) -> Option<Time> {
    if let Some((word, class)) = TIME_WORDS.at_start(text) {
        let when = match class {
            TimeWord::YearEnd => When::Year(year),
            TimeWord::Half(half) => When::Half(year, half),
            TimeWord::Event => {
                return event(text).map(|length| Time { length, bound: true, when: When::Words });
            }
            _ => return month(text, year).or_else(|| quarter(text, year)),
        };
        let (End::Open(length) | End::Before(length)) = end_of(&text[word.len()..]) else {
            return Some(Time { length: word.len(), bound: true, when });
        };
        return Some(Time { length: word.len() + length, bound: true, when });
    }
    let quoted = || event(text).map(|length| Time { length, bound: true, when: When::Words });
    month(text, year).or_else(|| quarter(text, year)).or_else(quoted)
}

/// The length of an event and the 前 behind it: `汛前`, `“五一”前`.
fn event(text: &str) -> Option<usize> {
    let quoted = text.strip_prefix(['“', '"', '「']);
    let (word, _) = TIME_WORDS.at_start(quoted.unwrap_or(text)).filter(|&(_, class)| class == TimeWord::Event)?;
    let rest = &quoted.unwrap_or(text)[word.len()..];
    let rest = if quoted.is_some() { rest.strip_prefix(['”', '"', '」'])? } else { rest };
    let before = skip(rest, TimeWord::Before);
    (before > 0).then_some(text.len() - rest.len() + before)
}

/// `第三季度`, `一至三季度末`.
fn quarter(text: &str, year: Year) -> Option<Time> {
    let rest = text.strip_prefix('第').unwrap_or(text);
    let (value, rest) = last_of_range(rest, 1..=4, '季')?;
    let rest = rest.strip_prefix('度')?;
    let (End::Open(length) | End::Before(length)) = end_of(rest) else {
        return Some(Time { length: text.len() - rest.len(), bound: true, when: When::Quarter(year, value) });
    };
    Some(Time { length: text.len() - rest.len() + length, bound: true, when: When::Quarter(year, value) })
}

/// `6月底前`, `9月30日前`, `10月中旬`, `1至6月`.
fn month(text: &str, year: Year) -> Option<Time> {
    let (month, rest) = last_of_range(text, 1..=12, '月')?;
    let rest = rest.strip_prefix('份').unwrap_or(rest);
    let behind = rest.trim_start_matches(is_blank);
    if let Some((day, after)) = day(behind) {
        let before = event(after).unwrap_or_else(|| skip(after, TimeWord::Before));
        let length = text.len() - after.len() + before;
        return Some(Time { length, bound: before > 0, when: When::Day(year, month, day) });
    }
    if let Some((word, TimeWord::Third(third))) = TIME_WORDS.at_start(behind) {
        let after = &behind[word.len()..];
        let length = text.len() - after.len() + skip(after, TimeWord::Before);
        return Some(Time { length, bound: text[..length].ends_with('前'), when: When::Third(year, month, third) });
    }
    let length = text.len() - rest.len();
    Some(match end_of(rest) {
        End::Open(end) => Time { length: length + end, bound: true, when: When::Month(year, month) },
        End::Before(end) => Time { length: length + end, bound: true, when: When::BeforeMonth(year, month) },
        End::Start(end) => Time { length: length + end, bound: false, when: When::Words },
        End::None => Time { length, bound: false, when: When::Month(year, month) },
    })
}

fn day(text: &str) -> Option<(i8, &str)> {
    let (value, length) = number(text).filter(|(value, _)| (1..=31).contains(value))?;
    let rest = text[length..].trim_start_matches(is_blank).strip_prefix(['日', '号'])?;
    Some((i8::try_from(value).ok()?, rest))
}

/// The number before `mark`, the later one where two are joined, and what is behind the mark.
fn last_of_range(text: &str, fits: std::ops::RangeInclusive<u32>, mark: char) -> Option<(i8, &str)> {
    let (value, length) = number(text).filter(|(value, _)| fits.contains(value))?;
    let (value, at) = connector(&text[length..])
        .and_then(|joint| {
            let at = length + joint;
            let (until, length) = number(&text[at..]).filter(|(until, _)| fits.contains(until))?;
            Some((until, at + length))
        })
        .unwrap_or((value, length));
    let rest = behind_mark(&text[at..], mark)?;
    Some((i8::try_from(value).ok()?, rest))
}

/// `三年内`, `未来五年`, `六个月内`.
fn counted(text: &str) -> Option<Time> {
    let ahead = skip(text, TimeWord::Ahead);
    let (count, length) = small_number(&text[ahead..])?;
    let rest = &text[ahead + length..];
    let unit = rest.trim_start_matches(is_blank);
    let at = text.len() - unit.len();
    let words = |word: &str, bound| Some(Time { length: at + word.len(), bound, when: When::Words });
    match TIME_WORDS.at_start(unit) {
        Some((word, TimeWord::Years) | (word @ "年内", _)) => years(count, at + word.len()),
        Some((word, TimeWord::Months)) => words(word, true),
        Some((word, TimeWord::Days)) => words(word, false),
        _ if ahead > 0 && unit.starts_with('年') => years(count, at + '年'.len_utf8()),
        _ => None,
    }
}

fn years(count: u32, length: usize) -> Option<Time> {
    AHEAD.contains(&count).then_some(Time { length, bound: true, when: When::Years(count) })
}

/// `“十四五”末`: the last year of a five-year plan.
fn of_plan(text: &str) -> Option<Time> {
    let quoted = text.strip_prefix(['“', '"', '「']);
    let rest = quoted.unwrap_or(text).strip_prefix('十')?;
    let unit = rest.chars().next()?;
    let rest = rest[unit.len_utf8()..].strip_prefix('五')?;
    let (unit, _) = chinese_small(unit.encode_utf8(&mut [0; 4])).filter(|&(unit, _)| unit < 10)?;
    let rest = if quoted.is_some() { rest.strip_prefix(['”', '"', '」'])? } else { rest };
    let end = ["规划期末", "时期末", "期末", "末"].into_iter().find(|end| rest.starts_with(end))?;
    let year = BEFORE_PLANS + 5 * (10 + i16::try_from(unit).ok()?);
    Some(Time { length: text.len() - rest.len() + end.len(), bound: true, when: When::Year(Year::Printed(year)) })
}

/// What stands behind a time and says where in it the bound is, with its length.
enum End {
    /// Its end (底, 内, 底前).
    Open(usize),
    /// Its beginning (前).
    Before(usize),
    /// Its first days (初).
    Start(usize),
    None,
}

fn end_of(text: &str) -> End {
    match TIME_WORDS.at_start(text) {
        Some((word, TimeWord::Edge)) => End::Open(word.len() + skip(&text[word.len()..], TimeWord::Before)),
        Some((word, TimeWord::Before)) => End::Before(word.len()),
        Some((word, TimeWord::Start)) => End::Start(word.len() + skip(&text[word.len()..], TimeWord::Before)),
        _ => End::None,
    }
}

/// The length of the word of a class at the start of `text`.
fn skip(text: &str, wanted: TimeWord) -> usize {
    TIME_WORDS.at_start(text).filter(|&(_, class)| class == wanted).map_or(0, |(word, _)| word.len())
}

/// Characters that make another word of 年 or 月: 年级, 月龄.
const NO_TIME: [char; 8] = ['龄', '级', '限', '均', '产', '饼', '嫂', '薪'];

/// What stands behind `mark`, where it is a mark of time.
fn behind_mark(text: &str, mark: char) -> Option<&str> {
    let rest = text.trim_start_matches(is_blank).strip_prefix(mark)?;
    (!rest.starts_with(NO_TIME)).then_some(rest)
}

fn number(text: &str) -> Option<(u32, usize)> {
    arabic(text).or_else(|| chinese_small(text))
}

fn small_number(text: &str) -> Option<(u32, usize)> {
    number(text).or_else(|| text.starts_with('两').then_some((2, '两'.len_utf8())))
}
