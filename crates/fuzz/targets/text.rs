//! Texts in any encoding, and separated values.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("text", bytes));
