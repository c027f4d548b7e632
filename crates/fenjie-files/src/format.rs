//! What kind of file bytes are: by what they begin with, never by their name.

use std::fmt;

use crate::compound::Compound;
use serde::Serialize;

/// A kind of file.
///
/// ```
/// assert_eq!(fenjie_files::Format::Ofd.to_string(), "OFD");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// Plain text, Markdown or separated values, in any encoding.
    Text,
    /// A web page, whole or a part.
    Html,
    /// Word 2007 and later.
    Docx,
    /// Word 97 to 2003, and what WPS writes as `.wps`.
    Doc,
    /// A text of OpenDocument.
    Odt,
    /// Excel 2007 and later.
    Xlsx,
    /// Excel 97 to 2003, and what WPS writes as `.et`.
    Xls,
    /// A spreadsheet of OpenDocument.
    Ods,
    /// PDF.
    Pdf,
    /// A PDF whose pages are pictures, or whose fonts do not tell which characters they show.
    Scan,
    /// OFD, the national format for documents with a fixed layout (GB/T 33190).
    Ofd,
    /// Rich text.
    Rtf,
    /// Slides.
    Slides,
    /// A picture.
    Image,
    /// Packed files.
    Archive,
    /// A document under a password.
    Encrypted,
    /// Anything else that is no text.
    Binary,
}

impl Format {
    /// What `bytes` are.
    ///
    /// | they begin with | they are |
    /// | --- | --- |
    /// | `PK` | [`Docx`](Self::Docx), [`Xlsx`](Self::Xlsx), [`Slides`](Self::Slides), [`Ofd`](Self::Ofd), [`Odt`](Self::Odt) or [`Ods`](Self::Ods) by the parts that are packed, else an [`Archive`](Self::Archive) |
    /// | `D0 CF 11 E0` | [`Doc`](Self::Doc), [`Xls`](Self::Xls), [`Slides`](Self::Slides) or [`Encrypted`](Self::Encrypted) by the streams at the root, else [`Binary`](Self::Binary) |
    /// | `%PDF` | [`Pdf`](Self::Pdf); that it is a [`Scan`](Self::Scan) or [`Encrypted`](Self::Encrypted), only reading it shows |
    /// | `{\rtf` | [`Rtf`](Self::Rtf) |
    /// | the marks of PNG, JPEG, GIF, BMP, TIFF | an [`Image`](Self::Image) |
    /// | the marks of RAR, 7z, gzip | an [`Archive`](Self::Archive) |
    /// | a document type, a comment, an element of a page | [`Html`](Self::Html) |
    /// | anything else | [`Text`](Self::Text) |
    ///
    /// ```
    /// use fenjie_files::Format;
    ///
    /// assert_eq!(Format::of(b"%PDF-1.7"), Format::Pdf);
    /// assert_eq!(Format::of("责任单位：市财政局".as_bytes()), Format::Text);
    /// assert_eq!(Format::of(b"\xef\xbb\xbf <!DOCTYPE html>"), Format::Html);
    /// ```
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Self::of_package(bytes),
            [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Self::of_compound(bytes),
            [b'%', b'P', b'D', b'F', ..] => Self::Pdf,
            [b'{', b'\\', b'r', b't', b'f', ..] => Self::Rtf,
            [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => Self::Image,
            [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] | [b'I', b'I', 0x2a, 0, ..] | [b'M', b'M', 0, 0x2a, ..] => {
                Self::Image
            }
            [b'R', b'a', b'r', b'!', ..] | [b'7', b'z', 0xbc, 0xaf, ..] | [0x1f, 0x8b, ..] => Self::Archive,
            _ if is_xml_workbook(bytes) => Self::Xls,
            _ if is_page(bytes) => Self::Html,
            _ => Self::Text,
        }
    }

    /// What to do with a file of a kind that is not read.
    pub(crate) fn advice(self) -> &'static str {
        match self {
            Self::Image | Self::Scan => "it has no text; recognise its characters first (OCR)",
            Self::Archive => "unpack it first, and read the files in it",
            Self::Encrypted => "open it, with its password if it has one, and save it without protection",
            Self::Binary => "it is no document that is known",
            Self::Ofd => "open it in an OFD reader and export it as PDF",
            Self::Slides => "save it as PDF first",
            // Word 6 and 95, and workbooks in binary parts (XLSB).
            Self::Doc | Self::Rtf => "open it in Word, WPS or LibreOffice and save it as DOCX",
            Self::Xls | Self::Xlsx => "open it in Excel, WPS or LibreOffice and save it as XLSX",
            Self::Text | Self::Html | Self::Docx | Self::Odt | Self::Ods | Self::Pdf => "it is read",
        }
    }

    fn of_package(bytes: &[u8]) -> Self {
        let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return Self::Archive };
        let has = |name: &str| archive.index_for_name(name).is_some();
        // Word on the web calls it `document2.xml`.
        let has_main = |start: &str, ends: &[&str]| {
            let ended = |name: &str| ends.iter().any(|end| name.ends_with(end));
            archive.file_names().any(|name| name.starts_with(start) && ended(name))
        };
        match () {
            () if has_main("word/document", &[".xml"]) => Self::Docx,
            () if has_main("xl/workbook", &[".xml", ".bin"]) => Self::Xlsx,
            () if has("ppt/presentation.xml") => Self::Slides,
            () if has("OFD.xml") => Self::Ofd,
            () if has("content.xml") => Self::of_open_document(archive),
            () => Self::Archive,
        }
    }

    /// The file `mimetype` says what an OpenDocument is.
    fn of_open_document(mut archive: zip::ZipArchive<std::io::Cursor<&[u8]>>) -> Self {
        use std::io::Read as _;
        let mut kind = String::new();
        if let Ok(file) = archive.by_name("mimetype") {
            // A mimetype that is longer, or no text, is none.
            let _ = file.take(100).read_to_string(&mut kind);
        }
        match kind.trim() {
            kind if kind.ends_with("spreadsheet") || kind.ends_with("spreadsheet-template") => Self::Ods,
            kind if kind.ends_with("presentation") => Self::Slides,
            _ => Self::Odt,
        }
    }

    /// The names of the streams at its root say what a compound file is; what is embedded in it has such names as well. In a
    /// file that is damaged, they are looked for anywhere: they stand in its directory in UTF-16.
    fn of_compound(bytes: &[u8]) -> Self {
        let file = Compound::open(bytes, Self::Binary);
        let anywhere = |name: &str| {
            let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(wide.len()).any(|window| window == wide)
        };
        let has = |name: &str| file.as_ref().map_or_else(|_| anywhere(name), |file| file.has(name));
        match () {
            () if has("EncryptedPackage") => Self::Encrypted,
            () if has("WordDocument") => Self::Doc,
            () if has("Workbook") || has("Book") => Self::Xls,
            () if has("PowerPoint Document") => Self::Slides,
            () => Self::Binary,
        }
    }
}

/// How many bytes are looked at for the first sign of a web page.
const SAMPLE: usize = 4096;

/// The elements that a page, or what was cut out of one, begins with.
const MARKS: [&str; 16] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<table",
    "<div",
    "<p>",
    "<p ",
    "<span",
    "<section",
    "<article",
    "<h1",
    "<link",
    "<style",
];

/// Whether a text is a workbook in the XML of Excel 2003, which is often named `.xls`.
fn is_xml_workbook(bytes: &[u8]) -> bool {
    const NAMESPACE: &[u8] = b"urn:schemas-microsoft-com:office:spreadsheet";
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // A page that was saved by Excel begins with `<html`.
    let start = sample.strip_prefix(b"\xef\xbb\xbf").unwrap_or(sample);
    let declared = start.trim_ascii_start().starts_with(b"<?xml");
    declared && sample.windows(NAMESPACE.len()).any(|window| window == NAMESPACE)
}

/// Whether a text begins with an element of a page: a document type, a comment, or one of the usual elements.
fn is_page(bytes: &[u8]) -> bool {
    // UTF-16, with a mark or without one.
    let wide = matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..]);
    let sample = bytes[..bytes.len().min(SAMPLE)].iter().copied().filter(|&byte| !wide || byte != 0);
    let start: Vec<u8> = sample.map(|byte| byte.to_ascii_lowercase()).collect();
    let blank = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf | 0xff | 0xfe);
    let first = start.iter().position(|byte| !blank(byte)).unwrap_or(start.len());
    let begins = |rest: &[u8]| MARKS.iter().any(|mark| rest.starts_with(mark.as_bytes()));
    let rest = &start[first..];
    let declared = rest.starts_with(b"<!--") || rest.starts_with(b"<?xml");
    begins(rest) || declared && (0..rest.len()).any(|at| rest[at] == b'<' && begins(&rest[at..]))
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Html => "web page",
            Self::Docx => "Word document (DOCX)",
            Self::Doc => "Word document (DOC)",
            Self::Odt => "OpenDocument text (ODT)",
            Self::Xlsx => "Excel workbook (XLSX)",
            Self::Xls => "Excel workbook (XLS)",
            Self::Ods => "OpenDocument spreadsheet (ODS)",
            Self::Pdf => "PDF",
            Self::Scan => "scanned PDF",
            Self::Ofd => "OFD",
            Self::Rtf => "rich text (RTF)",
            Self::Slides => "presentation",
            Self::Image => "picture",
            Self::Archive => "archive",
            Self::Encrypted => "encrypted document",
            Self::Binary => "binary data",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_workbook_in_xml_is_no_text() {
        let book = "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
        assert_eq!(Format::of(book.as_bytes()), Format::Xls);
        let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:spreadsheet\"><table>";
        assert_eq!(Format::of(page.as_bytes()), Format::Html);
        let read = crate::read(book.as_bytes(), "清单.xls", &crate::Options::default());
        assert_eq!(read, Err(crate::Error::Unreadable { format: Format::Xls }));
    }

    #[test]
    fn a_page_is_known_by_its_first_element() {
        for page in ["<html>", "\n<!-- saved -->\n<HTML>", "<?xml version='1.0'?><html>", "<p class=a>", "<TABLE>"] {
            assert_eq!(Format::of(page.as_bytes()), Format::Html, "{page}");
        }
        for wide in ["<html>", "\u{feff}<p class=a>", "\r\n<!-- 甲 --><table>"] {
            for unit in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
                let bytes: Vec<u8> = wide.encode_utf16().flat_map(unit).collect();
                assert_eq!(Format::of(&bytes), Format::Html, "{wide}");
            }
        }
        for text in ["", "<", "<notice>", "一、<p>", "< 5%"] {
            assert_eq!(Format::of(text.as_bytes()), Format::Text, "{text}");
        }
    }
}
