//! Quantities in a text.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| fenjie_fuzz::quantities(text));
