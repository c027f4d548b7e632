//! The stream of a workbook of Excel 97 to 2003, packed by the target.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fenjie_fuzz::inner("xls", bytes));
