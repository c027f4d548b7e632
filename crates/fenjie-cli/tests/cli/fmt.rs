//! `fenjie fmt`.

use crate::common::{DOUBTFUL, Folder, NOVEL, PLAIN};

#[test]
fn a_notice_is_written_out_clean() {
    let messy = "1 . 新建口袋公园3座以上（市城管局牵头，\n\n市财政局配合）。\n";
    let run = Folder::with([("a.txt", messy.as_bytes())]).run(&["fmt", "a.txt"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    assert_eq!(run.out, "1.新建口袋公园3座以上。\n牵头单位：市城管局\n配合单位：市财政局\n");
}

#[test]
fn what_was_written_out_passes_the_check() {
    for text in [PLAIN, DOUBTFUL] {
        let folder = Folder::with([("a.txt", text.as_bytes())]);
        let written = folder.run(&["fmt", "a.txt"]).out;
        let run = folder.run_with_input(&["fmt", "--check", "-"], written.as_bytes());
        assert_eq!((run.status, &*run.out, &*run.err), (0, "", ""), "{written}");
    }
}

#[test]
fn the_check_names_the_line_from_which_on_it_differs() {
    let folder = Folder::with([("a.txt", PLAIN.as_bytes()), ("b.txt", DOUBTFUL.as_bytes())]);
    let written = folder.run(&["fmt", "a.txt"]).out;
    let line = 1 + written.lines().zip(PLAIN.lines()).take_while(|(a, b)| a == b).count();
    let run = folder.run(&["fmt", "--check", "a.txt"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.out, format!("a.txt:{line}: not canonical from here on\n"));
    assert_eq!(folder.run(&["fmt", "--check", "a.txt", "b.txt"]).out.lines().count(), 2);
}

#[test]
fn a_text_that_is_no_notice_is_not_thrown_away_in_silence() {
    let run = Folder::with([("novel.txt", NOVEL.as_bytes())]).run(&["fmt", "novel.txt"]);
    assert_eq!((run.status, &*run.out), (1, ""));
    assert_eq!(run.err, "error: novel.txt: not a notice of a kind that is read\n");
    assert_eq!(Folder::with([]).run(&["fmt", "gone.txt"]).status, 2);
}
