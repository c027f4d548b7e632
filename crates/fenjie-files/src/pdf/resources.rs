//! What the streams of a page name: fonts, and forms.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::file::File;
use super::font::Font;
use super::object::{Dict, Object};
use crate::Error;

/// What was read for the pages before, so that it is read once.
#[derive(Default)]
pub(super) struct Known {
    /// Fonts by the numbers of their objects.
    fonts: HashMap<u32, Rc<Font>>,
    /// Fonts and forms of pages that have them in an object of its own, by its number.
    numbered: HashMap<u32, Rc<Resources>>,
    /// What the last page had.
    last: Option<(Rc<Object>, Rc<Resources>)>,
}

/// Fonts and forms by their names.
pub(super) struct Resources {
    fonts: Dict,
    pub(super) forms: Dict,
    /// The fonts that were asked for.
    named: RefCell<HashMap<String, Option<Rc<Font>>>>,
}

impl Resources {
    pub(super) fn read(file: &File<'_>, dict: &Dict) -> Result<Self, Error> {
        let (fonts, forms) = (file.dict(dict, "Font")?, file.dict(dict, "XObject")?);
        Ok(Self { fonts, forms, named: RefCell::default() })
    }
}

impl Known {
    pub(super) fn of_page(&mut self, file: &File<'_>, own: &Rc<Object>) -> Result<Rc<Resources>, Error> {
        if let Some((_, known)) = self.last.as_ref().filter(|(last, _)| Rc::ptr_eq(last, own)) {
            return Ok(Rc::clone(known));
        }
        let number = if let Object::Reference(number) = **own { Some(number) } else { None };
        let read = match number.and_then(|number| self.numbered.get(&number)) {
            Some(known) => Rc::clone(known),
            None => Rc::new(Resources::read(file, file.resolve(own)?.dict().unwrap_or(&Dict::default()))?),
        };
        self.numbered.extend(number.map(|number| (number, Rc::clone(&read))));
        self.last = Some((Rc::clone(own), Rc::clone(&read)));
        Ok(read)
    }

    /// The font with a name.
    pub(super) fn font(&mut self, file: &File<'_>, all: &Resources, name: &str) -> Result<Option<Rc<Font>>, Error> {
        if let Some(known) = all.named.borrow().get(name) {
            return Ok(known.clone());
        }
        let font = match all.fonts.get(name) {
            Object::Reference(number) => self.numbered(file, *number)?,
            Object::Dict(dict) => Some(Rc::new(Font::read(file, dict)?)),
            _ => None,
        };
        all.named.borrow_mut().insert(name.to_owned(), font.clone());
        Ok(font)
    }

    fn numbered(&mut self, file: &File<'_>, number: u32) -> Result<Option<Rc<Font>>, Error> {
        if let Some(known) = self.fonts.get(&number) {
            return Ok(Some(Rc::clone(known)));
        }
        let Object::Dict(dict) = file.resolve(&Object::Reference(number))? else { return Ok(None) };
        let font = Rc::new(Font::read(file, &dict)?);
        self.fonts.insert(number, Rc::clone(&font));
        Ok(Some(font))
    }
}
