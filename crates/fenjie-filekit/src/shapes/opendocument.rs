//! OpenDocument.

use super::{filled, halves, nested};
use crate::kind::Shape;

const HEAD: &str = "<office:document-content><office:body><office:text>";
const TAIL: &str = "</office:text></office:body></office:document-content>";
const BODY: (&str, &str) = (HEAD, TAIL);

fn text(size: usize, piece: impl Fn(usize) -> String) -> Vec<u8> {
    filled(size, HEAD, piece, TAIL)
}

fn cell(words: &str) -> String {
    format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>")
}

pub(crate) const ODT: &[Shape] = &[
    Shape {
        name: "notice",
        make: |size| {
            let item = "<text:list text:style-name='L'><text:list-item><text:p>修桥3座。</text:p></text:list-item></text:list>";
            text(size, |_| {
                format!(
                    "<text:h text:outline-level='1'>重点</text:h>{item}<text:p>责任单位：<text:span>市交通局</text:span></text:p>"
                )
            })
        },
    },
    Shape {
        name: "nested tables",
        make: |size| {
            let open = format!("<table:table><table:table-row>{}<table:table-cell>", cell("甲"));
            nested(
                size,
                BODY,
                60,
                (&open, "</table:table-cell></table:table-row></table:table>"),
                "<text:p>修</text:p>",
            )
        },
    },
    Shape {
        name: "nested lists",
        make: |size| {
            nested(
                size,
                BODY,
                100,
                ("<text:list text:style-name='L'><text:list-item><text:p>修</text:p>", "</text:list-item></text:list>"),
                "",
            )
        },
    },
    Shape {
        name: "nested spans",
        make: |size| {
            nested(
                size,
                ("<office:text><text:p>", "</text:p></office:text>"),
                200,
                ("<text:span text:style-name='H'>修", "</text:span>"),
                "",
            )
        },
    },
    Shape {
        name: "notes in notes",
        make: |size| nested(size, BODY, 60, ("<text:p>修<text:note>", "</text:note></text:p>"), "<text:p>注</text:p>"),
    },
    Shape {
        name: "lists",
        make: |size| {
            text(size, |at| {
                format!(
                    "<text:list xml:id='l{at}' text:continue-list='l{}'><text:list-item><text:p>修</text:p></text:list-item></text:list>",
                    at / 2
                )
            })
        },
    },
    Shape {
        name: "styles",
        make: |size| {
            let style = |at: usize| {
                format!(
                    "<style:style style:name='s{at}' style:family='text' style:parent-style-name='s{}'/>",
                    at.saturating_sub(1)
                )
            };
            let styles = filled(size / 2, "<office:document-content>", style, "");
            let span = |at: usize| format!("<text:p><text:span text:style-name='s{at}'>修</text:span></text:p>");
            filled(size, &String::from_utf8_lossy(&styles), span, "</office:document-content>")
        },
    },
    Shape {
        name: "list styles",
        make: |size| {
            let style = |at| {
                format!(
                    "<text:list-style style:name='l{at}'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/></text:list-style>"
                )
            };
            let list = |at| {
                format!(
                    "<text:list text:style-name='l{}'><text:list-item><text:p>修</text:p></text:list-item></text:list>",
                    at % 100
                )
            };
            halves(
                size,
                (|size| text(size, list), |size| filled(size, "<office:styles>", style, "</office:styles>")),
                b"\0",
            )
        },
    },
    Shape {
        name: "blanks",
        make: |size| {
            filled(
                size,
                "<office:text><text:p>",
                |_| "修<text:s text:c='9'/><text:tab/>".to_owned(),
                "</text:p></office:text>",
            )
        },
    },
    Shape {
        name: "wide blanks",
        make: |size| {
            filled(
                size,
                "<office:text><text:p>",
                |_| "修<text:s text:c='99999'/>".to_owned(),
                "</text:p></office:text>",
            )
        },
    },
    Shape {
        name: "covered cells",
        make: |size| {
            let row = format!(
                "<table:table-row><table:table-cell table:number-rows-spanned='9' table:number-columns-spanned='99'><text:p>修</text:p></table:table-cell>{}</table:table-row>",
                "<table:covered-table-cell/>".repeat(20)
            );
            filled(size, "<office:text><table:table>", |_| row.clone(), "</table:table></office:text>")
        },
    },
];

const SHEET: &str = "<office:spreadsheet><table:table table:name='清单'>";
const SHEET_END: &str = "</table:table></office:spreadsheet>";

pub(crate) const ODS: &[Shape] = &[
    Shape {
        name: "sheet",
        make: |size| {
            filled(
                size,
                SHEET,
                |_| format!("<table:table-row>{}{}</table:table-row>", cell("修桥"), cell("市交通局")),
                SHEET_END,
            )
        },
    },
    Shape {
        name: "repeated cells",
        make: |size| {
            let cell = "<table:table-cell table:number-columns-repeated='30'><text:p>修</text:p></table:table-cell>";
            filled(
                size,
                SHEET,
                |_| format!("<table:table-row table:number-rows-repeated='3'>{cell}</table:table-row>"),
                SHEET_END,
            )
        },
    },
    Shape {
        name: "empty rows",
        make: |size| {
            filled(
                size,
                SHEET,
                |_| {
                    format!(
                        "<table:table-row table:number-rows-repeated='9999'><table:table-cell table:number-columns-repeated='999'/></table:table-row><table:table-row>{}{}</table:table-row>",
                        cell("修"),
                        cell("桥")
                    )
                },
                SHEET_END,
            )
        },
    },
    Shape {
        name: "short rows",
        make: |size| {
            let wide = [SHEET, "<table:table-row>", &cell("修").repeat(size / 120), "</table:table-row>"].concat();
            filled(size, &wide, |_| format!("<table:table-row>{}</table:table-row>", cell("桥")), SHEET_END)
        },
    },
    Shape {
        name: "schedule",
        make: |size| {
            filled(
                size,
                SHEET,
                |at| {
                    format!(
                        "<table:table-row>{}<table:table-cell table:number-columns-repeated='{}'/>{}</table:table-row>",
                        cell("修"),
                        at + 1,
                        cell("成")
                    )
                },
                SHEET_END,
            )
        },
    },
    Shape {
        name: "merged",
        make: |size| {
            filled(
                size,
                SHEET,
                |_| {
                    format!(
                        "<table:table-row><table:table-cell table:number-columns-spanned='1000' table:number-rows-spanned='1000'><text:p>修</text:p></table:table-cell>{}</table:table-row>",
                        cell("桥")
                    )
                },
                SHEET_END,
            )
        },
    },
    Shape {
        name: "many sheets",
        make: |size| {
            filled(
                size,
                "<office:spreadsheet>",
                |at| {
                    format!(
                        "<table:table table:name='{at}'><table:table-row>{}{}</table:table-row></table:table>",
                        cell("修"),
                        cell("桥")
                    )
                },
                "</office:spreadsheet>",
            )
        },
    },
];
