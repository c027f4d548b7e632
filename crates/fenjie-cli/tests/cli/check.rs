//! `fenjie check` and `fenjie explain`.

use crate::common::{DOUBTFUL, Folder, NOVEL, PLAIN};
use fenjie::Code;
use unicode_width::UnicodeWidthStr as _;

#[test]
fn the_status_says_how_grave_the_doubts_are() {
    let files =
        [("plain.txt", PLAIN.as_bytes()), ("doubtful.txt", DOUBTFUL.as_bytes()), ("novel.txt", NOVEL.as_bytes())];
    let folder = Folder::with(files);
    let status = |arguments: &[&str]| folder.run(&[&["check"], arguments].concat()).status;
    assert_eq!(status(&["plain.txt", "--deny", "notes"]), 0);
    assert_eq!(status(&["doubtful.txt"]), 0);
    assert_eq!(status(&["doubtful.txt", "--deny", "warnings"]), 1);
    assert_eq!(status(&["novel.txt", "plain.txt"]), 1);
    assert_eq!(status(&["novel.txt", "gone.txt"]), 2);
    assert_eq!(status(&["novel.txt", "--level", "errors", "--limit", "1"]), 1);
}

#[test]
fn a_doubt_is_underlined_below_its_own_words() {
    let folder = Folder::with([("doubtful.txt", DOUBTFUL.as_bytes())]);
    let run = folder.run(&["check", "doubtful.txt", "--level", "warnings"]);
    let found = &fenjie::parse(DOUBTFUL).diagnostics;
    let found = found.iter().find(|found| found.code == Code::MissingResponsibility).expect("it is found");
    let words = &DOUBTFUL[found.span.range()];
    let first = words.lines().next().unwrap();

    let place = format!("doubtful.txt:4:1: warning[missing-responsibility]: {}\n", found.message);
    assert!(run.out.contains(&place), "{}", run.out);
    let lines: Vec<_> = run.out.lines().collect();
    let quoted = lines.iter().position(|line| line.starts_with("4 | ")).expect("the line is quoted");
    let (line, below) = (lines[quoted], lines[quoted + 1]);
    let before = &line[..line.find(first).expect("it holds the words")];
    assert_eq!(below.find('^'), Some(before.width()), "{}", run.out);
    assert_eq!(below.matches('^').count(), first.width(), "{}", run.out);
    assert!(run.out.ends_with("read 2 of 2 names of bodies, 2 of 2 quantities\n"), "{}", run.out);
}

#[test]
fn the_lines_of_json_say_where() {
    let folder = Folder::with([("doubtful.txt", DOUBTFUL.as_bytes())]);
    let run = folder.run(&["check", "--format", "json", "--level", "warnings", "doubtful.txt"]);
    let rows = run.json();
    assert_eq!(rows.len(), 1, "{}", run.out);
    assert_eq!(rows[0]["file"], "doubtful.txt");
    assert_eq!(rows[0]["code"], "missing-responsibility");
    assert_eq!((&rows[0]["line"], &rows[0]["column"]), (&4.into(), &1.into()));
    assert!(rows[0]["end_column"].as_u64() > Some(1));
}

#[test]
fn the_language_is_the_option_or_else_the_environment() {
    let folder = Folder::with([("doubtful.txt", DOUBTFUL.as_bytes())]);
    let by_option = folder.run(&["check", "--lang", "zh", "doubtful.txt"]);
    assert!(by_option.out.contains("警告[missing-responsibility]"), "{}", by_option.out);
    let by_environment = folder.command(&["check", "doubtful.txt"]).env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert_eq!(by_environment.stdout, by_option.out.as_bytes());
}

#[test]
fn a_line_of_megabytes_is_shown_in_a_few_words() {
    let text = format!("云溪市2025年任务分解\n1.新建公园。{}任单位:市城管局", "绿化道路。".repeat(200_000));
    let folder = Folder::with([("long.txt", text.as_bytes())]);
    let run = folder.run(&["check", "long.txt"]);
    assert!(run.out.len() < 20_000, "{} bytes", run.out.len());
    assert!(run.out.lines().all(|line| line.width() <= 200), "{}", run.out);
}

#[test]
fn no_escape_sequence_of_a_text_reaches_the_terminal() {
    let text = DOUBTFUL.replace("桥梁", "桥\u{1b}[2J\u{202e}梁");
    let folder = Folder::with([("hostile.txt", text.as_bytes())]);
    for command in ["check", "parse"] {
        let run = folder.run(&[command, "--color", "always", "hostile.txt"]);
        assert!(run.out.contains("\u{1b}["), "colour was asked for");
        assert!(!run.out.contains("\u{1b}[2J") && !run.out.contains('\u{202e}'), "{:?}", run.out);
        assert!(!folder.run(&[command, "hostile.txt"]).out.contains('\u{1b}'), "colour was not asked for");
    }
}

#[test]
fn every_code_can_be_explained() {
    let folder = Folder::with([]);
    let list = folder.run(&["explain"]).out;
    assert_eq!(list.lines().count(), Code::ALL.len());
    for code in Code::ALL {
        assert!(list.contains(code.as_str()));
        let run = folder.run(&["explain", code.as_str(), "--lang", "zh"]);
        assert_eq!(run.status, 0);
        assert!(run.out.contains(fenjie::explain(*code).title_zh), "{}", run.out);
    }
}
