//! What a quantity is.

use std::borrow::Cow;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::measure::Measure;
use crate::model::{Comparator, Span, decimal};

/// What a number is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityKind {
    /// An amount, counted or measured: `1.2万套`, `35～50名`, `三年`.
    #[default]
    Cardinal,
    /// A share, a multiple or a difference of shares: `5%`, `9‰`, `三分之一`, `翻一番`, `3个百分点`, `1∶1.5`.
    Ratio,
    /// What an amount is counted by: `每千人`, `每百户`.
    Per,
    /// A place in a ranking: `第4`, `前三位`, `前50名`.
    Rank,
    /// A number in a row of things: `第三产业`, `第二批`, `12号令`.
    Ordinal,
    /// A grade: `三级`, `五星级`.
    Grade,
    /// A date or a time of day: `2025年3月`, `10月`, `2025-03-04`, `第三季度`, `8:30`.
    Date,
    /// A document number: `〔2025〕7号`.
    DocumentNumber,
    /// A version: `2.0版`, `1.0.3`.
    Version,
    /// The number of an item in a list: `3.`, `（二）`, `一是`.
    Enumerator,
    /// Digits inside a name: `PM2.5`, `G60`, `8+4`, `十四五`, `“1168”`.
    Name,
}

/// Whether the value is what is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The value is exactly the number printed.
    #[default]
    Exact,
    /// The number has no end in decimals (三分之一) or more of them than the type holds; the last place is rounded.
    Rounded,
    /// The number is larger than the type holds; the value is [`Decimal::MAX`] and means nothing.
    Overflow,
}

/// A number in a text with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quantity {
    /// The whole words: comparator, number and measure (`不少于1.2万套`).
    pub span: Span,
    /// The digits and powers alone (`1.2万`); of a range, both numbers and what joins them.
    pub number: Span,
    /// The number, with 千, 万 and 亿 multiplied out; the lower end of a range.
    #[serde(serialize_with = "serialize_decimal")]
    pub value: Decimal,
    /// The upper end of a range.
    #[serde(serialize_with = "decimal::serialize")]
    pub value_max: Option<Decimal>,
    /// How an actual figure has to stand to the value.
    pub comparator: Comparator,
    /// The measure word or unit, as targets report it: `套`, `%`, `微克/立方米`.
    pub measure: Option<Cow<'static, str>>,
    /// What the number is there for.
    pub kind: QuantityKind,
    /// Whether the value is exactly what is printed.
    pub precision: Precision,
}

pub(crate) fn serialize_decimal<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&value.normalize())
}

impl Quantity {
    /// The words of the quantity in the text that it was found in.
    ///
    /// ```
    /// let text = "不少于20万人次";
    /// let quantity = fenjie::quantity::find_iter(text).next().unwrap();
    /// assert_eq!(quantity.text(text), text);
    /// ```
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.span.range()).unwrap_or_default()
    }

    /// The measure with its dimension and factor, where the word is known.
    ///
    /// ```
    /// use fenjie::quantity::{self, Dimension};
    ///
    /// let quantity = quantity::find_iter("5万亩").next().unwrap();
    /// assert_eq!(quantity.unit().unwrap().dimension, Dimension::Area);
    /// ```
    pub fn unit(&self) -> Option<Measure> {
        Measure::of(self.measure.as_deref()?)
    }
}
