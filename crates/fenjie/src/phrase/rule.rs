//! Whether words rule who leads in the lists of the notice.

use crate::model::Rule;
use crate::text::chars::is_star;
use crate::vocabulary::{RULE_WORDS, RuleWord};

/// Whether `text` says that a star marks those who lead: `标“★”的为牵头单位`.
pub(crate) fn stars_lead(text: &str) -> bool {
    text.contains(is_star) && Said::by(text).leads
}

/// Whether `text` states who leads in the notice's lists.
pub(crate) fn is_rule(text: &str) -> bool {
    who_leads(text).is_some()
}

/// Who leads, by the words of a rule.
pub(crate) fn who_leads(text: &str) -> Option<Rule> {
    let said = Said::by(text);
    if said.leads && said.first && !said.exhorts {
        return Some(Rule::FirstListedLeads);
    }
    (said.shared || said.units && said.unmarked).then_some(Rule::AllLead)
}

/// What words speak of.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // Independent answers to independent questions.
struct Said {
    leads: bool,
    first: bool,
    exhorts: bool,
    unmarked: bool,
    units: bool,
    shared: bool,
}

impl Said {
    fn by(text: &str) -> Self {
        let mut said = Self::default();
        for (_, _, word) in RULE_WORDS.find_iter(text) {
            match word {
                RuleWord::Lead => said.leads = true,
                RuleWord::First => said.first = true,
                RuleWord::Exhort => said.exhorts = true,
                RuleWord::Unmarked => (said.leads, said.unmarked) = (true, true),
                RuleWord::Units => said.units = true,
                RuleWord::Shared => said.shared = true,
            }
        }
        said
    }
}
