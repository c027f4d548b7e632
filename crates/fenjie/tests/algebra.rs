//! The algebra of targets: a table of cases, and what holds of all targets.

use fenjie::{Change, Comparator, Decimal, Due, Judging, Span, Target, TargetId, TargetKind, TaskId, Verdict};
use proptest::prelude::*;

fn target(comparator: Comparator, value: &str, measure: &str, kind: TargetKind) -> Target {
    let (value, value_max) = value.split_once('~').map_or((value, None), |(low, high)| (low, Some(high)));
    let number = |text: &str| text.parse::<Decimal>().ok();
    Target {
        rule: fenjie::TargetRule::Stated,
        id: TargetId(0),
        task: TaskId(0),
        indicator: "指标".into(),
        comparator,
        value: number(value),
        value_max: value_max.and_then(number),
        measure: (!measure.is_empty()).then(|| measure.into()),
        kind,
        base: None,
        reference: None,
        strength: None,
        due: Due::default(),
        within: None,
        quote: "".into(),
        span: Span::default(),
        ground: None,
    }
}

/// `+n` satisfied by n, `-n` missed by n.
fn told(verdict: Verdict) -> String {
    match verdict {
        Verdict::Satisfied { margin } => format!("+{}", margin.normalize()),
        Verdict::Missed { margin } => format!("-{}", margin.normalize()),
        Verdict::Undetermined => "?".to_owned(),
    }
}

#[test]
fn verdicts() {
    use Comparator as C;
    use TargetKind as K;
    let cases = [
        (C::Ge, "100", K::Level, "100", "+0"),
        (C::Ge, "100", K::Level, "99.5", "-0.5"),
        (C::Gt, "100", K::Level, "100", "-0"),
        (C::Gt, "100", K::Level, "101", "+1"),
        (C::Le, "5", K::Level, "4.8", "+0.2"),
        (C::Le, "5", K::Level, "5.1", "-0.1"),
        (C::Lt, "5", K::Level, "5", "-0"),
        (C::Eq, "7", K::Level, "8", "+1"),
        (C::Eq, "7", K::Level, "6", "-1"),
        (C::Eq, "10", K::Decline, "12", "+2"),
        (C::Eq, "4", K::Rank, "3", "+1"),
        (C::Eq, "4", K::Rank, "5", "-1"),
        (C::Le, "3", K::Rank, "4", "-1"),
        (C::Approx, "6", K::Growth, "5.7", "+0"),
        (C::Approx, "6", K::Growth, "6.1", "+0.2"),
        (C::Approx, "6", K::Growth, "5", "-0.7"),
        (C::Approx, "-10", K::Growth, "-10.2", "+0.3"),
        (C::Between, "35~50", K::Level, "40", "+5"),
        (C::Between, "35~50", K::Level, "52", "-2"),
        (C::Gt, "", K::Relative, "5", "?"),
        (C::InStep, "", K::Relative, "5", "?"),
        (C::Ge, "79228162514264337593543950335", K::Level, "-1", "?"),
    ];
    for (comparator, value, kind, actual, expected) in cases {
        let verdict = target(comparator, value, "个", kind).satisfied_by(actual.parse().unwrap());
        assert_eq!(told(verdict), expected, "{comparator:?} {value} {kind:?} by {actual}");
    }
}

#[test]
fn a_bare_number_may_be_taken_at_its_word() {
    let strict = Judging { over_fulfilment: false, ..Judging::default() };
    let seven = target(Comparator::Eq, "7", "所", TargetKind::Level);
    assert_eq!(told(seven.satisfied_by_with(8.into(), &strict)), "-1");
    assert_eq!(told(seven.satisfied_by_with(7.into(), &strict)), "+0");
}

#[test]
fn changes() {
    use Change::{Incomparable, Loosened, Same, Tightened};
    use Comparator as C;
    use TargetKind as K;
    let cases = [
        ((C::Ge, "300", "个"), (C::Ge, "320", "个"), K::Level, Tightened),
        ((C::Ge, "300", "个"), (C::Gt, "300", "个"), K::Level, Tightened),
        ((C::Gt, "300", "个"), (C::Ge, "300", "个"), K::Level, Loosened),
        ((C::Eq, "300", "个"), (C::Ge, "300", "个"), K::Level, Same),
        ((C::Le, "5", "%"), (C::Le, "4.5", "%"), K::Level, Tightened),
        ((C::Le, "5", "%"), (C::Lt, "5", "%"), K::Level, Tightened),
        ((C::Le, "5", "%"), (C::Ge, "5", "%"), K::Level, Incomparable),
        ((C::Le, "3", "位"), (C::Le, "5", "位"), K::Rank, Loosened),
        ((C::Eq, "4", ""), (C::Eq, "3", ""), K::Rank, Tightened),
        ((C::Approx, "6", "%"), (C::Approx, "6.5", "%"), K::Growth, Tightened),
        ((C::Approx, "6", "%"), (C::Approx, "6", "%"), K::Growth, Same),
        ((C::Approx, "100", "家"), (C::Ge, "90", "家"), K::Level, Loosened),
        ((C::Between, "30~50", "名"), (C::Between, "35~45", "名"), K::Level, Tightened),
        ((C::Between, "30~50", "名"), (C::Between, "40~60", "名"), K::Level, Incomparable),
        ((C::Ge, "1.5", "公里"), (C::Ge, "1600", "米"), K::Level, Tightened),
        ((C::Ge, "15000", "亩"), (C::Ge, "1000", "公顷"), K::Level, Same),
        ((C::Ge, "3", "倍"), (C::Ge, "250", "%"), K::Level, Loosened),
        ((C::Le, "3", "吨标准煤/万元"), (C::Le, "0.2", "千克标准煤/元"), K::Level, Tightened),
        ((C::Ge, "100", "元"), (C::Ge, "100", "美元"), K::Level, Incomparable),
        ((C::Ge, "100", "家"), (C::Ge, "100", ""), K::Level, Incomparable),
        ((C::Ge, "100", "家"), (C::Ge, "", "家"), K::Level, Incomparable),
    ];
    for (before, after, kind, expected) in cases {
        let [earlier, later] =
            [before, after].map(|(comparator, value, measure)| target(comparator, value, measure, kind));
        assert_eq!(earlier.compare(&later), expected, "{before:?} to {after:?}");
    }
    let growth = target(C::Ge, "5", "%", K::Growth);
    assert_eq!(growth.compare(&target(C::Ge, "5", "%", K::Decline)), Incomparable);
    let relative = |reference: &str| {
        let mut target = target(C::Gt, "", "", K::Relative);
        target.reference = Some(reference.into());
        target
    };
    assert_eq!(relative("全省平均").compare(&relative("全省平均")), Same);
    assert_eq!(relative("全省平均").compare(&relative("面上")), Incomparable);
}

fn any_target() -> impl Strategy<Value = Target> {
    use Comparator as C;
    let comparators = prop::sample::select(vec![C::Eq, C::Ge, C::Gt, C::Le, C::Lt, C::Approx, C::Between]);
    let measures = prop::sample::select(vec!["公里", "米"]);
    (comparators, measures, -50_i32..50, 1_i32..50).prop_map(|(comparator, measure, low, width)| {
        let value = if comparator == C::Between { format!("{low}~{}", low + width) } else { low.to_string() };
        target(comparator, &value, measure, TargetKind::Level)
    })
}

proptest! {
    #[test]
    fn what_reaches_the_tighter_reaches_the_looser(a in any_target(), b in any_target(), actual in -60_000_i32..60_000) {
        prop_assume!(!(a.comparator == Comparator::Approx && b.comparator == Comparator::Approx));
        let reaches = |target: &Target| {
            let metres = target.measure.as_deref() == Some("米");
            let actual = Decimal::from(actual) / Decimal::from(if metres { 1 } else { 1000 });
            matches!(target.satisfied_by(actual), Verdict::Satisfied { .. })
        };
        let change = a.compare(&b);
        prop_assert!(change != Change::Tightened || !reaches(&b) || reaches(&a));
        prop_assert!(change != Change::Loosened || !reaches(&a) || reaches(&b));
        prop_assert!(change != Change::Same || reaches(&a) == reaches(&b));
    }

    #[test]
    fn changes_mirror(a in any_target(), b in any_target()) {
        let mirrored = match b.compare(&a) {
            Change::Tightened => Change::Loosened,
            Change::Loosened => Change::Tightened,
            other => other,
        };
        prop_assert_eq!(a.compare(&b), mirrored);
        prop_assert_eq!(a.compare(&a), Change::Same);
    }
}
