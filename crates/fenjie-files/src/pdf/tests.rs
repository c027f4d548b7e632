//! Whole files, as programs write them.

use std::fmt::Write as _;

use fenjie_filekit::{pdf_with as file, stream};

use super::content::draw;
use super::file::File;
use super::lock;
use super::resources::Known;
use super::{Seen, read};
use crate::testing::remarks;
use crate::{Error, Format, Limit, Options};

const FONT: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts \
    [<< /Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> /DW 1000 >>] >>";

/// A file of pages with these contents, and what else it has from object 4 on.
fn pages(contents: &[&str], more: &[Vec<u8>]) -> Vec<u8> {
    file(&objects(contents, more), "")
}

fn objects(contents: &[&str], more: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let first = 4 + more.len();
    let mut kids = String::new();
    for at in 0..contents.len() {
        write!(kids, "{} 0 R ", first + 2 * at).unwrap();
    }
    let tree = format!("<< /Kids [{kids}] /Resources << /Font << /F 3 0 R >> /XObject << /X 4 0 R >> >> >>");
    let mut objects = vec![b"<< /Pages 2 0 R >>".to_vec(), tree.into_bytes(), FONT.into()];
    objects.extend(more.iter().cloned());
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!("<< /Type /Page /Contents {} 0 R >>", first + 2 * at + 1).into_bytes());
        objects.push(stream("", content));
    }
    objects
}

/// What shows `words` at a place, 10 high.
fn show(x: u32, y: u32, words: &str) -> String {
    let codes: String = words.encode_utf16().fold(String::new(), |codes, code| codes + &format!("{code:04x}"));
    format!("BT /F 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

/// A table of columns 100 wide and rows 20 high, its top at `y`.
fn table(y: u32, rows: &[&[&str]]) -> String {
    let (width, height) = (rows[0].len() as u32, rows.len() as u32);
    let mut drawn = String::new();
    for row in 0..=height {
        writeln!(drawn, "50 {} {} 0.5 re f", y - row * 20, width * 100).unwrap();
    }
    for column in 0..=width {
        writeln!(drawn, "{} {y} m 0 -{} rl {0} {} l S", 50 + column * 100, height * 20, y - height * 20).unwrap();
    }
    for (row, cells) in (0..).zip(rows) {
        for (column, words) in (0..).zip(*cells) {
            drawn += &show(55 + column * 100, y - row * 20 - 15, words);
        }
    }
    drawn
}

fn text(bytes: &[u8]) -> String {
    read(bytes, &Options::default()).unwrap().text
}

#[test]
fn lines_and_tables_are_read_in_order() {
    let page = [
        table(700, &[&["序号", "任务", "牵头单位"], &["1", "修路", "市交通局"]]),
        show(50, 750, "任务清单"),
        show(50, 600, "备注"),
    ];
    let document = read(&pages(&[&page.concat()], &[]), &Options::default()).unwrap();
    assert_eq!(document.text, "任务清单\n序号\t任务\t牵头单位\n1\t修路\t市交通局\n\n备注\n");
    let [table] = document.tables.as_slice() else { panic!("{:?}", document.tables) };
    let last = table.cells.last().unwrap();
    assert_eq!((last.row, last.column), (1, 2));
    assert_eq!(document.origin(last.span).unwrap().place.to_string(), "page 1, line 3");
}

#[test]
fn a_table_goes_on_below_the_number_of_the_page() {
    let first = [table(200, &[&["序号", "任务"], &["1", "修好通往各乡村的公"]]), show(200, 30, "— 1 —")].concat();
    let second = [table(800, &[&["序号", "任务"], &["", "路"], &["2", "建桥"]]), show(200, 30, "— 2 —")].concat();
    let found = text(&pages(&[&first, &second], &[]));
    assert!(found.starts_with("序号\t任务\n1\t修好通往各乡村的公\u{2028}路\n2\t建桥\n"), "{found}");
}

#[test]
fn words_in_a_form_and_in_a_frame_are_read() {
    let form = stream("/Subtype /Form /Matrix [1 0 0 1 0 100]", show(0, 0, "印发"));
    let page = ["40 40 300 300 re S\n", &show(50, 200, "通知"), "q 1 0 0 1 80 0 cm /X Do Q"].concat();
    assert_eq!(text(&pages(&[&page], &[form])), "通知\n\n      印发\n");
}

#[test]
fn a_page_on_its_side_is_turned() {
    let page = ["q 0 1 -1 0 500 0 cm\n", &table(400, &[&["任务", "单位"], &["修路", "交通局"]]), "Q"].concat();
    let found = read(&pages(&[&page], &[]), &Options::default()).unwrap();
    assert_eq!((found.text.as_str(), found.tables.len()), ("任务\t单位\n修路\t交通局\n", 1));
}

#[test]
fn words_that_run_up_a_cell_are_read() {
    let upwards = "BT /F 8 Tf 0 1 -1 0 70 642 Tm <57CE> Tj <5EFA> Tj ET\n";
    let page = [&table(700, &[&["类别", "任务"], &["", "修路"], &["", "建桥"]]), upwards].concat();
    assert_eq!(text(&pages(&[&page], &[])), "类别\t任务\n\t修路\n城建\t建桥\n");
}

#[test]
fn pictures_and_passwords_are_refused() {
    let picture = stream("/Subtype /Image", "");
    let unreadable = |format| Err(Error::Unreadable { format });
    let options = Options::default();
    assert_eq!(read(&pages(&["/X Do"], std::slice::from_ref(&picture)), &options), unreadable(Format::Scan));
    assert_eq!(read(&pages(&["q BI /W 1 ID \u{1}EI) EI Q"], &[]), &options), unreadable(Format::Scan));
    let locked = file(&objects(&[""], &[]), "/Encrypt << /V 2 >>");
    assert_eq!(read(&locked, &options), unreadable(Format::Encrypted));
    assert_eq!(text(&pages(&[""], &[])), "");
}

#[test]
fn pages_that_are_pictures_are_known() {
    let picture = stream("/Subtype /Image", "");
    let numbered = ["/X Do ", &show(300, 30, "— 2 —")].concat();
    let logo = ["/X Do ", &show(50, 700, "任务清单")].concat();
    let bytes = pages(&[&logo, &numbered, "", "/X Do"], std::slice::from_ref(&picture));
    let file = File::open(&bytes, &Options::default()).unwrap();
    let mut seen = Seen::default();
    for (number, page) in (1..).zip(super::pages::pages(&file).unwrap()) {
        seen.count(number, &draw(&file, &mut Known::default(), &page).unwrap());
    }
    assert_eq!((seen.scanned_pages(), seen.is_scan()), (vec![2, 4], false));
    let document = read(&bytes, &Options::default()).unwrap();
    assert_eq!(document.text, "任务清单\n— 2 —\n");
    assert_eq!(remarks(&document), ["Picture page 2, line 1", "Picture page 4, line 1"]);
    let places = document.remarks.iter().map(|remark| document.text.split_at(remark.origin.span.start as usize).1);
    assert_eq!(places.collect::<Vec<_>>(), ["— 2 —\n", ""]);
    // The number of a page is no word of it.
    let scan = read(&pages(&[&numbered], &[picture]), &Options::default());
    assert_eq!(scan, Err(Error::Unreadable { format: Format::Scan }));
}

#[test]
fn the_second_column_is_read_behind_the_first() {
    let line = "推进老旧小区改造工程完善供水供电设施";
    let mut page = show(50, 760, "任务清单");
    for row in 0..8 {
        let (left, right) = (format!("{row}左{line}"), format!("{row}右{line}"));
        page += &[show(50, 740 - row * 15, &left), show(320, 740 - row * 15, &right)].concat();
    }
    let found = text(&pages(&[&page], &[]));
    let sides: String = found.chars().filter(|c| matches!(c, '左' | '右')).collect();
    assert_eq!(sides, ["左".repeat(8), "右".repeat(8)].concat(), "{found}");
    assert!(found.starts_with("任务清单\n0左"), "{found}");
}

#[test]
fn a_file_that_is_locked_without_a_password_is_read() {
    let (said, id, lock) = lock::tests::symmetric();
    let locked = |owner: u32, words: &[u8]| lock.stream((owner, 0), words.to_vec());
    let name =
        |words: &[u8]| locked(3, words).iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
    let mut objects = objects(&[""], &[]);
    // The names of the characters are strings, and are locked as well.
    let font =
        FONT.replace("(GB1)", &format!("<{}>", name(b"GB1"))).replace("(Adobe)", &format!("<{}>", name(b"Adobe")));
    objects[2] = font.into_bytes();
    objects[4] = stream("", locked(5, show(50, 700, "任务清单").as_bytes()));
    let trailer = format!("/Encrypt {said} /ID [<{id}> <00>]");
    assert_eq!(text(&file(&objects, &trailer)), "任务清单\n");
    // The lock may be an object of its own.
    objects.push(said.into());
    let trailer = format!("/Encrypt {} 0 R /ID [<{id}> <00>]", objects.len());
    assert_eq!(text(&file(&objects, &trailer)), "任务清单\n");
    let other = read(&file(&objects, &trailer.replace("3141", "3142")), &Options::default());
    assert_eq!(other, Err(Error::Unreadable { format: Format::Encrypted }));
}

#[test]
fn half_a_file_is_none() {
    let whole = pages(&[&show(0, 0, "通知")], &[]);
    for cut in 0..whole.len() - 20 {
        let found = read(&whole[..cut], &Options::default());
        assert!(matches!(found, Err(Error::Broken { .. })), "{cut}: {found:?}");
    }
}

#[test]
fn forms_that_draw_each_other_come_to_an_end() {
    let form = stream("/Subtype /Form", "/X Do /X Do /X Do /X Do");
    let options = Options { unpacked: 1 << 20, ..Options::default() };
    let found = read(&pages(&["/X Do"], &[form]), &options);
    assert_eq!(found, Err(Error::TooLarge { limit: Limit::Unpacked, allowed: 1 << 20 }));
}

#[test]
fn objects_that_lead_in_a_circle_are_refused() {
    let broken = |objects: &[&str]| {
        let found = read(&file(objects, ""), &Options::default());
        assert!(matches!(found, Err(Error::Broken { .. })), "{found:?}");
    };
    broken(&["2 0 R", "1 0 R"]);
    broken(&["<< /Pages 3 0 R >>"]);
    assert_eq!(text(&file(&["<< /Pages 2 0 R >>", "<< /Kids [2 0 R 2 0 R] >>"], "")), "");
}
