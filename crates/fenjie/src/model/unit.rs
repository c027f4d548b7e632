//! Bodies, and the figures handed to them by tables.

use arcstr::Substr;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Span, TaskId, UnitId, decimal};

/// A body (责任单位).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// Its position in [`Notice::units`](crate::Notice::units).
    pub id: UnitId,
    /// Its name, completed where a list hands a prefix or a suffix on.
    pub name: Substr,
    /// Its other names (挂牌), as printed in a bracket behind it.
    pub nameplates: Vec<Substr>,
    /// Whether it stands for many (`各区县政府`).
    pub group: bool,
}

/// Whether a cell of a task table holds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// It holds one.
    Given,
    /// It holds `/`.
    NotApplicable,
    /// It is not there.
    Missing,
}

/// The figure of one region in one row of a task table (任务分解到区县).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Allocation {
    /// The row's task, as printed.
    pub text: Substr,
    /// The livelihood task that the row spells out.
    pub task: Option<TaskId>,
    /// The name of the sub-row.
    pub item: Option<Substr>,
    /// The region.
    pub region: Substr,
    /// Its figure.
    #[serde(with = "decimal")]
    pub value: Option<Decimal>,
    /// Whether there is one.
    pub state: CellState,
    /// The measure word of the row.
    pub measure: Option<Substr>,
    /// The whole city's figure in the row.
    #[serde(with = "decimal")]
    pub total: Option<Decimal>,
    /// Where the cell stands.
    pub span: Span,
}
