//! Small documents, written here as Word writes them.

use crate::testing::{cells, zipped};
use crate::{Document, Error, Format, Options, read};

/// A document with this body, and other parts beside it.
fn document_with(body: &str, parts: &[(&str, &str)]) -> Result<Document, Error> {
    let main = format!(
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut all = vec![("word/document.xml", main.as_str())];
    all.extend_from_slice(parts);
    read(&zipped(&all), "a.docx", &Options::default())
}

fn text(body: &str) -> String {
    document_with(body, &[]).unwrap().text
}

/// A paragraph of one run.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph at a level of a list.
fn item(list: u32, level: u32, words: &str) -> String {
    let place = format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
    format!("<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A form of lists, of the numbers, the text and more of each of its levels.
fn form(id: u32, levels: &[(&str, &str, &str)]) -> String {
    let level = |(at, (numbers, text, more)): (usize, &(&str, &str, &str))| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{numbers}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
}

fn list(id: u32, form: u32, own: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{form}\"/>{own}</w:num>")
}

fn numbered(forms: &str, body: &str) -> String {
    let numbering = format!("<w:numbering>{forms}</w:numbering>");
    document_with(body, &[("word/numbering.xml", &numbering)]).unwrap().text
}

#[test]
fn a_paragraph_has_what_a_reader_sees_of_it() {
    let runs = "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t xml:space=\"preserve\">甲 </w:t>\
        <w:tab/><w:t> 乙\n丙 </w:t><w:br/><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F081\"/></w:r>\
        <w:hyperlink><w:smartTag><w:r><w:t>链&#x63a5;</w:t></w:r></w:smartTag></w:hyperlink>\
        <w:r><w:ruby><w:rt><w:r><w:t>yun</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r>";
    let body = format!("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{runs}</w:p>");
    assert_eq!(text(&body), "甲  乙 丙\n-①链接云显\n");
}

#[test]
fn changes_are_read_as_accepted() {
    let ended = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>";
    let runs = "<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>";
    let rows = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>\
        <w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr>";
    let body = format!("{ended}{runs}{rows}<w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("留"));
    let document = document_with(&body, &[]).unwrap();
    assert_eq!(document.text, "前增来\n\t\n留\n");
    assert_eq!(cells(&document, 0)[2], (1, 0, 1, 1, "留"));
}

#[test]
fn a_field_gives_its_result() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let inner = [mark("begin"), run("内"), mark("separate"), run("果"), mark("end")].concat();
    let field = [mark("begin"), inner, mark("separate"), run("甲"), mark("end"), run("乙")].concat();
    let torn = format!("<w:p>{}{}</w:p>", mark("begin"), run("失"));
    assert_eq!(text(&format!("<w:p>{field}</w:p>{torn}{}", p("丙"))), "甲乙\n\n丙\n");
    let told = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let circle = [mark("begin"), told("eq \\o\\ac("), told("○,2)"), mark("end"), run("修桥")].concat();
    let page = [mark("begin"), told("PAGE"), mark("end"), mark("begin"), told("eq \\o\\ac(○,3)")].concat();
    assert_eq!(text(&format!("<w:p>{circle}</w:p><w:p>{page}</w:p>")), "②修桥\n\n");
}

#[test]
fn a_text_box_is_read_once_and_a_control_once_it_is_filled_in() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("框"));
    let both = format!(
        "<mc:AlternateContent><mc:Choice>{text_box}</mc:Choice><mc:Fallback>{text_box}</mc:Fallback></mc:AlternateContent>"
    );
    let control = |show: &str, words: &str| {
        format!("<w:sdt><w:sdtPr>{show}</w:sdtPr><w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt>")
    };
    let controls = control("<w:showingPlcHdr/>", "请填写") + &control("", "已填");
    let body = format!("<w:p><w:r><w:t>前</w:t>{both}</w:r><w:r><w:t>后</w:t></w:r>{controls}</w:p>");
    assert_eq!(text(&body), "框\n前后已填\n");
}

#[test]
fn merged_cells_are_given_once() {
    let cell = |properties: &str, words: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words));
    let row = |before: &str, cells: &[String]| format!("<w:tr>{before}{}</w:tr>", cells.concat());
    let body = [
        "<w:tbl>".to_owned(),
        row("", &[cell("<w:gridSpan w:val=\"2\"/>", "甲"), cell("<w:vMerge w:val=\"restart\"/>", "乙")]),
        row("", &[cell("", "丙"), cell("<w:hMerge w:val=\"restart\"/>", "丁"), cell("<w:vMerge/>", "盖")]),
        row("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>", &[cell("<w:vMerge/>", "戊"), cell("<w:vMerge/>", "盖")]),
        row("", &[cell("<w:hMerge w:val=\"restart\"/>", "己"), cell("<w:hMerge/>", "盖"), cell("", "庚")]),
        "</w:tbl>".to_owned(),
    ];
    let document = document_with(&body.concat(), &[]).unwrap();
    let expected = [
        (0, 0, 1, 2, "甲"),
        (0, 2, 3, 1, "乙"),
        (1, 0, 1, 1, "丙"),
        (1, 1, 1, 1, "丁"),
        (2, 1, 1, 1, "戊"),
        (3, 0, 1, 2, "己"),
        (3, 2, 1, 1, "庚"),
    ];
    assert_eq!(cells(&document, 0), expected);
}

#[test]
fn lists_are_numbered_as_word_shows_them() {
    let forms = [
        form(0, &[("chineseCounting", "第%1条", ""), ("decimal", "%1.%2", "<w:isLgl/>"), ("lowerLetter", "%3)", "")]),
        form(1, &[("decimal", "%1.", ""), ("decimalEnclosedCircle", "%2", "<w:lvlRestart w:val=\"0\"/>")]),
        form(2, &[("bullet", "●", "")]),
        list(1, 0, ""),
        list(2, 1, ""),
        list(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>"),
        list(4, 2, ""),
    ];
    let body = [
        item(1, 0, "甲"),
        item(1, 2, "早"),
        item(1, 1, "乙"),
        item(1, 1, "丙"),
        item(1, 0, "丁"),
        item(1, 1, "戊"),
        item(2, 0, "己"),
        item(2, 1, ""),
        item(3, 0, "3座"),
        item(2, 1, "庚"),
        item(3, 0, "辛"),
        item(4, 0, "点"),
        item(9, 0, "无"),
    ];
    let expected = "第一条 甲\na)早\n1.1 乙\n1.2 丙\n第二条 丁\n2.1 戊\n1.己\n①\n7. 3座\n② 庚\n8.辛\n点\n无\n";
    assert_eq!(numbered(&forms.concat(), &body.concat()), expected);
}

#[test]
fn a_style_puts_its_paragraphs_into_a_list() {
    let numbering = [
        "<w:numbering>",
        &form(
            0,
            &[("chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>"), ("decimal", "（%2）", "<w:pStyle w:val=\"B\"/>")],
        ),
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"N\"/></w:abstractNum>",
        &list(1, 0, ""),
        &list(2, 1, ""),
        "</w:numbering>",
    ]
    .concat();
    let style = |id: &str, base: &str, list: u32| {
        let place = format!("<w:pPr><w:numPr><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");
        format!("<w:style w:styleId=\"{id}\"><w:basedOn w:val=\"{base}\"/>{place}</w:style>")
    };
    let hidden = "<w:style w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId=\"C\"><w:basedOn w:val=\"A\"/></w:style>";
    let styles =
        ["<w:styles>", &style("A", "B", 1), &style("B", "A", 1), &style("N", "", 1), hidden, "</w:styles>"].concat();
    let named = |style: &str, own: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{own}</w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>")
    };
    let none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    let body = [named("A", ""), named("B", ""), named("A", none), named("C", ""), named("H", ""), item(2, 0, "续")];
    let parts = [("word/numbering.xml", numbering.as_str()), ("word/styles.xml", styles.as_str())];
    assert_eq!(document_with(&body.concat(), &parts).unwrap().text, "一、A\n（1）B\nA\n二、C\n\n三、续\n");
}

#[test]
fn notes_stand_behind_the_text_in_its_order() {
    let refer = |id: u32| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let body =
        format!("<w:p><w:r><w:t>甲</w:t></w:r>{}{}</w:p><w:p><w:del>{}</w:del></w:p>", refer(3), refer(2), refer(4));
    let note = |id: u32| format!("<w:footnote w:id=\"{id}\">{}</w:footnote>", p(&format!("注{id}")));
    let notes = format!("<w:footnotes>{}{}{}{}</w:footnotes>", note(0), note(2), note(3), note(4));
    let document = document_with(&body, &[("word/footnotes.xml", &notes)]).unwrap();
    assert_eq!(document.text, "甲\n\n\n注3\n注2\n");
}

#[test]
fn parts_are_found_by_what_refers_to_them() {
    let refer = |of: &str, parts: &[(&str, &str)]| {
        let one = |(kind, part): &(&str, &str)| {
            format!("<Relationship Id=\"{kind}\" Type=\"http://x/{kind}\" Target=\"{part}\"/>")
        };
        let all: String = parts.iter().map(one).collect();
        (of.to_owned(), format!("<Relationships>{all}</Relationships>"))
    };
    let package = refer("_rels/.rels", &[("officeDocument", "word/document2.xml")]);
    let main = refer("word/_rels/document2.xml.rels", &[("footnotes", "/word/notes.xml"), ("numbering", "lists.xml")]);
    let refer_to = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    let body = format!("<w:document><w:p>{refer_to}</w:p>{}</w:document>", item(1, 0, "甲"));
    let lists = format!("<w:numbering>{}{}</w:numbering>", form(0, &[("decimal", "%1.", "")]), list(1, 0, ""));
    let notes = format!("<w:footnotes><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>", p("注"));
    let parts = [
        (package.0.as_str(), package.1.as_str()),
        ("word/document2.xml", &body),
        (&main.0, &main.1),
        ("word/lists.xml", &lists),
        ("word/notes.xml", &notes),
    ];
    let document = read(&zipped(&parts), "a.docx", &Options::default()).unwrap();
    assert_eq!(document.text, "\n1.甲\n\n注\n");
}

#[test]
fn numbers_are_written_in_the_cells_of_a_column() {
    let row = |words: &str| format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", item(1, 0, ""), p(words));
    let forms = form(0, &[("decimal", "%1", "")]) + &list(1, 0, "");
    let table = format!("<w:tbl>{}{}</w:tbl>", row("修桥"), row("修路"));
    assert_eq!(numbered(&forms, &table).split_whitespace().collect::<Vec<_>>(), ["1", "修桥", "2", "修路"]);
}

#[test]
fn what_is_damaged_or_holds_another_file_is_refused() {
    for body in ["<w:p>", "<w:altChunk/>", "<w:p>&custom;</w:p>"] {
        assert!(matches!(document_with(body, &[]), Err(Error::Broken { format: Format::Docx, .. })), "{body}");
    }
    let styles = document_with("", &[("word/styles.xml", "<w:styles>")]);
    assert!(matches!(styles, Err(Error::Broken { .. })));
}
