//! Who answers for a task.

use crate::draws::Draws;
use crate::model::{Basis, Body, Responsibility, Rule};
use crate::words::{Pair, words};

use super::Scene;

pub(super) fn responsibility(draws: &mut Draws<'_>, scene: &Scene) -> Responsibility {
    let wanted = 1 + draws.pick(5);
    let mut bodies: Vec<Body> = Vec::with_capacity(wanted + 2);
    while bodies.len() < wanted {
        let more = body(draws, scene, bodies.len());
        let known = |body: &Body| bodies.iter().any(|other| other.name() == body.name());
        let fresh: Vec<Body> = more.into_iter().filter(|body| !known(body)).collect();
        if fresh.is_empty() {
            break;
        }
        bodies.extend(fresh);
    }
    if bodies.len() == 1 {
        return Responsibility { leads: bodies, participants: Vec::new(), basis: Basis::Sole };
    }
    shared(draws, scene, bodies)
}

fn shared(draws: &mut Draws<'_>, scene: &Scene, mut bodies: Vec<Body>) -> Responsibility {
    let unmarked = match scene.rule {
        Rule::Silent => Basis::Default,
        Rule::FirstListedLeads => Basis::FirstListed,
        Rule::AllLead => Basis::Joint,
    };
    // Where the first one listed leads, it leads lists in `A、B负责` as well.
    let alike = if scene.rule == Rule::FirstListedLeads { unmarked } else { Basis::Joint };
    let basis = *draws.one(&[unmarked, unmarked, Basis::Stated, Basis::Stated, alike]);
    let leads = match basis {
        Basis::Joint => bodies.len(),
        Basis::Stated => 1 + draws.pick(bodies.len().min(3)),
        _ => 1,
    };
    let mut participants = bodies.split_off(leads);
    if basis != Basis::Joint {
        participants.extend(groups(draws, scene));
    }
    Responsibility { leads: bodies, participants, basis }
}

/// One body, or several that share a suffix.
fn body(draws: &mut Draws<'_>, scene: &Scene, already: usize) -> Vec<Body> {
    match draws.pick(10) {
        0..=6 => vec![department(draws, scene, already)],
        7 if !scene.bare => vec![full_name(draws, scene)],
        _ => places(draws, scene),
    }
}

/// A department; `already` moves the choice on, so that plain choices give different bodies.
fn department(draws: &mut Draws<'_>, scene: &Scene, already: usize) -> Body {
    let stock = &words().departments;
    let (stem, plate) = stock[(draws.pick(stock.len()) + already) % stock.len()];
    let prefix = if scene.bare { "" } else { scene.place.level() };
    let nameplates = if plate.is_empty() { Vec::new() } else { vec![format!("{prefix}{plate}")] };
    Body { prefix: prefix.to_owned(), stem: stem.to_owned(), suffix: String::new(), nameplates, group: false }
}

fn full_name(draws: &mut Draws<'_>, scene: &Scene) -> Body {
    Body { stem: scene.place.fill(draws.word(&words().full_names)), ..Body::default() }
}

fn places(draws: &mut Draws<'_>, scene: &Scene) -> Vec<Body> {
    let stock = &scene.place.below;
    let (first, count) = (draws.pick(stock.len()), 1 + draws.pick(3));
    let body = |at: usize| Body {
        stem: stock[(first + at) % stock.len()].to_owned(),
        suffix: "政府".to_owned(),
        ..Body::default()
    };
    (0..count).map(body).collect()
}

/// The groups that close a list: none, one, or one of each sort.
fn groups(draws: &mut Draws<'_>, scene: &Scene) -> Vec<Body> {
    let level = scene.place.level();
    let fits = |(at, name): &&Pair| (*at == "*" || *at == level) && (!scene.bare || name.starts_with('各'));
    let stock: Vec<&Pair> = words().groups.iter().filter(fits).collect();
    let mut names = Vec::new();
    if draws.chance(35) && !stock.is_empty() {
        names.push(scene.place.fill(draws.one(&stock).1));
    }
    if names.is_empty() && draws.chance(10) {
        names.push("有关部门".to_owned());
    }
    names.into_iter().map(|stem| Body { stem, group: true, ..Body::default() }).collect()
}
