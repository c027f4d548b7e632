//! Files that are made to cost more than they are worth: each is read, or refused with the limit that it goes beyond. One that
//! its limit does not hold takes minutes, which whoever waits for the tests sees.

use fenjie_filekit::{Kind, Word, pdf, stream, zipped};
use fenjie_files::{Document, Error, Limit, Options, read};

/// How much a file may have here, where code is not optimised: a small part of what is usual.
fn options() -> Options {
    Options { unpacked: 4 << 20, cells: 10_000, ..Options::default() }
}

fn read_within_limits(name: &str, bytes: &[u8]) -> Result<Document, Error> {
    read(bytes, name, &options())
}

/// Read, and no larger than it may be, or refused for its size.
fn bounded(name: &str, bytes: &[u8]) {
    let found = read_within_limits(name, bytes).map(|document| document.text.len() as u64);
    let fits =
        found.as_ref().map_or_else(|error| matches!(error, Error::TooLarge { .. }), |&size| size <= options().unpacked);
    assert!(fits, "{name}: {found:?}");
}

fn refused(name: &str, bytes: &[u8], limit: Limit) {
    let found = read_within_limits(name, bytes).map(|document| document.text.len());
    assert!(matches!(found, Err(Error::TooLarge { limit: found, .. }) if found == limit), "{name}: {found:?}");
}

/// A stream, as words.
fn packed(dict: &str, data: &str) -> String {
    String::from_utf8_lossy(&stream(dict, data)).into_owned()
}

/// A PDF of so many pages that share what they show, in a font with this map of its codes.
fn shared(pages: usize, content: &str, map: &str) -> Vec<u8> {
    let page = "<< /Type /Page /Contents 5 0 R >> ".repeat(pages);
    pdf(&[
        b"<< /Pages 2 0 R >>".to_vec(),
        format!("<< /Kids [{page}] /Resources << /Font << /F 3 0 R >> >> >>").into_bytes(),
        b"<< /Type /Font /Subtype /TrueType /ToUnicode 4 0 R >>".to_vec(),
        stream("", map),
        stream("", content),
    ])
}

#[test]
fn pages_that_share_what_they_show_are_charged_for_it() {
    let content = "0 0 m 9 9 l n ".repeat(4000);
    refused("pages of one stream", &shared(1000, &content, ""), Limit::Unpacked);
    let map = format!("1 beginbfchar <61> <{}> endbfchar", "4E91".repeat(10_000));
    let words = format!("BT /F 9 Tf ({}) Tj ET", "a".repeat(100_000));
    refused("codes of many characters", &shared(1, &words, &map), Limit::Unpacked);
    let rules =
        (0..500).fold(String::new(), |all, at| all + &format!("{} 0 m {0} 5000 l 0 {0} m 5000 {0} l S ", at * 10));
    refused("tables of many places", &shared(20, &rules, ""), Limit::Unpacked);
}

#[test]
fn a_line_of_words_far_apart_is_read_once() {
    let content = (0..20_000).fold(String::from("BT /F 0.01 Tf "), |all, _| all + "1 0 Td (a) Tj ");
    assert!(read_within_limits("words far apart", &shared(1, &content, "")).is_ok());
}

#[test]
fn what_does_not_end_is_looked_for_once() {
    let file = ["%PDF-1.4\n", &"1 0 obj<<>>(".repeat(100_000)].concat();
    assert!(read_within_limits("strings that do not end", file.as_bytes()).is_err());
    let ranges =
        (0..20_000).fold(String::from("1 begincodespacerange "), |all, at| all + &format!("<{at:08x}> <{at:08x}> "));
    let words = format!("BT /F 9 Tf <{}> Tj ET", "ff".repeat(100_000));
    let font = "<< /Type /Font /Subtype /Type0 /Encoding 4 0 R >>";
    let file = String::from_utf8(shared(1, &words, &(ranges + "endcodespacerange"))).unwrap();
    let file = file.replace("<< /Type /Font /Subtype /TrueType /ToUnicode 4 0 R >>", font);
    assert!(read_within_limits("lengths of codes", file.replace("/Length", "/Type /CMap /Length").as_bytes()).is_err());
}

#[test]
fn rows_that_were_packed_by_their_differences_are_no_longer_than_they_are() {
    let content = packed(
        "/Filter [/ASCIIHexDecode /LZWDecode] /DecodeParms [null << /Predictor 2 /Colors 99999 \
        /BitsPerComponent 99999 /Columns 99999999 >>]",
        "800b6050220c0c8501>",
    );
    let file = String::from_utf8(shared(1, "", "")).unwrap().replace(&packed("", ""), &content);
    assert!(read_within_limits("a row of terabytes", file.as_bytes()).is_ok());
}

const RELATIONS: &str = "<Relationships><Relationship Id='a' Type='/worksheet' Target='a.xml'/>\
    <Relationship Id='b' Type='/sharedStrings' Target='b.xml'/></Relationships>";

fn workbook(sheets: &str, strings: &str, sheet: &str) -> Vec<u8> {
    zipped(&[
        ("xl/workbook.xml", &format!("<workbook>{sheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/a.xml", &format!("<worksheet>{sheet}</worksheet>")),
        ("xl/b.xml", &format!("<sst><si><t>{strings}</t></si></sst>")),
    ])
}

#[test]
fn sheets_are_charged_for_words_that_they_share() {
    let row = format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(100));
    let sheet = "<sheet name='a' id='a'/>";
    refused("a long string in many cells", &workbook(sheet, &"修".repeat(3000), &row.repeat(10)), Limit::Unpacked);
    refused("one part for many sheets", &workbook(&sheet.repeat(500), "修", &row.repeat(10)), Limit::Cells);
    let named = format!("<sheet name='{}' id='a'/>", "名".repeat(100_000));
    let document = read_within_limits("a sheet with a long name", &workbook(&named, "修", &row.repeat(50))).unwrap();
    assert!(document.origins[0].place.to_string().len() < 1000);
}

fn docx(body: &str, numbering: &str) -> Vec<u8> {
    let body = format!("<w:document><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", &body), ("word/numbering.xml", &format!("<w:numbering>{numbering}</w:numbering>"))])
}

#[test]
fn documents_are_charged_for_labels_and_read_once() {
    let level = format!(
        "<w:lvl w:ilvl='0'><w:start w:val='12345'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='{}'/></w:lvl>",
        "%1".repeat(10_000)
    );
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='1'>{level}</w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    );
    let item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
    refused("long labels", &docx(&item.repeat(6000), &numbering), Limit::Unpacked);
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let open = format!("<w:p>{}</w:p>", [field("begin"), field("separate")].concat().repeat(30_000));
    let body = open + &format!("<w:p>{}</w:p>", field("begin")).repeat(20_000);
    assert!(read_within_limits("fields that do not end", &docx(&body, "")).is_ok());
    let cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc>";
    let words = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "修".repeat(200_000));
    let body = [&cell.repeat(80), words.as_str(), &"</w:tc></w:tr></w:tbl>".repeat(80)].concat();
    refused("tables in tables", &docx(&body, ""), Limit::Unpacked);
}

#[test]
fn cells_that_are_repeated_are_charged_before_they_are_written() {
    let cell = format!(
        "<table:table-cell table:number-columns-repeated='1000'><text:p>{}</text:p></table:table-cell>",
        "修".repeat(100_000)
    );
    let row = "<table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='1000'>\
        <text:p>修</text:p></table:table-cell></table:table-row>";
    for (name, rows) in [
        ("a long cell a thousand times", format!("<table:table-row>{cell}</table:table-row>")),
        ("a row a thousand times", row.to_owned()),
    ] {
        let content = format!("<office:body><table:table>{rows}</table:table></office:body>");
        let file = zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]);
        refused(name, &file, Limit::Unpacked);
    }
}

#[test]
fn a_package_of_many_parts_and_a_bomb_are_refused() {
    let names: Vec<String> = (0..20_000).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    assert!(read_within_limits("many parts", &zipped(&parts)).is_err());
    refused("a bomb", &docx(&" ".repeat(20 << 20), ""), Limit::Unpacked);
}

#[test]
fn pages_of_many_names_are_read_once() {
    let names = (0..10_000).fold(String::new(), |all, at| all + &format!("<x{at} y{at}=1></x{at}>"));
    assert!(read_within_limits("names of elements", format!("<html>{names}</html>").as_bytes()).is_ok());
    let links = "<p><a href=x>修".repeat(5000);
    bounded("links that do not end", format!("<html><body>{links}</body></html>").as_bytes());
    let tables = format!("<html>{}</html>", "<table><tr><td rowspan=99999 colspan=99>修".repeat(60));
    bounded("tables in tables of a page", tables.as_bytes());
}

#[test]
fn rows_whose_form_a_style_has_are_charged_for_it() {
    let form = [&[0x08, 0xd6, 2, 2, 255][..], &[0; 512]].concat();
    let said = [&[0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1][..], &form].concat();
    let name = [0; 4];
    let style = [&[0, 0, 1, 0][..], &[0; 6], &name, &(said.len() as u16).to_le_bytes(), &said].concat();
    let head = [&[18, 0, 0, 0, 10, 0][..], &[0; 14]].concat();
    let styles = [&head[..], &(style.len() as u16).to_le_bytes(), &style].concat();
    let word = |rows: usize| Word { text: "修\r\r".repeat(rows), styles: styles.clone(), ..Word::default() }.stream();
    let read = |rows: usize| (Kind::named("doc").unwrap().pack)(&word(rows));
    assert!(read_within_limits("a few rows of a style", &read(10)).is_ok());
    refused("rows of a style", &read(10_000), Limit::Unpacked);
}

#[test]
fn pages_of_no_more_than_their_name_are_charged() {
    let pages = |count: usize| pdf(&[format!("<< /Pages << /Kids [{}] >> >>", "<< /Type /Page >>".repeat(count))]);
    assert!(read_within_limits("a few pages", &pages(500)).is_ok());
    refused("pages without anything", &pages(2000), Limit::Unpacked);
}

#[test]
fn fonts_that_many_pages_name_are_charged_for_each() {
    let fonts = (0..2000).fold(String::new(), |all, at| all + &format!("/F{at} 3 0 R "));
    let pages = |count: usize| {
        let kids = "<< /Type /Page /Resources << /Font 2 0 R >> >> ".repeat(count);
        pdf(&[format!("<< /Pages << /Kids [{kids}] >> >>"), format!("<< {fonts} >>")])
    };
    assert!(read_within_limits("fonts of a few pages", &pages(5)).is_ok());
    refused("fonts of many pages", &pages(50), Limit::Unpacked);
}

#[test]
fn separated_values_of_more_rows_than_cells_are_refused() {
    refused("rows without words", ",,\n".repeat(20_000).as_bytes(), Limit::Cells);
}
