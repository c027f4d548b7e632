//! The full parse, from a short notice to one of 32 MB, and of texts that punish careless parsers.

// criterion's macros make public functions that nobody documents.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fenjie_testkit::{Pathological, notice_of_size};

/// Name, bytes, samples.
const SIZES: [(&str, usize, usize); 4] =
    [("4 KB", 4 << 10, 100), ("64 KB", 64 << 10, 50), ("1 MB", 1 << 20, 20), ("32 MB", 32 << 20, 10)];

/// How many brackets, separators, levels, names or characters a pathological text has.
const COUNT: usize = 100_000;

fn notices(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (name, bytes, samples) in SIZES {
        let text = notice_of_size(bytes, 1);
        group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(samples);
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bencher, text| {
            bencher.iter(|| fenjie::parse(black_box(text)));
        });
    }
    group.finish();
}

fn pathological(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pathological");
    group.sample_size(10);
    for kind in Pathological::ALL {
        let text = kind.text(COUNT);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(kind.name()), &text, |bencher, text| {
            bencher.iter(|| fenjie::parse(black_box(text)));
        });
    }
    group.finish();
}

/// Short measurements: a look after each change, not a paper.
fn quick() -> Criterion {
    Criterion::default().warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2))
}

criterion_group! { name = benches; config = quick(); targets = notices, pathological }
criterion_main!(benches);
