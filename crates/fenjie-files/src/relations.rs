//! The relations between the parts of a packed file (Open Packaging Conventions): which part is the document, and which are its
//! styles. Programs are free in how they name parts: Word on the web calls the document `document2.xml`.

use std::collections::HashMap;

use crate::Error;
use crate::package::Package;
use crate::xml::{Event, Part};

/// The parts to which a part refers, by the names that it gives them.
#[derive(Default)]
pub(crate) struct Relations(HashMap<String, Relation>);

/// A reference to another part.
pub(crate) struct Relation {
    kind: String,
    part: String,
}

impl Relations {
    /// The name of the main part of a package, where it says it.
    pub(crate) fn main(package: &mut Package<'_>) -> Result<Option<String>, Error> {
        let relations = Self::of(package, "")?;
        Ok(relations.and_then(|relations| relations.part("/officeDocument").map(String::from)))
    }

    /// Those of a part, or of the package itself for an empty name; `None` where it has none.
    pub(crate) fn of(package: &mut Package<'_>, part: &str) -> Result<Option<Self>, Error> {
        let (folder, name) = split(part);
        let listed = package.xml(&format!("{folder}_rels/{name}.rels"))?;
        listed.map(|listed| Self::read(&listed, folder)).transpose()
    }

    fn read(listed: &Part, folder: &str) -> Result<Self, Error> {
        let mut relations = HashMap::new();
        let mut xml = listed.xml();
        while let Some(event) = xml.next()? {
            let Event::Start(element) = event else { continue };
            let (Some(id), Some(target)) = (element.attribute("Id"), element.attribute("Target")) else { continue };
            if !element.is("TargetMode", "External") {
                let kind = element.attribute("Type").unwrap_or_default().into_owned();
                relations.insert(id.into_owned(), Relation { kind, part: resolved(folder, &target) });
            }
        }
        Ok(Self(relations))
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Relation> {
        self.0.get(id)
    }

    /// The name of the part of a kind, which is the end of what the relation says.
    pub(crate) fn part(&self, kind: &str) -> Option<&str> {
        self.0.values().find(|relation| relation.is(kind)).map(Relation::part)
    }
}

impl Relation {
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kind.ends_with(kind)
    }

    pub(crate) fn part(&self) -> &str {
        &self.part
    }
}

/// The folder of a part, with the stroke behind it, and its name there.
fn split(part: &str) -> (&str, &str) {
    part.split_at(part.rfind('/').map_or(0, |at| at + 1))
}

/// The name of a part that is meant from inside a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut places: Vec<&str> = folder.split_terminator('/').collect();
    for place in target.split('/') {
        match place {
            "." => {}
            ".." => drop(places.pop()),
            _ => places.push(place),
        }
    }
    places.join("/")
}

#[cfg(test)]
mod tests {
    use super::{resolved, split};

    #[test]
    fn parts_are_named_from_where_they_are_meant() {
        for (folder, target, part) in [
            ("", "word/document2.xml", "word/document2.xml"),
            ("xl/", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl/", "/xl/styles.xml", "xl/styles.xml"),
            ("word/", "./styles.xml", "word/styles.xml"),
            ("word/", "../notes/../../a.xml", "a.xml"),
        ] {
            assert_eq!(resolved(folder, target), part);
        }
        assert_eq!(split("xl/workbook.xml"), ("xl/", "workbook.xml"));
        assert_eq!(split(""), ("", ""));
    }
}
