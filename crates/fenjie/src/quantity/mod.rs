//! Characters → quantities: numerals in every form the genre prints, with their comparators and measures. Usable alone.
//!
//! ```
//! use fenjie::{Comparator, quantity};
//!
//! let text = "新增停车泊位1.2万个以上";
//! let found: Vec<_> = quantity::find_iter(text).collect();
//! assert_eq!(found[0].text(text), "1.2万个以上");
//! assert_eq!(found[0].value, 12_000.into());
//! assert_eq!(found[0].comparator, Comparator::Ge);
//! assert_eq!(found[0].measure.as_deref(), Some("个"));
//! ```
//!
//! What is read as what is defined, case by case, in `spec/quantities.md`.

mod cursor;
mod date;
mod draft;
mod grammar;
mod lexicon;
mod literal;
mod machine;
mod measure;
mod model;
mod name;
mod numeral;
mod part;
mod ratio;
mod reader;
mod scan;

pub use measure::{Dimension, Measure};
pub(crate) use model::serialize_decimal;
pub use model::{Precision, Quantity, QuantityKind};

/// The quantities of a text, from left to right; they never overlap.
///
/// It never fails and costs time linear in the text.
///
/// ```
/// use fenjie::quantity;
///
/// let values: Vec<_> = quantity::find_iter("开工180个、升规80个").map(|quantity| quantity.value.to_string()).collect();
/// assert_eq!(values, ["180", "80"]);
/// ```
pub fn find_iter(text: &str) -> FindIter<'_> {
    FindIter { text, at: 0 }
}

/// The iterator that [`find_iter`] gives.
#[derive(Clone, Debug)]
pub struct FindIter<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for FindIter<'_> {
    type Item = Quantity;

    fn next(&mut self) -> Option<Quantity> {
        let floor = self.at;
        while let Some(at) = scan::next(self.text, self.at) {
            match reader::read(self.text, at, floor) {
                Ok(quantity) => {
                    self.at = quantity.span.end as usize;
                    return Some(quantity);
                }
                Err(end) => self.at = end,
            }
        }
        self.at = self.text.len();
        None
    }
}
