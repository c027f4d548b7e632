use crate::testing::{remarks, zipped};
use crate::{Document, Error, Format, Options, read};

const RELATIONS: &str = "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>\
    <Relationship Id='rId2' Type='x/worksheet' Target='/xl/worksheets/sheet2.xml'/>\
    <Relationship Id='rId3' Type='x/sharedStrings' Target='sharedStrings.xml'/>\
    <Relationship Id='rId4' Type='x/styles' Target='styles.xml'/></Relationships>";
const BOOK: &str = "<workbook><workbookPr/><sheets><sheet name='旧表' sheetId='1' state='hidden' r:id='rId2'/>\
    <sheet name='清单' sheetId='2' r:id='rId1'/></sheets></workbook>";
const STRINGS: &str = "<sst><si><t>任务</t></si><si><t>牵头单位</t></si><si><t>完成比例</t></si><si><t>时限</t></si>\
    <si><t>修桥3座</t></si><si><t>市交通局</t></si></sst>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='176' formatCode='yyyy\"年\"m\"月\"'/></numFmts>\
    <cellStyleXfs><xf numFmtId='2'/></cellStyleXfs>\
    <cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='176'/></cellXfs></styleSheet>";
const HIDDEN: &str = "<worksheet><sheetData><row><c t='str'><v>旧</v></c></row></sheetData></worksheet>";

/// A workbook with a sheet of these rows.
fn workbook(book: &str, sheet: &str) -> Vec<u8> {
    zipped(&[
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
        ("xl/worksheets/sheet1.xml", &format!("<x:worksheet>{sheet}</x:worksheet>")),
        ("xl/worksheets/sheet2.xml", HIDDEN),
    ])
}

fn opened(book: &str, sheet: &str) -> Result<Document, Error> {
    read(&workbook(book, sheet), "清单.xlsx", &Options::default())
}

#[test]
fn cells_show_what_their_style_says() {
    let sheet = "<dimension ref='A1:XFD1048576'/><cols><col min='4' max='5' hidden='1'/></cols><sheetData>\
        <row r='3'><c r='B3' t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c></row>\
        <row hidden='1'><c t='x'/><c t='s'><v>4</v></c><c t='s'><f>A1</f><v>5</v></c><c s='1'><v>0.45</v></c>\
        <c s='2'><v>45838</v></c></row>\
        <row><c r='B5' t='inlineStr'><is><r><t>修路</t></r><r><t>5条</t></r></is></c><c t='b'><v>1</v></c>\
        <c t='e'><v>#N/A</v></c><c t='d'><v>2025-06-30T00:00:00</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='C4:C5'/></mergeCells>";
    let document = opened(BOOK, sheet).unwrap();
    let text = "任务\t牵头单位\t完成比例\t时限\n修桥3座\t市交通局\t45%\t2025年6月\n修路5条\t#N/A\t2025-06-30\n\n";
    assert_eq!(document.text, text);
    assert_eq!(document.origins[0].place.to_string(), "清单!B3");
    assert_eq!(document.tables[0].cells[5].rows, 2);
    assert_eq!(remarks(&document), ["HiddenSheet 旧表!A1", "HiddenRows(1) 清单!B4", "HiddenColumns(2) 清单!D3"]);
    let early = BOOK.replace("<workbookPr/>", "<workbookPr date1904='1'/>");
    assert!(opened(&early, sheet).unwrap().text.contains("2029年7月"));
}

#[test]
fn a_cell_at_the_end_of_the_sheet_costs_nothing() {
    let sheet = "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='1048576'>\
        <c r='A1048576'><v>7</v></c><c r='XFD1048576'><v>8</v></c></row></sheetData>\
        <mergeCells><mergeCell ref='A1:A1048576'/><mergeCell ref='B1:XFD1048575'/></mergeCells>";
    let document = opened(BOOK, sheet).unwrap();
    assert_eq!(document.text, "1\t2\n8\n\n");
    assert!(fenjie::parse_document(&document, &fenjie::Options::default()).is_ok());
}

#[test]
fn what_is_not_whole_is_broken() {
    let broken = |sheet: &str| matches!(opened(BOOK, sheet), Err(Error::Broken { format: Format::Xlsx, .. }));
    for sheet in ["<sheetData><row>", "<row><c t='s'><v>99</v></c></row>", "<row><c r='XFE1'/></row>", "<a></b>"] {
        assert!(broken(sheet), "{sheet}");
    }
    let binary = zipped(&[("xl/workbook.bin", "")]);
    assert_eq!(read(&binary, "", &Options::default()), Err(Error::Unreadable { format: Format::Xlsx }));
    let main =
        "<Relationships><Relationship Id='rId1' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>";
    let binary = zipped(&[("_rels/.rels", main), ("xl/workbook.bin", "\0\u{1}")]);
    assert_eq!(read(&binary, "", &Options::default()), Err(Error::Unreadable { format: Format::Xlsx }));
    let empty = zipped(&[("xl/workbook.xml", "")]);
    assert!(matches!(read(&empty, "", &Options::default()), Err(Error::Broken { .. })));
}

#[test]
fn words_that_many_cells_share_are_counted_for_each() {
    let row = format!("<row>{}</row>", "<c t='s'><v>4</v></c>".repeat(100));
    let bytes = workbook(BOOK, &format!("<sheetData>{row}</sheetData>"));
    let options = Options { unpacked: 1000 + bytes.len() as u64 * 4, ..Options::default() };
    assert!(read(&bytes, "", &options).is_ok());
    let many = workbook(BOOK, &format!("<sheetData>{}</sheetData>", row.repeat(10)));
    assert!(matches!(read(&many, "", &Options { cells: 999, ..Options::default() }), Err(Error::TooLarge { .. })));
}
