//! Columns in the making: each call adds one.

use std::sync::Arc;

use arrow_array::builder::{LargeStringBuilder, ListBuilder, StringDictionaryBuilder};
use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Int32Array, Int64Array, LargeStringArray, RecordBatch,
};
use arrow_schema::{ArrowError, Field, Schema};
use fenjie::{Date, Decimal, Span};

use super::{Rows, Source};

/// The digits of a number; all that 128 bits hold.
const PRECISION: u8 = 38;

/// The decimals of a number. The largest number of the core has 29 digits: with 9 decimals it still has its place, so that
/// every number of up to 9 decimals is exact, and the type is the same in every table.
pub(super) const SCALE: u32 = 9;

/// The columns of a table, all of the same length.
pub(super) struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
    named: bool,
    /// How many numbers had more decimals than a column has.
    pub(super) rounded: usize,
}

impl Columns {
    /// No columns yet; `named` says whether the rows bear the names of their notices.
    pub(super) fn new(named: bool) -> Self {
        Self { fields: vec![], arrays: vec![], named, rounded: 0 }
    }

    pub(super) fn finish(self) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays)
    }

    fn add(&mut self, name: &str, array: ArrayRef) {
        self.fields.push(Field::new(name, array.data_type().clone(), true));
        self.arrays.push(array);
    }

    /// The notice of each row, where rows bear names. The first column of every table.
    pub(super) fn notices<Row>(&mut self, rows: &Rows<'_, Row>) {
        if self.named {
            self.words("notice", rows.iter().map(|(source, _)| Some(source.name)));
        }
    }

    /// Free text.
    pub(super) fn text<'a>(&mut self, name: &str, values: impl Iterator<Item = Option<&'a str>>) {
        self.add(name, Arc::new(values.collect::<LargeStringArray>()));
    }

    /// Text that repeats itself: each value is kept once.
    pub(super) fn words(&mut self, name: &str, values: impl Iterator<Item = Option<impl AsRef<str>>>) {
        let mut builder = StringDictionaryBuilder::<Int32Type>::new();
        values.for_each(|value| builder.append_option(value));
        self.add(name, Arc::new(builder.finish()));
    }

    /// Several texts a row.
    pub(super) fn texts<'a, Texts>(&mut self, name: &str, values: impl Iterator<Item = Texts>)
    where
        Texts: Iterator<Item = &'a str>,
    {
        let mut builder = ListBuilder::new(LargeStringBuilder::new());
        for texts in values {
            texts.for_each(|text| builder.values().append_value(text));
            builder.append(true);
        }
        self.add(name, Arc::new(builder.finish()));
    }

    /// Keys, counts and places.
    pub(super) fn whole(&mut self, name: &str, values: impl Iterator<Item = Option<u32>>) {
        self.add(name, Arc::new(values.map(|value| value.map(i64::from)).collect::<Int64Array>()));
    }

    pub(super) fn year(&mut self, name: &str, values: impl Iterator<Item = Option<i16>>) {
        self.add(name, Arc::new(values.map(|value| value.map(i32::from)).collect::<Int32Array>()));
    }

    pub(super) fn flag(&mut self, name: &str, values: impl Iterator<Item = Option<bool>>) {
        self.add(name, Arc::new(values.collect::<BooleanArray>()));
    }

    pub(super) fn date(&mut self, name: &str, values: impl Iterator<Item = Option<Date>>) {
        self.add(name, Arc::new(values.map(|date| date.and_then(days)).collect::<Date32Array>()));
    }

    /// Numbers, exact up to [`SCALE`] decimals.
    pub(super) fn number(&mut self, name: &str, values: impl Iterator<Item = Option<Decimal>>) {
        let mut rounded = 0;
        let scaled = values.map(|value| {
            let value = value?.normalize();
            rounded += usize::from(value.scale() > SCALE);
            let value = value.round_dp(SCALE);
            Some(value.mantissa() * 10_i128.pow(SCALE - value.scale()))
        });
        let array = scaled.collect::<Decimal128Array>().with_precision_and_scale(PRECISION, SCALE as i8);
        self.rounded += rounded;
        self.add(name, Arc::new(array.expect("29 digits and 9 decimals are 38 digits")));
    }

    /// Where the rows stand, in code points: `start` and `end`.
    pub(super) fn places<Row>(&mut self, rows: &Rows<'_, Row>, span: impl Fn(&Row) -> Span) {
        self.pair(rows, ["start", "end"], |row| Some(span(row)));
    }

    /// Where the words stand that the rows rest on: `ground_start` and `ground_end`.
    pub(super) fn grounds<Row>(&mut self, rows: &Rows<'_, Row>, span: impl Fn(&Row) -> Option<Span>) {
        self.pair(rows, ["ground_start", "ground_end"], span);
    }

    fn pair<Row>(&mut self, rows: &Rows<'_, Row>, names: [&str; 2], span: impl Fn(&Row) -> Option<Span>) {
        let places: Vec<_> = rows.iter().map(|(source, row)| Source::place(source, span(row)?)).collect();
        for (at, name) in names.into_iter().enumerate() {
            self.whole(name, places.iter().map(|place| place.map(|place| place[at])));
        }
    }
}

/// Days since 1970, as Arrow counts them.
fn days(date: Date) -> Option<i32> {
    let epoch = jiff::civil::date(1970, 1, 1);
    Some(date.since(epoch).ok()?.get_days())
}
