//! What stands in the text that facts are made of, and what became of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Span;

/// A kind of words that facts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EvidenceKind {
    /// The name of a body (单位).
    Body,
    /// A label with its colon (责任单位：).
    Label,
    /// A person's name beside a post or behind a label (领导).
    Official,
    /// A number with its measure (数量).
    Quantity,
    /// Words for a time by which something is to be done (时限).
    Deadline,
}

/// Why words that facts are made of are in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SetAside {
    /// They stand in the head or the foot of the document.
    Head,
    /// They are the page's or the web site's own.
    Furniture,
    /// They belong to a title or a heading.
    Title,
    /// They stand before the first task, where a notice says what it is about.
    Preamble,
    /// They stand in running text that sets no task: requirements, speeches.
    Prose,
    /// They look back on what was done.
    History,
    /// They stand between quotation marks, as names and slogans do.
    Quotation,
    /// A sentence names the body without asking it to answer.
    Mention,
    /// The number tells things of one size from others (`3亿元以上项目`).
    SizeClass,
    /// The number says what there is already, or what is paid to each.
    Given,
    /// The number counts days, years or times.
    Period,
    /// The number is a score or a weight.
    Score,
    /// The number says how things are done or what they are like, and is no figure to be reached.
    Manner,
    /// It stands in a column that no facts are made of (进展情况, 备注).
    Column,
    /// The time belongs to words that commit to nothing that is counted.
    Course,
    /// A person whom to ask (责任人, 联系人), or the label before one.
    Contact,
    /// Nothing stands behind the label.
    Empty,
}

impl SetAside {
    /// Every reason.
    pub const ALL: &[Self] = &[
        Self::Head,
        Self::Furniture,
        Self::Title,
        Self::Preamble,
        Self::Prose,
        Self::History,
        Self::Quotation,
        Self::Mention,
        Self::SizeClass,
        Self::Given,
        Self::Period,
        Self::Score,
        Self::Manner,
        Self::Column,
        Self::Course,
        Self::Contact,
        Self::Empty,
    ];

    /// The name, as in a document: `size_class`.
    pub const fn as_str(self) -> &'static str {
        self.row().0
    }

    /// A few words for it, in English.
    pub const fn title(self) -> &'static str {
        self.row().1
    }

    /// A few words for it, in Chinese.
    pub const fn title_zh(self) -> &'static str {
        self.row().2
    }

    const fn row(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Head => ("head", "in the head or foot of the document", "在版头、版记或落款中"),
            Self::Furniture => ("furniture", "put around the notice by the page", "属网页或版面杂项"),
            Self::Title => ("title", "part of a title or heading", "属标题"),
            Self::Preamble => ("preamble", "before the first task", "在正文开头的说明中"),
            Self::Prose => ("prose", "in text that sets no task", "在不含任务的行文中"),
            Self::History => ("history", "looks back", "属工作回顾"),
            Self::Quotation => ("quotation", "between quotation marks", "在引号之内"),
            Self::Mention => ("mention", "named without being asked to answer", "仅提及，未令其负责"),
            Self::SizeClass => ("size_class", "tells a size of things", "用以划分规模"),
            Self::Given => ("given", "what there is already, or what is paid to each", "已有数量或补助标准"),
            Self::Period => ("period", "counts time", "表示时长或次序"),
            Self::Score => ("score", "a score or a weight", "属分值、权重"),
            Self::Manner => ("manner", "says how, not how much", "说明做法，不是目标值"),
            Self::Column => ("column", "in a column that no facts are made of", "所在表列不含任务内容"),
            Self::Course => ("course", "a time without a figure", "无量化目标的时间"),
            Self::Contact => ("contact", "a person whom to ask", "属联系人或具体责任人"),
            Self::Empty => ("empty", "a label with nothing behind it", "标签之后为空"),
        }
    }
}

impl fmt::Display for SetAside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl EvidenceKind {
    /// Every kind, in the order of [`Evidence`].
    pub const ALL: &[Self] = &[Self::Body, Self::Label, Self::Official, Self::Quantity, Self::Deadline];

    /// The name, as in a document: `quantity`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Label => "label",
            Self::Official => "official",
            Self::Quantity => "quantity",
            Self::Deadline => "deadline",
        }
    }
}

impl fmt::Display for EvidenceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What became of words that facts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Claim {
    /// They are in a fact.
    Read,
    /// They are in none, for a reason.
    Aside(SetAside),
    /// They are in none, and nothing says why.
    Unread,
}

/// Words that facts are made of, where they stand, and what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Occurrence {
    /// What they are.
    pub kind: EvidenceKind,
    /// Where they stand.
    pub span: Span,
    /// What became of them.
    pub claim: Claim,
}

impl Occurrence {
    /// Words at a place.
    pub(crate) const fn new(kind: EvidenceKind, span: Span, claim: Claim) -> Self {
        Self { kind, span, claim }
    }
}

/// How many words of one kind stand in the text, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EvidenceCount {
    /// How many there are: the sum of the other three.
    pub found: u32,
    /// How many are in facts.
    pub read: u32,
    /// How many are set aside for a reason.
    pub aside: u32,
    /// How many are in no fact, and nothing says why.
    pub unread: u32,
}

impl EvidenceCount {
    fn add(&mut self, claim: Claim) {
        self.found += 1;
        match claim {
            Claim::Read => self.read += 1,
            Claim::Aside(_) => self.aside += 1,
            Claim::Unread => self.unread += 1,
        }
    }
}

/// The account of what stands in the text that facts are made of, kind by kind.
///
/// ```
/// let notice = fenjie::parse("1.新建公园3座。\n责任单位：市城管局\n");
/// let evidence = notice.evidence;
/// assert_eq!((evidence.bodies.found, evidence.bodies.read), (1, 1));
/// assert_eq!((evidence.quantities.found, evidence.quantities.read), (1, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Evidence {
    /// Names of bodies.
    pub bodies: EvidenceCount,
    /// Labels.
    pub labels: EvidenceCount,
    /// Persons with posts or behind labels.
    pub officials: EvidenceCount,
    /// Numbers with measures.
    pub quantities: EvidenceCount,
    /// Times by which something is to be done.
    pub deadlines: EvidenceCount,
}

impl Evidence {
    /// The count of one kind.
    pub const fn of(&self, kind: EvidenceKind) -> EvidenceCount {
        match kind {
            EvidenceKind::Body => self.bodies,
            EvidenceKind::Label => self.labels,
            EvidenceKind::Official => self.officials,
            EvidenceKind::Quantity => self.quantities,
            EvidenceKind::Deadline => self.deadlines,
        }
    }

    /// All kinds together.
    pub fn total(&self) -> EvidenceCount {
        EvidenceKind::ALL.iter().map(|&kind| self.of(kind)).fold(EvidenceCount::default(), |sum, count| EvidenceCount {
            found: sum.found + count.found,
            read: sum.read + count.read,
            aside: sum.aside + count.aside,
            unread: sum.unread + count.unread,
        })
    }

    /// Adds one occurrence.
    pub(crate) fn add(&mut self, occurrence: &Occurrence) {
        let count = match occurrence.kind {
            EvidenceKind::Body => &mut self.bodies,
            EvidenceKind::Label => &mut self.labels,
            EvidenceKind::Official => &mut self.officials,
            EvidenceKind::Quantity => &mut self.quantities,
            EvidenceKind::Deadline => &mut self.deadlines,
        };
        count.add(occurrence.claim);
    }
}
