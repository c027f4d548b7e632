//! Measure words and units: what they measure, and how many base units one of them is.

use std::{borrow::Cow, sync::LazyLock};

use rust_decimal::Decimal;
use serde::Serialize;

use super::lexicon::{Lexicon, rows};
use crate::text::numeral::{Sign, sign};

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
        let Some((above, below)) = word.split_once('/') else { return simple(word).cloned().or_else(|| built(word)) };
        let power = below.chars().next().filter(|_| simple(below).is_none()).and_then(power);
        let below = below.get(power.map_or(0, |_| '万'.len_utf8())..)?;
        let (above, below) = (simple(above)?, simple(below)?);
        let down = Decimal::from(10_u64.pow(power.unwrap_or(0))).checked_mul(below.factor[0])?;
        Some(Self {
            word: Cow::Owned(word.to_owned()),
            factor: [above.factor[0].checked_mul(below.factor[1])?, above.factor[1].checked_mul(down)?],
            per: Some((below.dimension, below.base)),
            ..above.clone()
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

/// A measure as it stands in a text: how it is printed may differ from how it is reported.
pub(super) struct Word {
    pub(super) printed: &'static str,
    pub(super) measure: Measure,
}

static WORDS: LazyLock<Vec<(&'static str, Measure, &'static str)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for row in rows(include_str!("../vocabulary/data/measures.tsv")) {
        let (Some(dimension), [_, base, factor, names, ..]) = (named(row[0]), &row[..]) else { continue };
        let guards = row.get(4).copied().unwrap_or_default();
        for name in names.split_whitespace() {
            let word = name.split('=').next().unwrap_or(name);
            let guard = guards.split_whitespace().find_map(|g| g.strip_prefix(word)?.strip_prefix(':')).unwrap_or("");
            let measure = Measure { word: Cow::Borrowed(word), dimension, base, factor: ratio(factor), per: None };
            words.extend(name.split('=').map(|variant| (variant, measure.clone(), guard)));
        }
    }
    words
});

static LEXICON: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let words = WORDS.iter().cloned();
    Lexicon::new(words.map(|(printed, measure, guard)| (printed, Word { printed, measure }, guard)))
});

/// The measure word at `at`, and where it ends.
pub(super) fn at(text: &str, at: usize) -> Option<(&'static Word, usize)> {
    LEXICON.at(text, at)
}

fn simple(word: &str) -> Option<&'static Measure> {
    let (found, end) = LEXICON.at(word, 0)?;
    (end == word.len()).then_some(&found.measure)
}

/// A measure word with another one in brackets behind it (`套（户）`), or with 次 (`座次`).
fn built(word: &str) -> Option<Measure> {
    let first = word.find(['（', '(']).map(|at| &word[..at]).or_else(|| word.strip_suffix('次'))?;
    Some(Measure { word: Cow::Owned(word.to_owned()), ..simple(first)?.clone() })
}

/// The exponent of a power that may stand before a measure below a stroke (`元/万人`).
pub(super) fn power(c: char) -> Option<u32> {
    match sign(c)? {
        Sign::Small(power) | Sign::Big(power) => Some(u32::from(power)),
        _ => None,
    }
}

/// `2000/3` or a plain decimal.
fn ratio(factor: &str) -> [Decimal; 2] {
    let (up, down) = factor.split_once('/').unwrap_or((factor, "1"));
    [up, down].map(|part| Decimal::from_str_exact(part).unwrap_or(Decimal::ONE))
}

fn named(name: &str) -> Option<Dimension> {
    use Dimension as D;
    Some(match name {
        "ratio" => D::Ratio,
        "points" => D::Points,
        "money" => D::Money,
        "length" => D::Length,
        "area" => D::Area,
        "volume" => D::Volume,
        "mass" => D::Mass,
        "energy" => D::Energy,
        "power" => D::Power,
        "capacity" => D::Capacity,
        "voltage" => D::Voltage,
        "pressure" => D::Pressure,
        "temperature" => D::Temperature,
        "sound" => D::Sound,
        "data" => D::Data,
        "frequency" => D::Frequency,
        "persons" => D::Persons,
        "visits" => D::Visits,
        "households" => D::Households,
        "events" => D::Events,
        "score" => D::Score,
        "age" => D::Age,
        "time" => D::Time,
        "grade" => D::Grade,
        "series" => D::Series,
        "count" => D::Count,
        _ => return None,
    })
}
