//! The pages of a file, in order.

use std::collections::HashSet;
use std::rc::Rc;

use super::file::File;
use super::object::{Dict, Object};
use crate::Error;
use crate::Format::Pdf;

/// A page.
pub(super) struct Page {
    /// The streams that draw it.
    pub(super) contents: Vec<u32>,
    /// The fonts and forms that they name; mostly the same for all pages.
    pub(super) resources: Rc<Object>,
}

/// What a page costs beside its bytes, of which it may have very few.
const PAGE: usize = 4096;

/// The pages. They hang on a tree, and take from its branches what they do not say themselves.
pub(super) fn pages(file: &File<'_>) -> Result<Vec<Page>, Error> {
    let root = file.dict(file.trailer(), "Root")?;
    let mut open = vec![(root.get("Pages").clone(), Rc::new(Object::Null))];
    let mut seen = HashSet::new();
    let mut pages = Vec::new();
    while let Some((node, inherited)) = open.pop() {
        if let Object::Reference(number) = node {
            if !seen.insert(number) {
                continue;
            }
        }
        let Object::Dict(node) = file.resolve(&node)? else { return Err(Error::broken(Pdf, "a page is missing")) };
        let own = node.get("Resources");
        let resources = if own == &Object::Null { inherited } else { Rc::new(own.clone()) };
        if let Object::Array(kids) = file.value(&node, "Kids")? {
            open.extend(kids.into_iter().rev().map(|kid| (kid, Rc::clone(&resources))));
        } else {
            file.charge(PAGE)?;
            pages.push(Page { contents: contents(file, &node)?, resources });
        }
    }
    Ok(pages)
}

/// One stream, or several that go on in each other.
fn contents(file: &File<'_>, node: &Dict) -> Result<Vec<u32>, Error> {
    let number = |object: &Object| if let Object::Reference(number) = object { Some(*number) } else { None };
    let own = node.get("Contents");
    Ok(match file.resolve(own)? {
        Object::Array(list) => list.iter().filter_map(number).collect(),
        _ => number(own).into_iter().collect(),
    })
}
