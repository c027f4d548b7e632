//! Quantities alone: notices, text without numbers, and text of nothing else.

// The macro of criterion makes a public function without a docstring.
#![allow(missing_docs)]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fenjie::quantity;
use fenjie_testkit::notice_of_size;

const SIZE: usize = 1 << 20;

fn quantities(criterion: &mut Criterion) {
    let texts = [
        ("notice", notice_of_size(SIZE, 1)),
        ("prose", "坚持问题导向，健全长效机制，推动各项工作落地见效。\n".repeat(SIZE / 77)),
        ("targets", "新增学位1.2万个以上，覆盖率达到90%，控制在三百家以内，全省前三。".repeat(SIZE / 92)),
        ("digits", "1".repeat(SIZE)),
        ("numerals", "一百二十三万零五".repeat(SIZE / 24)),
        ("ones", "1、".repeat(SIZE / 4)),
        ("ranges", "1-".repeat(SIZE / 2)),
        ("spaces", "1  ".repeat(SIZE / 3)),
        ("groups", format!("1{}", ",234".repeat(SIZE / 4))),
    ];
    let mut group = criterion.benchmark_group("quantities");
    for (name, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| quantity::find_iter(black_box(text)).count());
        });
    }
    group.finish();
}

fn quick() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
}

criterion_group! { name = benches; config = quick(); targets = quantities }
criterion_main!(benches);
