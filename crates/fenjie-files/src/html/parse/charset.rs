//! The encoding that a page says it is in.

/// How many bytes are looked at: browsers ask for the declaration in the first 1024, and not all pages keep to it.
const SAMPLE: usize = 2048;

/// The label in `<meta charset>`, in `<meta http-equiv content="…; charset=…">`, or in the declaration of XHTML.
pub(crate) fn declared(bytes: &[u8]) -> Option<String> {
    let start = bytes.get(..SAMPLE).unwrap_or(bytes);
    let start: String = start.iter().map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let in_tags = |tag: &str, word: &str| start.split(tag).skip(1).find_map(|rest| label(rest, word));
    in_tags("<meta", "charset").or_else(|| in_tags("<?xml", "encoding"))
}

/// What stands behind `word` and an equals sign before the tag ends.
fn label(rest: &str, word: &str) -> Option<String> {
    let tag = rest.split('>').next()?;
    let (_, value) = tag.split_once(word)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start_matches(|c: char| c.is_whitespace() || is_quote(c));
    let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'));
    let label = &value[..end.unwrap_or(value.len())];
    (!label.is_empty()).then(|| label.to_owned())
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn every_way_to_declare_an_encoding_is_read() {
        for page in [
            "<meta charset=gb18030>",
            "<html><META CharSet = 'GB18030' />",
            "<meta name=a content=b><meta http-equiv='Content-Type' content='text/html; charset=gb18030'>",
            "<?xml version=\"1.0\" encoding=\"GB18030\"?><html>",
        ] {
            assert_eq!(declared(page.as_bytes()).as_deref(), Some("gb18030"), "{page}");
        }
        for page in ["<p>charset=big5", "<meta charset>big5", "<meta charset=\"\">", ""] {
            assert_eq!(declared(page.as_bytes()), None, "{page}");
        }
    }
}
