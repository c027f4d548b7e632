//! What styles say: how lists are numbered, and what is hidden.

use std::collections::HashMap;

use crate::Error;
use crate::labels::{Gap, Numbers, bounded};
use crate::xml::{Element, Xml};

/// How many levels a list has.
pub(super) const LEVELS: usize = 10;

#[derive(Default)]
pub(super) struct Styles {
    lists: HashMap<String, ListStyle>,
    /// How headings are numbered.
    outline: ListStyle,
    /// Styles of text and of paragraphs, each under the name of its family.
    named: HashMap<(String, String), Style>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    hidden: Option<bool>,
}

pub(super) type ListStyle = [Level; LEVELS];

/// How a level of a list is numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Level {
    pub(super) numbers: Numbers,
    pub(super) start: u32,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// How many levels are shown, this one included.
    pub(super) shown: u32,
    /// All of it in one, with `%1%` to `%10%` for the numbers; newer programs write it.
    pub(super) form: Option<String>,
    /// Whether the numbers of the levels above are digits.
    pub(super) legal: bool,
    pub(super) gap: Gap,
}

impl Default for Level {
    fn default() -> Self {
        let (prefix, suffix, form) = (String::new(), String::new(), None);
        Self { numbers: Numbers::Nothing, start: 1, prefix, suffix, shown: 1, form, legal: false, gap: Gap::Tab }
    }
}

/// How many styles may be based on each other; more can only be a circle.
const LONGEST_CHAIN: usize = 64;

impl Styles {
    /// Takes a style, if the element is one.
    pub(super) fn take(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<bool, Error> {
        let name = || element.attribute("name").map(String::from);
        match element.local() {
            b"list-style" => {
                let style = list_style(xml)?;
                self.lists.extend(name().map(|name| (name, style)));
            }
            b"outline-style" => self.outline = list_style(xml)?,
            b"style" => {
                let parent = element.attribute("parent-style-name").map(String::from);
                let style = Style { parent, hidden: hidden(xml)? };
                let family = element.attribute("family").map(String::from).unwrap_or_default();
                self.named.extend(name().map(|name| ((family, name), style)));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn list(&self, name: &str) -> Option<&ListStyle> {
        self.lists.get(name)
    }

    pub(super) fn outline(&self) -> &ListStyle {
        &self.outline
    }

    /// Whether a style of a family hides what has it.
    pub(super) fn hides(&self, family: &str, name: &str) -> bool {
        let named = |name: &str| self.named.get(&(family.to_owned(), name.to_owned()));
        let chain = std::iter::successors(named(name), |style| style.parent.as_deref().and_then(named));
        chain.take(LONGEST_CHAIN).find_map(|style| style.hidden).unwrap_or(false)
    }
}

fn hidden(xml: &mut Xml<'_>) -> Result<Option<bool>, Error> {
    let mut hidden = None;
    xml.inside(|_, element| {
        // Of text it is said with `none`, of sheets with `false`.
        if matches!(element.local(), b"text-properties" | b"table-properties") {
            hidden = element.attribute("display").map(|display| matches!(&*display, "none" | "false")).or(hidden);
        }
        Ok(())
    })?;
    Ok(hidden)
}

fn list_style(xml: &mut Xml<'_>) -> Result<ListStyle, Error> {
    let mut style = ListStyle::default();
    let mut at = LEVELS;
    xml.inside(|_, element| {
        match element.local() {
            b"list-level-style-number" | b"outline-level-style" => {
                at = element.number("level").and_then(|level| level.checked_sub(1)).map_or(LEVELS, |at| at as usize);
                style.get_mut(at).into_iter().for_each(|place| *place = level(element));
            }
            b"list-level-style-bullet" | b"list-level-style-image" => at = LEVELS,
            b"list-level-label-alignment" => {
                let gap = match element.attribute("label-followed-by").as_deref() {
                    Some("space") => Gap::Space,
                    Some("nothing") => Gap::Nothing,
                    _ => Gap::Tab,
                };
                style.get_mut(at).into_iter().for_each(|level| level.gap = gap);
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(style)
}

fn level(element: &Element<'_>) -> Level {
    let words = |name: &str| element.attribute(name).map(|words| bounded(&words));
    Level {
        numbers: words("num-format").map_or(Numbers::Nothing, |form| numbers(&form)),
        start: element.number("start-value").unwrap_or(1),
        prefix: words("num-prefix").unwrap_or_default(),
        suffix: words("num-suffix").unwrap_or_default(),
        shown: element.number("display-levels").unwrap_or(1),
        form: words("num-list-format"),
        legal: element.is("is-legal", "true"),
        gap: Gap::Tab,
    }
}

/// A form of numbers, which is written as its first number or as its first few.
fn numbers(form: &str) -> Numbers {
    match form.split(',').next().unwrap_or_default() {
        "" => Numbers::Nothing,
        "A" => Numbers::UpperLetter,
        "a" => Numbers::LowerLetter,
        "I" => Numbers::UpperRoman,
        "i" => Numbers::LowerRoman,
        "一" => Numbers::Chinese,
        "壹" if form.contains('贰') => Numbers::Formal,
        "壹" => Numbers::FormalTraditional,
        "甲" => Numbers::Stems,
        "子" => Numbers::Branches,
        "①" => Numbers::Circled,
        "１" => Numbers::FullWidth,
        first => {
            let digits = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
            Numbers::Decimal(if digits { first.len().min(9) } else { 1 })
        }
    }
}
