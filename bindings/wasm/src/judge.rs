//! Targets judged and compared.

use fenjie::{Decimal, Judging};
use fenjie_wasm_base::failure::{Failure, FailureCode, Result, json};
use fenjie_wasm_base::given;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// How strictly targets are judged.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "camelCase")]
pub(crate) struct JudgingOptions {
    /// How far `approx` (左右, 约) may be off, as a share of the value; `"0.05"` where nothing is said, so that 6%左右 is
    /// 5.7 to 6.3.
    pub(crate) tolerance: Option<String>,
    /// Whether a bare number (新建7所) is also reached by a better figure: more, and in a ranking a place further up.
    /// True where nothing is said; otherwise it is reached by that number alone.
    pub(crate) over_fulfilment: Option<bool>,
}

pub(crate) fn satisfied_by(target: JsValue, actual: &str, options: Option<JsValue>) -> Result<String> {
    let judging = judging(given::options(options)?)?;
    let actual = decimal(actual).map_err(|reason| Failure::new(FailureCode::Decimal, reason))?;
    json(&given::target(target)?.satisfied_by_with(actual, &judging))
}

pub(crate) fn compare(earlier: JsValue, later: JsValue) -> Result<String> {
    json(&given::target(earlier)?.compare(&given::target(later)?))
}

fn judging(options: JudgingOptions) -> Result<Judging> {
    let wrong = |reason: String| Failure::new(FailureCode::Options, format!("option `tolerance`: {reason}"));
    let usual = Judging::default();
    let tolerance = match options.tolerance {
        Some(text) => decimal(&text).map_err(wrong)?,
        None => usual.tolerance,
    };
    Ok(Judging { tolerance, over_fulfilment: options.over_fulfilment.unwrap_or(usual.over_fulfilment) })
}

/// An exact decimal; `1e3` is one as well, since JavaScript writes small and large numbers like that.
fn decimal(text: &str) -> std::result::Result<Decimal, String> {
    let parsed = Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text));
    parsed.map_err(|error| format!("`{text}` is no decimal: {error}"))
}
