//! What tasks and headings say.

use crate::draws::Draws;
use crate::words::words;

/// The subject of a heading; the `index` keeps neighbours apart.
pub(super) fn theme(draws: &mut Draws<'_>, index: usize) -> String {
    let themes = &words().themes;
    themes[(draws.pick(themes.len()) + index) % themes.len()].to_owned()
}

/// One to three sentences, the first of `clauses` clauses or more: a short one could pass for a title.
pub(super) fn prose(draws: &mut Draws<'_>, clauses: usize) -> String {
    let sentences = *draws.one(&[1, 1, 2, 3]);
    (0..sentences).map(|at| sentence(draws, if at == 0 { clauses } else { 1 })).collect()
}

fn sentence(draws: &mut Draws<'_>, clauses: usize) -> String {
    let mut sentence = commonplace(draws);
    for _ in 1..clauses + draws.pick(4) {
        sentence.push('，');
        sentence.push_str(&clause(draws));
    }
    sentence.push('。');
    sentence
}

fn clause(draws: &mut Draws<'_>) -> String {
    match draws.pick(4) {
        0 | 1 => commonplace(draws),
        2 => figure(draws),
        _ => draws.word(&words().baits).to_owned(),
    }
}

pub(super) fn commonplace(draws: &mut Draws<'_>) -> String {
    let verb = draws.word(&words().verbs);
    format!("{verb}{}", draws.word(&words().objects))
}

fn figure(draws: &mut Draws<'_>) -> String {
    let template = draws.one(&words().figures).words;
    let number = draws.between(10, 4999).to_string();
    template.replace("{n}", &number).replace("{d}", &draws.pick(10).to_string())
}
