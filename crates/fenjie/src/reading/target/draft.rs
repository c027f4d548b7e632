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
pub(super) struct Phrase {
    /// A word before them that the text has in another form (城镇 for 城).
    supplied: &'static str,
    stretches: Vec<Range<usize>>,
}

impl Phrase {
    /// The phrase of one stretch.
    pub(super) fn new(range: Range<usize>) -> Self {
        let mut phrase = Self::default();
        phrase.push(range);
        phrase
    }

    /// A word that the text does not print so, followed by a phrase.
    pub(super) fn supplied(word: &'static str, rest: &Phrase) -> Self {
        Self { supplied: word, stretches: rest.stretches.clone() }
    }

    /// Appends a stretch; one that follows straight on is joined.
    pub(super) fn push(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        match self.stretches.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.stretches.push(range),
        }
    }

    /// This phrase followed by another.
    pub(super) fn then(mut self, other: &Phrase) -> Self {
        if self.is_empty() {
            self.supplied = other.supplied;
        }
        other.stretches.iter().cloned().for_each(|range| self.push(range));
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// How many stretches, at most, a phrase that others build on has.
    pub(super) const PIECES: usize = 6;

    /// How many stretches it has.
    pub(super) fn pieces(&self) -> usize {
        self.stretches.len()
    }

    /// The last stretch.
    pub(super) fn last(&self) -> Option<&Range<usize>> {
        self.stretches.last()
    }

    /// The phrase without its last stretch.
    pub(super) fn without_last(mut self) -> Self {
        self.stretches.pop();
        self
    }

    /// How many characters it has.
    pub(super) fn length(&self, text: &str) -> usize {
        let printed: usize = self.stretches.iter().map(|range| text[range.clone()].chars().count()).sum();
        self.supplied.chars().count() + printed
    }

    /// The words.
    pub(super) fn words(&self, text: &str) -> String {
        std::iter::once(self.supplied).chain(self.stretches.iter().map(|range| &text[range.clone()])).collect()
    }

    fn finish(self, compact: &Compact<'_>) -> Wording {
        match &self.stretches[..] {
            [range] if self.supplied.is_empty() => Wording::Printed(compact.given(range)),
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
        let outside = |range: &&Range<usize>| range.start < self.quote.start || range.end > self.quote.end;
        let ground = self.indicator.stretches.iter().find(outside).map(|range| compact.given(range));
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
            ground,
            rule: self.rule,
            doubt: self.doubt,
        }
    }
}
