//! How a part counts its headings and tasks.

use crate::draws::Draws;
use crate::model::PartKind;
use crate::words::han_numeral;

/// A way to number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `1`
    Arabic,
    /// `一`
    Han,
    /// `（一）`
    Bracket,
    /// `（1）`
    ArabicBracket,
    /// `实事一`
    Item,
}

impl Mark {
    pub(super) fn number(self, n: usize) -> String {
        match self {
            Mark::Arabic => n.to_string(),
            Mark::Han => han_numeral(n),
            Mark::Bracket => format!("（{}）", han_numeral(n)),
            Mark::ArabicBracket => format!("（{n}）"),
            Mark::Item => format!("实事{}", han_numeral(n)),
        }
    }
}

/// The marks of a part's ranks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scheme {
    pub(super) heading: Option<Mark>,
    /// Whether headings of a second rank, `（一）`, stand between heading and task.
    pub(super) sub: bool,
    pub(super) task: Mark,
    /// Whether the numbers of the tasks run on from section to section.
    pub(super) runs_on: bool,
}

type Ranks = (Option<Mark>, bool, Mark);

const KEY_WORK: [Ranks; 8] = [
    (Some(Mark::Han), false, Mark::Arabic),
    (None, false, Mark::Arabic),
    (Some(Mark::Han), true, Mark::Arabic),
    (Some(Mark::Bracket), false, Mark::Arabic),
    (Some(Mark::Han), false, Mark::Bracket),
    (None, false, Mark::Han),
    (None, false, Mark::Bracket),
    (Some(Mark::Arabic), false, Mark::ArabicBracket),
];

const LIVELIHOOD: [Ranks; 5] = [
    (None, false, Mark::Han),
    (None, false, Mark::Arabic),
    (None, false, Mark::Item),
    (None, false, Mark::Bracket),
    (Some(Mark::Han), false, Mark::Arabic),
];

impl Scheme {
    pub(super) fn new(draws: &mut Draws<'_>, kind: PartKind) -> Self {
        let ranks: &[Ranks] = if kind == PartKind::Livelihood { &LIVELIHOOD } else { &KEY_WORK };
        let (heading, sub, task) = *draws.one(ranks);
        let runs_on = draws.chance(30) || heading.is_none();
        Self { heading, sub, task, runs_on }
    }
}
