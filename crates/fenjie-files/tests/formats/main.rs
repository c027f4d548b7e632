//! The same notice through every format: what LibreOffice makes of the pages in `pages` says what the pages say, and the files
//! that other programs make by the scripts in `office` say what the scripts say.
//!
//! `cargo xtask test` makes the files and names their folder in `FENJIE_FILES`; without it this is skipped, and says so.

mod libre_office;
mod office;
mod told;

use std::path::PathBuf;

use fenjie_files::{Options, read};

use told::{parse, tasks};

/// The folder of the files that were made.
fn made() -> Option<PathBuf> {
    let folder = std::env::var_os("FENJIE_FILES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: FENJIE_FILES names no folder of files that were made");
    }
    folder
}

#[test]
fn the_rule_of_a_page_holds_in_its_annex() {
    let page = "<html><body><h1>青澜市人民政府办公室关于印发2026年任务清单的通知</h1>\
                <p>责任单位中列首位的为牵头单位，其余为配合单位。</p><p>附件：2026年任务清单.csv</p></body></html>";
    let annex = "序号,工作任务,责任单位\n1,开办老年食堂35家,\"市民政局、市财政局\"\n";
    let options = Options::default();
    let mut whole = read(page.as_bytes(), "通知.html", &options).unwrap();
    whole.join(read(annex.as_bytes(), "清单.csv", &options).unwrap()).unwrap();
    let notice = parse(&whole);
    assert_eq!(tasks(&notice), ["1|开办老年食堂35家||市民政局|市财政局|老年食堂 Eq 35 家"]);
    assert!(notice.assignments.iter().all(|row| row.basis == fenjie::Basis::FirstListed), "{:?}", notice.assignments);
    let unit = &notice.assignments[1];
    let origin = whole.origin(unit.span).unwrap();
    assert_eq!((&*whole.files[origin.file as usize], origin.place.zh()), ("清单.csv", "表1第2行第3列".to_owned()));
}
