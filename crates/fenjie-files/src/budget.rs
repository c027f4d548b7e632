//! How much of something a file may still have: every limit of the options is kept here.

use std::cell::Cell;

use crate::{Error, Limit, Options};

/// What is left of what the options allow.
#[derive(Debug)]
pub(crate) struct Budget {
    limit: Limit,
    allowed: u64,
    left: Cell<u64>,
}

impl Budget {
    /// Bytes: what is unpacked, and the words that are made of it.
    pub(crate) fn of_bytes(options: &Options) -> Self {
        Self::new(Limit::Unpacked, options.unpacked)
    }

    pub(crate) fn of_cells(options: &Options) -> Self {
        Self::new(Limit::Cells, options.cells)
    }

    fn new(limit: Limit, allowed: u64) -> Self {
        Self { limit, allowed, left: Cell::new(allowed) }
    }

    pub(crate) fn left(&self) -> u64 {
        self.left.get()
    }

    /// Takes so much, or says that there is not as much left.
    pub(crate) fn take(&self, count: usize) -> Result<(), Error> {
        self.left.set(self.left().checked_sub(count as u64).ok_or_else(|| self.exceeded())?);
        Ok(())
    }

    /// That a file holds more than is left.
    pub(crate) fn exceeded(&self) -> Error {
        Error::TooLarge { limit: self.limit, allowed: self.allowed }
    }
}
