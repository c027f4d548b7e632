//! Days and words, by example; that a deadline means the same day wherever it stands is a property of whole notices.

use super::*;

const YEARS: Years = Years { from: Some(2026), to: Some(2026) };

fn day(text: &str) -> Option<String> {
    last_day(text, YEARS).map(|date| date.to_string())
}

fn in_prose(text: &str) -> Option<(&str, Option<String>)> {
    deadlines(text)
        .next()
        .map(|(at, time)| (&text[at..at + time.length], time.last_day(YEARS).map(|date| date.to_string())))
}

#[test]
fn a_place_for_deadlines_holds_words_and_days() {
    for (text, expected) in [
        ("6月底完成", Some("2026-06-30")),
        ("2027年2月底前", Some("2027-02-28")),
        ("2026 年 6 月底前", Some("2026-06-30")),
        ("10月中旬", Some("2026-10-20")),
        ("10月中旬前", Some("2026-10-20")),
        ("第三季度", Some("2026-09-30")),
        ("年内持续推进", Some("2026-12-31")),
        ("今年底前", Some("2026-12-31")),
        ("今年年底前完成", Some("2026-12-31")),
        ("明年6月底前", Some("2027-06-30")),
        ("明年上半年", Some("2027-06-30")),
        ("力争于9月份投入使用", Some("2026-09-30")),
        ("2026.6.30", Some("2026-06-30")),
        ("2026-11-05前", Some("2026-11-05")),
        ("11月至明年3月前", Some("2027-02-28")),
        ("11月至3月", Some("2027-03-31")),
        ("2026年1月至6月", Some("2026-06-30")),
        ("1—12月", Some("2026-12-31")),
        ("二〇二六年十月", Some("2026-10-31")),
        ("三年内", Some("2028-12-31")),
        ("持续推进", None),
        ("长期坚持", None),
        ("每月25日前", None),
        ("立即办理", None),
        ("全年推进", None),
        ("春节前", None),
        ("6个月内", None),
    ] {
        assert!(is_deadline(text), "{text}");
        assert_eq!(day(text).as_deref(), expected, "{text}");
    }
    for body in ["市财政局", "各区县政府", "3家企业", "全市各单位", "5月龄以上"] {
        assert!(!is_deadline(body), "{body}");
    }
    assert_eq!(day("6月底前出台政策，11月底前完成").as_deref(), Some("2026-11-30"), "the last of several");
}

#[test]
fn prose_sets_a_deadline_where_it_says_so() {
    for (text, words, date) in [
        ("确保项目10月底前开工", "10月底前", "2026-10-31"),
        ("三年内产值破千亿", "三年内", "2028-12-31"),
        ("未来五年撬动投资", "未来五年", "2030-12-31"),
        ("2027年底前建成", "2027年底前", "2027-12-31"),
        ("到2030年达到90%", "到2030年", "2030-12-31"),
        ("到2030年底达到90%", "到2030年底", "2030-12-31"),
        ("到“十五五”末达到90%", "到“十五五”末", "2030-12-31"),
        ("年内建成", "年内", "2026-12-31"),
        ("6月前开工", "6月前", "2026-05-31"),
        ("9月15日前完成", "9月15日前", "2026-09-15"),
        ("明年6月底前完成", "明年6月底前", "2027-06-30"),
        ("上半年完成", "上半年", "2026-06-30"),
        ("第三季度末完成", "第三季度末", "2026-09-30"),
        ("十二月底前完成", "十二月底前", "2026-12-31"),
        ("８月底前完成", "８月底前", "2026-08-31"),
    ] {
        assert_eq!(in_prose(text), Some((words, Some(date.to_owned()))), "{text}");
    }
    for text in [
        "2026年新建学校3所",
        "3月开展活动",
        "三年行动",
        "前三季度增长5%",
        "对标国内一流",
        "每月底前报送",
        "较2025年底提高",
        "至少5家",
    ] {
        assert_eq!(in_prose(text), None, "{text}");
    }
}

#[test]
fn a_part_of_several_years_tells_only_what_is_printed() {
    let years = Years { from: Some(2026), to: Some(2030) };
    let day = |text| last_day(text, years).map(|date| date.to_string());
    assert_eq!(day("三年内").as_deref(), Some("2028-12-31"));
    assert_eq!(day("明年6月底前").as_deref(), Some("2027-06-30"));
    assert_eq!(day("2028年6月底前").as_deref(), Some("2028-06-30"));
    assert_eq!(day("6月底前"), None);
}
