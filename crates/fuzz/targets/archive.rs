//! The files of an archive, packed by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("archive", bytes));
