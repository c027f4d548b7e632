//! The head and foot of the document (版头, 主体, 版记 of GB/T 9704): for each element the places that may give it, the best one
//! taken. What the document prints itself goes before what a card of metadata says of it.

mod addressees;
mod foot;
mod lines;
mod number;
mod place;
mod signature;
mod title;

use arcstr::Substr;

use crate::model::Header;
use crate::outline::{Card, Paragraph, Regions};
use crate::vocabulary::{CardField, LEVELS};
use lines::HeadLine;

/// Reads what the document says of itself.
pub(crate) fn read(paragraphs: &[Paragraph], regions: &Regions, card: &Card) -> Header {
    let front = lines::front(paragraphs, regions);
    let foot = lines::of(regions.foot.iter().map(|&at| &paragraphs[at]));
    let (title, end) = title::find(&front, paragraphs, regions, card);
    let mut header = Header { title, document_number: number::find(&front, card), ..Header::default() };
    header.addressees = addressees::find(&front, end);
    let signed = signature::find(&front).or_else(|| signature::find(&foot));
    (header.signatory, header.issued) = signed.unwrap_or_default();
    header.issued = header.issued.or_else(|| card.values(CardField::Dated).find_map(signature::day));
    header.attachments = foot::attachments(&front);
    header.disclosure = front.iter().chain(&foot).find_map(foot::disclosure);
    foot.iter().chain(&front).for_each(|line| foot::copy(line, &mut header));
    header.issuer = issuer(&header, card);
    header.jurisdiction = place::jurisdiction(&header, &front, card);
    header
}

/// A work report is the government's whose congress it was given to.
pub(crate) fn settle(header: &mut Header) {
    let is_report = header.title.as_ref().is_some_and(|title| title.contains("政府工作报告"));
    if let Some(place) = header.jurisdiction.as_ref().filter(|_| is_report && header.issuer.is_none()) {
        header.issuer = Some(Substr::from(format!("{place}人民政府")));
    }
}

/// The body before 关于 in the title; where that has no place of its own (`区人民政府…`), as the signature names it.
fn issuer(header: &Header, card: &Card) -> Option<Substr> {
    let titled = header.title.as_ref().and_then(title::issuer);
    let signed = || header.signatory.iter().chain(card.values(CardField::Issuer).map(|value| &value.text));
    let Some(titled) = titled else { return signed().next().cloned() };
    if LEVELS.at_start(&titled).is_none() {
        return Some(titled);
    }
    let plain = |name: &str| name.replace("人民政府", "政府");
    let whole = signed().find(|name| name.len() > titled.len() && plain(name).ends_with(&plain(&titled)));
    Some(whole.cloned().unwrap_or(titled))
}
