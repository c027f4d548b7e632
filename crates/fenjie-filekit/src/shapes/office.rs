//! Word and Excel from 2007 on.

use super::{filled, halves, nested};
use crate::kind::Shape;

const HEAD: &str = "<w:document><w:body>";
const TAIL: &str = "</w:body></w:document>";
const BODY: (&str, &str) = (HEAD, TAIL);

fn paragraph(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn document(size: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    filled(size, HEAD, piece, TAIL)
}

pub(crate) const DOCX: &[Shape] = &[
    Shape {
        name: "notice",
        make: |size| {
            let list = "<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>";
            let item =
                |_| format!("<w:p>{list}<w:r><w:t>修桥3座。</w:t></w:r></w:p>{}", paragraph("责任单位：市交通局"));
            document(size, item)
        },
    },
    Shape {
        name: "nested tables",
        make: |size| {
            let open = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>";
            nested(size, BODY, 60, (open, "</w:tc></w:tr></w:tbl>"), "<w:p/>")
        },
    },
    Shape {
        name: "nested runs",
        make: |size| nested(size, BODY, 120, ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), &paragraph("修")),
    },
    Shape {
        name: "text boxes",
        make: |size| {
            nested(size, BODY, 60, ("<w:p><w:r><w:t>修</w:t><w:txbxContent>", "</w:txbxContent></w:r></w:p>"), "")
        },
    },
    Shape {
        name: "open fields",
        make: |size| {
            document(size, |_| "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>修</w:t></w:r></w:p>".to_owned())
        },
    },
    Shape {
        name: "deleted ends",
        make: |size| {
            document(size, |_| "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>修</w:t></w:r></w:p>".to_owned())
        },
    },
    Shape {
        name: "wide rows",
        make: |size| {
            let cell = format!("<w:tc>{}</w:tc>", paragraph("修"));
            let wide = [HEAD, "<w:tbl><w:tr>", &cell.repeat(size / 100), "</w:tr>"].concat();
            filled(size, &wide, |_| format!("<w:tr>{cell}</w:tr>"), "</w:tbl></w:body></w:document>")
        },
    },
    Shape {
        name: "merged downwards",
        make: |size| {
            let cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".repeat(50);
            let head = format!("{HEAD}<w:tbl><w:tr>{}</w:tr>", cell.replace("vMerge/", "vMerge w:val='restart'/"));
            filled(size, &head, |_| format!("<w:tr>{cell}</w:tr>"), "</w:tbl></w:body></w:document>")
        },
    },
    Shape {
        name: "spans",
        make: |size| {
            let cell = |at| {
                format!(
                    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='{}'/></w:tcPr>{}</w:tc></w:tr>",
                    at % 1024,
                    paragraph("修")
                )
            };
            filled(size, &format!("{HEAD}<w:tbl>"), cell, "</w:tbl></w:body></w:document>")
        },
    },
    Shape {
        name: "small tables",
        make: |size| {
            let cell = format!("<w:tc>{}</w:tc>", paragraph("修"));
            document(size, |_| format!("<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"))
        },
    },
    Shape {
        name: "numbered by styles",
        make: |size| {
            let styled = |size| document(size, |at| format!("<w:p><w:pPr><w:pStyle w:val='s{at}'/></w:pPr></w:p>"));
            let style = |at: usize| {
                let base = at.saturating_sub(1);
                format!(
                    "<w:style w:styleId='s{at}'><w:basedOn w:val='s{base}'/><w:pPr><w:numPr><w:ilvl w:val='{}'/></w:numPr></w:pPr></w:style>",
                    at % 9
                )
            };
            halves(size, (styled, |size| filled(size, "<w:styles>", style, "</w:styles>")), b"\0\0")
        },
    },
    Shape {
        name: "many lists",
        make: |size| {
            let item = |at| {
                format!(
                    "<w:p><w:pPr><w:numPr><w:ilvl w:val='{}'/><w:numId w:val='{at}'/></w:numPr></w:pPr></w:p>",
                    at % 9
                )
            };
            let list = |at| {
                format!(
                    "<w:abstractNum w:abstractNumId='{at}'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:lvlText w:val='%1%2.'/></w:lvl></w:abstractNum><w:num w:numId='{at}'><w:abstractNumId w:val='{at}'/></w:num>"
                )
            };
            halves(
                size,
                (|size| document(size, item), |size| filled(size, "<w:numbering>", list, "</w:numbering>")),
                b"\0",
            )
        },
    },
    Shape {
        name: "notes",
        make: |size| {
            let note = |at| format!("<w:p><w:r><w:footnoteReference w:id='{at}'/></w:r></w:p>");
            let foot = |at| format!("<w:footnote w:id='{at}'>{}</w:footnote>", paragraph("注"));
            halves(
                size,
                (|size| document(size, note), |size| filled(size, "<w:footnotes>", foot, "</w:footnotes>")),
                b"\0\0\0",
            )
        },
    },
    Shape {
        name: "one note",
        make: |size| {
            let note = |_| "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>".to_owned();
            let foot = |size| {
                [
                    &b"<w:footnotes><w:footnote w:id='1'>"[..],
                    &filled(size - 80, "", |_| paragraph("注"), ""),
                    b"</w:footnote></w:footnotes>",
                ]
                .concat()
            };
            halves(size, (|size| document(size, note), foot), b"\0\0\0")
        },
    },
    Shape {
        name: "attributes",
        make: |size| filled(size, "<w:document><w:body><w:p ", |at| format!("a{at}='1' "), "/></w:body></w:document>"),
    },
    Shape {
        name: "entities",
        make: |size| {
            filled(
                size,
                "<w:document><w:p><w:r><w:t>",
                |_| "&#x4fee;&amp;修".to_owned(),
                "</w:t></w:r></w:p></w:document>",
            )
        },
    },
    Shape {
        name: "alternatives",
        make: |size| {
            nested(
                size,
                BODY,
                60,
                (
                    "<mc:AlternateContent><mc:Choice>",
                    "</mc:Choice><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>",
                ),
                &paragraph("修"),
            )
        },
    },
];

const SHEET: &str = "<worksheet><sheetData>";
const SHEET_END: &str = "</sheetData></worksheet>";

pub(crate) const XLSX: &[Shape] = &[
    Shape {
        name: "sheet",
        make: |size| {
            let row = |at| {
                format!(
                    "<row r='{0}'><c r='A{0}'><v>{0}</v></c><c r='B{0}' t='s'><v>0</v></c><c r='C{0}' t='s'><v>2</v></c></row>",
                    at + 1
                )
            };
            filled(size, SHEET, row, SHEET_END)
        },
    },
    Shape {
        name: "numbers",
        make: |size| {
            filled(
                size,
                SHEET,
                |at| format!("<row><c s='{}'><v>45{at}.5</v></c><c><v>1</v></c></row>", at % 4),
                SHEET_END,
            )
        },
    },
    Shape {
        name: "one row",
        make: |size| filled(size, "<worksheet><row>", |_| "<c t='str'><v>修</v></c>".to_owned(), "</row></worksheet>"),
    },
    Shape {
        name: "short rows",
        make: |size| {
            let wide = ["<worksheet><row>", &"<c t='str'><v>修</v></c>".repeat(size / 60), "</row>"].concat();
            filled(size, &wide, |_| "<row><c t='str'><v>桥</v></c></row>".to_owned(), "</worksheet>")
        },
    },
    Shape {
        name: "schedule",
        make: |size| {
            let letters = |at: usize| {
                [b'A' + (at / 676 % 26) as u8, b'A' + (at / 26 % 26) as u8, b'A' + (at % 26) as u8].map(char::from)
            };
            let row = |at| {
                let letters: String = letters(at).iter().collect();
                format!(
                    "<row r='{0}'><c r='A{0}' t='str'><v>修</v></c><c r='{letters}{0}' t='str'><v>桥</v></c></row>",
                    at + 1
                )
            };
            filled(size, SHEET, row, SHEET_END)
        },
    },
    Shape {
        name: "merged regions",
        make: |size| {
            let sheet = filled(
                size / 2,
                SHEET,
                |at| format!("<row r='{}'><c t='str'><v>修</v></c><c t='str'><v>桥</v></c></row>", at + 1),
                "</sheetData><mergeCells>",
            );
            let area = |at| format!("<mergeCell ref='A{}:Z{}'/>", at + 1, at + 9999);
            filled(size, &String::from_utf8_lossy(&sheet), area, "</mergeCells></worksheet>")
        },
    },
    Shape {
        name: "shared strings",
        make: |size| {
            let sheet = |size| {
                filled(
                    size,
                    SHEET,
                    |at| format!("<row><c t='s'><v>{0}</v></c><c t='s'><v>{0}</v></c></row>", at % 500),
                    SHEET_END,
                )
            };
            let strings = |size| {
                filled(size, "<sst>", |at| format!("<si><r><t>修{at}</t></r><rPh><t>x</t></rPh></si>"), "</sst>")
            };
            halves(size, (sheet, strings), b"\0")
        },
    },
    Shape {
        name: "number formats",
        make: |size| {
            let sheet = |size| {
                filled(
                    size,
                    SHEET,
                    |at| format!("<row><c s='{0}'><v>4.5</v></c><c s='{0}'><v>45000</v></c></row>", at % 800),
                    SHEET_END,
                )
            };
            let format = |at| {
                format!(
                    "<numFmt numFmtId='{0}' formatCode='[&lt;1]0.0%\"{0}\";yyyy\"年\"m;@'/><cellXfs><xf numFmtId='{0}'/></cellXfs>",
                    at + 164
                )
            };
            halves(size, (sheet, |size| filled(size, "<styleSheet>", format, "</styleSheet>")), b"\0\0")
        },
    },
    Shape {
        name: "long format",
        make: |size| {
            let sheet = |size| {
                filled(
                    size,
                    SHEET,
                    |_| "<row><c s='1'><v>4.5</v></c><c s='1'><v>45000</v></c></row>".to_owned(),
                    SHEET_END,
                )
            };
            let format = |size| {
                filled(
                    size,
                    "<styleSheet><numFmt numFmtId='200' formatCode='",
                    |_| "0.0#,\"年\"".to_owned(),
                    "'/><cellXfs><xf/><xf numFmtId='200'/></cellXfs></styleSheet>",
                )
            };
            halves(size, (sheet, format), b"\0\0")
        },
    },
    Shape {
        name: "many sheets",
        make: |size| {
            let sheets = |size| filled(size, "<workbook>", |at| format!("<sheet name='{at}' id='a'/>"), "</workbook>");
            let sheet = b"<worksheet><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row></worksheet>\0\0\0";
            [&sheet[..], &sheets(size - sheet.len())].concat()
        },
    },
    Shape {
        name: "inline strings",
        make: |size| {
            filled(
                size,
                SHEET,
                |_| {
                    "<row><c t='inlineStr'><is><r><t>修</t></r><t>桥</t></is></c><c t='b'><v>1</v></c></row>".to_owned()
                },
                SHEET_END,
            )
        },
    },
];
