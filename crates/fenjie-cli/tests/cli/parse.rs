//! `fenjie parse`.

use crate::common::{DOUBTFUL, Folder, PLAIN};
use fenjie::Notice;

#[test]
fn the_outline_goes_from_official_to_unit() {
    let folder = Folder::with([("plain.txt", PLAIN.as_bytes())]);
    let run = folder.run(&["parse", "plain.txt"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    let order = [
        "云溪市2025年重点工作任务分解",
        "周明 副市长 牵头",
        "1 新建口袋公园3座以上。",
        "lead 市城管局",
        "2 修缮老旧桥梁5座。",
        "lead 市交通局",
        "with 市财政局、各县区政府",
        "2 tasks, 1 official, 4 units",
    ];
    let places: Vec<_> =
        order.iter().map(|words| run.out.find(words).unwrap_or_else(|| panic!("{words}:\n{}", run.out))).collect();
    assert!(places.is_sorted(), "{}", run.out);
}

#[test]
fn a_long_task_is_cut_unless_its_whole_text_is_asked_for() {
    let text = PLAIN.replace("3座以上", &format!("3座以上，{}末", "完善设施，".repeat(60)));
    let folder = Folder::with([("long.txt", text.as_bytes())]);
    let cut = folder.run(&["parse", "long.txt"]).out;
    assert!(cut.contains('…') && !cut.contains('末'), "{cut}");
    let full = folder.run(&["parse", "--full", "long.txt"]).out;
    assert!(full.contains('末') && !full.contains('…'), "{full}");
}

#[test]
fn the_rule_and_the_words_stand_below_what_they_gave() {
    let folder = Folder::with([("plain.txt", PLAIN.as_bytes())]);
    let run = folder.run(&["parse", "--why", "plain.txt"]);
    let lines: Vec<_> = run.out.lines().map(str::trim).collect();
    let below = |line: &str| {
        let at = lines.iter().position(|found| found.starts_with(line)).unwrap_or_else(|| panic!("{}", run.out));
        lines[at + 1]
    };
    assert!(below("lead 市城管局").starts_with("sole: "), "{}", run.out);
    assert!(below("lead 市交通局").starts_with("stated: "), "{}", run.out);
    assert!(below("with 市财政局").starts_with("stated: "), "{}", run.out);
    assert!(below("goal 新建口袋公园").starts_with("stated: "), "{}", run.out);
    for words in ["label “责任单位”", "label “配合单位”", "“新建口袋公园3座以上”"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    let without = folder.run(&["parse", "plain.txt"]).out;
    assert!(!without.contains("sole: ") && without.lines().all(|line| run.out.contains(line)), "{}", run.out);
    let json = folder.run(&["parse", "--format", "json", "plain.txt"]).out;
    assert_eq!(folder.run(&["parse", "--why", "--format", "json", "plain.txt"]).out, json);
    assert!(folder.run(&["parse", "--why", "--lang", "zh", "plain.txt"]).out.contains("栏目 “责任单位”"));
}

#[test]
fn the_json_is_the_notice_with_the_name_of_its_file() {
    let folder = Folder::with([("plain.txt", PLAIN.as_bytes())]);
    let run = folder.run(&["parse", "--format", "json", "plain.txt"]);
    assert_eq!(run.json()[0]["file"], "plain.txt");
    let read: Notice = serde_json::from_str(&run.out).unwrap();
    assert_eq!(read.with_source(PLAIN).unwrap(), fenjie::parse(PLAIN));
    let pretty = folder.run(&["parse", "--format", "json", "--pretty", "plain.txt"]).out;
    assert!(pretty.lines().count() > 20);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&pretty).unwrap(), run.json()[0]);
}

#[test]
fn several_files_are_a_line_each() {
    let folder = Folder::with([("plain.txt", PLAIN.as_bytes()), ("doubtful.txt", DOUBTFUL.as_bytes())]);
    let rows = folder.run(&["parse", "--format", "json", "plain.txt", "doubtful.txt"]).json();
    let files: Vec<_> = rows.iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["plain.txt", "doubtful.txt"]);
}
