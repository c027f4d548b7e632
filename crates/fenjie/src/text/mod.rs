//! Text → lines: spans, widths, mending of broken lines, numerals. Knows characters, not notices.

pub(crate) mod numeral;
