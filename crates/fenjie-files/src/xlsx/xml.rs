//! The XML of a part: its elements by their local names, whatever the prefix.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::{Error, Format, encoding};

/// What is met on the way through a part.
pub(super) enum Node<'a> {
    Start(&'a str, Attributes<'a>),
    End(&'a str),
    /// Words, or a piece of them.
    Words(&'a str),
}

#[derive(Clone, Copy)]
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl<'a> Attributes<'a> {
    /// An attribute by its local name.
    pub(super) fn get(self, name: &str) -> Option<Cow<'a, str>> {
        // To look for an attribute that is given twice would take a look at each for each.
        let mut all = self.0.attributes();
        let found = all
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    pub(super) fn number<T: std::str::FromStr>(self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute is there and says yes.
    pub(super) fn is_on(self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.as_ref(), "1" | "true" | "on"))
    }
}

/// Goes through a part, which has to be whole.
pub(super) fn walk(part: &[u8], name: &str, see: impl FnMut(Node<'_>) -> Result<(), Error>) -> Result<(), Error> {
    let text = encoding::decode(part, None, None).map_err(|error| broken(name, error))?;
    events(&text, name, see)
}

fn broken(name: &str, error: impl std::fmt::Display) -> Error {
    Error::broken(Format::Xlsx, format_args!("{name}: {error}"))
}

fn events(text: &str, name: &str, mut see: impl FnMut(Node<'_>) -> Result<(), Error>) -> Result<(), Error> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_u64;
    loop {
        match reader.read_event().map_err(|error| broken(name, error))? {
            Event::Start(start) => {
                depth += 1;
                see(Node::Start(local(start.local_name().as_ref()), Attributes(&start)))?;
            }
            Event::Empty(start) => {
                see(Node::Start(local(start.local_name().as_ref()), Attributes(&start)))?;
                see(Node::End(local(start.local_name().as_ref())))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                see(Node::End(local(end.local_name().as_ref())))?;
            }
            Event::Text(words) => see(Node::Words(&words.xml10_content().map_err(|error| broken(name, error))?))?,
            Event::CData(words) => see(Node::Words(&words.xml10_content().map_err(|error| broken(name, error))?))?,
            Event::GeneralRef(entity) => {
                let entity = format!("&{};", entity.decode().map_err(|error| broken(name, error))?);
                see(Node::Words(&quick_xml::escape::unescape(&entity).map_err(|error| broken(name, error))?))?;
            }
            Event::Eof if depth > 0 => return Err(broken(name, "it ends inside of an element")),
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// A name that is no text is none that is looked for.
fn local(name: &[u8]) -> &str {
    std::str::from_utf8(name).unwrap_or_default()
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
