//! Why a quantity is no target: every one in a text is a target's, is set aside for a reason, or is left unexplained.

use std::ops::Range;

use crate::model::SetAside;
use crate::quantity::QuantityKind;

/// Why a quantity is no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Reason {
    /// A date or a time of day (`10月底`).
    Date,
    /// Part of a name, a version, a document number, a place in a row (`G60`, `2.0版`, `第二批`).
    Name,
    /// Between quotation marks or in a title (`“五水共治”`).
    Quoted,
    /// A grade (`二级以上医院`).
    Grade,
    /// What an amount is counted by (`每千人`).
    Per,
    /// How long or how often (`24小时`, `每两年`).
    Duration,
    /// It tells things of one size from others (`3亿元以上项目`).
    SizeClass,
    /// It describes what another figure counts or says (`2条75公里高速公路`).
    Described,
    /// A few things that have a name together (`八大行动`).
    Few,
    /// The tasks themselves are counted (`十件民生实事`).
    Undertaking,
    /// How many there are already (`推进14个省级平台建设`).
    Existing,
    /// A condition that has to be met (`达到总数25%的`).
    Condition,
    /// The value that a change starts from (`从77%提高到…`).
    Base,
    /// A sum paid to each of many (`每人补助4000元`).
    PerHead,
    /// It tells a figure by another one (`高于全省1个百分点`, `为计划的103%`).
    Margin,
    /// A score or a weight (`计5分`).
    Score,
    /// What was reached before (`去年完成…`).
    History,
    /// More digits than an exact decimal holds.
    OutOfRange,
}

impl Reason {
    /// The name, in the words of a document: `size_class`.
    #[allow(dead_code)] // read where evidence is accounted for
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Name => "name",
            Self::Quoted => "quoted",
            Self::Grade => "grade",
            Self::Per => "per",
            Self::Duration => "duration",
            Self::SizeClass => "size_class",
            Self::Described => "described",
            Self::Few => "few",
            Self::Undertaking => "undertaking",
            Self::Existing => "existing",
            Self::Condition => "condition",
            Self::Base => "base",
            Self::PerHead => "per_head",
            Self::Margin => "margin",
            Self::Score => "score",
            Self::History => "history",
            Self::OutOfRange => "out_of_range",
        }
    }

    /// The same, as the account of the whole text tells it.
    pub(crate) const fn set_aside(self) -> SetAside {
        match self {
            Self::Quoted => SetAside::Quotation,
            Self::Date | Self::Duration => SetAside::Period,
            Self::SizeClass | Self::Grade | Self::Few => SetAside::SizeClass,
            Self::Existing | Self::Per | Self::PerHead | Self::Base | Self::Margin => SetAside::Given,
            Self::Score => SetAside::Score,
            Self::History => SetAside::History,
            Self::Name | Self::Described | Self::Undertaking | Self::Condition | Self::OutOfRange => SetAside::Manner,
        }
    }

    /// Why quantities of a kind are never values.
    pub(super) fn of_kind(kind: QuantityKind) -> Self {
        match kind {
            QuantityKind::Date => Self::Date,
            QuantityKind::Grade => Self::Grade,
            QuantityKind::Per => Self::Per,
            _ => Self::Name,
        }
    }
}

/// A quantity that is no target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Its words, as bytes of the text.
    pub(crate) range: Range<usize>,
    /// Why it is none; where nothing says why, it may be a target that was not understood.
    pub(crate) reason: Option<Reason>,
}
