//! The command, run as a person or a script runs it.

mod check;
mod common;
mod files;
mod fmt;
mod parse;
mod quantities;
