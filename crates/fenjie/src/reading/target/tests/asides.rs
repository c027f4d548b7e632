//! Why quantities are no targets.

use super::super::{Context, read};

/// The quantities that are no targets, each with its reason.
fn asides(text: &str) -> Vec<(&str, &str)> {
    let context = Context { from: Some(2026), to: Some(2026), review: false };
    let asides = read(text, &context).asides;
    asides
        .into_iter()
        .map(|aside| (&text[aside.range], aside.reason.map_or("unread", |reason| reason.as_str())))
        .collect()
}

#[test]
fn every_quantity_that_is_no_target_says_why() {
    for (text, expected) in [
        ("3亿元以上项目超过300个", &[("3亿元以上", "size_class")][..]),
        ("覆盖率从72%提高到85%", &[("72%", "base")]),
        ("推进14个省级创新发展区建设", &[("14个", "existing")]),
        (
            "10月15日开工，推行“5个1”工作法，融入G15走廊",
            &[("10月15日", "date"), ("5个", "quoted"), ("1", "quoted"), ("15", "name")],
        ),
        ("对困难家庭每户补助4000元", &[("4000元", "per_head")]),
        ("给予最高50万元奖励", &[("最高50万元", "per_head")]),
        ("招用人员达到职工总数25%的，可以申请贷款", &[("25%", "condition")]),
        ("去年完成改造100个，今年新建公园12个", &[("100个", "history")]),
        ("开通24小时服务热线", &[("24小时", "duration")]),
        ("每项扣5分", &[("5分", "score")]),
        ("办好十件民生实事", &[("十件", "undertaking")]),
        ("新增学位7000个，城镇新增就业6万人以上", &[]),
    ] {
        let found: Vec<_> = asides(text).into_iter().filter(|(_, reason)| *reason != "per").collect();
        assert_eq!(found, expected, "{text}");
    }
}
