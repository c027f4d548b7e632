//! What a page of a PDF draws, put into a file by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("page", bytes));
