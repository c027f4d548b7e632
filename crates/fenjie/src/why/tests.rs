use crate::model::{Basis, Role, TargetRule};

use super::reasons;

#[test]
fn rules_are_named_as_in_the_document() {
    use TargetRule as R;
    let rules = [
        R::Stated,
        R::Counted,
        R::Respectively,
        R::Each,
        R::HandedOn,
        R::Elided,
        R::ChangeOfThat,
        R::BaseAndTarget,
        R::Ranking,
        R::Comparison,
    ];
    let mut texts = vec![reasons::IMPLIED];
    for rule in rules {
        assert_eq!(serde_json::to_value(rule).unwrap(), reasons::target(rule).0);
        texts.push(reasons::target(rule));
    }
    for basis in [Basis::Stated, Basis::FirstListed, Basis::Joint, Basis::Sole, Basis::Default] {
        for role in [Role::Lead, Role::Participant] {
            assert_eq!(serde_json::to_value(basis).unwrap(), reasons::assignment(basis, role).0);
            texts.push(reasons::assignment(basis, role));
        }
    }
    for (rule, en, zh) in texts {
        assert!(en.ends_with('.') && zh.ends_with('。'), "{rule}");
    }
}
