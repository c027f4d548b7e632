//! The numbers that Word writes before paragraphs.

use std::collections::HashMap;

use super::properties::is_on;
use super::styles::{Place, Styles};
use crate::Error;
use crate::labels::{Counts, Gap, LEVELS, Label, Next, Numbers, bounded};
use crate::xml::{Element, Event, Xml};

/// The lists of a document, and how far each has been counted.
#[derive(Default)]
pub(super) struct Numbering {
    forms: HashMap<u32, Form>,
    lists: HashMap<u32, List>,
    counts: Counts,
}

/// `abstractNum`: the form of lists, and what they count together.
#[derive(Default)]
struct Form {
    levels: [Option<Level>; LEVELS],
    /// The numbering style in which its levels stand.
    style: Option<String>,
}

/// `num`: a list, and where it differs from its form.
#[derive(Default)]
struct List {
    form: u32,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

struct Level {
    start: u32,
    numbers: Numbers,
    /// The words, with `%1` to `%9` for the numbers of the levels.
    text: String,
    /// The level, counted from 1, at or above which a paragraph begins this one anew; 0 for none.
    restart: Option<u32>,
    /// Whether all numbers in it are digits.
    legal: bool,
    gap: Gap,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
    hidden: bool,
}

impl Numbering {
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Error> {
        let mut numbering = Self::default();
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            match element.local() {
                b"abstractNum" => {
                    let form = form(xml)?;
                    numbering.forms.extend(element.number("abstractNumId").map(|id| (id, form)));
                }
                b"num" => {
                    let list = list(xml)?;
                    numbering.lists.extend(element.number("numId").map(|id| (id, list)));
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The level of a list that belongs to a style.
    pub(super) fn linked(&self, list: u32, style: &str, styles: &Styles) -> Option<usize> {
        let (_, form) = self.form(list, styles)?;
        form.levels.iter().flatten().position(|level| level.style.as_deref() == Some(style))
    }

    /// What stands before the next paragraph of a list.
    pub(super) fn next(&mut self, place: Place, styles: &Styles) -> Option<Label> {
        let Place { list, level } = place;
        let (form_id, _) = self.form(list, styles)?;
        let own = self.lists.get(&list).and_then(|found| *found.starts.get(level)?);
        let next = Next {
            list: form_id,
            level,
            start: self.start(list, form_id, level),
            begun_by: own.map(|_| list),
            restarts: std::array::from_fn(|below| self.restarts(list, form_id, below, level)),
        };
        self.counts.count(&next);
        self.label(list, form_id, level)
    }

    /// The form of a list, by way of a numbering style where it has one.
    fn form(&self, list: u32, styles: &Styles) -> Option<(u32, &Form)> {
        let mut id = self.lists.get(&list)?.form;
        for _ in 0..4 {
            let Some(style) = self.forms.get(&id)?.style.as_deref() else { break };
            id = self.lists.get(&styles.list(style)?)?.form;
        }
        self.forms.get(&id).map(|form| (id, form))
    }

    fn level(&self, list: u32, form: u32, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(level)?.as_ref());
        own.or_else(|| self.forms.get(&form)?.levels.get(level)?.as_ref())
    }

    /// The number at which a level begins.
    fn start(&self, list: u32, form: u32, level: usize) -> u32 {
        let own = self.lists.get(&list).and_then(|list| *list.starts.get(level)?);
        own.or_else(|| self.level(list, form, level).map(|level| level.start)).unwrap_or(0)
    }

    /// Whether a paragraph at the level `above` begins the level `below` anew.
    fn restarts(&self, list: u32, form: u32, below: usize, above: usize) -> bool {
        let told = self.level(list, form, below).and_then(|level| level.restart);
        told.is_none_or(|told| above < told as usize)
    }

    fn label(&self, list: u32, form: u32, level: usize) -> Option<Label> {
        let own = self.level(list, form, level)?;
        if own.hidden || own.numbers == Numbers::Bullet {
            return None;
        }
        let mut label = String::new();
        let mut rest = own.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            label += before;
            let digit = after.chars().next().and_then(|c| c.to_digit(10)).filter(|&digit| digit > 0);
            match digit {
                Some(digit) => label += &self.number(list, form, digit as usize - 1, own.legal),
                None => label.push('%'),
            }
            rest = if digit.is_some() { after.get(1..).unwrap_or_default() } else { after };
        }
        label += rest;
        Label::shown(label, own.gap)
    }

    /// The number at which a level stands, as that level writes it.
    fn number(&self, list: u32, form: u32, level: usize, legal: bool) -> String {
        let count = self.counts.at(form, level).unwrap_or_else(|| self.start(list, form, level));
        let numbers = self.level(list, form, level).map_or(Numbers::Nothing, |level| level.numbers);
        if legal { numbers.legal().write(count) } else { numbers.write(count) }
    }
}

fn form(xml: &mut Xml<'_>) -> Result<Form, Error> {
    let mut form = Form::default();
    xml.inside(|xml, element| {
        match element.local() {
            b"lvl" => put(&mut form.levels, element.number("ilvl"), Some(level(xml)?)),
            b"numStyleLink" => form.style = element.attribute("val").map(String::from),
            _ => {}
        }
        Ok(())
    })?;
    Ok(form)
}

fn list(xml: &mut Xml<'_>) -> Result<List, Error> {
    let mut list = List::default();
    let mut at = None;
    xml.inside(|xml, element| {
        match element.local() {
            b"abstractNumId" => list.form = element.number("val").unwrap_or_default(),
            b"lvlOverride" => at = element.number("ilvl"),
            b"startOverride" => put(&mut list.starts, at, element.number("val")),
            b"lvl" => put(&mut list.levels, at, Some(level(xml)?)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(list)
}

fn put<T>(list: &mut [T; LEVELS], at: Option<u32>, value: T) {
    if let Some(place) = at.and_then(|at| list.get_mut(at as usize)) {
        *place = value;
    }
}

fn level(xml: &mut Xml<'_>) -> Result<Level, Error> {
    let (numbers, gap) = (Numbers::default(), Gap::Tab);
    let (text, restart, style) = (String::new(), None, None);
    let mut level = Level { start: 0, numbers, text, restart, legal: false, gap, style, hidden: false };
    // A form that old programs do not know stands before one that they do.
    let mut told = false;
    xml.inside(|_, element| {
        let value = || element.attribute("val").map(String::from);
        match element.local() {
            b"start" => level.start = element.number("val").unwrap_or(0),
            b"numFmt" if !told => (level.numbers, told) = (numbers_of(element), true),
            b"lvlText" => level.text = bounded(&value().unwrap_or_default()),
            b"lvlRestart" => level.restart = element.number("val"),
            b"isLgl" => level.legal = is_on(element),
            b"suff" if element.is("val", "space") => level.gap = Gap::Space,
            b"suff" if element.is("val", "nothing") => level.gap = Gap::Nothing,
            b"pStyle" => level.style = value(),
            b"vanish" => level.hidden = is_on(element),
            _ => {}
        }
        Ok(())
    })?;
    Ok(level)
}

fn numbers_of(element: &Element<'_>) -> Numbers {
    let value = element.attribute("val").unwrap_or_default();
    match &*value {
        "bullet" => Numbers::Bullet,
        "none" => Numbers::Nothing,
        "decimalZero" => Numbers::Decimal(2),
        // `001, 002, 003, ...`
        "custom" => {
            let sample = element.attribute("format").unwrap_or_default();
            Numbers::Decimal(sample.chars().take_while(char::is_ascii_digit).take(9).count().max(1))
        }
        "decimalFullWidth" | "decimalFullWidth2" => Numbers::FullWidth,
        "upperLetter" => Numbers::UpperLetter,
        "lowerLetter" => Numbers::LowerLetter,
        "upperRoman" => Numbers::UpperRoman,
        "lowerRoman" => Numbers::LowerRoman,
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting" => Numbers::Chinese,
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Numbers::ChineseDigits,
        "chineseLegalSimplified" => Numbers::Formal,
        "ideographLegalTraditional" | "japaneseLegal" => Numbers::FormalTraditional,
        "ideographTraditional" => Numbers::Stems,
        "ideographZodiac" => Numbers::Branches,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Numbers::Circled,
        "decimalEnclosedParen" => Numbers::Bracketed,
        "decimalEnclosedFullstop" => Numbers::Dotted,
        _ => Numbers::default(),
    }
}
