//! Files that are packed together: the parts of a Word, Excel or OpenDocument file, within the limits of the options.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::budget::Budget;
use crate::xml::Part;
use crate::{Error, Format, Options};

/// The parts of a file, and how much of them may still be unpacked.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    options: &'a Options,
    budget: Budget,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8], format: Format, options: &'a Options) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Error::broken(format, error))?;
        Ok(Self { archive, format, options, budget: Budget::of_bytes(options) })
    }

    /// A part by its name; `None` where there is none.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        self.archive.index_for_name(name).map(|at| self.member(at)).transpose()
    }

    /// A part by its position.
    pub(crate) fn member(&mut self, at: usize) -> Result<Vec<u8>, Error> {
        let format = self.format;
        let part = self.archive.by_index(at).map_err(|error| Error::broken(format, error))?;
        let name = part.name().to_owned();
        // What a part says of its own size is not believed.
        let mut bytes = Vec::new();
        let read = part.take(self.budget.left().saturating_add(1)).read_to_end(&mut bytes);
        read.map_err(|error| Error::broken(format, format_args!("{name}: {error}")))?;
        self.budget.take(bytes.len())?;
        Ok(bytes)
    }

    /// The files among the parts: their positions, and their names in whatever encoding.
    pub(crate) fn names(&mut self) -> Vec<(usize, Vec<u8>)> {
        let count = self.archive.len();
        let archive = &mut self.archive;
        let name = |at: usize| {
            let part = archive.by_index_raw(at).ok().filter(zip::read::ZipFile::is_file)?;
            Some((at, part.name_raw().to_vec()))
        };
        (0..count).filter_map(name).collect()
    }

    /// A part in XML; `None` where there is none.
    pub(crate) fn xml(&mut self, name: &str) -> Result<Option<Part>, Error> {
        let (format, options) = (self.format, self.options);
        self.part(name)?.map(|bytes| Part::new(bytes, name, format, options)).transpose()
    }

    /// A part in XML without which the file is none.
    pub(crate) fn needed(&mut self, name: &str) -> Result<Part, Error> {
        self.xml(name)?.ok_or_else(|| Error::broken(self.format, format_args!("it has no {name}")))
    }
}
