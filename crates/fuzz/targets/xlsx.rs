//! The parts of a workbook of Excel 2007 and later, packed by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("xlsx", bytes));
