//! Whether words rule who leads in the lists of the notice.

use crate::model::Rule;
use crate::text::chars::is_star;

const FIRST: [&str; 15] = [
    "第一位",
    "第1位",
    "首位",
    "第一个",
    "第一的",
    "第一名",
    "第一家",
    "排名第一",
    "排第一",
    "列第一",
    "居首",
    "列首",
    "排首",
    "最前",
    "第一者",
];
const LEADS: [&str; 5] = ["牵头", "汇总", "主办", "主责", "总责"];
const NONE_MARKED: [&str; 7] =
    ["无牵头", "没有牵头", "未明确牵头", "未标明牵头", "未标注牵头", "不明确牵头", "未列牵头"];
/// Whether `text` says that a star marks those who lead: `标“★”的为牵头单位`.
pub(crate) fn stars_lead(text: &str) -> bool {
    text.contains(is_star) && LEADS.iter().any(|word| text.contains(word))
}

/// Whether `text` states who leads in the notice's lists.
pub(crate) fn is_rule(text: &str) -> bool {
    who_leads(text).is_some()
}

/// Who leads, by the words of a rule.
pub(crate) fn who_leads(text: &str) -> Option<Rule> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let exhorts =
        || ["放在首位", "放在第一", "摆在首位", "摆在第一", "作为第一"].iter().any(|words| text.contains(words));
    if has(&LEADS) && has(&FIRST) && !exhorts() {
        return Some(Rule::FirstListedLeads);
    }
    let shares = text.contains("同责") || (text.contains("责任单位") && has(&NONE_MARKED));
    shares.then_some(Rule::AllLead)
}
