//! Targets whose figures count nothing, or whose indicators name nothing.

use rust_decimal::Decimal;

use super::{Oddity, Question, doubt, first};
use crate::model::{Diagnostic, Notice, Target, TargetKind};
use crate::text::chars::{has, is_close, is_han, is_open, is_stop};

/// From here on a number counts something even where no measure is printed: `7万以上重点群体`.
const GREAT: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// More characters than an indicator has.
const LONG: usize = 40;

const QUESTIONS: &[Question<Target>] = &[
    (counts_nothing, Oddity { en: "has a figure that counts nothing", zh: "的数值没有计量单位" }),
    (names_nothing, Oddity { en: "has an indicator that names nothing", zh: "没有完整的指标名称" }),
    (is_long, Oddity { en: "has a longer indicator than targets have", zh: "的指标名称过长" }),
];

pub(super) fn check(notice: &Notice) -> Vec<Diagnostic> {
    let odd = notice.targets.iter().filter_map(|target| {
        let odd = first(QUESTIONS, target)?;
        let quote = target.quote.as_str();
        Some(doubt(target.span, (&format!("the target `{quote}`"), &format!("目标“{quote}”")), odd))
    });
    odd.collect()
}

/// A small number without a measure, unless its indicator is one of those that have none.
fn counts_nothing(target: &Target) -> bool {
    const BARE: [&str; 8] = ["数", "值", "比", "差", "率", "指数", "系数", "得分"];
    let is_bare = || BARE.iter().any(|end| target.indicator.ends_with(end));
    let is_small = target.value.is_some_and(|value| value < GREAT);
    is_small && target.measure.is_none() && target.kind == TargetKind::Level && !is_bare()
}

/// An indicator with a single character, or with marks that no name has.
fn names_nothing(target: &Target) -> bool {
    let indicator = target.indicator.as_str();
    let depth = indicator.chars().map(|c| i32::from(is_open(c)) - i32::from(is_close(c))).sum::<i32>();
    let letters = indicator.chars().filter(|&c| is_han(c) || c.is_ascii_alphanumeric());
    letters.take(2).count() < 2 || depth != 0 || has(indicator, |c| is_stop(c) || matches!(c, '\t' | '|' | '\n'))
}

fn is_long(target: &Target) -> bool {
    target.indicator.chars().nth(LONG).is_some()
}
