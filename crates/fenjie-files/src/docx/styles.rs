//! What the styles of a document say of its paragraphs and runs.

use std::collections::HashMap;

use super::properties::{self, Paragraph};
use crate::Error;
use crate::xml::{Event, Xml};

#[derive(Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of the paragraphs that name none.
    usual: Option<String>,
}

#[derive(Default)]
struct Style {
    based_on: Option<String>,
    paragraph: Paragraph,
    hidden: Option<bool>,
}

/// The list of a paragraph, and its level there from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) list: u32,
    pub(super) level: usize,
}

/// How many styles may be based on each other; more can only be a circle.
const LONGEST_CHAIN: usize = 64;

impl Styles {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Error> {
        let mut styles = Self::default();
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            if element.local() != b"style" {
                continue;
            }
            let style = style(xml)?;
            let Some(id) = element.attribute("styleId").map(String::from) else { continue };
            if element.is("type", "paragraph") && element.is_on("default") {
                styles.usual = Some(id.clone());
            }
            styles.styles.insert(id, style);
        }
        Ok(styles)
    }

    /// A style and those on which it is based.
    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = (&'a str, &'a Style)> {
        let named = |id: &'a str| self.styles.get(id).map(|style| (id, style));
        std::iter::successors(id.and_then(named), move |(_, style)| style.based_on.as_deref().and_then(named))
            .take(LONGEST_CHAIN)
    }

    fn of_paragraph<'a>(&'a self, paragraph: &'a Paragraph) -> impl Iterator<Item = (&'a str, &'a Style)> {
        self.chain(paragraph.style.as_deref().or(self.usual.as_deref()))
    }

    /// Whether the runs of a paragraph are hidden where they do not say it themselves.
    pub(super) fn hides(&self, paragraph: &Paragraph) -> bool {
        self.of_paragraph(paragraph).find_map(|(_, style)| style.hidden).unwrap_or(false)
    }

    /// Whether a style of runs hides them, where it says anything.
    pub(super) fn hides_run(&self, style: &str) -> Option<bool> {
        self.chain(Some(style)).find_map(|(_, style)| style.hidden)
    }

    /// The list that a numbering style stands for.
    pub(super) fn list(&self, style: &str) -> Option<u32> {
        self.chain(Some(style)).find_map(|(_, style)| style.paragraph.list)
    }

    /// Where a paragraph stands among the numbered ones. `linked` gives the level of a list that belongs to a style.
    pub(super) fn place(&self, own: &Paragraph, linked: impl Fn(u32, &str) -> Option<usize>) -> Option<Place> {
        let (list, above) = match own.list {
            Some(list) => (list, 0),
            None => {
                self.of_paragraph(own).enumerate().find_map(|(at, (_, style))| Some((style.paragraph.list?, at + 1)))?
            }
        };
        if list == 0 {
            return None;
        }
        let of_style = || {
            let level = self.of_paragraph(own).take(above).find_map(|(id, _)| linked(list, id));
            level.or_else(|| {
                let mut styles = self.of_paragraph(own).take(above);
                styles.find_map(|(_, style)| style.paragraph.level).map(|level| level as usize)
            })
        };
        let level = own.level.map(|level| level as usize).or_else(of_style).unwrap_or(0);
        Some(Place { list, level })
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Style, Error> {
    let mut style = Style::default();
    xml.inside(|xml, element| {
        match element.local() {
            b"basedOn" => style.based_on = element.attribute("val").map(String::from),
            b"pPr" => style.paragraph = properties::paragraph(xml)?,
            b"rPr" => style.hidden = properties::run(xml)?.hidden,
            // What holds for a part of a table.
            b"tblStylePr" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(style)
}
