//! Prints the notices of the seeds given as arguments: `cargo run -p fenjie-testkit --example show -- 1 2 noisy TabTable`.

use fenjie_testkit::{Layout, Noise, Script};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let noisy = arguments.iter().any(|argument| argument == "noisy");
    let named = |layout: &Layout| arguments.contains(&format!("{layout:?}"));
    let layout = Layout::ALL.into_iter().find(named).unwrap_or_default();
    for seed in arguments.iter().filter_map(|argument| argument.parse().ok()) {
        let script = Script::from_seed(seed);
        let treatment = if noisy { Noise::new(&script) } else { Noise::default() };
        let document = layout.document(&script, &treatment);
        println!("{}\n{:#?}", document.text, document.expected.tasks.first());
    }
}
