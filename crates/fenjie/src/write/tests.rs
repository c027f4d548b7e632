//! The forms of the canonical text, one by one.

use crate::parse;

/// The canonical text of a notice, which is read as the notice and written again as it is.
fn written(text: &str) -> String {
    let written = parse(text).to_text();
    assert_eq!(parse(&written).to_text(), written, "{text}");
    written
}

/// What is written below the words of an item.
fn below(item: &str) -> String {
    written(item).split_once('\n').map_or_else(String::new, |(_, below)| below.trim_end().to_owned())
}

#[test]
fn every_basis_has_its_form() {
    for (item, lines) in [
        ("1.办好食堂（市教育局）。", "责任单位：市教育局"),
        ("1.办好食堂（市教育局、市财政局按职责分工负责）。", "责任单位：市教育局、市财政局共同负责"),
        ("1.办好食堂。\n责任单位：市教育局、财政局", "责任单位：市教育局、市财政局"),
        ("1.办好食堂（市教育局、市财政局牵头，市人社局配合）。", "牵头单位：市教育局、市财政局\n配合单位：市人社局"),
        ("1.办好食堂。\n责任单位：市教育局、市财政局，6月底完成", "责任单位：市教育局、市财政局\n完成时限：6月底完成"),
        ("1.办好食堂。\n责任领导：周明副市长\n责任单位：市教育局", "责任领导：周明副市长\n责任单位：市教育局"),
        (
            "1.办好食堂。\n责任单位：市政务办（市公管办）、东湖区、西湖区政府",
            "责任单位：市政务办（市公管办）、东湖区政府、西湖区政府",
        ),
    ] {
        assert_eq!(below(item), lines, "{item}");
    }
}

#[test]
fn rules_stand_where_they_are_read() {
    let text = "云溪市人民政府\n2025年3月4日\n1.办好食堂。\n责任单位：市教育局、市财政局（列第一位的为牵头单位，下同）\n\
                2.修好桥。\n责任单位：市交通局，各区县政府（含南新区管委会，下同）\n";
    let written = written(text);
    assert!(
        written.starts_with("列第一位的为牵头单位。\n") || written.starts_with("列第一位的为牵头单位，下同。\n"),
        "{written}"
    );
    assert!(written.contains("责任单位：市交通局、各区县政府（含南新区管委会，下同）\n"), "{written}");
}

#[test]
fn a_task_that_names_nobody_stays_one() {
    let written = written("1.办好食堂。\n责任单位：市教育局\n2.修好桥。\n3.治好河。\n责任单位：市水务局");
    assert!(written.contains("2.修好桥。\n责任单位：/\n"), "{written}");
    assert_eq!(parse(&written).tasks.len(), 3);
}

#[test]
fn an_empty_notice_is_an_empty_text() {
    assert_eq!(parse("").to_text(), "");
}

#[test]
fn rows_that_answer_to_nobody_are_written() {
    written("承诺事项\n目标\n目标\n打\n幅");
}
