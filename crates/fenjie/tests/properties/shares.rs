//! How many notices of each layout are read as they were meant. What a property would hold of all of them is held of as
//! many as are read today, and of no fewer.

use fenjie_testkit::{Layout, Noise, Script};

use super::{Treated, account, differences};

/// Of a thousand notices of a layout, those that are read as they were meant, as their author typed them and as pages,
/// scanners and web sites leave them.
const TABLE: &str = include_str!("shares.tsv");

/// How many notices of a layout were read as meant, and the first that was not.
pub(crate) struct Share {
    pub(crate) layout: Layout,
    pub(crate) noisy: bool,
    pub(crate) right: u32,
    pub(crate) tried: u32,
    pub(crate) first: Option<String>,
}

/// The notice of a seed.
pub(crate) fn notice_of(layout: Layout, seed: u64, noisy: bool) -> Treated {
    let script = Script::from_seed(seed);
    let treatment = if noisy { Noise::new(&script) } else { Noise::default() };
    Treated { document: layout.document(&script, &treatment), noise: treatment }
}

/// Everything in which it is not read as meant, and what is lost of it in silence.
pub(crate) fn faults(treated: &Treated) -> Vec<String> {
    let notice = fenjie::parse(&treated.document.text);
    let mut faults = differences(treated);
    faults.extend(account::lines_passed_over(&treated.document, &notice));
    faults.extend(account::figures_passed_over(&notice));
    faults
}

/// Counts `tried` notices of each layout, from the seed on.
pub(crate) fn shares(seed: u64, tried: u32) -> Vec<Share> {
    let mut shares = Vec::new();
    for layout in Layout::ALL {
        for noisy in [false, true] {
            let mut share = Share { layout, noisy, right: 0, tried, first: None };
            for seed in (0..tried).map(|at| seed.wrapping_add(at.into())) {
                let treated = notice_of(layout, seed, noisy);
                let faults = faults(&treated);
                share.right += u32::from(faults.is_empty());
                if !faults.is_empty() && share.first.is_none() {
                    let row = format!("{layout:?}\t{seed}\t{}", if noisy { "noisy" } else { "clean" });
                    share.first = Some(format!("{row}\n{}\n--- of\n{}", faults.join("\n"), treated.document.text));
                }
            }
            shares.push(share);
        }
    }
    shares
}

/// What is below its floor by more than chance explains: by more than three standard errors of so few notices.
pub(crate) fn below(shares: &[Share]) -> Vec<String> {
    let mut below = Vec::new();
    for share in shares {
        let (part, floor) = (f64::from(share.right) / f64::from(share.tried), floor(share.layout, share.noisy));
        let error = (floor * (1.0 - floor) / f64::from(share.tried)).sqrt();
        if part < floor - 3.0 * error - 1e-9 {
            let first = share.first.as_deref().unwrap_or_default();
            let what = if share.noisy { "noisy" } else { "clean" };
            below.push(format!("{:?} {what}: {part:.3} where {floor:.3} was read. The first:\n{first}", share.layout));
        }
    }
    below
}

fn floor(layout: Layout, noisy: bool) -> f64 {
    let row = rows(TABLE).find(|cells| cells[0] == format!("{layout:?}"));
    let row = row.unwrap_or_else(|| panic!("{layout:?} has no row in shares.tsv"));
    row[1 + usize::from(noisy)].parse::<f64>().expect("a number of a thousand") / 1000.0
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Notices that were misread once: a layout, a seed, `clean` or `noisy`. They are read for good.
const KEPT: &str = include_str!("kept.tsv");

/// What is misread of the kept notices: something that was read and no longer is.
pub(crate) fn kept_faults() -> Vec<String> {
    let mut wrong = Vec::new();
    for row in rows(KEPT) {
        let layout = Layout::ALL.into_iter().find(|layout| format!("{layout:?}") == row[0]).expect("a layout");
        let treated = notice_of(layout, row[1].parse().expect("a seed"), row[2] == "noisy");
        let faults = faults(&treated);
        if !faults.is_empty() {
            wrong.push(format!("{row:?}\n{}\n--- of\n{}", faults.join("\n"), treated.document.text));
        }
    }
    wrong
}
