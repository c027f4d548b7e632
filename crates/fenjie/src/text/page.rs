//! Page numbers.

use super::chars::{digit, is_blank, one_of};

/// `— 3 —`, `- 3 -`, `第3页 共9页`.
pub(crate) fn is_page_number(text: &str) -> bool {
    let dashes = |c: char| matches!(c, '-' | '－' | '—' | '–' | '―' | '·' | '•' | ' ' | '~' | '～');
    let core = text.trim_matches(dashes);
    let framed = core.len() < text.len() && text.starts_with(dashes) && text.ends_with(dashes);
    if framed && (1..=4).contains(&core.chars().count()) && core.chars().all(|c| digit(c).is_some()) {
        return true;
    }
    let counted = text.strip_prefix('第').and_then(|rest| {
        let rest = rest.trim_start_matches(|c: char| digit(c).is_some() || is_blank(c));
        rest.strip_prefix('页')
    });
    counted.is_some_and(|rest| rest.chars().all(|c| digit(c).is_some() || is_blank(c) || one_of(c, "共页,，/")))
}
