//! What python-docx, openpyxl, xlwt and reportlab make of the notice in `office/notice.py`.

use std::path::{Path, PathBuf};

use fenjie::{Basis, Code, Document, Notice};

use crate::made;
use crate::told::{open, parse, tasks};

/// What everyone says who tells the notice with its tasks.
const TASKS: [&str; 5] = [
    "1|改造农村公路86公里，加固危桥5座。|顾远舟|县交通运输局|县财政局、各乡镇政府|农村公路 Eq 86 公里；危桥 Eq 5 座",
    "2|增设城乡公交站亭40个。|顾远舟|县交通运输局|县公安局|城乡公交站亭 Eq 40 个",
    "3|新增公办学位1800个，其中学前学位600个。|林知夏|县教育局|县自然资源局|新增公办学位 Eq 1800 个；学前学位 Eq 600 个",
    "4|家庭医生签约率≥70%。|林知夏|县卫生健康局|各乡镇政府|家庭医生签约率 Ge 70 %",
    "5|开办助餐点12处，每处每日供餐60份以上。|林知夏|县民政局|县财政局|助餐点 Eq 12 处；每处每日供餐 Ge 60 份",
];

/// The months in which they are due.
const DUE: [&str; 5] = ["2026年10月", "2026年8月", "2026年8月", "2026年12月", "2026年6月"];

/// What follows where the annex has a second table.
const INDICATORS: [&str; 2] = [
    "1|规模以上工业增加值增长||县工业和信息化局|县统计局|规模以上工业增加值 Eq 7 %",
    "2|城镇污水处理率||县住房和城乡建设局||城镇污水处理率 Eq 96.5 %",
];

/// The annex under its many names, and whether it has the second table.
const ANNEXES: [(&str, bool); 8] = [
    ("附件1.docx", true),
    ("附件1：2026年实事任务分工表.xlsx", true),
    ("%E9%99%84%E4%BB%B61.xls", true),
    ("附件_1（任务）.csv", false),
    ("2026年实事 任务分工表.csv", false),
    ("附件一;分号.csv", false),
    ("附件1 (2).txt", false),
    ("附件1-任务分工表.pdf", false),
];

fn folder() -> Option<PathBuf> {
    made().map(|folder| folder.join("office"))
}

/// Asserts that a notice says all that it should, and lacks the one attachment that nobody has.
fn assert_told(notice: &Notice, indicators: bool, name: &str) {
    let expected: Vec<&str> = TASKS.iter().chain(INDICATORS.iter().filter(|_| indicators)).copied().collect();
    assert_eq!(tasks(notice), expected, "{name}");
    let due: Vec<_> = notice.tasks().filter_map(|task| task.due.as_ref()?.text.clone()).collect();
    assert_eq!(due, DUE, "{name}");
    // The last indicator has one body, which the rule is not needed for.
    let mut ruled = notice.assignments.iter().filter(|row| row.task.index() < TASKS.len());
    assert!(ruled.all(|row| row.basis == Basis::FirstListed), "{name}");
}

fn with_page(folder: &Path, annex: Document) -> Notice {
    let mut whole = open(&folder.join("page.html"));
    whole.join(annex).unwrap();
    parse(&whole)
}

fn missing(notice: &Notice) -> Vec<&str> {
    let missing = notice.diagnostics.iter().filter(|found| found.code == Code::MissingAttachment);
    missing.map(|found| notice.text(found.span)).collect()
}

#[test]
fn a_document_with_all_that_word_can_do_says_the_same() {
    let Some(folder) = folder() else { return };
    assert_told(&parse(&open(&folder.join("whole.docx"))), false, "whole.docx");
}

#[test]
fn the_rule_of_the_page_holds_in_every_annex() {
    let Some(folder) = folder() else { return };
    for (name, indicators) in ANNEXES {
        let notice = with_page(&folder, open(&folder.join(name)));
        assert_told(&notice, indicators, name);
        assert_eq!(missing(&notice), ["实事联络员名单"], "{name}");
    }
}

#[test]
fn a_page_and_its_annex_are_packed_together() {
    let Some(folder) = folder() else { return };
    let notice = parse(&open(&folder.join("download.zip")));
    assert_told(&notice, true, "download.zip");
    assert_eq!(missing(&notice), ["实事联络员名单"]);
    let header = &notice.header;
    assert_eq!(header.document_number.as_ref().map(|number| &*number.text), Some("棠政办发〔2026〕6号"));
    assert_eq!(header.issuer.as_deref(), Some("棠河县人民政府办公室"));
}

#[test]
fn the_words_are_those_that_a_reader_sees() {
    let Some(folder) = folder() else { return };
    for (snapshot, name) in [
        ("whole_docx", "whole.docx"),
        ("numbering_docx", "numbering.docx"),
        ("annex_docx", "附件1.docx"),
        ("annex_xlsx", "附件1：2026年实事任务分工表.xlsx"),
        ("annex_xls", "%E9%99%84%E4%BB%B61.xls"),
        ("annex_csv", "附件_1（任务）.csv"),
    ] {
        insta::assert_snapshot!(snapshot, open(&folder.join(name)).text);
    }
}
