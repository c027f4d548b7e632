//! The reader of targets against its specification, against what always holds, and against annotated notices.

mod annotated;
mod properties;
mod spec;
mod timing;
