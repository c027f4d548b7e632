//! `fenjie quantities`.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use crate::common::Folder;

#[test]
fn every_line_in_gives_a_line_out() {
    let input = "新增学位1.2万个以上，其中农村5至8所。\r\n\n没有数字\n增长5%";
    let run = Folder::with([]).run_with_input(&["quantities", "-"], input.as_bytes());
    let rows = run.json();
    assert_eq!(rows.len(), 4);
    let first = &rows[0][0];
    assert_eq!((&first["text"], &first["value"]), (&"1.2万个以上".into(), &"12000".into()));
    assert_eq!((&first["comparator"], &first["measure"]), (&"ge".into(), &"个".into()));
    let span: Vec<_> = first["span"].as_array().unwrap().iter().map(|at| at.as_u64().unwrap() as usize).collect();
    assert_eq!(&input[span[0]..span[1]], "1.2万个以上");
    assert_eq!((&rows[0][1]["value"], &rows[0][1]["value_max"]), (&"5".into(), &"8".into()));
    assert_eq!((&rows[1], &rows[2]), (&serde_json::json!([]), &serde_json::json!([])));
    assert_eq!(rows[3][0]["measure"], "%");
}

#[test]
fn a_line_that_cannot_be_read_keeps_its_place() {
    let run =
        Folder::with([]).run_with_input(&["quantities", "-"], b"3\xe4\xb8\xaa\n\xd4\xf0\xc8\xce\n4\xe4\xb8\xaa\n");
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("error: <stdin>:2: not UTF-8 at byte 0"), "{}", run.err);
    let rows = run.json();
    assert_eq!(
        (&rows[0][0]["value"], &rows[1], &rows[2][0]["value"]),
        (&"3".into(), &serde_json::json!([]), &"4".into())
    );
}

#[test]
fn whoever_waits_for_an_answer_gets_it() {
    let folder = Folder::with([]);
    let mut command = folder.command(&["quantities", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut ask, mut answers) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for number in ["3", "40"] {
        ask.write_all(format!("{number}个\n").as_bytes()).unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert!(answer.contains(&format!("\"value\":\"{number}\"")), "{answer}");
    }
    drop(ask);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_missing_file_is_named() {
    let run = Folder::with([("a.txt", "3个".as_bytes())]).run(&["quantities", "gone.txt", "a.txt"]);
    assert_eq!((run.status, run.json().len()), (2, 1));
    assert_eq!(run.err, "error: gone.txt: no such file\n");
}
