//! Scripts and notices as proptest strategies.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;

use crate::document::Document;
use crate::script::{PartScript, Script, SectionScript, TaskScript};

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..=most)
}

fn task() -> impl Strategy<Value = TaskScript> {
    (bytes(48), bytes(24)).prop_map(|(say, form)| TaskScript { say, form })
}

fn section() -> impl Strategy<Value = SectionScript> {
    (bytes(24), bytes(16), vec(task(), 1..5)).prop_map(|(say, form, tasks)| SectionScript { say, form, tasks })
}

fn part() -> impl Strategy<Value = PartScript> {
    (bytes(12), bytes(12), vec(section(), 1..4)).prop_map(|(say, form, sections)| PartScript { say, form, sections })
}

/// Scripts of one or two parts. Shrinking leaves out tasks, sections and parts, and makes every choice plainer.
pub fn scripts() -> impl Strategy<Value = Script> {
    let breaks = vec((any::<u16>(), any::<u8>()), 0..8);
    (bytes(28), bytes(24), bytes(24), breaks, vec(part(), 1..3)).prop_map(|(say, form, noise, breaks, parts)| Script {
        say,
        form,
        noise,
        breaks,
        parts,
    })
}

/// Well-formed notices as their authors typed them.
pub fn documents() -> impl Strategy<Value = Document> {
    scripts().prop_map(|script| Document::clean(&script))
}

/// Well-formed notices as pages, scanners and web sites leave them.
pub fn noisy_documents() -> impl Strategy<Value = Document> {
    scripts().prop_map(|script| Document::noisy(&script))
}

/// Texts made of the genre's fragments in any order.
pub fn fragments() -> impl Strategy<Value = String> {
    vec(fragment(), 0..120).prop_map(|fragments| fragments.concat())
}

fn fragment() -> impl Strategy<Value = String> {
    const STRUCTURE: [&str; 24] = [
        "责任单位：",
        "牵头单位:",
        "配合单位：",
        "任单位:",
        "部门分工：",
        "完成时限：",
        "责任领导：",
        "附件",
        "附件1",
        "抄送：",
        "牵头",
        "配合",
        "负责",
        "等有关部门",
        "各县（市、区）政府",
        "（列第一位的为牵头单位，下同）",
        "主抓重点工作",
        "副市长",
        "以下各区县政府均含",
        "均为同责单位",
        "发布时间：",
        "印发",
        "2025年3月4日",
        "云政办发〔2025〕7号",
    ];
    const MARKS: [&str; 26] = [
        "一、",
        "二、",
        "（一）",
        "（",
        "）",
        "(",
        ")",
        "〔",
        "1.",
        "2、",
        "①",
        "实事一：",
        "、",
        "，",
        "。",
        "；",
        "：",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "　",
        "\t",
        "\u{200b}",
        "\u{feff}",
        "—3—\n",
    ];
    const WORDS: [&str; 14] = [
        "市财政局",
        "市政务办（市公管办）",
        "映湖区、北麓区政府",
        "各区县政府",
        "推进港口建设",
        "新增学位",
        "1200个以上",
        "增长6.5%左右",
        "力争",
        "12.5亿元",
        "分别",
        "其中",
        "6月底前",
        "云溪市人民政府办公室关于印发",
    ];
    prop_oneof![
        3 => select(STRUCTURE.as_slice()).prop_map(str::to_owned),
        4 => select(MARKS.as_slice()).prop_map(str::to_owned),
        3 => select(WORDS.as_slice()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => Just("全文".to_owned()),
    ]
}
