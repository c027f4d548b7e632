//! The command, run as a person or a script runs it.

mod check;
mod common;
mod files;
mod parse;
mod quantities;
