//! Targets (目标): the checkable commitments inside a task's text.
//!
//! A grammar in stages: text without white space → quantities → clauses → the role of each quantity in its clause →
//! commitments (indicator, comparator, quantity, reference, strength) → distribution over lists → targets.
//! Each stage is a file; `vocabulary/data/target_words.txt` holds the words.

use std::borrow::Cow;
use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::calendar::Years;
pub(crate) use aside::{Aside, Reason};

pub(crate) use crate::model::TargetRule as Rule;
use crate::model::{Comparator, Strength, TargetKind};

mod aside;
mod clause;
mod commitment;
mod compact;
mod draft;
mod due;
mod indicator;
mod list;
mod meant;
mod number;
mod owner;
mod reach;
mod reader;
mod relative;
mod role;
mod state;
#[cfg(test)]
mod tests;
mod words;

/// What is known of a task before its text is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Context {
    /// The first year of the part's period.
    pub(crate) from: Option<i16>,
    /// The last year of the part's period.
    pub(crate) to: Option<i16>,
    /// Whether the part tells what was done (过去一年的工作).
    pub(crate) review: bool,
}

impl Context {
    fn years(&self) -> Years {
        Years { from: self.from, to: self.to }
    }
}

/// Words of the text, or words put together from several places of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    /// As they stand in the text.
    Printed(Range<usize>),
    /// Put together: an elided subject supplied, a handed-out verb repeated.
    Composed(String),
}

impl Wording {
    /// The words themselves.
    #[cfg(test)]
    pub(crate) fn of<'a>(&'a self, text: &'a str) -> &'a str {
        match self {
            Wording::Printed(range) => &text[range.clone()],
            Wording::Composed(words) => words,
        }
    }
}

/// A deadline that the words set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DueReading {
    /// The words.
    pub(crate) words: Range<usize>,
    /// The last day, where the year is known.
    pub(crate) date: Option<Date>,
}

/// Another way in which a target may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Doubt {
    /// A list before one value: one target for the whole, or one for each item.
    OneOrEach,
    /// The count may be of things that are there already.
    CountOrScope,
    /// The subject was supplied from a clause that has no figure.
    Subject,
    /// As many values as indicators were expected, and there are more or fewer.
    UnevenList,
}

/// What a task's text commits itself to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextReading {
    /// The targets, in order.
    pub(crate) targets: Vec<TargetReading>,
    /// The quantities that are no targets, in order, and why.
    pub(crate) asides: Vec<Aside>,
}

/// A target as read from a task's text; ranges are bytes of that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetReading {
    /// What is measured.
    pub(crate) indicator: Wording,
    /// How the figure has to stand to the value.
    pub(crate) comparator: Comparator,
    /// The value; none in a comparison without a number.
    pub(crate) value: Option<Decimal>,
    /// The upper end of a range.
    pub(crate) value_max: Option<Decimal>,
    /// The measure word.
    pub(crate) measure: Option<Cow<'static, str>>,
    /// What sort of statement it is.
    pub(crate) kind: TargetKind,
    /// The value it starts from.
    pub(crate) base: Option<Decimal>,
    /// What a comparison is held against.
    pub(crate) reference: Option<Range<usize>>,
    /// How strongly the text commits itself.
    pub(crate) strength: Option<Strength>,
    /// The deadline that the words set.
    pub(crate) due: Option<DueReading>,
    /// Index of the earlier reading that this one is a part of.
    pub(crate) within: Option<usize>,
    /// The words of the commitment.
    pub(crate) quote: Range<usize>,
    /// Words outside of the quote that the indicator is made of.
    pub(crate) ground: Option<Range<usize>>,
    /// Which rule gave it.
    pub(crate) rule: Rule,
    /// Whether it may be read otherwise.
    pub(crate) doubt: Option<Doubt>,
}

/// Reads every target of a task's text, in the order of their values.
pub(crate) fn read(text: &str, context: &Context) -> TextReading {
    let compact = compact::Compact::new(text);
    if !number::may_hold_target(&compact.text) {
        return TextReading::default();
    }
    let found = number::find(&compact.text);
    let (drafts, mut asides) = reader::read(&compact.text, &found, context);
    asides.extend(found.asides);
    asides.sort_unstable_by_key(|aside| aside.range.start);
    for aside in &mut asides {
        aside.range = compact.given(&aside.range);
    }
    TextReading { targets: drafts.into_iter().map(|draft| draft.finish(&compact)).collect(), asides }
}

/// The quantities of any text that are no targets, and why: for words outside of tasks.
#[allow(dead_code)] // read where evidence is accounted for
pub(crate) fn figures(text: &str) -> Vec<Aside> {
    read(text, &Context::default()).asides
}

/// An indicator without the verbs that it opens with: `新建口袋公园` counts 口袋公园.
pub(crate) fn thing_counted(indicator: &str) -> &str {
    let verbs = words::Class::LIGHT | words::Class::KEEP | words::Class::ONGOING;
    let mut rest = indicator;
    while let Some((length, _)) = words::at_start(rest, verbs) {
        rest = &rest[length..];
    }
    rest
}
