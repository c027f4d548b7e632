//! Files of every kind, as they are.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::file(bytes));
