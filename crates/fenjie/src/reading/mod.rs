//! Paragraphs → facts: each file answers one question about them.

mod again;
mod allowance;
mod breakdown;
mod builder;
mod by_body;
mod convention;
mod draft;
mod genre;
mod header;
mod kind;
mod letter;
mod part;
mod parts;
mod report;
mod responsibility;
mod roles;
mod section;
mod select;
mod table;
mod target;
mod targets;

use crate::phrase::{list as units, person as official, rule};

pub(crate) use again::{names_of_list, official_of_heading, official_of_label, rules_in_prose};
pub(crate) use breakdown::fill;
pub(crate) use builder::Builder;
pub(crate) use header::{read as header, settle as settle_header};
pub(crate) use kind::kind;
pub(crate) use parts::parts;
pub(crate) use report::read as report;
pub(crate) use table::{Tables, link};
pub(crate) use target::thing_counted;
pub(crate) use targets::figures;
