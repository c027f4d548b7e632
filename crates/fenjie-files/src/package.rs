//! Files that are packed together: the parts of a Word, Excel or OpenDocument file, within the limits of the options.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::budget::Budget;
use crate::{Error, Format, Options};

/// The parts of a file, and how much of them may still be unpacked.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    format: Format,
    budget: Budget,
}

impl<'a> Package<'a> {
    pub(crate) fn open(bytes: &'a [u8], format: Format, options: &Options) -> Result<Self, Error> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| Error::broken(format, error))?;
        Ok(Self { archive, format, budget: Budget::of_bytes(options) })
    }

    /// A part by its name; `None` where there is none.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(at) = self.archive.index_for_name(name) else { return Ok(None) };
        let broken = |error: &dyn std::fmt::Display| Error::broken(self.format, format_args!("{name}: {error}"));
        let part = self.archive.by_index(at).map_err(|error| broken(&error))?;
        // What a part says of its own size is not believed.
        let mut bytes = Vec::new();
        part.take(self.budget.left().saturating_add(1)).read_to_end(&mut bytes).map_err(|error| broken(&error))?;
        self.budget.take(bytes.len())?;
        Ok(Some(bytes))
    }

    /// A part without which the file is none.
    pub(crate) fn needed(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        self.part(name)?.ok_or_else(|| Error::broken(self.format, format_args!("it has no {name}")))
    }
}
