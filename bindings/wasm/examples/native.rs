//! The native side of `bench/speed.mjs`: parses the text of standard input as often as the argument says, hands it over
//! as the wasm does, and prints the best time in milliseconds.

use std::io::{Read, stdin};
use std::time::Instant;

fn main() {
    let rounds = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(5);
    let mut text = String::new();
    stdin().read_to_string(&mut text).expect("standard input is UTF-8");
    let best = (0..rounds).map(|_| round(&text)).fold(f64::INFINITY, f64::min);
    println!("{best}");
}

fn round(text: &str) -> f64 {
    let begin = Instant::now();
    let written = fenjie_wasm::parse(text, None);
    let time = begin.elapsed().as_secs_f64() * 1000.0;
    assert!(written.is_ok_and(|json| json.len() > text.len() / 2));
    time
}
