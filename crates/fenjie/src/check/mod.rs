//! Notice → diagnostics.

mod attachments;
pub(crate) mod codes;
mod doubt;
mod duplicates;
mod evidence;
mod kind;
mod mended;
mod remarks;
mod subitems;
mod sums;
mod targets;
mod unit_names;

pub(crate) use self::remarks::check as remarks;
use crate::document::Named;
use crate::model::{Notice, Occurrence, Span};

/// Adds what the checks find to the notice's diagnostics, and puts all of them in the order of their places.
pub(crate) fn run(notice: &mut Notice, mended: &[Span], occurrences: &[Occurrence], named: &[Named]) {
    mended::check(notice, mended);
    attachments::check(notice, named);
    duplicates::check(notice);
    unit_names::check(notice);
    sums::check(notice);
    targets::check(notice);
    subitems::check(notice);
    doubt::check(notice, occurrences);
    evidence::check(notice, occurrences);
    kind::check(notice);
    sort(notice);
}

fn sort(notice: &mut Notice) {
    notice.diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
}
