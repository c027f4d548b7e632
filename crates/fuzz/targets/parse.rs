//! The text of notices.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fenjie_fuzz::text(text));
