//! A ZIP archive: the files of one notice, packed together as a web site gives them to be downloaded.

use crate::package::Package;
use crate::{Document, Error, Format, Options, encoding, together};

/// An archive of more files is no notice.
const MOST: usize = 64;

/// Reads every file of an archive, in the order in which [`together`] reads them.
pub(crate) fn open(bytes: &[u8], name: &str, options: &Options) -> Result<Document, Error> {
    let mut package = Package::open(bytes, Format::Archive, options)?;
    let names = package.names();
    if names.len() > MOST {
        return Err(Error::broken(Format::Archive, format_args!("it has more than {MOST} files")));
    }
    let mut members = Vec::with_capacity(names.len());
    for (at, raw) in names {
        let member = encoding::name(&raw, options).unwrap_or_else(|| at.to_string());
        let content = package.member(at)?;
        if is_hidden(&member) {
            continue;
        }
        if Format::of(&content) == Format::Archive {
            // Archives in archives have no end.
            return Err(Error::Unreadable { format: Format::Archive });
        }
        members.push((format!("{name}/{member}"), content));
    }
    if members.is_empty() {
        return Err(Error::Unreadable { format: Format::Archive });
    }
    // Each file may have its share.
    let within = Options { unpacked: options.unpacked / members.len() as u64, ..options.clone() };
    together::read_together(members, &within).map_err(|(_, error)| error)
}

/// What systems put beside the files.
fn is_hidden(name: &str) -> bool {
    name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|last| last.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use crate::{Error, Format, Options, RemarkKind, read};

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_page_stands_before_its_annexes() {
        let files: [(&str, &[u8]); 4] = [
            ("附件.csv", "序号,任务,单位\n1,修桥,市交通局\n".as_bytes()),
            ("通知.html", "<html><body><p>关于印发任务清单的通知</p></body></html>".as_bytes()),
            ("章.png", b"\x89PNG\r\n\x1a\n"),
            ("__MACOSX/._通知.html", b"<p>Mac</p>"),
        ];
        let document = read(&packed(&files), "下载.zip", &Options::default()).unwrap();
        assert_eq!(document.files, ["下载.zip/通知.html", "下载.zip/附件.csv", "下载.zip/章.png"]);
        let [picture] = &document.remarks[..] else { panic!("{:?}", document.remarks) };
        assert_eq!((picture.kind, picture.origin.file), (RemarkKind::Picture, 2));
        assert!(document.text.starts_with("关于印发任务清单的通知"), "{}", document.text);
        assert_eq!(document.tables.len(), 1);
    }

    #[test]
    fn an_archive_of_pictures_says_what_they_are() {
        let read = read(&packed(&[("章.png", b"\x89PNG\r\n\x1a\n")]), "下载.zip", &Options::default());
        assert_eq!(read, Err(Error::Unreadable { format: Format::Image }));
        let empty = crate::read(&packed(&[]), "下载.zip", &Options::default());
        assert_eq!(empty, Err(Error::Unreadable { format: Format::Archive }));
    }

    #[test]
    fn no_annex_is_lost_in_silence() {
        let page = ("通知.html", "<p>关于印发任务清单的通知</p>".as_bytes());
        let damaged = read(&packed(&[page, ("附件.pdf", b"%PDF-1.4\n1 0 obj")]), "下载.zip", &Options::default());
        assert!(matches!(damaged, Err(Error::Broken { format: Format::Pdf, .. })), "{damaged:?}");
        let within = read(&packed(&[page, ("附件.zip", &packed(&[page]))]), "下载.zip", &Options::default());
        assert_eq!(within, Err(Error::Unreadable { format: Format::Archive }));
    }

    #[test]
    fn what_an_archive_unpacks_to_is_limited_as_a_whole() {
        let page = [b"<p>".as_slice(), &[b'a'; 4000]].concat();
        let bytes = packed(&[("1.html", &page), ("2.html", &page)]);
        let options = |unpacked| Options { unpacked, ..Options::default() };
        assert!(read(&bytes, "下载.zip", &options(9000)).is_ok());
        assert!(matches!(read(&bytes, "下载.zip", &options(7000)), Err(Error::TooLarge { .. })));
    }
}
