//! Who signs the document, and the day (发文机关署名, 成文日期).

use arcstr::Substr;
use jiff::civil::Date;

use super::HeadLine;
use crate::outline::date;
use crate::outline::region::is_signing_name;
use crate::text::Flow;
use crate::text::chars::is_blank;

/// The body that signs and the day, on one line or two.
pub(super) fn find(lines: &[HeadLine]) -> Option<(Option<Substr>, Option<Date>)> {
    let at = lines.iter().rposition(HeadLine::is_date);
    let at = at.or_else(|| lines.iter().rposition(|line| signed_line(line).is_some()))?;
    if let Some((signatory, date)) = signed_line(&lines[at]) {
        return Some((Some(signatory), Some(date)));
    }
    let date = date::whole(lines[at].text());
    let above = at.checked_sub(1).map(|above| &lines[above]);
    let signatory = above.filter(|above| above.is_plain() && is_signing_name(above.text()));
    Some((signatory.map(|above| above.flow.text.clone()), date))
}

/// The day that a card gives.
pub(super) fn day(value: &Flow) -> Option<Date> {
    date::loose(&value.text)
}

/// `云溪市人民政府办公室 2025年3月4日`
fn signed_line(line: &HeadLine) -> Option<(Substr, Date)> {
    let text = line.text();
    let (date, at) = date::last_in(text).filter(|&(_, at)| at > 0 && date::whole(&text[at..]).is_some())?;
    let signatory = text[..at].trim_end_matches(is_blank).len();
    (line.is_plain() && signatory > 0 && text.chars().count() <= 50).then(|| (line.flow.words(0..signatory), date))
}
