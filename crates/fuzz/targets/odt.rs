//! The parts of an OpenDocument text, packed by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("odt", bytes));
