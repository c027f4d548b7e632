//! What the head of a column says of the cells below it.

use arcstr::Substr;
use serde::Serialize;

use crate::model::Span;
use crate::text::chars::{has, is_close, is_open, is_stop, trim};
use crate::vocabulary::{COLUMNS, Head, Label, PLACES, label_words, may_end_label};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head, as printed; of several lines the lowest that is not empty.
    pub name: Substr,
    /// What stands below it.
    pub kind: ColumnKind,
    /// Where its head stands; empty where it has none.
    pub span: Span,
}

impl Column {
    /// Where its head stands, if it has one.
    pub(crate) fn head(&self) -> Option<Span> {
        Some(self.span).filter(|span| !span.is_empty())
    }
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ColumnKind {
    /// 序号.
    Number,
    /// 类别: a heading over several rows.
    Category,
    /// 项目名称, 承诺事项: the name of a task.
    Name,
    /// 工作任务, 主要内容: the words of a task.
    Content,
    /// 子项: the name of a sub-row.
    Item,
    /// 年度目标: what is to be reached.
    Goal,
    /// 责任单位.
    Responsible,
    /// 牵头单位.
    Lead,
    /// 配合单位.
    Participant,
    /// 牵头部门；参加部门: those that lead, and behind a semicolon those that take part.
    LeadAndParticipant,
    /// 责任分工: a sentence that hands out roles.
    Division,
    /// 部门: the body whose row it is.
    Owner,
    /// 责任领导.
    Leader,
    /// 完成时限.
    Due,
    /// 单位, 计量单位: the measure word.
    Measure,
    /// 全市任务, 合计: the figure of the whole place.
    Total,
    /// A place: its figure.
    Region,
    /// 年度计划投资: the money that the year's plan sets.
    Plan,
    /// 备注, 权重, or a head that is not known.
    #[default]
    Other,
}

impl ColumnKind {
    /// Whether bodies stand in it that answer for the task.
    pub(crate) fn is_units(self) -> bool {
        matches!(
            self,
            Self::Responsible
                | Self::Lead
                | Self::Participant
                | Self::LeadAndParticipant
                | Self::Division
                | Self::Owner
        )
    }

    /// Whether prose stands in it.
    pub(crate) fn is_prose(self) -> bool {
        matches!(self, Self::Name | Self::Content | Self::Goal)
    }
}

/// What a head announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Announced {
    /// A column of this kind.
    Kind(ColumnKind),
    /// Other heads below it.
    Group,
}

impl Announced {
    /// The kind of column, where it is one.
    pub(crate) fn kind(self) -> Option<ColumnKind> {
        match self {
            Self::Kind(kind) => Some(kind),
            Self::Group => None,
        }
    }
}

/// What a head announces; null where the genre does not know it.`Some(Announced::Group)` stands above other heads.
pub(crate) fn announced(head: &str) -> Option<Announced> {
    if head.is_empty() || head.len() > 60 {
        return None;
    }
    if has(head, is_stop) {
        return both(head);
    }
    let core = core(head);
    if !is_likely(head) && (core.len() == head.len() || !is_likely(core)) {
        return None;
    }
    whole(head).or_else(|| whole(core)).or_else(|| region(head)).or_else(|| tail(core))
}

/// `牵头部门；配合部门`: two heads of one column.
fn both(head: &str) -> Option<Announced> {
    let (lead, participant) = head.split_once(['；', ';'])?;
    let kind = |words: &str| announced_alone(trim(words)).and_then(Announced::kind);
    let leads = matches!(kind(lead)?, ColumnKind::Lead | ColumnKind::Responsible);
    (leads && kind(participant)? == ColumnKind::Participant).then_some(Announced::Kind(ColumnKind::LeadAndParticipant))
}

fn announced_alone(head: &str) -> Option<Announced> {
    whole(head).or_else(|| tail(head))
}

/// Whether the last words are such as heads end with: asked of every short line, so the rest is asked of few.
fn is_likely(head: &str) -> bool {
    COLUMNS.at_end(head).is_some() || PLACES.at_end(head).is_some() || may_end_label(head)
}

/// Whether words are a head of their own, and not only end as one; a year may stand before them.
pub(super) fn is_usual(head: &str) -> bool {
    whole(head).is_some() || without_year(head).and_then(whole).is_some()
}

/// Whether words are those of a title that ends as heads of columns do, and of no column that may come first.
pub(super) fn may_title(head: &str) -> bool {
    let exact = whole(head).or_else(|| whole(core(head))).is_some();
    let first = |kind| {
        use ColumnKind::{Category, Content, Leader, Name, Number, Owner};
        matches!(kind, Number | Category | Name | Content | Owner | Leader) || kind == ColumnKind::Responsible
    };
    !exact && (head.chars().count() > 8 || announced(head).and_then(Announced::kind).is_some_and(|kind| !first(kind)))
}

/// A head without the remark in brackets behind it.
fn core(head: &str) -> &str {
    let without = head.strip_suffix(is_close).and_then(|inner| inner.rfind(is_open)).map_or(head, |open| &head[..open]);
    trim(without)
}

fn whole(head: &str) -> Option<Announced> {
    COLUMNS.whole(head).map(of_head).or_else(|| label(head, 0).map(|label| Announced::Kind(of_label(label))))
}

/// `2025年目标`, `2024年度实绩`: the words behind a year.
pub(super) fn without_year(head: &str) -> Option<&str> {
    let year = head.get(..4).filter(|year| year.starts_with("20") && year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = head[year.len()..].strip_prefix('年')?;
    Some(rest.strip_prefix('度').unwrap_or(rest))
}

/// The label that the words from byte `at` to the end are.
fn label(head: &str, at: usize) -> Option<Label> {
    label_words(head, at).filter(|&(end, _)| end == head.len()).map(|(_, label)| label)
}

/// Whether a column tells what was found to be wrong: `反馈问题`.
pub(super) fn tells_problem(head: &str) -> bool {
    COLUMNS.at_end(core(head)).is_some_and(|(_, class)| class == Head::Problem)
}

/// What stands in a column below a head that could stand above others, but does not.
pub(super) fn undivided(head: &str) -> ColumnKind {
    match announced(head) {
        Some(Announced::Kind(kind)) => kind,
        Some(Announced::Group) => label(core(head), 0).map_or(ColumnKind::Content, of_label),
        None => ColumnKind::Other,
    }
}

/// A place: `东湖区`, `云湖经济开发区（云港区）`.
fn region(head: &str) -> Option<Announced> {
    let is_place = |name: &str| name.chars().count() >= 2 && PLACES.at_end(name).is_some();
    (is_place(head) || is_place(core(head))).then_some(Announced::Kind(ColumnKind::Region))
}

/// `市级责任单位`, `2025年度工作目标`: the words that matter stand at the end.
fn tail(head: &str) -> Option<Announced> {
    if head.chars().count() > 16 {
        return None;
    }
    let long = |word: &str| word.chars().count() >= 3;
    let prose = |class: Head| {
        matches!(class, Head::Goal | Head::Content | Head::Name | Head::Due | Head::Problem | Head::Other)
    };
    let column = COLUMNS.at_end(head).filter(|&(word, class)| long(word) || prose(class));
    let mut starts = head.char_indices().skip(1);
    let behind =
        if may_end_label(head) { starts.find_map(|(at, _)| Some((head.len() - at, label(head, at)?))) } else { None };
    match (column, behind) {
        (Some((word, class)), Some((length, _))) if word.len() > length => Some(of_head(class)),
        (_, Some((_, label))) => Some(Announced::Kind(of_label(label))),
        (Some((_, class)), None) => Some(of_head(class)),
        (None, None) => None,
    }
}

fn of_head(head: Head) -> Announced {
    Announced::Kind(match head {
        Head::Number => ColumnKind::Number,
        Head::Category => ColumnKind::Category,
        Head::Name => ColumnKind::Name,
        Head::Content => ColumnKind::Content,
        Head::Item => ColumnKind::Item,
        Head::Goal => ColumnKind::Goal,
        Head::Measure => ColumnKind::Measure,
        Head::Total => ColumnKind::Total,
        Head::Region => ColumnKind::Region,
        Head::Owner => ColumnKind::Owner,
        Head::Plan => ColumnKind::Plan,
        Head::Due => ColumnKind::Due,
        // What it is depends on the columns beside it.
        Head::Problem | Head::Other => ColumnKind::Other,
        Head::Group => return Announced::Group,
    })
}

fn of_label(label: Label) -> ColumnKind {
    match label {
        Label::Responsible => ColumnKind::Responsible,
        Label::Lead => ColumnKind::Lead,
        Label::Participant => ColumnKind::Participant,
        Label::Division => ColumnKind::Division,
        Label::Leader => ColumnKind::Leader,
        Label::Due => ColumnKind::Due,
        Label::Aside => ColumnKind::Other,
    }
}
