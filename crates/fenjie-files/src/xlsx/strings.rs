//! Words of cells: in the list that all sheets share, or in the cell itself.

use crate::Error;
use crate::xml::{Event, Part};

/// The words of a string while it is read: those of its runs, without the ones that say how to pronounce them.
#[derive(Default)]
pub(super) struct Words {
    found: String,
    inside: bool,
    phonetic: bool,
}

impl Words {
    pub(super) fn see(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(element) => match element.local() {
                b"rPh" => self.phonetic = true,
                b"t" | b"v" => self.inside = !self.phonetic,
                _ => {}
            },
            Event::End(element) => match element.local() {
                b"rPh" => self.phonetic = false,
                b"t" | b"v" => self.inside = false,
                _ => {}
            },
            Event::Text(words) if self.inside => self.found.push_str(words),
            Event::Text(_) => {}
        }
    }

    /// The words, with which the next string begins anew.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.found)
    }
}

/// The strings of `sharedStrings.xml`.
pub(super) fn read(part: &Part) -> Result<Vec<String>, Error> {
    let mut strings = Vec::new();
    let mut words = Words::default();
    let mut xml = part.xml();
    while let Some(event) = xml.next()? {
        words.see(&event);
        if matches!(event, Event::End(element) if element.local() == b"si") {
            strings.push(unescaped(words.take()));
        }
    }
    Ok(strings)
}

/// Characters that XML cannot hold stand as `_x000D_` in a sheet.
pub(super) fn unescaped(words: String) -> String {
    if !words.contains("_x") {
        return words;
    }
    let mut found = String::with_capacity(words.len());
    let mut rest = words.as_str();
    while let Some(at) = rest.find("_x") {
        found.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(c) = code.and_then(char::from_u32) {
            found.push(c);
            rest = &rest[7..];
        } else {
            found.push_str("_x");
            rest = &rest[2..];
        }
    }
    found.push_str(rest);
    found
}

#[cfg(test)]
mod tests {
    use crate::xml::Part;
    use crate::{Error, Format, Options};

    fn read(part: &str) -> Result<Vec<String>, Error> {
        let bytes = part.as_bytes().to_vec();
        super::read(&Part::new(bytes, "sharedStrings.xml", Format::Xlsx, &Options::default())?)
    }

    #[test]
    fn runs_are_joined_and_pronunciations_left_out() {
        let part = "<sst><si><t>市财政局</t></si><si><r><rPr><b/></rPr><t>修桥</t></r><r><t xml:space='preserve'> 3座</t></r>\
                    <rPh sb='0' eb='1'><t>xiū</t></rPh></si><si/><si><t>A&amp;B&#x4E00;_x000A__x_<![CDATA[<]]></t></si></sst>";
        assert_eq!(read(part).unwrap(), ["市财政局", "修桥 3座", "", "A&B一\n_x_<"]);
        assert!(read(&part[..part.find("</r>").unwrap()]).is_err());
    }
}
