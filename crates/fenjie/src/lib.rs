//! Reads Chinese local-government notices and gives back who answers for what.

mod model;
pub mod quantity;
mod reading;
mod text;

pub use arcstr::{ArcStr, Substr};
pub use model::*;
