//! Targets (目标): the checkable commitments inside a task.

use arcstr::Substr;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Span, TargetId, TaskId, decimal, iso_date};

/// How the actual figure has to stand to the value of a target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// 达到, 为, or a bare number.
    #[default]
    Eq,
    /// 以上, 不少于, 不低于, 至少, ≥.
    Ge,
    /// 超, 超过, 突破, 高于, 多, 余, >.
    Gt,
    /// 以内, 不超过, 以下, 最多, ≤.
    Le,
    /// 低于, 少于, <.
    Lt,
    /// 左右, 约, 上下.
    Approx,
    /// A～B, A至B: from `value` to `value_max`.
    Between,
    /// 与…同步: at the pace of the reference.
    InStep,
}

/// What sort of statement a target makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// The figure itself.
    #[default]
    Level,
    /// A change upwards said as such (增长, 提高, 增加).
    Growth,
    /// A change downwards said as such (下降, 降低, 压减).
    Decline,
    /// A place in a ranking (前三位, 第4).
    Rank,
    /// A comparison with a reference instead of a number (高于全省平均).
    Relative,
}

/// How strongly the notice commits itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// 力争, 争取.
    Strive,
    /// 确保.
    Ensure,
}

/// Which way of writing a target it was read from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetRule {
    /// Indicator, then value: `新增学位7000个`.
    #[default]
    Stated,
    /// A count before what is counted: `新建6个消防站`.
    Counted,
    /// Values handed out in order: `分别增长8%和9%`.
    Respectively,
    /// One value for each of a list: `均`, `各`, or a list of indicators.
    Each,
    /// A verb handed on from the item before: `新增社会融资1800亿元、中长期贷款400亿元`.
    HandedOn,
    /// The subject stands in the clause before: `覆盖率达到90%`.
    Elided,
    /// The change of the figure before: `达到3260亿元，增长12%`.
    ChangeOfThat,
    /// A start and an end: `从77%提高到80%以上`.
    BaseAndTarget,
    /// A place in a ranking: `居全省前三`.
    Ranking,
    /// A comparison without a number: `高于全省平均`.
    Comparison,
}

/// A deadline (完成时限).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Due {
    /// The words, as printed (`10月底前`); null where the part's period was taken.
    pub text: Option<Substr>,
    /// The last day, where the notice's year allows to name it.
    #[serde(with = "iso_date")]
    pub date: Option<Date>,
    /// Whether the date was taken from the part's period, not from words of the task.
    pub inferred: bool,
}

/// A target (目标): an indicator, a comparator and a value, said of the task's year or period.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Target {
    /// Its position in [`Notice::targets`](crate::Notice::targets).
    pub id: TargetId,
    /// The task that it is read from.
    pub task: TaskId,
    /// What is measured, as printed, in the fewest words that still name it.
    pub indicator: Substr,
    /// How the actual figure has to stand to `value`.
    pub comparator: Comparator,
    /// The number, exact, with 千, 万 and 亿 multiplied out; null in a relative target.
    #[serde(with = "decimal")]
    pub value: Option<Decimal>,
    /// The upper end where the comparator is `between`.
    #[serde(with = "decimal")]
    pub value_max: Option<Decimal>,
    /// The measure word or unit after the number, without the power of ten (`元`, `家`, `%`).
    pub measure: Option<Substr>,
    /// What sort of statement it makes.
    pub kind: TargetKind,
    /// The value it starts from (`从77%提高到80%以上`: 77).
    #[serde(with = "decimal")]
    pub base: Option<Decimal>,
    /// What a relative target is held against (`全省平均`).
    pub reference: Option<Substr>,
    /// How strongly the notice commits itself; null where it only says so.
    pub strength: Option<Strength>,
    /// When it is to be reached.
    pub due: Due,
    /// The target that this one is a part of (`其中…`).
    pub within: Option<TargetId>,
    /// Which way of writing it was read from; `stated` where a document does not say.
    #[serde(default)]
    pub rule: TargetRule,
    /// The words of the commitment.
    pub quote: Substr,
    /// Where the quote stands.
    pub span: Span,
    /// Words beside the quote that the target is made of: a subject that the clause leaves out, a verb that a list hands on,
    /// the head of its column.
    #[serde(default)]
    pub ground: Option<Span>,
}
