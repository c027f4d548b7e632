//! Who signs the document, and the day (发文机关署名, 成文日期).

use arcstr::Substr;
use jiff::civil::Date;

use super::HeadLine;
use crate::calendar::date;
use crate::outline::ending::{is_full_name, is_signing_name, without_seal};
use crate::outline::region::MOST_SIGNERS;
use crate::text::chars::is_blank;
use crate::text::{Flow, Joint};

/// The body that signs and the day, on one line or two.
pub(super) fn find(lines: &[HeadLine]) -> Option<(Option<Substr>, Option<Date>)> {
    let at = lines.iter().rposition(HeadLine::is_date);
    let at = at.or_else(|| lines.iter().rposition(|line| signed_line(line).is_some()))?;
    if let Some((signatory, date)) = signed_line(&lines[at]) {
        return Some((Some(signatory), Some(date)));
    }
    let signers = signers(&lines[..at]);
    let names = signers.iter().map(|line| line.flow.slice(0..without_seal(line.text()).len()));
    let names: Vec<Flow> = names.collect();
    let names = Flow::join(names.iter().map(|name| (name, Joint::Separator)));
    Some((Some(names.text).filter(|names| !names.is_empty()), date::whole_loose(lines[at].text())))
}

/// The last lines, as far as they name who signs.
fn signers(above: &[HeadLine]) -> &[HeadLine] {
    let signs = |line: &&HeadLine| line.is_plain() && is_signing_name(line.text());
    let Some(last) = above.last().filter(signs) else { return &[] };
    let more = if is_full_name(last.text()) { &above[..above.len() - 1] } else { &[] };
    let as_well = |line: &&HeadLine| signs(line) && is_full_name(line.text());
    let count = 1 + more.iter().rev().take(MOST_SIGNERS - 1).take_while(as_well).count();
    &above[above.len() - count..]
}

/// The day that a card gives.
pub(super) fn day(value: &Flow) -> Option<Date> {
    date::loose(&value.text)
}

/// `云溪市人民政府办公室 2025年3月4日`
fn signed_line(line: &HeadLine) -> Option<(Substr, Date)> {
    let text = line.text();
    let (date, at) = date::last_in(text).filter(|&(_, at)| at > 0 && date::whole(&text[at..]).is_some())?;
    let name = without_seal(text[..at].trim_end_matches(is_blank));
    (line.is_plain() && is_signing_name(name)).then(|| (line.flow.words(0..name.len()), date))
}
