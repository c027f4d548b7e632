//! Word and Excel up to 2003.

use crate::excel::{Book, cell, record};
use crate::kind::Shape;
use crate::word::Word;

const IN_TABLE: &[u8] = &[0x16, 0x24, 1];
const ENDS_ROW: &[u8] = &[0x16, 0x24, 1, 0x17, 0x24, 1];
/// Belongs to the first use of a list.
const LISTED: &[u8] = &[0x0b, 0x46, 1, 0];
/// What a page of properties takes for each of its runs, and more.
const RUN: usize = 40;

/// Paragraphs over and over, each with its changes, as many as there is room for.
fn paragraphs(size: usize, piece: impl Fn(usize) -> Vec<(String, Vec<u8>)>) -> Word {
    let mut word = Word::default();
    let (mut characters, mut pages, mut last) = (0, 0, Vec::new());
    for at in 0.. {
        for (words, said) in piece(at) {
            characters += words.encode_utf16().count();
            pages += if said == last { RUN } else { 520 };
            word.text += &words;
            last.clone_from(&said);
            word.said.push((characters, said));
        }
        if characters * 2 + pages + 3000 > size {
            return word;
        }
    }
    word
}

/// A level of a list: its first number and its words.
fn level(code: u8, words: &str) -> Vec<u8> {
    let units: Vec<u16> = words.encode_utf16().collect();
    let head = [&[1, 0, 0, 0, code][..], &[0; 23], &[units.len() as u8, 0]].concat();
    head.into_iter().chain(units.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// Lists of one level each, and a use of each.
fn lists(word: &mut Word, count: usize) {
    let ids = || (0..count as u32).map(u32::to_le_bytes);
    word.lists.0 = (count as u16).to_le_bytes().to_vec();
    word.lists.0.extend(ids().flat_map(|id| [&id[..], &[0; 22], &[1, 0]].concat()));
    word.lists.1 = level(0x27, "\0、").repeat(count);
    word.uses = (count as u32).to_le_bytes().to_vec();
    word.uses.extend(ids().flat_map(|id| [&id[..], &[0; 12]].concat()));
    word.uses.extend([0xff; 4].repeat(count));
}

/// A row with as many cells, of these words.
fn row(cells: usize, words: &str) -> Vec<(String, Vec<u8>)> {
    let mut row = vec![(format!("{words}\u{7}"), IN_TABLE.to_vec()); cells];
    row.push(("\u{7}".to_owned(), ENDS_ROW.to_vec()));
    row
}

/// A paragraph so deep in tables.
fn deep(depth: u8, words: &str, more: &[u8]) -> (String, Vec<u8>) {
    (format!("{words}\r"), [IN_TABLE, &[0x49, 0x66, depth, 0, 0, 0], more].concat())
}

pub(crate) const DOC: &[Shape] = &[
    Shape {
        name: "notice",
        make: |size| {
            let item =
                |_| vec![("修桥3座。\r".to_owned(), LISTED.to_vec()), ("责任单位：市交通局\r".to_owned(), Vec::new())];
            let mut word = paragraphs(size - 200, item);
            lists(&mut word, 1);
            word.stream()
        },
    },
    Shape { name: "table", make: |size| paragraphs(size, |_| row(4, "修桥")).stream() },
    Shape {
        name: "wide row",
        make: |size| paragraphs(size, |at| if at == 0 { row(size / 100, "修") } else { row(1, "桥") }).stream(),
    },
    Shape {
        name: "nested tables",
        make: |size| {
            let cell = [0x4b, 0x24, 1];
            let open = (1..60.min(size / 700) as u8).map(move |depth| deep(depth, "修", &cell));
            let open = open.chain(std::iter::once(("\u{7}".to_owned(), ENDS_ROW.to_vec())));
            let open: Vec<_> = open.collect();
            paragraphs(size, |_| open.clone()).stream()
        },
    },
    Shape {
        name: "pieces",
        make: |size| {
            let mut word = paragraphs(size / 3, |_| vec![("修桥\r".to_owned(), Vec::new())]);
            word.pieces = size / 3 * 2 / 14;
            word.stream()
        },
    },
    Shape {
        name: "deleted runs",
        make: |size| {
            let mut word = paragraphs(size / 3, |_| vec![("修桥\r".to_owned(), Vec::new())]);
            let length = word.text.encode_utf16().count();
            word.deleted = (0..(size / 3 / RUN)).map(|at| at * 2..at * 2 + 1).filter(|run| run.end < length).collect();
            word.stream()
        },
    },
    Shape {
        name: "lists",
        make: |size| {
            let item =
                |at: usize| vec![("修\r".to_owned(), [&[0x0b, 0x46][..], &(at as u16 + 1).to_le_bytes()].concat())];
            let mut word = paragraphs(size / 2, item);
            lists(&mut word, (size / 2 / 90).min(60_000));
            word.stream()
        },
    },
    Shape {
        name: "changes",
        make: |size| {
            let said = [0x16, 0x24, 0].repeat(50);
            paragraphs(size, move |_| vec![("修\r".to_owned(), said.clone())]).stream()
        },
    },
    Shape {
        name: "fields",
        make: |size| {
            paragraphs(size, |at| {
                vec![(["\u{13}修\u{14}桥", "\u{15}\u{15}", "\u{13}\u{13}\r"][at % 3].to_owned(), Vec::new())]
            })
            .stream()
        },
    },
    Shape {
        name: "styles",
        make: |size| {
            let styled = |at: usize| {
                let words = ("修\r".to_owned(), [&[0, 0x46][..], &((at % 900) as u16).to_le_bytes()].concat());
                vec![words]
            };
            let mut word = paragraphs(size / 2, styled);
            word.styles = [&[18, 0, 0, 0, 10, 0][..], &[0; 14]].concat();
            for at in 0..(size / 2 / 62).min(4000) as u16 {
                let kind = (at.saturating_sub(1) << 4 | 1).to_le_bytes();
                let said = [&[32, 0, 0, 0][..], &[0x16, 0x24, 0].repeat(10)].concat();
                let style = [&[0, 0][..], &kind, &[0; 6], &[0, 0, 0, 0], &said[..2], &[0, 0], &said[4..]].concat();
                word.styles.extend((style.len() as u16).to_le_bytes());
                word.styles.extend(style);
            }
            word.stream()
        },
    },
];

/// A workbook of one sheet with as many records as there is room for.
fn sheet(size: usize, piece: impl Fn(usize) -> Vec<u8>) -> Vec<u8> {
    let mut records = Vec::new();
    for at in 0.. {
        records.extend(piece(at));
        if records.len() + 400 > size {
            break;
        }
    }
    let strings = ["任务", "责任单位", "市交通局"].map(str::to_owned).to_vec();
    Book { strings, sheets: vec![records] }.stream()
}

/// A cell with one of the first strings.
fn shared(row: usize, column: u16, string: u32) -> Vec<u8> {
    cell(0xfd, row as u16, column, 0, &string.to_le_bytes())
}

pub(crate) const XLS: &[Shape] = &[
    Shape {
        name: "sheet",
        make: |size| {
            sheet(size, |at| {
                [shared(at, 0, 0), shared(at, 1, 2), cell(0x203, at as u16, 2, 2, &45_000_f64.to_le_bytes())].concat()
            })
        },
    },
    Shape {
        name: "short rows",
        make: |size| {
            sheet(size, |at| shared(at.saturating_sub(size / 40), if at < size / 40 { at as u16 } else { 0 }, 0))
        },
    },
    Shape { name: "diagonal", make: |size| sheet(size, |at| [shared(at, 0, 0), shared(at, at as u16, 1)].concat()) },
    Shape { name: "backwards", make: |size| sheet(size, |at| shared(60_000 - at.min(60_000), (at % 2) as u16, 0)) },
    Shape {
        name: "merged regions",
        make: |size| {
            sheet(size, |at| {
                let area = [at as u16, at as u16 + 99, 0, 200].map(u16::to_le_bytes).concat();
                [record(0xe5, &[&[1, 0][..], &area].concat()), shared(at, 0, 0), shared(at, 1, 1)].concat()
            })
        },
    },
    Shape {
        name: "columns of regions",
        make: |size| {
            sheet(size, |at| {
                let column = at as u16 * 3;
                let area = [0, 60_000, column, column + 1].map(u16::to_le_bytes).concat();
                [record(0xe5, &[&[1, 0][..], &area].concat()), shared(at, column, 0)].concat()
            })
        },
    },
    Shape {
        name: "runs of numbers",
        make: |size| {
            sheet(size, |at| {
                record(
                    0xbd,
                    &[&(at as u16).to_le_bytes()[..], &[0, 0], &[1, 0, 2, 0, 0, 0].repeat(60), &[60, 0]].concat(),
                )
            })
        },
    },
    Shape {
        name: "continued",
        make: |size| sheet(size, |at| record(if at % 90 == 0 { 0x204 } else { 0x3c }, &[0, 0, 0, 0, 0, 0, 0xff, 0, 1])),
    },
    Shape {
        name: "empty continuations",
        make: |size| {
            sheet(size, |at| {
                record(if at % 100 == 0 { 0x27e } else { 0x3c }, if at % 100 == 0 { &[0; 10] } else { &[] })
            })
        },
    },
    Shape {
        name: "shared strings",
        make: |size| {
            let count = size / 40;
            let strings = (0..count).map(|at| format!("修桥{at}")).collect();
            let cells = (0..count).flat_map(|at| shared(at / 2, (at % 2) as u16, at as u32)).collect();
            Book { strings, sheets: vec![cells] }.stream()
        },
    },
    Shape {
        name: "many sheets",
        make: |size| {
            Book {
                sheets: vec![[cell(0x203, 0, 0, 0, &[0; 8]), cell(0x203, 0, 1, 0, &[0; 8])].concat(); size / 90],
                ..Book::default()
            }
            .stream()
        },
    },
    Shape { name: "charts", make: |size| sheet(size, |_| [record(0x809, &[0, 6, 32, 0]), record(0x0a, &[])].concat()) },
];
