//! Benchmarks of fenjie; see the files beside this one.
