//! Notices that somebody else wrote down.

#![no_main]

libfuzzer_sys::fuzz_target!(|json: &str| fenjie_fuzz::json(json));
