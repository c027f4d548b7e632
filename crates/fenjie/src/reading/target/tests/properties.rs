//! What holds for every text.

use proptest::prelude::*;

use super::super::{Context, TargetReading, Wording};
use super::read;
use crate::model::TargetKind;

/// Scraps of the genre, put together at random: most of what goes wrong is a mark or a word out of place.
const SCRAPS: [&str; 64] = [
    "新增",
    "学位",
    "完成",
    "投资",
    "增长",
    "覆盖率",
    "达到",
    "力争",
    "确保",
    "分别",
    "均",
    "各",
    "其中",
    "从",
    "提高到",
    "高于",
    "全省平均",
    "与",
    "经济增长",
    "同步",
    "居全省",
    "前三",
    "第4位",
    "以上",
    "左右",
    "以内",
    "不少于",
    "超过",
    "10月底前",
    "三年内",
    "到2027年",
    "5%",
    "12个",
    "3.5万户",
    "1,100万人次",
    "2亿元",
    "80家",
    "0.5",
    "九成",
    "翻一番",
    "百余",
    "每立方米",
    "25微克",
    "、",
    "，",
    "。",
    "；",
    "和",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    " ",
    "\u{3000}",
    "的",
    "在",
    "为",
    "一是",
    "G60",
    "\n",
    "占",
    "PM2.5",
];

fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&SCRAPS[..]), 0..40).prop_map(|scraps| scraps.concat())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let context = Context { from: Some(2026), to: Some(2026), review: false };
    let readings = read(text, &context);
    for (at, target) in readings.iter().enumerate() {
        in_bounds(text, target)?;
        prop_assert!(target.within.is_none_or(|within| within < at), "a part before its whole in {text:?}");
        prop_assert_eq!(
            target.value.is_none(),
            target.kind == TargetKind::Relative && target.measure.is_none(),
            "in {:?}",
            text
        );
        prop_assert_eq!(target.reference.is_some(), target.kind == TargetKind::Relative, "in {:?}", text);
        prop_assert!(target.value_max.is_none() || target.value.is_some());
    }
    prop_assert_eq!(&readings, &read(text, &context), "read twice alike");
    Ok(())
}

fn in_bounds(text: &str, target: &TargetReading) -> Result<(), TestCaseError> {
    let printed = match &target.indicator {
        Wording::Printed(range) => Some(range),
        Wording::Composed(_) => None,
    };
    let ranges = [printed, Some(&target.quote), target.reference.as_ref(), target.due.as_ref().map(|due| &due.words)];
    for range in ranges.into_iter().flatten() {
        prop_assert!(text.get(range.clone()).is_some(), "{:?} is no range of {:?}", range, text);
    }
    prop_assert!(!target.quote.is_empty(), "nothing is quoted in {:?}", text);
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_prose_of_the_genre_is_read(text in prose()) {
        check(&text)?;
    }

    #[test]
    fn white_space_changes_nothing(text in prose().prop_map(|text| text.replace(['\n', ' ', '\u{3000}'], "")), at in any::<prop::sample::Index>()) {
        // Beside Latin letters and digits a space may keep words apart.
        let apart = |at: usize| text[..at].ends_with(|c: char| c.is_ascii()) || text[at..].starts_with(|c: char| c.is_ascii());
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).filter(|&at| !apart(at)).collect();
        let Some(&at) = places.get(at.index(places.len().max(1))) else { return Ok(()) };
        let spaced = format!("{} {}", &text[..at], &text[at..]);
        let context = Context::default();
        let values = |text: &str| -> Vec<_> { read(text, &context).into_iter().map(|target| (target.value, target.comparator, target.kind, target.measure)).collect() };
        prop_assert_eq!(values(&text), values(&spaced), "{:?}", spaced);
    }

    #[test]
    fn a_stated_target_reads_back(value in 1u32..100_000, measure in prop::sample::select(&["个", "家", "公里", "%", "元", "人次"][..]), bound in prop::sample::select(&["", "以上", "左右"][..])) {
        let text = format!("甲湖区便民驿站{value}{measure}{bound}。");
        let readings = read(&text, &Context::default());
        prop_assert_eq!(readings.len(), 1);
        prop_assert_eq!(readings[0].value, Some(value.into()));
        prop_assert_eq!(readings[0].measure.as_deref(), Some(measure));
        prop_assert_eq!(readings[0].indicator.of(&text), "甲湖区便民驿站");
    }
}
