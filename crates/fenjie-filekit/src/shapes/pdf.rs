//! PDF: what pages draw, and the objects of whole files.

use std::fmt::Write as _;

use super::{filled, halves};
use crate::kind::Shape;
use crate::page::{lattice, pdf, stream};

/// Shows words of a Chinese font at a place.
fn show(x: usize, y: usize, words: &str) -> String {
    let codes = words.encode_utf16().fold(String::new(), |mut codes, code| {
        write!(codes, "{code:04x}").ok();
        codes
    });
    format!("BT /F 10 Tf {x} {y} Td <{codes}> Tj ET\n")
}

fn drawn(size: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    filled(size, "", piece, "")
}

pub(crate) const PAGE: &[Shape] = &[
    Shape {
        name: "notice", make: |size| drawn(size, |at| show(50, 800 - at % 66 * 12, "修桥3座责任单位市交通局"))
    },
    Shape {
        name: "table",
        make: |size| {
            let mut content = Vec::new();
            let rows = (size / 200).clamp(1, 1000) as u32;
            lattice(&mut content, (50, 30 * rows), (4, rows), (100, 20));
            let cell = |at| show(55 + at % 4 * 100, (30 * rows as usize).saturating_sub(15 + at / 4 * 20), "修桥");
            filled(size, &String::from_utf8_lossy(&content), cell, "")
        },
    },
    Shape { name: "horizontal rules", make: |size| drawn(size, |at| format!("0 {at} m 500 {at} l S\n")) },
    Shape {
        name: "crossing rules",
        make: |size| drawn(size, |at| format!("0 {0} m 9999 {0} l {0} 0 m {0} 9999 l S\n", at % 5000)),
    },
    Shape {
        name: "short rules",
        make: |size| drawn(size, |at| format!("{} {} 5 0.5 re f\n", at * 7 % 600, at * 11 % 800)),
    },
    Shape {
        name: "rectangles",
        make: |size| drawn(size, |at| format!("{} {} 50 20 re S\n", at * 50 % 600, at / 12 * 20)),
    },
    Shape {
        name: "rectangles in each other",
        make: |size| drawn(size, |at| format!("{0} {0} {1} {1} re S\n", at, 90_000_usize.saturating_sub(2 * at))),
    },
    Shape {
        name: "one path",
        make: |size| filled(size, "0 0 m ", |at| format!("{} {} l ", at % 600, at * 7 % 800), "S"),
    },
    Shape { name: "words on a line", make: |size| drawn(size, |at| show(at * 12, 700, "修")) },
    Shape { name: "words in a column", make: |size| drawn(size, |at| show(50, at * 12, "修")) },
    Shape { name: "words over each other", make: |size| drawn(size, |_| show(50, 700, "修")) },
    Shape { name: "words anywhere", make: |size| drawn(size, |at| show(at * 7919 % 600, at * 104_729 % 800, "修")) },
    Shape {
        name: "words slightly apart",
        make: |size| drawn(size, |at| format!("BT /F 10 Tf 50 700.{at} Td <4fee> Tj ET\n")),
    },
    Shape { name: "one string", make: |size| filled(size, "BT /F 10 Tf <", |_| "4fee".to_owned(), "> Tj ET") },
    Shape { name: "small strings", make: |size| filled(size, "BT /F 10 Tf [", |_| "<4fee> -9 ".to_owned(), "] TJ ET") },
    Shape {
        name: "wrapped lines",
        make: |size| {
            drawn(size, |at| show(50, 80_000_usize.saturating_sub(at * 12), "修桥修路修渠修堤修坝修房修墙修塔"))
        },
    },
    Shape { name: "fonts", make: |size| drawn(size, |at| format!("/{} 9 Tf (a) Tj ", ["F", "G", "H", "X"][at % 4])) },
    Shape {
        name: "states",
        make: |size| drawn(size, |at| (if at % 3 == 2 { "Q " } else { "q 1 0 0 1 1 1 cm " }).to_owned()),
    },
    Shape { name: "operands", make: |size| drawn(size, |at| format!("{at} ")) },
    Shape { name: "dictionaries", make: |size| drawn(size, |at| format!("<< /A{at} [1 2 (x)] >> BDC EMC ")) },
    Shape { name: "open dictionary", make: |size| filled(size, "/P << ", |at| format!("/A{at} {at} "), " >> BDC") },
    Shape { name: "pictures", make: |size| drawn(size, |_| "BI /W 1 ID xxxx EI ".to_owned()) },
    Shape { name: "open strings", make: |size| drawn(size, |_| "(a(b".to_owned()) },
    Shape {
        name: "map of codes",
        make: |size| {
            let words = |size| filled(size, "BT /H 9 Tf <", |at| format!("{:04x}", at % 65_536), "> Tj ET");
            let map = |size| {
                filled(
                    size,
                    "1 begincodespacerange <0000> <ffff> endcodespacerange 9 beginbfrange ",
                    |at| format!("<{0:04x}> <{0:04x}> <4fee> ", at * 3 % 65_536),
                    "endbfrange",
                )
            };
            halves(size, (words, map), b"\0")
        },
    },
    Shape {
        name: "forms",
        make: |size| {
            let words = |size| filled(size, "", |_| "/X Do ".to_owned(), "");
            halves(size.min(8192), (words, |_: usize| show(9, 9, "修").into_bytes()), b"\0\0")
        },
    },
];

/// A file of one page, with these objects behind it from number 6 on.
fn file(content: &[u8], more: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let font = b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H >>";
    let mut objects = vec![
        b"<< /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [3 0 R] /Resources << /Font << /F 4 0 R >> >> >>".to_vec(),
        b"<< /Type /Page /Contents 5 0 R >>".to_vec(),
        font.to_vec(),
        stream("", content),
    ];
    objects.extend(more);
    pdf(&objects)
}

const WORDS: &[u8] = b"BT /F 10 Tf 50 700 Td <4fee6865> Tj ET";
/// About how many bytes such a file has beside what is said of it.
const REST: usize = 600;

/// A tree of pages: kids that are told one by one in the node above them.
fn tree(size: usize, kid: &str, page: &str) -> Vec<u8> {
    let kids = kid.repeat(size.saturating_sub(REST) / kid.len());
    pdf(&["<< /Pages 2 0 R >>".to_owned(), format!("<< /Kids [{kids}] >>"), page.to_owned()])
}

pub(crate) const PDF: &[Shape] = &[
    Shape {
        name: "small objects",
        make: |size| file(WORDS, (0..size.saturating_sub(REST) / 40).map(|at| format!("<< /A {at} >>").into_bytes())),
    },
    Shape {
        name: "object streams",
        make: |size| {
            let pack = |at: usize| {
                let heads = filled(600, "", |own| format!("{} {} ", 100 + at * 50 + own, own * 8), "");
                stream(
                    &format!("/Type /ObjStm /First {}", heads.len()),
                    [&heads, "<</A 1>>".repeat(50).as_bytes()].concat(),
                )
            };
            file(WORDS, (0..size.saturating_sub(REST) / 1100).map(pack))
        },
    },
    Shape {
        name: "object stream",
        make: |size| {
            let heads = filled(size / 2, "", |at| format!("{} {} ", 100 + at, at * 4), "");
            let objects = "[ ] ".repeat(size / 8);
            let pack = stream(&format!("/Type /ObjStm /First {}", heads.len()), [&heads, objects.as_bytes()].concat());
            file(WORDS, [pack])
        },
    },
    Shape {
        name: "references",
        make: |size| file(WORDS, (0..size.saturating_sub(REST) / 40).map(|at| format!("{} 0 R", at + 7).into_bytes())),
    },
    Shape { name: "pages", make: |size| tree(size, "<< /Type /Page >> ", "<< >>") },
    Shape { name: "one page often", make: |size| tree(size.min(40_000), "3 0 R ", "<< /Type /Page >>") },
    Shape {
        name: "pages in pages",
        make: |size| {
            let node = |at: usize| format!("<< /Kids [{} 0 R] >>", at + 3).into_bytes();
            let nodes = (0..size.saturating_sub(REST) / 44).map(node);
            pdf(&std::iter::once(b"<< /Pages 2 0 R >>".to_vec()).chain(nodes).collect::<Vec<_>>())
        },
    },
    Shape {
        name: "strings that do not end",
        make: |size| filled(size, "%PDF-1.4\n", |_| "1 0 obj<<>>(".to_owned(), ""),
    },
    Shape {
        name: "dictionaries that do not end",
        make: |size| filled(size, "%PDF-1.4\n", |_| "1 0 obj<<".to_owned(), ""),
    },
    Shape {
        name: "streams that do not end",
        make: |size| filled(size, "%PDF-1.4\n", |at| format!("{at} 0 obj<</Length 9>>stream\n"), ""),
    },
    Shape {
        name: "trailers",
        make: |size| {
            [
                file(WORDS, []),
                filled(
                    size.saturating_sub(REST),
                    "",
                    |_| "trailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n".to_owned(),
                    "",
                ),
            ]
            .concat()
        },
    },
    Shape {
        name: "comments",
        make: |size| [file(WORDS, []), filled(size.saturating_sub(REST), "", |_| "%x\n".to_owned(), "")].concat(),
    },
    Shape { name: "words", make: |size| filled(size, "%PDF-1.4\n", |_| "obj endobj stream ".to_owned(), "") },
    Shape {
        name: "resources of pages",
        make: |size| {
            let half = size.saturating_sub(REST) / 2;
            let kids = "<< /Type /Page /Resources 3 0 R >> ".repeat(half / 35);
            let fonts = filled(half, "", |at| format!("/F{at} 4 0 R "), "");
            let fonts = String::from_utf8_lossy(&fonts);
            pdf(&[
                "<< /Pages 2 0 R >>".to_owned(),
                format!("<< /Kids [{kids}] >>"),
                format!("<< /Font << {fonts} >> >>"),
            ])
        },
    },
    Shape {
        name: "widths",
        make: |size| {
            let widths = "500 ".repeat(size.saturating_sub(2 * REST) / 5);
            let font = format!("<< /Type /Font /Subtype /Type1 /FirstChar 0 /Widths [{widths}] >>");
            let page = "<< /Type /Page /Contents 5 0 R >> ".to_owned();
            let objects = [
                "<< /Pages 2 0 R >>".to_owned(),
                format!("<< /Kids [{page}] /Resources << /Font << /F 4 0 R >> >> >>"),
                String::new(),
                font,
            ];
            let objects =
                objects.into_iter().map(String::into_bytes).chain([stream("", "/F 9 Tf (abc) Tj ".repeat(20))]);
            pdf(&objects.collect::<Vec<_>>())
        },
    },
    Shape {
        name: "names of fonts",
        make: |size| {
            let fonts = filled(size.saturating_sub(REST), "", |at| format!("/F{at} 3 0 R "), "");
            let fonts = String::from_utf8_lossy(&fonts).into_owned();
            let objects = [
                "<< /Pages 2 0 R >>".to_owned(),
                format!("<< /Kids [<< /Type /Page /Contents 4 0 R >>] /Resources << /Font << {fonts} >> >> >>"),
                "<< /Type /Font /Subtype /Type1 >>".to_owned(),
            ];
            let objects =
                objects.into_iter().map(String::into_bytes).chain([stream("", "/F1 9 Tf (a) Tj /F2 9 Tf (b) Tj")]);
            pdf(&objects.collect::<Vec<_>>())
        },
    },
];
