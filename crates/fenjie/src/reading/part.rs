//! What a part's title says of it: its kind and its period.

use crate::model::PartKind;
use crate::text::chars::arabic;
use crate::text::numeral::chinese_small;
use crate::vocabulary::PART_WORDS;

/// The kind of part that a title announces.
pub(crate) fn kind(title: &str) -> PartKind {
    let says = |&kind: &PartKind| PART_WORDS.find_iter(title).any(|(_, _, said)| said == kind);
    [PartKind::Outlook, PartKind::Commitments, PartKind::Livelihood].into_iter().find(says).unwrap_or_default()
}

/// The years that a title names: `2025年…` → 2025 to 2025, `2023—2025年` → 2023 to 2025.
pub(crate) fn period(title: &str) -> Option<(i16, i16)> {
    let mut years = title.char_indices().filter_map(|(at, _)| {
        let starts = !title[..at].ends_with(|c: char| c.is_ascii_digit());
        starts.then(|| year_at(&title[at..])).flatten()
    });
    let first = years.next()?;
    let last = years.next().filter(|&last| last > first).unwrap_or(first);
    Some((first, last))
}

fn year_at(text: &str) -> Option<i16> {
    let (value, length) = arabic(text).or_else(|| chinese_small(text))?;
    let behind = text[length..].trim_start_matches(' ');
    let marked = behind.starts_with(['年', '-', '—', '－', '至', '～', '~']);
    (marked && (1949..=2199).contains(&value)).then_some(value as i16)
}

/// The last year of a period of five or three years that begins with `year`.
pub(crate) fn outlook_end(title: &str, year: i16) -> i16 {
    if title.contains("三年") || title.contains("3年") { year + 2 } else { year + 4 }
}
