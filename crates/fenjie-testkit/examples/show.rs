//! Prints the notices of a few seeds: `cargo run -p fenjie-testkit --example show -- 1 2 3`; `noisy` first for noise.

use fenjie_testkit::{Document, Script};

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let noisy = arguments.first().is_some_and(|first| first == "noisy");
    arguments.retain(|argument| argument != "noisy");
    for seed in arguments.iter().filter_map(|argument| argument.parse().ok()) {
        let script = Script::from_seed(seed);
        let document = if noisy { Document::noisy(&script) } else { Document::clean(&script) };
        println!("{}\n{:#?}", document.text, document.expected.tasks.first());
    }
}
