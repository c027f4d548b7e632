//! The algebra of targets: is one reached, and how does a later one stand to an earlier one?
//!
//! A target allows a range of figures. Whether it is reached is whether the actual figure lies in that range; whether it
//! was tightened is whether the range became smaller.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Comparator, Target, TargetKind};
use crate::quantity::{Measure, serialize_decimal};

/// Whether an actual figure reaches a target, and by how much.
///
/// Margins are told in the measure of the target and are never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// The figure is one that the target allows.
    Satisfied {
        /// How far it lies from the nearest limit.
        #[serde(serialize_with = "serialize_decimal")]
        margin: Decimal,
    },
    /// The figure is one that the target does not allow.
    Missed {
        /// How far it lies from the nearest limit; 0 where the limit itself is not enough (超过).
        #[serde(serialize_with = "serialize_decimal")]
        margin: Decimal,
    },
    /// The target has no number of its own (增速高于全省平均), or the margin does not fit the decimal type.
    Undetermined,
}

/// How a later target stands to an earlier one of the same indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It allows less than before.
    Tightened,
    /// It allows more than before.
    Loosened,
    /// It allows the same as before.
    Same,
    /// Neither holds: another kind, measures that do not convert, or ranges of which neither holds the other.
    Incomparable,
}

/// How strictly targets are judged.
///
/// ```
/// use fenjie::Judging;
///
/// let strict = Judging { tolerance: "0.01".parse().unwrap(), ..Judging::default() };
/// assert!(strict.over_fulfilment);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Judging {
    /// How far `approx` (左右, 约) may be off, as a share of the value; 0.05 by default, so that 6%左右 is 5.7 to 6.3.
    pub tolerance: Decimal,
    /// Whether a bare number (新建7所) is also reached by a better figure: more, and in a ranking a place further up.
    /// True by default; otherwise it is reached by that number alone.
    pub over_fulfilment: bool,
}

impl Default for Judging {
    fn default() -> Self {
        Self { tolerance: Decimal::new(5, 2), over_fulfilment: true }
    }
}

/// One end of a range of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Limit {
    value: Decimal,
    inclusive: bool,
}

/// The figures that a target allows; no limit is no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Range {
    low: Option<Limit>,
    high: Option<Limit>,
}

impl Range {
    fn new(target: &Target, judging: &Judging) -> Option<Self> {
        let value = target.value?;
        let at = |inclusive| Some(Limit { value, inclusive });
        let (low, high) = match target.comparator {
            Comparator::Eq if !judging.over_fulfilment => (at(true), at(true)),
            Comparator::Eq if target.kind == TargetKind::Rank => (None, at(true)),
            Comparator::Eq | Comparator::Ge => (at(true), None),
            Comparator::Gt => (at(false), None),
            Comparator::Le => (None, at(true)),
            Comparator::Lt => (None, at(false)),
            Comparator::Between => (at(true), Some(Limit { value: target.value_max?, inclusive: true })),
            Comparator::Approx => {
                let slack = value.abs().checked_mul(judging.tolerance)?;
                let limit = |value| Some(Limit { value, inclusive: true });
                (limit(value.checked_sub(slack)?), limit(value.checked_add(slack)?))
            }
            Comparator::InStep => return None,
        };
        Some(Self { low, high })
    }

    /// The same range in another measure.
    fn convert(self, from: &Measure, to: &Measure) -> Option<Self> {
        let convert = |limit: Option<Limit>| match limit {
            Some(limit) => Some(Some(Limit { value: from.convert(limit.value, to)?, ..limit })),
            None => Some(None),
        };
        Some(Self { low: convert(self.low)?, high: convert(self.high)? })
    }

    /// Whether every figure of `other` is also one of this range.
    fn holds(self, other: Self) -> bool {
        let wide =
            |outer: Option<Limit>, inner: Option<Limit>, beyond: fn(Decimal, Decimal) -> bool| match (outer, inner) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(outer), Some(inner)) => {
                    beyond(inner.value, outer.value)
                        || (inner.value == outer.value && (outer.inclusive || !inner.inclusive))
                }
            };
        wide(self.low, other.low, |inner, outer| inner > outer)
            && wide(self.high, other.high, |inner, outer| inner < outer)
    }

    fn verdict(self, actual: Decimal) -> Verdict {
        let above = self.low.map(|limit| (actual.checked_sub(limit.value), limit.inclusive));
        let below = self.high.map(|limit| (limit.value.checked_sub(actual), limit.inclusive));
        let mut least: Option<Decimal> = None;
        for (distance, inclusive) in [above, below].into_iter().flatten() {
            let Some(distance) = distance else { return Verdict::Undetermined };
            if distance.is_sign_negative() && !distance.is_zero() || (distance.is_zero() && !inclusive) {
                return Verdict::Missed { margin: distance.abs() };
            }
            least = Some(least.map_or(distance, |least| least.min(distance)));
        }
        least.map_or(Verdict::Undetermined, |margin| Verdict::Satisfied { margin: margin.abs() })
    }
}

impl Target {
    /// Whether the actual figure reaches this target, judged by the default [`Judging`].
    ///
    /// `actual` is told in the measure of the target and is of its kind: for a growth the growth, for a decline the
    /// decline as a positive number, for a rank the place.
    ///
    /// ```
    /// # fn target(fields: &str) -> fenjie::Target {
    /// #     let rest = r#""id":0,"task":0,"indicator":"新增学位","base":null,"reference":null,"strength":null,"within":null,
    /// #         "due":{"text":null,"date":null,"inferred":false},"quote":"","span":[0,0]"#;
    /// #     serde_json::from_str(&format!("{{{fields},{rest}}}")).unwrap()
    /// # }
    /// use fenjie::Verdict;
    ///
    /// // 新增学位3000个以上
    /// let places = target(r#""comparator":"ge","value":"3000","value_max":null,"measure":"个","kind":"level""#);
    /// assert_eq!(places.satisfied_by(3200.into()), Verdict::Satisfied { margin: 200.into() });
    /// assert_eq!(places.satisfied_by(2900.into()), Verdict::Missed { margin: 100.into() });
    ///
    /// // 位居全省前三
    /// let rank = target(r#""comparator":"le","value":"3","value_max":null,"measure":null,"kind":"rank""#);
    /// assert_eq!(rank.satisfied_by(2.into()), Verdict::Satisfied { margin: 1.into() });
    /// ```
    pub fn satisfied_by(&self, actual: Decimal) -> Verdict {
        self.satisfied_by_with(actual, &Judging::default())
    }

    /// The same, judged as strictly as `judging` says.
    ///
    /// ```
    /// # let fields = r#"{"id":0,"task":0,"indicator":"","comparator":"approx","value":"6","value_max":null,"measure":"%",
    /// #     "kind":"growth","base":null,"reference":null,"strength":null,"within":null,
    /// #     "due":{"text":null,"date":null,"inferred":false},"quote":"","span":[0,0]}"#;
    /// # let growth: fenjie::Target = serde_json::from_str(fields).unwrap();
    /// use fenjie::{Judging, Verdict};
    ///
    /// // 增长6%左右
    /// let wide = Judging { tolerance: "0.1".parse().unwrap(), ..Judging::default() };
    /// let actual = "5.5".parse().unwrap();
    /// assert!(matches!(growth.satisfied_by(actual), Verdict::Missed { .. }));
    /// assert!(matches!(growth.satisfied_by_with(actual, &wide), Verdict::Satisfied { .. }));
    /// ```
    pub fn satisfied_by_with(&self, actual: Decimal, judging: &Judging) -> Verdict {
        Range::new(self, judging).map_or(Verdict::Undetermined, |range| range.verdict(actual))
    }

    /// How `later` stands to this target; measures of one dimension are converted, and the strength of the wording and
    /// the deadline do not count. Whether both have the same indicator is for the caller to say.
    ///
    /// Two figures that are only stated as about so much (左右) compare like two bare numbers: the higher is the tighter.
    ///
    /// ```
    /// # fn target(value: &str, measure: &str) -> fenjie::Target {
    /// #     let fields = format!(r#"{{"id":0,"task":0,"indicator":"","comparator":"ge","value":"{value}","value_max":null,
    /// #         "measure":"{measure}","kind":"level","base":null,"reference":null,"strength":null,"within":null,
    /// #         "due":{{"text":null,"date":null,"inferred":false}},"quote":"","span":[0,0]}}"#);
    /// #     serde_json::from_str(&fields).unwrap()
    /// # }
    /// use fenjie::Change;
    ///
    /// let last_year = target("15000", "亩");
    /// assert_eq!(last_year.compare(&target("1200", "公顷")), Change::Tightened);
    /// assert_eq!(last_year.compare(&target("1000", "公顷")), Change::Same);
    /// assert_eq!(last_year.compare(&target("1000", "家")), Change::Incomparable);
    /// ```
    pub fn compare(&self, later: &Target) -> Change {
        if self.kind != later.kind {
            return Change::Incomparable;
        }
        if self.value.is_none() && later.value.is_none() {
            let same = (self.comparator, &self.reference) == (later.comparator, &later.reference);
            return if same && self.reference.is_some() { Change::Same } else { Change::Incomparable };
        }
        let (Some(before), Some(after)) = (comparable(self, later), comparable(later, self)) else {
            return Change::Incomparable;
        };
        let Some(after) = in_measure(after, later, self) else { return Change::Incomparable };
        match (before.holds(after), after.holds(before)) {
            (true, true) => Change::Same,
            (true, false) => Change::Tightened,
            (false, true) => Change::Loosened,
            (false, false) => Change::Incomparable,
        }
    }
}

/// The range of a target for comparing it with `other`.
fn comparable(target: &Target, other: &Target) -> Option<Range> {
    let both = target.comparator == Comparator::Approx && other.comparator == Comparator::Approx;
    if !both {
        return Range::new(target, &Judging::default());
    }
    let limit = Some(Limit { value: target.value?, inclusive: true });
    Some(Range { low: limit, high: None })
}

/// The range of `from`, told in the measure of `to`.
fn in_measure(range: Range, from: &Target, to: &Target) -> Option<Range> {
    if from.measure == to.measure {
        return Some(range);
    }
    range.convert(&Measure::of(from.measure.as_deref()?)?, &Measure::of(to.measure.as_deref()?)?)
}
