//! How the time grows with the text: run by hand, in release.

#![allow(clippy::cast_precision_loss)] // times, to two digits

use std::time::Instant;

use super::super::Context;
use super::read;

#[test]
#[ignore = "prints times: run with --release --nocapture"]
fn growth() {
    let seeds = [
        "在3亿元以上项目",
        "12个",
        "新建12个学校、",
        "增长5%，",
        "高于全省平均、",
        "与经济增长同步",
        "“",
        "（其中5个）",
        "从5%提高到",
        "分别",
        "、",
        "为",
        "每12个",
        "推进2个",
        "完成投资12亿元和",
        "A级学校以上12家企业",
        "《",
        "10月底前",
        "增幅居全省第一位，",
        "一",
        "其中农村5个",
        "高于",
        "全面推进乡村振兴，持续深化改革，不断优化营商环境。",
        "新增学位7000个，城镇新增就业6万人以上，固定资产投资增长5%左右；",
        "5%和",
        "各",
        "均",
        "的目标",
    ];
    for seed in seeds {
        let times: Vec<f64> =
            [1usize << 12, 1 << 14, 1 << 16].iter().map(|&size| time(&seed.repeat(size / seed.len()))).collect();
        println!("{:>8.2} {:>8.2} {:>8.2} ns/byte  {seed}", times[0], times[1], times[2]);
    }
}

/// `FENJIE_TASKS` as for the annotated texts.
#[test]
#[ignore = "prints times: run with --release --nocapture"]
fn tasks() {
    let Ok(path) = std::env::var("FENJIE_TASKS") else { return };
    let given: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let texts: Vec<&str> = given["tasks"].as_array().unwrap().iter().filter_map(|task| task["text"].as_str()).collect();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let pass = || {
        let start = Instant::now();
        let count: usize = texts.iter().map(|text| read(text, &Context::default()).len()).sum();
        std::hint::black_box(count);
        start.elapsed().as_secs_f64() * 1e9 / bytes as f64
    };
    let best = (0..50).map(|_| pass()).fold(f64::INFINITY, f64::min);
    println!("{best:>8.2} ns/byte  {bytes} bytes of tasks");
    let stage = |name: &str, run: &dyn Fn(&str) -> usize| {
        let pass = || {
            let start = Instant::now();
            std::hint::black_box(texts.iter().map(|text| run(text)).sum::<usize>());
            start.elapsed().as_secs_f64() * 1e9 / bytes as f64
        };
        println!("{:>8.2} ns/byte  {name}", (0..50).map(|_| pass()).fold(f64::INFINITY, f64::min));
    };
    stage("without white space", &|text| super::super::compact::Compact::new(text).text.len());
    stage("may hold", &|text| usize::from(super::super::number::may_hold_target(text)));
    stage("quantities", &|text| crate::quantity::find_iter(text).count());
    stage("numbers", &|text| super::super::number::find(text).nums.len());
    stage("clauses", &|text| super::super::clause::split(text, &[]).clauses.len());
    stage("compares", &|text| usize::from(super::super::relative::may_compare(text)));
}

fn time(text: &str) -> f64 {
    let start = Instant::now();
    let count = read(text, &Context::default()).len();
    std::hint::black_box(count);
    start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
}
