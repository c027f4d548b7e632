//! The parts of an OpenDocument spreadsheet, packed by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("ods", bytes));
