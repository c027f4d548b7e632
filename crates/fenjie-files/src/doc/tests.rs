use std::ops::Range;

use fenjie_filekit::compound as packed;

use crate::{Document, Error, Format, Limit, Options, read};

const IN_TABLE: [u8; 3] = [0x16, 0x24, 1];
const ENDS_ROW: [u8; 6] = [0x16, 0x24, 1, 0x17, 0x24, 1];

/// The form of a row: the edges of its cells, and the flags of each.
fn row(edges: &[i16], flags: &[u16]) -> Vec<u8> {
    let mut form = vec![flags.len() as u8];
    form.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
    form.extend(flags.iter().flat_map(|flags| [&flags.to_le_bytes()[..], &[0; 18]].concat()));
    let length = (form.len() as u16 + 1).to_le_bytes();
    [&ENDS_ROW[..], &[0x08, 0xd6], &length, &form].concat()
}

fn put(bytes: &mut [u8], at: usize, number: u32) {
    bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// A page with a run of bytes, and what is said of it.
fn page(run: Range<u32>, place: &[u8], said: &[u8]) -> Vec<u8> {
    let mut page = vec![0; 512];
    put(&mut page, 0, run.start);
    put(&mut page, 4, run.end);
    page[8..8 + place.len()].copy_from_slice(place);
    page[64..64 + said.len()].copy_from_slice(said);
    page[511] = 1;
    page
}

const TEXT: u32 = 1024;
const PLACES: usize = 0x9a;

/// A document of paragraphs, each with its mark and its changes. The characters in `deleted` are deleted ones.
fn document(paragraphs: &[(&str, &[u8])], deleted: Range<u32>) -> Vec<u8> {
    built(paragraphs, (deleted, &[0, 8, 1]), &[], Vec::new())
}

/// A document with a run of characters of which something is said, with `behind` as many characters behind the main text in
/// other texts as it says for each, and with more parts.
fn built(
    paragraphs: &[(&str, &[u8])],
    (run, said): (Range<u32>, &[u8]),
    behind: &[(usize, u32)],
    more: Vec<(usize, Vec<u8>)>,
) -> Vec<u8> {
    let text: String = paragraphs.iter().map(|(words, _)| *words).collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut stream = vec![0; TEXT as usize];
    stream[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    (stream[0x0b], stream[0x20], stream[0x3e], stream[0x98]) = (2, 14, 22, 93);
    put(&mut stream, 0x4c, units.len() as u32 - behind.iter().map(|&(_, count)| count).sum::<u32>());
    for &(story, count) in behind {
        put(&mut stream, 0x40 + story * 4, count);
    }
    stream.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    stream.resize(stream.len().next_multiple_of(512), 0);
    let (mut list, mut numbers) = (vec![], vec![]);
    let mut at = TEXT;
    for (words, changes) in paragraphs {
        let end = at + 2 * words.encode_utf16().count() as u32;
        let said = [&[0, changes.len().div_ceil(2) as u8 + 1, 0, 0][..], changes].concat();
        list.extend(at.to_le_bytes());
        numbers.extend((stream.len() as u32 / 512).to_le_bytes());
        stream.extend(page(at..end, &[32], &said));
        at = end;
    }
    let paragraphs = [list, at.to_le_bytes().to_vec(), numbers].concat();
    let characters = [TEXT, at, stream.len() as u32 / 512].map(u32::to_le_bytes).concat();
    let run = TEXT + 2 * run.start..TEXT + 2 * run.end;
    stream.extend(page(run, &[32], &[&[said.len() as u8], said].concat()));
    // One piece, of characters of two bytes.
    let pieces = [&[2, 16, 0, 0, 0][..], &[0; 4], &(units.len() as u32).to_le_bytes(), &[0, 0], &TEXT.to_le_bytes()];
    let pieces = [pieces.concat(), vec![0, 0]].concat();
    let mut table = Vec::new();
    for (part, bytes) in [(33, pieces), (13, paragraphs), (12, characters)].into_iter().chain(more) {
        put(&mut stream, PLACES + part * 8, table.len() as u32);
        put(&mut stream, PLACES + part * 8 + 4, bytes.len() as u32);
        table.extend(bytes);
    }
    packed(&[("WordDocument", &stream), ("1Table", &table)])
}

fn opened(paragraphs: &[(&str, &[u8])]) -> Document {
    read(&document(paragraphs, 0..0), "清单.doc", &Options::default()).unwrap()
}

#[test]
fn words_are_read_as_they_are_seen() {
    let words = "见\x13 HYPERLINK \"x\" \x14附件\x15清\x0b单\x01\x1e\x1f完\r";
    let bytes = document(&[(words, &[]), ("删去了\r", &[]), ("页\x0c", &[]), ("末\r", &[])], 29..31);
    assert_eq!(Format::of(&bytes), Format::Doc);
    let document = read(&bytes, "清单.doc", &Options::default()).unwrap();
    assert_eq!(document.text, "见附件清\n单-完\n了\n页\n末\n");
}

#[test]
fn what_wps_writes_is_known_by_what_is_in_it() {
    let text = document(&[("任务\r", &[])], 0..0);
    assert_eq!(read(&text, "清单.wps", &Options::default()).unwrap().text, "任务\n");
    // A document of Microsoft Works, which has the same ending.
    let other = packed(&[("CONTENTS", b"CHNKWKS"), ("MatOST", b"")]);
    assert_eq!(read(&other, "清单.wps", &Options::default()), Err(Error::Unreadable { format: Format::Binary }));
}

#[test]
fn a_field_without_an_end_hides_no_more_than_its_paragraph() {
    assert_eq!(opened(&[("一\x13 PAGE\r", &[]), ("二\x14三\x15\x15四\r", &[])]).text, "一\n二三四\n");
}

#[test]
fn notes_stand_behind_the_text_and_boxes_before_what_they_hang_on() {
    let words = [
        ("一\x08二\x02\r", &[][..]),
        ("任务\x07", &IN_TABLE),
        ("单\x08位\x07", &IN_TABLE),
        ("\x07", &ENDS_ROW),
        ("\x02脚注\r", &[]),
        ("\r", &[]),
        ("页眉\r", &[]),
        ("\x02尾注\r", &[]),
        ("框甲\r", &[]),
        ("框乙\r", &[]),
        ("框丙\r", &[]),
    ];
    let list = |places: &[u32], said: &[(usize, u8, usize)]| {
        let said = said.iter().map(|&(at, shape, size)| {
            let mut said = vec![0; size];
            said[at] = shape;
            said
        });
        places.iter().flat_map(|place| place.to_le_bytes()).chain(said.flatten()).collect::<Vec<u8>>()
    };
    let anchors = list(&[1, 9, 10], &[(0, 7, 26), (0, 9, 26)]);
    let boxes = list(&[0, 3, 6, 9], &[(14, 9, 22), (14, 8, 22), (14, 7, 22)]);
    let behind = [(4, 5), (5, 3), (8, 4), (9, 9)];
    let bytes = built(&words, (0..0, &[]), &behind, vec![(40, anchors), (56, boxes)]);
    let document = read(&bytes, "", &Options::default()).unwrap();
    assert_eq!(document.text, "框丙\n一二\n任务\t框甲\n单位\n框乙\n\n脚注\n尾注\n");
    assert_eq!(document.tables[0].cells.len(), 2);
}

#[test]
fn a_place_in_a_font_is_the_character_that_is_meant() {
    let font = |name: &str| {
        let units: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        [&[39 + units.len() as u8][..], &[0; 39], &units].concat()
    };
    let fonts = [&[2, 0, 0, 0][..], &font("宋体"), &font("Wingdings")].concat();
    let text = |words: &str, said: &[u8]| {
        let bytes = built(&[(words, &[])], (0..1, said), &[], vec![(15, fonts.clone())]);
        read(&bytes, "", &Options::default()).unwrap().text
    };
    assert_eq!(text("(完成\r", &[0x09, 0x6a, 1, 0, 0xfe, 0xf0]), "☑完成\n");
    assert_eq!(text("(完成\r", &[0x4f, 0x4a, 0, 0, 0x09, 0x6a, 1, 0, 0x41, 0xf0]), "完成\n");
    assert_eq!(text("\u{f0fe}完成\r", &[0x4f, 0x4a, 1, 0]), "☑完成\n");
    assert_eq!(text("完成\r", &[0x4f, 0x4a, 1, 0]), "完成\n");
    assert_eq!(text("(完成\r", &[0x09, 0x6a, 1, 0, 0xfe, 0xf0, 0x3c, 0x08, 1]), "完成\n");
}

#[test]
fn rows_with_other_edges_are_put_into_common_columns() {
    let three = row(&[0, 1000, 2000, 3000], &[0, 0x60, 0]);
    let two = row(&[10, 990, 3010], &[0, 0]);
    let merged = row(&[0, 1000, 2000, 3000], &[1, 2, 0]);
    let below = row(&[0, 1000, 2000, 3000], &[0, 0x20, 0]);
    let document = opened(&[
        ("序号\x07", &IN_TABLE),
        ("任务\x07", &IN_TABLE),
        ("单位\x07", &IN_TABLE),
        ("\x07", &three),
        ("1\x07", &IN_TABLE),
        ("\x07", &IN_TABLE),
        ("市交通局\r", &IN_TABLE),
        ("市水利局\x07", &IN_TABLE),
        ("\x07", &below),
        ("备注\x07", &IN_TABLE),
        ("无\x07", &IN_TABLE),
        ("\x07", &two),
        ("合计\x07", &IN_TABLE),
        ("\x07", &IN_TABLE),
        ("3\x07", &IN_TABLE),
        ("\x07", &merged),
        ("表后\r", &[]),
    ]);
    let cells = document.tables[0].cells.iter();
    let cells: Vec<_> =
        cells.map(|cell| (cell.row, cell.column, cell.rows, cell.columns, &document.text[cell.span.range()])).collect();
    let want = [
        (0, 0, 1, 1, "序号"),
        (0, 1, 2, 1, "任务"),
        (0, 2, 1, 1, "单位"),
        (1, 0, 1, 1, "1"),
        (1, 2, 1, 1, "市交通局\n市水利局"),
        (2, 0, 1, 1, "备注"),
        (2, 1, 1, 2, "无"),
        (3, 0, 1, 2, "合计"),
        (3, 2, 1, 1, "3"),
    ];
    assert_eq!(cells, want);
    assert!(document.text.ends_with("3\n表后\n"));
}

#[test]
fn a_table_inside_of_a_cell_is_words_of_it_and_one_inside_of_a_frame_a_table() {
    let inner = [&IN_TABLE[..], &[0x49, 0x66, 2, 0, 0, 0]].concat();
    let cell = [&inner[..], &[0x4b, 0x24, 1]].concat();
    let end = [&cell[..], &[0x4c, 0x24, 1]].concat();
    let table: [(&str, &[u8]); 3] = [("甲\r", &cell), ("乙\r", &cell), ("\r", &end)];
    let two =
        opened(&[&[("一\x07", &IN_TABLE[..])], &table[..], &[("二\x07", &IN_TABLE), ("\x07", &ENDS_ROW)]].concat());
    assert_eq!((two.text.as_str(), two.tables.len()), ("一\t甲\n乙\n二\n", 1));
    let frame =
        opened(&[&[("一\r", &IN_TABLE[..])], &table[..], &[("二\x07", &IN_TABLE), ("\x07", &ENDS_ROW)]].concat());
    assert_eq!(frame.text, "一\n甲\t乙\n二\n");
    assert_eq!(frame.tables[0].cells.len(), 2);
}

#[test]
fn what_is_not_whole_is_broken() {
    let bytes = document(&[("任务\r", &[])], 0..0);
    let stream = |change: &dyn Fn(&mut [u8])| {
        let mut bytes = bytes.clone();
        let at = bytes.windows(4).position(|four| four == [0xec, 0xa5, 0xc1, 0]).unwrap();
        change(&mut bytes[at..]);
        read(&bytes, "", &Options::default())
    };
    // More characters than the pieces have; a part outside of its stream; a version before; a password.
    let broken = |found: Result<Document, Error>| matches!(found, Err(Error::Broken { format: Format::Doc, .. }));
    assert!(broken(stream(&|bytes| put(bytes, 0x4c, 99))));
    assert!(broken(stream(&|bytes| put(bytes, 0x50, 99))));
    assert!(broken(stream(&|bytes| put(bytes, 0x64, u32::MAX))));
    assert!(broken(stream(&|bytes| put(bytes, PLACES + 13 * 8 + 4, u32::MAX))));
    assert_eq!(stream(&|bytes| bytes[2] = 0x68), Err(Error::Unreadable { format: Format::Doc }));
    assert_eq!(stream(&|bytes| bytes[0x0b] |= 1), Err(Error::Unreadable { format: Format::Encrypted }));
    let deep = document(&[("深\r", &[0x49, 0x66, 0xff, 0xff, 0xff, 0xff])], 0..0);
    assert_eq!(read(&deep, "", &Options::default()), Err(Error::TooLarge { limit: Limit::Depth, allowed: 256 }));
}
