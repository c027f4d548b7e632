//! A target while it is being read: ranges of the compact text.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::compact::Compact;
use super::due::Words;
use super::{Doubt, DueReading, Rule, TargetReading, Wording};
use crate::model::{Comparator, Strength, TargetKind};

/// A phrase put together from stretches of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Phrase(Vec<Range<usize>>);

impl Phrase {
    /// The phrase of one stretch.
    pub(super) fn new(range: Range<usize>) -> Self {
        let mut phrase = Self::default();
        phrase.push(range);
        phrase
    }

    /// Appends a stretch; one that follows straight on is joined.
    pub(super) fn push(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.0.push(range),
        }
    }

    /// This phrase followed by another.
    pub(super) fn then(mut self, other: &Phrase) -> Self {
        other.0.iter().cloned().for_each(|range| self.push(range));
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many stretches, at most, a phrase that others build on has.
    pub(super) const PIECES: usize = 6;

    /// How many stretches it has.
    pub(super) fn pieces(&self) -> usize {
        self.0.len()
    }

    /// The last stretch.
    pub(super) fn last(&self) -> Option<&Range<usize>> {
        self.0.last()
    }

    /// The phrase without its last stretch.
    pub(super) fn without_last(mut self) -> Self {
        self.0.pop();
        self
    }

    /// How many characters it has.
    pub(super) fn length(&self, text: &str) -> usize {
        self.0.iter().map(|range| text[range.clone()].chars().count()).sum()
    }

    /// The words.
    pub(super) fn words(&self, text: &str) -> String {
        self.0.iter().map(|range| &text[range.clone()]).collect()
    }

    fn finish(self, compact: &Compact<'_>) -> Wording {
        match &self.0[..] {
            [range] => Wording::Printed(compact.given(range)),
            _ => Wording::Composed(self.words(&compact.text)),
        }
    }
}

/// A target while it is being read.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) indicator: Phrase,
    pub(super) comparator: Comparator,
    pub(super) value: Option<Decimal>,
    pub(super) value_max: Option<Decimal>,
    pub(super) measure: Option<Cow<'static, str>>,
    pub(super) kind: TargetKind,
    pub(super) base: Option<Decimal>,
    pub(super) reference: Option<Range<usize>>,
    pub(super) strength: Option<Strength>,
    pub(super) due: Option<Words>,
    pub(super) within: Option<usize>,
    pub(super) quote: Range<usize>,
    pub(super) rule: Rule,
    pub(super) doubt: Option<Doubt>,
}

impl Draft {
    /// The reading in terms of the text as given.
    pub(super) fn finish(self, compact: &Compact<'_>) -> TargetReading {
        TargetReading {
            indicator: self.indicator.finish(compact),
            comparator: self.comparator,
            value: self.value,
            value_max: self.value_max,
            measure: self.measure,
            kind: self.kind,
            base: self.base,
            reference: self.reference.map(|range| compact.given(&range)),
            strength: self.strength,
            due: self.due.map(|due| DueReading { words: compact.given(&due.range), date: due.date }),
            within: self.within,
            quote: compact.given(&self.quote),
            rule: self.rule,
            doubt: self.doubt,
        }
    }
}
