//! Small texts and spreadsheets, written here as `LibreOffice` writes them.

use crate::testing::{cells, remarks, zipped};
use crate::{Document, Error, Format, Limit, Options, read};

/// A file of a kind, with these styles and this body.
fn document_with(kind: &str, styles: &str, body: &str, options: &Options) -> Result<Document, Error> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>\
         <office:body>{body}</office:body></office:document-content>"
    );
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    read(&zipped(&[("mimetype", &mimetype), ("content.xml", &content)]), "a", options)
}

fn text_with(styles: &str, body: &str) -> Document {
    document_with("text", styles, &format!("<office:text>{body}</office:text>"), &Options::default()).unwrap()
}

fn text(body: &str) -> String {
    text_with("", body).text
}

fn sheets(body: &str, options: &Options) -> Result<Document, Error> {
    document_with("spreadsheet", "", &format!("<office:spreadsheet>{body}</office:spreadsheet>"), options)
}

fn p(words: &str) -> String {
    format!("<text:p>{words}</text:p>")
}

fn cell(more: &str, words: &str) -> String {
    format!("<table:table-cell {more}>{}</table:table-cell>", p(words))
}

#[test]
fn a_paragraph_has_what_a_reader_sees_of_it() {
    let styles = "<style:style style:family=\"text\" style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>\
        <style:style style:family=\"text\" style:name=\"T2\" style:parent-style-name=\"T1\"/>";
    let body = "<text:tracked-changes><text:deletion><text:p>删</text:p></text:deletion></text:tracked-changes>\
        <text:p>\n 甲<text:s text:c=\"2\"/>乙<text:tab/><text:span>丙  <text:a>丁</text:a></text:span><text:line-break/>\
        <office:annotation><text:p>批</text:p></office:annotation><text:span text:style-name=\"T2\">隐</text:span>\
        <text:ruby><text:ruby-base>云</text:ruby-base><text:ruby-text>yun</text:ruby-text></text:ruby></text:p>";
    assert_eq!(text_with(styles, body).text, "甲  乙 丙 丁\n云\n");
}

#[test]
fn boxes_and_notes_stand_on_their_own() {
    let note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>";
    let frame = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:desc>图</svg:desc></draw:frame>";
    let body = format!("<text:section>{}</text:section>", p(&format!("甲{note}乙{frame}丙")));
    let hidden = format!("<text:section text:display=\"none\">{}</text:section>", p("隐"));
    assert_eq!(text(&(body + &hidden + &p("丁"))), "框\n甲乙丙\n丁\n\n注\n");
}

/// A style of lists, of the attributes of each of its levels.
fn list_style(levels: &[&str]) -> String {
    let level = |(at, attributes): (usize, &&str)| {
        format!("<text:list-level-style-number text:level=\"{}\" {attributes}/>", at + 1)
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!("<text:list-style style:name=\"L\">{levels}</text:list-style>")
}

#[test]
fn lists_are_numbered_as_they_are_shown() {
    let style = list_style(&[
        "style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"",
        "style:num-format=\"1\" style:num-prefix=\"（\" style:num-suffix=\"）\" text:display-levels=\"2\"",
        "style:num-format=\"a\" loext:num-list-format=\"%2%-%3%.\" text:start-value=\"3\"",
    ]);
    let item = |more: &str, content: &str| format!("<text:list-item {more}>{content}</text:list-item>");
    let list = |more: &str, content: &str| format!("<text:list {more}>{content}</text:list>");
    let deep = list("", &item("", &(p("丙") + &p("续"))));
    let inner = list("", &(item("", &(p("乙") + &deep)) + &item("text:start-value=\"8\"", &p("丁"))));
    let body = [
        list("text:style-name=\"L\" xml:id=\"x\"", &(item("", &(p("甲") + &inner)) + &item("", &(p("戊") + &inner)))),
        p("间"),
        list("text:style-name=\"L\" text:continue-numbering=\"true\"", &item("", &p("己"))),
        list("text:style-name=\"L\"", &item("", &p("庚"))),
        list("text:style-name=\"L\" text:continue-list=\"x\"", &item("", &p("辛"))),
        list("text:style-name=\"L\"", &format!("<text:list-header>{}</text:list-header>", p("壬"))),
    ];
    let expected = "一、甲\n（一.1）乙\n1-c.丙\n续\n（一.8）丁\n二、戊\n（二.1）乙\n1-c.丙\n续\n（二.8）丁\n\
        间\n三、己\n一、庚\n四、辛\n壬\n";
    assert_eq!(text_with(&style, &body.concat()).text, expected);
}

#[test]
fn headings_are_numbered_by_the_outline() {
    let style = "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" style:num-prefix=\"第\" style:num-suffix=\"章\">\
        <style:list-level-properties><style:list-level-label-alignment text:label-followed-by=\"space\"/></style:list-level-properties>\
        </text:outline-level-style><text:outline-level-style text:level=\"2\" style:num-format=\"\"/></text:outline-style>";
    let heading = |level: u32, more: &str| format!("<text:h text:outline-level=\"{level}\" {more}>甲</text:h>");
    let body = [heading(1, ""), heading(2, ""), heading(1, "text:is-list-header=\"true\""), heading(1, "")];
    assert_eq!(text_with(style, &body.concat()).text, "第1章 甲\n甲\n甲\n第2章 甲\n");
}

#[test]
fn merged_and_repeated_cells_have_their_places() {
    let row = |more: &str, cells: &[String]| format!("<table:table-row {more}>{}</table:table-row>", cells.concat());
    let covered = "<table:covered-table-cell table:number-columns-repeated=\"2\"/>".to_owned();
    let inner = format!("<table:table>{}</table:table>", row("", &[cell("", "内"), cell("", "外")]));
    let tall = format!("<table:table-cell table:number-rows-spanned=\"2\">{}{inner}</table:table-cell>", p("丁"));
    let body = [
        "<table:table><table:table-header-rows>".to_owned(),
        row("", &[cell("table:number-columns-spanned=\"3\"", "甲"), covered]),
        "</table:table-header-rows>".to_owned(),
        row("", &[cell("table:number-columns-repeated=\"2\"", "乙"), tall]),
        row("table:number-rows-repeated=\"2\"", &[cell("", "丙"), cell("", "")]),
        "</table:table>".to_owned(),
    ];
    let document = text_with("", &body.concat());
    let found: Vec<_> = cells(&document, 0).into_iter().filter(|cell| !cell.4.is_empty()).collect();
    let expected = [
        (0, 0, 1, 3, "甲"),
        (1, 0, 1, 1, "乙"),
        (1, 1, 1, 1, "乙"),
        (1, 2, 2, 1, "丁\n内\n外"),
        (2, 0, 1, 1, "丙"),
        (3, 0, 1, 1, "丙"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_sheet_is_its_cells_and_its_empty_rest_is_nothing() {
    let rest = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let note = "<office:annotation><text:p>批</text:p></office:annotation>";
    let body = [
        "<table:table table:name=\"清单\"><table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>"
            .to_owned(),
        row(&[
            cell("office:value=\"0.5\"", &format!("50%{note}")),
            cell("table:number-columns-repeated=\"3\"", ""),
            cell("", "乙"),
        ]),
        rest.to_owned(),
        "</table:table><table:table table:name=\"空\">".to_owned(),
        rest.to_owned(),
        "</table:table>".to_owned(),
    ];
    let document = sheets(&body.concat(), &Options::default()).unwrap();
    assert_eq!(cells(&document, 0), [(0, 0, 1, 1, "50%"), (0, 1, 1, 1, "乙")]);
    assert_eq!(document.tables.len(), 1);
    assert_eq!(document.origins[1].place.to_string(), "清单!E1");
}

#[test]
fn repeated_words_fill_no_memory() {
    let words = "字".repeat(10_000);
    let wide = cell("table:number-columns-repeated=\"1000000\"", &words);
    let body = format!(
        "<table:table><table:table-row table:number-rows-repeated=\"1000000\">{wide}</table:table-row></table:table>"
    );
    let refused = sheets(&body, &Options { unpacked: 1 << 20, ..Options::default() });
    assert_eq!(refused, Err(Error::TooLarge { limit: Limit::Unpacked, allowed: 1 << 20 }));
}

#[test]
fn a_file_under_a_password_is_called_so() {
    let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let parts = [("mimetype", "x"), ("content.xml", "\u{1}\u{2}"), ("META-INF/manifest.xml", manifest)];
    let refused = read(&zipped(&parts), "a", &Options::default());
    assert_eq!(refused, Err(Error::Unreadable { format: Format::Encrypted }));
}

#[test]
fn what_a_workbook_hides_is_said() {
    let body = "<table:table table:name=\"清单\"><table:table-column table:number-columns-repeated=\"2\"/>\
        <table:table-column table:visibility=\"collapse\"/>";
    let row = |more: &str, words: [&str; 3]| {
        format!("<table:table-row {more}>{}</table:table-row>", words.map(|words| cell("", words)).concat())
    };
    let rows = [row("", ["任务", "单位", "备注"]), row("table:visibility=\"filter\"", ["修桥", "市交通局", "旧"])];
    let style = "<style:style style:name=\"T\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
    let hidden = format!(
        "{style}<table:table table:name=\"旧表\" table:style-name=\"T\">{}</table:table>",
        row("", ["一", "二", "三"])
    );
    let document = sheets(&format!("{body}{}</table:table>{hidden}", rows.concat()), &Options::default()).unwrap();
    assert_eq!(document.text, "任务\t单位\t备注\n修桥\t市交通局\t旧\n\n");
    assert_eq!(remarks(&document), ["HiddenRows(1) 清单!A2", "HiddenColumns(1) 清单!C1", "HiddenSheet 旧表!A1"]);
}
