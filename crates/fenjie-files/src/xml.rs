//! The elements and texts of an XML part, one after the other. Names are local ones: the strict and the transitional form of a
//! format differ in their namespaces alone.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event as Raw};

use crate::{Error, Format, Limit, Options, encoding};

/// A part of a package, as text.
pub(crate) struct Part {
    text: String,
    name: String,
    format: Format,
    depth: usize,
}

/// A part that is being read.
pub(crate) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a Part,
    /// How many elements are open.
    open: usize,
    /// Whether there was an element at all.
    any: bool,
}

/// What comes next. An empty element begins and ends.
pub(crate) enum Event<'a> {
    Start(Element<'a>),
    End(Ended<'a>),
    Text(Cow<'a, str>),
}

/// An element that begins.
pub(crate) struct Element<'a>(BytesStart<'a>);

/// The end of an element.
pub(crate) struct Ended<'a>(BytesEnd<'a>);

impl Part {
    /// The text of a part, which is in UTF-8, or in what its bytes show.
    pub(crate) fn new(bytes: Vec<u8>, name: &str, format: Format, options: &Options) -> Result<Self, Error> {
        let decoded = |bytes: &[u8]| encoding::decode(bytes, None, None).map(Cow::into_owned);
        let text = String::from_utf8(bytes).or_else(|error| decoded(error.as_bytes()));
        let mut part = Self { text: String::new(), name: name.to_owned(), format, depth: options.depth };
        part.text = text.map_err(|error| part.broken(error))?;
        Ok(part)
    }

    pub(crate) fn xml(&self) -> Xml<'_> {
        let mut reader = Reader::from_str(self.text.trim_start_matches('\u{feff}'));
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, part: self, open: 0, any: false }
    }

    fn broken(&self, error: impl std::fmt::Display) -> Error {
        Error::broken(self.format, format_args!("{}: {error}", self.name))
    }
}

impl<'a> Xml<'a> {
    /// The next element, end or text; `None` behind the last one.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'a>>, Error> {
        loop {
            let event = self.reader.read_event().map_err(|error| self.broken(error))?;
            return Ok(Some(match event {
                Raw::Start(start) => {
                    self.begin()?;
                    Event::Start(Element(start))
                }
                Raw::End(end) => {
                    self.open = self.open.saturating_sub(1);
                    Event::End(Ended(end))
                }
                Raw::Text(text) => Event::Text(text.xml10_content().map_err(|error| self.broken(error))?),
                Raw::CData(text) => Event::Text(text.xml10_content().map_err(|error| self.broken(error))?),
                Raw::GeneralRef(name) => Event::Text(self.character(&name)?),
                Raw::Eof if self.open == 0 && self.any => return Ok(None),
                Raw::Eof => return Err(self.broken("it ends too early")),
                Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_) => continue,
            }));
        }
    }

    fn begin(&mut self) -> Result<(), Error> {
        self.any = true;
        self.open += 1;
        if self.open > self.part.depth {
            return Err(Error::TooLarge { limit: Limit::Depth, allowed: self.part.depth as u64 });
        }
        Ok(())
    }

    /// A reference to a character. A part can declare others of its own; no program that writes these formats does.
    fn character(&self, name: &BytesRef<'_>) -> Result<Cow<'a, str>, Error> {
        if let Some(found) = name.resolve_char_ref().map_err(|error| self.broken(error))? {
            return Ok(Cow::Owned(found.to_string()));
        }
        let name = name.decode().map_err(|error| self.broken(error))?;
        let found = resolve_predefined_entity(&name).map(Cow::Borrowed);
        found.ok_or_else(|| self.broken(format_args!("the entity {name} is not known")))
    }

    /// Visits every element inside the one that began last, down to its end. A visit may [skip](Self::skip).
    pub(crate) fn inside(
        &mut self,
        mut visit: impl FnMut(&mut Self, &Element<'a>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let level = self.open;
        while self.open >= level {
            match self.next()? {
                Some(Event::Start(element)) => visit(self, &element)?,
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    /// Passes over what is left of the innermost element that is open, its end with it.
    pub(crate) fn skip(&mut self) -> Result<(), Error> {
        self.inside(|_, _| Ok(()))
    }

    fn broken(&self, error: impl std::fmt::Display) -> Error {
        self.part.broken(error)
    }
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(crate) fn local(&self) -> &[u8] {
        self.0.local_name().into_inner()
    }

    /// Its name with the prefix.
    pub(crate) fn name(&self) -> &[u8] {
        self.0.name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub(crate) fn attribute(&self, local: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|found| found.key.local_name().as_ref() == local.as_bytes())?;
        found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()
    }

    /// The value of an attribute that is a number; `None` where it is none, or below 0.
    pub(crate) fn number(&self, local: &str) -> Option<u32> {
        self.attribute(local)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(crate) fn is_on(&self, local: &str) -> bool {
        self.attribute(local).is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
    }

    /// Whether an attribute says so.
    pub(crate) fn is(&self, local: &str, value: &str) -> bool {
        self.attribute(local).is_some_and(|found| found == value)
    }
}

impl Ended<'_> {
    /// Its name without the prefix.
    pub(crate) fn local(&self) -> &[u8] {
        self.0.local_name().into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, Part};
    use crate::{Error, Format, Limit, Options};

    fn words(part: &str) -> Result<String, Error> {
        let options = Options { depth: 3, ..Options::default() };
        let part = Part::new(part.as_bytes().to_vec(), "a.xml", Format::Docx, &options)?;
        let mut xml = part.xml();
        let mut words = String::new();
        while let Some(event) = xml.next()? {
            match event {
                Event::Start(element) if element.local() == b"skip" => xml.skip()?,
                Event::Text(text) => words += &text,
                _ => {}
            }
        }
        Ok(words)
    }

    #[test]
    fn characters_are_read_and_entities_of_its_own_refused() {
        assert_eq!(words("<a>甲&lt;&#x4e59;<skip>丙<b/></skip><![CDATA[丁&]]></a>").unwrap(), "甲<乙丁&");
        let declared = words("<!DOCTYPE a [<!ENTITY x \"市财政局\">]><a>&x;</a>");
        assert!(matches!(declared, Err(Error::Broken { .. })), "{declared:?}");
    }

    #[test]
    fn what_is_cut_off_or_too_deep_is_refused() {
        for part in ["", "<a>甲", "<a><b></a>", "甲"] {
            assert!(matches!(words(part), Err(Error::Broken { .. })), "{part}");
        }
        let deep = words("<a><b><c><d/></c></b></a>");
        assert_eq!(deep, Err(Error::TooLarge { limit: Limit::Depth, allowed: 3 }));
    }

    #[test]
    fn a_part_may_be_in_utf_16() {
        let wide: Vec<u8> = "\u{feff}<a>甲</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let text = |bytes| Part::new(bytes, "a.xml", Format::Docx, &Options::default()).map(|part| part.text);
        assert_eq!(text(wide).unwrap(), "<a>甲</a>");
        assert!(text("<a>市财政局".as_bytes()[..11].to_vec()).is_err());
    }
}
