//! What must hold for any input. A fuzz target is a line that hands its input to one of these.

mod document;
mod notice;

use fenjie_filekit::Kind;
use fenjie_files::{Error, Limit, Options, read};

/// How much a file may have here: little, so that what is read is read quickly.
fn options() -> Options {
    Options { unpacked: 128 << 10, cells: 4000, depth: 64, ..Options::default() }
}

/// Reads a file of which `bytes` are the inner part.
///
/// # Panics
/// Where what is read is not sound.
pub fn inner(kind: &str, bytes: &[u8]) {
    let kind = Kind::named(kind).expect("a target is named as its kind");
    file(&(kind.pack)(bytes));
}

/// Reads a file.
///
/// # Panics
/// Where what is read is not sound.
pub fn file(bytes: &[u8]) {
    let options = options();
    let found = read(bytes, "清单", &options);
    assert_eq!(found, read(bytes, "清单", &options), "a file is read as it was read before");
    match found {
        Ok(found) => document::check(&found, &options, bytes.len()),
        Err(error) => refused(&error, &options),
    }
}

/// A refusal says why, in words, and names the limit as it is.
fn refused(error: &Error, options: &Options) {
    assert!(!error.to_string().is_empty());
    if let Error::TooLarge { limit, allowed } = error {
        let most = match limit {
            Limit::Unpacked => options.unpacked,
            Limit::Cells => options.cells,
            _ => options.depth as u64,
        };
        assert!(*allowed <= most, "{error}");
    }
}

/// Reads the text of a notice.
///
/// # Panics
/// Where what is read is not sound.
pub fn text(text: &str) {
    let found = fenjie::parse(text);
    assert_eq!(found, fenjie::parse(text), "a text is read as it was read before");
    assert_eq!(found.source, *text);
    notice::check(&found);
    notice::check_more(&found);
}

/// Finds the quantities of a text.
///
/// # Panics
/// Where one of them is not where it says, or is not read in the same way again.
pub fn quantities(text: &str) {
    let found: Vec<_> = fenjie::quantity::find_iter(text).collect();
    let again: Vec<_> = fenjie::quantity::find_iter(text).collect();
    assert_eq!(found, again);
    let mut end = 0;
    for quantity in found {
        let (span, number) = (quantity.span, quantity.number);
        assert!(span.start >= end && !span.is_empty(), "quantities do not overlap: {span:?} behind {end}");
        assert!(text.get(span.range()).is_some(), "{span:?} is no part of the text");
        assert!(text.get(number.range()).is_some(), "{number:?} is no part of the text");
        assert_eq!(quantity.text(text), &text[span.range()]);
        end = span.end;
    }
}

/// Reads a notice that was written down: it is refused, or what it says can be asked for.
///
/// # Panics
/// Where it is neither.
pub fn json(json: &str) {
    let Ok(found) = serde_json::from_str::<fenjie::Notice>(json) else { return };
    let written = serde_json::to_string(&found).expect("what was read can be written");
    let again = serde_json::from_str::<fenjie::Notice>(&written).expect("what was written can be read");
    assert_eq!(found, again);
    notice::ask(&found);
    let texts = ["", "一、修桥\n责任单位：市交通局\n"];
    for text in texts {
        if let Ok(found) = found.clone().with_source(text) {
            notice::ask(&found);
        }
    }
}
