//! Several files that are one notice.

use fenjie::Span;

use crate::{Document, Error, Format, Options, Origin, Place, Remark, RemarkKind, read};

/// What comes with a notice is read behind it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Page,
    Text,
    Sheet,
    Attachment,
}

/// Reads files that are one notice, whose order nobody tells: pages first, then texts, then sheets, and at the end what is named
/// an attachment (`附件1.docx`); each of these by their names. Pictures, which are seals and logos, are passed over with a remark
/// as long as something is left.
///
/// # Errors
/// What [`read`] says of a file, with the file's name: no annex is lost in silence.
///
/// ```
/// use fenjie_files::{Options, read_together};
///
/// let annex = ("annex.csv".to_owned(), "序号,任务,责任单位\n1,修桥3座,市交通局\n".into());
/// let page = ("notice.html".to_owned(), "<p>关于印发任务清单的通知</p>".into());
/// let document = read_together(vec![annex, page], &Options::default()).unwrap();
/// assert_eq!(document.files, ["notice.html", "annex.csv"]);
/// ```
pub fn read_together(files: Vec<(String, Vec<u8>)>, options: &Options) -> Result<Document, (String, Error)> {
    let (mut documents, mut pictures) = (Vec::with_capacity(files.len()), Vec::new());
    for (name, bytes) in files {
        match read(&bytes, &name, options) {
            Ok(document) => documents.push((rank(&name, Format::of(&bytes), &document), name, document)),
            Err(Error::Unreadable { format: Format::Image }) => pictures.push(name),
            Err(error) => return Err((name, error)),
        }
    }
    let only = if documents.is_empty() { pictures.pop() } else { None };
    if let Some(name) = only {
        return Err((name, Error::Unreadable { format: Format::Image }));
    }
    documents.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let mut whole = Document::default();
    for (_, name, document) in documents {
        whole.join(document).map_err(|error| (name, error.into()))?;
    }
    for name in pictures {
        remark_on_picture(&mut whole, name);
    }
    Ok(whole)
}

fn remark_on_picture(whole: &mut Document, name: String) {
    let (at, file) = (whole.text.len() as u32, whole.files.len() as u32);
    let origin = Origin { span: Span::new(at, at), file, place: Place::Page { page: 1, line: 1 } };
    whole.remarks.push(Remark { kind: RemarkKind::Picture, origin });
    whole.files.push(name);
}

fn rank(name: &str, format: Format, document: &Document) -> Rank {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_sheet = match format {
        Format::Xlsx | Format::Xls | Format::Ods => true,
        // Separated values.
        Format::Text => !document.tables.is_empty(),
        _ => false,
    };
    match format {
        _ if last.contains("附件") || last.contains("附表") => Rank::Attachment,
        Format::Html => Rank::Page,
        _ if is_sheet => Rank::Sheet,
        _ => Rank::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::read_together;
    use crate::Options;

    #[test]
    fn what_is_announced_stands_behind_what_announces_it() {
        let files = [
            ("a/附件1.txt", "任务清单"),
            ("a/1.csv", "序号,任务,单位\n1,修桥,市交通局\n"),
            ("a/青政发9号.txt", "关于印发任务清单的通知"),
            ("a/附件.html", "<p>名单</p>"),
            ("a/通知.html", "<p>关于印发任务清单的通知</p>"),
            ("a/章.gif", "GIF89a"),
        ];
        let files = files.map(|(name, content)| (name.to_owned(), content.into()));
        let document = read_together(files.into(), &Options::default()).unwrap();
        assert_eq!(
            document.files,
            ["a/通知.html", "a/青政发9号.txt", "a/1.csv", "a/附件.html", "a/附件1.txt", "a/章.gif"]
        );
        assert_eq!(document.remarks.len(), 1);
        let damaged = vec![("通知.html".to_owned(), b"<p>".to_vec()), ("附件.pdf".to_owned(), b"%PDF-1.4\n1".to_vec())];
        let (name, _) = read_together(damaged, &Options::default()).unwrap_err();
        assert_eq!(name, "附件.pdf");
    }
}
