//! Numbers that a caller gives, as exact decimals.

use fenjie::Decimal;
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyInt, PyString};

use crate::errors;

/// The exact value of an `int`, a `Decimal`, a numeral or a `float`, which counts as the decimal that Python prints for it.
///
/// # Errors
/// `OptionsError` where it is no number or too large for a decimal of 28 digits, `TypeError` for anything else.
pub fn decimal(value: &Bound<'_, PyAny>, option: &str) -> PyResult<Decimal> {
    let py = value.py();
    let is_decimal = value.is_instance(&py.import("decimal")?.getattr("Decimal")?)?;
    let text = if value.is_instance_of::<PyFloat>() {
        // Of a subclass (numpy's), too, the plain numeral.
        value.extract::<f64>()?.into_pyobject(py)?.str()?
    } else if is_decimal || value.is_instance_of::<PyInt>() || value.is_instance_of::<PyString>() {
        value.str()?
    } else {
        // Integers of other libraries; whatever is no number fails here, with Python's own words.
        py.import("operator")?.call_method1("index", (value,))?.str()?
    };
    let numeral = text.to_cow()?;
    let numeral = numeral.trim();
    let exact = Decimal::from_str_exact(numeral).or_else(|_| Decimal::from_scientific(numeral));
    exact.map_err(|_| {
        errors::options(py, format!("option `{option}`: `{numeral}` is not a number of at most 28 digits"))
    })
}
