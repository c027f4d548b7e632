//! What a notice says, before anyone writes it down.

/// What a part holds; the names of fenjie's part kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartKind {
    /// 重点工作.
    #[default]
    KeyWork,
    /// 民生实事.
    Livelihood,
    /// 过去的工作.
    Review,
    /// 今年的任务.
    Plan,
    /// 承诺事项.
    Commitments,
}

/// The rule that a notice states for unmarked lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rule {
    /// It states none.
    #[default]
    Silent,
    /// 列第一位的为牵头单位.
    FirstListedLeads,
    /// 均为同责单位; 无牵头单位的，责任单位即为牵头单位.
    AllLead,
}

/// What tells the roles of a task's units; the names of fenjie's bases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// It is the only unit.
    #[default]
    Sole,
    /// Nothing: the first listed is taken to lead.
    Default,
    /// The notice's rule that the first listed leads.
    FirstListed,
    /// All share the lead.
    Joint,
    /// A mark or a label.
    Stated,
}

/// A body that answers for tasks. Its name is `prefix`, `stem` and `suffix` together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// What a list may hand on from one name to the next: `市` of `市财政局`.
    pub prefix: String,
    /// What is always printed.
    pub stem: String,
    /// What a list may print once for several: `政府` of `映湖区政府`.
    pub suffix: String,
    /// Its other names.
    pub nameplates: Vec<String>,
    /// Whether it stands for many.
    pub group: bool,
}

impl Body {
    /// Its whole name.
    pub fn name(&self) -> String {
        [self.prefix.as_str(), &self.stem, &self.suffix].concat()
    }
}

/// Who answers for a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsibility {
    /// Who leads, in order.
    pub leads: Vec<Body>,
    /// Who takes part, in order.
    pub participants: Vec<Body>,
    /// What tells it.
    pub basis: Basis,
}

/// An official.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Official {
    /// The name; absent where only the post is printed.
    pub name: Option<String>,
    /// The post; absent where only the name is printed.
    pub post: Option<String>,
    /// 主抓, 牵头; absent where a label says it.
    pub duty: Option<String>,
}

/// A task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    /// A heading of the second rank that opens with this task: its number and its words.
    pub opens: Option<(String, String)>,
    /// The number, as printed; empty where there is none.
    pub number: String,
    /// The name that it opens with.
    pub title: Option<String>,
    /// Whether the name is printed on a line of its own.
    pub title_line: bool,
    /// Its prose, with the final full stop.
    pub text: String,
    /// Who answers for it; absent where the section's own responsibility holds.
    pub responsibility: Option<Responsibility>,
    /// The official that a label of the task names.
    pub official: Option<Official>,
    /// Its deadline's words.
    pub due: Option<String>,
}

/// What a heading says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Heading {
    /// There is none: the items stand right under the part's title.
    #[default]
    None,
    /// A subject.
    Theme(String),
    /// A body, which leads all tasks below.
    Body(String),
    /// An official.
    Official(Official),
}

/// A heading and the tasks below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading's number, as printed.
    pub number: Option<String>,
    /// The heading.
    pub heading: Heading,
    /// Who answers for all tasks of the section.
    pub responsibility: Option<Responsibility>,
    /// The tasks.
    pub tasks: Vec<Task>,
}

/// A part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The title.
    pub title: String,
    /// What it holds.
    pub kind: PartKind,
    /// The year it is for.
    pub year: i16,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// What the notice says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The place: `云溪市`.
    pub jurisdiction: String,
    /// The issuing body.
    pub issuer: String,
    /// The title.
    pub title: String,
    /// The document number.
    pub document_number: Option<String>,
    /// Whom it addresses.
    pub addressees: Option<String>,
    /// Who signs.
    pub signatory: Option<String>,
    /// Year, month and day of adoption.
    pub issued: Option<(i16, u8, u8)>,
    /// Year, month and day of printing.
    pub printed: Option<(i16, u8, u8)>,
    /// Who gets a copy, as printed.
    pub cc: Option<String>,
    /// The titles it lists as attachments.
    pub attachments: Vec<String>,
    /// The note below the date.
    pub disclosure: Option<String>,
}

/// Whom a group includes by the notice's own word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Includes {
    /// The group.
    pub group: String,
    /// The members, by their full names, which all end in `suffix`.
    pub members: Vec<Body>,
}

/// A notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// What it says of itself.
    pub header: Header,
    /// Its rule about who leads.
    pub rule: Rule,
    /// Its rule about a group.
    pub includes: Option<Includes>,
    /// Its parts.
    pub parts: Vec<Part>,
}
