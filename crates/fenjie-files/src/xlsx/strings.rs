//! Words of cells: in the list that all sheets share, or in the cell itself.

use super::xml::{Node, unescaped, walk};
use crate::Error;

/// The words of a string while it is read: those of its runs, without the ones that say how to pronounce them.
#[derive(Default)]
pub(super) struct Words {
    found: String,
    inside: bool,
    phonetic: bool,
}

impl Words {
    pub(super) fn see(&mut self, node: &Node<'_>) {
        match node {
            Node::Start("rPh", _) => self.phonetic = true,
            Node::End("rPh") => self.phonetic = false,
            Node::Start("t" | "v", _) => self.inside = !self.phonetic,
            Node::End("t" | "v") => self.inside = false,
            Node::Words(words) if self.inside => self.found.push_str(words),
            _ => {}
        }
    }

    /// The words, with which the next string begins anew.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.found)
    }
}

/// The strings of `sharedStrings.xml`.
pub(super) fn read(part: &[u8]) -> Result<Vec<String>, Error> {
    let mut strings = Vec::new();
    let mut words = Words::default();
    walk(part, "sharedStrings.xml", |node| {
        words.see(&node);
        if let Node::End("si") = node {
            strings.push(unescaped(words.take()));
        }
        Ok(())
    })?;
    Ok(strings)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn runs_are_joined_and_pronunciations_left_out() {
        let part = "<sst><si><t>市财政局</t></si><si><r><rPr><b/></rPr><t>修桥</t></r><r><t xml:space='preserve'> 3座</t></r>\
                    <rPh sb='0' eb='1'><t>xiū</t></rPh></si><si/><si><t>A&amp;B&#x4E00;_x000A__x_<![CDATA[<]]></t></si></sst>";
        assert_eq!(read(part.as_bytes()).unwrap(), ["市财政局", "修桥 3座", "", "A&B一\n_x_<"]);
        assert!(read(&part.as_bytes()[..61]).is_err());
    }
}
