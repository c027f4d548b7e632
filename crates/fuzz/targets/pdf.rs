//! Whole files of PDF.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("pdf", bytes));
