//! What a caller may tell the parser beside the text.

use crate::error::Error;

/// What is known of a notice beside its text. The default knows nothing.
///
/// ```
/// use fenjie::{Options, parse_with};
///
/// let options = Options::default().year(2025)?;
/// let notice = parse_with("一、办好食堂。（责任单位：市教育局）", &options);
/// assert_eq!(notice.parts[0].from, Some(2025));
/// # Ok::<(), fenjie::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The year of the notice, for parts and deadlines that print none.
    pub year: Option<i16>,
}

impl Options {
    /// Sets the year of the notice.
    ///
    /// # Errors
    /// [`Error::Options`] where the year is not between 1949 and 2199.
    pub fn year(mut self, year: i16) -> Result<Self, Error> {
        if !(1949..=2199).contains(&year) {
            return Err(Error::Options { option: "year", reason: format!("{year} is not between 1949 and 2199") });
        }
        self.year = Some(year);
        Ok(self)
    }
}
