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
