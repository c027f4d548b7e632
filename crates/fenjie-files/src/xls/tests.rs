use fenjie_filekit::{cell, compound as packed, record, wide};

use crate::testing::remarks;
use crate::{Document, Error, Format, Options, read};

const STRINGS: [&str; 5] = ["任务", "牵头单位", "比例", "修桥3座", "市交通局"];

/// A workbook with a hidden sheet, and one of these records.
fn workbook(sheet: &[u8]) -> Vec<u8> {
    let mut strings = [0; 8].to_vec();
    strings[4] = STRINGS.len() as u8;
    strings.extend(STRINGS.iter().flat_map(|words| wide(words)));
    let globals = |hidden: u32, shown: u32| {
        let named = |at: u32, state: u8, name: &str| {
            let name = wide(name);
            [&at.to_le_bytes()[..], &[state, 0, name[0]], &name[2..]].concat()
        };
        let parts = [
            record(0x809, &[0, 6, 5, 0]),
            record(0x41e, &[&[176, 0][..], &wide("yyyy\"年\"m\"月\"")].concat()),
            record(0xe0, &[0; 20]),
            record(0xe0, &[0, 0, 9, 0]),
            record(0xe0, &[0, 0, 176, 0]),
            record(0x85, &named(hidden, 1, "旧表")),
            record(0x85, &named(shown, 0, "清单")),
            record(0xfc, &strings),
            record(0x0a, &[]),
        ];
        parts.concat()
    };
    let begin = record(0x809, &[0, 6, 16, 0]);
    let end = record(0x0a, &[]);
    let hidden = [&begin[..], &cell(0xfd, 0, 0, 0, &[0; 4]), &end].concat();
    let length = globals(0, 0).len() as u32;
    let stream = [&globals(length, length + hidden.len() as u32)[..], &hidden, &begin, sheet, &end].concat();
    packed(&[("Workbook", &stream)])
}

fn opened(sheet: &[u8]) -> Result<Document, Error> {
    read(&workbook(sheet), "清单.xls", &Options::default())
}

#[test]
fn cells_show_what_their_style_says() {
    let sheet = [
        cell(0xfd, 2, 1, 0, &[0; 4]),
        cell(0xfd, 2, 2, 0, &[1, 0, 0, 0]),
        cell(0xfd, 2, 3, 0, &[2, 0, 0, 0]),
        cell(0x204, 2, 4, 0, &wide("时限")),
        // A chart has cells of its own.
        [record(0x809, &[0, 6, 32, 0]), cell(0xfd, 0, 0, 0, &[0; 4]), record(0x0a, &[])].concat(),
        cell(0xfd, 3, 1, 0, &[3, 0, 0, 0]),
        cell(0x06, 3, 2, 0, &[0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0]),
        record(0x207, &wide("市交通局")),
        cell(0x203, 3, 3, 1, &0.45_f64.to_le_bytes()),
        record(0xbd, &[&[3, 0, 4, 0, 2, 0][..], &(45838_u32 << 2 | 2).to_le_bytes(), &[4, 0]].concat()),
        cell(0x205, 4, 1, 0, &[1, 0]),
        cell(0x205, 4, 3, 0, &[0x2a, 1]),
        cell(0x27e, 4, 4, 0, &(350_u32 << 2 | 3).to_le_bytes()),
        record(0xe5, &[1, 0, 3, 0, 4, 0, 2, 0, 2, 0]),
        record(0x7d, &[3, 0, 4, 0, 0, 0, 0, 0, 1, 0]),
        record(0x208, &[&[3, 0][..], &[0; 10], &[0x20, 0, 0, 0]].concat()),
    ];
    let document = opened(&sheet.concat()).unwrap();
    assert_eq!(document.text, "任务\t牵头单位\t比例\t时限\n修桥3座\t市交通局\t45%\t2025年6月\nTRUE\t#N/A\t3.5\n\n");
    assert_eq!(document.origins[0].place.to_string(), "清单!B3");
    assert_eq!(document.tables[0].cells[5].rows, 2);
    assert_eq!(remarks(&document), ["HiddenSheet 旧表!A1", "HiddenRows(1) 清单!B4", "HiddenColumns(2) 清单!D3"]);
}

#[test]
fn what_is_not_whole_is_broken() {
    for sheet in [&[0xff][..], &cell(0xfd, 0, 0, 0, &[99, 0, 0, 0]), &cell(0x203, 0, 0, 0, &[1]), &record(0x809, &[])] {
        assert!(matches!(opened(sheet), Err(Error::Broken { format: Format::Xls, .. })), "{sheet:?}");
    }
    let locked = [record(0x809, &[0, 6, 5, 0]), record(0x2f, &[0; 6])].concat();
    let locked = packed(&[("Workbook", &locked)]);
    assert_eq!(read(&locked, "", &Options::default()), Err(Error::Unreadable { format: Format::Encrypted }));
}

#[test]
fn an_old_workbook_is_in_its_code_page() {
    let globals = |at: u8| {
        let parts = [
            record(0x809, &[0, 5, 5, 0]),
            record(0x42, &[0xa8, 3]),
            record(0x85, &[at, 0, 0, 0, 0, 0, 4, 0xc7, 0xe5, 0xb5, 0xa5]),
            record(0x0a, &[]),
        ];
        parts.concat()
    };
    let at = globals(0).len() as u8;
    let words = [4, 0, 0xca, 0xd0, 0xb2, 0xc6];
    let sheet = [record(0x809, &[0, 5, 16, 0]), cell(0x204, 0, 0, 0, &words), record(0x0a, &[])].concat();
    let document = read(&packed(&[("Book", &[globals(at), sheet].concat())]), "", &Options::default()).unwrap();
    assert_eq!(document.text, "市财\n\n");
    assert_eq!(document.origins[0].place.to_string(), "清单!A1");
}
