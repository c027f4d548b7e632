//! PDF.

use std::io::Write as _;

/// A file of these objects, numbered from 1, of which the first is the root. Its table of objects is not there, which a reader
/// has to put up with.
///
/// ```
/// assert!(fenjie_filekit::pdf(&["<< >>"]).starts_with(b"%PDF"));
/// ```
pub fn pdf<Object: AsRef<[u8]>>(objects: &[Object]) -> Vec<u8> {
    pdf_with(objects, "")
}

/// The same with what its trailer says beside.
pub fn pdf_with<Object: AsRef<[u8]>>(objects: &[Object], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object.as_ref());
        file.extend(b"\nendobj\n");
    }
    file.extend(format!("trailer << /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF").bytes());
    file
}

/// A stream with these entries in its dictionary beside its length.
pub fn stream(dict: &str, data: impl AsRef<[u8]>) -> Vec<u8> {
    let data = data.as_ref();
    let mut object = format!("<< {dict} /Length {} >> stream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// A font with all characters of Chinese, whose codes are those of UTF-16.
const CHINESE: &str = "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts \
    [<< /Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) >> /DW 1000 >>] >>";

const PAGES: &str =
    "<< /Kids [3 0 R] /Resources << /Font << /F 4 0 R /G 5 0 R /H 6 0 R >> /XObject << /X 7 0 R >> >> >>";

/// A page: what it draws, and behind NUL bytes the map of the codes of two of its fonts and what it draws as `/X`.
pub(crate) fn page(inner: &[u8]) -> Vec<u8> {
    let mut parts = inner.splitn(3, |&byte| byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let (content, map, form) = (stream("", part()), stream("", part()), stream("/Subtype /Form", part()));
    pdf(&[
        &b"<< /Pages 2 0 R >>"[..],
        PAGES.as_bytes(),
        b"<< /Type /Page /Contents 8 0 R >>",
        CHINESE.as_bytes(),
        b"<< /Type /Font /Subtype /TrueType /ToUnicode 9 0 R >>",
        b"<< /Type /Font /Subtype /Type0 /Encoding 9 0 R /ToUnicode 9 0 R >>",
        &form,
        &content,
        &map,
    ])
}

/// Rules around columns and rows, so many points wide and high, with their top left corner at a place.
pub(crate) fn lattice(
    content: &mut Vec<u8>,
    (x, y): (u32, u32),
    (columns, rows): (u32, u32),
    (width, height): (u32, u32),
) {
    for row in 0..=rows {
        let at = y - row * height;
        writeln!(content, "{x} {at} m {} {at} l S", x + columns * width).ok();
    }
    for column in 0..=columns {
        let at = x + column * width;
        writeln!(content, "{at} {y} m {at} {} l S", y - rows * height).ok();
    }
}
