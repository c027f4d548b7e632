//! How much of a text was read.

use serde::{Deserialize, Serialize};

use crate::model::{BlockKind, Evidence, Notice, Span};
use crate::text::lines;

/// An amount of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Amount {
    /// Lines; 0 where the notice has no source.
    pub lines: u64,
    /// UTF-8 bytes, line breaks included.
    pub bytes: u64,
}

impl Amount {
    fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.bytes += other.bytes;
    }
}

/// How much of a text was read as what. Every line is in exactly one of the five amounts; the evidence tells whether the words
/// that facts are made of are in facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Coverage {
    /// Facts: the head and the foot, titles, headings, tasks, responsibility, tables.
    pub read: Amount,
    /// What the page or the web site put around the notice.
    pub furniture: Amount,
    /// Nothing but white space.
    pub blank: Amount,
    /// Running text that holds no task: instructions, speeches.
    pub prose: Amount,
    /// What could not be given a place.
    pub unread: Amount,
    /// What stands in the text that facts are made of; all zeros where the notice does not say.
    #[serde(default)]
    pub evidence: Evidence,
}

impl Coverage {
    /// Everything.
    pub fn total(&self) -> Amount {
        let mut total = Amount::default();
        for amount in [self.read, self.furniture, self.blank, self.prose, self.unread] {
            total.add(amount);
        }
        total
    }

    /// The share, by bytes and from 0 to 1, of the notice's own words (neither blank nor furniture) that was given a place.
    /// 1 where there are no words. A line of running text has a place without a fact being made of it;
    /// [`evidence`](Coverage::evidence) says how much was understood.
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more digits")]
    pub fn share(&self) -> f64 {
        let placed = self.read.bytes + self.prose.bytes;
        match placed + self.unread.bytes {
            0 => 1.0,
            words => placed as f64 / words as f64,
        }
    }
}

impl Notice {
    /// How much of the text was read as what, from [`blocks`](Notice::blocks). Reads the text once, to count its lines.
    ///
    /// ```
    /// # use fenjie::{Block, BlockKind, Notice, Span};
    /// # let block = |kind, start, end| Block { kind, span: Span::new(start, end), continues: false };
    /// # let blocks = vec![block(BlockKind::Task, 0, 12), block(BlockKind::Blank, 12, 13), block(BlockKind::Furniture, 13, 16)];
    /// # let notice = Notice { source: "1.造桥。\n\n- 1".into(), blocks, ..Notice::default() };
    /// let coverage = notice.coverage();
    /// assert_eq!(coverage.read.lines, 1);
    /// assert_eq!(coverage.total().bytes, notice.source.len() as u64);
    /// assert_eq!(coverage.share(), 1.0);
    /// ```
    pub fn coverage(&self) -> Coverage {
        let mut coverage = Coverage { evidence: self.evidence, ..Coverage::default() };
        for block in &self.blocks {
            let amount = Amount { lines: self.lines_in(block.span), bytes: u64::from(block.span.len()) };
            let kind = match block.kind {
                BlockKind::Blank => &mut coverage.blank,
                BlockKind::Furniture => &mut coverage.furniture,
                BlockKind::Prose => &mut coverage.prose,
                BlockKind::Unread => &mut coverage.unread,
                BlockKind::Header
                | BlockKind::PartTitle
                | BlockKind::Heading
                | BlockKind::Task
                | BlockKind::Responsibility
                | BlockKind::Table => &mut coverage.read,
            };
            kind.add(amount);
        }
        coverage
    }

    fn lines_in(&self, span: Span) -> u64 {
        lines(self.text(span)).len() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Block;

    #[test]
    fn words_that_have_no_place_lower_the_share() {
        let source = "甲乙\r\n\n丙\n—";
        let kinds = [(BlockKind::Task, 8), (BlockKind::Blank, 1), (BlockKind::Unread, 4), (BlockKind::Furniture, 3)];
        let mut notice = Notice { source: source.into(), ..Notice::default() };
        let mut start = 0;
        for (kind, length) in kinds {
            notice.blocks.push(Block { kind, span: Span::new(start, start + length), continues: false });
            start += length;
        }
        let coverage = notice.coverage();
        assert_eq!(coverage.total(), Amount { lines: 4, bytes: 16 });
        assert_eq!(coverage.unread, Amount { lines: 1, bytes: 4 });
        assert!((coverage.share() - 8.0 / 12.0).abs() < 1e-9);
        assert!((Notice::default().coverage().share() - 1.0).abs() < 1e-9);
    }
}
