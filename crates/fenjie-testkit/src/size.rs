//! Notices of a given size, for benchmarks.

use crate::document::Document;
use crate::layout::Layout;
use crate::noise::Noise;
use crate::script::{PartScript, Random, Script, section};

/// Sections of a notice that is measured to learn how long a section is.
const SAMPLE: usize = 32;

/// A notice of about `bytes` bytes (never much less than a smallest notice), and what it says: one part with officials in
/// its headings, tasks in lines of their own, everything counted on with fresh numbers and fresh officials.
pub fn document_of_size(bytes: usize, seed: u64) -> Document {
    document(Layout::Any, bytes, seed)
}

/// The same in a layout.
pub(crate) fn document(layout: Layout, bytes: usize, seed: u64) -> Document {
    let written = |sections: usize| layout.document(&script(sections, seed), &Noise::default());
    let sample = written(SAMPLE).text.len();
    let head = written(0).text.len();
    let section = (sample - head) / SAMPLE;
    let document = written((bytes.saturating_sub(head) / section).max(1));
    if bytes < 64 * section {
        return document;
    }
    // Sections differ, and later numbers are longer: a second try from the first one's mean comes close.
    let sections = bytes.saturating_sub(head) / section;
    written(sections * bytes / document.text.len())
}

/// The text of [`document_of_size`].
///
/// ```
/// let text = fenjie_testkit::notice_of_size(64 * 1024, 1);
/// assert!((56 * 1024..72 * 1024).contains(&text.len()));
/// ```
pub fn notice_of_size(bytes: usize, seed: u64) -> String {
    document_of_size(bytes, seed).text
}

/// A plain layout; only what the tasks say, and how each words its responsibility, is left to chance.
fn script(sections: usize, seed: u64) -> Script {
    let mut random = Random::new(seed);
    // Place and year the plainest; the rule that the first listed leads; officials in headings.
    let say = vec![0, 0, 100, 0, 0, 60];
    let sections = (0..sections).map(|_| section(&mut random, 8)).collect();
    let part = PartScript { sections, ..PartScript::default() };
    Script { say, parts: vec![part], ..Script::default() }
}

#[cfg(test)]
mod tests {
    use super::document_of_size;

    #[test]
    fn sizes_are_kept() {
        for bytes in [4 << 10, 64 << 10, 1 << 20] {
            let length = document_of_size(bytes, 3).text.len();
            assert!(length.abs_diff(bytes) * 100 < bytes * 25, "{length} for {bytes}");
        }
    }

    #[test]
    fn officials_are_fresh() {
        let expected = document_of_size(1 << 20, 3).expected;
        assert!(expected.officials.len() > 200, "{}", expected.officials.len());
        assert!(expected.tasks.len() > 3 * expected.officials.len() / 2);
    }
}
