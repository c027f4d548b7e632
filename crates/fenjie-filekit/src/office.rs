//! The parts of Word and Excel from 2007 on, and of OpenDocument.

use crate::archive::stored;

/// Lists and styles as a document has them: three levels of numbers, a style with a number, a hidden one.
const NUMBERING: &str = include_str!("parts/numbering.xml");
const STYLES: &str = include_str!("parts/styles.xml");
const STRINGS: &str =
    "<sst><si><t>任务</t></si><si><t>责任单位</t></si><si><r><t>市</t></r><r><t>交通局</t></r></si></sst>";
const CELL_STYLES: &str = include_str!("parts/cells.xml");
const BOOK: &str = "<workbook><sheets><sheet name='清单' id='a'/></sheets></workbook>";
const RELATIONS: &str = "<Relationships><Relationship Id='a' Type='/worksheet' Target='a.xml'/>\
    <Relationship Id='b' Type='/sharedStrings' Target='b.xml'/><Relationship Id='c' Type='/styles' Target='c.xml'/>\
    </Relationships>";
const COMMON: &str = include_str!("parts/common.xml");

/// What stands between NUL bytes, and in place of what does not these.
fn parts<'a, const N: usize>(inner: &'a [u8], usual: [&'a str; N]) -> [&'a [u8]; N] {
    let mut given = inner.splitn(N, |&byte| byte == 0);
    usual.map(|usual| given.next().filter(|part| !part.is_empty()).unwrap_or(usual.as_bytes()))
}

/// `document.xml`, `numbering.xml`, `styles.xml`, `footnotes.xml`.
pub(crate) fn docx(inner: &[u8]) -> Vec<u8> {
    let [document, numbering, styles, notes] = parts(inner, ["", NUMBERING, STYLES, "<footnotes/>"]);
    stored(&[
        ("word/document.xml", document),
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
        ("word/footnotes.xml", notes),
    ])
}

/// `content.xml` and `styles.xml` of a text.
pub(crate) fn odt(inner: &[u8]) -> Vec<u8> {
    open_document("application/vnd.oasis.opendocument.text", inner)
}

/// The same of a spreadsheet.
pub(crate) fn ods(inner: &[u8]) -> Vec<u8> {
    open_document("application/vnd.oasis.opendocument.spreadsheet", inner)
}

fn open_document(kind: &str, inner: &[u8]) -> Vec<u8> {
    let [content, styles] = parts(inner, ["", COMMON]);
    stored(&[("mimetype", kind.as_bytes()), ("content.xml", content), ("styles.xml", styles)])
}

/// The sheet, `sharedStrings.xml`, `styles.xml`, `workbook.xml` and its relations.
pub(crate) fn xlsx(inner: &[u8]) -> Vec<u8> {
    let [sheet, strings, styles, book, relations] = parts(inner, ["", STRINGS, CELL_STYLES, BOOK, RELATIONS]);
    stored(&[
        ("xl/a.xml", sheet),
        ("xl/b.xml", strings),
        ("xl/c.xml", styles),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations),
    ])
}
