//! Lines → paragraphs → parts, sections and items. Knows headings and numbering, not units.

mod blocks;
pub(crate) mod card;
pub(crate) mod ending;
mod glued;
pub(crate) mod line;
pub(crate) mod look;
pub(crate) mod marker;
pub(crate) mod numbering;
mod page;
pub(crate) mod paragraph;
pub(crate) mod region;
mod run_in;
mod shape;
pub(crate) mod title;
pub(crate) mod tree;

use crate::phrase::{body as units_tail, closing, label};

pub(crate) use blocks::blocks;
pub(crate) use card::{Card, card};
pub(crate) use paragraph::Paragraph;
pub(crate) use region::{Region, Regions, regions};
pub(crate) use tree::{Entry, entries};
