//! How the time grows with the text: run by hand, in release.

use std::time::Instant;

use super::super::{Context, read};

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

fn time(text: &str) -> f64 {
    let start = Instant::now();
    let count = read(text, &Context::default()).len();
    std::hint::black_box(count);
    start.elapsed().as_secs_f64() * 1e9 / text.len() as f64
}
