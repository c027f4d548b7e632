//! A target in a few words.

use std::fmt::Write as _;

use fenjie::{Comparator, Decimal, Strength, Target, TargetKind};

use crate::args::Lang;

/// The target as `indicator growth ≥ 200亿 元`.
pub(crate) fn target(target: &Target, lang: Lang) -> String {
    let mut words = target.indicator.to_string();
    let kind = match target.kind {
        TargetKind::Growth => lang.pick(" growth", " 增长"),
        TargetKind::Decline => lang.pick(" decline", " 下降"),
        TargetKind::Rank => lang.pick(" rank", " 位次"),
        TargetKind::Level | TargetKind::Relative => "",
    };
    words.push_str(kind);
    if let Some(base) = target.base {
        let _ = write!(words, " {} {} →", lang.pick("from", "从"), amount(base));
    }
    words.push_str(sign(target.comparator, lang));
    if let Some(value) = target.value {
        words.push_str(&amount(value));
    }
    if let Some(value) = target.value_max {
        let _ = write!(words, "–{}", amount(value));
    }
    for word in [&target.measure, &target.reference].into_iter().flatten() {
        let _ = write!(words, " {word}");
    }
    match target.strength {
        Some(Strength::Ensure) => words.push_str(lang.pick(", ensured", "（确保）")),
        Some(Strength::Strive) => words.push_str(lang.pick(", striven for", "（力争）")),
        None => {}
    }
    words
}

fn sign(comparator: Comparator, lang: Lang) -> &'static str {
    match comparator {
        Comparator::Eq => " = ",
        Comparator::Ge => " ≥ ",
        Comparator::Gt => " > ",
        Comparator::Le => " ≤ ",
        Comparator::Lt => " < ",
        Comparator::Approx => " ≈ ",
        Comparator::Between => " ",
        Comparator::InStep => lang.pick(" in step with", " 同步于"),
    }
}

/// A number as the genre writes it, with 亿 or 万 where that leaves at most four decimals; never rounded.
fn amount(value: Decimal) -> String {
    let value = value.normalize();
    for (power, name) in [(8, "亿"), (4, "万")] {
        let large = value.abs() >= Decimal::from(10_u64.pow(power));
        let moved = value.checked_mul(Decimal::new(1, power)).map(|moved| moved.normalize());
        if let Some(moved) = moved.filter(|moved| large && moved.scale() <= 4 && value.scale() == 0) {
            return format!("{moved}{name}");
        }
    }
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn an_amount_is_short_and_exact() {
        let short = |text: &str| amount(text.parse().unwrap());
        assert_eq!(short("20000000000"), "200亿");
        assert_eq!(short("12000"), "1.2万");
        assert_eq!(short("9999"), "9999");
        assert_eq!(short("123456789"), "12345.6789万");
        assert_eq!(short("12000.50"), "12000.5");
        assert_eq!(short("79228162514264337593543950335"), "7922816251426433759354395.0335万");
    }
}
