//! What the command does with files, whatever they say.

use std::io::Read as _;
use std::process::Stdio;

use crate::common::{DOUBTFUL, Folder, NOVEL, PLAIN, Run};

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_are_gone_on_with() {
    let cases: [(&str, &[u8], &str); 3] = [
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "error: picture.png: picture: it has no text"),
        ("program", b"\x7fELF\x02\0\0\0", "error: program: binary data, not text: a NUL byte at byte 5"),
        ("latin.txt", b"caf\xe9 au lait", "error: latin.txt: not UTF-8 at byte 3"),
    ];
    let folder = Folder::with([("good.txt", PLAIN.as_bytes())]);
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    for (name, content, _) in cases {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    for command in ["parse", "check"] {
        let run = folder.run(&[command, "picture.png", "program", "latin.txt", "gone.txt", "folder", "good.txt"]);
        assert_eq!(run.status, 2);
        for (_, _, message) in cases {
            assert!(run.err.contains(message), "{}", run.err);
        }
        assert!(run.err.contains("error: gone.txt: no such file\n"), "{}", run.err);
        assert!(run.err.contains("error: folder: is a directory"), "{}", run.err);
        assert_eq!(run.err.lines().count(), 5);
        assert!(run.out.contains("good.txt"), "{}", run.out);
    }
}

#[test]
fn a_hyphen_is_standard_input() {
    let folder = Folder::with([]);
    let run = folder.run_with_input(&["parse", "-"], PLAIN.as_bytes());
    assert_eq!((run.status, &*run.err), (0, ""));
    assert!(run.out.contains("市城管局"), "{}", run.out);
    let run = folder.run_with_input(&["check", "-"], NOVEL.as_bytes());
    assert_eq!(run.status, 1);
    assert!(run.out.contains("\n<stdin>: "), "{}", run.out);
}

#[test]
fn an_empty_file_is_no_failure_of_reading() {
    let folder = Folder::with([("empty.txt", b"")]);
    assert_eq!(folder.run(&["parse", "empty.txt"]).status, 0);
    assert!(folder.run(&["check", "empty.txt"]).status < 2);
}

#[test]
fn a_command_line_without_sense_has_status_2() {
    let folder = Folder::with([]);
    for arguments in
        [&["parse"][..], &["check", "--deny", "everything", "-"], &["translate"], &["explain", "no-such-code"]]
    {
        let run = folder.run(arguments);
        assert_eq!((run.status, &*run.out), (2, ""), "{arguments:?}");
        assert!(run.err.starts_with("error: "), "{}", run.err);
    }
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let text = DOUBTFUL.repeat(2_000);
    let folder = Folder::with([("long.txt", text.as_bytes())]);
    for arguments in
        [&["check", "--limit", "0", "long.txt"][..], &["parse", "long.txt"], &["parse", "--format", "json", "long.txt"]]
    {
        let mut child =
            folder.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command runs");
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let run = Run::of(child.wait_with_output().unwrap());
        assert_eq!((run.status, &*run.err), (0, ""), "{arguments:?}");
    }
}

#[test]
fn there_is_no_progress_bar_where_nobody_sees_it() {
    let folder = Folder::with([("good.txt", PLAIN.as_bytes())]);
    let run = folder.run(&[&["check"][..], &["good.txt"; 20]].concat());
    assert_eq!((run.status, &*run.err), (0, ""));
}

const PAGE: &str = "<html><body><h1>云溪市人民政府办公室关于印发任务清单的通知</h1>\
                    <p>责任单位中列首位的为牵头单位，其余为配合单位。</p><p>附件：任务清单</p></body></html>";

/// An annex in the encoding of a Chinese Windows; its second task is the third by its number.
fn annex() -> Vec<u8> {
    let text = "序号,工作任务,责任单位\n1,新建口袋公园3座。,市城管局、市财政局\n3,修缮老旧桥梁。,市城管局\n";
    text.chars().flat_map(gb18030).collect()
}

/// The few characters of the annex in GB18030; the others are ASCII.
fn gb18030(c: char) -> Vec<u8> {
    let table = [
        ('序', [0xd0, 0xf2]),
        ('号', [0xba, 0xc5]),
        ('工', [0xb9, 0xa4]),
        ('作', [0xd7, 0xf7]),
        ('任', [0xc8, 0xce]),
        ('务', [0xce, 0xf1]),
        ('责', [0xd4, 0xf0]),
        ('单', [0xb5, 0xa5]),
        ('位', [0xce, 0xbb]),
        ('新', [0xd0, 0xc2]),
        ('建', [0xbd, 0xa8]),
        ('口', [0xbf, 0xda]),
        ('袋', [0xb4, 0xfc]),
        ('公', [0xb9, 0xab]),
        ('园', [0xd4, 0xb0]),
        ('座', [0xd7, 0xf9]),
        ('。', [0xa1, 0xa3]),
        ('市', [0xca, 0xd0]),
        ('城', [0xb3, 0xc7]),
        ('管', [0xb9, 0xdc]),
        ('局', [0xbe, 0xd6]),
        ('、', [0xa1, 0xa2]),
        ('财', [0xb2, 0xc6]),
        ('政', [0xd5, 0xfe]),
        ('修', [0xd0, 0xde]),
        ('缮', [0xc9, 0xc9]),
        ('老', [0xc0, 0xcf]),
        ('旧', [0xbe, 0xc9]),
        ('桥', [0xc7, 0xc5]),
        ('梁', [0xc1, 0xba]),
    ];
    match table.iter().find(|(known, _)| *known == c) {
        Some((_, bytes)) => bytes.to_vec(),
        None => c.to_string().into_bytes(),
    }
}

#[test]
fn a_page_and_its_annex_are_one_notice() {
    let folder = Folder::with([("page.html", PAGE.as_bytes()), ("annex.csv", &annex())]);
    let run = folder.run(&["parse", "--together", "--format", "json", "page.html", "annex.csv"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    let [notice] = &run.json()[..] else { panic!("{}", run.out) };
    assert_eq!(notice["file"], "page.html + annex.csv");
    assert_eq!(notice["assignments"][0]["basis"], "first_listed", "{}", run.out);
    std::fs::create_dir(folder.path().join("download")).unwrap();
    for (from, to) in [("page.html", "download/page.html"), ("annex.csv", "download/annex.csv")] {
        std::fs::copy(folder.path().join(from), folder.path().join(to)).unwrap();
    }
    let run = folder.run(&["parse", "--together", "--format", "json", "download"]);
    assert_eq!(run.json()[0]["assignments"], notice["assignments"], "{}", run.err);
    // A doubt stands in the file that it is about.
    let run = folder.run(&["check", "--together", "--format", "json", "page.html", "annex.csv"]);
    let doubt = run.json().into_iter().find(|row| row["code"] == "numbering-gap").expect("a number is left out");
    assert_eq!((&doubt["file"], &doubt["place"]["cell"]["row"]), (&"annex.csv".into(), &3.into()), "{doubt}");
    let run = folder.run(&["--lang", "zh", "check", "--together", "page.html", "annex.csv"]);
    assert!(run.out.contains("annex.csv: 表1第3行第1列: "), "{}", run.out);
}

#[test]
fn a_file_is_shown_as_it_is_read() {
    let folder = Folder::with([("page.html", PAGE.as_bytes()), ("annex.csv", &annex())]);
    let run = folder.run(&["text", "annex.csv"]);
    assert!(run.out.starts_with("序号\t工作任务\t责任单位\n1\t"), "{}", run.out);
    let run = folder.run(&["text", "--format", "json", "page.html", "annex.csv"]);
    let [page, annex] = &run.json()[..] else { panic!("{}", run.out) };
    assert_eq!(page["origins"][0]["place"], serde_json::json!({ "paragraph": 1 }));
    assert_eq!(annex["tables"][0]["cells"][3]["row"], 1);
}

#[test]
fn an_encoding_that_is_none_is_said() {
    let folder = Folder::with([("annex.csv", &annex())]);
    assert_eq!(folder.run(&["parse", "--encoding", "gbk", "annex.csv"]).status, 0);
    let run = folder.run(&["parse", "--encoding", "klingon", "annex.csv"]);
    assert_eq!((run.status, &*run.err), (2, "error: annex.csv: there is no encoding `klingon`\n"));
}
