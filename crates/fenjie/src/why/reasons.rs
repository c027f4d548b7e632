//! The rules by name, each with a sentence in either language.

use crate::model::{Basis, Role, TargetRule};

/// A rule's name, what it says in English, and what it says in Chinese.
pub(super) type Reason = (&'static str, &'static str, &'static str);

/// A unit that a convention adds.
pub(super) const IMPLIED: Reason = (
    "group_includes",
    "The list names a group, and the notice says whom the group includes; the unit takes the group's role.",
    "所列为单位统称，通知另有说明其包含该单位，角色随统称。",
);

/// What a target was read from.
pub(super) const fn target(rule: TargetRule) -> Reason {
    match rule {
        TargetRule::Stated => (
            "stated",
            "The indicator stands before its value, in the same clause.",
            "指标在前，数值在后，同在一个分句。",
        ),
        TargetRule::Counted => (
            "counted",
            "The value stands before what is counted; what is counted is the indicator.",
            "数量在前，所计事物在后，以所计事物为指标。",
        ),
        TargetRule::Respectively => (
            "respectively",
            "A list of indicators and a list of values (分别): the values are handed out in order.",
            "“分别”列出的数值按顺序对应前面各项指标。",
        ),
        TargetRule::Each => (
            "each",
            "One value is said of each of several indicators (均, 各, or a list before it): one target for each.",
            "一个数值对应并列的各项指标（“均”“各”或并列），每项各成一个目标。",
        ),
        TargetRule::HandedOn => (
            "handed_on",
            "An item of a list: the words that the first item opens with hold for this one, too.",
            "并列项之一，沿用首项开头的词语。",
        ),
        TargetRule::Elided => (
            "elided",
            "The clause names no subject of its own: it is supplied from the words before.",
            "本分句省略主语，承前补出。",
        ),
        TargetRule::ChangeOfThat => (
            "change_of_that",
            "A change follows a figure: it is the change of that figure's indicator.",
            "增减幅度紧随数值之后，即该数值所属指标的增减。",
        ),
        TargetRule::BaseAndTarget => (
            "base_and_target",
            "Two values with a change between them: the first is where it starts, the second is the target.",
            "前后两个数值表示由此及彼：前者为基数，后者为目标。",
        ),
        TargetRule::Ranking => (
            "ranking",
            "The figure is a place in a ranking; a place further up is better.",
            "数字为位次，位次越靠前越好。",
        ),
        TargetRule::Comparison => (
            "comparison",
            "It is held against something else instead of a number: a relative target, without a value.",
            "与参照对象相比而不列数值，为相对目标。",
        ),
    }
}

/// What gave a unit its role.
pub(super) const fn assignment(basis: Basis, role: Role) -> Reason {
    match (basis, role) {
        (Basis::Stated, Role::Lead) => (
            "stated",
            "A mark beside the unit, the label of its list or the head of its column says that it leads.",
            "单位旁的标注、所在栏目的名称或表头写明其牵头。",
        ),
        (Basis::Stated, Role::Participant) => (
            "stated",
            "A mark, a label or the head of a column says that it takes part, or that others lead.",
            "标注、栏目名称或表头写明其配合，或写明由其他单位牵头。",
        ),
        (Basis::FirstListed, Role::Lead) => (
            "first_listed",
            "It is listed first, and the notice's own rule is that the first listed leads.",
            "列第一位；按通知自身约定，列第一位的为牵头单位。",
        ),
        (Basis::FirstListed, Role::Participant) => (
            "first_listed",
            "It is not listed first, and the notice's own rule is that the first listed leads.",
            "未列第一位；按通知自身约定，列第一位的为牵头单位。",
        ),
        (Basis::Joint, Role::Lead) => (
            "joint",
            "The units listed answer for the task together: each of them leads.",
            "所列单位共同负责，均为牵头。",
        ),
        (Basis::Joint, Role::Participant) => (
            "joint",
            "The other units answer for the task together, and this one is marked as taking part.",
            "其他单位共同负责，该单位标注为配合。",
        ),
        (Basis::Sole, Role::Lead) => {
            ("sole", "It is the only unit listed, and so it leads.", "所列单位仅此一家，即为牵头。")
        }
        (Basis::Sole, Role::Participant) => {
            ("sole", "It is the only unit listed, and is marked as taking part.", "所列单位仅此一家，标注为配合。")
        }
        (Basis::Default, Role::Lead) => (
            "default",
            "Nothing says who leads; the first unit listed is taken.",
            "未说明由谁牵头，以列第一位者为牵头。",
        ),
        (Basis::Default, Role::Participant) => (
            "default",
            "Nothing says who leads; the first unit listed is taken, and the others take part.",
            "未说明由谁牵头，以列第一位者为牵头，其余为配合。",
        ),
    }
}
