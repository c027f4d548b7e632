//! The officials of a notice.

use crate::draws::Draws;
use crate::model::Official;
use crate::words::{Place, words};

/// How a notice names its officials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Custom {
    /// It names none.
    Silent,
    /// In the headings.
    Heading,
    /// By a label of each task, with the post.
    Label,
    /// By a label, the name only.
    LabelName,
    /// By a label, the post only.
    LabelPost,
}

/// Who governs the place; the first of them leads the first section, and so on.
pub(super) struct Roster {
    pub(super) custom: Custom,
    place: &'static Place,
    first: usize,
}

impl Roster {
    pub(super) fn new(draws: &mut Draws<'_>, place: &'static Place) -> Self {
        use Custom::{Heading, Label, LabelName, LabelPost, Silent};
        let custom = *draws.one(&[Silent, Heading, Heading, Heading, Heading, Silent, Label, LabelName, LabelPost]);
        Self { custom, place, first: draws.between(0, 700) }
    }

    /// The `index`-th official; headings also choose a duty, labels need none.
    pub(super) fn official(&self, index: usize, heading: Option<&mut Draws<'_>>) -> Official {
        let by_label = heading.is_none();
        let post = self.place.fill(words().posts[(self.first + index) % words().posts.len()]);
        let post = if by_label && post.contains('、') { format!("副{}长", self.place.level()) } else { post };
        Official {
            name: (self.custom != Custom::LabelPost).then(|| name(self.first + index)),
            post: (self.custom != Custom::LabelName).then_some(post),
            duty: heading.map(|draws| draws.word(&["主抓", "牵头"]).to_owned()),
        }
    }
}

/// The `k`-th name; no two of the first 30 000 are the same.
fn name(k: usize) -> String {
    let (surnames, given) = (&words().surnames, &words().given);
    let pairs = surnames.len() * given.len();
    let mut name = surnames[k % surnames.len()].to_owned();
    name.push_str(given[k / surnames.len() % given.len()]);
    if k >= pairs || k % 2 == 1 {
        name.push_str(given[(k / pairs + k) % given.len()]);
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    #[test]
    fn names_do_not_repeat() {
        let names: HashSet<String> = (0..30_000).map(super::name).collect();
        assert_eq!(names.len(), 30_000);
    }
}
