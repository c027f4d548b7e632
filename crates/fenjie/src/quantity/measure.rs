//! Measure words and units: what they measure, and how many base units one of them is.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{cursor, lexicon::any};
use crate::text::numeral::{Sign, sign};
use crate::vocabulary::class::{class, same};
use crate::vocabulary::tables::measures;

/// What a measure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Dimension {
    /// A share or a multiple: `%`, `‰`, `倍`.
    Ratio,
    /// A difference of two shares: `个百分点`.
    Points,
    /// Sums of money; each currency has its own base unit.
    Money,
    /// 长度: `公里`, `米`.
    Length,
    /// 面积: `亩`, `公顷`, `平方米`.
    Area,
    /// 体积: `立方米`, `升`.
    Volume,
    /// 质量: `吨`, `公斤`; also tons that stand for something else (`吨标准煤`), with a base unit of their own.
    Mass,
    /// 能量: `千瓦时`, `度`.
    Energy,
    /// 功率: `千瓦`, `兆瓦`.
    Power,
    /// 容量: `千伏安`.
    Capacity,
    /// 电压: `千伏`.
    Voltage,
    /// 压强: `千帕`.
    Pressure,
    /// 温度: `℃`.
    Temperature,
    /// 声级: `分贝`.
    Sound,
    /// 数据: `TB`, `Mbps`.
    Data,
    /// 频率: `赫兹`.
    Frequency,
    /// People: `人`, `名`, `位`.
    Persons,
    /// Times a person was served: `人次`.
    Visits,
    /// 户.
    Households,
    /// Happenings: `次`, `场`, `场次`.
    Events,
    /// 得分: `分`.
    Score,
    /// 年龄: `岁`.
    Age,
    /// 时间: `年`, `个月`, `天`, `小时`; 工作日 and 季度 have base units of their own.
    Time,
    /// A grade rather than an amount: `级`, `星级`.
    Grade,
    /// A place in a row rather than an amount: `届`, `号`, `周年`.
    Series,
    /// Things counted: `个`, `家`, `套`, `项`.
    Count,
}

/// A measure word or a unit, alone (`亩`) or by another (`微克/立方米`).
///
/// ```
/// use fenjie::quantity::{Dimension, Measure};
///
/// let hectare = Measure::of("公顷").unwrap();
/// let mu = Measure::of("亩").unwrap();
/// assert_eq!(hectare.dimension, Dimension::Area);
/// assert_eq!(hectare.convert(10.into(), &mu), Some(150.into()));
/// assert_eq!(hectare.convert(10.into(), &Measure::of("家").unwrap()), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Measure {
    /// The word as targets report it.
    pub word: Cow<'static, str>,
    /// What it measures.
    pub dimension: Dimension,
    /// The unit that others of its kind are multiples of.
    pub base: &'static str,
    /// How many base units one of it is, as an exact ratio: numerator and denominator.
    pub factor: [Decimal; 2],
    /// What stands below the stroke: dimension and base unit.
    pub per: Option<(Dimension, &'static str)>,
}

impl Measure {
    /// The measure of that name; none where the word is not known.
    ///
    /// ```
    /// use fenjie::quantity::Measure;
    ///
    /// assert!(Measure::of("微克/立方米").is_some());
    /// assert!(Measure::of("项目").is_none());
    /// ```
    pub fn of(word: &str) -> Option<Self> {
        let Some((above, below)) = word.split_once('/') else { return simple(word).or_else(|| built(word)) };
        let power = below.chars().next().filter(|_| simple(below).is_none()).and_then(power);
        let below = below.get(power.map_or(0, |_| '万'.len_utf8())..)?;
        let (above, below) = (simple(above)?, simple(below)?);
        let down = Decimal::from(10_u64.pow(power.unwrap_or(0))).checked_mul(below.factor[0])?;
        Some(Self {
            word: Cow::Owned(word.to_owned()),
            factor: [above.factor[0].checked_mul(below.factor[1])?, above.factor[1].checked_mul(down)?],
            per: Some((below.dimension, below.base)),
            ..above
        })
    }

    /// What it measures, and by what.
    ///
    /// ```
    /// use fenjie::quantity::{Dimension, Measure};
    ///
    /// let price = Measure::of("元/平方米").unwrap();
    /// assert_eq!(price.dimension(), (Dimension::Money, Some(Dimension::Area)));
    /// ```
    pub fn dimension(&self) -> (Dimension, Option<Dimension>) {
        (self.dimension, self.per.map(|(dimension, _)| dimension))
    }

    /// Whether amounts in the one can be told in the other.
    ///
    /// ```
    /// use fenjie::quantity::Measure;
    ///
    /// let of = |word| Measure::of(word).unwrap();
    /// assert!(of("公里").comparable(&of("米")));
    /// assert!(!of("元").comparable(&of("美元")));
    /// ```
    pub fn comparable(&self, other: &Self) -> bool {
        (self.dimension, self.base, self.per) == (other.dimension, other.base, other.per)
    }

    /// `value` of this measure told in `other`; none where they do not compare or the number does not fit.
    ///
    /// ```
    /// use fenjie::quantity::Measure;
    ///
    /// let of = |word| Measure::of(word).unwrap();
    /// assert_eq!(of("公里").convert(3.into(), &of("米")), Some(3000.into()));
    /// ```
    pub fn convert(&self, value: Decimal, other: &Self) -> Option<Decimal> {
        if !self.comparable(other) {
            return None;
        }
        let up = self.factor[0].checked_mul(other.factor[1])?;
        let down = self.factor[1].checked_mul(other.factor[0])?;
        value.checked_mul(up)?.checked_div(down).map(|value| value.normalize())
    }
}

/// A measure as the data have it.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// As it is reported; it may be printed otherwise.
    pub(super) word: &'static str,
    /// Characters that, behind the word, make another word of it.
    guard: &'static str,
    row: u16,
}

/// What is said of several measures at once.
#[derive(Clone, Copy)]
struct Row {
    dimension: Dimension,
    base: &'static str,
    factor: [Decimal; 2],
}

impl Known {
    pub(super) fn dimension(&self) -> Dimension {
        self.row().dimension
    }

    fn row(&self) -> &'static Row {
        &ROWS[usize::from(self.row)]
    }

    fn measure(&self) -> Measure {
        let Row { dimension, base, factor } = *self.row();
        Measure { word: Cow::Borrowed(self.word), dimension, base, factor, per: None }
    }
}

/// What is known of the measures, by the numbers of their classes.
static KNOWN: [Known; measures::CLASSES.len()] = {
    let mut found = [Known { word: "", guard: "", row: 0 }; measures::CLASSES.len()];
    let (mut at, mut row) = (0, 0);
    while at < found.len() {
        row += (at > 0 && begins_row(at)) as u16;
        let ([.., word, guard], _) = measures::CLASSES[at];
        found[at] = Known { word, guard, row };
        at += 1;
    }
    found
};

static ROWS: [Row; rows()] = {
    let mut found = [row(0); rows()];
    let (mut at, mut next) = (0, 0);
    while at < measures::CLASSES.len() {
        if begins_row(at) {
            found[next] = row(at);
            next += 1;
        }
        at += 1;
    }
    found
};

const fn row(at: usize) -> Row {
    let ([dimension, base, factor, ..], place) = measures::CLASSES[at];
    Row { dimension: class(dimension.as_bytes(), DIMENSIONS, place), base, factor: ratio(factor) }
}

/// Whether other things are said of this class than of the one before it.
const fn begins_row(at: usize) -> bool {
    let ([dimension, base, factor, ..], _) = measures::CLASSES[at];
    let ([before, old_base, old_factor, ..], _) = measures::CLASSES[at.saturating_sub(1)];
    at == 0 || !(is(dimension, before) && is(base, old_base) && is(factor, old_factor))
}

const fn is(a: &str, b: &str) -> bool {
    same(a.as_bytes(), b.as_bytes())
}

const fn rows() -> usize {
    let (mut at, mut count) = (0, 0);
    while at < measures::CLASSES.len() {
        count += begins_row(at) as usize;
        at += 1;
    }
    count
}

/// The measure word at `at`, and where it ends.
pub(super) fn at(text: &str, at: usize) -> Option<(&'static Known, usize)> {
    let (length, class) = measures::WORDS.at_start(&text.as_bytes()[at..], any)?;
    let (known, end) = (&KNOWN[class], at + length);
    let guarded = cursor::after(text, end).is_some_and(|next| cursor::one_of(next, known.guard));
    (!guarded).then_some((known, end))
}

fn simple(word: &str) -> Option<Measure> {
    measures::WORDS.whole(word.as_bytes()).map(|class| KNOWN[class].measure())
}

/// A measure word with another one in brackets behind it (`套（户）`), or with 次 (`座次`).
fn built(word: &str) -> Option<Measure> {
    let first = word.find(['（', '(']).map(|at| &word[..at]).or_else(|| word.strip_suffix('次'))?;
    Some(Measure { word: Cow::Owned(word.to_owned()), ..simple(first)? })
}

/// The exponent of a power that may stand before a measure below a stroke (`元/万人`).
pub(super) fn power(c: char) -> Option<u32> {
    match sign(c)? {
        Sign::Small(power) | Sign::Big(power) => Some(u32::from(power)),
        _ => None,
    }
}

/// `2000/3` or a plain decimal, as numerator and denominator.
const fn ratio(factor: &str) -> [Decimal; 2] {
    let digits = factor.as_bytes();
    let (mut value, mut scale, mut pointed) = ([0_u64, 1], 0, false);
    let (mut at, mut side) = (0, 0);
    while at < digits.len() {
        match digits[at] {
            b'/' => {
                side = 1;
                value[1] = 0;
            }
            b'.' => pointed = true,
            digit => {
                value[side] = value[side] * 10 + (digit - b'0') as u64;
                scale += pointed as u32;
            }
        }
        at += 1;
    }
    [decimal(value[0], scale), decimal(value[1], 0)]
}

const fn decimal(value: u64, scale: u32) -> Decimal {
    Decimal::from_parts(value as u32, (value >> 32) as u32, 0, false, scale)
}

/// The dimensions by their names in the data.
const DIMENSIONS: &[(&str, Dimension)] = &[
    ("ratio", Dimension::Ratio),
    ("points", Dimension::Points),
    ("money", Dimension::Money),
    ("length", Dimension::Length),
    ("area", Dimension::Area),
    ("volume", Dimension::Volume),
    ("mass", Dimension::Mass),
    ("energy", Dimension::Energy),
    ("power", Dimension::Power),
    ("capacity", Dimension::Capacity),
    ("voltage", Dimension::Voltage),
    ("pressure", Dimension::Pressure),
    ("temperature", Dimension::Temperature),
    ("sound", Dimension::Sound),
    ("data", Dimension::Data),
    ("frequency", Dimension::Frequency),
    ("persons", Dimension::Persons),
    ("visits", Dimension::Visits),
    ("households", Dimension::Households),
    ("events", Dimension::Events),
    ("score", Dimension::Score),
    ("age", Dimension::Age),
    ("time", Dimension::Time),
    ("grade", Dimension::Grade),
    ("series", Dimension::Series),
    ("count", Dimension::Count),
];
