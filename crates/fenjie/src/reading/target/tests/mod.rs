//! The reader of targets against its specification, against what always holds, and against annotated notices.

mod annotated;
mod asides;
mod properties;
mod spec;
mod timing;

use super::{Context, TargetReading};

/// The targets of a text.
fn read(text: &str, context: &Context) -> Vec<TargetReading> {
    super::read(text, context).targets
}
