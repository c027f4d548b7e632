//! Text → lines: one script, spans, widths, mending of broken lines, numerals. Knows characters, not notices.

pub(crate) mod chars;
mod csv;
mod flow;
mod fold;
mod kinds;
mod lines;
mod markdown;
pub(crate) mod numeral;
mod page;
mod scripts;
mod set;

pub(crate) use csv::signs as csv_signs;
pub(crate) use flow::{Flow, Joint};
pub(crate) use fold::{Change, Folded, Wording, fold, fold_piece, folded};
pub(crate) use kinds::Kinds;
pub(crate) use lines::{Line, lines};
pub(crate) use markdown::signs as markdown_signs;
pub(crate) use page::is_page_number;
pub(crate) use set::CharSet;
